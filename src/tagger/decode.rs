//! The best legal path of labels through a sentence (Viterbi 1967).
//!
//! Scores stand in lanes, so that many are added and compared at once: those of the labels that may follow any other,
//! outside and each begin, then those of each inside.

use super::{Label, Tagged};
use crate::span::TokenRange;

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

/// Finds the names of a stretch of tokens, which stands between tokens that are outside of names or at an end of its
/// sentence: where a path can only be outside, the best ways before and behind do not hang on each other.
///
/// Kept between stretches, so that nothing is allocated anew.
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
    /// Whether that is a sentence's first, still to come.
    is_first: bool,
    /// For each token and lane, the lane before it on that path.
    from: Vec<[u8; 2 * FREE]>,
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
            is_first: true,
            from: Vec::new(),
        }
    }

    /// Starts a stretch, at the first token of a sentence or behind one that is outside.
    pub fn begin(&mut self, is_first: bool) {
        self.from.clear();
        (self.best, self.is_first) = (ONLY_OUTSIDE, is_first);
    }

    /// Adds a token with these scores.
    pub fn step(&mut self, scores: &Scores) {
        let (free, before) = self.arrive();
        let (mut next, mut from) = ([NEVER; 2 * FREE], [0; 2 * FREE]);
        for to in 0..FREE {
            (next[to], from[to]) = (free[to], before[to] as u8);
        }
        // An inside follows its own begin, or itself.
        for n in 0..FREE - 1 {
            let begun = self.best[1 + n] + self.begun[n];
            let goes_on = self.best[FREE + n] + self.goes_on[n];
            next[FREE + n] = begun.max(goes_on);
            from[FREE + n] = if begun >= goes_on { 1 + n as u8 } else { (FREE + n) as u8 };
        }
        for (next, score) in next.iter_mut().zip(scores) {
            *next += score;
        }
        (self.best, self.is_first) = (next, false);
        self.from.push(from);
    }

    /// The lanes other than outside's that may be on a best path to a free label: most are too far behind.
    fn near(&self) -> impl Iterator<Item = usize> {
        let is_near = |before: usize| self.best[before] + self.gains[before] > self.best[0];
        let any = (1..NAMED.len() + 1).fold(false, |any, before| any | is_near(before));
        NAMED[..if any { NAMED.len() } else { 0 }].iter().copied().filter(move |before| is_near(*before))
    }

    /// The best way into each free label, and the lane before it.
    fn arrive(&self) -> ([i32; FREE], [i32; FREE]) {
        if self.is_first {
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

    /// The lane at the end of the best path: of one that goes on outside, or ends with the sentence.
    fn last(&self, goes_on: bool) -> usize {
        if goes_on {
            let (_, before) = self.arrive();
            return before[0] as usize;
        }
        (0..Label::COUNT).rev().map(lane).max_by_key(|lane| self.best[*lane]).unwrap_or(0)
    }

    /// Adds the names on the best path through the stretch, whose first token is `start`; whether the sentence `goes_on`
    /// behind it.
    pub fn names(&self, start: usize, goes_on: bool, found: &mut Vec<Tagged>) {
        let known = found.len();
        let mut at = self.last(goes_on);
        let mut end = None;
        for (i, from) in self.from.iter().enumerate().rev() {
            if at > 0 {
                let end_here = *end.get_or_insert(start + i + 1);
                if let Some(class) = Label::at(label(at)).class().filter(|_| at < FREE) {
                    found.push(Tagged { tokens: TokenRange::new(start + i, end_here), class });
                    end = None;
                }
            }
            at = usize::from(from[at]);
        }
        found[known..].reverse();
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

    fn weighing(nothing: i32) -> Decoder {
        Decoder::new(&[[nothing; Label::COUNT]; Label::COUNT + 1])
    }

    fn names(decoder: &Decoder, goes_on: bool) -> Vec<Tagged> {
        let mut found = Vec::new();
        decoder.names(3, goes_on, &mut found);
        found
    }

    fn name(start: usize, end: usize, class: Class) -> Tagged {
        Tagged { tokens: TokenRange::new(start, end), class }
    }

    #[test]
    fn inside_needs_its_begin() {
        let mut decoder = weighing(0);
        let mut scores = [0; 2 * FREE];
        scores[lane(Label::inside(Class::Person).index())] = 10;
        scores[lane(Label::begin(Class::Place).index())] = 3;
        for first in [true, false] {
            decoder.begin(first);
            decoder.step(&scores);
            decoder.step(&scores);
            assert_eq!(names(&decoder, false), [name(3, 5, Class::Person)]);
        }
    }

    #[test]
    fn names_come_in_order() {
        let mut decoder = weighing(0);
        decoder.begin(true);
        for best in
            [Label::begin(Class::Place), Label::begin(Class::Group), Label::OUTSIDE, Label::begin(Class::Person)]
        {
            let mut scores = [0; 2 * FREE];
            scores[lane(best.index())] = 9;
            decoder.step(&scores);
        }
        assert_eq!(
            names(&decoder, true),
            [name(3, 4, Class::Place), name(4, 5, Class::Group), name(6, 7, Class::Person)]
        );
    }

    #[test]
    fn what_weighs_nothing_is_outside() {
        let mut decoder = weighing(5);
        decoder.begin(true);
        (0..3).for_each(|_| decoder.step(&[0; 2 * FREE]));
        assert_eq!(names(&decoder, true), []);
        assert_eq!(names(&decoder, false), []);
    }
}
