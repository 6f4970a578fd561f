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
        // "33 missing and 101 hurt"
        let starts = doc.tokens_in(figure.span).start;
        let listed = starts > last.number.end && starts <= last.number.end + 6 && doc.folded(starts - 1) == "and";
        let plain = (last.number.end..starts).all(|i| doc.folded(i) != "," && doc.folded(i) != ";");
        if listed && plain {
            return Some(Source { quote: None, cue: None, certainty: Certainty::Inferred, ..source.clone()? });
        }
        // "Police said six died; three were in a critical condition", "…; three more were hurt"
        // Not "Prosecutors put it at 86; teams exhumed 68 skeletons": the new clause has a subject of its own.
        let semicolon = (last.number.end.max(starts.saturating_sub(3))..starts).any(|i| doc.folded(i) == ";");
        let speaks_first = source.as_ref().and_then(|s| s.cue).is_some_and(|cue| cue.end <= last.number.start);
        if semicolon && (speaks_first || doc.folded(figure.number.end) == "more") {
            return Some(Source { quote: None, cue: None, certainty: Certainty::Inferred, ..source.clone()? });
        }
        // "…, pushing the toll to 1,127"
        let from = last.number.end.max(figure.number.start.saturating_sub(8));
        let pushes = (from..figure.number.start).any(|i| {
            let now = doc.is_one_of(i, &["bringing", "pushing", "taking", "raising", "lifting"]);
            // ", which would bring the toll to 42"
            now && doc.folded(i - 1) == "," || doc.folded(i) == "which" && doc.folded(i + 1 + 1) == "bring"
        });
        if pushes {
            return Some(Source { quote: None, cue: None, certainty: Certainty::Inferred, ..source.clone()? });
        }
        // "nine more in Sirnak and six in Hakkari"
        let carried = source.as_ref().filter(|s| s.certainty == Certainty::Inferred && s.cue.is_none())?;
        return Some(carried.clone());
    }
    let tokens = doc.sentence(here).tokens;
    // "That brings the number of deaths to 648", also as a paragraph of its own.
    let sums_up = doc.is_one_of(tokens.start, &["that", "this", "it"])
        && doc.is_one_of(tokens.start + 1, &["brings", "brought", "takes", "took", "raises", "raised"]);
    let block = doc.sentence(here).block == doc.sentence(there).block;
    let follows = here.index() == there.index() + 1 && (block || sums_up);
    let adds = |i: usize| match doc.folded(i) {
        "more" => doc.folded(i + 1) != "than",
        word => matches!(word, "also" | "another" | "others" | "later"),
    };
    let goes_on = tokens.iter().take(14).any(adds);
    let general =
        tokens.iter().take(120).any(|i| doc.is_one_of(i, &["since", "years", "war", "conflict", "according"]));
    // "Of these, 19,000 crossed into Sudan"
    let of_these = doc.folded(tokens.start) == "of" && doc.is_one_of(tokens.start + 1, &["these", "those", "them"]);
    if !follows || !(sums_up || of_these || goes_on && !general) {
        return None;
    }
    Some(Source { quote: None, cue: None, certainty: Certainty::Inferred, ..source.clone()? })
}
