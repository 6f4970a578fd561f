//! The embedded word lists, packed by the build script from `data/*.tsv`.
//!
//! Each file is a module of its name with a `TABLE` and a constant for each tag:
//! `lexicon::cues::TABLE.has_tag("said", lexicon::cues::CLAUSE)`. Phrases are folded
//! ([`crate::fold`]); between two words of a phrase stands one blank, as between two tokens that
//! are not glued, so that `al-qaeda` matches three glued tokens.
//!
//! All lists are one index of phrases. A document looks each of its words up there once; what any
//! list says of a token (`TABLE.has_tag(doc.listed(i), …)`), and whether a longer phrase may begin
//! with it, is then known without a search.

pub(crate) mod clusters;
pub(crate) mod openings;
mod packed;
mod phrases;

use crate::document::Document;
use crate::slots::hash;
use packed::Index;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// What a table says of a phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry(u64);

impl Entry {
    /// Whether it has any of `tags`.
    pub fn has(self, tags: u32) -> bool {
        self.0 as u32 & tags & 0xFF_FFFF != 0
    }

    /// All its tags.
    pub fn bits(self) -> u32 {
        self.0 as u32 & 0xFF_FFFF
    }

    /// Its two-letter code, as for countries.
    pub fn code(self) -> Option<[u8; 2]> {
        let code = (self.0 >> 24) as u16;
        (code != 0).then(|| code.to_be_bytes())
    }

    /// Its number; 0 where the table has none.
    pub fn value(self) -> u32 {
        (self.0 >> 40) as u32
    }
}

/// A phrase in the index of all lists; by default one that no list knows. What most questions are about, whether
/// a list has it at all, it knows without looking there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Listed {
    /// Its place in the index.
    node: u32,
    /// Its first entry: there is one for each list that has it, in the order of the lists.
    entries: u32,
    /// The lists that have it, one bit each.
    lists: u64,
    /// The lists that have a longer phrase which begins with it.
    longer: u64,
}

impl Listed {
    /// Whether a phrase of any of these tables begins with it, or is it: one look where most words are in none.
    #[inline]
    pub(crate) fn may_begin_any(&self, tables: &[Table]) -> bool {
        let lists = tables.iter().fold(0, |lists, table| lists | 1 << table.0);
        (self.lists | self.longer) & lists != 0
    }

    /// Whether a phrase of any of these tables begins with it, and is longer.
    #[inline]
    pub(crate) fn begins_longer(&self, tables: &[Table]) -> bool {
        let lists = tables.iter().fold(0, |lists, table| lists | 1 << table.0);
        self.longer & lists != 0
    }

    /// The phrase that goes on with this word.
    pub(crate) fn then(self, folded: &str) -> Listed {
        index().step(self, false, folded)
    }
}

/// What can be asked for in a table: a folded phrase, or one that was found before.
pub trait Phrase {
    /// Its place in the index.
    fn listed(&self) -> Listed;
}

impl Phrase for Listed {
    fn listed(&self) -> Listed {
        *self
    }
}

impl Phrase for &str {
    fn listed(&self) -> Listed {
        find(self, hash(self.as_bytes()))
    }
}

impl Phrase for &String {
    fn listed(&self) -> Listed {
        self.as_str().listed()
    }
}

