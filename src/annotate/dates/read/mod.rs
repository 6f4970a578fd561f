//! Tokens to date expressions: what the words say, before it is known which day they mean.

mod days;
mod feast;
mod relative;
mod years;

use crate::document::Document;
use crate::lexicon::openings::Openings;
use crate::lexicon::{Entry, date_words as words};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// A date expression and where it stands.
pub(super) struct Found {
    pub(super) tokens: TokenRange,
    pub(super) expression: Expression,
    pub(super) rule: &'static str,
}

/// What a date expression says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Expression {
    /// "4 August", with or without a year.
    Day { year: Option<i32>, month: u32, day: u32 },
    /// "3 May last year", "May this year": years from publication.
    OfYear { shift: i32, month: u32, day: Option<u32> },
    /// "4-6 August", "July 30 to August 2", "4 and 6 August", "4 or 5 August".
    Days { year: Option<i32>, from: (u32, u32), to: (u32, u32), join: Join },
    /// "04/08/2022": day first or month first.
    EitherDay { year: i32, first: u32, second: u32 },
    /// "August 2022", "last August".
    Month { year: Option<i32>, month: u32, shift: Option<i32> },
    /// "July to September".
    Months { year: Option<i32>, from: u32, to: u32 },
    /// "summer 2022", "the second quarter of 2022", by EDTF's numbers.
    Season { year: Option<i32>, season: u32, shift: Option<i32> },
    /// "2022"; "44 BC" is -43, as the year before 1 is 0.
    Year(i32),
    /// "2013-14".
    Years(i32, i32),
    /// "the 1990s", by its first year.
    Decade(i32),
    /// "the 19th century", by its first two digits.
    Century(i32),
    /// "Thursday", "next Thursday"; `week`: "Thursday last week".
    Weekday { weekday: u32, shift: Option<i32>, week: Option<i32> },
    /// "last weekend".
    Weekend(Option<i32>),
    /// "yesterday": days from publication.
    DaysOff(i64),
    /// "last month": units from publication.
    Period(Unit, i32),
    /// "two days later": units from the date before.
    FromLast(Unit, i32),
    /// A day known by its number alone: "9/11".
    Fixed(&'static str),
    /// A feast that moves: "Ramadan".
    Unknown,
}

/// How two days stand together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Join {
    /// "4 to 6 August".
    Through,
    /// "4 and 6 August".
    And,
    /// "4 or 5 August".
    Or,
}

impl Expression {
    /// The day, where the words say all of it.
    pub(super) fn full_day(self) -> Option<super::Day> {
        match self {
            Expression::Day { year: Some(year), month, day } => super::Day::new(year, month, day),
            _ => None,
        }
    }
}

/// A unit of the calendar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

