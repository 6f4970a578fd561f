//! Which figures are of another time than the article's own event: "in the 2020 war", "In August, 20 people died".

use super::view::View;
use crate::annotate::dates::Date;
use crate::document::Document;
use crate::lexicon::{date_words, ledger_words as words};
use crate::span::{FigureId, TokenRange};

/// The time that a figure is from, if that is clearly not the day's news: the nearest date of its sentence, or the
/// one that opens it.
pub(super) fn other(view: &View, id: FigureId) -> Option<String> {
    let figure = view.figure(id);
    // "23 women have been killed since January; the police have put it at nine": of the same time.
    let put =
        figure.number.start.checked_sub(2).filter(|it| view.doc.folded(*it) == "it" && view.doc.folded(it + 1) == "at");
    if let Some(before) = put.and(id.index().checked_sub(1)).map(FigureId::at).filter(|_| figure.rule == "figures/toll")
    {
        return long_of(view, before);
    }
    // "75,000 have fled since May. Of these, 19,000 …"
    let start = view.doc.sentence(view.doc.sentence_at(figure.number.start)).tokens.start;
    let of_these = view.doc.folded(start) == "of" && view.doc.is_one_of(start + 1, &["these", "those", "them"]);
    if let Some(before) = id.index().checked_sub(1).map(FigureId::at).filter(|_| of_these) {
        return other(view, before);
    }
    // "The 13 were arrested in May": those told of above.
    let before = |n: usize| figure.number.start.checked_sub(n).map_or("", |i| view.doc.folded(i));
    // "Eleven of the 23 injured in a 2022 fire" were not.
    if before(1) == "the" && before(2) != "of" {
        return None;
    }
    if let Some(period) = period(view.doc, view.doc.tokens_in(figure.span).end) {
        return Some(period);
    }
    long_of(view, id)
}

/// The time that the sentence of a figure gives.
fn long_of(view: &View, id: FigureId) -> Option<String> {
    /// A date so near the sentence's start is about all of it.
    const OPENS: usize = 3;
    let figure = view.figure(id);
    let sentence = view.doc.sentence(view.doc.sentence_at(figure.number.start));
    if view.is_of_years(id) {
        return Some(YEARS.to_string());
    }
    let opening = view.dates.starting_in(sentence.span).first();
    let opening = opening.filter(|date| date.tokens.start < sentence.tokens.start + OPENS);
    let nearest = figure.date.and_then(|date| view.dates.get(date.index()));
    nearest
        .into_iter()
        .chain(opening)
        .filter(|date| !compares(view.doc, date))
        .find_map(|date| long(view.doc, date).or_else(|| dated(view.doc, date)))
}

/// The time right behind a count that another is compared with: "up from 19 **the week before**", "against 1,190 **in the
/// same period**".
fn period(doc: &Document, end: usize) -> Option<String> {
    const BEHIND: usize = 3;
    let unit = |i: usize| doc.is_one_of(i, &["year", "years", "week", "weeks", "month", "months"]);
    let same = doc.is_one_of(end, &["in", "during", "over"]) && doc.folded(end + 1) == "the";
    if same && doc.folded(end + 2) == "same" {
        return Some(EARLIER.to_string());
    }
    let unit = (end..end + BEHIND).find(|i| unit(*i))?;
    let article = doc.is_one_of(end, &["the", "a", "one"]);
    (article && doc.is_one_of(unit + 1, &["before", "earlier", "ago"])).then(|| EARLIER.to_string())
}

/// The time of counts that others are compared with.
const EARLIER: &str = "earlier";

/// A day with its year: the day's news is told without it.
fn dated(doc: &Document, date: &Date) -> Option<String> {
    let year = date.tokens.iter().any(|i| doc.kind(i) == crate::token::TokenKind::Number && doc.word(i).len() == 4);
    date.value.clone().filter(|_| year)
}

/// The time of counts that run over years.
const YEARS: &str = "years";

