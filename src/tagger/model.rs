//! The learnt weights: a row of them, one a label, for each feature that earned any.
//!
//! Features are numbers below [`BUCKETS`] ("the hashing trick", Weinberger et al. 2009). A bitmap says which have a
//! row; how many bits are set before one is the row's place. The file holds the gaps between used buckets and, of
//! each row, which labels have a weight and the weights.

use super::Label;
use super::decode::{Scores, Transitions};

/// How many different numbers a feature can have.
pub const BUCKETS: u32 = 1 << 22;

const MAGIC: &[u8; 4] = b"NMT1";
const WORDS: usize = BUCKETS as usize / 64;

/// Weights of features and of transitions.
pub struct Model {
    /// Which buckets have a row, 64 a word.
    used: Vec<u64>,
    /// How many rows come before each word of `used`.
    before: Vec<u32>,
    rows: Vec<[i8; Label::COUNT]>,
    transitions: Transitions,
}

impl Default for Model {
    /// A model that knows nothing: every token is outside.
    fn default() -> Self {
        Model {
            used: vec![0; WORDS],
            before: vec![0; WORDS],
            rows: Vec::new(),
            transitions: [[0; Label::COUNT]; Label::COUNT + 1],
        }
    }
}

impl Model {
    /// A model with these rows, sorted by bucket, each bucket once.
    pub fn new(rows: &[(u32, [i8; Label::COUNT])], transitions: Transitions) -> Self {
        let mut model = Model { transitions, ..Model::default() };
        for (bucket, row) in rows {
            model.used[*bucket as usize / 64] |= 1 << (bucket % 64);
            model.rows.push(*row);
        }
        let mut before = 0;
        for (word, count) in model.used.iter().zip(&mut model.before) {
            *count = before;
            before += word.count_ones();
        }
        model
    }

    /// The weights of transitions.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// What `features` weigh together, for each label.
    pub fn score(&self, features: &[u32]) -> Scores {
        let mut scores = [0; Label::COUNT];
        for feature in features {
            if let Some(row) = self.row(*feature) {
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score += i32::from(*weight);
                }
            }
        }
        scores
    }

    fn row(&self, feature: u32) -> Option<&[i8; Label::COUNT]> {
        let (word, bit) = (feature as usize / 64, feature % 64);
        let used = self.used.get(word)?;
        if used >> bit & 1 == 0 {
            return None;
        }
        let below = (used & ((1 << bit) - 1)).count_ones();
        self.rows.get((self.before[word] + below) as usize)
    }

    /// The file: magic, transitions, number of rows, then each row's gap, labels and weights.
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for weight in self.transitions.iter().flatten() {
            out.extend((*weight as i16).to_le_bytes());
        }
        out.extend((self.rows.len() as u32).to_le_bytes());
        let buckets = self.used.iter().enumerate().flat_map(|(word, used)| {
            (0..64).filter(move |bit| used >> bit & 1 == 1).map(move |bit| word as u32 * 64 + bit)
        });
        let (mut gaps, mut labels, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        let mut last = 0;
        for (bucket, row) in buckets.zip(&self.rows) {
            let mut gap = bucket - last;
            last = bucket;
            while gap >= 0x80 {
                gaps.push(gap as u8 | 0x80);
                gap >>= 7;
            }
            gaps.push(gap as u8);
            let mut mask = 0u16;
            for (label, weight) in row.iter().enumerate().filter(|(_, w)| **w != 0) {
                mask |= 1 << label;
                weights.push(*weight as u8);
            }
            labels.extend(mask.to_le_bytes());
        }
        // Each kind of byte together: they pack better so.
        out.extend(gaps);
        out.extend(labels);
        out.extend(weights);
        out
    }

    /// Reads what [`Model::write`] wrote; `None` where it is cut short or of another version.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let mut take = |len: usize| {
            let (head, tail) = rest.split_at_checked(len)?;
            rest = tail;
            Some(head)
        };
        let mut transitions = [[0; Label::COUNT]; Label::COUNT + 1];
        for weight in transitions.iter_mut().flatten() {
            *weight = i32::from(i16::from_le_bytes(take(2)?.try_into().ok()?));
        }
        let count = u32::from_le_bytes(take(4)?.try_into().ok()?) as usize;
        let mut buckets = Vec::with_capacity(count.min(bytes.len()));
        let mut last = 0u32;
        for _ in 0..count {
            let (mut gap, mut shift) = (0u32, 0);
            loop {
                let byte = *take(1)?.first()?;
                gap |= u32::from(byte & 0x7F).checked_shl(shift)?;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            last = last.checked_add(gap).filter(|bucket| *bucket < BUCKETS)?;
            buckets.push(last);
        }
        let masks = take(2 * count)?;
        let mut rows = Vec::with_capacity(count);
        for (bucket, mask) in buckets.into_iter().zip(masks.chunks_exact(2)) {
            let mask = u16::from_le_bytes(mask.try_into().ok()?);
            let mut row = [0i8; Label::COUNT];
            for (label, weight) in row.iter_mut().enumerate() {
                if mask >> label & 1 == 1 {
                    *weight = *take(1)?.first()? as i8;
                }
            }
            rows.push((bucket, row));
        }
        Some(Model::new(&rows, transitions))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let mut row = [0; Label::COUNT];
        row[0] = -3;
        row[Label::COUNT - 1] = 100;
        let rows = [(0, row), (63, [1; Label::COUNT]), (64, row), (BUCKETS - 1, [-128; Label::COUNT])];
        let mut transitions = [[0; Label::COUNT]; Label::COUNT + 1];
        transitions[2][1] = -300;
        let bytes = Model::new(&rows, transitions).write();
        let model = Model::read(&bytes).expect("its own format");
        for (bucket, row) in &rows {
            assert_eq!(model.row(*bucket), Some(row));
        }
        assert_eq!(model.row(1), None);
        assert_eq!(model.transitions, transitions);
        assert_eq!(model.write(), bytes);
    }

    #[test]
    fn refuses_a_file_cut_short() {
        let bytes = Model::new(&[(5, [1; Label::COUNT])], Model::default().transitions).write();
        for len in 0..bytes.len() {
            assert!(Model::read(&bytes[..len]).is_none(), "{len} bytes");
        }
    }
}
