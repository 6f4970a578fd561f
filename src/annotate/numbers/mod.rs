//! Numbers: digits and words, with their bounds.
//!
//! **Marks** `19`, `4,500`, `forty-two`, `half a million`, `dozens`, `10 to 15`, and with them the
//! words that bound them: `at least`, `some`, `or more`.
//!
//! **Does not mark** parts of dates, times of day, ordinals, decades, labels (`Flight 447`), parts
//! of a compound (`14-year-old`, `two-day`, `F-16`), fractions. Nor `a`, `another` and `no`, which
//! count only before the right noun: [`super::figures`] reads those.
//!
//! **Rules in order of trust**: a number read from its own words ([`read`]); a range of two; bound
//! words that touch it ([`bounds`]).
//!
//! **Known misses**: `1.500` is read as 1,500 even where a comma country writes decimals so.
//!
//! **Data**: `number-words.tsv`, `bounds.tsv`, `number-labels.tsv`.

pub(super) mod bounds;
pub(super) mod read;

use super::dates::Date;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::lexicon;
use crate::span::{Span, TokenRange};
use crate::token::TokenKind;
use crate::wire::Bound;

/// A number as the text states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The number's own tokens, without bound words: `10 to 15`.
    pub tokens: TokenRange,
    /// Its bytes.
    pub span: Span,
    /// With its bound words: `at least 10`.
    pub whole: TokenRange,
    /// Smallest value; `None`: open.
    pub low: Option<f64>,
    /// Largest value; `None`: open.
    pub high: Option<f64>,
    /// How it bounds the count.
    pub bound: Bound,
}

impl Spanned for Number {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the numbers of `doc` that are no part of a date.
pub fn find(doc: &Document, dates: &Layer<Date>) -> Layer<Number> {
    let mut found = Vec::new();
    let mut dates = dates.iter().map(|date| date.tokens).peekable();
    for sentence in &doc.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            if !read::may_begin(doc, i) {
                i += 1;
                continue;
            }
            while dates.next_if(|date| date.end <= i).is_some() {}
            let date = dates.peek().copied().filter(|date| date.has(i));
            if let Some(date) = date {
                i = date.end.max(i + 1);
                continue;
            }
            let end = dates.peek().map_or(sentence.tokens.end, |date| date.start.clamp(i, sentence.tokens.end));
            match number(doc, i, TokenRange::new(sentence.tokens.start, end)) {
                Ok(number) => {
                    i = number.tokens.end.max(number.whole.end);
                    found.push(number);
                }
                Err(next) => i = next,
            }
        }
    }
    Layer::new(found)
}

/// The number that begins at `i`, or the index to go on from.
fn number(doc: &Document, i: usize, within: TokenRange) -> Result<Number, usize> {
    let first = read::read(doc, i, within.end).ok_or(i + 1)?;
    if !counts(doc, i, first.end, within) {
        return Err(first.end);
    }
    let (value, is_range) = match range(doc, i, &first, within) {
        Some(range) => (range, true),
        None => (first, false),
    };
    let tokens = TokenRange::new(i, value.end);
    let bounds = bounds::around(doc, tokens, within);
    let (low, high, bound) = match bounds.bound {
        _ if value.low == 0.0 => (Some(0.0), Some(0.0), Bound::None),
        _ if is_range => (Some(value.low), value.high, Bound::Range),
        Bound::AtLeast => (Some(value.low), None, Bound::AtLeast),
        Bound::AtMost => (None, value.high.or(Some(value.low)), Bound::AtMost),
        _ if value.high.is_none() => (Some(value.low), None, Bound::Vague),
        bound => (Some(value.low), value.high, bound),
    };
    let mut whole = bounds.whole;
    if is_range && whole.start > within.start {
        let led = doc.folded(whole.start - 1);
        if led == "between" || led == "from" {
            whole.start -= 1;
        }
        if whole.start > within.start && matches!(doc.folded(whole.start - 1), "anywhere" | "anything") {
            whole.start -= 1;
        }
    }
    Ok(Number { tokens, span: doc.span_of(tokens), whole, low, high, bound })
}

