//! Byte offsets to UTF-16 units or code points in O(1) a look-up.
//!
//! A checkpoint every 64 bytes holds the count up to there; a look-up counts on from it. A text of
//! ASCII only needs none: all three units are the same.

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
const STEP: usize = 64;

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
            for chunk in text.as_bytes().chunks(STEP) {
                counts.push(count);
                count += units(chunk, unit);
            }
            counts.push(count);
        }
        Offsets { text, unit, counts }
    }

    /// The offset of byte `byte`, which must be on a character boundary.
    pub fn get(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        if self.counts.is_empty() {
            return byte as u32;
        }
        let from = byte / STEP;
        self.counts[from] + units(&self.text.as_bytes()[from * STEP..byte], self.unit)
    }
}

/// Units that begin in `bytes`: a character counts where its first byte stands, and a second
/// UTF-16 unit with it for the characters of four bytes.
fn units(bytes: &[u8], unit: OffsetUnit) -> u32 {
    bytes
        .iter()
        .map(|b| match b {
            0x80..=0xBF => 0,
            0xF0.. if unit == OffsetUnit::Utf16 => 2,
            _ => 1,
        })
        .sum()
}
