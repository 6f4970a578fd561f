//! What a line is by its own words: byline, credit, caption, control of the page, pointer to
//! another article.

use super::bylines::is_name;
use super::chars::{is_blank, is_invisible};
use super::dateline::is_dateline;
use super::lines::ends_sentence;
use crate::document::BlockRole;
use crate::fold::fold;
use crate::lexicon::page_furniture::{self as furniture, TABLE};
use crate::lexicon::{Entry, Listed, Phrase as _, agencies, date_words, name_particles};
use std::cell::OnceCell;
use std::ops::Range;

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 300;

/// The longest phrase of the list, in words.
const PHRASE: usize = 5;

/// The role that `line` has wherever it stands. `parting`: it may have a mark that parts what is no sentence, such as
/// `/` or `›`.
pub(crate) fn role_of_line(line: &str, parting: bool) -> Option<BlockRole> {
    if line.len() > LONGEST || !parting && is_prose(line) { None } else { read(line) }
}

/// As [`role_of_line`], by all of its words.
fn read(line: &str) -> Option<BlockRole> {
    let mut words: Vec<&str> = Vec::with_capacity(line.len() / 4);
    for word in line.split(is_blank).filter(|word| !word.is_empty()) {
        if word.contains(':') && !word.contains("//") {
            // `Also read:Floods` has lost its blank.
            words.extend(word.split_inclusive(':'));
        } else {
            words.push(word);
        }
    }
    let words = Words::of(line, &words);
    if words.is_related() {
        Some(BlockRole::Related)
    } else if words.is_link() {
        Some(BlockRole::Link)
    } else if words.is_stamp() || words.is_placed_stamp() || is_dateline(line) && !words.is_byline() {
        Some(BlockRole::Dateline)
    } else if words.is_byline() {
        Some(BlockRole::Byline)
    } else {
        words.picture()
    }
}

/// Whether a line without a mark that parts words has, as most have, a word in lower case that none of the lists
/// knows, and before it nothing that begins what is looked for: then [`read`] would find nothing. All else takes a
/// closer look.
fn is_prose(line: &str) -> bool {
    /// As many words have no byline.
    const MANY: usize = 13;
    let labels = furniture::INVITATION | furniture::BYLINE | furniture::CAPTION | furniture::CREDIT;
    let calendar = date_words::MONTH | date_words::WEEKDAY | date_words::SHORT_WEEKDAY;
    let mut words = line.split_whitespace();
    let (mut form, mut before, mut named) = (String::new(), Listed::default(), false);
    let mut first = true;
    while let Some(raw) = words.next() {
        let word = trim(raw);
        form.clear();
        fold(word, &mut form);
        let listed = form.as_str().listed();
        // "Read more", and "More: floods" or "More | Floods".
        let phrase = TABLE.may_begin(before) && (form.is_empty() || TABLE.may_begin(before.then(&form)));
        let label = first
            && (TABLE.has_tag(listed, labels)
                || TABLE.has_word(listed) && !raw.ends_with(char::is_alphabetic)
                || raw.starts_with(['©', 'ⓒ']));
        if phrase || label || agencies::TABLE.may_begin(listed) {
            return false;
        }
        let lower = raw.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(|b| b.is_ascii_lowercase());
        let known = || {
            TABLE.may_begin(listed)
                || name_particles::TABLE.has_word(listed)
                || date_words::TABLE.has_tag(listed, calendar)
                // "5 k" counts shares or comments; "GMTUpdated" has lost its blank.
                || word.bytes().all(|b| matches!(b, b'k' | b'm'))
                || word.ends_with("updated")
        };
        if lower && !known() {
            // "Ana Reyes, crime reporter" has no full stop.
            let stops = line.ends_with(['.', '!', '?', ',', ';']) && !line.ends_with("Jr.");
            return !named || stops || words.nth(MANY - 2).is_some();
        }
        let glued = raw.find(':').is_some_and(|at| at + 1 < raw.len()) || !raw.is_ascii() && raw.contains(is_invisible);
        if glued || raw.starts_with(|c: char| c.is_ascii_digit()) && raw.contains(['.', '-']) {
            return false;
        }
        named |= raw.contains([',', '|', '•', '–', '—']);
        (before, first) = (listed, false);
    }
    false
}

