//! The word lists as one index: a hash table of their phrases, and of the words that longer phrases begin with.
//!
//! Read from `lexicon.bin`, which the build script writes so that it packs well (numbers are little-endian):
//!
//! - the number of phrases (4 bytes), of rows (2) and of codes (1);
//! - the codes, two letters each;
//! - the rows, each what all lists say of some phrases: the number of lists (1), then of each the list (1; + 64 where a
//!   code, + 128 where a value belongs to it) and the tags (3);
//! - the phrases in alphabetical order, each as the number of bytes that it shares with the one before (1, at most 31)
//!   and its other bytes, all above 31; a 0 behind the last;
//! - of each phrase its row: the low bytes of all, then the high ones;
//! - the codes that belong to rows, by their place in the list of codes (1 each);
//! - the values: the low bytes of all, the middle ones, the high ones.

use super::{Entry, Listed};
use crate::slots::{Slots, hash, hash_on};
use std::ops::Range;

/// All phrases of all lists.
#[derive(Default)]
pub(super) struct Index {
    letters: Vec<u8>,
    /// The first is no phrase; behind the phrases stand the beginnings of phrases that are none themselves.
    nodes: Vec<Node>,
    phrases: usize,
    entries: Vec<Entry>,
    by_hash: Slots,
}

/// A phrase, or the first words of one.
#[derive(Clone, Copy, Default)]
struct Node {
    /// Where its letters end; they begin where those of the node before it end.
    end: u32,
    /// Its first entry: there is one for each list that has it, in the order of the lists.
    entries: u32,
    /// The lists that have it, one bit each.
    lists: u64,
    /// The lists that have a longer phrase which begins with it.
    longer: u64,
}

impl Index {
    /// Reads the file; `None` where it is cut short.
    pub(super) fn read(bytes: &[u8]) -> Option<Index> {
        let mut file = Reader(bytes);
        let (count, coded) = (file.number(4)?, file.number(4)?);
        let (rows, codes) = (file.number(2)?, file.number(1)?);
        let codes = file.take(2 * codes)?;
        let rows: Vec<Vec<Cell>> = (0..rows).map(|_| file.row()).collect::<Option<_>>()?;

        let mut index = Index { phrases: count, nodes: vec![Node::default()], ..Index::default() };
        index.by_hash = Slots::with_capacity(count + count / 4);
        for _ in 0..count {
            let last = index.range(index.nodes.len() - 1);
            let shared = last.start..last.start + file.number(1)?;
            let rest = file.0.iter().position(|byte| *byte < 32)?;
            index.letters.extend_from_within(shared.start..shared.end.min(last.end));
            index.letters.extend(file.take(rest)?);
            index.push();
        }
        file.take(1)?;
        let (low, high) = (file.take(count)?, file.take(count)?);
        let mut coded = file.take(coded)?.iter();
        let mut values = file.0.chunks_exact(file.0.len() / 3);
        let mut values = values.next()?.iter().zip(values.next()?).zip(values.next()?);
        for i in 0..count {
            let node = &mut index.nodes[i + 1];
            node.entries = index.entries.len() as u32;
            for cell in rows.get(usize::from(low[i]) | usize::from(high[i]) << 8)? {
                let mut bits = cell.tags;
                if cell.has_code {
                    let at = 2 * usize::from(*coded.next()?);
                    bits |= u64::from(u16::from_be_bytes(codes.get(at..at + 2)?.try_into().ok()?)) << 24;
                }
                if cell.has_value {
                    let ((low, middle), high) = values.next()?;
                    bits |= u64::from(u32::from_le_bytes([*low, *middle, *high, 0])) << 40;
                }
                node.lists |= 1 << cell.list;
                index.entries.push(Entry(bits));
            }
        }
        index.add_beginnings();
        Some(index)
    }

    /// Adds a node whose letters end where they all end.
    fn push(&mut self) -> usize {
        let number = self.nodes.len();
        self.nodes.push(Node { end: self.letters.len() as u32, ..Node::default() });
        self.by_hash.insert(hash(&self.letters[self.range(number)]), number as u32);
        number
    }

