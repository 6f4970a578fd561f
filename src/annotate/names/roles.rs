//! Titles and offices: "Armenian Prime Minister" before a name, "the mayor of Sochi" behind it.

use super::Name;
use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::grammar;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::token::{Case, TokenKind};
use crate::wire::EntityKind;

/// Longest title, in tokens.
const LONGEST: usize = 8;

/// Gives each person the title that stands at the name. `names` are in order.
pub(super) fn add(doc: &Document, clues: &Clues, names: &mut [Name]) {
    for at in 0..names.len() {
        let name = &names[at];
        if name.kind != EntityKind::Person {
            continue;
        }
        let earlier = &names[at.saturating_sub(2)..at];
        let role = before(doc, clues, earlier, name.tokens.start)
            .or_else(|| apposed(doc, clues, earlier, name.tokens.start))
            .or_else(|| behind(doc, clues, names.get(at + 1), name.tokens.end));
        names[at].role = role;
    }
}

/// The office that the name at token `start` stands in apposition to: "Uganda's finance minister, Patrick Okello,",
/// "the mayor of Arda, Ana Reyes,".
fn apposed(doc: &Document, clues: &Clues, names: &[Name], start: usize) -> Option<TokenRange> {
    // "The finance minister, Dr. Ana Reyes,".
    const TITLES: usize = 3;
    let address = |i: &usize| clues.has(*i, clues::HONORIFIC) && doc.case(*i).is_capitalised();
    let start = (start.saturating_sub(TITLES)..start).rev().take_while(address).last().unwrap_or(start);
    let comma = start.checked_sub(1).filter(|i| doc.folded(*i) == ",")?;
    // "of Arda": the name that the office goes on with.
    let of = names.last().filter(|name| name.tokens.end == comma && name.kind != EntityKind::Person).and_then(|name| {
        let article = usize::from(doc.folded(name.tokens.start.saturating_sub(1)) == "the");
        (name.tokens.start.saturating_sub(1 + article)..name.tokens.start).find(|i| doc.folded(*i) == "of")
    });
    let role = before(doc, clues, if of.is_some() { &names[..names.len() - 1] } else { names }, of.unwrap_or(comma))?;
    Some(TokenRange::new(role.start, comma))
}

/// The title that ends at token `end`, with the country or body before it: it may be one of `names`.
fn before(doc: &Document, clues: &Clues, names: &[Name], end: usize) -> Option<TokenRange> {
    let first = doc.sentence(doc.sentence_at(end)).tokens.start;
    let mut start = end;
    let is_title = |i: usize| clues.has(i, clues::HONORIFIC | clues::ROLE);
    while start > first && end - start < LONGEST && is_title(start - 1) {
        start -= 1;
    }
    let says_something = (start..end).any(|i| clues.has(i, clues::ROLE));
    if start == end || !clues.has(end - 1, clues::TITLE_END) || !says_something {
        return None;
    }
    // "Armenian Army" of "Armenian Army Chief" reaches into the title; "Uganda" of "Uganda's Finance Minister" owns it.
    let owns = |name: &Name| name.tokens.end + 1 == start && doc.kind(name.tokens.end) == TokenKind::Clitic;
    let touches = |name: &Name| name.tokens.start < start && ((start..end).contains(&name.tokens.end) || owns(name));
    let owner = names.iter().rev().find(|name| touches(name) && name.kind != EntityKind::Person);
    let of_what = || with_noun(doc, clues, first, with_field(doc, clues, first, start));
    let start = owner.map_or_else(of_what, |name| name.tokens.start.max(first));
    // "UN rights chief": the body that the words before it touch.
    let body = names
        .iter()
        .rev()
        .find(|name| matches!(name.kind, EntityKind::Organization | EntityKind::Place) && name.tokens.end == start);
    let start = body.filter(|_| owner.is_none()).map_or(start, |name| name.tokens.start.max(first));
    // "Communities Secretary Sir".
    let address = |i: &usize| clues.has(*i, clues::HONORIFIC) && !clues.has(*i, clues::ROLE);
    let last = (start..end).rev().find(|i| !address(i)).unwrap_or(start);
    Some(TokenRange::new(start, last + 1))
}

