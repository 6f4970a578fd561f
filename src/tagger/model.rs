//! The learnt weights: for each feature that earned any, those of some labels.
//!
//! Features are numbers below [`BUCKETS`] ("the hashing trick", Weinberger et al. 2009). Most that are asked for have no
//! weight, and those that have one mostly have it for one label or two: what is looked at is kept small, so that it
//! stays near the processor. The file holds which buckets have weights, for which labels, and the weights.

use super::Label;
use super::decode::{Scores, Transitions};
use crate::ranks::{read_gaps, write_gaps};

/// How many different numbers a feature can have.
pub const BUCKETS: u32 = 1 << 22;

const MAGIC: &[u8; 4] = b"NMT1";

/// Weights of features and of transitions.
pub struct Model {
    /// Which stretches of [`STRETCH`] buckets have weights, a bit each.
    hints: Vec<u64>,
    /// Where the weights of each [`SHELF`] buckets begin, and after the last one where they end.
    shelves: Vec<u32>,
    /// By bucket.
    weights: Vec<Weight>,
    transitions: Transitions,
}

const STRETCH: u32 = 16;
const SHELF: u32 = 128;

/// What a feature weighs for a label.
#[derive(Clone, Copy)]
struct Weight {
    /// Which bucket of the shelf.
    bucket: u8,
    label: u8,
    weight: i8,
}

/// A weight for each label.
pub type Row = [i8; Label::COUNT];

/// Weights added up, for four labels in each number: the sum of a label, below 2^15 either way, times 2^16 for each
/// label before it. A token has less than 200 features, of at most 128 each.
#[derive(Clone, Copy, Default)]
pub struct Sum([u64; 4]);

impl Sum {
    /// Adds another sum.
    #[inline]
    pub fn add(&mut self, other: &Sum) {
        for (sum, other) in self.0.iter_mut().zip(other.0) {
            *sum = sum.wrapping_add(other);
        }
    }

    #[inline]
    fn add_weight(&mut self, label: u8, weight: i8) {
        let sum = &mut self.0[usize::from(label / 4 % 4)];
        *sum = sum.wrapping_add((i64::from(weight) << (label % 4 * 16)) as u64);
    }

    /// The sum for each label.
    pub fn scores(&self) -> Scores {
        let mut scores = [0; Label::COUNT];
        for (sum, scores) in self.0.iter().zip(scores.chunks_mut(4)) {
            let mut rest = *sum;
            for score in scores {
                let low = rest as i16;
                *score = low.into();
                rest = (rest.wrapping_sub(low as u64) as i64 >> 16) as u64;
            }
        }
        scores
    }
}

impl Default for Model {
    /// A model that knows nothing: every token is outside.
    fn default() -> Self {
        Model::new(&[], [[0; Label::COUNT]; Label::COUNT + 1])
    }
}

impl Model {
    /// A model with these rows, sorted by bucket, each bucket once.
    pub fn new(rows: &[(u32, Row)], transitions: Transitions) -> Self {
        let weights = |(bucket, row): &(u32, Row)| {
            let bucket = *bucket;
            (0..).zip(*row).filter(|(_, weight)| *weight != 0).map(move |(label, weight)| (bucket, label, weight))
        };
        Model::of(rows.iter().flat_map(weights), transitions)
    }

    /// A model with these weights: bucket, label and weight, sorted by bucket.
    fn of(weights: impl Iterator<Item = (u32, u8, i8)>, transitions: Transitions) -> Self {
        let mut model = Model {
            hints: vec![0; (BUCKETS / STRETCH / 64) as usize],
            shelves: Vec::with_capacity((BUCKETS / SHELF) as usize + 1),
            weights: Vec::new(),
            transitions,
        };
        for (bucket, label, weight) in weights.filter(|(bucket, ..)| *bucket < BUCKETS) {
            model.hints[(bucket / STRETCH / 64) as usize] |= 1 << (bucket / STRETCH % 64);
            model.shelves.resize((bucket / SHELF) as usize + 1, model.weights.len() as u32);
            model.weights.push(Weight { bucket: (bucket % SHELF) as u8, label, weight });
        }
        model.shelves.resize((BUCKETS / SHELF) as usize + 1, model.weights.len() as u32);
        model
    }

    /// How many weights of features are not zero.
    pub fn weights(&self) -> usize {
        self.weights.len()
    }

