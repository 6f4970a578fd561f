//! A headline that capitalises every word does not tell which of them are names.

use crate::document::{BlockRole, Document, WordSet};
use crate::span::TokenRange;
use crate::tagger::clues::{CAPITAL, CITY, COMMON, COUNTRY, DEMONYM, GIVEN, ORGANIZATION, REGION, SURNAME};
use crate::tagger::features::capitalises_all;
use crate::tagger::{Clues, Tagged};
use crate::token::Case;

/// How much of a headline is looked at.
const LONGEST: usize = 60;

/// Cuts the names of such headlines down to what is known as a name ("Quispe" of "Quispe Quits"), and drops what
/// has nothing of a name in it ("Ferry Sinks"): no list knows it, and the article names it nowhere else.
pub(super) fn doubt(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let headline = |i: usize| doc.block(doc.block_at(i)).role == BlockRole::Headline;
    let elsewhere = tagged.iter().filter(|name| !headline(name.tokens.start));
    let named = WordSet::of(doc, elsewhere.flat_map(|name| name.tokens.iter()));
    let listed = |i: usize| {
        doc.case(i) != Case::Title
            || clues.has(i, COUNTRY | DEMONYM | CAPITAL | REGION | CITY | ORGANIZATION)
            || clues.has(i, GIVEN | SURNAME) && !clues.has(i, COMMON)
    };
    let loud = |i: usize| capitalises_all(doc, doc.block(doc.block_at(i)).tokens.iter().take(LONGEST));
    tagged.retain_mut(|name| {
        if !headline(name.tokens.start) || !loud(name.tokens.start) {
            return true;
        }
        let is_named = |i: &usize| named.has(doc, *i);
        let mut tokens = name.tokens.iter();
        if let (Some(first), Some(last)) = (tokens.clone().find(is_named), tokens.clone().rfind(is_named)) {
            let known = |i: &usize| is_named(i) || listed(*i);
            let before = (name.tokens.start..first).rev().take_while(known).last().unwrap_or(first);
            let behind = (last + 1..name.tokens.end).take_while(known).last().unwrap_or(last);
            name.tokens = TokenRange::new(before, behind + 1);
            return true;
        }
        tokens.any(|i| listed(i) || name.tokens.len() > 1 && !clues.has(i, COMMON))
    });
}
