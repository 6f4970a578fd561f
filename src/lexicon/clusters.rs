//! Clusters of words that are used alike, so that what is learnt of one is learnt of all: "spokesman" and
//! "spokeswoman", "Kano" and "Kaduna".
//!
//! Made by `data/generate/clusters.py` from open word vectors; the build script packs `data/clusters.txt`. A word is
//! known by the low bits of its hash, so that one word in a hundred is taken for another one that is known.
//! Follows Turian, Ratinov and Bengio 2010, "Word representations", and Lin and Wu 2009, "Phrase clustering".

use crate::coder::{Coder as _, Decoder, Guesses};
use crate::ranks::Ranks;
use std::sync::OnceLock;

/// How many different hashes are told apart. The build script knows this number, too.
const HASHES: u32 = 1 << 20;

/// How far apart the hashes are, and how many clusters there are. The build script knows these, too.
const GAP_BITS: u32 = 5;
const CLUSTER_BITS: u32 = 10;

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

/// The number of words; then of each, in the order of their hashes, how far its hash is from the one before, and the
/// number of its cluster.
fn read(bytes: &[u8]) -> Option<Table> {
    let (mut gaps, mut coder) = (Guesses::new(1), Decoder::new(bytes));
    let (mut words, mut clusters) = (Vec::new(), Vec::new());
    let mut hash = 0;
    for _ in 0..coder.plain(16, 0) {
        hash += gaps.gap(&mut coder, GAP_BITS, 0);
        words.push(hash);
        clusters.push(coder.plain(CLUSTER_BITS, 0) as u16);
    }
    coder.is_whole().then(|| Table { words: Ranks::new(&words, HASHES), clusters })
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
