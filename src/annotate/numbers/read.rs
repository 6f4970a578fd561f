//! The value of a number's own words.

use crate::document::Document;
use crate::lexicon::openings::Openings;
use crate::lexicon::{Entry, number_words as words};
use crate::token::TokenKind;

/// A number as read.
#[derive(Clone, Copy, Debug)]
pub(in crate::annotate) struct Read {
    /// Index after its last token.
    pub(in crate::annotate) end: usize,
    /// Smallest value.
    pub(in crate::annotate) low: f64,
    /// Largest value; `None` for "dozens".
    pub(in crate::annotate) high: Option<f64>,
    /// What its last scale word multiplies by: a million in "2 million".
    pub(in crate::annotate) scale: f64,
}

/// Whether a number may begin with token `i`: most begin none.
pub(super) fn may_begin(doc: &Document, i: usize) -> bool {
    begins_with(doc, i, Openings::NUMBER)
}

/// Whether token `i` is of digits, "a" as part of a number, or a word that may begin `what`.
pub(in crate::annotate) fn begins_with(doc: &Document, i: usize, what: u16) -> bool {
    let opens = doc.opens(i);
    doc.kind(i) == TokenKind::Number
        || opens.has(what)
        || opens.has(Openings::A) && doc.opens(i + 1).has(Openings::NUMBER_BEHIND_A)
}

/// Reads the number that begins at token `i`.
pub(in crate::annotate) fn read(doc: &Document, i: usize, end: usize) -> Option<Read> {
    let read = match doc.folded(i) {
        "a" | "an" => after_article(doc, i + 1, end)?,
        "half" => half(doc, i + 1, end)?,
        "no" if doc.folded(i + 1) == "one" && i + 1 < end => exact(i + 2, 0.0),
        "none" | "nobody" => exact(i + 1, 0.0),
        _ => loose(doc, i, end).or_else(|| compound(doc, i, end))?,
    };
    Some(spelled_twice(doc, read, end))
}

fn exact(end: usize, value: f64) -> Read {
    Read { end, low: value, high: Some(value), scale: 1.0 }
}

fn word(doc: &Document, i: usize, end: usize, tags: u32) -> Option<Entry> {
    (i < end).then(|| words::TABLE.get(doc.listed(i))).flatten().filter(|entry| entry.has(tags))
}

/// "a hundred", "a couple", "a few", "a dozen".
fn after_article(doc: &Document, i: usize, end: usize) -> Option<Read> {
    if let Some(entry) = word(doc, i, end, words::GROUP) {
        let value = f64::from(entry.value());
        // "a couple of hundred"
        let next = if doc.folded(i + 1) == "of" { i + 2 } else { i + 1 };
        return Some(match multiplier(doc, next, end) {
            Some((after, times)) => Read { end: after, low: value * times, high: Some(value * times), scale: times },
            // A pair of people is two, "a couple from Leeds" a noun with its number.
            None if doc.folded(i + 1) == "of" => exact(i + 1, value),
            None => return None,
        });
    }
    if word(doc, i, end, words::VAGUE).is_some() {
        return loose(doc, i, end);
    }
    if doc.folded(i) == "score" {
        return (doc.folded(i + 1) == "of").then(|| exact(i + 1, 20.0));
    }
    if matches!(doc.folded(i), "half") {
        return half(doc, i + 1, end);
    }
    if doc.folded(i) == "quarter" {
        return quarter(doc, i + 1, end);
    }
    let (_, times) = multiplier(doc, i, end)?;
    // "a hundred and twenty": read as if it said "one".
    let mut sum = Sum { total: 0.0, current: 1.0, end: i, scale: times, last: Last::Unit };
    sum.run(doc, end);
    Some(sum.read())
}

/// "half a million", "half-a-dozen".
fn half(doc: &Document, i: usize, end: usize) -> Option<Read> {
    let skip = |i: usize| if doc.folded(i) == "-" { i + 1 } else { i };
    let article = skip(i);
    let at = if matches!(doc.folded(article), "a" | "an") { skip(article + 1) } else { return None };
    let (after, times) = multiplier(doc, at, end)?;
    Some(Read { end: after, low: times / 2.0, high: Some(times / 2.0), scale: times })
}