/// "in the past two years", "the war has killed": a count of more than the day's event.
pub(super) fn is_of_years(doc: &Document, sentence: TokenRange) -> bool {
    const REACH: usize = 4;
    let is = |i: usize, words: &[&str]| sentence.has(i) && words.contains(&doc.folded(i));
    sentence.iter().take(120).any(|i| {
        let lasted = || words::TABLE.has_tag(doc.listed(i), words::CONFLICT) && is(i + 1, &["has", "have", "had"]);
        match doc.folded(i) {
            "past" | "last" | "previous" => {
                (i + 1..i + REACH).any(|j| is(j, &["years", "decades", "decade", "months"]))
            }
            // "in the last financial year"
            "financial" | "fiscal" => is(i + 1, &["year"]),
            // "has found 214 bodies since it was founded"
            "since" => {
                (sentence.start..i).any(|j| matches!(doc.folded(j), "has" | "have"))
                    && (i + 2..i + 2 + REACH)
                        .any(|j| is(j, &["founded", "established", "created", "began", "started", "erupted"]))
                    && !(sentence.start..i).rev().take(8).any(|j| words::TABLE.has_tag(doc.listed(j), words::RECORD))
            }
            // "The civil war, which lasted 30 years, left 200,000 people dead"
            "war" | "insurgency" | "genocide" => is(i + 1, &[",", "left", "killed", "claimed", "cost"]) || lasted(),
            _ => lasted(),
        }
    }) || doc.folded(sentence.start) == "in"
        // "In the worst case, 68 died at the port"
        && words::TABLE.has_tag(doc.listed(sentence.start + 2), words::RECORD)
        && words::TABLE.has_tag(doc.listed(sentence.start + 3), words::EVENT)
}

/// A year, decade or month, none of its days; "last year", where that has no value.
fn long(doc: &Document, date: &Date) -> Option<String> {
    match &date.value {
        // A year, an interval of years, a month, an unknown digit.
        Some(value) if value.len() <= 7 || value.contains('X') || (value.len() == 9 && !value.contains('-')) => {
            Some(value.clone())
        }
        Some(_) => None,
        // "twelve years ago"
        None if doc.folded(date.tokens.end - 1) == "ago" => {
            let years = |i: usize| doc.is_one_of(i, &["years", "year", "decades"]);
            date.tokens.iter().any(years).then(|| doc.read(date.tokens))
        }
        None => is_long(doc, date.tokens).then(|| doc.read(date.tokens).to_lowercase()),
    }
}

/// "August", "last year": a month or longer, without a day.
fn is_long(doc: &Document, tokens: TokenRange) -> bool {
    let listed = |i: usize, tags: u32| date_words::TABLE.has_tag(doc.listed(i), tags);
    let day = |i: usize| doc.kind(i) == crate::token::TokenKind::Number || listed(i, date_words::WEEKDAY);
    let past = doc.is_one_of(tokens.start, &["last", "past", "previous"]);
    let unit = |i: usize| doc.is_one_of(i, &["year", "decade", "years", "decades", "century", "month"]);
    !tokens.iter().any(day) && (tokens.iter().any(|i| listed(i, date_words::MONTH)) || past && tokens.iter().any(unit))
}

/// "the deadliest attack since 2015", "the ministry, founded in 2016,": the date says nothing of when people died; "since 2015, when 41 died" does.
fn compares(doc: &Document, date: &Date) -> bool {
    const BEFORE: usize = 8;
    if doc.folded(date.tokens.end) == "," && doc.folded(date.tokens.end + 1) == "when" {
        return false;
    }
    let founded = date.tokens.start.checked_sub(2).map_or("", |i| doc.folded(i));
    if matches!(founded, "founded" | "established" | "created" | "built" | "opened" | "formed" | "elected") {
        return true;
    }
    let sentence = doc.sentence(doc.sentence_at(date.tokens.start)).tokens;
    let before = sentence.start.max(date.tokens.start.saturating_sub(BEFORE))..date.tokens.start;
    before.clone().any(|i| doc.folded(i) == "since")
        && before.into_iter().any(|i| words::TABLE.has_tag(doc.listed(i), words::RECORD))
}
