//! Companies, by the suffix that says so: "Mahadri Infra Ltd.", "Marlow Timber & Hardware, Inc.", "Nordhavn Offshore
//! AS", and what they are called without it.

use super::{context, signatures};
use crate::document::Document;
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::Case;

/// Longest name of a company, in tokens.
const LONGEST: usize = 6;

/// Nobody is called Ltd., nor as a company without it.
pub(super) fn find(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    partners(doc, clues, tagged);
    reach_suffix(doc, clues, tagged);
    let mut called = HashSet::default();
    for i in 0..tagged.len() {
        let TokenRange { start, end } = tagged[i].tokens;
        let free = tagged.get(i + 1).is_none_or(|next| next.tokens.start > end);
        let legal = clues.has(end, clues::LEGAL) && doc.case(end).is_capitalised();
        if tagged[i].class == Class::Person && legal && free && doc.sentence_at(start) == doc.sentence_at(end) {
            called.insert(doc.read(tagged[i].tokens));
            tagged[i] = Tagged { tokens: TokenRange::new(start, end + 1), class: Class::Organization };
        } else if end - start > 1 && (clues.has(end - 1, clues::LEGAL) || is_stock_company(doc, end - 1)) {
            // "Nordhavn Offshore" of Nordhavn Offshore AS, "Tekun Jaya" of Tekun Jaya Recycling Sdn Bhd.
            if matches!(tagged[i].class, Class::Person | Class::Place) {
                tagged[i].class = Class::Organization;
            }
            if tagged[i].class == Class::Organization {
                called.extend((start + 2..end).map(|end| doc.read(TokenRange::new(start, end))));
                called.insert(doc.read(TokenRange::new(start, end - 1)));
            }
        }
    }
    for name in tagged.iter_mut().filter(|name| name.class == Class::Person && name.tokens.len() > 1) {
        if !called.is_empty() && called.contains(&doc.read(name.tokens)) {
            name.class = Class::Organization;
        }
    }
}

/// "Nordhavn" of Nordhavn Offshore AS, and "KG" of GmbH & Co. KG.
fn reach_suffix(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    const WORDS: usize = 3;
    for at in 0..tagged.len() {
        let TokenRange { start, end } = tagged[at].tokens;
        let limit =
            clues::sentence_end(doc, start).min(tagged.get(at + 1).map_or(usize::MAX, |next| next.tokens.start));
        let is_part =
            |i: &usize| doc.case(*i) == Case::Title && !clues.has(*i, clues::STARTER) && !doc.tokens[*i].glued;
        let suffix =
            end + (end..limit.min(end + WORDS)).take_while(is_part).filter(|i| !clues.has(*i, clues::LEGAL)).count();
        // "Resort Spa" is no S.p.A.
        let legal = |i: usize| {
            clues.has(i, clues::LEGAL) && doc.word(i) != "Spa" && doc.case(i).is_capitalised()
                || is_stock_company(doc, i)
        };
        let open = matches!(tagged[at].class, Class::Person | Class::Place | Class::Organization);
        let partner = clues.has(end - 1, clues::LEGAL) && doc.word(end) == "KG";
        if open && (suffix > end && suffix < limit && legal(suffix) || partner && end < limit) {
            tagged[at] = Tagged { tokens: TokenRange::new(start, suffix.max(end) + 1), class: Class::Organization };
        }
    }
}

/// The Norwegian and Danish "AS", which in lower case is a word.
fn is_stock_company(doc: &Document, i: usize) -> bool {
    doc.word(i) == "AS" && i > 0 && doc.case(i - 1) == Case::Title
}

/// "Marlow Timber & Hardware, Inc.", whatever of it was tagged, and what stands on the next line ("Inc. Arda").
fn partners(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    for name in tagged.iter_mut() {
        let TokenRange { start, end } = name.tokens;
        if end - start > 1 && clues.has(start, clues::LEGAL) && doc.folded(start).ends_with('.') {
            name.tokens.start += 1;
        }
    }
    for i in 1..doc.tokens.len() {
        if !clues.has(i, clues::LEGAL) || !doc.case(i).is_capitalised() {
            continue;
        }
        let last = i - usize::from(doc.folded(i - 1) == ",");
        let first = doc.sentence(doc.sentence_at(i)).tokens.start.max(last.saturating_sub(LONGEST));
        let is_part = |i: usize| doc.case(i).is_capitalised() && !clues.has(i, clues::STARTER) || doc.folded(i) == "&";
        let same_line = |i: usize| !signatures::is_short_line(doc, i + 1);
        let Some(start) = (first..last).rev().take_while(|i| is_part(*i) && same_line(*i)).last() else { continue };
        if doc.folded(start) != "&" && (start..last).any(|i| doc.folded(i) == "&") {
            context::join(tagged, TokenRange::new(start, i + 1), Class::Organization, false);
        }
    }
}
