//! Relative words: what is counted from the day of publication, and seasons.

use super::{Expression, Read, Reader, Unit};
use crate::lexicon::date_words as words;
use crate::token::{Case, TokenKind};

impl Reader<'_, '_> {
    /// `last Thursday`, `next month`, `this August`, `early 2021`, `earlier this month`.
    pub(super) fn modified(&self, i: usize) -> Read {
        let word = self.folded(i);
        if matches!(word, "early" | "late" | "earlier" | "later" | "mid") {
            let at = i + 1 + usize::from(self.is_dash(i + 1) && self.glued(i + 1));
            let (end, expression, rule) = match self.doc.kind(at) {
                _ if at >= self.end => None,
                TokenKind::Number => self.decade(at).or_else(|| {
                    let end = self.year_range(at).map_or(at + 1, |(_, end)| end);
                    let year = self.four(at).filter(|_| !self.is(end, words::COUNTED))?;
                    Some((end, Expression::Year(year), "dates/year"))
                }),
                _ if word == "earlier" || word == "later" => self.modified(at).filter(|_| at == i + 1),
                _ => self.weekday(at).or_else(|| self.month_first(at)).or_else(|| self.modified(at)),
            }?;
            return Some((end, expression, rule));
        }
        let shift = shift_of(word)?;
        let at = i + 1;
        if let Some((end, expression, rule)) = self.weekday(at) {
            let Expression::Weekday { weekday, week: None, .. } = expression else { return None };
            return Some((end, Expression::Weekday { weekday, shift: Some(shift), week: None }, rule));
        }
        if let Some((end, Expression::Month { year: None, month, .. }, rule)) = self.month_first(at) {
            return Some((end, Expression::Month { year: None, month, shift: Some(shift) }, rule));
        }
        if let Some(season) = self.value(at, words::SEASON) {
            return Some((at + 1, Expression::Season { year: None, season, shift: Some(shift) }, "dates/season"));
        }
        let off = match self.folded(at) {
            "morning" | "afternoon" | "evening" if shift == 0 => Some(0),
            "night" if word == "last" => Some(-1),
            _ => None,
        };
        if let Some(off) = off {
            return Some((at + 1, Expression::DaysOff(off), "dates/part-of-day"));
        }
        let unit = unit_of(self.value(at, words::UNIT)?).filter(|unit| *unit != Unit::Day)?;
        let plural = self.folded(at).ends_with('s');
        (!plural).then_some((at + 1, Expression::Period(unit, shift), "dates/period"))
    }

    /// `spring 2021`, `the summer of 2020`.
    pub(super) fn season(&self, i: usize) -> Read {
        let season = self.value(i, words::SEASON)?;
        let (year, end) = self.year_behind(i + 1)?;
        Some((end, Expression::Season { year: Some(year), season, shift: None }, "dates/season"))
    }

    /// `yesterday`, `today`, `tonight`, `tomorrow`.
    pub(super) fn day_word(&self, i: usize) -> Read {
        let off = match self.folded(i) {
            "yesterday" => -1,
            "today" | "tonight" => 0,
            "tomorrow" => 1,
            _ => return None,
        };
        // "USA Today", "the Today programme".
        let named = self.doc.case(i).is_capitalised() && i > self.start && self.doc.case(i - 1).is_capitalised()
            || self.doc.case(i) == Case::Title && self.before(i) == "the";
        (!named).then_some((i + 1, Expression::DaysOff(off), "dates/day-word"))
    }

    /// `a year earlier` is not read; `two weeks ago` is.
    pub(super) fn ago(&self, i: usize) -> Read {
        let count = self.digits(i, 1..=3).or_else(|| self.value(i, words::NUMBER))?;
        let unit = unit_of(self.value(i + 1, words::UNIT)?)?;
        if self.folded(i + 2) != "ago" {
            return None;
        }
        let count = count as i32;
        let expression = match unit {
            Unit::Day => Expression::DaysOff(-i64::from(count)),
            unit => Expression::Period(unit, -count),
        };
        Some((i + 3, expression, "dates/ago"))
    }

    /// `the day before yesterday`.
    pub(super) fn period(&self, i: usize) -> Read {
        let words = ["the", "day", "before", "yesterday"];
        let matches = words.iter().enumerate().all(|(k, word)| self.folded(i + k) == *word);
        matches.then_some((i + 4, Expression::DaysOff(-2), "dates/day-word"))
    }
}

pub(super) fn shift_of(word: &str) -> Option<i32> {
    match word {
        "last" | "past" | "previous" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    }
}

fn unit_of(value: u32) -> Option<Unit> {
    [Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Decade].get(value.checked_sub(1)? as usize).copied()
}
