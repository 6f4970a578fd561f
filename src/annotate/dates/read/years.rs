//! Years, decades and centuries: four digits are a year only in context.

use super::{Expression, Read, Reader};
use crate::annotate::dates::read::Found;
use crate::lexicon::date_words as words;
use crate::token::{Case, TokenKind};

impl Reader<'_, '_> {
    /// `the 1990s`, `the late 1980s`, `the mid-1990s`, `the 19th century`: the article belongs to them.
    pub(super) fn after_article(&self, i: usize) -> Read {
        if self.folded(i) != "the" {
            return None;
        }
        let modified = matches!(self.folded(i + 1), "early" | "late" | "mid");
        let at = i + 1 + usize::from(modified);
        let at = at + usize::from(modified && self.is_dash(at));
        match self.doc.kind(at) {
            _ if at >= self.end => None,
            TokenKind::Number => self.decade(at).or_else(|| self.century(at)).or_else(|| self.nineties(i, at)),
            TokenKind::Punct => self.short_decade(at),
            _ => self.nineties(i, at).or_else(|| self.century(at)),
        }
    }

    /// `in the 90s`, `since the nineties`, `the 1960s and 70s`.
    fn nineties(&self, i: usize, at: usize) -> Read {
        let tens = match self.value(at, words::TENS) {
            Some(tens) => tens as i32,
            None => self.folded(at).strip_suffix('s').filter(|digits| digits.len() == 2)?.parse().ok()?,
        };
        let led = matches!(self.before(i), "in" | "since" | "during" | "of" | "from" | "until" | "by");
        let listed =
            matches!(self.before(i), "and" | "or" | "to") && i >= self.start + 2 && self.decade(i - 2).is_some();
        // "Temperatures were in the 90s."
        let warm = |i: &usize| self.folded(*i).starts_with("temperature");
        let led = (led || listed) && !(self.start.max(i.saturating_sub(6))..i).any(|i| warm(&i));
        (led && tens >= 50 && tens % 10 == 0).then_some((at + 1, Expression::Decade(1900 + tens), "dates/decade"))
    }

    /// `44 BC`, `1200 AD`, `AD 1200`.
    pub(super) fn era(&self, i: usize) -> Read {
        let upper = |i: usize| self.doc.case(i) == Case::Upper;
        let year = |i: usize| self.digits(i, 1..=4).map(|year| year as i32).filter(|year| *year > 0);
        let (year, end) = if matches!(self.folded(i), "ad" | "a.d.") && upper(i) {
            (year(i + 1)?, i + 2)
        } else {
            let year = year(i).filter(|_| !self.glued(i) && upper(i + 1))?;
            match self.folded(i + 1) {
                "ad" | "ce" | "a.d." | "c.e." => (year, i + 2),
                "bc" | "bce" | "b.c." | "b.c.e." => (1 - year, i + 2),
                _ => return None,
            }
        };
        Some((end, Expression::Year(year), "dates/era"))
    }

    /// `1990s`.
    pub(super) fn decade(&self, i: usize) -> Read {
        let word = self.folded(i);
        let year: i32 = word.strip_suffix('s').filter(|digits| digits.len() == 4)?.parse().ok()?;
        let expression = match year {
            2000 => Expression::Decade(2000),
            year if year % 100 == 0 => Expression::Century(year / 100),
            year if year % 10 == 0 => Expression::Decade(year),
            _ => return None,
        };
        Some((i + 1, expression, "dates/decade"))
    }

    /// `'90s`.
    pub(super) fn short_decade(&self, i: usize) -> Read {
        let apostrophe = matches!(self.doc.word(i), "'" | "’" | "‘") && self.glued(i + 1);
        let digits = self.folded(i + 1).strip_suffix('s').filter(|digits| apostrophe && digits.len() == 2)?;
        let tens: i32 = digits.parse().ok().filter(|tens| tens % 10 == 0)?;
        let decade = if tens <= 20 { 2000 + tens } else { 1900 + tens };
        Some((i + 2, Expression::Decade(decade), "dates/decade"))
    }

