//! The words around a number that bound it.

use crate::document::Document;
use crate::lexicon::bounds as words;
use crate::span::TokenRange;
use crate::wire::Bound;

/// How many words a bound phrase can have.
const LONGEST: usize = 4;

/// What bounds a number.
pub(in crate::annotate) struct Bounds {
    /// The number with its bound words.
    pub(in crate::annotate) whole: TokenRange,
    /// What they make of it.
    pub(in crate::annotate) bound: Bound,
}

/// Reads the bound words that touch `number`.
pub(in crate::annotate) fn around(doc: &Document, number: TokenRange, within: TokenRange) -> Bounds {
    let mut whole = number;
    let mut bound = Bound::Exact;
    while let Some((start, found)) = before(doc, whole.start, within.start) {
        whole.start = start;
        bound = stronger(bound, found);
        if number.start - whole.start > 2 * LONGEST {
            break;
        }
    }
    if let Some((end, found)) = after(doc, number.end, within.end) {
        whole.end = end;
        bound = stronger(bound, found);
    }
    Bounds { whole, bound }
}

/// "as many as about 20" is at most 20: a limit says more than "about".
fn stronger(a: Bound, b: Bound) -> Bound {
    if matches!(a, Bound::AtLeast | Bound::AtMost) { a } else { b }
}

fn before(doc: &Document, end: usize, from: usize) -> Option<(usize, Bound)> {
    (from.max(end.saturating_sub(LONGEST))..end).find_map(|start| {
        let (after, entry) = words::TABLE.longest(doc, start, end)?;
        let bound = if entry.has(words::AT_LEAST) {
            Bound::AtLeast
        } else if entry.has(words::AT_MOST) {
            Bound::AtMost
        } else if entry.has(words::APPROX) {
            Bound::Approx
        } else {
            // "the toll is up to 41", "handed over 95 prisoners"
            return (after == end && entry.has(words::REACHED)).then_some(None);
        };
        (after == end).then_some(Some((start, bound)))
    })?
}

fn after(doc: &Document, start: usize, end: usize) -> Option<(usize, Bound)> {
    if doc.folded(start) == "+" && start < end {
        return Some((start + 1, Bound::AtLeast));
    }
    // "20-odd"
    let from = if doc.folded(start) == "-" { start + 1 } else { start };
    let behind = words::AFTER_AT_LEAST | words::AFTER_AT_MOST | words::AFTER_APPROX;
    let (after, entry) = words::TABLE.longest_where(doc, from, end, |entry| entry.has(behind))?;
    let bound = if entry.has(words::AFTER_AT_LEAST) {
        Bound::AtLeast
    } else if entry.has(words::AFTER_AT_MOST) {
        Bound::AtMost
    } else {
        Bound::Approx
    };
    // "injuring 30 at least" ends there; "killed 30, at least 12 of them" is about the next number.
    let next = crate::lexicon::number_words::TABLE.has_word(doc.listed(after));
    (!next && doc.kind(after) != crate::token::TokenKind::Number).then_some((after, bound))
}
