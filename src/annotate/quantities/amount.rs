//! The value of an amount: `3.5 million`, `2 000`, `1,7 million`, `40 crore`, `10-20 million`.

use crate::annotate::numbers::read;
use crate::document::Document;
use crate::lexicon::number_words;
use crate::token::TokenKind;

/// The longest scale that is written right behind digits, in bytes: "mill".
const LONGEST_SCALE: usize = 4;

/// How many pieces "1" "," "700" "." "50" a number can have.
const PIECES: usize = 12;

/// An amount as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// Index after its last token.
    pub(super) end: usize,
    /// Smallest value.
    pub(super) low: f64,
    /// Largest value; `None` for "millions".
    pub(super) high: Option<f64>,
    /// "10 to 20".
    pub(super) is_range: bool,
    /// What its last scale word multiplies by.
    pub(super) scale: f64,
    /// Whether it is written as amounts are and labels are not: with a scale, a decimal or a thousands mark.
    pub(super) is_marked: bool,
}

/// The index from which to look for the next amount: words of one number are read once.
pub(super) fn skip(doc: &Document, i: usize, end: usize) -> usize {
    match doc.kind(i) {
        TokenKind::Word if number_words::TABLE.has_word(doc.listed(i)) => {
            read::read(doc, i, end).map_or(i + 1, |read| read.end.max(i + 1))
        }
        _ => i + 1,
    }
}

/// The amount in digits that begins at byte `from` of token `i`.
pub(super) fn in_digits(doc: &Document, i: usize, from: usize, end: usize) -> Option<Amount> {
    let word = doc.word(i).get(from..)?;
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    // What the tokenizer took for one number, or for the end of a word: "R1", ".", "2".
    let number =
        word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{A0}' | '\u{202F}' | '\u{2009}')));
    let (number, letters) = word.split_at(number.unwrap_or(word.len()));
    let mut plain: String = number.chars().filter(|c| c.is_ascii()).collect();
    let mut at = i + 1;
    if letters.is_empty() {
        let glued = |at: usize| at < end && doc.tokens[at].glued;
        while at + 1 < end && at < i + PIECES && glued(at) && glued(at + 1) {
            let next = doc.word(at + 1);
            // "3,40,00,000": lakhs and crores are parted by twos.
            let grouped = doc.word(at) == "," && next.bytes().all(|b| b.is_ascii_digit() || b == b',');
            if !matches!(doc.word(at), "." | ",") || !(grouped || next.bytes().all(|b| b.is_ascii_digit())) {
                break;
            }
            plain.push_str(doc.word(at));
            plain.push_str(next);
            at += 2;
        }
        // "N$2 000"
        let is_group = |at: usize| doc.word(at).len() == 3 && doc.word(at).bytes().all(|b| b.is_ascii_digit());
        let small = plain.len() <= 3 && plain.bytes().all(|b| b.is_ascii_digit());
        while small && at < end && at < i + PIECES && is_group(at) && !doc.tokens[at].glued {
            plain.push_str(doc.word(at));
            at += 1;
        }
    }
    let (scale_end, power) = if letters.is_empty() { scale(doc, at, end) } else { (at, short_scale(letters)?) };
    let low = value(&plain, power)?;
    let is_marked = power > 0 || plain.contains([',', '.']) || at > i + 1;
    Some(Amount { end: scale_end, low, high: Some(low), is_range: false, scale: 10f64.powi(power), is_marked })
}

/// The amount in words, or in digits as the number reader knows them, that begins at token `i`.
pub(super) fn in_words(doc: &Document, i: usize, end: usize) -> Option<Amount> {
    let open = |end: usize, low: f64, scale: f64| {
        let is_marked = true;
        Amount { end, low, high: None, is_range: false, scale, is_marked }
    };
    if let Some(times) = many(doc.folded(i)) {
        return Some(open(i + 1, 2.0 * times, times));
    }
    let read = read::read(doc, i, end)?;
    // "tens of billions"
    let times = many(doc.folded(read.end + 1)).filter(|_| doc.folded(read.end) == "of" && read.end + 1 < end);
    if let Some(times) = times.filter(|_| read.high.is_none()) {
        return Some(open(read.end + 2, read.low * times, times));
    }
    let is_marked = read.scale > 1.0;
    Some(Amount { end: read.end, low: read.low, high: read.high, is_range: false, scale: read.scale, is_marked })
}

