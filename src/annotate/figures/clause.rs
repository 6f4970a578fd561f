//! The clauses of a text: its counted phrases and cues by token, and the group of words that a verb
//! is made of. The walks from there are in [`super::subject`] and [`super::lists`].

use super::cues::Cue;
use super::grammar::Grammar;
use super::phrases::Phrase;
use crate::lexicon::{function_words as small, harms};
use crate::wire::HarmKind;

/// The counted phrases and cues of a text, found by token.
pub(super) struct Clauses<'a, 't> {
    pub(super) g: &'a Grammar<'a, 't>,
    pub(super) phrases: &'a [Phrase],
    pub(super) cues: &'a [Cue],
    /// The phrase that starts at a token, the phrase that ends before it, the cue that covers it:
    /// index plus one, or 0.
    starts: Vec<u32>,
    ends: Vec<u32>,
    harms: Vec<u32>,
}

/// The words around a verb that say whether and how it is meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// The first token of the verb with its auxiliaries.
    pub(super) start: usize,
    pub(super) passive: bool,
    pub(super) finite: bool,
    pub(super) perfect: bool,
    /// "could kill", "to be killed", "would have died".
    pub(super) unreal: bool,
    pub(super) negative: bool,
}

impl<'a, 't> Clauses<'a, 't> {
    pub(super) fn new(g: &'a Grammar<'a, 't>, phrases: &'a [Phrase], cues: &'a [Cue]) -> Self {
        let len = g.doc.tokens.len() + 1;
        let (mut starts, mut ends, mut harms) = (vec![0; len], vec![0; len], vec![0; len]);
        for (i, phrase) in phrases.iter().enumerate() {
            starts[phrase.whole.start] = i as u32 + 1;
            starts[phrase.number.start] = i as u32 + 1;
            // Of nested phrases ("two of the 20 soldiers") the outer ends here.
            if ends[phrase.whole.end] == 0 {
                ends[phrase.whole.end] = i as u32 + 1;
            }
        }
        for (i, cue) in cues.iter().enumerate() {
            harms[cue.tokens.iter()].fill(i as u32 + 1);
        }
        Clauses { g, phrases, cues, starts, ends, harms }
    }

    /// Phrases whose number stands a little before token `i`.
    pub(super) fn phrases_near(&self, i: usize) -> impl Iterator<Item = &'a Phrase> {
        let to = self.phrases.partition_point(|p| p.number.start <= i);
        let phrases = self.phrases;
        phrases[to.saturating_sub(4)..to].iter().filter(move |p| p.whole.end > i)
    }

    pub(super) fn starting(&self, i: usize) -> Option<usize> {
        (*self.starts.get(i)? as usize).checked_sub(1)
    }

    pub(super) fn ending(&self, i: usize) -> Option<usize> {
        (*self.ends.get(i)? as usize).checked_sub(1)
    }

    pub(super) fn cue_at(&self, i: usize) -> Option<usize> {
        (*self.harms.get(i)? as usize).checked_sub(1)
    }

    /// The verb group that ends with the cue at `at`.
    pub(super) fn group(&self, at: usize) -> Group {
        let g = self.g;
        let sentence = g.sentence(at);
        let mut group =
            Group { start: at, passive: false, finite: false, perfect: false, unreal: false, negative: false };
        let mut i = at;
        while i > sentence.start && at - i < 14 {
            i -= 1;
            if g.is(i, small::NEGATIVE) {
                group.negative = true;
            } else if g.is(i, small::BE) {
                group.passive |= !group.perfect;
                group.finite = true;
            } else if g.is(i, small::HAVE) {
                group.perfect = true;
                group.finite = true;
            } else if g.is(i, small::MODAL) {
                group.finite = true;
                let guess = g.is_mark(i, &["may", "might", "could"]);
                let done = group.perfect && (guess || g.is_mark(i, &["must"]));
                // "the 15 must be presumed dead"
                let taken_for = g.is_mark(i, &["must"]) && is_opinion(g, group.start + 1);
                group.unreal |= !(done || taken_for || guess && self.is_state(at));
            } else if g.is(i, small::DO) {
                group.finite = true;
            } else if g.is_mark(i, &["to"]) {
                let infinitive = group.start == i + 1 && (group.finite || i + 1 == at);
                if !infinitive {
                    break;
                }
                group.unreal |= !group.perfect;
            } else if g.is_told(i) {
                break;
            } else if (group.passive || group.perfect || group.start < at) && is_opinion(g, i)
                || is_opinion(g, i) && self.cues_adjective(at)
            {
                // "are believed to have been killed", "reported dead", "feared drowned"; "said to be hurt" is no plan.
                group.unreal &= !g.is_mark(i + 1, &["to"]);
            } else if g.is_mark(i, &["as"]) && i > sentence.start && is_opinion(g, i - 1) {
                // "were listed as dead"
                continue;
            } else if g.is_filler(i) || g.is_mark(i, &["this", "on"]) && g.is(i + 1, small::TIME) {
                // "were this week arrested"
                continue;
            } else {
                break;
            }
            group.start = i;
        }
        group
    }

    /// Whether the cue at `at` is how people are, not what will happen to them: "as many as 24 could be missing".
    fn is_state(&self, at: usize) -> bool {
        let cue =
            self.cue_at(at).map(|c| &self.cues[c]).filter(|cue| cue.has(harms::ADJECTIVE) && !cue.has(harms::PAST));
        cue.is_some_and(|cue| matches!(cue.kind, HarmKind::Killed | HarmKind::Missing))
    }

    fn cues_adjective(&self, at: usize) -> bool {
        self.cue_at(at).is_some_and(|c| self.cues[c].has(harms::ADJECTIVE | harms::PAST))
    }
}

/// "believed", "feared", "reported": what is said of the harm rather than known.
pub(super) fn is_opinion(g: &Grammar, i: usize) -> bool {
    crate::lexicon::hedges::TABLE.has_tag(g.doc.listed(i), crate::lexicon::hedges::PARTICIPLE)
}