/// "Workplace Minister", "County Commissioner": back over the words with a capital that say of what the office is.
fn with_field(doc: &Document, clues: &Clues, first: usize, office: usize) -> usize {
    let heads =
        matches!(doc.folded(office), "minister" | "secretary" | "commissioner" | "director" | "officer" | "editor");
    let is_field = |i: usize| {
        let small = clues.has(i, clues::STARTER) || grammar::TABLE.has_word(doc.listed(i));
        doc.kind(i) == TokenKind::Word && doc.case(i) == Case::Title && !small && !doc.tokens[i + 1].glued
    };
    let limit = first.max(office.saturating_sub(3));
    if heads { (limit..office).rev().take_while(|i| is_field(*i)).last().unwrap_or(office) } else { office }
}

/// "The migration minister", "UN rights chief": back over the words in lower case that say of what, to where the phrase
/// plainly begins.
fn with_noun(doc: &Document, clues: &Clues, first: usize, office: usize) -> usize {
    const WORDS: usize = 3;
    if doc.case(office) != Case::Lower {
        return office;
    }
    let is_noun = |i: usize| {
        let joined = doc.tokens[i].glued || doc.tokens[i + 1].glued;
        let word = doc.folded(i);
        let plain = doc.kind(i) == TokenKind::Word && doc.case(i) == Case::Lower && !joined;
        let plain = plain && !word.ends_with("ing") && word != "past";
        plain && !phrases::is_verbish(doc, i) && !phrases::is_adverb(doc, i) && !grammar::TABLE.has_word(doc.listed(i))
    };
    let start = (first.max(office.saturating_sub(WORDS))..office).rev().take_while(|i| is_noun(*i)).last();
    let Some(start) = start else { return office };
    // Who begins a sentence in lower case begins it with anything.
    let Some(before) = start.checked_sub(1).filter(|i| *i >= first) else { return office };
    let capital = doc.case(before).is_capitalised() && !clues.has(before, clues::STARTER);
    // "Coast guard spokesman", where a sentence begins.
    if capital && before == first && !grammar::TABLE.has_word(doc.listed(before)) && !phrases::is_adverb(doc, before) {
        return before;
    }
    let opens = doc.kind(before) != TokenKind::Word
        || capital
        || phrases::is(doc, before, grammar::DETERMINER | grammar::POSSESSIVE | grammar::COORDINATOR)
        || matches!(doc.folded(before), "by" | "of" | "with" | "from" | "said" | "told" | "former" | "then");
    if opens { start } else { office }
}

/// The office in apposition behind the name: ", the mayor of Sochi,".
fn behind(doc: &Document, clues: &Clues, next: Option<&Name>, comma: usize) -> Option<TokenRange> {
    if doc.folded(comma) != "," {
        return None;
    }
    let limit = doc.sentence(doc.sentence_at(comma)).tokens.end;
    let mut start = comma + 1;
    if matches!(doc.folded(start), "the" | "a" | "an") {
        start += 1;
    }
    let mut end = start;
    while end < limit && end - start < LONGEST && clues.has(end, clues::ROLE) {
        end += 1;
    }
    if end == start || !clues.has(end - 1, clues::TITLE_END) {
        return None;
    }
    let of = matches!(doc.folded(end), "of" | "for" | "at");
    let after_of = if doc.folded(end + 1) == "the" { end + 2 } else { end + 1 };
    let whole = next.filter(|name| of && name.tokens.start == after_of && name.tokens.end <= limit);
    Some(TokenRange::new(start, whole.map_or(end, |name| name.tokens.end)))
}
