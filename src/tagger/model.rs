//! The learnt weights: a row of them, one a label, for each feature that earned any.
//!
//! Features are numbers below [`BUCKETS`] ("the hashing trick", Weinberger et al. 2009); the rank of one among those
//! that have a row is the row's place. The file holds which buckets these are and, of each row, which labels have a
//! weight and the weights.

use super::Label;
use super::decode::{Scores, Transitions};
use crate::ranks::Ranks;

/// How many different numbers a feature can have.
pub const BUCKETS: u32 = 1 << 22;

const MAGIC: &[u8; 4] = b"NMT1";

/// Weights of features and of transitions.
pub struct Model {
    buckets: Ranks,
    rows: Vec<Packed>,
    transitions: Transitions,
}

/// A weight for each label.
pub type Row = [i8; Label::COUNT];

/// A row as it is added up: a byte for each weight, 128 more than it, and a last one of 1 to count rows by.
type Packed = [u64; 2];

/// Every other byte of a word.
const EVEN: u64 = 0x00FF_00FF_00FF_00FF;

/// Rows added up: four labels in each word, the even ones of the row's first word, then its odd ones, and so on.
///
/// A sum of bytes leaves its 16 bits behind the 257th row. A token has less than 200 features.
#[derive(Clone, Copy, Default)]
pub struct Sum([u64; 4]);

impl Sum {
    /// Adds another sum.
    #[inline]
    pub fn add(&mut self, other: &Sum) {
        for (sum, other) in self.0.iter_mut().zip(other.0) {
            *sum += other;
        }
    }

    #[inline]
    fn add_row(&mut self, row: &Packed) {
        let [low, high] = *row;
        self.add(&Sum([low & EVEN, low >> 8 & EVEN, high & EVEN, high >> 8 & EVEN]));
    }

    fn at(&self, label: usize) -> i32 {
        (self.0[label / 8 * 2 + label % 2] >> (label % 8 / 2 * 16) & 0xFFFF) as i32
    }

    /// The sum for each label.
    pub fn scores(&self) -> Scores {
        let rows = self.at(Label::COUNT);
        debug_assert!(rows <= 257, "{rows} rows");
        std::array::from_fn(|label| self.at(label) - 128 * rows)
    }
}

fn pack(row: &Row) -> Packed {
    let byte = |label: usize| row.get(label).map_or(1, |weight| (i64::from(*weight) + 128) as u64) << (label % 8 * 8);
    [(0..8).map(byte).sum(), (8..16).map(byte).sum()]
}

fn unpack(row: &Packed) -> Row {
    std::array::from_fn(|label| ((row[label / 8] >> (label % 8 * 8) & 0xFF) as i64 - 128) as i8)
}

impl Default for Model {
    /// A model that knows nothing: every token is outside.
    fn default() -> Self {
        Model { buckets: Ranks::default(), rows: Vec::new(), transitions: [[0; Label::COUNT]; Label::COUNT + 1] }
    }
}

impl Model {
    /// A model with these rows, sorted by bucket, each bucket once.
    pub fn new(rows: &[(u32, Row)], transitions: Transitions) -> Self {
        let buckets: Vec<u32> = rows.iter().map(|(bucket, _)| *bucket).collect();
        let rows = rows.iter().map(|(_, row)| pack(row)).collect();
        Model { buckets: Ranks::new(&buckets, BUCKETS), rows, transitions }
    }

    /// How many weights of features are not zero.
    pub fn weights(&self) -> usize {
        self.rows.iter().flat_map(unpack).filter(|weight| *weight != 0).count()
    }

    /// The weights of transitions.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// Adds what a feature weighs for each label.
    #[inline]
    pub fn add(&self, feature: u32, sum: &mut Sum) {
        if let Some(row) = self.row(feature) {
            sum.add_row(row);
        }
    }

    #[inline]
    fn row(&self, feature: u32) -> Option<&Packed> {
        self.rows.get(self.buckets.rank(feature)?)
    }

    /// The file: magic, transitions, number of rows, then the rows' buckets, labels and weights.
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for weight in self.transitions.iter().flatten() {
            out.extend((*weight as i16).to_le_bytes());
        }
        out.extend((self.rows.len() as u32).to_le_bytes());
        self.buckets.write(&mut out);
        // Each kind of byte together: they pack better so.
        for row in self.rows.iter().map(unpack) {
            let mask = (0..Label::COUNT).fold(0u16, |mask, label| mask | u16::from(row[label] != 0) << label);
            out.extend(mask.to_le_bytes());
        }
        out.extend(self.rows.iter().flat_map(unpack).filter(|weight| *weight != 0).map(|weight| weight as u8));
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
        let (buckets, mut rest) = Ranks::read(rest, count, BUCKETS)?;
        let masks = rest.split_off(..2 * count)?;
        let mut rows = Vec::with_capacity(count);
        for mask in masks.chunks_exact(2) {
            let mask = u16::from_le_bytes(mask.try_into().ok()?);
            let mut row = [0i8; Label::COUNT];
            for (label, weight) in row.iter_mut().enumerate() {
                if mask >> label & 1 == 1 {
                    *weight = *rest.split_off_first()? as i8;
                }
            }
            rows.push(pack(&row));
        }
        Some(Model { buckets, rows, transitions })
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
            assert_eq!(model.row(*bucket).map(unpack), Some(*row));
        }
        assert_eq!(model.row(1), None);
        assert_eq!(model.transitions, transitions);
        assert_eq!(model.write(), bytes);
    }

    #[test]
    fn adds_up_as_many_rows_as_a_token_may_have() {
        let mut row = [-128; Label::COUNT];
        (row[1], row[2], row[Label::COUNT - 1]) = (127, 0, 5);
        let model = Model::new(&[(5, row)], Model::default().transitions);
        for count in [0, 1, 128, 257] {
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
