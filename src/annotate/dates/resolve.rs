//! Date expressions to values, against the day of publication.

use super::calendar::Day;
use super::read::{Expression, Found, Join, Unit};
use crate::document::Document;
use crate::lexicon::date_words as words;

/// The value of `found` in ISO 8601 or EDTF; `None` where it can't be told. `last` is the value of the date
/// before it in this sentence or the one before.
pub(super) fn resolve(doc: &Document, found: &Found, anchor: Option<Day>, last: Option<&str>) -> Option<String> {
    let ahead = || looks_ahead(doc, found);
    match found.expression {
        Expression::Fixed(value) => Some(value.to_string()),
        Expression::Unknown => None,
        Expression::FromLast(unit, shift) => from_last(last?, unit, shift),
        Expression::Year(year) if year < 0 => Some(format!("-{:04}", -year)),
        Expression::Year(year) => Some(format!("{year:04}")),
        Expression::Years(from, to) => Some(format!("{from:04}/{to:04}")),
        Expression::Decade(year) => Some(format!("{:03}X", year / 10)),
        Expression::Century(hundreds) => Some(format!("{hundreds:02}XX")),
        Expression::EitherDay { year, first, second } => {
            let (a, b) = (Day::new(year, first, second)?, Day::new(year, second, first)?);
            Some(format!("[{},{}]", a.min(b), a.max(b)))
        }
        Expression::Day { year, month, day } => {
            let year = year.or_else(|| nearest_year(anchor?, (month, day), ahead()))?;
            Day::new(year, month, day).map(|day| day.to_string())
        }
        Expression::OfYear { shift, month, day } => {
            let year = anchor?.year + shift;
            day.map_or_else(
                || Some(format!("{year:04}-{month:02}")),
                |day| Day::new(year, month, day).map(|day| day.to_string()),
            )
        }
        Expression::Days { year, from, to, join } => {
            let year = year.or_else(|| nearest_year(anchor?, from, ahead()))?;
            let (from, to) = (Day::new(year, from.0, from.1)?, Day::new(year, to.0, to.1)?);
            Some(match join {
                Join::Through => format!("{from}/{to}"),
                Join::And => format!("{{{from},{to}}}"),
                Join::Or => format!("[{from},{to}]"),
            })
        }
        Expression::Months { year, from, to } => {
            // "December to April 2021" begins the year before.
            let over = i32::from(to < from);
            let first = match year {
                Some(year) => year - over,
                None if ahead() => nearest_year(anchor?, (from, 1), true)?,
                None => nearest_year(anchor?, (to, 1), false)? - over,
            };
            Some(format!("{first:04}-{from:02}/{:04}-{to:02}", first + over))
        }
        Expression::Weekend(shift) => {
            let saturday = weekend(anchor?, shift, ahead());
            Some(format!("{saturday}/{}", saturday.plus(1)))
        }
        Expression::Month { year, month, shift } => {
            let year = match (year, shift) {
                (Some(year), _) => year,
                (None, Some(0)) => anchor?.year,
                (None, Some(shift)) => shifted_year(anchor?, month, shift),
                (None, None) => nearest_year(anchor?, (month, 1), ahead())?,
            };
            Some(format!("{year:04}-{month:02}"))
        }
        Expression::Season { year, season, shift } => {
            let year = year.or_else(|| Some(shifted_season(anchor?, season, shift?)))?;
            Some(format!("{year:04}-{season}"))
        }
        Expression::Weekday { weekday, shift, week } => {
            Some(nearest_weekday(anchor?, weekday, shift, week, ahead()).to_string())
        }
        Expression::DaysOff(days) => Some(anchor?.plus(days).to_string()),
        Expression::Period(unit, shift) => Some(period(anchor?, unit, shift)),
    }
}

/// The year of a month and day that stand without: the latest not after publication, or the first
/// not before it.
fn nearest_year(anchor: Day, (month, day): (u32, u32), ahead: bool) -> Option<i32> {
    let past = (month, day) <= (anchor.month, anchor.day);
    // "In August", printed in August, is this one either way.
    let now = month == anchor.month && day == 1;
    let year = match (ahead, past) {
        (false, true) => anchor.year,
        (false, false) => anchor.year - 1,
        (true, true) if now || (month, day) == (anchor.month, anchor.day) => anchor.year,
        (true, true) => anchor.year + 1,
        (true, false) => anchor.year,
    };
    Some(year)
}

/// "Last August" is the latest August before this month, "next August" the first after it.
fn shifted_year(anchor: Day, month: u32, shift: i32) -> i32 {
    match shift {
        ..0 if month < anchor.month => anchor.year,
        ..0 => anchor.year - 1,
        _ if month > anchor.month => anchor.year,
        _ => anchor.year + 1,
    }
}

