//! Ships: "MV Santa Clara", and "the Santa Clara" after it, which is neither a town nor a person.

use crate::document::Document;
use crate::lexicon::ship_prefixes;
use crate::maps::HashSet;
use crate::span::TokenRange;
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

/// Makes ships of what was tagged as something else.
pub(super) fn find(doc: &Document, tagged: &mut Vec<Tagged>) {
    let ships: Vec<_> = (0..doc.tokens.len()).filter_map(|i| ship(doc, i)).collect();
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
        let called = before.is_some_and(|i| doc.folded(i) == "the" || doc.kind(i) == TokenKind::Quote);
        let class = if called && named.contains(&doc.read(name.tokens)) { Class::Product } else { name.class };
        all.push(Tagged { class, ..name });
    }
    all.extend(ships);
    *tagged = all;
}
