//! Texts whose letters tell nothing: a wire in capitals, a post in lower case.
//!
//! In capitals, a title or given name before words that are none of the language is a person ("COMMANDER JULIUS
//! OKOT"). In lower case, listed countries, cities of two words and bodies are names, and what the article writes
//! with capitals elsewhere. A name of one common word stays unmarked.

use crate::document::Document;
use crate::lexicon::{Table, cities, countries, organizations};
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};
use std::collections::{HashMap, HashSet};

/// Longest name of a person, in tokens.
const LONGEST: usize = 3;

/// How many words of a sentence tell how it is written.
const SAMPLE: usize = 40;

/// Adds the names that the tagger, which goes by capitals, missed in such sentences.
pub(super) fn find(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let taken: HashSet<usize> = tagged.iter().flat_map(|name| name.tokens.iter()).collect();
    let mut found = Vec::new();
    let mut known: Option<HashMap<String, Tagged>> = None;
    for sentence in &doc.sentences {
        let words = || sentence.tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word);
        if words().take(SAMPLE).all(|i| doc.case(i) == Case::Upper || doc.word(i).len() == 1) {
            shouted(doc, clues, sentence.tokens, &mut found);
        } else if words().next().is_some_and(|i| doc.case(i) == Case::Lower) && words().nth(3).is_some() {
            let known = known.get_or_insert_with(|| parts_of_names(doc, tagged));
            whispered(doc, sentence.tokens, known, &mut found);
        }
    }
    found.retain(|name: &Tagged| !name.tokens.iter().any(|i| taken.contains(&i)));
    tagged.extend(found);
    tagged.sort_by_key(|name| name.tokens.start);
}

/// Persons in a sentence in capitals.
fn shouted(doc: &Document, clues: &Clues, sentence: TokenRange, found: &mut Vec<Tagged>) {
    let word = clues::COMMON | clues::STARTER | clues::ORG_HEAD | clues::UNIT | clues::PLACE_END | clues::DEMONYM;
    let is_name = |i: usize| doc.kind(i) == TokenKind::Word && doc.word(i).len() > 2 && !clues.has(i, word);
    let mut i = sentence.start;
    while i < sentence.end {
        let titled = i > sentence.start && clues.has(i - 1, clues::TITLE_END) && clues.has(i - 1, clues::ROLE);
        let given = clues.has(i, clues::GIVEN) && !clues.has(i, clues::COUNTRY | clues::CAPITAL | clues::CITY);
        let end = (i..sentence.end.min(i + LONGEST)).take_while(|i| is_name(*i)).last().map_or(i, |last| last + 1);
        if (titled || given) && end >= i + 2 {
            found.push(Tagged { tokens: TokenRange::new(i, end), class: Class::Person });
        }
        i = end.max(i + 1);
    }
}

/// The surnames, and other names, that the article writes with capitals.
fn parts_of_names(doc: &Document, tagged: &[Tagged]) -> HashMap<String, Tagged> {
    let named = tagged.iter().filter(|name| doc.case(name.tokens.start).is_capitalised());
    let parts = named.flat_map(|name| {
        let start = match name.class {
            Class::Person => (name.tokens.start + 1..name.tokens.end).find(|i| !doc.tokens[*i].glued),
            _ => None,
        };
        [Some(name.tokens.start), start].into_iter().flatten().map(|start| {
            let tokens = TokenRange::new(start, name.tokens.end);
            (doc.read(tokens).to_lowercase(), Tagged { tokens, class: name.class })
        })
    });
    // Where there are several, the first.
    parts.collect::<Vec<_>>().into_iter().rev().collect()
}

/// Names in a sentence that begins in lower case.
fn whispered(doc: &Document, sentence: TokenRange, known: &HashMap<String, Tagged>, found: &mut Vec<Tagged>) {
    let tables: [(Table, u32, Class); 3] = [
        (countries::TABLE, countries::COUNTRY, Class::Place),
        (organizations::TABLE, !organizations::UPPER, Class::Organization),
        (cities::TABLE, cities::CITY, Class::Place),
    ];
    let mut i = sentence.start;
    while i < sentence.end {
        let listed = tables.iter().find_map(|(table, tags, class)| {
            let (end, _) = table.longest_where(doc, i, sentence.end, |entry| entry.has(*tags))?;
            let tokens = TokenRange::new(i, end);
            let telling = end > i + 1 || *class == Class::Place && is_telling(doc, i);
            (telling && doc.case(i) == Case::Lower).then_some(Tagged { tokens, class: *class })
        });
        let repeated = (i + 1..=sentence.end.min(i + LONGEST)).rev().find_map(|end| {
            let tokens = TokenRange::new(i, end);
            let name = known.get(&doc.read(tokens))?;
            (doc.case(i) == Case::Lower && doc.word(i).len() > 3).then_some(Tagged { tokens, class: name.class })
        });
        let name = repeated.or(listed);
        i = name.map_or(i + 1, |name| name.tokens.end);
        found.extend(name);
    }
}

/// Whether a place of one word is no word of the language and nobody's name.
fn is_telling(doc: &Document, i: usize) -> bool {
    let others = [crate::lexicon::common_words::TABLE, crate::lexicon::people::TABLE, crate::lexicon::grammar::TABLE];
    doc.word(i).len() > 4 && !others.iter().any(|table| table.has_word(doc.listed(i)))
}
