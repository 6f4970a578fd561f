//! Wire objects as a list of numbers and one text, out of which `objects.js` makes JavaScript's objects: several times
//! faster than JavaScript reads JSON.
//!
//! Fields follow each other in the order of [`wire`](crate::wire), without their names; `objects.js` has the same order.
//!
//! - An offset is itself; a truth value 1 or 0; another number the two halves of its 64 bits.
//! - Before a value that may be unknown stands a 1, instead of an unknown one a 0.
//! - Before the items of a list stands how many there are.
//! - An id (a letter and a number, `m12`) is one number. Another string is its place among those told so far; if it is
//!   new its length follows, and its letters are next in the text.

use crate::slots::hash;
use crate::writer::{Output, Writer};
use serde::Serialize;

/// Set in the number of an id, above its letter and its own number.
const ID: u32 = 1 << 29;

/// The bits of an id's own number.
const ID_BITS: u32 = 24;

/// How many strings told are found again.
const FOUND: usize = 1 << 8;

/// Wire objects as numbers and text.
pub(crate) struct Flat {
    /// What stands where.
    pub(crate) numbers: Vec<u32>,
    /// The letters of all strings.
    pub(crate) text: String,
    /// Where in the text each string begins and ends.
    strings: Vec<(usize, usize)>,
    /// For a hash, the last string that has it. Where two strings meet here one may be told twice.
    found: Vec<u32>,
}

/// `value` flat; `None` where it holds a type that the wire format has not.
pub(crate) fn flat(value: &impl Serialize) -> Option<Flat> {
    let numbers = Vec::with_capacity(1 << 12);
    let text = String::with_capacity(1 << 12);
    let mut writer = Writer(Flat { numbers, text, strings: Vec::new(), found: vec![u32::MAX; FOUND] });
    value.serialize(&mut writer).ok()?;
    Some(writer.0)
}

impl Flat {
    fn string(&mut self, letters: &str) {
        let found = &mut self.found[hash(letters.as_bytes()) as usize % FOUND];
        let told = self.strings.get(*found as usize).and_then(|(start, end)| self.text.get(*start..*end));
        if told == Some(letters) {
            return self.numbers.push(*found);
        }
        *found = self.strings.len() as u32;
        let start = self.text.len();
        self.text.push_str(letters);
        self.strings.push((start, self.text.len()));
        let units = if letters.is_ascii() { letters.len() } else { letters.encode_utf16().count() };
        self.numbers.extend([*found, units as u32]);
    }
}

/// The number of an id: a small letter, and a number without leading zeros.
fn id(text: &str) -> Option<u32> {
    let [letter @ b'a'..=b'z', digits @ ..] = text.as_bytes() else { return None };
    let [b'1'..=b'9', ..] = digits else { return None };
    let mut number = 0u32;
    for digit in digits {
        number = number * 10 + u32::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
        if number >> ID_BITS != 0 {
            return None;
        }
    }
    Some(ID | u32::from(letter - b'a') << ID_BITS | number)
}

impl Output for Flat {
    fn none(&mut self) {
        self.numbers.push(0);
    }

    fn some(&mut self) {
        self.numbers.push(1);
    }

    fn bool(&mut self, value: bool) {
        self.numbers.push(value.into());
    }

    fn offset(&mut self, value: u32) {
        self.numbers.push(value);
    }

    fn count(&mut self, value: u64) {
        // JavaScript has no other numbers.
        self.float(value as f64);
    }

    fn float(&mut self, value: f64) {
        let bits = value.to_bits();
        self.numbers.extend([bits as u32, (bits >> 32) as u32]);
    }

    fn text(&mut self, text: &str) {
        match id(text) {
            Some(id) => self.numbers.push(id),
            None => self.string(text),
        }
    }

    fn word(&mut self, word: &'static str) {
        self.string(word);
    }

    fn open_list(&mut self, len: usize) {
        self.numbers.push(len as u32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_told_once() {
        let flat = flat(&vec!["Ana", "Señor", "Ana", "m12", "m012", "", "m"]).expect("strings");
        assert_eq!(flat.text, "AnaSeñorm012m");
        assert_eq!(flat.numbers, [7, 0, 3, 1, 5, 0, ID | 12 << ID_BITS | 12, 2, 4, 3, 0, 4, 1]);
    }

    #[test]
    fn ids_are_small() {
        assert_eq!(id("a1"), Some(ID | 1));
        assert_eq!(id("z16777215"), Some(ID | 25 << 24 | 0xFF_FFFF));
        for other in ["", "a", "a0", "a01", "A1", "é1", "12", "a16777216", "a99999999999999999999", "m1b", "m-1"] {
            assert_eq!(id(other), None, "{other}");
        }
    }
}