type Read = Option<(usize, Expression, &'static str)>;

/// The date expressions of `doc`, in order; none overlaps another.
pub(super) fn read(doc: &Document) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for block in &doc.blocks {
        let mut at = block.tokens.start;
        let reader = Reader { doc, start: block.tokens.start, end: block.tokens.end };
        while at < block.tokens.end {
            if !may_begin(doc, at) {
                at += 1;
                continue;
            }
            let before = found.last().filter(|last| last.tokens.start >= block.tokens.start);
            match reader.at(at, before) {
                Some((end, expression, rule)) => {
                    found.push(Found { tokens: TokenRange::new(at, end), expression, rule });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Whether a date may begin with token `i`: most begin none.
fn may_begin(doc: &Document, i: usize) -> bool {
    let opens = doc.opens(i);
    let goes_on = || doc.kind(i + 1) != TokenKind::Word || doc.opens(i + 1).has(Openings::DATE_BEHIND_THE);
    doc.kind(i) == TokenKind::Number || opens.has(Openings::DATE) || opens.has(Openings::THE) && goes_on()
}

/// What the list says of token `i`, without a full stop of its own.
fn entry(doc: &Document, i: usize) -> Option<Entry> {
    match doc.folded(i).strip_suffix('.') {
        Some(word) => words::TABLE.get(word.trim_end_matches('.')),
        None => words::TABLE.get(doc.listed(i)),
    }
}

/// Reads within one block.
struct Reader<'d, 't> {
    doc: &'d Document<'t>,
    start: usize,
    end: usize,
}

impl Reader<'_, '_> {
    fn at(&self, i: usize, before: Option<&Found>) -> Read {
        match self.doc.kind(i) {
            TokenKind::Number => self
                .numeric_date(i)
                .or_else(|| self.day_month(i))
                .or_else(|| self.decade(i))
                .or_else(|| self.century(i))
                .or_else(|| self.ago(i))
                .or_else(|| self.era(i))
                .or_else(|| self.years(i, before)),
            TokenKind::Word => self
                .weekday(i)
                .or_else(|| self.month_first(i))
                .or_else(|| self.ordinal_day(i))
                .or_else(|| self.feast(i))
                .or_else(|| self.season(i))
                .or_else(|| self.part_of_year(i))
                .or_else(|| self.era(i))
                .or_else(|| self.after_article(i))
                .or_else(|| self.modified(i))
                .or_else(|| self.day_word(i))
                .or_else(|| self.period(i))
                .or_else(|| self.ago(i))
                .or_else(|| self.counted_on(i))
                .or_else(|| self.fiscal_year(i)),
            TokenKind::Punct | TokenKind::Quote => self.short_decade(i).or_else(|| self.short_year(i)),
            _ => None,
        }
    }

    fn folded(&self, i: usize) -> &str {
        if i < self.end { self.doc.folded(i) } else { "" }
    }

    fn before(&self, i: usize) -> &str {
        if i > self.start { self.doc.folded(i - 1) } else { "" }
    }

    fn is(&self, i: usize, tags: u32) -> bool {
        i < self.end && words::TABLE.has_tag(self.doc.listed(i), tags)
    }

    fn was(&self, i: usize, tags: u32) -> bool {
        i > self.start && words::TABLE.has_tag(self.doc.listed(i - 1), tags)
    }

    fn value(&self, i: usize, tags: u32) -> Option<u32> {
        self.entry(i).filter(|entry| entry.has(tags)).map(|entry| entry.value())
    }

    /// What the list says of token `i`.
    fn entry(&self, i: usize) -> Option<Entry> {
        if i < self.end { entry(self.doc, i) } else { None }
    }

    fn glued(&self, i: usize) -> bool {
        i < self.end && self.doc.tokens[i].glued
    }

    fn is_dash(&self, i: usize) -> bool {
        matches!(self.folded(i), "-" | "–" | "‐" | "‑" | "—")
    }

    /// A plain number of so many digits.
    fn digits(&self, i: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let word = self.folded(i);
        (lengths.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
    }

    /// A day of the month: `4`, `04`, `4th`.
    fn day(&self, i: usize) -> Option<u32> {
        let word = self.folded(i);
        let number = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let day = (number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit())).then(|| number.parse().ok())??;
        (1..=31).contains(&day).then_some(day)
    }

    /// Four digits that can be a year.
    fn four(&self, i: usize) -> Option<i32> {
        let year = self.digits(i, 4..=4)? as i32;
        (1000..2100).contains(&year).then_some(year)
    }

    /// A year right behind a month or season, or behind a comma or "of" there; also `'21`.
    fn year_behind(&self, i: usize) -> Option<(i32, usize)> {
        let at = if matches!(self.folded(i), "," | "of") { i + 1 } else { i };
        if matches!(self.doc.word(at), "'" | "’" | "‘") && self.glued(at + 1) && !self.glued(at) && at < self.end {
            let short = self.digits(at + 1, 2..=2)? as i32;
            return Some((if short <= 50 { 2000 + short } else { 1900 + short }, at + 2));
        }
        let year = self.four(at).filter(|_| !self.is(at + 1, words::COUNTED))?;
        Some((year, at + 1))
    }

    /// "last year", "of this year" right behind a day or month: years from publication.
    fn year_off(&self, i: usize) -> Option<(i32, usize)> {
        let at = if self.folded(i) == "of" { i + 1 } else { i };
        let at = if self.folded(at) == "," { at + 1 } else { at };
        let shift = relative::shift_of(self.folded(at)).filter(|_| self.folded(at + 1) == "year")?;
        Some((shift, at + 2))
    }

    /// The month at `i` and the index behind it: `August`, `Aug.`.
    fn month(&self, i: usize) -> Option<(u32, usize)> {
        let month = self.value(i, words::MONTH)?;
        // "Sept ." after a scan, but not the full stop of a sentence.
        let dot = self.is(i, words::SHORT_MONTH) && self.folded(i + 1) == "." && self.glued(i + 1);
        Some((month, i + 1 + usize::from(dot && self.digits(i + 2, 1..=4).is_some())))
    }
}
