//! A set of numbers below a bound, and the rank of each among them: a bitmap, and how many bits are set before each
//! of its words (Jacobson 1989).

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
}