    /// The weights of transitions.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// Adds what a feature weighs for each label.
    #[inline]
    pub fn add(&self, feature: u32, sum: &mut Sum) {
        let stretch = feature / STRETCH;
        if self.hints.get((stretch / 64) as usize).is_some_and(|hints| hints >> (stretch % 64) & 1 == 1) {
            self.add_weights(feature, sum);
        }
    }

    fn add_weights(&self, feature: u32, sum: &mut Sum) {
        let bucket = (feature % SHELF) as u8;
        for weight in self.shelf(feature / SHELF).iter().filter(|weight| weight.bucket == bucket) {
            sum.add_weight(weight.label, weight.weight);
        }
    }

    fn shelf(&self, shelf: u32) -> &[Weight] {
        let [start, end] = [0, 1].map(|next| self.shelves.get(shelf as usize + next).map_or(0, |at| *at as usize));
        self.weights.get(start..end).unwrap_or(&[])
    }

    /// The buckets that have weights, in order, each with its row.
    fn rows(&self) -> Vec<(u32, Row)> {
        let mut rows: Vec<(u32, Row)> = Vec::new();
        for shelf in 0..BUCKETS / SHELF {
            for weight in self.shelf(shelf) {
                let bucket = shelf * SHELF + u32::from(weight.bucket);
                if rows.last().is_none_or(|(last, _)| *last != bucket) {
                    rows.push((bucket, [0; Label::COUNT]));
                }
                if let Some(at) = rows.last_mut().and_then(|(_, row)| row.get_mut(usize::from(weight.label))) {
                    *at = weight.weight;
                }
            }
        }
        rows
    }

    /// The file: magic, transitions, number of rows, then the rows' buckets, labels and weights.
    pub fn write(&self) -> Vec<u8> {
        let rows = self.rows();
        let mut out = MAGIC.to_vec();
        for weight in self.transitions.iter().flatten() {
            out.extend((*weight as i16).to_le_bytes());
        }
        out.extend((rows.len() as u32).to_le_bytes());
        write_gaps(rows.iter().map(|(bucket, _)| *bucket), &mut out);
        // Each kind of byte together: they pack better so.
        for (_, row) in &rows {
            let mask = (0..Label::COUNT).fold(0u16, |mask, label| mask | u16::from(row[label] != 0) << label);
            out.extend(mask.to_le_bytes());
        }
        out.extend(self.weights.iter().map(|weight| weight.weight as u8));
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
        let (buckets, mut weights) = read_gaps(rest, count, BUCKETS)?;
        let masks = weights.split_off(..2 * count)?;
        let masks = masks.chunks_exact(2).map(|mask| u16::from_le_bytes([mask[0], mask[1]]) & LABELS);
        if weights.len() < masks.clone().map(|mask| mask.count_ones() as usize).sum() {
            return None;
        }
        let labels = buckets.into_iter().zip(masks).flat_map(|(bucket, mask)| {
            let labels = (0..Label::COUNT as u8).filter(move |label| mask >> label & 1 == 1);
            labels.map(move |label| (bucket, label))
        });
        let weights = labels.zip(weights).map(|((bucket, label), weight)| (bucket, label, *weight as i8));
        Some(Model::of(weights, transitions))
    }
}

/// A bit for each label.
const LABELS: u16 = (1 << Label::COUNT) - 1;

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
        assert_eq!(model.rows(), rows);
        for (bucket, row) in rows.into_iter().chain([(1, [0; Label::COUNT])]) {
            let mut sum = Sum::default();
            model.add(bucket, &mut sum);
            assert_eq!(sum.scores(), row.map(i32::from));
        }
        assert_eq!(model.transitions, transitions);
        assert_eq!(model.write(), bytes);
    }

    #[test]
    fn adds_up_as_many_weights_as_a_token_may_have() {
        let mut row = [-128; Label::COUNT];
        (row[1], row[2], row[4], row[Label::COUNT - 1]) = (127, 0, 127, 5);
        let model = Model::new(&[(5, row)], Model::default().transitions);
        for count in [0, 1, 128, 255] {
            let (mut all, mut half) = (Sum::default(), Sum::default());
            (0..count / 2).for_each(|_| model.add(5, &mut half));
            (0..count - count / 2).for_each(|_| model.add(5, &mut all));
            all.add(&half);
            assert_eq!(all.scores(), row.map(|weight| i32::from(weight) * count));
        }
    }

    #[test]
    fn refuses_a_file_cut_short() {
        let bytes = Model::new(&[(5, [1; Label::COUNT])], Model::default().transitions).write();
        for len in 0..bytes.len() {
            assert!(Model::read(&bytes[..len]).is_none(), "{len} bytes");
        }
    }
}