/// What a plural that only money has multiplies by.
pub(super) fn many(word: &str) -> Option<f64> {
    Some(match word {
        "crores" => 1e7,
        "billions" => 1e9,
        "trillions" => 1e12,
        _ => return None,
    })
}

/// The amount that `second` makes with `first` before it: "2 to 3 million", whose scale is for both.
pub(super) fn range(first: Amount, second: Amount) -> Option<Amount> {
    let high = second.high?;
    let both = first.scale == 1.0 && second.scale > 1.0 && first.low * second.scale < high;
    let low = if both { first.low * second.scale } else { first.low };
    let is_marked = first.is_marked || second.is_marked;
    (low < high).then_some(Amount {
        end: second.end,
        low,
        high: Some(high),
        is_range: true,
        scale: second.scale,
        is_marked,
    })
}

/// The scale words from `at` on: "million", "lakh crore", the glued "bn", "-million".
fn scale(doc: &Document, mut at: usize, end: usize) -> (usize, i32) {
    let mut power = 0;
    for _ in 0..3 {
        let hyphen =
            usize::from(doc.folded(at) == "-" && at + 1 < end && doc.tokens[at].glued && doc.tokens[at + 1].glued);
        let word = doc.folded(at + hyphen).trim_end_matches('.');
        let Some(next) = doc.tokens.get(at + hyphen).filter(|_| at + hyphen < end) else { break };
        let listed = number_words::TABLE.get(word).filter(|entry| entry.has(number_words::SCALE));
        let factor = match listed {
            Some(entry) => entry.value() as i32,
            None if hyphen == 0 && power == 0 && (next.glued || word.len() > 1) => match short_scale(word) {
                Some(factor) => factor,
                None => break,
            },
            None => break,
        };
        power += factor;
        at += hyphen + 1;
    }
    (at, power)
}

/// The power of ten that is written right behind the digits of an amount.
fn short_scale(letters: &str) -> Option<i32> {
    if letters.len() > LONGEST_SCALE {
        return None;
    }
    Some(match letters.to_ascii_lowercase().as_str() {
        "k" => 3,
        "m" | "mn" | "mil" | "mln" | "mill" | "mio" => 6,
        "b" | "bn" | "bil" | "bln" => 9,
        "t" | "tn" | "trn" => 12,
        "cr" => 7,
        _ => return None,
    })
}

/// The value of digits with marks, some of which part thousands, times a power of ten: "1.234 million" is no
/// 1,234 million.
fn value(digits: &str, power: i32) -> Option<f64> {
    let last = digits.rfind([',', '.']);
    let decimal = last.filter(|last| {
        let mark = &digits[*last..=*last];
        let behind = digits.len() - last - 1;
        let once = digits.matches(mark).count() == 1;
        let other = digits.contains(if mark == "," { '.' } else { ',' });
        once && behind > 0 && (behind != 3 || other || mark == "." && (power > 0 || digits.starts_with("0.")))
    });
    let mut plain = String::with_capacity(digits.len());
    for (at, c) in digits.char_indices() {
        if c.is_ascii_digit() {
            plain.push(c);
        } else if decimal == Some(at) {
            plain.push('.');
        }
    }
    read::decimal(&plain, power)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn marks_part_thousands_or_decimals() {
        for (digits, power, expected) in [
            ("40", 0, 40.0),
            ("1,234", 0, 1234.0),
            ("1.234", 0, 1234.0),
            ("1.234", 6, 1_234_000.0),
            ("1,7", 6, 1_700_000.0),
            ("3,50", 0, 3.5),
            ("1,234,567", 0, 1_234_567.0),
            ("1.234.567", 0, 1_234_567.0),
            ("1,234.56", 0, 1234.56),
            ("1.234,56", 0, 1234.56),
            ("0.125", 0, 0.125),
            ("134.8", 9, 134_800_000_000.0),
        ] {
            assert_eq!(value(digits, power), Some(expected), "{digits}");
        }
    }
}
