//! Datelines: place, date and agency before the first words, `KYIV, Ukraine, Aug. 4 (AP) —`.
//!
//! Agencies print them in many ways. Common to all: only names, dates and agencies stand before a
//! dash, colon or bar, and a new sentence after it. A place in capitals or a known agency says it
//! in any paragraph; a place as it is usually written (`Nairobi:`) only in the first.

use super::chars::{is_letter, is_quote};
use super::roles::folded;
use crate::fold::fold;
use crate::lexicon::{
    Listed, Phrase, agencies, cities, countries, date_words, function_words, name_particles, page_furniture, regions,
};

/// The longest dateline, in bytes.
const LONGEST: usize = 120;

/// The shortest text after a dateline that has nothing but a place, in bytes.
const SENTENCE: usize = 30;

/// Length of the dateline at the start of a paragraph, and up to the first word after it. `first`:
/// nothing of the article stands before it.
pub(crate) fn dateline_len(words: &str, first: bool) -> Option<(usize, usize)> {
    let head = &words[..words.floor_char_boundary(LONGEST)];
    // Most paragraphs have no such mark: one look at their bytes tells.
    if !head.bytes().fold(false, |any, b| any | matches!(b, b'-' | b':' | b'|' | b'_' | b')' | 0xE2)) {
        return None;
    }
    let mut best = None;
    for (at, c) in head.char_indices().skip(1).filter(|(_, c)| matches!(c, '—' | '–' | '-' | ':' | '|' | '_' | ')'))
    {
        let Some(mark) = separator_len(head, at, c) else { continue };
        let end = at + mark;
        let rest = words[end..].trim_start();
        let Some(kind) = Head::read(&head[..at]) else { break };
        if begins_sentence(rest) && kind.is_dateline(c, rest, first) {
            best = Some((end, words.len() - rest.len()));
            // A bar may part the place from the agency: look on for the last one.
            if c != '|' {
                break;
            }
        }
    }
    best
}

