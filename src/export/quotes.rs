//! Quotes as CSV, one a row, in the order of the text.

use super::text::Text;
use super::{csv, marks, stands};
use crate::wire::{Article, Quote};

/// The names of the columns. `words` counts those said, `part_of` is the quote that a later stretch goes on from.
pub(super) const HEADER: &str = "article,quote,kind,said,speaker,speaker_name,speaker_role,certainty,cue,words,part_of,\
    origin,rule,start,end\r\n";

/// A row for each quote that stands.
pub(super) fn rows(article: &Article, text: &Text) -> String {
    let entities = marks::entities(article);
    let mut out = String::new();
    for quote in article.quotes.iter().filter(|q| stands(q.origin)) {
        let said = said(quote, text);
        let speaker = quote.speaker.as_ref();
        let entity = speaker.and_then(|s| s.entity.as_deref()).and_then(|id| entities.get(id));
        let cells = [
            marks::called(article).to_string(),
            quote.id.to_string(),
            marks::word(&quote.kind),
            said.clone(),
            speaker.map(|s| text.line(s.start, s.end)).unwrap_or_default(),
            entity.map(|e| e.name.clone()).unwrap_or_default(),
            entity.and_then(|e| e.role.clone()).unwrap_or_default(),
            speaker.map(|s| marks::word(&s.certainty)).unwrap_or_default(),
            quote.cue.map(|cue| text.line(cue.start, cue.end)).unwrap_or_default(),
            said.split_whitespace().count().to_string(),
            quote.continues.as_deref().unwrap_or_default().to_string(),
            marks::word(&quote.origin),
            quote.rule.to_string(),
            quote.start.to_string(),
            quote.end.to_string(),
        ];
        csv::row(cells, &mut out);
    }
    out
}

/// The words said, on one line: several stretches where the cue breaks them.
pub(super) fn said(quote: &Quote, text: &Text) -> String {
    let stretches: Vec<String> = match quote.content.as_slice() {
        [] => vec![text.line(quote.start, quote.end)],
        content => content.iter().map(|r| text.line(r.start, r.end)).collect(),
    };
    stretches.join(" … ")
}
