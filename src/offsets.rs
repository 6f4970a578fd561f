//! Byte offsets to UTF-16 units or code points in O(1) a look-up.
//!
//! A checkpoint every eight bytes holds the count up to there; a look-up counts on from it, all bytes at once. A text
//! of ASCII only needs none: all three units are the same.

use serde::{Deserialize, Serialize};

/// What offsets count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "js"), derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OffsetUnit {
    /// UTF-16 code units, as JavaScript, Java and C# strings count.
    Utf16,
    /// Unicode code points, as Python counts and the W3C annotation model says.
    #[default]
    Codepoint,
    /// UTF-8 bytes, as Rust, Go and files count.
    Byte,
}

/// Bytes between two checkpoints.
const STEP: usize = 8;

/// Byte offsets of one text in another unit.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Count of units before byte `i * STEP`; empty where a byte is a unit.
    counts: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// Prepares look-ups in `unit`; linear in the text.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut counts = Vec::new();
        if unit != OffsetUnit::Byte && !text.is_ascii() {
            let mut count = 0;
            counts.reserve(text.len() / STEP + 1);
            for word in text.as_bytes().as_chunks::<STEP>().0 {
                counts.push(count);
                count += units(u64::from_le_bytes(*word), STEP, unit);
            }
            counts.push(count);
        }
        Offsets { text, unit, counts }
    }

    /// The offset of byte `byte`, which must be on a character boundary.
    pub fn get(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let Some(count) = self.counts.get(byte / STEP) else { return byte as u32 };
        let (rest, len) = (&self.text.as_bytes()[byte - byte % STEP..], byte % STEP);
        let word = match rest.first_chunk::<STEP>() {
            Some(word) => u64::from_le_bytes(*word) & !(u64::MAX << (8 * len)),
            None => rest[..len].iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
        };
        count + units(word, len, self.unit)
    }
}

/// Units that begin in the first `len` bytes of a word, the others being zero: a character counts where its first byte
/// stands, and a second UTF-16 unit with it for the characters of four bytes.
fn units(word: u64, len: usize, unit: OffsetUnit) -> u32 {
    len as u32 + pairs(word, unit) - continued(word)
}

/// The first bit of each of eight bytes.
const FIRST: u64 = 0x8080_8080_8080_8080;

/// How many of eight bytes go on with a character: `10` is all that these begin with.
fn continued(word: u64) -> u32 {
    (word & !(word << 1) & FIRST).count_ones()
}

/// How many of eight bytes begin a character of two units: `1111` alone begins so.
fn pairs(word: u64, unit: OffsetUnit) -> u32 {
    if unit == OffsetUnit::Utf16 { (word & word << 1 & word << 2 & word << 3 & FIRST).count_ones() } else { 0 }
}