/// Whether the words from `start` to `end` are a count, judged by what touches them.
fn counts(doc: &Document, start: usize, end: usize, within: TokenRange) -> bool {
    let glued = |i: usize| doc.tokens.get(i).is_some_and(|t| t.glued);
    let before = start.checked_sub(1).filter(|b| within.has(*b));
    let is_dash = |i: usize| doc.is_one_of(i, &["-", "/", "–"]);
    if let Some(before) = before {
        let part_of_compound = glued(start)
            && (doc.folded(before) == "/"
                || is_dash(before) && glued(before) && doc.kind(before.wrapping_sub(1)) != TokenKind::Punct);
        // "Rs200,000"
        let rest_of_sum = glued(start)
            && doc.folded(before) == ","
            && glued(before)
            && doc.word(before.wrapping_sub(1)).ends_with(|c: char| c.is_ascii_digit());
        let label = lexicon::number_labels::TABLE.has_word(doc.listed(before)) && doc.kind(start) == TokenKind::Number
            || matches!(doc.folded(before), "aged" | "age");
        if part_of_compound || rest_of_sum || label || doc.folded(before) == "#" || among_ages(doc, before, within) {
            return false;
        }
    }
    if end < within.end && glued(end) && is_dash(end) && glued(end + 1) {
        let goes_on = end + 1 < within.end;
        let is_word = doc.kind(end + 1) == TokenKind::Word && !matches!(doc.folded(end + 1), "odd" | "plus");
        let chain = doc.kind(end + 1) == TokenKind::Number && is_dash(end + 2) && glued(end + 2) && glued(end + 3);
        let number = is_word && read::read(doc, end + 1, within.end).is_some() && doc.folded(end) != "/";
        if goes_on && (is_word && !number || chain || doc.folded(end) == "/") {
            return false;
        }
    }
    let age = doc.is_one_of(end, &["year", "years", "month", "months"])
        && (doc.folded(end + 1) == "old" || doc.folded(end + 1) == "-" && doc.folded(end + 2) == "old");
    !age && !doc.is_one_of(end, &["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "o'clock", "hrs"])
        && !is_year(doc, start, end, within)
}

/// How many ages are listed: "aged 4, 7, 9 and 12".
const AGES: usize = 12;

/// Whether what ends at `before` lists ages: "aged 14 and".
fn among_ages(doc: &Document, before: usize, within: TokenRange) -> bool {
    let from = before.saturating_sub(AGES).max(within.start);
    let listed = |i: &usize| doc.kind(*i) == TokenKind::Number || doc.is_one_of(*i, &[",", "and", "or", "to", "-"]);
    let first = (from..=before).rev().take_while(listed).last();
    let led = |i: usize| i > from && matches!(doc.folded(i - 1), "aged" | "ages");
    first.is_some_and(|first| led(first) || first > from && doc.folded(first - 1) == "between" && led(first - 1))
}

/// Whether digits that could be a year stand where years do.
fn is_year(doc: &Document, start: usize, end: usize, within: TokenRange) -> bool {
    let word = doc.word(start);
    let digits = end == start + 1 && word.len() == 4 && word.parse::<u32>().is_ok_and(|n| (1500..2100).contains(&n));
    let before = start.checked_sub(1).filter(|b| within.has(*b)).map_or("", |b| doc.folded(b));
    let stands_alone = end >= within.end
        || doc.kind(end) != TokenKind::Word
        || lexicon::function_words::TABLE.has_word(doc.listed(end));
    let dated = matches!(before, "in" | "since" | "of" | "by" | "until" | "from" | "during" | "early" | "late" | "the");
    digits && (dated || stands_alone)
}

/// Whether "from 10 to 15" at `start` tells how far a count can lie, not how it changed: "ranges from 10 to 15", "anywhere
/// from 10 to 15", "From 10 to 15 people were".
fn spans(doc: &Document, start: usize, within: TokenRange) -> bool {
    let Some(led) = start.checked_sub(2).filter(|b| within.has(*b)) else { return true };
    doc.is_one_of(
        led,
        &[
            "anywhere", "anything", "range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying",
            "run", "runs", "ran", ",",
        ],
    )
}

/// The range that `first` begins: `10 to 15`, `between 10 and 15`, `ten or twelve`.
fn range(doc: &Document, start: usize, first: &read::Read, within: TokenRange) -> Option<read::Read> {
    let before = start.checked_sub(1).filter(|b| within.has(*b)).map_or("", |b| doc.folded(b));
    let links = match doc.folded(first.end) {
        // "fell by 10 to 15"
        "to" => before != "by" && (before != "from" || spans(doc, start, within)),
        "or" => true,
        "and" => before == "between",
        "-" | "–" | "—" => doc.tokens.get(first.end + 1).is_some_and(|t| t.glued),
        _ => false,
    };
    if !links || first.end + 1 >= within.end {
        return None;
    }
    let second = read::read(doc, first.end + 1, within.end)?;
    let (mut low, high) = (first.high?, second.high?);
    // "2 to 3 million": the scale is for both.
    if second.scale > first.scale && low * second.scale < high {
        low *= second.scale;
    }
    (low < high).then_some(read::Read { end: second.end, low, high: Some(high), scale: second.scale })
}
