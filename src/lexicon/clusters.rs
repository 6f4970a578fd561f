//! Clusters of words that are used alike, so that what is learnt of one is learnt of all: "spokesman" and
//! "spokeswoman", "Kano" and "Kaduna".
//!
//! Made by `data/generate/clusters.py` from open word vectors; the build script packs `data/clusters.txt`. A word is
//! known by the low bits of its hash, so that one word in a hundred is taken for another one that is known.
//! Follows Turian, Ratinov and Bengio 2010, "Word representations", and Lin and Wu 2009, "Phrase clustering".

use crate::ranks::Ranks;
use std::sync::OnceLock;

/// How many different hashes are told apart. The build script knows this number, too.
const HASHES: u32 = 1 << 20;

/// Clusters beside each other are near in meaning: so many make a coarser one.
const COARSER: u16 = 4;

/// The clusters that a word is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Cluster {
    /// Counted from one; 0 for words in none.
    fine: u16,
}

impl Cluster {
    pub(crate) const NONE: Cluster = Cluster { fine: 0 };

    /// The cluster of a folded word with this hash.
    pub(crate) fn of(hash: u32) -> Cluster {
        let table = table();
        let number = table.words.rank(hash % HASHES).and_then(|rank| table.clusters.get(rank));
        Cluster { fine: number.map_or(0, |number| number + 1) }
    }

    /// Its number.
    pub(crate) fn fine(self) -> u32 {
        self.fine.into()
    }

    /// The number of the coarser cluster around it.
    pub(crate) fn coarse(self) -> u32 {
        self.fine.div_ceil(COARSER).into()
    }
}

#[derive(Default)]
struct Table {
    words: Ranks,
    /// By the rank of the word.
    clusters: Vec<u16>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/clusters.bin"))).unwrap_or_default())
}

/// The number of words, their hashes, then of each cluster's number the low byte and the high one.
fn read(bytes: &[u8]) -> Option<Table> {
    let (count, rest) = bytes.split_first_chunk()?;
    let count = u32::from_le_bytes(*count) as usize;
    let (words, rest) = Ranks::read(rest, count, HASHES)?;
    let (low, high) = rest.split_at_checked(count)?;
    let clusters = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high])).collect();
    Some(Table { words, clusters })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slots::hash;

    #[test]
    fn words_stand_where_the_file_has_them() {
        let lines = include_str!("../../data/clusters.txt").lines().filter(|line| !line.starts_with('#'));
        let (mut right, mut all) = (0, 0);
        for (number, line) in lines.enumerate() {
            for word in line.split(' ') {
                all += 1;
                right += usize::from(Cluster::of(hash(word.as_bytes())).fine() == number as u32 + 1);
            }
        }
        assert!(all > 1000 && right * 100 > all * 98, "{right} of {all}");
    }

    #[test]
    fn most_unknown_words_have_none() {
        let known = (0..1000).filter(|i| Cluster::of(hash(format!("q{i}z").as_bytes())) != Cluster::default()).count();
        assert!(known < 50, "{known}");
    }

    #[test]
    fn neighbours_share_a_coarse_cluster() {
        let coarse = [0, 1, 4, 5].map(|fine| Cluster { fine }.coarse());
        assert_eq!(coarse, [0, 1, 1, 2]);
    }
}
