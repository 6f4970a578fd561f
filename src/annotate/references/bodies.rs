//! Phrases for a body without a name that acts: "the bench was not impressed". "It" is then no other body, named before.

use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::{grammar, organization_words};
use crate::span::TokenRange;

/// Longest phrase, in tokens: "the local land court".
const LONGEST: usize = 4;

/// The words for a body behind "the" at token `i`, without it, where a verb follows them.
pub(super) fn phrase(doc: &Document, i: usize) -> Option<TokenRange> {
    let start = i + 1;
    if doc.folded(i) != "the" {
        return None;
    }
    let plain = |i: &usize| phrases::is_word(doc, *i) && !phrases::is(doc, *i, grammar::PREPOSITION);
    let end = (start..=start + LONGEST).take_while(plain).find(|i| phrases::is_verbish(doc, *i))?;
    let head = end.checked_sub(1).filter(|head| *head >= start)?;
    let body = organization_words::TABLE.has_tag(doc.listed(head), organization_words::HEAD);
    (body || doc.folded(head) == "bench").then(|| TokenRange::new(start, end))
}
