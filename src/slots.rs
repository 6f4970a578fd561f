//! Strings found by their hash: FNV-1a, and a table of numbers under it.

/// FNV-1a (Fowler, Noll and Vo), 32 bits.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    hash_on(0x811C_9DC5, bytes)
}

/// The hash of what hashes to `before` with `bytes` behind it.
pub(crate) fn hash_on(before: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(before, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// How far a number may stand from where its hash points. Text made to collide is forgotten rather than searched.
const PROBES: usize = 64;

/// Numbers by the hash of what they number: open addressing, at most half full.
#[derive(Clone, Debug)]
pub(crate) struct Slots {
    /// Hash and number counted from one; a number of 0 is a free slot. As many as a power of two.
    slots: Vec<(u32, u32)>,
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
        Slots { slots: vec![(0, 0); (2 * count).next_power_of_two().max(PROBES)], len: 0 }
    }

    /// The number under `hash` for which `is` holds.
    pub(crate) fn find(&self, hash: u32, is: impl Fn(u32) -> bool) -> Option<u32> {
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

    /// Puts `number` under `hash`, where it is not found yet.
    pub(crate) fn insert(&mut self, hash: u32, number: u32) {
        if 2 * self.len >= self.slots.len() {
            let mut larger = Slots::with_capacity(2 * self.len);
            self.slots.iter().filter(|(_, number)| *number > 0).for_each(|slot| larger.put(*slot));
            *self = larger;
        }
        self.put((hash, number + 1));
    }

    fn put(&mut self, slot: (u32, u32)) {
        let mut last = 0;
        for at in self.probe(slot.0) {
            last = at;
            if self.slots[at].1 == 0 {
                break;
            }
        }
        self.len += usize::from(self.slots[last].1 == 0);
        self.slots[last] = slot;
    }

    /// Where to look, in order.
    fn probe(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        // The high bits of the product hang on all bits of the hash (Knuth's multiplicative hashing).
        let first = ((u64::from(hash.wrapping_mul(0x9E37_79B1)) * self.slots.len() as u64) >> 32) as usize;
        (first..first + PROBES).map(move |at| at & mask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn forgets_what_collides() {
        let mut slots = Slots::default();
        for number in 0..10_000 {
            slots.insert(7, number);
        }
        let kept = (0..10_000).filter(|number| slots.find(7, |found| found == *number).is_some()).count();
        assert!(kept > 0 && kept <= PROBES, "{kept}");
    }

    #[test]
    fn hashes_go_on() {
        assert_eq!(hash_on(hash(b"san"), b" jose"), hash(b"san jose"));
    }
}
