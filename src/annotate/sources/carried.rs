//! A source that carries over: the sentence before gives it, and this one plainly goes on.

use super::Source;
use crate::annotate::figures::Figure;
use crate::document::Document;
use crate::wire::Certainty;

/// The source of the last figure of the sentence before, where the new one adds to it ("nine more",
/// "also", "later died").
pub(super) fn source(doc: &Document, figures: &[Figure], sources: &[Option<Source>]) -> Option<Source> {
    let (figure, before) = figures.split_last()?;
    let (last, source) = before.iter().zip(sources).next_back()?;
    let here = doc.sentence_at(figure.number.start);
    let there = doc.sentence_at(last.number.start);
    if here == there {
        // "nine more in Sirnak and six in Hakkari"
        let carried = source.as_ref().filter(|s| s.certainty == Certainty::Inferred && s.cue.is_none())?;
        return Some(carried.clone());
    }
    let follows = here.index() == there.index() + 1 && doc.sentence(here).block == doc.sentence(there).block;
    let tokens = doc.sentence(here).tokens;
    let goes_on =
        tokens.iter().take(14).any(|i| matches!(doc.folded(i), "more" | "also" | "another" | "others" | "later"));
    let general =
        tokens.iter().take(120).any(|i| matches!(doc.folded(i), "since" | "years" | "war" | "conflict" | "according"));
    if !follows || !goes_on || general {
        return None;
    }
    Some(Source { quote: None, cue: None, certainty: Certainty::Inferred, ..source.clone()? })
}