/// Whether `line`, which has a bar, is a site's menu: `Accueil | Actu | iPlayer`, and nothing that counts or ends a
/// sentence.
pub(crate) fn is_menu(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let items = || words.split(|word| is_bar(word));
    let is_item = |item: &[&str]| item.first().is_some_and(|word| word.contains(|c: char| !c.is_lowercase()));
    // Of many, some may be in lower case.
    let many = items().nth(3).is_some() && words.first().is_some_and(|word| !word.starts_with(char::is_lowercase));
    items().nth(2).is_some()
        && items().all(|item| (1..=3).contains(&item.len()) && (many || is_item(item)))
        && !line.bytes().any(|b| b.is_ascii_digit())
        && !ends_sentence(line)
}

fn is_bar(word: &str) -> bool {
    matches!(word, "|" | "·" | "•")
}

/// Whether words above a headline only say how new or how special it is: `BREAKING NEWS`.
pub(crate) fn is_label(words: &str) -> bool {
    TABLE.has_tag(&folded(trim(words)), furniture::LABEL)
}

/// Whether a line under who wrote the article says what they are: `Crime and security reporter`.
pub(crate) fn is_desk(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or("");
    line.split_whitespace().take(7).count() < 7 && TABLE.has_tag(&folded(last), furniture::DESK)
}

/// Whether `line` heads a list of pointers.
pub(crate) fn is_related_heading(line: &str) -> bool {
    TABLE.has_tag(&folded(trim(line)), furniture::RELATED)
}

/// Whether a paragraph ends with whose picture it is: `(AP Photo/Ana Reyes)`, `[Ana Reyes/Reuters]`,
/// `| Photo: AFP`.
pub(crate) fn is_caption(words: &str) -> bool {
    if words.len() > 2 * LONGEST {
        return false;
    }
    let bare = words.trim_end_matches(['.', ' ']);
    let close = bare.ends_with([')', ']']);
    // `… on Friday. PHOTO | ANA REYES | COASTAL MEDIA`
    if bare.split_once('|').is_some_and(|(before, _)| before.split_whitespace().next_back().is_some_and(is_photo)) {
        return bare.split_whitespace().nth(4).is_some();
    }
    let open = if close { bare.rfind(['(', '[']) } else { bare.rfind('|') };
    let Some((before, owner)) = open.and_then(|at| bare.split_at_checked(at)) else {
        // `… on Friday. REUTERS/Ana Reyes`
        return bare.contains('/')
            && bare.rsplit_once(". ").is_some_and(|(_, owner)| owner.contains('/') && is_owner(owner));
    };
    let owner = trim(owner);
    before.split_whitespace().nth(2).is_some() && (owner.contains('/') || !close || is_photo(owner)) && is_owner(owner)
}

/// Whether a paragraph is a description, a full stop, and a few capitalised words without one: whose
/// picture it is, `Soldiers near the border. Defence Ministry`.
pub(crate) fn is_signed_caption(words: &str) -> bool {
    words.len() <= LONGEST
        && words.rsplit_once(". ").is_some_and(|(described, owner)| {
            described.split_whitespace().nth(2).is_some()
                && !ends_sentence(owner)
                && owner.split_whitespace().count() <= 6
                && owner.starts_with(char::is_uppercase)
        })
}

/// As the lexicon has it.
pub(crate) fn folded(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    fold(words, &mut out);
    out
}

/// Without punctuation at the ends.
fn trim(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '@'))
}

/// Whether some words name a photographer or an agency, and nothing else.
fn is_owner(words: &str) -> bool {
    let short = words.split_whitespace().count() <= 10;
    short && (is_photo(words) || words.split(['/', ',', ' ']).any(is_agency) || is_agency(words))
}

fn is_photo(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| TABLE.has_tag(&folded(word), furniture::CREDIT))
}

pub(super) fn is_agency(words: &str) -> bool {
    agencies::TABLE.has_word(&folded(trim(words)))
}

/// The words of a line without punctuation and folded, a blank between them: phrases are slices.
struct Plain {
    words: String,
    places: Vec<Range<usize>>,
}

impl Plain {
    fn of(words: &[&str]) -> Plain {
        let mut plain = Plain { words: String::new(), places: Vec::with_capacity(words.len()) };
        for word in words {
            let start = plain.words.len();
            fold(trim(word), &mut plain.words);
            plain.places.push(start..plain.words.len());
            plain.words.push(' ');
        }
        plain
    }

    fn phrase(&self, words: Range<usize>) -> &str {
        let all = self.places.get(words).unwrap_or_default();
        all.first().zip(all.last()).and_then(|(first, last)| self.words.get(first.start..last.end)).unwrap_or("")
    }
}

