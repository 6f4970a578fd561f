//! A set of numbers below a bound, and the rank of each among them: a bitmap, and how many bits are set before each
//! of its words (Jacobson 1989). In a file the set is the gaps between its numbers.

/// The set.
#[derive(Default)]
pub(crate) struct Ranks {
    /// Which numbers are in it, 64 a word.
    used: Vec<u64>,
    /// How many are in it before each word of `used`.
    before: Vec<u32>,
}

impl Ranks {
    /// The set of `numbers`, all of them below `bound`.
    pub(crate) fn new(numbers: &[u32], bound: u32) -> Self {
        let mut used = vec![0u64; (bound as usize).div_ceil(64)];
        for number in numbers.iter().filter(|number| **number < bound) {
            used[*number as usize / 64] |= 1 << (number % 64);
        }
        let count = |total: &mut u32, word: &u64| {
            let before = *total;
            *total += word.count_ones();
            Some(before)
        };
        let before = used.iter().scan(0, count).collect();
        Ranks { used, before }
    }

    /// How many numbers of the set are smaller than `number`, if it is in it.
    #[inline]
    pub(crate) fn rank(&self, number: u32) -> Option<usize> {
        let (word, bit) = (number as usize / 64, number % 64);
        let used = self.used.get(word).filter(|used| **used >> bit & 1 == 1)?;
        let below = used & ((1 << bit) - 1);
        Some((self.before.get(word)? + below.count_ones()) as usize)
    }

    /// Reads `count` numbers below `bound` as [`write_gaps`] writes them, and gives what follows them.
    pub(crate) fn read(bytes: &[u8], count: usize, bound: u32) -> Option<(Ranks, &[u8])> {
        let (numbers, rest) = read_gaps(bytes, count, bound)?;
        Some((Ranks::new(&numbers, bound), rest))
    }
}

/// The gaps between numbers in order, seven bits a byte, the low ones first; the eighth bit says that more follow.
pub(crate) fn write_gaps(numbers: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut last = 0;
    for number in numbers {
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
pub(crate) fn read_gaps(bytes: &[u8], count: usize, bound: u32) -> Option<(Vec<u32>, &[u8])> {
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
    Some((numbers, bytes.as_slice()))
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
    }

    #[test]
    fn reads_what_it_writes() {
        let numbers = [5, 6, 200, 70_000];
        let mut bytes = Vec::new();
        write_gaps(numbers.into_iter(), &mut bytes);
        bytes.push(42);
        assert_eq!(read_gaps(&bytes, 4, 100_000), Some((numbers.to_vec(), &[42][..])));
        assert!(Ranks::read(&bytes, 9, 100_000).is_none());
        assert!(Ranks::read(&bytes, 4, 70_000).is_none());
    }
}