    /// `since '69`, `the class of '98`.
    pub(super) fn short_year(&self, i: usize) -> Read {
        if self.glued(i) || !matches!(self.before(i), "of" | "since" | "in" | "until" | "by") {
            return None;
        }
        // "part of '12 Angry Men'".
        let named = i + 2 < self.end && self.doc.case(i + 2).is_capitalised();
        let closes =
            named || matches!(self.doc.word(i + 2), "'" | "’") || self.glued(i + 2) && self.folded(i + 2) == "-";
        let (year, end) = self.year_behind(i).filter(|(_, end)| *end == i + 2 && !closes)?;
        Some((end, Expression::Year(year), "dates/year"))
    }

    /// `FY2023-24`, `FY23`: a year that money is counted by.
    pub(super) fn fiscal_year(&self, i: usize) -> Read {
        let digits = self.folded(i).strip_prefix("fy").filter(|_| self.doc.word(i).starts_with("FY"))?;
        let number: i32 = digits.parse().ok().filter(|_| matches!(digits.len(), 2 | 4))?;
        let year = if digits.len() == 2 { 2000 + number } else { number };
        let joined = (self.is_dash(i + 1) || self.folded(i + 1) == "/") && self.glued(i + 1) && self.glued(i + 2);
        let last = self.digits(i + 2, 2..=2).filter(|last| joined && *last as i32 == (year + 1) % 100);
        Some(match last {
            Some(_) => (i + 3, Expression::Years(year, year + 1), "dates/fiscal-year"),
            None => (i + 1, Expression::Year(year), "dates/fiscal-year"),
        })
    }

    /// `19th century`, `19th-century`.
    pub(super) fn century(&self, i: usize) -> Read {
        let word = self.folded(i);
        let number = match self.value(i, words::ORDINAL) {
            Some(number) => number as i32,
            None => ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?.parse().ok()?,
        };
        if !(2..=21).contains(&number) {
            return None;
        }
        let at = i + 1 + usize::from(self.is_dash(i + 1) && self.glued(i + 1));
        if self.folded(at) != "century" {
            return None;
        }
        if matches!(self.folded(at + 1), "bc" | "bce" | "b.c." | "b.c.e.") {
            return Some((at + 2, Expression::Unknown, "dates/century"));
        }
        let end =
            at + 1 + usize::from(matches!(self.folded(at + 1), "ad" | "ce") && self.doc.case(at + 1) == Case::Upper);
        Some((end, Expression::Century(number - 1), "dates/century"))
    }

    /// A year, or two with a dash, where the words around them say that it is one.
    pub(super) fn years(&self, i: usize, before: Option<&Found>) -> Read {
        let year = self.four(i)?;
        let range = self.year_range(i);
        let end = range.map_or(i + 1, |(_, end)| end);
        if !self.year_in_context(i, end, year, before) {
            return None;
        }
        Some(match range {
            Some((last, end)) => (end, Expression::Years(year, last), "dates/years"),
            None => (end, Expression::Year(year), "dates/year"),
        })
    }

    /// The last year of `2013-14`, `2013/14`, `2013–2014`, and the index behind it.
    pub(super) fn year_range(&self, i: usize) -> Option<(i32, usize)> {
        let first = self.four(i)?;
        let joined = (self.is_dash(i + 1) || self.folded(i + 1) == "/") && self.glued(i + 1) && self.glued(i + 2);
        if !joined || self.glued(i + 3) && matches!(self.folded(i + 3), "-" | "/") {
            return None;
        }
        let last = match (self.digits(i + 2, 2..=2), self.digits(i + 2, 1..=1)) {
            (Some(short), _) => first - first % 100 + short as i32 + if first % 100 == 99 { 100 } else { 0 },
            (None, Some(short)) => first - first % 10 + short as i32,
            (None, None) => self.four(i + 2)?,
        };
        (last > first && last - first < 100).then_some((last, i + 3))
    }

