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
                TokenKind::Punct | TokenKind::Quote => self.short_decade(at),
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
        if self.folded(at) == "weekend" {
            return Some((at + 1, Expression::Weekend(Some(shift)), "dates/weekend"));
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

    /// `Q2 2022`, `the second quarter of 2022`, `the first half of last year`.
    pub(super) fn part_of_year(&self, i: usize) -> Read {
        let (part, at) = match self.value(i, words::PART) {
            Some(part) => (part, i + 1),
            None => {
                let number = self.value(i, words::ORDINAL)?;
                match self.folded(i + 1) {
                    "quarter" => (32 + number, i + 2),
                    "half" if number <= 2 => (39 + number, i + 2),
                    _ => return None,
                }
            }
        };
        if let Some((shift, end)) = self.year_off(at) {
            return Some((
                end,
                Expression::Season { year: None, season: part, shift: Some(shift) },
                "dates/part-of-year",
            ));
        }
        let (year, end) = self.year_behind(at)?;
        Some((end, Expression::Season { year: Some(year), season: part, shift: None }, "dates/part-of-year"))
    }

    /// `over the weekend`: of the article's, `the`.
    pub(super) fn weekend(&self, i: usize) -> Read {
        let led = matches!(self.before(i), "over" | "during" | "at") && self.folded(i + 1) == "weekend";
        let goes_on = matches!(self.folded(i + 2), "of" | "before" | "after");
        (led && !goes_on).then_some((i + 2, Expression::Weekend(None), "dates/weekend"))
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

    /// `two weeks ago`, `three days from now`; `a year earlier`, `two days later`.
    pub(super) fn ago(&self, i: usize) -> Read {
        let count = self.digits(i, 1..=3).or_else(|| self.value(i, words::NUMBER))? as i32;
        let fortnight = matches!(self.folded(i + 1), "fortnight" | "fortnights");
        let unit = if fortnight { Unit::Week } else { unit_of(self.value(i + 1, words::UNIT)?)? };
        let count = if fortnight { 2 * count } else { count };
        let (end, sign, rule) = match self.folded(i + 2) {
            "ago" => (i + 3, -1, "dates/ago"),
            "from" if self.folded(i + 3) == "now" => (i + 4, 1, "dates/ago"),
            "earlier" => return Some((i + 3, Expression::FromLast(unit, -count), "dates/from-last")),
            "later" => return Some((i + 3, Expression::FromLast(unit, count), "dates/from-last")),
            _ => return None,
        };
        let expression = match unit {
            Unit::Day => Expression::DaysOff(i64::from(sign * count)),
            unit => Expression::Period(unit, sign * count),
        };
        Some((end, expression, rule))
    }

    /// `the next day`, `the previous year`, `the following week`, `the day before`.
    pub(super) fn counted_on(&self, i: usize) -> Read {
        if self.folded(i) != "the" {
            return None;
        }
        let rule = "dates/from-last";
        let shift = match self.folded(i + 1) {
            "following" => 1,
            "next" if matches!(self.folded(i + 2), "day" | "morning" | "year") => 1,
            "previous" | "preceding" => -1,
            "same" if matches!(self.folded(i + 2), "day" | "morning" | "evening" | "night") => 0,
            "day" if self.folded(i + 2) == "before" && self.ends_clause(i + 3) => {
                return Some((i + 3, Expression::FromLast(Unit::Day, -1), rule));
            }
            _ => return None,
        };
        let unit = match self.folded(i + 2) {
            "morning" | "evening" | "night" => Unit::Day,
            _ => unit_of(self.value(i + 2, words::UNIT)?).filter(|_| !self.folded(i + 2).ends_with('s'))?,
        };
        Some((i + 3, Expression::FromLast(unit, shift), rule))
    }

    fn ends_clause(&self, i: usize) -> bool {
        i >= self.end || self.doc.kind(i) == TokenKind::Punct && self.folded(i) != "-"
    }

    /// `the day before yesterday`, `the day after tomorrow`.
    pub(super) fn period(&self, i: usize) -> Read {
        let is = |words: [&str; 4]| words.iter().enumerate().all(|(k, word)| self.folded(i + k) == *word);
        let off = if is(["the", "day", "before", "yesterday"]) {
            -2
        } else if is(["the", "day", "after", "tomorrow"]) {
            2
        } else {
            return self.weekend(i).filter(|_| self.folded(i) == "the");
        };
        Some((i + 4, Expression::DaysOff(off), "dates/day-word"))
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
