//! Learns the weights: a conditional random field (Lafferty, McCallum and Pereira 2001), one sentence at a time.
//!
//! Each weight moves along the gradient of the sentence's likelihood, less the more it has moved before (AdaGrad,
//! Duchi, Hazan and Singer 2011). A part of the features is left out at random at each token, so that the others
//! learn to do without (Hinton et al. 2012); what a rare word tells is then told by its ending or cluster, too.
//!
//! First all weights are drawn towards zero (L1, Tsuruoka, Tsujii and Ananiadou 2009), which picks the few that are
//! worth their bytes; then those alone are learnt on, undrawn. Sums are taken in a fixed order from a fixed seed, so
//! that the same corpus gives the same bytes. Whether a feature is left out hangs on its own number alone, so that a
//! word added to a list moves the weights about it and few others.

use super::examples::{Examples, Sentence};
use super::lattice::{Lattice, Moves, Row, WIDTH, exp};
use newsmark::tagger::Label;
use newsmark::tagger::clues::Bits;
use newsmark::tagger::decode::Transitions;
use newsmark::tagger::model::{self, Model};

const SEED: u64 = 20_220_804;
/// How far a weight moves at first.
const RATE: f32 = 0.1;
/// Keeps the first moves of a weight small.
const CALM: f32 = 0.01;
/// The part of the features that is left out.
const LEFT_OUT: f32 = 0.2;
/// The part of the first rate at which weights are drawn when they are picked.
const LAST_DRAW: f32 = 0.3;
/// What one is in the file.
const SCALE: f32 = 12.0;

/// What is added in the file for being outside of names: texts unlike those learnt from have more that only looks like
/// a name.
const CAUTION: i32 = 6;

/// What can be chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    /// A feature that fewer tokens have is left out.
    pub(super) rare: u32,
    /// How often to go through the corpus, to pick the weights and once more to learn them.
    pub(super) rounds: usize,
    /// How strongly weights are drawn towards zero while they are picked.
    pub(super) draw: f32,
    /// What a sentence that a teacher marked counts beside one that people did.
    pub(super) teacher: f32,
    /// Clues that nothing is learnt from.
    pub(super) without: Bits,
}

/// The weights while they are learnt.
struct Learner {
    weights: Vec<Row>,
    /// Of each the sum of the squares of its moves.
    moved: Vec<Row>,
    transitions: Moves,
    transitions_moved: Moves,
    /// Of each feature the step at which it was drawn last.
    drawn: Vec<u32>,
    steps: u32,
    /// The weights that may move, a bit each.
    open: Vec<u16>,
    random: Random,
    lattice: Lattice,
}

/// Picks the features that are worth their bytes, and leaves `examples` only those; then learns their weights.
/// `report` is given each round's number and model.
pub(super) fn learn(examples: &mut Examples, settings: Settings, mut report: impl FnMut(usize, &Model)) -> Model {
    let mut learner = Learner::new(examples.buckets.len());
    for round in 0..settings.rounds {
        learner.round(examples, round, settings, settings.draw);
        report(round + 1, &learner.pack(&examples.buckets));
    }
    learner.pick(examples, settings.draw);
    for round in 0..settings.rounds {
        learner.round(examples, round, settings, 0.0);
        report(settings.rounds + round + 1, &learner.pack(&examples.buckets));
    }
    learner.pack(&examples.buckets)
}

impl Learner {
    /// A learner of so many features, which knows nothing.
    fn new(count: usize) -> Self {
        Learner {
            weights: vec![[0.0; WIDTH]; count],
            moved: vec![[0.0; WIDTH]; count],
            transitions: [[0.0; WIDTH]; Label::COUNT + 1],
            transitions_moved: [[0.0; WIDTH]; Label::COUNT + 1],
            drawn: vec![0; count],
            steps: 0,
            open: vec![u16::MAX >> 1; count],
            random: Random(SEED),
            lattice: Lattice::default(),
        }
    }

    /// Goes through all sentences once, in random order, slower from round to round.
    fn round(&mut self, examples: &Examples, round: usize, settings: Settings, draw: f32) {
        let sentences = &examples.sentences;
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        self.random.shuffle(&mut order);
        let all = (settings.rounds * sentences.len()) as f32;
        for (done, at) in (round * sentences.len()..).zip(order) {
            let rate = RATE * (1.0 - done as f32 / all);
            self.steps += 1;
            let sentence = &sentences[at];
            let chance = |token: usize| mixed(SEED ^ u64::from(self.steps) << 16 ^ token as u64);
            let tokens = sentence.tokens.iter().enumerate();
            let seen: Vec<Vec<u32>> =
                tokens.map(|(i, token)| some(token.as_deref(), &examples.buckets, chance(i))).collect();
            if draw > 0.0 {
                for feature in seen.iter().flatten() {
                    self.draw(*feature as usize, draw * rate);
                }
            }
            self.sentence(sentence, &seen, rate, if sentence.gold { 1.0 } else { settings.teacher });
        }
    }

    /// Draws the weights of a feature towards zero, for all steps since it was drawn last.
    fn draw(&mut self, feature: usize, by: f32) {
        let steps = self.steps - std::mem::replace(&mut self.drawn[feature], self.steps);
        for (weight, moved) in self.weights[feature].iter_mut().zip(&self.moved[feature]) {
            let by = by * steps as f32 / (CALM + moved).sqrt();
            *weight = (weight.abs() - by).max(0.0).copysign(*weight);
        }
    }

