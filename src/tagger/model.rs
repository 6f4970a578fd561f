//! The learnt weights: a row of them, one a label, for each feature that earned any.
//!
//! Features are numbers below [`BUCKETS`] ("the hashing trick", Weinberger et al. 2009). Most that are asked for have no
//! row: what tells that is kept small, so that it stays near the processor. The file holds which buckets have rows and,
//! of each row, which labels have a weight and the weights.

use super::Label;
use super::decode::{Scores, Transitions};
use crate::coder::{Coder, Decoder, Encoder, Guesses};
use std::ops::Range;

/// How many different numbers a feature can have.
pub const BUCKETS: u32 = 1 << 22;

const MAGIC: &[u8; 4] = b"NMT2";

/// Weights of features and of transitions.
pub struct Model {
    /// Which stretches of [`STRETCH`] buckets have rows, a bit each.
    hints: Vec<u64>,
    /// Where the rows of each [`SHELF`] buckets begin, and after the last one where they end.
    shelves: Vec<u32>,
    /// Of each row which bucket of its shelf it belongs to.
    buckets: Vec<u8>,
    rows: Vec<Packed>,
    transitions: Transitions,
}

const STRETCH: u32 = 16;
const SHELF: u32 = 128;

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
        Model::new(&[], [[0; Label::COUNT]; Label::COUNT + 1])
    }
}

impl Model {
    /// A model with these rows, sorted by bucket, each bucket once.
    pub fn new(rows: &[(u32, Row)], transitions: Transitions) -> Self {
        let mut model = Model {
            hints: vec![0; (BUCKETS / STRETCH / 64) as usize],
            shelves: Vec::with_capacity((BUCKETS / SHELF) as usize + 1),
            buckets: Vec::with_capacity(rows.len()),
            rows: Vec::with_capacity(rows.len()),
            transitions,
        };
        for (bucket, row) in rows.iter().filter(|(bucket, _)| *bucket < BUCKETS) {
            model.hints[(bucket / STRETCH / 64) as usize] |= 1 << (bucket / STRETCH % 64);
            model.shelves.resize((bucket / SHELF) as usize + 1, model.rows.len() as u32);
            model.buckets.push((bucket % SHELF) as u8);
            model.rows.push(pack(row));
        }
        model.shelves.resize((BUCKETS / SHELF) as usize + 1, model.rows.len() as u32);
        model
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
        let stretch = feature / STRETCH;
        if self.hints.get((stretch / 64) as usize).is_some_and(|hints| hints >> (stretch % 64) & 1 == 1) {
            self.add_row(feature, sum);
        }
    }

    /// Adds the row that a feature probably has. Called from many places: in each of them it would take its bytes.
    #[inline(never)]
    fn add_row(&self, feature: u32, sum: &mut Sum) {
        if let Some(row) = self.row(feature) {
            sum.add_row(row);
        }
    }

    fn row(&self, feature: u32) -> Option<&Packed> {
        let rows = self.shelf(feature / SHELF);
        let bucket = (feature % SHELF) as u8;
        let place = self.buckets.get(rows.clone())?.iter().position(|other| *other == bucket)?;
        self.rows.get(rows.start + place)
    }

    /// Which rows stand on a shelf.
    fn shelf(&self, shelf: u32) -> Range<usize> {
        let [start, end] = [0, 1].map(|next| self.shelves.get(shelf as usize + next).map_or(0, |at| *at as usize));
        start..end
    }

    /// The buckets that have rows, in order, each with its row.
    fn rows(&self) -> impl Iterator<Item = (u32, Row)> {
        let on =
            move |shelf: u32| self.shelf(shelf).map(move |row| (shelf * SHELF + u32::from(self.buckets[row]), row));
        (0..BUCKETS / SHELF).flat_map(on).map(|(bucket, row)| (bucket, unpack(&self.rows[row])))
    }

    /// The file: magic, transitions, number of rows (little-endian); then the rows as [`RowsInFile`] has them.
    pub fn write(&self) -> Vec<u8> {
        let rows: Vec<(u32, Row)> = self.rows().collect();
        let mut out = MAGIC.to_vec();
        for weight in self.transitions.iter().flatten() {
            out.extend((*weight as i16).to_le_bytes());
        }
        out.extend((rows.len() as u32).to_le_bytes());
        let (mut file, mut coder) = (RowsInFile::new(), Encoder::new());
        for row in rows {
            file.next(&mut coder, row);
        }
        out.extend(coder.finish());
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
        let count = u32::from_le_bytes(take(4)?.try_into().ok()?);
        let (mut file, mut coder) = (RowsInFile::new(), Decoder::new(rest));
        let rows: Vec<(u32, Row)> =
            (0..count.min(BUCKETS)).map(|_| file.next(&mut coder, (0, [0; Label::COUNT]))).collect();
        coder.is_whole().then(|| Model::new(&rows, transitions))
    }
}

/// Writes or reads the rows of a file: how far a row's bucket is from the one before, which labels have weights, and the
/// weights.
struct RowsInFile {
    bucket: u32,
    gaps: Guesses,
    labels: Guesses,
    weights: Guesses,
}

impl RowsInFile {
    fn new() -> Self {
        let [gaps, labels, weights] = [1, 3 << 2, Label::COUNT << 2].map(Guesses::new);
        RowsInFile { bucket: 0, gaps, labels, weights }
    }

    fn next(&mut self, coder: &mut impl Coder, (bucket, row): (u32, Row)) -> (u32, Row) {
        self.bucket = self.bucket.wrapping_add(self.gaps.gap(coder, 5, bucket.wrapping_sub(self.bucket)));
        // Five labels at a time, guessed from how many of those before have weights.
        let mut labels = 0u32;
        for start in (0..Label::COUNT).step_by(5) {
            let five = (start..Label::COUNT.min(start + 5)).map(|label| u32::from(row[label] != 0) << (label - start));
            let context = (start / 5) << 2 | labels.count_ones().min(3) as usize;
            labels |= self.labels.symbol(coder, context, five.sum()) << start;
        }
        // A weight is guessed from its label and how many others have weights: 1, -1, 2, -2, ... as 0, 1, 2, 3, ...
        let others = labels.count_ones().clamp(1, 4) as usize - 1;
        let mut weights = [0; Label::COUNT];
        for label in (0..Label::COUNT).filter(|label| labels >> label & 1 == 1) {
            let number = (u32::from(row[label].unsigned_abs()) << 1 | u32::from(row[label] < 0)).wrapping_sub(2);
            let number = self.weights.small(coder, label << 2 | others, 8, number & 0xFF) + 2;
            let size = (number >> 1) as i8;
            weights[label] = if number & 1 == 1 { size.wrapping_neg() } else { size };
        }
        (self.bucket, weights)
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
        assert!(model.rows().eq(rows));
        for (bucket, row) in rows.into_iter().chain([(1, [0; Label::COUNT])]) {
            let mut sum = Sum::default();
            model.add(bucket, &mut sum);
            assert_eq!(sum.scores(), row.map(i32::from));
        }
        assert_eq!(model.transitions, transitions);
        assert_eq!(model.write(), bytes);
    }

    #[test]
    fn adds_up_as_many_rows_as_a_token_may_have() {
        let mut row = [-128; Label::COUNT];
        (row[1], row[2], row[4], row[Label::COUNT - 1]) = (127, 0, 127, 5);
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
