//! Days, months and weekdays: what stands on a calendar's page.

use super::{Expression, Join, Read, Reader};
use crate::annotate::dates::Day;
use crate::lexicon::date_words as words;
use crate::token::{Case, TokenKind};

impl Reader<'_, '_> {
    /// `2022-08-04`, `04/08/2022`, `4.8.2022`, `9/11`.
    pub(super) fn numeric_date(&self, i: usize) -> Read {
        if self.glued(i) && matches!(self.before(i), "-" | "/" | "." | "+") {
            return None;
        }
        if let Some((a, b, year)) = dotted(self.folded(i)) {
            return Day::new(year, b, a).map(|_| (i + 1, day(year, b, a), "dates/numeric"));
        }
        let sign = self.folded(i + 1);
        if !(matches!(sign, "-" | "/" | "‑" | "–") && self.glued(i + 1) && self.glued(i + 2)) {
            return None;
        }
        let nine_eleven = self.folded(i) == "9" && sign == "/" && self.folded(i + 2) == "11";
        let ends = !(self.glued(i + 3) && matches!(self.folded(i + 3), "-" | "/"));
        if nine_eleven && ends {
            return Some((i + 3, Expression::Fixed("2001-09-11"), "dates/nine-eleven"));
        }
        if ends || self.folded(i + 3) != sign || !self.glued(i + 4) {
            return None;
        }
        let two = |i| self.digits(i, 1..=2);
        let full = |year: i32, first: u32, second: u32| match (first <= 12, second <= 12) {
            (true, true) if first != second => Some(Expression::EitherDay { year, first, second }),
            (_, true) => Day::new(year, second, first).map(|_| day(year, second, first)),
            (true, false) => Day::new(year, first, second).map(|_| day(year, first, second)),
            (false, false) => None,
        };
        let expression = if let Some(year) = self.four(i) {
            let (month, of_month) = (two(i + 2)?, two(i + 4).or_else(|| self.day_before_time(i + 4))?);
            Day::new(year, month, of_month).map(|_| day(year, month, of_month))?
        } else if let Some(year) = self.four(i + 4) {
            full(year, two(i)?, two(i + 2)?)?
        } else {
            // Two digits of a year: this century up to 2050, the last one after.
            let short = self.digits(i + 4, 2..=2).filter(|_| sign == "/")? as i32;
            full(if short <= 50 { 2000 + short } else { 1900 + short }, two(i)?, two(i + 2)?)?
        };
        Some((i + 5, expression, "dates/numeric"))
    }

    /// The day of `2022-08-04T10:00Z`.
    pub(super) fn day_before_time(&self, i: usize) -> Option<u32> {
        let (day, _) = self.folded(i).split_once('t')?;
        (day.len() == 2).then(|| day.parse().ok())?
    }

    /// `4-Aug-2022`, whose parts are glued.
    pub(super) fn hyphened_date(&self, i: usize) -> Read {
        let glued_dash = |at: usize| self.folded(at) == "-" && self.glued(at) && self.glued(at + 1);
        let of_month = self.day(i).filter(|_| glued_dash(i + 1))?;
        let month = self.value(i + 2, words::MONTH).filter(|_| glued_dash(i + 3))?;
        let year = match self.digits(i + 4, 2..=2) {
            Some(short) => 2000 + short as i32,
            None => self.four(i + 4)?,
        };
        Day::new(year, month, of_month).map(|_| (i + 5, day(year, month, of_month), "dates/day-month"))
    }

