//! The best legal path of labels through a sentence (Viterbi 1967).

use super::Label;

/// A score for each label.
pub type Scores = [i32; Label::COUNT];

/// What it weighs that a label (second) follows another (first); the last row is for a sentence's first token.
pub type Transitions = [Scores; Label::COUNT + 1];

const NEVER: i32 = i32::MIN / 2;

/// Fills a lattice token by token. Kept between sentences, so that nothing is allocated anew.
pub struct Decoder<'m> {
    transitions: &'m Transitions,
    /// How much more than from outside of names the best step weighs from each label to one that may follow any.
    gains: Scores,
    /// Best score of a path that ends in each label, at the last token.
    best: Scores,
    /// For each token and label, the label before it on that path.
    from: Vec<[u8; Label::COUNT]>,
    path: Vec<Label>,
}

/// The labels that may follow any other: outside, and each begin.
const FREE: [usize; 1 + Label::COUNT / 2] = {
    let mut free = [0; 1 + Label::COUNT / 2];
    let mut i = 1;
    while i < free.len() {
        free[i] = 2 * i - 1;
        i += 1;
    }
    free
};

impl<'m> Decoder<'m> {
    /// With what it weighs that a label follows another.
    pub fn new(transitions: &'m Transitions) -> Self {
        let gain = |row: &Scores| FREE.iter().map(|to| row[*to] - transitions[0][*to]).max().unwrap_or(0);
        let gains = std::array::from_fn(|before| gain(&transitions[before]));
        Decoder { transitions, gains, best: [NEVER; Label::COUNT], from: Vec::new(), path: Vec::new() }
    }

    /// Starts a sentence.
    pub fn begin(&mut self) {
        self.from.clear();
    }

    /// Adds a token with these scores; without, it can only be outside of names.
    pub fn step(&mut self, scores: Option<&Scores>) {
        let (mut next, mut from) = ([NEVER; Label::COUNT], [0u8; Label::COUNT]);
        let Some(scores) = scores else {
            self.arrive(&FREE[..1], &mut next, &mut from);
            return self.push(next, from);
        };
        self.arrive(&FREE, &mut next, &mut from);
        if !self.from.is_empty() {
            self.go_on(&mut next, &mut from);
        }
        for (next, score) in next.iter_mut().zip(scores) {
            *next = if *next > NEVER / 2 { *next + score } else { NEVER };
        }
        self.push(next, from);
    }

    fn push(&mut self, best: Scores, from: [u8; Label::COUNT]) {
        self.best = best;
        self.from.push(from);
    }

    /// The best way into each of `labels`, which may follow any other, from the token before.
    fn arrive(&self, labels: &[usize], next: &mut Scores, from: &mut [u8; Label::COUNT]) {
        let (best, transitions) = (&self.best, self.transitions);
        if self.from.is_empty() {
            labels.iter().for_each(|to| next[*to] = transitions[Label::COUNT][*to]);
            return;
        }
        // Outside of names is never out of reach.
        labels.iter().for_each(|to| next[*to] = best[0] + transitions[0][*to]);
        // Most labels are so far behind that they are on no best path.
        for before in (1..Label::COUNT).filter(|before| best[*before] + self.gains[*before] > best[0]) {
            for to in labels {
                let score = best[before] + transitions[before][*to];
                if score > next[*to] {
                    (next[*to], from[*to]) = (score, before as u8);
                }
            }
        }
    }

    /// The best way into each inside: it follows its own begin, the label before it, or itself.
    fn go_on(&self, next: &mut Scores, from: &mut [u8; Label::COUNT]) {
        for inside in (2..Label::COUNT).step_by(2) {
            let [a, b] = [inside - 1, inside].map(|before| self.best[before] + self.transitions[before][inside]);
            (next[inside], from[inside]) = if a >= b { (a, inside as u8 - 1) } else { (b, inside as u8) };
        }
    }

    /// The best path through the tokens added since [`Decoder::begin`].
    pub fn best_path(&mut self) -> &[Label] {
        let mut label = (0..Label::COUNT).rev().max_by_key(|l| self.best[*l]).unwrap_or(0);
        self.path.clear();
        for from in self.from.iter().rev() {
            self.path.push(Label::at(label));
            label = usize::from(from[label]);
        }
        self.path.reverse();
        &self.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::Class;

    #[test]
    fn inside_needs_its_begin() {
        let transitions = [[0; Label::COUNT]; Label::COUNT + 1];
        let mut decoder = Decoder::new(&transitions);
        let mut scores = [0; Label::COUNT];
        scores[Label::inside(Class::Person).index()] = 10;
        scores[Label::begin(Class::Place).index()] = 3;
        decoder.begin();
        decoder.step(Some(&scores));
        decoder.step(Some(&scores));
        let (begin, inside) = (Label::begin(Class::Person), Label::inside(Class::Person));
        assert_eq!(decoder.best_path(), [begin, inside]);
    }

    #[test]
    fn tokens_without_scores_are_outside() {
        let transitions = [[5; Label::COUNT]; Label::COUNT + 1];
        let mut decoder = Decoder::new(&transitions);
        decoder.begin();
        for _ in 0..3 {
            decoder.step(None);
        }
        assert_eq!(decoder.best_path(), [Label::OUTSIDE; 3]);
    }
}