/// "a quarter of a million", "a quarter million".
fn quarter(doc: &Document, i: usize, end: usize) -> Option<Read> {
    let at = if doc.folded(i) == "of" && doc.folded(i + 1) == "a" { i + 2 } else { i };
    let (after, times) = multiplier(doc, at, end)?;
    Some(Read { end: after, low: times / 4.0, high: Some(times / 4.0), scale: times })
}

/// "hundred", "million", "dozen": the index after it and what it multiplies by.
fn multiplier(doc: &Document, i: usize, end: usize) -> Option<(usize, f64)> {
    if let Some(entry) = word(doc, i, end, words::SCALE) {
        return Some((i + 1, 10f64.powi(entry.value() as i32)));
    }
    (doc.folded(i) == "dozen" && i < end).then_some((i + 1, 12.0))
}

/// Numbers without an upper end: "dozens", "tens of thousands", "several hundred"; and "both".
fn loose(doc: &Document, i: usize, end: usize) -> Option<Read> {
    if let Some(entry) = word(doc, i, end, words::PLURAL) {
        let value = f64::from(entry.value());
        if doc.folded(i + 1) == "of" {
            if let Some(inner) = word(doc, i + 2, end, words::PLURAL) {
                let low = value * f64::from(inner.value()) / 2.0;
                return Some(Read { end: i + 3, low, high: None, scale: 1.0 });
            }
        }
        return Some(Read { end: i + 1, low: value, high: None, scale: 1.0 });
    }
    if let Some(entry) = word(doc, i, end, words::VAGUE) {
        let value = f64::from(entry.value());
        if doc.folded(i) == "few" && !doc.is_one_of(i.wrapping_sub(1), &["a", "the", "these", "those"]) {
            return None;
        }
        if doc.folded(i) == "handful" && doc.folded(i.wrapping_sub(1)) != "a" {
            return None;
        }
        return Some(match multiplier(doc, i + 1, end) {
            Some((after, times)) => Read { end: after, low: value * times, high: None, scale: times },
            None => Read { end: i + 1, low: value, high: None, scale: 1.0 },
        });
    }
    word(doc, i, end, words::BOTH).map(|entry| exact(i + 1, f64::from(entry.value())))
}

/// What the last word of a sum was.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Unit,
    Ten,
    Scale,
}

/// A number in the making: "two hundred and six thousand" is (2 × 100 + 6) × 1000.
struct Sum {
    total: f64,
    current: f64,
    end: usize,
    scale: f64,
    last: Last,
}

impl Sum {
    fn run(&mut self, doc: &Document, end: usize) {
        loop {
            let mut i = self.end;
            let joined = |i: usize, by: &str| i + 1 < end && doc.folded(i) == by;
            if self.last == Last::Ten && joined(i, "-") || self.last == Last::Scale && joined(i, "and") {
                i += 1;
            }
            let Some(entry) = (i < end).then(|| words::TABLE.get(doc.listed(i))).flatten() else { return };
            let value = f64::from(entry.value());
            if entry.has(words::UNIT) && self.last != Last::Unit && (self.last != Last::Ten || value < 10.0) {
                self.current += value;
                self.last = Last::Unit;
            } else if entry.has(words::TEN) && matches!(self.last, Last::Nothing | Last::Scale) {
                self.current += value;
                self.last = Last::Ten;
            } else if entry.has(words::SCALE) && i == self.end && self.last != Last::Nothing {
                self.scale(entry.value());
            } else if entry.has(words::MULTIPLE) && i == self.end && self.last != Last::Nothing {
                // "three dozen", "four score"
                self.current *= value;
                self.end = i + 1;
                return;
            } else {
                return;
            }
            self.end = i + 1;
        }
    }

    fn scale(&mut self, power: u32) {
        let times = 10f64.powi(power as i32);
        self.scale = times;
        self.last = Last::Scale;
        if power == 2 {
            self.current *= times;
        } else {
            self.total += self.current * times;
            self.current = 0.0;
        }
    }

    fn read(&self) -> Read {
        Read { scale: self.scale, ..exact(self.end, self.total + self.current) }
    }
}

