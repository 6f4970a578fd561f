//! Transcripts and interviews: paragraphs that begin with who speaks, and a colon.
//!
//! "Reporter: Is the dam safe?", "Q: …", "A: …". Only where several paragraphs begin so and a label
//! comes back; a single "Weather: rain" is none.

use super::marks::Stretch;
use super::{Linked, Quote, phrases};
use crate::document::{Block, BlockRole, Document};
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::wire::QuoteKind;

/// How many words a label can have.
const LABEL: usize = 5;
/// How many paragraphs must begin with one.
const LEAST: usize = 3;

/// Finds the turns of `doc`, if it is a transcript, but for those that stand in marks.
pub(crate) fn find(doc: &Document, stretches: &[Stretch]) -> Vec<Linked> {
    let turns: Vec<(TokenRange, TokenRange)> = doc.blocks.iter().filter_map(|block| turn(doc, block)).collect();
    let labels: HashSet<String> = turns.iter().map(|(label, _)| doc.read(*label)).collect();
    if turns.len() < LEAST || labels.len() == turns.len() || labels.len() < 2 {
        return Vec::new();
    }
    let unmarked = turns.into_iter().filter(|(_, words)| {
        let at = stretches.partition_point(|s| s.whole.start < words.start);
        stretches.get(at).is_none_or(|s| s.whole.start > words.start)
    });
    unmarked.map(|(label, words)| (quote(doc, label, words), None)).collect()
}

/// The label of a paragraph and the words behind it.
fn turn(doc: &Document, block: &Block) -> Option<(TokenRange, TokenRange)> {
    let tokens = block.tokens;
    let named = |i: usize| phrases::is_word(doc, i) && doc.case(i).is_capitalised();
    let colon = (tokens.start..tokens.end.min(tokens.start + LABEL + 1)).find(|&i| doc.word(i) == ":")?;
    let label = TokenRange::new(tokens.start, colon);
    let words = TokenRange::new(colon + 1, tokens.end);
    (matches!(block.role, BlockRole::Body | BlockRole::Headline)
        && !label.is_empty()
        && !words.is_empty()
        && label.iter().all(named))
    .then_some((label, words))
}

fn quote(doc: &Document, label: TokenRange, words: TokenRange) -> Quote {
    let quote = Quote::unmarked(QuoteKind::Direct, vec![doc.span_of(words)], "quotes/transcript");
    Quote { subject: Some(label), ..quote }
}
