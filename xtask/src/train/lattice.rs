//! How probable each label and each pair of labels is in a sentence: forward and backward through the lattice of its
//! labels (Rabiner 1989), each token's numbers scaled to sum to one.

use newsmark::tagger::Label;

/// Labels, and one to fill a vector register.
pub(super) const WIDTH: usize = 16;

/// A number for each label; the last stays zero.
pub(super) type Row = [f32; WIDTH];

/// A number for each label behind another; the last row is for a sentence's first token.
pub(super) type Moves = [Row; Label::COUNT + 1];

/// The lattice of a sentence.
#[derive(Default)]
pub(super) struct Lattice {
    /// What speaks for each label at each token.
    tokens: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
}

impl Lattice {
    /// Starts a sentence.
    pub(super) fn begin(&mut self) {
        self.tokens.clear();
    }

    /// Adds a token with these scores; without, it can only be outside of names.
    pub(super) fn push(&mut self, scores: Option<Row>) {
        let mut row = [0.0; WIDTH];
        match scores {
            Some(scores) => {
                let best = scores[..Label::COUNT].iter().fold(f32::MIN, |best, score| best.max(*score));
                for (weight, score) in row.iter_mut().zip(&scores[..Label::COUNT]) {
                    *weight = exp(score - best);
                }
            }
            None => row[0] = 1.0,
        }
        self.tokens.push(row);
    }

    /// Goes through the sentence both ways; `moves` are the factors of each label behind another.
    pub(super) fn run(&mut self, moves: &Moves) {
        let count = self.tokens.len();
        self.forward.clear();
        for (i, token) in self.tokens.iter().enumerate() {
            let mut row = [0.0; WIDTH];
            if i == 0 {
                row = moves[Label::COUNT];
            } else {
                for (before, factors) in self.forward[i - 1].iter().zip(&moves[..Label::COUNT]) {
                    add(&mut row, *before, factors);
                }
            }
            self.forward.push(scaled(times(&row, token)));
        }
        self.backward.clear();
        self.backward.resize(count, [1.0; WIDTH]);
        for i in (1..count).rev() {
            let ahead = times(&self.tokens[i], &self.backward[i]);
            let mut row = [0.0; WIDTH];
            for (sum, factors) in row.iter_mut().zip(&moves[..Label::COUNT]) {
                *sum = times(factors, &ahead).iter().sum();
            }
            self.backward[i - 1] = scaled(row);
        }
    }

    /// How probable each label of token `i` is.
    pub(super) fn label(&self, i: usize) -> Row {
        scaled(times(&self.forward[i], &self.backward[i]))
    }

    /// How probable each label of token `i` is behind each of the token before.
    pub(super) fn pair(&self, i: usize, moves: &Moves) -> [Row; Label::COUNT] {
        let ahead = times(&self.tokens[i], &self.backward[i]);
        let mut rows = [[0.0; WIDTH]; Label::COUNT];
        for ((row, before), factors) in rows.iter_mut().zip(&self.forward[i - 1]).zip(moves) {
            add(row, *before, &times(factors, &ahead));
        }
        let sum: f32 = rows.iter().flatten().sum();
        rows.map(|row| row.map(|pair| pair / sum.max(f32::MIN_POSITIVE)))
    }
}

fn times(a: &Row, b: &Row) -> Row {
    let mut row = *a;
    for (a, b) in row.iter_mut().zip(b) {
        *a *= b;
    }
    row
}

fn add(row: &mut Row, factor: f32, other: &Row) {
    for (a, b) in row.iter_mut().zip(other) {
        *a += factor * b;
    }
}

fn scaled(row: Row) -> Row {
    let sum: f32 = row[..Label::COUNT].iter().sum();
    row.map(|x| x / sum.max(f32::MIN_POSITIVE))
}

/// e to the power of `x`, from additions and products alone: the same on every machine, unlike that of a system's
/// library. 2^n times a polynomial for what is left (Taylor's, for half a step to either side).
pub(super) fn exp(x: f32) -> f32 {
    let twos = (x * std::f32::consts::LOG2_E).clamp(-120.0, 120.0);
    let whole = (twos + 0.5).floor();
    let rest = (twos - whole) * std::f32::consts::LN_2;
    let terms = [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let power = terms.iter().fold(0.0, |sum, term| sum * rest + term);
    power * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_that_of_the_library() {
        for i in -800..=800 {
            let x = i as f32 / 10.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}: {} {}", exp(x), x.exp());
        }
    }

    #[test]
    fn probabilities_are_those_of_all_paths() {
        let mut lattice = Lattice::default();
        let mut moves = [[0.0; WIDTH]; Label::COUNT + 1];
        for (from, row) in moves.iter_mut().enumerate() {
            for (to, factor) in row[..Label::COUNT].iter_mut().enumerate() {
                *factor = 1.0 + ((from * 7 + to * 3) % 5) as f32;
            }
        }
        let score = |i: usize, label: usize| ((i * 5 + label * 11) % 4) as f32 - 1.0;
        lattice.begin();
        for i in 0..3 {
            let mut scores = [0.0; WIDTH];
            (0..Label::COUNT).for_each(|label| scores[label] = score(i, label));
            lattice.push(Some(scores));
        }
        lattice.run(&moves);
        let (mut all, mut with) = (0.0, 0.0);
        for a in 0..Label::COUNT {
            for b in 0..Label::COUNT {
                for c in 0..Label::COUNT {
                    let path = moves[Label::COUNT][a] * moves[a][b] * moves[b][c];
                    let path = path * (score(0, a) + score(1, b) + score(2, c)).exp();
                    all += path;
                    with += if (b, c) == (2, 4) { path } else { 0.0 };
                }
            }
        }
        assert!((lattice.pair(2, &moves)[2][4] - with / all).abs() < 1e-5);
        let label: f32 = lattice.pair(2, &moves).iter().map(|row| row[4]).sum();
        assert!((lattice.label(2)[4] - label).abs() < 1e-5);
    }
}
