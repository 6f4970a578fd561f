//! The embedded word lists, packed by the build script from `data/*.tsv`.
//!
//! Each file is a module of its name with a `TABLE` and a constant for each tag:
//! `lexicon::cues::TABLE.has_tag("said", lexicon::cues::CLAUSE)`. Phrases are folded
//! ([`crate::fold`]); between two words of a phrase stands one blank, as between two tokens that
//! are not glued, so that `al-qaeda` matches three glued tokens.

use crate::document::Document;
use fst::raw::Fst;
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

/// A sorted table of phrases.
pub struct Table {
    bytes: &'static [u8],
    fst: OnceLock<Option<Fst<&'static [u8]>>>,
}

impl Table {
    const fn new(bytes: &'static [u8]) -> Self {
        Table { bytes, fst: OnceLock::new() }
    }

    fn fst(&self) -> Option<&Fst<&'static [u8]>> {
        self.fst.get_or_init(|| Fst::new(self.bytes).ok()).as_ref()
    }

    /// The entry of a folded phrase.
    pub fn get(&self, phrase: &str) -> Option<Entry> {
        self.fst()?.get(phrase).map(|output| Entry(output.value()))
    }

    /// The phrases whose entry `wanted` takes, in alphabetical order: to turn a table around.
    pub fn entries(&self, wanted: impl Fn(Entry) -> bool) -> Vec<(String, Entry)> {
        use fst::{IntoStreamer, Streamer};
        let mut found = Vec::new();
        let Some(fst) = self.fst() else { return found };
        let mut stream = fst.stream().into_stream();
        while let Some((phrase, output)) = stream.next() {
            let entry = Entry(output.value());
            if wanted(entry) {
                found.push((String::from_utf8_lossy(phrase).into_owned(), entry));
            }
        }
        found
    }

    /// Whether a phrase of the table begins with the folded word, or a longer word does.
    pub fn begins(&self, word: &str) -> bool {
        let Some(fst) = self.fst() else { return false };
        let mut node = fst.root();
        word.bytes().all(|byte| {
            let arc = node.find_input(byte);
            if let Some(arc) = arc {
                node = fst.node(node.transition_addr(arc));
            }
            arc.is_some()
        })
    }

    /// Whether the folded phrase is in the table.
    pub fn has_word(&self, phrase: &str) -> bool {
        self.get(phrase).is_some()
    }

    /// Whether the folded phrase has any of `tags`.
    pub fn has_tag(&self, phrase: &str, tags: u32) -> bool {
        self.get(phrase).is_some_and(|entry| entry.has(tags))
    }

    /// The longest phrase that begins at token `start` and ends before token `end`: the index
    /// after its last token, and its entry.
    pub fn longest(&self, doc: &Document, start: usize, end: usize) -> Option<(usize, Entry)> {
        self.longest_where(doc, start, end, |_| true)
    }

    /// As [`Table::longest`], of the entries that `wanted` takes.
    pub fn longest_where(
        &self,
        doc: &Document,
        start: usize,
        end: usize,
        wanted: impl Fn(Entry) -> bool,
    ) -> Option<(usize, Entry)> {
        let fst = self.fst()?;
        let mut node = fst.root();
        let mut output = 0u64;
        let mut best = None;
        for i in start..end.min(doc.tokens.len()) {
            let blank: &[u8] = if i > start && !doc.tokens[i].glued { b" " } else { b"" };
            for &byte in blank.iter().chain(doc.folded(i).as_bytes()) {
                let Some(arc) = node.find_input(byte) else { return best };
                let transition = node.transition(arc);
                output += transition.out.value();
                node = fst.node(transition.addr);
            }
            if node.is_final() {
                let entry = Entry(output + node.final_output().value());
                if wanted(entry) {
                    best = Some((i + 1, entry));
                }
            }
        }
        best
    }
}