/// Finds a folded phrase with this hash in the index of all lists.
pub(crate) fn find(phrase: &str, hash: u32) -> Listed {
    index().find(phrase.as_bytes(), hash)
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::read(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"))).unwrap_or_default())
}

/// One of the lists: which bit it has in the index.
#[derive(Clone, Copy, Debug)]
pub struct Table(u32);

impl Table {
    /// The entry of a phrase.
    #[inline]
    pub fn get(self, phrase: impl Phrase) -> Option<Entry> {
        self.entry(phrase.listed())
    }

    #[inline]
    fn entry(self, phrase: Listed) -> Option<Entry> {
        let list = 1 << self.0;
        if phrase.lists & list == 0 {
            return None;
        }
        let place = (phrase.lists & (list - 1)).count_ones();
        index().entry(phrase.entries + place)
    }

    /// Whether the table has a longer phrase that begins with this one.
    #[inline]
    fn goes_on(self, phrase: Listed) -> bool {
        phrase.longer >> self.0 & 1 == 1
    }

    /// The phrases whose entry `wanted` takes, in alphabetical order: to turn a table around.
    pub fn entries(self, wanted: impl Fn(Entry) -> bool) -> Vec<(String, Entry)> {
        let index = index();
        let all = index.phrases().filter_map(|phrase| Some((phrase, self.entry(phrase)?)));
        let wanted = all.filter(|(_, entry)| wanted(*entry));
        wanted.map(|(phrase, entry)| (index.letters(phrase).to_string(), entry)).collect()
    }

    /// Whether the phrase is in the table.
    #[inline]
    pub fn has_word(self, phrase: impl Phrase) -> bool {
        phrase.listed().lists >> self.0 & 1 == 1
    }

    /// Whether a phrase of the table begins with this one, or is it.
    #[inline]
    pub fn may_begin(self, phrase: impl Phrase) -> bool {
        let phrase = phrase.listed();
        (phrase.lists | phrase.longer) >> self.0 & 1 == 1
    }

    /// Whether the phrase has any of `tags`.
    #[inline]
    pub fn has_tag(self, phrase: impl Phrase, tags: u32) -> bool {
        self.get(phrase).is_some_and(|entry| entry.has(tags))
    }

    /// The longest phrase that begins at token `start` and ends before token `end`: the index
    /// after its last token, and its entry.
    #[inline]
    pub fn longest(self, doc: &Document, start: usize, end: usize) -> Option<(usize, Entry)> {
        self.longest_where(doc, start, end, |_| true)
    }

    /// As [`Table::longest`], of the entries that `wanted` takes.
    #[inline]
    pub fn longest_where(
        self,
        doc: &Document,
        start: usize,
        end: usize,
        wanted: impl Fn(Entry) -> bool,
    ) -> Option<(usize, Entry)> {
        if self.may_begin(doc.listed(start)) { self.longest_from(doc, start, end, wanted) } else { None }
    }

    /// As [`Table::longest_where`], where a phrase may begin: that most tokens begin none is seen before.
    fn longest_from(
        self,
        doc: &Document,
        start: usize,
        end: usize,
        wanted: impl Fn(Entry) -> bool,
    ) -> Option<(usize, Entry)> {
        let mut at = doc.listed(start);
        let end = end.min(doc.tokens.len());
        let mut best = None;
        let mut i = start;
        while i < end {
            i += 1;
            if let Some(entry) = self.entry(at).filter(|entry| wanted(*entry)) {
                best = Some((i, entry));
            }
            if i == end || !self.goes_on(at) {
                break;
            }
            at = index().step(at, doc.tokens[i].glued, doc.folded(i));
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of `data/cities.tsv` and the like, folded: what must be found again.
    fn rows(text: &str) -> impl Iterator<Item = String> {
        text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).skip(1).map(|line| {
            let mut folded = String::new();
            crate::fold::fold(line.split('\t').next().unwrap_or(""), &mut folded);
            folded
        })
    }

    #[test]
    fn every_phrase_is_found() {
        let tables = [
            (include_str!("../../data/cities.tsv"), cities::TABLE),
            (include_str!("../../data/people.tsv"), people::TABLE),
            (include_str!("../../data/common-words.tsv"), common_words::TABLE),
            (include_str!("../../data/harms.tsv"), harms::TABLE),
        ];
        for (text, table) in tables {
            assert_eq!(rows(text).find(|phrase| !table.has_word(phrase.as_str())), None);
        }
    }

    #[test]
    fn entries_are_those_of_their_own_list() {
        assert!(countries::TABLE.has_tag("france", countries::COUNTRY));
        assert_eq!(countries::TABLE.get("france").and_then(Entry::code), Some(*b"FR"));
        assert!(!common_words::TABLE.has_word("france"));
        assert!(common_words::TABLE.has_word("school"));
        assert_eq!(number_words::TABLE.get("twelve").map(Entry::value), Some(12));
        assert_eq!(countries::TABLE.get(""), None);
        assert_eq!(countries::TABLE.get("franc"), None);
    }

    #[test]
    fn the_longest_phrase_wins() {
        let doc = Document::new("The United Arab Emirates and al-Qaeda in San José de Ocoa.");
        let found = |table: Table, word: &str| {
            let start = (0..doc.tokens.len()).find(|i| doc.word(*i) == word)?;
            table.longest(&doc, start, doc.tokens.len()).map(|(end, _)| end - start)
        };
        assert_eq!(found(countries::TABLE, "United"), Some(3));
        assert_eq!(found(organizations::TABLE, "al"), Some(3));
        assert_eq!(found(countries::TABLE, "Arab"), None);
        assert_eq!(countries::TABLE.longest(&doc, 1, 2), None);
    }

    #[test]
    fn entries_turn_a_table_around() {
        let days = date_words::TABLE.entries(|entry| entry.has(date_words::WEEKDAY));
        assert!(days.iter().any(|(day, _)| day == "monday"));
        assert!(days.is_sorted_by(|a, b| a.0 < b.0));
    }
}