    /// `4 August 2022`, `the 4th of August`, `4-6 August`, `4 and 5 August`, `30 July to 2 August`.
    pub(super) fn day_month(&self, i: usize) -> Read {
        self.day(i)?;
        if self.glued(i) && i > self.start && !matches!(self.before(i), "(" | "[" | "\"" | "“" | "—") {
            return None;
        }
        if let Some(date) = self.hyphened_date(i) {
            return Some(date);
        }
        let (end, first) = self.one_month(i)?;
        let between = self.before(i) == "between";
        let through = match self.folded(end) {
            "to" | "until" | "till" | "through" => true,
            "and" => between,
            _ => self.is_dash(end),
        };
        let last = through.then(|| self.one_month(end + 1)).flatten();
        let (end, expression) = match (first, last) {
            (
                Expression::Day { year, month, day },
                Some((end, Expression::Day { year: last_year, month: last_month, day: last_day })),
            ) if (month, day) < (last_month, last_day) && (year.is_none() || year == last_year) => {
                let (from, to) = ((month, day), (last_month, last_day));
                (end, Expression::Days { year: year.or(last_year), from, to, join: Join::Through })
            }
            _ => (end, first),
        };
        Some((end, expression, "dates/day-month"))
    }

    /// Days of one month, which stands behind them.
    fn one_month(&self, i: usize) -> Option<(usize, Expression)> {
        let first = self.day(i)?;
        let (last, join, at) = match self.day(i + 2).filter(|last| *last > first) {
            Some(last) => match self.join(i + 1, i) {
                Some(join) => (last, join, i + 3),
                None => (first, Join::Through, i + 1),
            },
            None => (first, Join::Through, i + 1),
        };
        let at = if self.folded(at) == "of" { at + 1 } else { at };
        let (month, at) = self.month(at)?;
        // A lower-case "may" or "march" behind a number is a verb, unless a year follows.
        let year = self.year_behind(at);
        let verb = self.is(at - 1, words::ALSO_WORD) && self.doc.case(at - 1) == Case::Lower;
        if verb && year.is_none() {
            return None;
        }
        if last == first && year.is_none() {
            if let Some((shift, end)) = self.year_off(at) {
                return Some((end, Expression::OfYear { shift, month, day: Some(first) }));
            }
        }
        let (year, end) = year.map_or((None, at), |(year, end)| (Some(year), end));
        let expression = if last > first {
            Expression::Days { year, from: (month, first), to: (month, last), join }
        } else {
            Expression::Day { year, month, day: first }
        };
        Some((end, expression))
    }

    /// `the first of July`, `twenty-first of May`: a day in words.
    pub(super) fn ordinal_day(&self, i: usize) -> Read {
        let of_month = self.value(i, words::ORDINAL).filter(|day| (1..=31).contains(day))?;
        let led = matches!(self.before(i), "the" | "on") && self.folded(i + 1) == "of";
        let (month, at) = self.month(i + 2).filter(|_| led && self.doc.case(i + 2) == Case::Title)?;
        let (year, end) = self.year_behind(at).map_or((None, at), |(year, end)| (Some(year), end));
        Some((end, Expression::Day { year, month, day: of_month }, "dates/day-month"))
    }

    /// What the word at `i` makes of the days on its sides, the first of which is at `first`.
    fn join(&self, i: usize, first: usize) -> Option<Join> {
        match self.folded(i) {
            "and" | "&" if self.before(first) != "between" => Some(Join::And),
            "or" => Some(Join::Or),
            "and" | "to" | "until" | "through" | "/" => Some(Join::Through),
            _ => self.is_dash(i).then_some(Join::Through),
        }
    }

