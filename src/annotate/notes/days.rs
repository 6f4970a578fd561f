//! A weekday that does not fit its date: "Monday, 12 March 2024" is no Monday.

use super::Note;
use crate::annotate::dates::Date;
use crate::annotate::dates::calendar::Day;
use crate::document::Document;
use crate::layer::Layer;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Dates that name a weekday which they are not. Where no year is told, none of the nearest may fit.
pub(super) fn misnamed(doc: &Document, dates: &Layer<Date>) -> Vec<Note> {
    let mut notes = Vec::new();
    for date in dates.iter().filter(|date| date.rule == "dates/weekday-date") {
        let first = doc.folded(date.tokens.start);
        let named = WEEKDAYS.iter().position(|day| first.get(..2) == day.to_lowercase().get(..2));
        let value = date.value.as_deref().filter(|value| value.len() == "2024-03-12".len());
        let (Some(named), Some(day)) = (named, value.and_then(Day::parse)) else { continue };
        let told = date.tokens.iter().any(|i| doc.word(i).len() == 4 && doc.word(i).parse::<u32>().is_ok());
        let fits = |years: i32| day.in_year(years).is_some_and(|day| day.weekday() as usize == named + 1);
        if fits(0) || !told && (fits(-1) || fits(1)) {
            continue;
        }
        let names = WEEKDAYS.get((day.weekday() as usize).wrapping_sub(1)).zip(WEEKDAYS.get(named));
        let Some((is, named)) = names else { continue };
        notes.push(Note {
            kind: "weekday-differs",
            span: date.span,
            items: Vec::new(),
            message: format!("{day} is a {is}, not a {named}. Check which of the two is right."),
        });
    }
    notes
}