/// A line and its words, also without punctuation and folded. Most lines are told by their first word to be none of
/// these; only of the others the whole is folded.
struct Words<'a> {
    line: &'a str,
    words: &'a [&'a str],
    first: String,
    plain: OnceCell<Plain>,
    /// What the list says of its first word, its first two, and so on.
    heads: Vec<Option<Entry>>,
}

impl<'a> Words<'a> {
    fn of(line: &'a str, words: &'a [&'a str]) -> Self {
        let first = folded(trim(words.first().unwrap_or(&"")));
        let heads = if TABLE.may_begin(&first) { PHRASE.min(words.len()) } else { 0 };
        let mut words = Words { line, words, first, plain: OnceCell::new(), heads: Vec::new() };
        words.heads = (1..=heads).map(|n| TABLE.get(words.plain().phrase(0..n))).collect();
        words
    }

    fn len(&self) -> usize {
        self.words.len()
    }

    fn plain(&self) -> &Plain {
        self.plain.get_or_init(|| Plain::of(self.words))
    }

    /// Word `i` folded.
    fn word(&self, i: usize) -> &str {
        if i == 0 { &self.first } else { self.plain().phrase(i..i + 1) }
    }

    /// How many words at the start are a phrase with the tag.
    fn opens(&self, tag: u32) -> Option<usize> {
        let found = self.heads.iter().rposition(|entry| entry.is_some_and(|entry| entry.has(tag)));
        found.map(|i| i + 1)
    }

    /// How many words at `from` are a phrase with the tag.
    fn phrase(&self, from: usize, tag: u32) -> Option<usize> {
        let most = PHRASE.min(self.len().saturating_sub(from));
        (1..=most).rev().find(|n| TABLE.has_tag(self.plain().phrase(from..from + n), tag))
    }

    /// `Related article: …`, `READ MORE …`, `Also read | …`, or one of these alone.
    fn is_related(&self) -> bool {
        let Some(n) = self.opens(furniture::RELATED) else { return false };
        let Some(last) = self.words[..n].last() else { return false };
        let bar = |word: &str| !word.is_empty() && !word.contains(char::is_alphanumeric);
        let parted = last.ends_with([':', '|', '>', '»', '–', '—', '-']) || self.words.get(n).is_some_and(|w| bar(w));
        let shouted = self.words[..n].iter().all(|word| !word.contains(char::is_lowercase));
        let whole = n == self.len() && !TABLE.has_tag(self.plain().phrase(0..n), furniture::LINK);
        let glued = last.contains(':');
        whole || parted || glued || n > 1 && n < self.len() && (shouted || !ends_sentence(self.line)) && self.titled(n)
    }

    /// Whether the word at `i` begins with a capital, a digit or a quotation mark.
    fn titled(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|word| !word.starts_with(char::is_lowercase))
    }