    /// `August 4, 2022`, `Aug. 4-6`, `August 2022`, `in August`.
    pub(super) fn month_first(&self, i: usize) -> Read {
        let (month, at) = self.month(i)?;
        let capitalised = self.doc.case(i).is_capitalised();
        // "In May 12 people", but "on May 12 people".
        let counts = self.is(at + 1, words::COUNTED) && self.before(i) != "on";
        if let Some(first) = self.day(at).filter(|_| !counts && !self.is_share(at)) {
            if !capitalised && self.is(i, words::ALSO_WORD) && self.year_behind(at + 1).is_none() {
                return None;
            }
            return Some(self.month_day(i, month, first, at + 1));
        }
        if let Some(months) = self.months(i, month, at) {
            return Some(months);
        }
        if let Some((year, end)) = self.year_behind(at).filter(|_| capitalised || !self.is(i, words::ALSO_WORD)) {
            return Some((end, Expression::Month { year: Some(year), month, shift: None }, "dates/month-year"));
        }
        // "OFFICIALS MAY RESIGN", "JUNE MILLER": in a line of capitals a bare month tells nothing.
        let shouted = self.doc.case(i) == Case::Upper && self.is(i, words::ALSO_WORD);
        if !capitalised || shouted || self.is(i, words::SHORT_MONTH) || self.folded(i).ends_with('.') {
            return None;
        }
        if let Some((shift, end)) = self.year_off(at) {
            return Some((end, Expression::OfYear { shift, month, day: None }, "dates/month"));
        }
        if self.is(i, words::ALSO_WORD) && !self.month_in_context(i) {
            return None;
        }
        Some((i + 1, Expression::Month { year: None, month, shift: None }, "dates/month"))
    }

    /// `July to September 2021`, `between May and July`.
    fn months(&self, i: usize, from: u32, at: usize) -> Read {
        let joined = match self.folded(at) {
            "to" | "through" | "until" => true,
            "and" => self.before(i) == "between",
            _ => self.is_dash(at),
        };
        let named = |i: usize| self.doc.case(i) == Case::Title && !self.is(i, words::SHORT_MONTH);
        if !joined || !named(i) || !named(at + 1) {
            return None;
        }
        let (to, end) = self.month(at + 1)?;
        // "From May to July 3".
        if self.day(end).is_some() && !self.is(end + 1, words::COUNTED) {
            return None;
        }
        let (year, end) = self.year_behind(end).map_or((None, end), |(year, end)| (Some(year), end));
        Some((end, Expression::Months { year, from, to }, "dates/months"))
    }

    /// Whether a month that is also a word or name stands where a month does.
    pub(super) fn month_in_context(&self, i: usize) -> bool {
        let name_follows = self.doc.case(i + 1).is_capitalised()
            && i + 1 < self.end
            && self.doc.kind(i + 1) == TokenKind::Word
            && !self.is(i + 1, words::MONTH);
        let led = self.was(i, words::BEFORE_DATE) || self.is_dash(i.saturating_sub(1)) && i > self.start;
        let links = |i: usize| matches!(self.folded(i), "and" | "or" | "," | "to" | "&");
        let listed = i > self.start + 1 && links(i - 1) && self.is(i - 2, words::MONTH)
            || links(i + 1)
                && !(i > self.start && self.doc.case(i - 1).is_capitalised())
                && self.is(i + 2, words::MONTH)
                && self.doc.case(i + 2) == Case::Title;
        // "the August floods", "a March attack", but not "the March on Rome".
        let owned = i > self.start && self.doc.kind(i - 1) == TokenKind::Clitic;
        let described = (self.was(i, words::DETERMINER) || owned)
            && self.doc.case(i + 1) == Case::Lower
            && i + 1 < self.end
            && !matches!(self.folded(i + 1), "on" | "to" | "of" | "in" | "for" | "by" | "from" | "and" | "was" | "is");
        !name_follows && (led || listed || described)
    }

    /// `August 4%`, `May 3/4`: no day.
    pub(super) fn is_share(&self, i: usize) -> bool {
        matches!(self.folded(i + 1), "%" | "/") && self.glued(i + 1)
    }