    /// One step along the gradient of a sentence's likelihood.
    fn sentence(&mut self, sentence: &Sentence, seen: &[Vec<u32>], rate: f32, weight: f32) {
        let moves = factors(&self.transitions);
        let mut lattice = std::mem::take(&mut self.lattice);
        lattice.begin();
        for (token, features) in sentence.tokens.iter().zip(seen) {
            lattice.push(token.as_ref().map(|_| self.score(features)));
        }
        lattice.run(&moves);
        let mut before = None;
        for (i, (label, features)) in sentence.labels.iter().zip(seen).enumerate() {
            let label = label.index();
            let gradient = towards(label, lattice.label(i), weight);
            if gradient.iter().any(|g| g.abs() > 1e-3) {
                for feature in features {
                    let feature = *feature as usize;
                    let gradient = masked(&gradient, self.open[feature]);
                    step(&mut self.weights[feature], &mut self.moved[feature], &gradient, rate);
                }
            }
            match before {
                None => {
                    let (row, moved) = (&mut self.transitions[Label::COUNT], &mut self.transitions_moved[Label::COUNT]);
                    step(row, moved, &gradient, rate);
                }
                // Of two tokens that cannot be names nothing is learnt.
                Some(_) if sentence.tokens[i - 1].is_none() && sentence.tokens[i].is_none() => {}
                Some(before) => {
                    for (from, pairs) in lattice.pair(i, &moves).into_iter().enumerate() {
                        let gradient =
                            if from == before { towards(label, pairs, weight) } else { pairs.map(|p| -p * weight) };
                        let (row, moved) = (&mut self.transitions[from], &mut self.transitions_moved[from]);
                        step(row, moved, &gradient, rate);
                    }
                }
            }
            before = Some(label);
        }
        self.lattice = lattice;
    }

    fn score(&self, features: &[u32]) -> Row {
        let mut scores = [0.0; WIDTH];
        for feature in features {
            for (score, weight) in scores.iter_mut().zip(&self.weights[*feature as usize]) {
                *score += weight;
            }
        }
        scores
    }

    /// Closes all weights that are zero by now, and drops the features without any other.
    fn pick(&mut self, examples: &mut Examples, draw: f32) {
        // Once more all of them: what is rare and little has not been drawn for long.
        (0..self.weights.len()).for_each(|feature| self.draw(feature, draw * RATE * LAST_DRAW));
        let picked: Vec<usize> =
            (0..self.weights.len()).filter(|at| self.weights[*at].iter().any(|weight| *weight != 0.0)).collect();
        self.weights = picked.iter().map(|at| self.weights[*at]).collect();
        self.moved = vec![[0.0; WIDTH]; picked.len()];
        let open = |row: &Row| (0..Label::COUNT).fold(0, |open, label| open | u16::from(row[label] != 0.0) << label);
        self.open = self.weights.iter().map(open).collect();
        examples.keep(&picked);
    }

    /// The weights in bytes; features left without any are dropped.
    fn pack(&self, buckets: &[u32]) -> Model {
        let byte = |weight: f32| (weight * SCALE).round() as i8;
        let pack = |(bucket, row): (&u32, &Row)| (*bucket, std::array::from_fn(|label| byte(row[label])));
        let rows = buckets.iter().zip(&self.weights).map(pack);
        let rows: Vec<(u32, model::Row)> = rows.filter(|(_, row)| row.iter().any(|weight| *weight != 0)).collect();
        let mut transitions: Transitions = [[0; Label::COUNT]; Label::COUNT + 1];
        for (to, from) in transitions.iter_mut().zip(&self.transitions) {
            *to = std::array::from_fn(|label| (from[label] * SCALE).round() as i32);
            to[Label::OUTSIDE.index()] += CAUTION;
        }
        Model::new(&rows, transitions)
    }
}

/// The features of a token that are not left out this time; `chance` is the token's own.
fn some(features: Option<&[u32]>, buckets: &[u32], chance: u64) -> Vec<u32> {
    let stays = |feature: &u32| unit(mixed(chance ^ u64::from(buckets[*feature as usize]))) >= LEFT_OUT;
    features.unwrap_or_default().iter().copied().filter(stays).collect()
}

/// The factor of each label behind another; none where it may not stand there.
fn factors(transitions: &Moves) -> Moves {
    let mut moves = [[0.0; WIDTH]; Label::COUNT + 1];
    for (from, (factors, weights)) in moves.iter_mut().zip(transitions).enumerate() {
        let before = if from == Label::COUNT { Label::OUTSIDE } else { Label::at(from) };
        for to in (0..Label::COUNT).filter(|to| Label::at(*to).may_follow(before)) {
            factors[to] = exp(weights[to]);
        }
    }
    moves
}

/// The gradient: up for the right label, down for each as far as it is thought probable.
fn towards(right: usize, probable: Row, weight: f32) -> Row {
    let mut gradient = probable.map(|p| -p * weight);
    gradient[right] += weight;
    gradient
}

fn masked(gradient: &Row, open: u16) -> Row {
    let mut gradient = *gradient;
    for (label, part) in gradient.iter_mut().enumerate() {
        *part = if open >> label & 1 == 1 { *part } else { 0.0 };
    }
    gradient
}

fn step(weights: &mut Row, moved: &mut Row, gradient: &Row, rate: f32) {
    for ((weight, moved), gradient) in weights.iter_mut().zip(moved).zip(gradient) {
        *moved += gradient * gradient;
        *weight += rate * gradient / (CALM + *moved).sqrt();
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        scrambled(self.0)
    }

    fn shuffle(&mut self, items: &mut [usize]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}

/// As even as the next number of [`Random`].
fn mixed(number: u64) -> u64 {
    scrambled(number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

fn scrambled(mut z: u64) -> u64 {
    z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ z >> 31
}

/// From 0 up to, not including, 1.
fn unit(random: u64) -> f32 {
    (random >> 40) as f32 / (1u32 << 24) as f32
}