    pub(super) fn year_in_context(&self, i: usize, end: usize, year: i32, before: Option<&Found>) -> bool {
        let recent = (1900..2050).contains(&year);
        // "post-1991", but not the telephone number "555-1991".
        let hyphened = i > self.start && self.is_dash(i - 1) && self.doc.kind(i.saturating_sub(2)) == TokenKind::Word;
        let opens = matches!(self.before(i), "(" | "[" | "\"" | "“" | "'" | "‘");
        let glued_before = i > self.start && self.glued(i) && !opens && !hyphened;
        // "2020-built" is fine, "2020th" never gets here; "2020kg", "#2020", "$2020" are no years.
        let glued_behind =
            self.glued(end) && matches!(self.doc.kind(end), TokenKind::Word | TokenKind::Symbol | TokenKind::Number);
        // "In 2014 more than 100 people"
        let counted = self.is(end, words::COUNTED) && !(self.folded(end) == "more" && self.folded(end + 1) == "than");
        if glued_before || glued_behind || counted || self.counts_a_plural(end, recent) {
            return false;
        }
        let before_range = end > i + 1 && year >= 1800 && self.digits(end - 1, 1..=1).is_none();
        let led =
            self.was(i, words::BEFORE_DATE) || hyphened && matches!(self.folded(i.saturating_sub(2)), "pre" | "post");
        let owned = self.doc.kind(i.wrapping_sub(1)) == TokenKind::Clitic;
        let described = recent && i > self.start && (self.was(i, words::DETERMINER) || owned || self.praised(i));
        let in_list = matches!(self.before(i), "," | "and" | "or" | "to" | "&" | "–" | "-" | "—" | "vs")
            && before.is_some_and(|last| {
                // "2019, 2020, and 2021"
                let gap = i - last.tokens.end;
                let near = gap == 1 || gap == 2 && self.folded(last.tokens.end) == ",";
                near && matches!(last.expression, Expression::Year(_) | Expression::Years(..))
            });
        let bracketed = recent && matches!(self.before(i), "(" | "[" | "©") && i > self.start;
        let behind_place = recent
            && self.before(i) == ","
            && i > self.start + 1
            && self.doc.case(i - 2) == Case::Title
            && matches!(self.folded(end), "." | "," | "(" | ")" | "");
        // "Room 2021 is".
        let labelled = i > self.start && crate::lexicon::number_labels::TABLE.has_word(self.before(i));
        let subject = recent
            && !labelled
            && self.doc.kind(i.wrapping_sub(1)) != TokenKind::Number
            && matches!(self.folded(end), "was" | "is" | "has" | "saw" | "will" | "marked" | "brought" | "began");
        let event = recent && (end..(end + 3).min(self.end)).any(|j| self.is(j, words::EVENT));
        before_range || led || described || in_list || bracketed || behind_place || subject || event
    }

    /// `his spectacular 2019 win`: an adjective and its article before, a single noun behind.
    fn praised(&self, i: usize) -> bool {
        let noun = self.folded(i + 1);
        i > self.start + 1
            && self.doc.case(i - 1) == Case::Lower
            && self.was(i - 1, words::DETERMINER)
            && self.doc.case(i + 1) == Case::Lower
            && !noun.ends_with('s')
            && !matches!(
                self.before(i),
                "same" | "other" | "total" | "first" | "last" | "next" | "only" | "full" | "past"
            )
    }

    /// Whether the word behind four digits is a plural that they seem to count.
    pub(super) fn counts_a_plural(&self, end: usize, recent: bool) -> bool {
        let word = self.folded(end);
        !recent
            && self.doc.case(end) == Case::Lower
            && !self.glued(end)
            && word.len() > 4
            && word.ends_with('s')
            && !word.ends_with("ss")
    }
}