    /// Addresses and controls of the page, and nothing else; or an invitation to use one.
    fn is_link(&self) -> bool {
        if self.opens(furniture::INVITATION).is_some() && self.len() <= 24 || self.is_trail() {
            return true;
        }
        let mut i = 0;
        let mut controls = 0;
        while i < self.len() {
            let word = self.word(i);
            if let Some(n) = if i == 0 { self.opens(furniture::LINK) } else { self.phrase(i, furniture::LINK) } {
                controls += 1;
                i += n;
            } else if is_address(self.words[i]) {
                controls += 1;
                i += 1;
            } else if word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'k' | 'm' | '.' | ',')) {
                i += 1;
            } else {
                return false;
            }
        }
        controls > 0 && (!ends_sentence(self.line) || self.words.iter().any(|word| is_address(word)))
    }

    /// `Home / News / Crime`, `Início › Mundo`: where on the site the page is.
    fn is_trail(&self) -> bool {
        let is_parting = |word: &&&str| matches!(**word, "/" | "›" | "»" | ">");
        let partings = self.words.iter().filter(is_parting).count();
        let arrows = partings > 0 && !self.words.contains(&"/");
        let home = self.word(0) == "home";
        (arrows || home && partings > 0 || partings > 1)
            && !ends_sentence(self.line)
            && self.words.split(|word| is_parting(&word)).all(|part| (1..=3).contains(&part.len()))
    }

    /// `By Ana Reyes`, `Ana Reyes | Staff writer`, `ANA REYES, Associated Press`, `(Reporting by …)`.
    fn is_byline(&self) -> bool {
        let name = |i: usize| {
            self.titled(i)
                || matches!(self.word(i), "and" | "in" | "of" | "for" | "the" | "with" | "at" | "de" | "van" | "")
                || TABLE.has_tag(self.word(i), furniture::DESK | furniture::DESK_PART)
                || is_agency(self.word(i))
        };
        let bracketed = self.line.starts_with('(') && self.line.ends_with(')');
        if !bracketed && self.line.ends_with(['.', '!', '?', ',', ';']) && !self.line.ends_with("Jr.") {
            return false;
        }
        if let Some(n) = self.opens(furniture::BYLINE) {
            let first = self.word(n);
            let when = date_words::TABLE.has_tag(first, date_words::MONTH | date_words::WEEKDAY);
            // Behind a bar stands where and when: `By Ana Reyes | Lima, Peru | Monday`.
            let end = self.words.iter().position(|word| is_bar(word)).unwrap_or(self.len());
            return end > n
                && (self.len() <= n + 14 || bracketed)
                && first.starts_with(char::is_alphabetic)
                && !when
                && (self.titled(n) || TABLE.has_tag(first, furniture::DESK | furniture::DESK_PART))
                && (n..end).all(|i| bracketed || name(i) || self.words[i].contains(['@', ';']));
        }
        if self.len() > 12 {
            return false;
        }
        // A name, then when: `Ana Reyes Published May 4, 2024`.
        let dated = |i: &usize| {
            let told = self.word(*i).len() > 5 && TABLE.has_tag(self.word(*i), furniture::STAMP);
            told && self.titled(*i) || is_bar(self.words[*i - 1])
        };
        if let Some(n) = (2..self.len().min(6)).find(dated)
            && let Some((name, when)) = self.words.split_at_checked(n)
        {
            let name = name.strip_suffix(&["|"]).unwrap_or(name);
            if is_name(name) && Words::of(self.line, when).is_stamp() {
                return true;
            }
        }
        // Nothing but a desk or an agency, its part of the paper, and how long it takes to read.
        let desk = |word: &str| TABLE.has_tag(word, furniture::DESK);
        let part = |word: &str| {
            TABLE.has_tag(word, furniture::DESK | furniture::DESK_PART | furniture::LINK | furniture::STAMP)
                || word.bytes().all(|b| b.is_ascii_digit())
        };
        let words = || (0..self.len()).map(|i| self.word(i));
        if words().all(part) && words().any(desk) || self.len() <= 4 && is_agency(self.line) && !is_photo(self.line) {
            return true;
        }
        // A name, then whose reporter.
        let Some(at) = self.line.find([',', '|', '•', '–', '—']) else { return false };
        let (name, desk) = (self.line[..at].trim(), trim(&self.line[at..]));
        let names: Vec<&str> = name.split_whitespace().collect();
        let is_name = (2..=7).contains(&names.len())
            && names.iter().all(|word| {
                *word == "and" || word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_numeric())
            });
        let is_desk = is_agency(desk)
            || (desk.split_whitespace().count() <= 5
                && desk.split_whitespace().any(|word| TABLE.has_tag(&folded(trim(word)), furniture::DESK)));
        is_name && is_desk
    }

    /// `Published: 4 August 2022, 10:30 GMT`, `3 hours ago`, `21:47`: when, and nothing else.
    fn is_stamp(&self) -> bool {
        if self.len() > 16 || !self.line.bytes().any(|b| b.is_ascii_digit()) {
            return false;
        }
        // In any language: `14/06/2025 10h22 - Atualizado há 2 horas`.
        let in_digits = |word: &&str| {
            let mut parts = word.split(['/', '.', '-']);
            let lengths = parts.by_ref().map(|part| part.len() * usize::from(part.bytes().all(|b| b.is_ascii_digit())));
            matches!(lengths.collect::<Vec<_>>()[..], [1 | 2, 1 | 2, 4] | [4, 2, 2])
        };
        if self.words.first().is_some_and(|word| in_digits(&word.trim_end_matches([',', ':']))) && self.len() <= 9 {
            return !ends_sentence(self.line);
        }
        let mut told =
            self.line.contains(':') && self.len() <= 2 && self.line.starts_with(|c: char| c.is_ascii_digit());
        for (i, word) in self.words.iter().enumerate() {
            let plain = self.word(i);
            // "6:41 AM GMT+2Updated 3 hours ago": the blank before it is lost.
            let plain = plain.strip_suffix("updated").filter(|zone| !zone.is_empty()).unwrap_or(plain);
            let plain = plain.split_once('+').map_or(plain, |(zone, _)| zone);
            let calendar = is_calendar(plain);
            let stamp = TABLE.has_tag(plain, furniture::STAMP);
            // "About 300" counts anything.
            told |= calendar || stamp && plain.len() > 2 && plain != "about";
            let number = plain.chars().all(|c| !c.is_alphabetic())
                || plain.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == '.').len() <= 2
                    && plain.starts_with(|c: char| c.is_ascii_digit());
            if !(calendar || stamp || number) || word.starts_with(['$', '€', '£']) {
                return false;
            }
        }
        told
    }

    /// `LIMA, April 11, 2024 10:32 pm | Updated April 12`: where, and when.
    fn is_placed_stamp(&self) -> bool {
        let place = self.words.iter().take(3).position(|word| word.ends_with(','));
        place.and_then(|at| self.words.split_at_checked(at + 1)).is_some_and(|(place, when)| {
            let named = |word: &&str| word.starts_with(char::is_uppercase) && !is_calendar(&folded(trim(word)));
            place.iter().all(named) && Words::of(self.line, when).is_stamp()
        })
    }

    /// `Photo: Ana Reyes/Reuters`, `Getty Images`: a credit; `File photo: Soldiers near …`: a caption.
    fn picture(&self) -> Option<BlockRole> {
        if let Some(n) = self.opens(furniture::CAPTION) {
            let parted = self.words[..n].last().is_some_and(|word| word.ends_with([':', '-', '–', '—', '.']))
                || self.words.get(n).is_some_and(|word| matches!(*word, "-" | "–" | "—" | "|"));
            if parted && self.len() > n {
                return Some(BlockRole::Caption);
            }
        }
        let labelled = self.opens(furniture::CREDIT).filter(|n| {
            let label = &self.words[..*n];
            label.last().is_some_and(|word| word.ends_with([':', '|', '©']) || word.contains('/'))
                || matches!(self.word(n - 1), "by" | "courtesy")
                || *n == self.len()
        });
        let many_lower = self.words.iter().filter(|word| word.starts_with(char::is_lowercase)).count() > 4;
        if labelled.is_some() || self.line.starts_with(['©', 'ⓒ']) {
            return Some(if many_lower && labelled.is_some() { BlockRole::Caption } else { BlockRole::Credit });
        }
        // `Ana Reyes/AFP/Getty Images`, `AP Photo/Ana Reyes`
        let owner = self.len() <= 8 && !self.line.ends_with('.') && self.line.contains('/') && !many_lower;
        let capitals = self.words.iter().all(|word| !word.starts_with(char::is_lowercase) || word.len() <= 3);
        (owner && capitals && is_owner(self.line)).then_some(BlockRole::Credit)
    }
}

