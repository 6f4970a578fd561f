//! The calendar: days counted from 1970-01-01, so that dates can be added to and compared.
//!
//! After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": the year begins in March,
//! so that the leap day is its last.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::annotate) struct Day {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: u32,
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Day {
    /// The day, where the calendar has it.
    pub(super) fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        ((1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)).then_some(Day { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, with anything behind it.
    pub(in crate::annotate) fn parse(text: &str) -> Option<Self> {
        let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
        Day::new(part(0..4)? as i32, part(5..7)?, part(8..10)?)
    }

    /// The same day so many years later, where that year has it.
    pub(in crate::annotate) fn in_year(self, later: i32) -> Option<Self> {
        Day::new(self.year + later, self.month, self.day)
    }

    /// Days since 1970-01-01.
    pub(super) fn count(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i64::from(self.month);
        let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day so many days after 1970-01-01.
    pub(super) fn from_count(count: i64) -> Self {
        let count = count + 719_468;
        let era = count.div_euclid(146_097);
        let day_of_era = count.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Day { year: year as i32, month: month as u32, day: day as u32 }
    }

    /// So many days later.
    pub(super) fn plus(self, days: i64) -> Self {
        Day::from_count(self.count() + days)
    }

    /// Monday is 1, Sunday 7.
    pub(in crate::annotate) fn weekday(self) -> u32 {
        (self.count() + 3).rem_euclid(7) as u32 + 1
    }

    /// Its week in ISO 8601: `2022-W31`.
    pub(super) fn week(self) -> String {
        // A week belongs to the year that has its Thursday.
        let thursday = self.plus(4 - i64::from(self.weekday()));
        let new_year = Day { year: thursday.year, month: 1, day: 1 };
        format!("{:04}-W{:02}", thursday.year, (thursday.count() - new_year.count()) / 7 + 1)
    }
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_both_ways() {
        for count in (-800_000..800_000).step_by(97) {
            assert_eq!(Day::from_count(count).count(), count);
        }
        assert_eq!(Day { year: 1970, month: 1, day: 1 }.count(), 0);
        assert_eq!(Day { year: 2000, month: 3, day: 1 }.plus(-1).to_string(), "2000-02-29");
    }

    #[test]
    fn weekdays_and_weeks() {
        let day = |text| Day::parse(text).map(|d| (d.weekday(), d.week()));
        assert_eq!(day("2022-08-04"), Some((4, "2022-W31".to_string())));
        assert_eq!(day("2021-01-03"), Some((7, "2020-W53".to_string())));
        assert_eq!(day("2024-12-30"), Some((1, "2025-W01".to_string())));
    }

    #[test]
    fn no_day_that_the_calendar_lacks() {
        assert_eq!(Day::parse("2022-02-29"), None);
        assert_eq!(Day::parse("2022-13-01"), None);
        assert_eq!(Day::parse("04/08/2022"), None);
    }
}
