//! Feasts and days that are known by a name: `Christmas`, `New Year's Eve`, `Ramadan`.

use super::{Expression, Read, Reader};
use crate::lexicon::feasts;

impl Reader<'_, '_> {
    /// A feast, with its year: `Christmas Day 2021`, `Easter last year`.
    pub(super) fn feast(&self, i: usize) -> Read {
        if !self.doc.case(i).is_capitalised() {
            return None;
        }
        let (end, entry) = feasts::TABLE.longest(self.doc, i, self.end)?;
        // "Christmas Island", "Easter Uprising": part of a longer name.
        let named = self.doc.case(end).is_capitalised() && !self.glued(end) && end < self.end;
        let led = i > self.start && self.doc.case(i - 1).is_capitalised() && self.before(i) != "on";
        let led = led && self.doc.sentence(self.doc.sentence_at(i)).tokens.start < i - 1;
        if named || led {
            return None;
        }
        let (month, day) = (entry.value() / 100, entry.value() % 100);
        if month == 0 {
            return Some((end, Expression::Unknown, "dates/feast"));
        }
        if let Some((shift, end)) = self.year_off(end) {
            return Some((end, Expression::OfYear { shift, month, day: Some(day) }, "dates/feast"));
        }
        let (year, end) = self.year_behind(end).map_or((None, end), |(year, end)| (Some(year), end));
        Some((end, Expression::Day { year, month, day }, "dates/feast"))
    }
}
