//! Bodies of a state, called by its name or demonym: "Azeri defence ministry", "Karabakh army",
//! "Russian Foreign Ministry".

use crate::document::Document;
use crate::span::TokenRange;
use crate::tagger::Clues;
use crate::tagger::clues::{self, What};
use crate::token::{Case, TokenKind};
use std::collections::HashSet;

/// "federal security service" is long enough.
const LONGEST: usize = 5;

pub(super) fn find(doc: &Document, clues: &Clues, lands: &HashSet<&str>) -> Vec<TokenRange> {
    let state = clues.known.iter().filter(|known| known.what != What::Organization);
    let listed = state.filter_map(|known| body(doc, clues, known.tokens));
    listed.chain(of_named_lands(doc, clues, lands)).collect()
}

/// The bodies of lands that no list has but that the text names: "Zangara" is one where it speaks of
/// "Upper Zangara", and so "Zangara army" is its army.
fn of_named_lands(doc: &Document, clues: &Clues, lands: &HashSet<&str>) -> Vec<TokenRange> {
    (0..doc.tokens.len())
        .filter(|i| {
            doc.case(*i).is_capitalised() && lands.contains(doc.folded(*i)) && clues.has(i + 1, clues::ORG_BODY)
        })
        .filter_map(|i| body(doc, clues, TokenRange::new(i, i + 1)))
        .collect()
}

/// The state's name and the body's that follows it.
fn body(doc: &Document, clues: &Clues, state: TokenRange) -> Option<TokenRange> {
    let start = state.end;
    // "Azeri sports ministry": any word may say of what.
    let of_what =
        doc.folded(start + 1) == "ministry" && doc.kind(start) == TokenKind::Word && doc.case(start) == Case::Lower;
    let mut end = start + usize::from(of_what && doc.folded(start).len() > 4);
    while end < start + LONGEST && clues.has(end, clues::ORG_BODY) && !doc.tokens[end].glued {
        end += 1;
    }
    let same_sentence = end > start && doc.sentence_at(start) == doc.sentence_at(end - 1);
    let goes_on = doc.tokens.get(end).is_some_and(|next| next.glued && doc.folded(end) == "-");
    (same_sentence && doc.sentence_at(state.start) == doc.sentence_at(start) && !goes_on)
        .then(|| TokenRange::new(state.start, end))
}
