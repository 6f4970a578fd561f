//! The best legal path of labels through a sentence (Viterbi 1967).

use super::Label;

/// A score for each label.
pub type Scores = [i32; Label::COUNT];

/// What it weighs that a label (second) follows another (first); the last row is for a sentence's first token.
pub type Transitions = [Scores; Label::COUNT + 1];

const NEVER: i32 = i32::MIN / 2;

/// Fills a lattice token by token. Kept between sentences, so that nothing is allocated anew.
#[derive(Default)]
pub struct Decoder {
    /// Best score of a path that ends in each label, at the last token.
    best: Scores,
    /// For each token and label, the label before it on that path.
    from: Vec<[u8; Label::COUNT]>,
    path: Vec<Label>,
}

impl Decoder {
    /// Starts a sentence.
    pub fn begin(&mut self) {
        self.from.clear();
    }

    /// Adds a token with these scores; without, it can only be outside of names.
    pub fn step(&mut self, transitions: &Transitions, scores: Option<&Scores>) {
        let first = self.from.is_empty();
        let mut next = [NEVER; Label::COUNT];
        let mut from = [0u8; Label::COUNT];
        let labels = if scores.is_some() { Label::COUNT } else { 1 };
        for to in 0..labels {
            let label = Label::at(to);
            let (score, before) = if first {
                let legal = label.may_follow(Label::OUTSIDE);
                (if legal { transitions[Label::COUNT][to] } else { NEVER }, 0)
            } else {
                self.arrive(transitions, label)
            };
            if score > NEVER / 2 {
                next[to] = score + scores.map_or(0, |s| s[to]);
                from[to] = before;
            }
        }
        self.best = next;
        self.from.push(from);
    }

    /// The best way into `label` from the token before.
    fn arrive(&self, transitions: &Transitions, label: Label) -> (i32, u8) {
        let to = label.index();
        if label != Label::OUTSIDE && !label.is_begin() {
            // Inside follows its own begin, the label before it, or itself.
            let (begin, inside) = (to - 1, to);
            let scores = [begin, inside].map(|b| self.best[b].saturating_add(transitions[b][to]));
            return if scores[0] >= scores[1] {
                (scores[0].max(NEVER), begin as u8)
            } else {
                (scores[1], inside as u8)
            };
        }
        let mut best = (NEVER, 0);
        for (before, (score, row)) in self.best.iter().zip(transitions).enumerate() {
            let score = if *score > NEVER / 2 { score + row[to] } else { NEVER };
            if score > best.0 {
                best = (score, before as u8);
            }
        }
        best
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
        let mut decoder = Decoder::default();
        let mut scores = [0; Label::COUNT];
        scores[Label::inside(Class::Person).index()] = 10;
        scores[Label::begin(Class::Place).index()] = 3;
        decoder.begin();
        decoder.step(&transitions, Some(&scores));
        decoder.step(&transitions, Some(&scores));
        let (begin, inside) = (Label::begin(Class::Person), Label::inside(Class::Person));
        assert_eq!(decoder.best_path(), [begin, inside]);
    }

    #[test]
    fn tokens_without_scores_are_outside() {
        let transitions = [[5; Label::COUNT]; Label::COUNT + 1];
        let mut decoder = Decoder::default();
        decoder.begin();
        for _ in 0..3 {
            decoder.step(&transitions, None);
        }
        assert_eq!(decoder.best_path(), [Label::OUTSIDE; 3]);
    }
}
