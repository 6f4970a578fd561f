//! Texts whose letters tell nothing: a wire in capitals, a post in lower case.
//!
//! In capitals, a title or given name before words that are none of the language is a person ("COMMANDER JULIUS
//! OKOT"). In lower case, listed countries, cities of two words and bodies are names, and what the article writes
//! with capitals elsewhere. A name of one common word stays unmarked.

use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::{Table, cities, common_words, countries, grammar, organizations, people, place_words, regions};
use crate::maps::{HashMap, HashSet};
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Longest name of a person, in tokens.
const LONGEST: usize = 3;

/// How many words of a sentence tell how it is written.
const SAMPLE: usize = 40;

/// The names that the tagger, which goes by capitals, missed in such sentences.
pub(super) fn find(doc: &Document, clues: &Clues, tagged: &[Tagged]) -> Vec<Tagged> {
    let mut found = Vec::new();
    let mut loud = Vec::new();
    let mut known: Option<HashMap<String, Tagged>> = None;
    for sentence in &doc.sentences {
        let words = || sentence.tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word);
        if words().take(SAMPLE).all(|i| doc.case(i) == Case::Upper || doc.word(i).len() == 1) {
            shouted(doc, clues, sentence.tokens, &mut found);
            loud.push(sentence.tokens);
        } else if words().next().is_some_and(|i| doc.case(i) == Case::Lower) && words().nth(3).is_some() {
            let known = known.get_or_insert_with(|| parts_of_names(doc, tagged));
            whispered(doc, clues, sentence.tokens, known, &mut found);
        } else {
            places(doc, sentence.tokens, &mut found);
        }
    }
    surnames(doc, &loud, &mut found);
    if found.is_empty() {
        return found;
    }
    let taken: HashSet<usize> = tagged.iter().flat_map(|name| name.tokens.iter()).collect();
    found.retain(|name: &Tagged| !name.tokens.iter().any(|i| taken.contains(&i)));
    found
}

/// "NAKATO SAID" after "IRENE NAKATO": the surnames of those found in capitals, where they stand alone.
fn surnames(doc: &Document, loud: &[TokenRange], found: &mut Vec<Tagged>) {
    let people = found.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1);
    let called: HashSet<&str> = people.map(|name| doc.word(name.tokens.end - 1)).collect();
    if !called.is_empty() {
        let taken: HashSet<usize> = found.iter().flat_map(|name| name.tokens.iter()).collect();
        let alone = |i: &usize| !taken.contains(i) && called.contains(doc.word(*i));
        let person = |i| Tagged { tokens: TokenRange::new(i, i + 1), class: Class::Person };
        found.extend(loud.iter().flat_map(|sentence| sentence.iter()).filter(alone).map(person).collect::<Vec<_>>());
    }
}

/// A place in lower case within another sentence: "pizza from chicago". Only behind a word that places stand behind.
fn places(doc: &Document, sentence: TokenRange, found: &mut Vec<Tagged>) {
    for i in sentence.iter().skip(1) {
        let listed = doc.case(i) == Case::Lower && doc.listed(i).may_begin_any(&PLACES);
        let stands_in = listed && matches!(doc.folded(i - 1), "in" | "from" | "near" | "around");
        let place = if stands_in { place(doc, i, sentence.end) } else { None };
        found.extend(place.filter(|_| is_telling(doc, i)));
    }
}

/// The lists of places.
const PLACES: [Table; 3] = [countries::TABLE, cities::TABLE, regions::TABLE];

/// The listed place that begins at token `i`.
fn place(doc: &Document, i: usize, end: usize) -> Option<Tagged> {
    let named = |table: Table, tags| table.longest_where(doc, i, end, |entry| entry.has(tags)).map(|(end, _)| end);
    let city = || named(cities::TABLE, cities::CITY | cities::DIVISION);
    let end = named(countries::TABLE, countries::COUNTRY | countries::CAPITAL).or_else(city);
    end.or_else(|| named(regions::TABLE, regions::REGION))
        .map(|end| Tagged { tokens: TokenRange::new(i, end), class: Class::Place })
}

