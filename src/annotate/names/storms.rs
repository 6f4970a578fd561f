//! Storms: "Typhoon Lando", "Tropical Storm Ana", and "Lando" after it, which is nobody.

use crate::document::Document;
use crate::lexicon::name_nouns;
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// The storms of `doc`, each with what it is: "Typhoon Lando".
pub(super) fn find(doc: &Document, clues: &Clues) -> Vec<TokenRange> {
    clues.things.iter().filter_map(|i| storm(doc, clues, *i)).collect()
}

/// The storm whose noun begins at token `i`: not "Hurricane Center".
fn storm(doc: &Document, clues: &Clues, i: usize) -> Option<TokenRange> {
    let is_capital = |i: usize| doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised() && doc.word(i).len() > 2;
    let word = clues::COMMON | clues::ORG_HEAD | clues::FACILITY;
    let is_name = |i: usize| is_capital(i) && (!clues.has(i, word) || clues.has(i, clues::GIVEN));
    if !name_nouns::TABLE.may_begin(doc.listed(i)) || doc.kind(i) != TokenKind::Word {
        return None;
    }
    let sentence = doc.sentence(doc.sentence_at(i)).tokens;
    let is_storm = |entry: crate::lexicon::Entry| entry.has(name_nouns::STORM);
    let (name, _) = name_nouns::TABLE.longest_where(doc, i, sentence.end, is_storm)?;
    let ends = !is_capital(name + 1) || doc.tokens.get(name + 1).is_some_and(|next| next.glued);
    // "National Hurricane Center", and "Storm Ana" of Tropical Storm Ana.
    let inner = i > sentence.start + 1 && doc.case(i - 1).is_capitalised() && !doc.tokens[i].glued
        || i > sentence.start && doc.folded(i - 1) == "tropical";
    (name < sentence.end && is_name(name) && !doc.tokens[name].glued && ends && !inner)
        .then(|| TokenRange::new(i, name + 1))
}

/// The names of the storms by themselves, wherever they stand with a capital.
pub(super) fn again(doc: &Document, clues: &Clues, storms: &[TokenRange]) -> Vec<TokenRange> {
    let last = storms.iter().map(|storm| storm.end - 1).filter(|i| !clues.has(*i, clues::COMMON));
    let names: HashSet<&str> = last.map(|i| doc.word(i)).collect();
    let alone = |i: &usize| names.contains(doc.word(*i)) && !doc.case(i + 1).is_capitalised();
    let all = (0..if names.is_empty() { 0 } else { doc.tokens.len() }).filter(alone);
    all.map(|i| TokenRange::new(i, i + 1)).collect()
}

/// Takes the storms out of what is tagged, and gives those places where one is called by its name alone, which is
/// nobody's in the article.
pub(super) fn take_out(
    doc: &Document,
    clues: &Clues,
    storms: &[TokenRange],
    tagged: &mut Vec<Tagged>,
) -> Vec<TokenRange> {
    if storms.is_empty() {
        return Vec::new();
    }
    let names: HashSet<&str> = storms.iter().map(|storm| doc.folded(storm.end - 1)).collect();
    let overlaps = |name: &Tagged| {
        let at = storms.partition_point(|storm| storm.end <= name.tokens.start);
        storms.get(at).is_some_and(|storm| storm.overlaps(name.tokens))
    };
    let people: HashSet<&str> = tagged
        .iter()
        .filter(|name| name.class == Class::Person && name.tokens.len() > 1 && !overlaps(name))
        .flat_map(|name| name.tokens.iter().map(|i| doc.folded(i)))
        .collect();
    let is_storm = |name: &Tagged| {
        let word = doc.folded(name.tokens.start);
        let place = name.class == Class::Place && clues.known_at(name.tokens.start).is_none();
        let nobody = matches!(name.class, Class::Person | Class::Other | Class::Organization);
        let open = name.tokens.len() == 1 && (place || nobody);
        open && doc.case(name.tokens.start) != Case::Lower && names.contains(word) && !people.contains(word)
    };
    let mut found = Vec::new();
    tagged.retain(|name| {
        let short = !overlaps(name) && is_storm(name);
        if short {
            found.push(name.tokens);
        }
        !short && !overlaps(name)
    });
    found
}
