//! A set of numbers below a bound, and the rank of each among them: a bitmap, and how many bits are set before each
//! of its words (Jacobson 1989). In a file the set is the gaps between its numbers.

/// The set.
#[derive(Default)]
pub(crate) struct Ranks {
    /// Which numbers are in it, 32 a word, and how many are in it before that word.
    words: Vec<(u32, u32)>,
    /// Which stretches of [`STRETCH`] numbers have any in it, 64 a word. Small enough to stay near the processor: most
    /// numbers that are asked for are in none.
    stretches: Vec<u64>,
}

const STRETCH: usize = 16;

impl Ranks {
    /// The set of `numbers`, all of them below `bound`.
    pub(crate) fn new(numbers: &[u32], bound: u32) -> Self {
        let mut words = vec![(0u32, 0u32); (bound as usize).div_ceil(32)];
        let mut stretches = vec![0u64; (bound as usize).div_ceil(64 * STRETCH)];
        for number in numbers.iter().filter(|number| **number < bound) {
            let stretch = *number as usize / STRETCH;
            words[*number as usize / 32].0 |= 1 << (number % 32);
            stretches[stretch / 64] |= 1 << (stretch % 64);
        }
        let mut count = 0;
        for (used, before) in &mut words {
            *before = count;
            count += used.count_ones();
        }
        Ranks { words, stretches }
    }

    /// How many numbers of the set are smaller than `number`, if it is in it.
    #[inline]
    pub(crate) fn rank(&self, number: u32) -> Option<usize> {
        let stretch = number as usize / STRETCH;
        if self.stretches.get(stretch / 64)? >> (stretch % 64) & 1 == 0 {
            return None;
        }
        let (used, before) = self.words.get(number as usize / 32)?;
        let below = used & ((1 << (number % 32)) - 1);
        (used >> (number % 32) & 1 == 1).then(|| (before + below.count_ones()) as usize)
    }

    /// The numbers, in order.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> {
        let bits = |(word, (used, _)): (usize, &(u32, u32))| {
            let used = *used;
            (0..32).filter(move |bit| used >> bit & 1 == 1).map(move |bit| word as u32 * 32 + bit)
        };
        self.words.iter().enumerate().flat_map(bits)
    }

    /// The gaps between the numbers, seven bits a byte, the low ones first; the eighth bit says that more follow.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let mut last = 0;
        for number in self.numbers() {
            let mut gap = number - last;
            last = number;
            while gap >= 0x80 {
                out.push(gap as u8 | 0x80);
                gap >>= 7;
            }
            out.push(gap as u8);
        }
    }

    /// Reads `count` numbers below `bound`, and gives what follows them.
    pub(crate) fn read(bytes: &[u8], count: usize, bound: u32) -> Option<(Ranks, &[u8])> {
        let mut bytes = bytes.iter();
        let mut numbers = Vec::with_capacity(count.min(bytes.len()));
        let mut last = 0u32;
        for _ in 0..count {
            let (mut gap, mut shift) = (0u32, 0);
            loop {
                let byte = *bytes.next()?;
                gap |= u32::from(byte & 0x7F).checked_shl(shift)?;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            last = last.checked_add(gap).filter(|number| *number < bound)?;
            numbers.push(last);
        }
        Some((Ranks::new(&numbers, bound), bytes.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_those_of_a_sorted_list() {
        let numbers = [0, 63, 64, 65, 700, 999];
        let ranks = Ranks::new(&numbers, 1000);
        for (rank, number) in numbers.iter().enumerate() {
            assert_eq!(ranks.rank(*number), Some(rank));
        }
        assert_eq!(ranks.rank(1), None);
        assert_eq!(ranks.rank(5000), None);
        assert!(ranks.numbers().eq(numbers));
    }

    #[test]
    fn reads_what_it_writes() {
        let numbers = [5, 6, 200, 70_000];
        let mut bytes = Vec::new();
        Ranks::new(&numbers, 100_000).write(&mut bytes);
        bytes.push(42);
        let (ranks, rest) = Ranks::read(&bytes, 4, 100_000).expect("its own format");
        assert!(ranks.numbers().eq(numbers));
        assert_eq!(rest, [42]);
        assert!(Ranks::read(&bytes, 9, 100_000).is_none());
        assert!(Ranks::read(&bytes, 4, 70_000).is_none());
    }
}
