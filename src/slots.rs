//! Strings found by their hash: FNV-1a, and a table of numbers under it.

/// The hash of nothing.
pub(crate) const SEED: u32 = 0x811C_9DC5;

/// FNV-1a (Fowler, Noll and Vo), 32 bits.
pub(crate) const fn hash(bytes: &[u8]) -> u32 {
    hash_on(SEED, bytes)
}

/// The hash of what hashes to `before` with `bytes` behind it.
pub(crate) const fn hash_on(before: u32, bytes: &[u8]) -> u32 {
    let (mut hash, mut rest) = (before, bytes);
    while let [byte, tail @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = tail;
    }
    hash
}

/// Whether two strings are the same. Words are short: a call to compare two takes longer than this.
#[inline]
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let ((words, _), (others, _)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    if !words.is_empty() {
        // The last eight bytes may be compared twice.
        let alike = words.iter().zip(others).all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b));
        return alike && a.last_chunk::<8>() == b.last_chunk::<8>();
    }
    match (a.first_chunk::<4>(), a.last_chunk::<4>()) {
        (Some(first), Some(last)) => b.first_chunk() == Some(first) && b.last_chunk() == Some(last),
        _ => a.iter().zip(b).all(|(a, b)| a == b),
    }
}

/// How far a number may stand from where its hash points. Text made to collide is forgotten rather than searched.
const PROBES: usize = 64;

/// Numbers by the hash of what they number: open addressing, at most half full.
#[derive(Clone, Debug)]
pub(crate) struct Slots {
    /// Hash and number counted from one; a number of 0 is a free slot. As many as a power of two.
    slots: Vec<(u32, u32)>,
    /// For each slot two bits, of which one is set for a hash that points there: mostly this tells, without a look
    /// at a table too large to stay near the processor, that a string is not in it.
    hints: Vec<u64>,
    len: usize,
}

impl Default for Slots {
    fn default() -> Self {
        Slots::with_capacity(0)
    }
}

impl Slots {
    /// With room for so many.
    pub(crate) fn with_capacity(count: usize) -> Self {
        let len = (2 * count).next_power_of_two().max(PROBES);
        Slots { slots: vec![(0, 0); len], hints: vec![0; len / 32], len: 0 }
    }

    /// The number under `hash` for which `is` holds.
    pub(crate) fn find(&self, hash: u32, is: impl Fn(u32) -> bool) -> Option<u32> {
        let hint = self.place(hash, 2);
        if self.hints.get(hint / 64)? >> (hint % 64) & 1 == 0 {
            return None;
        }
        for at in self.probe(hash) {
            let (other, number) = *self.slots.get(at)?;
            if number == 0 {
                return None;
            }
            if other == hash && is(number - 1) {
                return Some(number - 1);
            }
        }
        None
    }

    /// Puts `number` under `hash`, where it is not found yet. Gives the numbers that lost their place to another.
    pub(crate) fn insert(&mut self, hash: u32, number: u32) -> Vec<u32> {
        let mut lost = Vec::new();
        if 2 * self.len >= self.slots.len() {
            let mut larger = Slots::with_capacity(2 * self.len);
            lost.extend(self.slots.iter().filter(|(_, number)| *number > 0).filter_map(|slot| larger.put(*slot)));
            *self = larger;
        }
        lost.extend(self.put((hash, number + 1)));
        lost
    }

    fn put(&mut self, slot: (u32, u32)) -> Option<u32> {
        let mut last = 0;
        for at in self.probe(slot.0) {
            last = at;
            if self.slots[at].1 == 0 {
                break;
            }
        }
        let (_, before) = std::mem::replace(&mut self.slots[last], slot);
        let hint = self.place(slot.0, 2);
        self.hints[hint / 64] |= 1 << (hint % 64);
        self.len += usize::from(before == 0);
        before.checked_sub(1)
    }

    /// Where to look, in order.
    fn probe(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        let first = self.place(hash, 1);
        (first..first + PROBES).map(move |at| at & mask)
    }

    /// Where a hash points, in a table of so many places for each slot.
    #[inline]
    fn place(&self, hash: u32, each: usize) -> usize {
        // The high bits of the product hang on all bits of the hash (Knuth's multiplicative hashing).
        ((u64::from(hash.wrapping_mul(0x9E37_79B1)) * (each * self.slots.len()) as u64) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn finds_what_was_put() {
        let mut slots = Slots::default();
        for number in 0..10_000u32 {
            slots.insert(hash(&number.to_le_bytes()), number);
        }
        for number in 0..10_000u32 {
            assert_eq!(slots.find(hash(&number.to_le_bytes()), |found| found == number), Some(number));
        }
        assert_eq!(slots.find(hash(b"none"), |_| true), None);
    }

    #[test]
    fn tells_what_loses_its_place() {
        let mut slots = Slots::default();
        let lost: BTreeSet<u32> = (0..10_000).flat_map(|number| slots.insert(7, number)).collect();
        let kept = (0..10_000).filter(|number| slots.find(7, |found| found == *number).is_some()).count();
        assert!(kept > 0 && kept <= PROBES, "{kept}");
        assert_eq!(lost.len() + kept, 10_000);
    }

    #[test]
    fn same_is_equal() {
        let text = *b"Kisumu-Homabay road, km 21";
        let copy = text;
        for (start, end) in (0..text.len()).flat_map(|start| (start..=text.len()).map(move |end| (start, end))) {
            let word = &text[start..end];
            assert!(same(word, &copy[start..end]));
            for at in 0..word.len() {
                let mut other = word.to_vec();
                other[at] ^= 1;
                assert!(!same(word, &other));
            }
            assert!(word.is_empty() || !same(word, &word[1..]));
        }
    }

    #[test]
    fn hashes_go_on() {
        assert_eq!(hash_on(hash(b"san"), b" jose"), hash(b"san jose"));
    }
}