/// Digits and number words that add up to one number.
fn compound(doc: &Document, i: usize, end: usize) -> Option<Read> {
    let mut sum = Sum { total: 0.0, current: 0.0, end: i, scale: 1.0, last: Last::Nothing };
    if doc.kind(i) == TokenKind::Number {
        let (after, value) = digits(doc, i, end)?;
        sum.current = value;
        sum.end = after;
        // "1.2m", "30k"
        let letter = doc.tokens.get(after).is_some_and(|t| t.glued && t.kind == TokenKind::Word);
        let power = match doc.folded(after) {
            "k" if letter => 3,
            "m" if letter && doc.kind(after + 1) == TokenKind::Word => 6,
            "mn" | "mln" if letter => 6,
            "bn" if letter => 9,
            _ => 0,
        };
        if power > 0 {
            sum.last = Last::Unit;
            sum.end += 1;
            sum.scale(power);
            return Some(sum.read());
        }
        if letter {
            return None;
        }
        if let Some((after, times)) = multiplier(doc, after, end) {
            return Some(Read { end: after, low: value * times, high: Some(value * times), scale: times });
        }
        return Some(sum.read());
    }
    word(doc, i, end, words::UNIT | words::TEN)?;
    sum.run(doc, end);
    let read = sum.read();
    // "two and a half million"
    let halves = |at: usize| doc.folded(at) == "and" && doc.folded(at + 1) == "a" && doc.folded(at + 2) == "half";
    if halves(read.end) && read.end + 3 <= end {
        let (after, times) = multiplier(doc, read.end + 3, end).unwrap_or((read.end + 3, 1.0));
        let value = (read.low + 0.5) * times;
        return Some(Read { end: after, low: value, high: Some(value), scale: times });
    }
    Some(read)
}

/// The value of digits, with any mark between thousands.
fn digits(doc: &Document, i: usize, end: usize) -> Option<(usize, f64)> {
    let word = doc.word(i);
    let mut plain: String = word.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    if word.chars().any(|c| c.is_alphabetic() || c == ':') {
        return None;
    }
    let dots = plain.matches('.').count();
    let three_behind = plain.rsplit('.').next().is_some_and(|last| last.len() == 3) && !plain.starts_with("0.");
    if dots > 1 || dots == 1 && three_behind && multiplier(doc, i + 1, end).is_none() {
        plain.retain(|c| c != '.');
    }
    let mut after = i + 1;
    // "12,\n000": broken over two lines, and no number begins with a nought.
    let broken = |at: usize| doc.folded(at) == "," && doc.word(at + 1).len() == 3 && doc.word(at + 1).starts_with('0');
    while after + 1 < end && dots == 0 && word.len() <= 3 && doc.kind(after + 1) == TokenKind::Number && broken(after) {
        plain.push_str(doc.word(after + 1));
        after += 2;
    }
    // A blank between thousands: "10 000".
    while after < end
        && plain.len() <= 3 * (after - i)
        && dots == 0
        && doc.kind(after) == TokenKind::Number
        && doc.word(after).len() == 3
        && doc.word(after).bytes().all(|b| b.is_ascii_digit())
        && !doc.tokens[after].glued
        && word.len() <= 3
    {
        plain.push_str(doc.word(after));
        after += 1;
    }
    decimal(&plain, 0).map(|value| (after, value))
}

/// The value of digits, with a point among them or without, times a power of ten: 134.8 billion is worked out in whole
/// numbers, and so exact. (The standard library's reader brings ten kilobytes of powers, for numbers of any length.)
pub(crate) fn decimal(digits: &str, power: i32) -> Option<f64> {
    /// No count has more digits.
    const MOST: usize = 100;
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let read = || whole.bytes().chain(part.bytes());
    if !(1..=MOST).contains(&read().count()) || !read().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value = read().fold(0.0, |value, digit| 10.0 * value + f64::from(digit - b'0'));
    let power = power - part.len() as i32;
    let times = 10f64.powi(power.abs());
    Some(if power < 0 { value / times } else { value * times })
}

/// "twelve (12)", "12 (twelve)": one number.
fn spelled_twice(doc: &Document, read: Read, end: usize) -> Read {
    if doc.folded(read.end) != "(" || read.end + 2 >= end {
        return read;
    }
    match loose(doc, read.end + 1, end).or_else(|| compound(doc, read.end + 1, end)) {
        Some(again) if again.low == read.low && doc.folded(again.end) == ")" => Read { end: again.end + 1, ..read },
        _ => read,
    }
}