fn shifted_season(anchor: Day, season: u32, shift: i32) -> i32 {
    // Quarters and halves are those of the calendar year.
    if season > 24 {
        return anchor.year + shift;
    }
    // The month in which each season ends, in the north: May, August, November; winter in the next year's February.
    let last_month = match season {
        21 => 5,
        22 => 8,
        23 => 11,
        _ => 14,
    };
    let over = anchor.month > last_month || (season == 24 && anchor.month > 2 && anchor.month < 12);
    match shift {
        ..0 if over && season != 24 => anchor.year,
        ..0 => anchor.year - 1,
        0 => anchor.year,
        _ if over && season != 24 => anchor.year + 1,
        _ => anchor.year,
    }
}

fn nearest_weekday(anchor: Day, weekday: u32, shift: Option<i32>, week: Option<i32>, ahead: bool) -> Day {
    let off = i64::from(weekday) - i64::from(anchor.weekday());
    if let Some(week) = week {
        return anchor.plus(off + 7 * i64::from(week));
    }
    let on_or_after = off.rem_euclid(7);
    let on_or_before = -(-off).rem_euclid(7);
    anchor.plus(match shift {
        Some(..0) if on_or_before == 0 => -7,
        Some(..0) => on_or_before,
        Some(0) => on_or_after,
        // "Tuesday week".
        Some(2) => on_or_after + 7,
        Some(_) if on_or_after == 0 => 7,
        Some(_) => on_or_after,
        None if ahead => on_or_after,
        None => on_or_before,
    })
}

/// The Saturday of "last weekend"; of "the weekend", the latest before publication, or the next.
fn weekend(anchor: Day, shift: Option<i32>, ahead: bool) -> Day {
    // Monday 0 … Saturday 5; on a weekend, "this weekend" is on.
    let weekday = i64::from(anchor.weekday()) - 1;
    let this = anchor.plus(5 - weekday);
    match shift {
        Some(shift) => this.plus(7 * i64::from(shift)),
        None if ahead || weekday >= 5 => this,
        None => this.plus(-7),
    }
}

/// So many units from the date before, as exact as that is and the unit allows.
fn from_last(last: &str, unit: Unit, shift: i32) -> Option<String> {
    let coarse = |unit| matches!(unit, Unit::Year | Unit::Decade);
    let day = match last.len() {
        10 => Day::parse(last)?,
        7 if coarse(unit) || unit == Unit::Month => Day::parse(&format!("{last}-01"))?,
        4 if coarse(unit) => Day::parse(&format!("{last}-01-01"))?,
        _ => return None,
    };
    Some(period(day, unit, shift))
}

fn period(anchor: Day, unit: Unit, shift: i32) -> String {
    match unit {
        Unit::Day => anchor.plus(i64::from(shift)).to_string(),
        Unit::Week => anchor.plus(7 * i64::from(shift)).week(),
        Unit::Month => {
            let months = anchor.year * 12 + anchor.month as i32 - 1 + shift;
            format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
        }
        Unit::Year => format!("{:04}", anchor.year + shift),
        Unit::Decade => format!("{:03}X", (anchor.year / 10) + shift),
    }
}

/// Whether the words that the date belongs to plan ahead: the nearest sign before it in its
/// sentence decides; where there is none, as in "On Friday, …", the first one behind it.
fn looks_ahead(doc: &Document, found: &Found) -> bool {
    const WINDOW: usize = 16;
    let sentence = doc.sentence(doc.sentence_at(found.tokens.start)).tokens;
    let before = (sentence.start.max(found.tokens.start.saturating_sub(WINDOW))..found.tokens.start).rev();
    let behind = found.tokens.end..sentence.end.min(found.tokens.end + WINDOW);
    before
        .map(|i| (i, false))
        .chain(behind.map(|i| (i, true)))
        .find_map(|(i, fronted)| sign(doc, i, fronted))
        .unwrap_or(false)
}

/// What the word at `i` tells: ahead, behind, or nothing.
fn sign(doc: &Document, i: usize, fronted: bool) -> Option<bool> {
    let word = doc.folded(i);
    if words::TABLE.has_tag(word, words::AHEAD) {
        return Some(true);
    }
    let to_be = matches!(word, "is" | "are" | "'s" | "'re" | "am");
    let next = doc.folded(i + 1);
    // "is to open", "On Friday, the president is hosting".
    if to_be && (next == "to" || fronted && next.ends_with("ing")) {
        return Some(true);
    }
    let past = word.len() > 3 && word.ends_with("ed") && doc.case(i) == crate::token::Case::Lower;
    (past || words::TABLE.has_tag(word, words::BEHIND)).then_some(false)
}
