//! The learnt weights: a row of them, one a label, for each feature that earned any.
//!
//! Features are numbers below [`BUCKETS`] ("the hashing trick", Weinberger et al. 2009). Most that are asked for have no
//! row: what tells that is kept small, so that it stays near the processor. The file holds which buckets have rows and,
//! of each row, which labels have a weight and the weights.

use super::Label;
use super::decode::{Scores, Transitions, lane};
use crate::coder::{Coder, Decoder, Encoder, Guesses};
use std::ops::Range;

/// How many different numbers a feature can have.
pub const BUCKETS: u32 = 1 << 22;

const MAGIC: &[u8; 4] = b"NMT2";

/// Weights of features and of transitions.
pub struct Model {
    /// Which stretches of [`STRETCH`] buckets have rows, 64 a word.
    used: Vec<u64>,
    /// Where the rows of each page of [`PAGE`] buckets begin among all, and at last how many there are.
    pages: Vec<u32>,
    /// In the order of their buckets: of each row which of its page's buckets it is for, and the row.
    tags: Vec<u8>,
    rows: Vec<Sum>,
    transitions: Transitions,
}

const STRETCH: u32 = 16;

const PAGE: u32 = 1 << u8::BITS;

/// A weight for each label.
pub type Row = [i8; Label::COUNT];

const LANES: usize = 16;

/// Rows added up, four lanes in each word: of each weight 128 more than it, and in a last lane how many rows.
///
/// A lane's sum leaves its 16 bits behind the 257th row. A token has less than 200 features.
#[derive(Clone, Copy, Default)]
pub struct Sum([u64; LANES / 4]);

impl Sum {
    /// The sum of no rows.
    pub const NOTHING: Sum = Sum([0; LANES / 4]);

    /// The sum of this row alone.
    fn of(row: &Row) -> Sum {
        let mut sum = Sum([0, 0, 0, 1 << 48]);
        for (label, weight) in row.iter().enumerate() {
            let (word, bit) = place(label);
            sum.0[word] |= ((i64::from(*weight) + 128) as u64) << bit;
        }
        sum
    }

    /// The row, where this is the sum of one alone.
    fn row(&self) -> Row {
        std::array::from_fn(|label| {
            let (word, bit) = place(label);
            ((self.0[word] >> bit & 0xFF) as i64 - 128) as i8
        })
    }

    /// Adds another sum.
    #[inline]
    pub fn add(&mut self, other: &Sum) {
        for (sum, other) in self.0.iter_mut().zip(other.0) {
            *sum += other;
        }
    }

    /// The sum for each label.
    #[inline]
    pub fn scores(&self) -> Scores {
        let rows = (self.0[LANES / 4 - 1] >> 48) as i32;
        debug_assert!(rows <= 257, "{rows} rows");
        let mut scores = [0; LANES];
        for (four, word) in scores.as_chunks_mut::<4>().0.iter_mut().zip(self.0) {
            *four = [0, 16, 32, 48].map(|bit| (word >> bit & 0xFFFF) as i32 - 128 * rows);
        }
        scores
    }
}

/// Where the 16 bits of a label begin in the words of a sum.
fn place(label: usize) -> (usize, usize) {
    let lane = lane(label);
    (lane / 4, lane % 4 * 16)
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
            used: vec![0; (BUCKETS / STRETCH).div_ceil(u64::BITS) as usize],
            pages: vec![0; (BUCKETS / PAGE) as usize + 1],
            tags: Vec::with_capacity(rows.len()),
            rows: Vec::with_capacity(rows.len()),
            transitions,
        };
        for (bucket, row) in rows.iter().filter(|(bucket, _)| *bucket < BUCKETS) {
            let stretch = bucket / STRETCH;
            model.used[(stretch / u64::BITS) as usize] |= 1 << (stretch % u64::BITS);
            model.pages[(bucket / PAGE) as usize + 1] += 1;
            model.tags.push((bucket % PAGE) as u8);
            model.rows.push(Sum::of(row));
        }
        let mut first = 0;
        for page in &mut model.pages {
            first += *page;
            *page = first;
        }
        model
    }

    /// How many weights of features are not zero.
    pub fn weights(&self) -> usize {
        self.rows().flat_map(|(_, row)| row).filter(|weight| *weight != 0).count()
    }

    /// The weights of transitions.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// Adds what features weigh for each label.
    #[inline]
    pub fn add(&self, features: &[u32], sum: &mut Sum) {
        for feature in features {
            if let Some(row) = self.row(*feature) {
                sum.add(row);
            }
        }
    }

    /// The row of a feature.
    #[inline]
    fn row(&self, feature: u32) -> Option<&Sum> {
        let stretch = feature / STRETCH;
        if self.used.get((stretch / u64::BITS) as usize)? >> (stretch % u64::BITS) & 1 == 0 {
            return None;
        }
        let page = self.page(feature / PAGE);
        let at = self.tags.get(page.clone())?.iter().position(|tag| *tag == (feature % PAGE) as u8)?;
        self.rows.get(page.start + at)
    }

    /// Where the rows of a page stand.
    #[inline]
    fn page(&self, page: u32) -> Range<usize> {
        match self.pages.get(page as usize..page as usize + 2) {
            Some([first, end]) => *first as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The buckets that have rows, in order, each with its row.
    fn rows(&self) -> impl Iterator<Item = (u32, Row)> {
        let row = |page: u32, at: usize| (page * PAGE + u32::from(self.tags[at]), self.rows[at].row());
        (0..BUCKETS / PAGE).flat_map(move |page| self.page(page).map(move |at| row(page, at)))
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
            model.add(&[bucket], &mut sum);
            assert_eq!(weights(&sum), row.map(i32::from));
        }
        assert_eq!(model.transitions, transitions);
        assert_eq!(model.write(), bytes);
    }

    #[test]
    fn adds_up_as_many_rows_as_a_token_may_have() {
        let mut row = [-128; Label::COUNT];
        (row[1], row[2], row[4], row[Label::COUNT - 1]) = (127, 0, 127, 5);
        let model = Model::new(&[(5, row)], Model::default().transitions);
        for count in [0, 1, 128, 250] {
            let (mut all, mut half) = (Sum::default(), Sum::default());
            model.add(&vec![5; count / 2], &mut half);
            model.add(&vec![5; count - count / 2], &mut all);
            all.add(&half);
            assert_eq!(weights(&all), row.map(|weight| i32::from(weight) * count as i32));
        }
    }

    fn weights(sum: &Sum) -> [i32; Label::COUNT] {
        std::array::from_fn(|label| sum.scores()[lane(label)])
    }

    #[test]
    fn refuses_a_file_cut_short() {
        let bytes = Model::new(&[(5, [1; Label::COUNT])], Model::default().transitions).write();
        for len in 0..bytes.len() {
            assert!(Model::read(&bytes[..len]).is_none(), "{len} bytes");
        }
    }
}
