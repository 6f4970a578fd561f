//! Where an article was written: "JÁCHAL, San Juan, Argentina (Andes Press) –" and "JOHOR BARU: Two" name places, whatever
//! lists know them.

use crate::document::{BlockRole, Document};
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues, What};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// How far from the beginning of a paragraph the dash stands.
const LONGEST: usize = 16;

/// Makes places of the names of datelines.
pub(super) fn find(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    for block in doc.blocks.iter().filter(|block| matches!(block.role, BlockRole::Body | BlockRole::Dateline)) {
        let Some(end) = end(doc, clues, block.tokens) else { continue };
        let mut free = block.tokens.start;
        for comma in (free..end).filter(|i| matches!(doc.folded(*i), "," | "/")).chain([end]).collect::<Vec<_>>() {
            put(doc, clues, tagged, TokenRange::new(free, comma));
            free = comma + 1;
        }
    }
}

/// Where the places of a dateline end: at a bracket or the dash. It begins with a word in capitals and has nothing in
/// lower case.
fn end(doc: &Document, clues: &Clues, block: TokenRange) -> Option<usize> {
    let first = block.start;
    let loud = doc.case(first) == Case::Upper && doc.word(first).chars().count() > 2;
    if loud && clues.known_at(first).is_some_and(|known| known.tokens == block && known.what != What::Organization) {
        return Some(block.end);
    }
    let last = block.end.min(first + LONGEST);
    let colon = |i: &usize| doc.folded(*i) == ":" && *i < first + 4 && doc.case(i + 1) == Case::Title;
    let is_dash = |i: &usize| matches!(doc.folded(*i), "-" | "–" | "—" | "--") && !doc.tokens[*i].glued || colon(i);
    let dash = (first..last).find(is_dash).filter(|dash| loud && *dash > first)?;
    let end = (first..dash).find(|i| doc.folded(*i) == "(").unwrap_or(dash);
    let quiet = (first..end)
        .all(|i| doc.case(i).is_capitalised() || doc.case(i) == Case::None && doc.kind(i) != TokenKind::Number);
    // "SCAM HUB RAID – 2,000 FREED".
    let listed = (first..end).any(|i| doc.folded(i) == ",") || end - first < 3;
    let headline = (dash + 1..block.end).take(LONGEST).all(|i| doc.case(i) != Case::Lower);
    (quiet && listed && end > first && (dash + 1 == block.end || !headline)).then_some(end)
}

fn put(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>, tokens: TokenRange) {
    let words = !tokens.is_empty()
        && tokens.len() < 5
        && tokens.iter().all(|i| doc.kind(i) == TokenKind::Word || doc.tokens[i].glued);
    let body = tokens.iter().any(|i| clues.has(i, clues::ORG_HEAD | clues::ORG_BODY | clues::LEGAL | clues::STARTER));
    let known = clues.known_at(tokens.start).is_some_and(|known| known.what == What::Organization);
    if !words || body || known || tokens.iter().all(|i| clues.has(i, clues::COMMON)) {
        return;
    }
    let first = tagged.partition_point(|name| name.tokens.end <= tokens.start);
    let last = tagged.partition_point(|name| name.tokens.start < tokens.end);
    let within =
        tagged[first..last].iter().all(|name| tokens.start <= name.tokens.start && name.tokens.end <= tokens.end);
    // "TOMAS WEIL: Who paid?" is a turn.
    let turn = doc.folded(tokens.end) == ":"
        && (first == last || tagged[first..last].iter().any(|name| name.class == Class::Person));
    if within && !turn {
        tagged.splice(first..last, [Tagged { tokens, class: Class::Place }]);
    }
}
