//! Ships: "MV Santa Clara", "the trawler Zillarri", and "the Santa Clara" after it, which is neither a town nor a person.

use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::{grammar, name_nouns, ship_prefixes};
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Longest name of a ship, in tokens.
const LONGEST: usize = 4;

/// The prefix that begins at token `i` and the name behind it.
fn ship(doc: &Document, i: usize) -> Option<(TokenRange, TokenRange)> {
    if !ship_prefixes::TABLE.may_begin(doc.listed(i)) {
        return None;
    }
    if doc.case(i) != Case::Upper && doc.word(i).len() > 1 || doc.kind(i) != TokenKind::Word {
        return None;
    }
    let sentence = doc.sentence(doc.sentence_at(i)).tokens;
    let (start, _) = ship_prefixes::TABLE.longest(doc, i, sentence.end.min(i + 3))?;
    let is_name = |i: usize| doc.kind(i) == TokenKind::Word && doc.case(i) == Case::Title && doc.word(i).len() > 1;
    let end = (start..sentence.end.min(start + LONGEST)).find(|i| !is_name(*i)).unwrap_or(start + LONGEST);
    let end = end.min(sentence.end);
    (end > start).then(|| (TokenRange::new(i, end), TokenRange::new(start, end)))
}

/// The name that begins at token `i` behind a noun for ships: "the trawler Zillarri", "two vessels, Turva II and
/// Karhu,", "the boat, the "Mame Diarra",". What somebody did to a boat is another matter: "the boat Reyes bought".
fn called(doc: &Document, clues: &Clues, i: usize) -> Option<TokenRange> {
    let is_noun = |i: usize| doc.case(i) == Case::Lower && name_nouns::TABLE.has_tag(doc.listed(i), name_nouns::SHIP);
    let is_name = |i: usize| doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised() && doc.word(i).len() > 1;
    if !is_name(i) {
        return None;
    }
    let sentence = doc.sentence(doc.sentence_at(i)).tokens;
    let mark = |i: usize| doc.kind(i) == TokenKind::Quote;
    if i < sentence.start + 2 || doc.tokens[i].glued && !mark(i - 1) {
        return None;
    }
    let quoted = mark(i - 1);
    let mut before = i - 1 - usize::from(quoted);
    before -= usize::from(doc.folded(before) == "the" && before > sentence.start);
    before -= usize::from(doc.folded(before) == "," && before > sentence.start);
    if !is_noun(before) {
        return None;
    }
    let apposed = before + 1 < i - usize::from(quoted);
    let end = (i..sentence.end.min(i + LONGEST)).find(|i| !is_name(*i)).unwrap_or(i + LONGEST).min(sentence.end);
    let closed = doc.kind(end) == TokenKind::Quote || matches!(doc.folded(end), "," | "." | "and");
    let known = clues.known_at(i).is_some_and(|known| known.tokens.end == end);
    let somebody = clues.has(i, clues::GIVEN | clues::DEMONYM | clues::HONORIFIC | clues::ROLE) && !quoted;
    let acts = phrases::is_verbish(doc, end) || grammar::TABLE.has_word(doc.listed(end)) && doc.folded(end) != "and";
    let open = quoted || !known && !(somebody && (acts || end - i == 1));
    (open && (!apposed || closed)).then(|| TokenRange::new(i, end))
}

/// Makes ships of what was tagged as something else.
pub(super) fn find(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    if clues.things.is_empty() {
        return;
    }
    let named =
        (0..doc.tokens.len()).filter_map(|i| ship(doc, i).or_else(|| called(doc, clues, i).map(|name| (name, name))));
    let mut ships: Vec<(TokenRange, TokenRange)> = Vec::new();
    for ship in named {
        if ships.last().is_none_or(|(last, _)| last.end <= ship.0.start) {
            ships.push(ship);
        }
    }
    if ships.is_empty() {
        return;
    }
    let named: HashSet<String> = ships.iter().map(|(_, name)| doc.read(*name)).collect();
    let mut ships = ships.into_iter().map(|(whole, _)| Tagged { tokens: whole, class: Class::Product }).peekable();
    let mut all = Vec::with_capacity(tagged.len());
    for name in tagged.drain(..) {
        while let Some(ship) = ships.next_if(|ship| ship.tokens.start < name.tokens.end) {
            all.push(ship);
        }
        if all.last().is_some_and(|last: &Tagged| last.tokens.end > name.tokens.start) {
            continue;
        }
        let before = name.tokens.start.checked_sub(1);
        let article = before.is_some_and(|i| doc.folded(i) == "the");
        let called = article || before.is_some_and(|i| doc.kind(i) == TokenKind::Quote);
        // "We did it after the Doña Paz": where ships are spoken of, nobody else has an article.
        let other = article
            && name.class == Class::Person
            && name.tokens.len() > 1
            && (doc.kind(name.tokens.end) != TokenKind::Word || phrases::is_verbish(doc, name.tokens.end));
        let ship = other || called && named.contains(&doc.read(name.tokens));
        let class = if ship { Class::Product } else { name.class };
        all.push(Tagged { class, ..name });
    }
    all.extend(ships);
    *tagged = all;
}
