//! What may begin with a word, as far as the lists and its letters tell: a date, a number, an amount, a harm. Most words
//! begin none of these, so that the passes look at few tokens.

use super::{Entry, Listed, currencies, date_words as dates, feasts, harms, number_words};
use crate::token::Case;

/// What may begin with a word, each a bit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Openings(u16);

impl Openings {
    /// A date.
    pub(crate) const DATE: u16 = 1;
    /// A date behind "the".
    pub(crate) const DATE_BEHIND_THE: u16 = 1 << 1;
    /// A number, unless it begins with digits or "a".
    pub(crate) const NUMBER: u16 = 1 << 2;
    /// The rest of a number behind "a".
    pub(crate) const NUMBER_BEHIND_A: u16 = 1 << 3;
    /// "a" or "an".
    pub(crate) const A: u16 = 1 << 4;
    /// "the".
    pub(crate) const THE: u16 = 1 << 5;
    /// A sum of money, unless it begins with a sign or a code before one.
    pub(crate) const MONEY: u16 = 1 << 6;
    /// A measure, unless it begins with digits or "a".
    pub(crate) const MEASURE: u16 = 1 << 7;
    /// A word of harm.
    pub(crate) const HARM: u16 = 1 << 8;

    /// Of the word that reads as `letters`.
    pub(crate) fn of(letters: &str, folded: &str, case: Case, listed: Listed) -> Self {
        let number = number_words::TABLE.has_word(listed);
        let date = match folded.strip_suffix('.') {
            Some(short) => dates::TABLE.get(short.trim_end_matches('.')),
            None => dates::TABLE.get(listed),
        };
        let capitalised = case.is_capitalised();
        let feast = capitalised && feasts::TABLE.may_begin(listed);
        let year = matches!(folded, "'" | "‘" | "’" | ",") || letters.starts_with("FY");
        let money = |(entry, _): (Entry, usize)| entry.has(currencies::BEFORE);
        let bits = [
            (Self::DATE, date.is_some_and(|entry| begins_date(folded, entry)) || feast || year),
            (Self::DATE_BEHIND_THE, date.is_some() || goes_on_date(folded)),
            (Self::NUMBER, number || matches!(folded, "half" | "no" | "none" | "nobody")),
            (Self::NUMBER_BEHIND_A, number || matches!(folded, "half" | "quarter" | "score" | "dozen")),
            (Self::A, matches!(folded, "a" | "an")),
            (Self::THE, folded == "the"),
            (Self::MONEY, capitalised && currency_code(folded, listed).is_some_and(money)),
            (Self::MEASURE, number || begins_measure(folded)),
            (Self::HARM, harms::TABLE.may_begin(listed) || begins_harm(folded)),
        ];
        Openings(bits.iter().fold(0, |bits, (bit, holds)| bits | if *holds { *bit } else { 0 }))
    }

    /// Whether any of `what` may begin with the word.
    #[inline]
    pub(crate) fn has(self, what: u16) -> bool {
        self.0 & what != 0
    }
}

fn begins_date(folded: &str, entry: Entry) -> bool {
    const TAGS: u32 = dates::WEEKDAY
        | dates::SHORT_WEEKDAY
        | dates::MONTH
        | dates::SEASON
        | dates::PART
        | dates::ORDINAL
        | dates::NUMBER;
    let relative = [
        "early",
        "late",
        "earlier",
        "later",
        "mid",
        "yesterday",
        "today",
        "tonight",
        "tomorrow",
        "ad",
        "a.d.",
        "last",
        "past",
        "previous",
        "this",
        "next",
    ];
    entry.has(TAGS) || relative.contains(&folded)
}

fn goes_on_date(folded: &str) -> bool {
    matches!(folded, "day" | "weekend" | "following" | "next" | "previous" | "preceding" | "same")
}

fn begins_measure(folded: &str) -> bool {
    matches!(folded, "half" | "aged" | "age" | "ages" | "crores" | "billions" | "trillions")
}

/// Words that tell of harm only with what stands behind them: "taken to hospital", "treated at", "those seized".
fn begins_harm(folded: &str) -> bool {
    let words = [
        "taken",
        "rushed",
        "brought",
        "admitted",
        "airlifted",
        "flown",
        "shifted",
        "treated",
        "receiving",
        "undergoing",
        "seized",
    ];
    words.contains(&folded)
}

/// What the list of currencies says of a word up to the digits in it, and how many letters stand before them.
pub(crate) fn currency_code(folded: &str, listed: Listed) -> Option<(Entry, usize)> {
    let letters = folded.bytes().position(|b| b.is_ascii_digit()).unwrap_or(folded.len());
    let code = folded.get(..letters)?.trim_end_matches('.');
    let table = currencies::TABLE;
    let entry = if code == folded { table.get(listed) } else { table.get(code) }?;
    Some((entry, letters))
}