/// Whether a paragraph begins with a dateline beyond doubt, so that it is no headline.
pub(crate) fn opens_article(words: &str) -> bool {
    dateline_len(words, false).is_some_and(|(end, _)| {
        let head = words[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
        Head::read(head).is_some_and(|head| head.bracketed || head.shouted && head.place)
    })
}

/// Whether `line` is a place with a date or an agency, and nothing else.
pub(crate) fn is_dateline(line: &str) -> bool {
    // "On Thursday, Kenyan President" is the first line of a wrapped paragraph.
    let first = line.split_whitespace().next().unwrap_or_default();
    line.len() <= LONGEST
        && !function_words::TABLE.has_tag(&folded(first), function_words::PREPOSITION)
        && Head::read(line).is_some_and(|head| {
            head.words <= 5 && (head.dated || head.bracketed) && (head.shouted && head.words <= 3 || head.comma)
        })
}

/// Length of the mark at byte `at` if it may end a dateline.
fn separator_len(head: &str, at: usize, c: char) -> Option<usize> {
    let after = &head[at + c.len_utf8()..];
    let blank = |rest: &str| rest.starts_with(char::is_whitespace);
    match c {
        '—' | '–' => Some(c.len_utf8()),
        '-' if after.starts_with('-') => Some(2),
        // `VALPARAISO, Tuesday.-Nine workers`
        '-' if head[..at].ends_with('.') => Some(1),
        '-' | ':' | '|' | '_' if blank(after) => Some(1),
        // `(Reuters) Two people`: the bracket is all there is.
        ')' if blank(after) && begins_sentence(after.trim_start()) => Some(1),
        _ => None,
    }
}

fn begins_sentence(rest: &str) -> bool {
    rest.starts_with(|c: char| {
        c.is_uppercase() || c.is_ascii_digit() || is_quote(c) || is_letter(c) && !c.is_lowercase()
    })
}

/// What stands before the mark.
#[derive(Default)]
struct Head {
    words: usize,
    /// The first word is in capitals.
    shouted: bool,
    shouted_words: usize,
    /// Its words are a place that is known.
    place: bool,
    comma: bool,
    dated: bool,
    agency: bool,
    /// The agency stands in brackets.
    bracketed: bool,
}

impl Head {
    /// `None` where anything but names, dates and agencies stands there.
    fn read(text: &str) -> Option<Head> {
        let text = text.trim();
        let mut words = text.split(|c: char| c.is_whitespace() || c == '/').filter(|w| !w.is_empty());
        let first = words.clone().next();
        let mut head = Head::default();
        let mut count = 0;
        let mut form = String::new();
        // What is no dateline mostly shows it by its first or second word.
        loop {
            let ahead = words.clone();
            let Some(raw) = words.next() else { break };
            let word = trim(raw);
            form.clear();
            fold(word, &mut form);
            let known = form.as_str().listed();
            let agency = if word.is_empty() || agencies::TABLE.may_begin(known) { agency_len(ahead) } else { 0 };
            let calendar = is_calendar(known);
            count += agency.max(1);
            if agency > 0 {
                head.agency = true;
                head.bracketed |= raw.starts_with(['(', '[']);
                words.by_ref().take(agency - 1).for_each(drop);
            } else if word.starts_with(|c: char| c.is_ascii_digit()) && count > 1 || calendar {
                // No year, but a count: `Attendance: 23,410`.
                head.dated |= calendar || word.len() >= 4 && !word.contains(',');
            } else if !word.contains(char::is_alphabetic) {
                if count == 1 || !matches!(word, "" | "&") {
                    return None;
                }
            } else if word.starts_with(char::is_uppercase) {
                let shouted = !word.contains(char::is_lowercase);
                if head.words == 0 {
                    let long = word.chars().filter(|c| c.is_alphabetic()).nth(2).is_some();
                    head.shouted = shouted && (long || word.contains('.'));
                }
                head.words += 1;
                head.shouted_words += usize::from(shouted);
            } else if head.words == 0 || !name_particles::TABLE.has_word(word) {
                return None;
            }
        }
        if count > 12 || text.ends_with('.') && count > 4 {
            return None;
        }
        let label = page_furniture::TABLE.has_tag(&folded(trim(text)), page_furniture::LABEL)
            || first.is_some_and(|w| page_furniture::TABLE.has_tag(&folded(trim(w)), page_furniture::LABEL));
        head.comma = text.contains(',');
        head.place = is_place(text.split([',', '(', '[', '/']).next().unwrap_or(""));
        (!label && (head.words > 0 || head.agency)).then_some(head)
    }

    fn is_dateline(&self, mark: char, rest: &str, first: bool) -> bool {
        let long = rest.len() >= SENTENCE;
        // A dash that has a partner in the same sentence holds an aside.
        let aside = || {
            let near = &rest[..rest.floor_char_boundary(200)];
            let sentence = near.split(". ").next().unwrap_or(near);
            matches!(mark, '-' | '–' | '—') && sentence.contains(['–', '—']) || sentence.contains(" - ")
        };
        if mark == ')' {
            return self.bracketed && self.words <= 6;
        }
        if self.agency {
            return self.bracketed || self.words > 0 || first;
        }
        if self.shouted {
            return match mark {
                ':' | '_' => first && long && self.shouted_words == self.words,
                '|' => self.comma,
                _ => self.comma || self.dated || long && !aside(),
            };
        }
        // `Reyes: We will go` looks the same as `Nairobi: We will go`.
        let told = self.place || mark != ':' && (self.comma || self.dated);
        first && long && told && self.words <= 5 && !aside() && mark != '|'
    }
}

/// Without brackets, commas and full stops around it.
fn trim(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&')
}

/// Whether a city or country is called so.
pub(crate) fn is_place(name: &str) -> bool {
    let name = folded(name.trim());
    cities::TABLE.has_word(&name)
        || countries::TABLE.has_tag(&name, countries::COUNTRY | countries::CAPITAL)
        || regions::TABLE.has_word(&name)
}

/// How many of the words at the start are an agency.
fn agency_len<'t>(words: impl Iterator<Item = &'t str>) -> usize {
    let words: Vec<&str> = words.take(3).collect();
    let is_agency = |n: &usize| agencies::TABLE.has_word(&folded(trim(&words[..*n].join(" "))));
    (1..=words.len()).rev().find(is_agency).unwrap_or(0)
}

fn is_calendar(word: Listed) -> bool {
    date_words::TABLE.has_tag(word, date_words::MONTH | date_words::WEEKDAY)
}