fn is_calendar(word: &str) -> bool {
    date_words::TABLE.has_tag(word, date_words::MONTH | date_words::WEEKDAY | date_words::SHORT_WEEKDAY)
}

/// A web address, an e-mail address, a handle.
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(['(', ')', '<', '>', '[', ']', ',', '.']);
    let starts = |head: &str| word.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    starts("http") && word.contains("://")
        || starts("www.")
        || word.len() > 2 && word.starts_with('@')
        || word.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_has_no_role() {
        let lists = [TABLE, agencies::TABLE, date_words::TABLE, name_particles::TABLE];
        let phrases = lists.iter().flat_map(|list| list.entries(|_| true)).map(|(phrase, _)| phrase);
        let mut prose = 0;
        for phrase in phrases.chain(["the", "reyes", "k", "“we", "and"].map(String::from)) {
            let title: String =
                phrase.char_indices().map(|(i, c)| if i == 0 { c.to_ascii_uppercase() } else { c }).collect();
            for phrase in [&phrase, &title] {
                for line in [
                    phrase.clone(),
                    format!("{phrase} was seen"),
                    format!("{phrase}: was seen"),
                    format!("{phrase}, Reuters"),
                    format!("{phrase} and Ana Reyes, Reuters"),
                    format!("Reyes {phrase}"),
                    format!("Reyes {phrase} Lopez, Reuters"),
                    format!("More {phrase} 12 May, 2022"),
                    format!("NAIROBI {phrase} (AP)"),
                    format!("Share {phrase} Facebook"),
                    format!("on {phrase} 12:30"),
                ] {
                    for line in [format!("{line} and so on, Reyes And Lopez"), line] {
                        let parting = line.contains(['/', '>', '›', '»']);
                        prose += usize::from(!parting && is_prose(&line));
                        assert!(parting || !is_prose(&line) || read(&line).is_none(), "{line}");
                    }
                }
            }
        }
        assert!(prose > 100, "{prose}");
    }
}
