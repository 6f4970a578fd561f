//! Statements: a paragraph without marks behind one that ends by saying whose it is.
//!
//! "The minister, Ana Reyes, said:" and then what she said, as press offices write. Only the next paragraph, and only
//! whole sentences: what follows may be hers or the writer's again.

use super::cues::{Cue, Form};
use super::marks::Stretch;
use super::{Linked, Quote};
use crate::document::{Block, BlockRole, Document};
use crate::wire::QuoteKind;

/// Finds the statements of `doc`.
pub(crate) fn find(doc: &Document, stretches: &[Stretch], cues: &[Cue]) -> Vec<Linked> {
    let written = |block: &&Block| matches!(block.role, BlockRole::Headline | BlockRole::Body);
    let blocks: Vec<&Block> = doc.blocks.iter().filter(written).collect();
    blocks.windows(2).filter_map(|pair| Some((statement(doc, stretches, cues, pair[0], pair[1])?, None))).collect()
}

fn statement(doc: &Document, stretches: &[Stretch], cues: &[Cue], before: &Block, block: &Block) -> Option<Quote> {
    let colon = before.tokens.end.checked_sub(1).filter(|i| doc.word(*i) == ":")?;
    let cue = &cues[cues.partition_point(|cue| cue.tokens.end <= colon).checked_sub(1)?];
    let introduces =
        cue.after == colon && cue.form == Form::Finite && !cue.unsaid && before.tokens.has(cue.tokens.start);
    let words = block.tokens;
    if block.role != BlockRole::Body || words.is_empty() {
        return None;
    }
    let at = stretches.partition_point(|s| s.whole.start < words.start);
    let marked = stretches.get(at).is_some_and(|s| words.has(s.whole.start));
    let ends = matches!(doc.word(words.end - 1), "." | "!" | "?");
    (introduces && !marked && ends)
        .then(|| Quote::unmarked(QuoteKind::Indirect, vec![doc.span_of(words)], "quotes/statement").said_by(cue))
}
