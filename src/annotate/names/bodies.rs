//! Bodies of a state, called by its name or demonym: "Azeri defence ministry", "Karabakh army",
//! "Russian Foreign Ministry".

use crate::document::Document;
use crate::span::TokenRange;
use crate::tagger::Clues;
use crate::tagger::clues::{self, What};

/// "federal security service" is long enough.
const LONGEST: usize = 5;

pub(super) fn find(doc: &Document, clues: &Clues) -> Vec<TokenRange> {
    let state = clues.known.iter().filter(|known| known.what != What::Organization);
    state.filter_map(|known| body(doc, clues, known.tokens)).collect()
}

/// The state's name and the body's that follows it.
fn body(doc: &Document, clues: &Clues, state: TokenRange) -> Option<TokenRange> {
    let start = state.end;
    let mut end = start;
    while end < start + LONGEST && clues.has(end, clues::ORG_BODY) && !doc.tokens[end].glued {
        end += 1;
    }
    let same_sentence = end > start && doc.sentence_at(start) == doc.sentence_at(end - 1);
    let goes_on = doc.tokens.get(end).is_some_and(|next| next.glued && doc.folded(end) == "-");
    (same_sentence && doc.sentence_at(state.start) == doc.sentence_at(start) && !goes_on)
        .then(|| TokenRange::new(state.start, end))
}
