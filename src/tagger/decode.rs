//! The best legal path of labels through a sentence (Viterbi 1967).
//!
//! Scores stand in lanes, so that many are added and compared at once: those of the labels that may follow any other,
//! outside and each begin, then those of each inside.

use super::Label;

/// How many labels may follow any other.
const FREE: usize = 1 + Label::COUNT / 2;

/// A score for each label, in its [`lane`]; the last one is nobody's.
pub type Scores = [i32; 2 * FREE];

/// What it weighs that a label (second) follows another (first); the last row is for a sentence's first token.
pub type Transitions = [[i32; Label::COUNT]; Label::COUNT + 1];

/// Where the score of a label stands.
pub const fn lane(label: usize) -> usize {
    if label > 0 && label.is_multiple_of(2) { FREE + label / 2 - 1 } else { label.div_ceil(2) }
}

/// The label whose score stands there.
const fn label(lane: usize) -> usize {
    if lane < FREE { (2 * lane).saturating_sub(1) } else { 2 * (lane - FREE + 1) }
}

/// The lanes of all labels but outside, in their order.
const NAMED: [usize; Label::COUNT - 1] = {
    let mut lanes = [0; Label::COUNT - 1];
    let mut n = 0;
    while n < lanes.len() {
        lanes[n] = lane(n + 1);
        n += 1;
    }
    lanes
};

const NEVER: i32 = i32::MIN / 2;

/// Outside alone can be reached.
const ONLY_OUTSIDE: Scores = {
    let mut scores = [NEVER; 2 * FREE];
    scores[0] = 0;
    scores
};

/// Fills a lattice token by token. Kept between sentences, so that nothing is allocated anew.
pub struct Decoder {
    /// What it weighs that each free label follows that of a lane, or is the first.
    to_free: [[i32; FREE]; 2 * FREE],
    first: [i32; FREE],
    /// What it weighs that each inside follows its begin, and itself.
    begun: [i32; FREE],
    goes_on: [i32; FREE],
    /// How much more than from outside of names the best step weighs from each lane to a free label.
    gains: Scores,
    /// Best score of a path that ends in each lane, at the last token.
    best: Scores,
    /// Whether another lane than outside's can be reached there.
    in_name: bool,
    /// For each token and lane, the lane before it on that path.
    from: Vec<[u8; 2 * FREE]>,
    path: Vec<Label>,
}

impl Decoder {
    /// With what it weighs that a label follows another.
    pub fn new(transitions: &Transitions) -> Self {
        let free = |row: usize| std::array::from_fn(|to| transitions[row][label(to)]);
        let to_free = std::array::from_fn(|from| if from + 1 < 2 * FREE { free(label(from)) } else { [NEVER; FREE] });
        let inside = |before: usize| {
            let weigh = |n: usize| transitions[label(before + n)][label(FREE + n)];
            std::array::from_fn(|n| if n + 1 < FREE { weigh(n) } else { 0 })
        };
        let gain = |row: &[i32; FREE]| row.iter().zip(&to_free[0]).map(|(to, out)| to - out).max().unwrap_or(0);
        Decoder {
            first: free(Label::COUNT),
            begun: inside(1),
            goes_on: inside(FREE),
            gains: to_free.each_ref().map(gain),
            to_free,
            best: ONLY_OUTSIDE,
            in_name: false,
            from: Vec::new(),
            path: Vec::new(),
        }
    }

    /// Starts a sentence.
    pub fn begin(&mut self) {
        self.from.clear();
        (self.best, self.in_name) = (ONLY_OUTSIDE, false);
    }

    /// Adds a token with these scores; without, it can only be outside of names.
    pub fn step(&mut self, scores: Option<&Scores>) {
        let mut from = [0; 2 * FREE];
        let Some(scores) = scores else {
            let (best, before) = self.arrive_outside();
            (self.best, self.in_name) = (ONLY_OUTSIDE, false);
            (self.best[0], from[0]) = (best, before as u8);
            return self.from.push(from);
        };
        let (free, before) = self.arrive();
        let mut next = [NEVER; 2 * FREE];
        for to in 0..FREE {
            (next[to], from[to]) = (free[to], before[to] as u8);
        }
        if !self.from.is_empty() {
            // An inside follows its own begin, or itself.
            for n in 0..FREE - 1 {
                let begun = self.best[1 + n] + self.begun[n];
                let goes_on = self.best[FREE + n] + self.goes_on[n];
                next[FREE + n] = begun.max(goes_on);
                from[FREE + n] = if begun >= goes_on { 1 + n as u8 } else { (FREE + n) as u8 };
            }
        }
        for (next, score) in next.iter_mut().zip(scores) {
            *next = if *next > NEVER / 2 { *next + score } else { NEVER };
        }
        (self.best, self.in_name) = (next, true);
        self.from.push(from);
    }

    /// The lanes other than outside's that may be on a best path to a free label: most are too far behind.
    fn near(&self) -> impl Iterator<Item = usize> {
        let is_near = |before: usize| self.best[before] + self.gains[before] > self.best[0];
        let any = self.in_name && (1..NAMED.len() + 1).fold(false, |any, before| any | is_near(before));
        NAMED[..if any { NAMED.len() } else { 0 }].iter().copied().filter(move |before| is_near(*before))
    }

    /// The best way into each free label, and the lane before it.
    fn arrive(&self) -> ([i32; FREE], [i32; FREE]) {
        if self.from.is_empty() {
            return (self.first, [0; FREE]);
        }
        // Outside of names is never out of reach.
        let (mut next, mut from) = (self.to_free[0].map(|weight| self.best[0] + weight), [0; FREE]);
        for before in self.near() {
            for to in 0..FREE {
                let score = self.best[before] + self.to_free[before][to];
                from[to] = if score > next[to] { before as i32 } else { from[to] };
                next[to] = next[to].max(score);
            }
        }
        (next, from)
    }

    /// The best way out of names, and the lane before it.
    fn arrive_outside(&self) -> (i32, usize) {
        if self.from.is_empty() {
            return (self.first[0], 0);
        }
        let mut found = (self.best[0] + self.to_free[0][0], 0);
        for before in self.near() {
            let score = self.best[before] + self.to_free[before][0];
            if score > found.0 {
                found = (score, before);
            }
        }
        found
    }

    /// The best path through the tokens added since [`Decoder::begin`].
    pub fn best_path(&mut self) -> &[Label] {
        let mut at = (0..Label::COUNT).rev().map(lane).max_by_key(|lane| self.best[*lane]).unwrap_or(0);
        self.path.clear();
        for from in self.from.iter().rev() {
            self.path.push(Label::at(label(at)));
            at = usize::from(from[at]);
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
    fn each_label_has_a_lane() {
        assert!((0..Label::COUNT).all(|n| label(lane(n)) == n && lane(n) + 1 < 2 * FREE));
        assert!((0..Label::COUNT).all(|n| (lane(n) < FREE) == (n == 0 || Label::at(n).is_begin())));
    }

    #[test]
    fn inside_needs_its_begin() {
        let transitions = [[0; Label::COUNT]; Label::COUNT + 1];
        let mut decoder = Decoder::new(&transitions);
        let mut scores = [0; 2 * FREE];
        scores[lane(Label::inside(Class::Person).index())] = 10;
        scores[lane(Label::begin(Class::Place).index())] = 3;
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