/// Persons in a sentence in capitals.
fn shouted(doc: &Document, clues: &Clues, sentence: TokenRange, found: &mut Vec<Tagged>) {
    let word = clues::COMMON | clues::STARTER | clues::ORG_HEAD | clues::UNIT | clues::PLACE_END | clues::DEMONYM;
    let is_name = |i: usize| {
        let plain = doc.kind(i) == TokenKind::Word && doc.word(i).len() > 2 && !clues.has(i, word);
        plain && !(phrases::is_verbish(doc, i) && !clues.has(i, clues::GIVEN | clues::SURNAME))
    };
    let mut i = sentence.start;
    while i < sentence.end {
        let titled = i > sentence.start && clues.has(i - 1, clues::TITLE_END) && clues.has(i - 1, clues::ROLE);
        let given = clues.has(i, clues::GIVEN) && !clues.has(i, clues::COUNTRY | clues::CAPITAL | clues::CITY);
        let end = (i..sentence.end.min(i + LONGEST)).take_while(|i| is_name(*i)).last().map_or(i, |last| last + 1);
        let person = (titled || given) && end >= i + 2;
        // "LAKE ALBERT".
        let raised = matches!(doc.folded(i), "lake" | "mount") && is_name(i + 1) && i + 1 < sentence.end;
        let name = match (person, raised) {
            (true, _) => Some(Tagged { tokens: TokenRange::new(i, end), class: Class::Person }),
            (_, true) => Some(Tagged { tokens: TokenRange::new(i, i + 2), class: Class::Place }),
            _ => None,
        };
        i = name.map_or(i + 1, |name| name.tokens.end);
        found.extend(name);
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
fn whispered(
    doc: &Document,
    clues: &Clues,
    sentence: TokenRange,
    known: &HashMap<String, Tagged>,
    found: &mut Vec<Tagged>,
) {
    let mut i = sentence.start;
    while i < sentence.end {
        let body = organizations::TABLE.longest_where(doc, i, sentence.end, |entry| !entry.has(organizations::UPPER));
        let body = body.filter(|(end, _)| *end > i + 1);
        let body = body.map(|(end, _)| Tagged { tokens: TokenRange::new(i, end), class: Class::Organization });
        let behind = i > sentence.start && STANDS_BEFORE.contains(&doc.folded(i - 1));
        // "a chihuahua".
        let owned = i > sentence.start
            && grammar::TABLE.has_tag(doc.listed(i - 1), grammar::DETERMINER | grammar::POSSESSIVE)
            && doc.folded(i - 1) != "the";
        let place = place(doc, i, sentence.end)
            .filter(|place| place.tokens.len() > 1 || is_telling(doc, i) && !owned || behind && is_no_word(doc, i));
        let listed = body.or(place).filter(|_| doc.case(i) == Case::Lower);
        let repeated = (i + 1..=sentence.end.min(i + LONGEST)).rev().find_map(|end| {
            let tokens = TokenRange::new(i, end);
            let name = known.get(&doc.read(tokens))?;
            (doc.case(i) == Case::Lower && doc.word(i).len() > 3).then_some(Tagged { tokens, class: name.class })
        });
        let name = repeated.or(listed).or_else(|| unlisted(doc, clues, sentence, i));
        i = name.map_or(i + 1, |name| name.tokens.end);
        found.extend(name);
    }
}

/// "trooper dan kowalczyk", "lake george": a title and a given name, or a word for a lake, and no word of the language.
fn unlisted(doc: &Document, clues: &Clues, sentence: TokenRange, i: usize) -> Option<Tagged> {
    let plain = |i: usize| sentence.has(i) && doc.kind(i) == TokenKind::Word && doc.case(i) == Case::Lower;
    let name = |start: usize, end: usize, class| Some(Tagged { tokens: TokenRange::new(start, end), class });
    if !plain(i) || !plain(i + 1) || doc.tokens[i + 1].glued || !is_no_word(doc, i + 1) {
        return None;
    }
    let titled = i > sentence.start && clues.has(i - 1, clues::TITLE_END) && clues.has(i - 1, clues::ROLE);
    if titled && clues.has(i, clues::GIVEN) && !clues.has(i, clues::ROLE) {
        let glued =
            (i + 2..sentence.end.min(i + 4)).take_while(|i| doc.tokens[*i].glued && doc.case(*i) != Case::Upper);
        let hyphened = doc.folded(i + 2) == "-" && glued.count() == 2;
        return name(i, i + 2 + 2 * usize::from(hyphened), Class::Person);
    }
    // "if anyone knows joe garae".
    if clues.has(i, clues::GIVEN)
        && doc.word(i).len() > 2
        && !clues.has(i, clues::COMMON | clues::ROLE)
        && !phrases::is_verbish(doc, i)
    {
        return name(i, i + 2, Class::Person);
    }
    let raised = matches!(doc.folded(i), "lake" | "mount" | "river");
    if raised { name(i, i + 2, Class::Place) } else { None }
}

/// What stands before a place.
const STANDS_BEFORE: [&str; 8] = ["in", "from", "near", "around", "to", "visit", "visiting", "outside"];

/// Whether the word is no word of the language, though it may be somebody's name.
fn is_no_word(doc: &Document, i: usize) -> bool {
    let others = [common_words::TABLE, grammar::TABLE, place_words::TABLE];
    doc.word(i).len() > 3 && !others.iter().any(|table| table.has_word(doc.listed(i)))
}

/// Whether a place of one word is no word of the language and nobody's name.
fn is_telling(doc: &Document, i: usize) -> bool {
    let others = [common_words::TABLE, people::TABLE, grammar::TABLE, place_words::TABLE];
    doc.word(i).len() > 4 && !others.iter().any(|table| table.has_word(doc.listed(i)))
}
