//! The word lists as one index: a hash table of their phrases, and of the words that longer phrases begin with.
//!
//! Read from `lexicon.bin`, which the build script writes (numbers are little-endian):
//!
//! - the number of phrases (4 bytes), of codes that belong to them (4), of rows (2), of different codes (1);
//! - the codes, two letters each;
//! - the rows, each what all lists say of some phrases: the number of lists (1), then of each the list (1; + 64 where a
//!   code, + 128 where a value belongs to it) and the tags (3);
//! - the codes that belong to phrases, by their place in the list of codes (1 each);
//! - as [`phrases`](super::phrases) has it, of each phrase its letters, its row, and the values that belong to it.

use super::phrases::Phrases;
use super::{Entry, Listed};
use crate::coder::Decoder;
use crate::slots::{SEED, Slots, hash, hash_on, same};
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
    /// Where its letters begin and end.
    letters: (u32, u32),
    /// Its first entry: there is one for each list that has it, in the order of the lists.
    entries: u32,
    /// The lists that have it, one bit each.
    lists: u64,
    /// The lists that have a longer phrase which begins with it.
    longer: u64,
}

impl Index {
    /// Reads the file; `None` where it is cut short. Readers wait for it, so that no letter is looked at twice: phrases
    /// that begin alike stand together, and what was found of such a beginning holds for all.
    pub(super) fn read(bytes: &[u8]) -> Option<Index> {
        let mut file = Reader(bytes);
        let (phrases, coded, rows, codes) = (file.number(4)?, file.number(4)?, file.number(2)?, file.number(1)?);
        let codes = file.take(2 * codes)?;
        let rows: Vec<Row> = (0..rows).map(|_| file.row()).collect::<Option<_>>()?;
        let mut coded = file.take(coded)?.iter();
        let (mut coder, mut file) = (Decoder::new(file.0), Phrases::new());

        let mut index = Index { phrases, nodes: vec![Node::default(); phrases + 1], ..Index::default() };
        index.by_hash = Slots::with_capacity(phrases + phrases / 4);
        // Of the phrase before: its letters, the hash of so many of them, and the phrases' beginnings that it has.
        let mut letters = 0..0;
        let mut hashes = vec![SEED];
        let mut open: Vec<(usize, usize)> = Vec::new();
        for number in 1..=phrases {
            file.letters(&mut coder, b"");
            let shared = file.shared;
            let start = index.letters.len();
            index.letters.extend(&file.letters);
            letters = start..index.letters.len();
            hashes.truncate(shared + 1);
            for byte in &index.letters[start + shared..] {
                hashes.push(hash_on(*hashes.last()?, &[*byte]));
            }

            let row = rows.get(file.row(&mut coder, 0) as usize)?;
            index.put(number, letters.clone(), *hashes.last()?);
            index.nodes[number].entries = index.entries.len() as u32;
            index.nodes[number].lists = row.lists;
            for cell in &row.cells {
                let mut bits = cell.tags;
                let mut code = u8::MAX;
                if cell.has_code {
                    code = *coded.next()?;
                    let at = 2 * usize::from(code);
                    bits |= u64::from(u16::from_be_bytes(codes.get(at..at + 2)?.try_into().ok()?)) << 24;
                }
                if cell.has_value {
                    bits |= u64::from(file.value(&mut coder, code, 0)) << 40;
                }
                index.entries.push(Entry(bits));
            }

            open.truncate(open.partition_point(|(len, _)| *len < shared));
            for (len, hash) in hashes.iter().enumerate().take(letters.len()).skip(shared.max(1)) {
                if may_part(&index.letters[letters.clone()], len) {
                    open.push((len, index.beginning(letters.start..letters.start + len, *hash)));
                }
            }
            open.iter().for_each(|(_, node)| index.nodes[*node].longer |= row.lists);
        }
        coder.is_whole().then_some(index)
    }

    /// Puts a node under the hash of its letters.
    fn put(&mut self, number: usize, letters: Range<usize>, hash: u32) {
        self.nodes[number].letters = (letters.start as u32, letters.end as u32);
        self.by_hash.insert(hash, number as u32);
    }

    /// The node of a phrase's beginning.
    fn beginning(&mut self, letters: Range<usize>, hash: u32) -> usize {
        match self.number(&self.letters[letters.clone()], hash) {
            0 => {
                self.nodes.push(Node::default());
                self.put(self.nodes.len() - 1, letters, hash);
                self.nodes.len() - 1
            }
            node => node as usize,
        }
    }

    /// Where the letters of a node stand.
    #[inline]
    fn range(&self, number: usize) -> Range<usize> {
        let (start, end) = self.nodes[number].letters;
        start as usize..end as usize
    }

    /// The folded phrase with this hash.
    pub(super) fn find(&self, phrase: &[u8], hash: u32) -> Listed {
        self.listed(self.number(phrase, hash))
    }

    /// The node of the phrase with this hash; 0 where there is none.
    fn number(&self, phrase: &[u8], hash: u32) -> u32 {
        self.by_hash.find(hash, |number| same(&self.letters[self.range(number as usize)], phrase)).unwrap_or(0)
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

/// What all lists say of some phrases.
struct Row {
    /// The lists, one bit each, and the cell of each in their order.
    lists: u64,
    cells: Vec<Cell>,
}

/// What a row says of one list.
struct Cell {
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

    fn row(&mut self) -> Option<Row> {
        let mut row = Row { lists: 0, cells: Vec::new() };
        for _ in 0..self.number(1)? {
            let list = self.number(1)? as u8;
            let tags = self.number(3)? as u64;
            row.lists |= 1 << (list & 63);
            row.cells.push(Cell { has_code: list & 64 != 0, has_value: list & 128 != 0, tags });
        }
        Some(row)
    }
}
