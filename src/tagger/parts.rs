//! Parts of what is seen around a token: each is about one word and how that stands there.
//!
//! The same words stand in the same places again and again, in one text and in the next, so that what a part weighs is
//! worked out once and kept. Where two parts meet in the table the later one stays, so that it never grows.

use super::clues::{self, Bits};
use super::features::{Features, uses};
use super::model::{Model, Sum};
use crate::lexicon::clusters::Cluster;
use crate::slots::hash;
use crate::vocabulary::{Epoch, Look};

/// Where a word stands from the token that is looked at.
#[derive(Clone, Copy)]
pub(super) enum Seat {
    /// The token itself; how: whether it is the first of a sentence.
    Own,
    /// Next before and behind it.
    Before,
    Behind,
    /// Two before, two behind.
    Far,
    Beyond,
    /// First and last of its capitalised sequence, and next to that; how: the token's place in it.
    Start,
    End,
    Ahead,
    After,
    /// No word: what the lists say of the whole sequence; how: the token's place in it.
    All,
    /// No word: how the article uses the token's; how: whether it is the first of a sentence.
    Uses,
}

/// A word in its seat, and what the lists say of it there.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) seat: Seat,
    pub(super) look: Look,
    /// How it stands there, below 16.
    pub(super) how: u32,
    /// What the lists say of it there, or how the article uses it.
    pub(super) bits: Bits,
}

impl Part {
    /// A number that no other part has in the same epoch.
    fn key(&self) -> u64 {
        u64::from(self.look.number) << 33 | u64::from((self.seat as u32) << 4 | self.how) << 25 | u64::from(self.bits)
    }

    /// Its features; `folded` tells the letters of the token itself.
    pub(super) fn features<'w>(&self, folded: impl FnOnce() -> &'w str) -> Features {
        let mut features = Features::new();
        let Part { seat, how, bits, look: Look { word, shape: caps, cluster, .. } } = *self;
        let (fine, coarse) = (Cluster::fine(cluster), Cluster::coarse(cluster));
        let mut add = |template: u32, a: u32, b: u32| features.add(template, a, b);
        match seat {
            Seat::Own => {
                add(0, 0, 0);
                add(1, word, 0);
                add(8, caps, how);
                let folded = folded().as_bytes();
                for len in 1..=4 {
                    if folded.len() > len {
                        add(14 + len as u32, hash(&folded[..len]), 0);
                        add(18 + len as u32, hash(&folded[folded.len() - len..]), 0);
                    }
                }
                each_bit(bits, |bit| add(25, bit, caps));
                add(32, bits, how);
                add(52, how | bits & clues::STARTER, caps);
                add(53, fine, caps);
                add(65, coarse, caps);
            }
            Seat::Before => {
                add(2, word, 0);
                add(54, fine, 0);
                add(66, coarse, 0);
                each_bit(bits, |bit| add(26, bit, 0));
            }
            Seat::Behind => {
                add(3, word, 0);
                add(55, fine, 0);
                add(67, coarse, 0);
                each_bit(bits, |bit| add(27, bit, 0));
            }
            Seat::Far => {
                add(4, word, 0);
                add(56, fine, 0);
                add(68, coarse, 0);
                add(28, bits, 0);
            }
            Seat::Beyond => {
                add(5, word, 0);
                add(57, fine, 0);
                add(69, coarse, 0);
                add(29, bits, 0);
            }
            Seat::End => {
                add(36, word, how);
                add(61, fine, how);
                add(73, coarse, how);
                add(38, bits, how);
            }
            Seat::Start => {
                add(37, word, how);
                add(62, fine, how);
                add(74, coarse, how);
                add(39, bits, how);
            }
            Seat::Ahead => {
                add(40, word, how);
                add(63, fine, how);
                add(75, coarse, how);
            }
            Seat::After => {
                add(41, word, how);
                add(64, fine, how);
                add(76, coarse, how);
            }
            Seat::All => each_bit(bits, |bit| add(44, bit, how)),
            Seat::Uses => {
                for bit in 0..uses::COUNT {
                    add(46, bit << 1 | bits >> bit & 1, how);
                }
            }
        }
        features
    }
}

/// Calls `with` for each bit that is set.
fn each_bit(bits: Bits, mut with: impl FnMut(u32)) {
    let mut rest = bits;
    while rest != 0 {
        with(rest.trailing_zeros());
        rest &= rest - 1;
    }
}

/// So many parts are kept at most.
const KEPT: usize = 1 << 15;

static NOTHING: Sum = Sum::NOTHING;

/// No part has this key.
const NOBODY: u64 = u64::MAX;

/// What parts weigh for one model, each where its key says.
#[derive(Default)]
pub(super) struct Kept {
    epoch: Epoch,
    sums: Vec<(u64, Sum)>,
}

impl Kept {
    /// Keeps what is of this epoch alone.
    pub(super) fn begin(&mut self, epoch: Epoch) {
        if self.epoch != epoch || self.sums.is_empty() {
            self.epoch = epoch;
            self.sums.clear();
            self.sums.resize(KEPT, (NOBODY, Sum::default()));
        }
    }

    /// What the part weighs.
    #[inline]
    pub(super) fn sum<'w>(&mut self, model: &Model, part: &Part, folded: impl FnOnce() -> &'w str) -> &Sum {
        let key = part.key();
        // The high bits of the product hang on all bits of the key (Knuth's multiplicative hashing).
        let place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - KEPT.trailing_zeros())) as usize;
        let Some((known, sum)) = self.sums.get_mut(place) else { return &NOTHING };
        if *known != key {
            (*known, *sum) = (key, Sum::default());
            model.add(part.features(folded).numbers(), sum);
        }
        sum
    }
}