    /// Notes of each phrase that it is longer than those it begins with.
    fn add_beginnings(&mut self) {
        for number in 1..=self.phrases {
            let (phrase, lists) = (self.range(number), self.nodes[number].lists);
            for len in 1..phrase.len() {
                if !may_part(&self.letters[phrase.clone()], len) {
                    continue;
                }
                let beginning = phrase.start..phrase.start + len;
                let letters = &self.letters[beginning.clone()];
                let node = match self.number(letters, hash(letters)) {
                    0 => {
                        self.letters.extend_from_within(beginning);
                        self.push()
                    }
                    node => node as usize,
                };
                self.nodes[node].longer |= lists;
            }
        }
    }

    /// Where the letters of a node stand.
    fn range(&self, number: usize) -> Range<usize> {
        let start = if number == 0 { 0 } else { self.nodes[number - 1].end };
        start as usize..self.nodes[number].end as usize
    }

    /// The folded phrase with this hash.
    pub(super) fn find(&self, phrase: &[u8], hash: u32) -> Listed {
        self.listed(self.number(phrase, hash))
    }

    /// The node of the phrase with this hash; 0 where there is none.
    fn number(&self, phrase: &[u8], hash: u32) -> u32 {
        self.by_hash.find(hash, |number| &self.letters[self.range(number as usize)] == phrase).unwrap_or(0)
    }

    fn listed(&self, node: u32) -> Listed {
        let known = self.nodes.get(node as usize);
        known.map_or(Listed::default(), |known| Listed {
            node,
            entries: known.entries,
            lists: known.lists,
            longer: known.longer,
        })
    }

    /// What follows `from` with one more token: glued to it or behind a blank.
    pub(super) fn step(&self, from: Listed, glued: bool, folded: &str) -> Listed {
        let before = &self.letters[self.range(from.node as usize)];
        let blank: &[u8] = if glued { b"" } else { b" " };
        let is = |number: u32| {
            let rest = self.letters[self.range(number as usize)].strip_prefix(before);
            rest.and_then(|rest| rest.strip_prefix(blank)) == Some(folded.as_bytes())
        };
        let hash = hash_on(hash_on(hash(before), blank), folded.as_bytes());
        self.listed(self.by_hash.find(hash, is).unwrap_or(0))
    }

    /// What a list says of a phrase.
    pub(super) fn entry(&self, number: u32) -> Option<Entry> {
        self.entries.get(number as usize).copied()
    }

    /// All phrases, in alphabetical order.
    pub(super) fn phrases(&self) -> impl Iterator<Item = Listed> {
        (1..=self.phrases).map(|number| self.listed(number as u32))
    }

    /// The words of a phrase.
    pub(super) fn letters(&self, phrase: Listed) -> &str {
        self.letters
            .get(self.range(phrase.node as usize))
            .and_then(|letters| str::from_utf8(letters).ok())
            .unwrap_or("")
    }
}

/// Whether a token may end within a phrase before the byte at `at`: before a blank, and where letters, digits and
/// marks meet.
fn may_part(phrase: &[u8], at: usize) -> bool {
    let (Some(before), Some(after)) = (phrase.get(at.wrapping_sub(1)), phrase.get(at)) else { return false };
    let kind = |byte: u8| match byte {
        b'a'..=b'z' => 1,
        b'0'..=b'9' => 2,
        _ => 0,
    };
    *before != b' ' && after & 0xC0 != 0x80 && (kind(*before) == 0 || kind(*before) != kind(*after))
}

/// What a row says of one list.
struct Cell {
    list: u8,
    has_code: bool,
    has_value: bool,
    tags: u64,
}

/// The rest of the file.
struct Reader<'f>(&'f [u8]);

impl<'f> Reader<'f> {
    fn take(&mut self, len: usize) -> Option<&'f [u8]> {
        let (head, tail) = self.0.split_at_checked(len)?;
        self.0 = tail;
        Some(head)
    }

    /// The next number, of so many bytes.
    fn number(&mut self, len: usize) -> Option<usize> {
        Some(self.take(len)?.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    }

    fn row(&mut self) -> Option<Vec<Cell>> {
        let cells = self.number(1)?;
        let mut cell = || {
            let list = self.number(1)? as u8;
            let tags = self.number(3)? as u64;
            Some(Cell { list: list & 63, has_code: list & 64 != 0, has_value: list & 128 != 0, tags })
        };
        (0..cells).map(|_| cell()).collect()
    }
}
