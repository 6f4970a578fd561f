//! Dates: "on **Thursday**", "**Aug. 4, 2022**", "in **the 1990s**", "**last month**".
//!
//! Not marked: counts of four digits ("2,000 peacekeepers", "1984 people"), "may" and "march" as
//! verbs, names such as Sunday Times or Black Friday, times of day, durations ("for two weeks"),
//! days that only recur ("on Mondays").
//!
//! Rules, in order of trust ([`read`]): full dates; day and month; month and year; relative words
//! with "ago", "last", "next"; feasts; weekdays; decades and centuries; bare months and years, in
//! context only; "two days later", counted from the date before. Words become values in [`resolve`], against the day of publication; without one, against
//! the first full date in the lines before the article (a dateline, "Published 4 August 2022").
//! A weekday or a day without a year is the latest such day not after publication, unless the
//! words around it plan ahead ("will", "due", "next").
//!
//! Known misses: tense carried over from another sentence; the days of feasts that move, such as Easter.
//!
//! Data: `data/date-words.tsv`, `data/feasts.tsv`. Values are ISO 8601 and EDTF (ISO 8601-2); what counts as one
//! expression follows TimeML's TIMEX3, but parts of the day are left outside the span.

pub(super) mod calendar;
mod read;
mod resolve;

use crate::document::{BlockRole, Document};
use crate::layer::{Layer, Spanned};
use crate::span::{Span, TokenRange};
use calendar::Day;
use read::Found;

/// Whether `text` begins with a day that the calendar has, as `2022-08-04`.
pub(crate) fn begins_with_day(text: &str) -> bool {
    Day::parse(text).is_some()
}

/// A date, a day, a year or a decade.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// ISO 8601 or EDTF; `None` where it can't be told.
    pub value: Option<String>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Date {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the dates of `doc`, resolved against `published` (`2022-08-04`) where they need it.
pub fn find(doc: &Document, published: Option<&str>) -> Layer<Date> {
    let found = read::read(doc);
    let anchor = published.and_then(Day::parse).or_else(|| dated_line(doc, &found));
    let mut dates: Vec<Date> = Vec::with_capacity(found.len());
    for found in &found {
        let sentence = doc.sentence_at(found.tokens.start).index();
        let near = |last: &&Date| doc.sentence_at(last.tokens.start).index() + 1 >= sentence;
        let last = dates.last().filter(near).and_then(|last| last.value.as_deref());
        let value = resolve::resolve(doc, found, anchor, last);
        dates.push(Date { span: doc.span_of(found.tokens), tokens: found.tokens, value, rule: found.rule });
    }
    Layer::new(dates)
}

/// The first full date of the lines that stand before the article's own words.
fn dated_line(doc: &Document, found: &[Found]) -> Option<Day> {
    found
        .iter()
        .take_while(|date| doc.block(doc.block_at(date.tokens.start)).role != BlockRole::Body)
        .find_map(|date| date.expression.full_day())
}