    /// What follows month and day: another day, another month, a year.
    pub(super) fn month_day(&self, i: usize, month: u32, first: u32, at: usize) -> (usize, Expression, &'static str) {
        let join = self.join(at, i).filter(|_| self.folded(at) != "/");
        let mut to = (month, first);
        let mut end = at;
        if join.is_some() && !self.is(at + 2, words::COUNTED) {
            if let Some(last) = self.day(at + 1).filter(|last| *last > first && self.month(at + 2).is_none()) {
                (to, end) = ((month, last), at + 2);
            } else if let Some((other, next)) = self.month(at + 1)
                && let Some(last) = self.day(next).filter(|_| !self.is(next + 1, words::COUNTED))
                && (other, last) > to
            {
                (to, end) = ((other, last), next + 1);
            }
        }
        let year = self.year_behind(end);
        if let Some((shift, end)) = self.year_off(end).filter(|_| year.is_none() && to == (month, first)) {
            return (end, Expression::OfYear { shift, month, day: Some(first) }, "dates/month-day");
        }
        let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
        // "The Sept. 11 attacks" are those of one year.
        let attacked = matches!(self.folded(end), "attack" | "attacks" | "attackers" | "hijackers" | "terrorist");
        let expression = if to == (9, 11) && month == 9 && first == 11 && year.is_none() && attacked {
            Expression::Fixed("2001-09-11")
        } else if to == (month, first) {
            Expression::Day { year, month, day: first }
        } else {
            Expression::Days { year, from: (month, first), to, join: join.unwrap_or(Join::Through) }
        };
        (end, expression, "dates/month-day")
    }

    /// `Thursday`, `Thursday, Aug. 4`, `Thursday last week`.
    pub(super) fn weekday(&self, i: usize) -> Read {
        let short = self.is(i, words::SHORT_WEEKDAY) || self.folded(i).ends_with('.');
        let weekday = self.value(i, words::WEEKDAY | words::SHORT_WEEKDAY)?;
        if self.is_feast_or_paper(i) {
            return None;
        }
        let dot = short && self.folded(i + 1) == "." && self.glued(i + 1);
        let next = i + 1 + usize::from(dot);
        let next = next + usize::from(self.folded(next) == ",");
        let next = next + usize::from(self.folded(next) == "the");
        let date = match self.doc.kind(next) {
            _ if next >= self.end => None,
            TokenKind::Number => self.numeric_date(next).or_else(|| self.day_month(next)),
            _ => self.month_first(next),
        };
        if let Some((end, date, _)) = date.filter(|(_, date, _)| matches!(date, Expression::Day { .. })) {
            return Some((end, date, "dates/weekday-date"));
        }
        if short || self.doc.case(i) == Case::Lower && self.folded(i).ends_with('s') {
            return None;
        }
        let of = if self.folded(i + 1) == "of" { i + 2 } else { i + 1 };
        let week = (self.folded(of + 1) == "week").then(|| super::relative::shift_of(self.folded(of))).flatten();
        // "Monday next", "Tuesday week".
        let ends = |at: usize| at >= self.end || matches!(self.folded(at), "." | "," | ";" | ")" | "!" | "?");
        let shift = match self.folded(i + 1) {
            "next" if ends(i + 2) => Some(1),
            "last" if ends(i + 2) => Some(-1),
            "week" if ends(i + 2) && self.doc.case(i).is_capitalised() => Some(2),
            _ => None,
        };
        let end = if week.is_some() || shift.is_some() { of + 1 + usize::from(week.is_some()) } else { i + 1 };
        Some((end, Expression::Weekday { weekday, shift, week }, "dates/weekday"))
    }

    pub(super) fn is_feast_or_paper(&self, i: usize) -> bool {
        let name = |j: usize| self.doc.case(j).is_capitalised();
        self.is(i + 1, words::PAPER) && name(i + 1) || self.was(i, words::FEAST) && name(i - 1)
    }
}

fn day(year: i32, month: u32, day: u32) -> Expression {
    Expression::Day { year: Some(year), month, day }
}

fn dotted(word: &str) -> Option<(u32, u32, i32)> {
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = parts.next().is_none() && day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    plain.then(|| Some((day.parse().ok()?, month.parse().ok()?, year.parse().ok()?)))?
}
