//! Cues: the verbs and phrases that say whose words these are, with who their subject is.
//!
//! A cue is looked for outside quotation marks, a sentence at a time. What each verb takes is in
//! `data/cues.tsv`; inflected forms are led back to the base form.

use super::marks::Stretch;
use super::other_cues::{nominal, source, unknown};
use super::phrases;
use super::verbal::verbal;
use super::verbs::{Candidate, Inflection, Verb, candidate, verb};
use crate::document::Document;
use crate::lexicon::{cues, grammar};
use crate::span::TokenRange;

/// Words that say whose words these are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// The words of the cue: "said", "pointed to", "according to".
    pub(crate) tokens: TokenRange,
    /// First token of the verb with its auxiliaries and adverbs.
    pub(crate) group: usize,
    /// What it takes.
    pub(crate) tags: u32,
    /// How it stands in its clause.
    pub(crate) form: Form,
    /// The noun phrase that speaks.
    pub(crate) subject: Option<TokenRange>,
    /// Whether the subject stands behind the verb.
    pub(crate) inverted: bool,
    /// Whether the subject is that of another verb of the sentence.
    pub(crate) shared: bool,
    /// Whether it says that nothing was said: "did not say", "would say".
    pub(crate) unsaid: bool,
    /// Where what was said may begin: behind the cue, an inverted subject and the hearer.
    pub(crate) after: usize,
    /// The end of its sentence.
    pub(crate) limit: usize,
}

/// How a cue stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// With a subject of its own: "said", "has been saying".
    Finite,
    /// "saying", "adding that".
    Participle,
    /// "to say".
    Infinitive,
    /// "according to".
    Source,
    /// "his claim", "the ministry's call".
    Noun,
}

impl Cue {
    /// Where the cue with its subject begins.
    pub(crate) fn start(&self) -> usize {
        match self.subject {
            Some(subject) if !self.shared && subject.start < self.group => subject.start,
            _ => self.group,
        }
    }

    /// Where the cue with its subject ends.
    pub(crate) fn end(&self) -> usize {
        match self.subject {
            Some(subject) if self.inverted => subject.end.max(self.tokens.end),
            _ => self.tokens.end,
        }
    }

    /// Whether it has any of the tags.
    pub(crate) fn takes(&self, tags: u32) -> bool {
        self.tags & tags != 0
    }
}

/// How far behind a quote the verb of its speaker is looked for, whatever verb it is.
pub(super) const REACH: usize = 8;

/// The cues of `doc` outside `stretches`, in order.
pub(crate) fn find(doc: &Document, stretches: &[Stretch]) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut next_stretch = 0;
    for sentence in &doc.sentences {
        let first = out.len();
        let mut floor = sentence.tokens.start;
        let mut i = floor;
        while i < sentence.tokens.end {
            while stretches.get(next_stretch).is_some_and(|s| s.whole.end <= i) {
                next_stretch += 1;
            }
            if let Some(stretch) = stretches.get(next_stretch).filter(|s| s.whole.has(i)) {
                i = stretch.whole.end;
                floor = i;
                continue;
            }
            let may_be = candidate(doc, i);
            let behind_quote = floor > sentence.tokens.start && i > floor && i <= floor + REACH;
            if !may_be.any() && !behind_quote {
                i += 1;
                continue;
            }
            let limit =
                stretches.get(next_stretch).map_or(sentence.tokens.end, |s| s.whole.start.min(sentence.tokens.end));
            let place = Place { start: sentence.tokens.start, floor, limit, end: sentence.tokens.end };
            match at(doc, i, place, may_be, &out[first..]) {
                Some(cue) => {
                    i = cue.tokens.end;
                    out.push(cue);
                }
                None => i += 1,
            }
        }
    }
    out
}

/// Where a cue is looked for.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Start of the sentence.
    pub(super) start: usize,
    /// End of the quoted stretch before, or the start of the sentence.
    pub(super) floor: usize,
    /// Start of the next quoted stretch, or the end of the sentence.
    pub(super) limit: usize,
    /// End of the sentence.
    pub(super) end: usize,
}

fn at(doc: &Document, i: usize, place: Place, may_be: Candidate, earlier: &[Cue]) -> Option<Cue> {
    let sourced = if may_be.source { source(doc, i, place) } else { None };
    sourced
        .or_else(|| if may_be.verb != Verb::No { verbal(doc, i, place, earlier) } else { None })
        .or_else(|| if may_be.noun { nominal(doc, i, place) } else { None })
        .or_else(|| unknown(doc, i, place))
}

/// Whether a cue with its subject begins at token `i`: "he said", "said the mayor".
pub(crate) fn begins_with_cue(doc: &Document, i: usize, limit: usize) -> bool {
    let speaks = |at: usize| {
        verb(doc, at).is_some_and(|(_, tags, inflection)| {
            tags & cues::QUOTE != 0 && matches!(inflection, Inflection::Past | Inflection::Present)
        })
    };
    // "the mayor said.", not "the mayor invited the press".
    let closes = |at: usize| {
        at + 1 >= limit
            || !phrases::is_word(doc, at + 1)
            || phrases::is(doc, at + 1, grammar::PREPOSITION | grammar::TIME | grammar::OBJECT_PRONOUN)
            || phrases::is_adverb(doc, at + 1)
    };
    if speaks(i) {
        return phrases::begins_noun_phrase(doc, i + 1);
    }
    if phrases::is(doc, i, grammar::SUBJECT) {
        return speaks(i + 1) && closes(i + 1);
    }
    let introduced = phrases::is(doc, i, grammar::DETERMINER);
    phrases::begins_noun_phrase(doc, i)
        && (i + 1..limit.min(i + 6))
            .take_while(|&at| {
                phrases::is_word(doc, at) && !phrases::is(doc, at, grammar::AUXILIARY | grammar::SUBORDINATOR)
            })
            .any(|at| speaks(at) && closes(at) && (introduced || doc.case(at - 1).is_capitalised()))
}
