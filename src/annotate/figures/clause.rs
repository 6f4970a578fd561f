//! Walks through a clause: from a verb back to its subject, on to its object, along a list.

use super::cues::Cue;
use super::grammar::Grammar;
use super::phrases::{Counted, Phrase};
use crate::lexicon::{function_words as small, harms};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// Words that a walk looks at before it gives up.
const REACH: usize = 45;
/// Words that a parenthesis between commas can have.
const ASIDE: usize = 28;
/// Parts that a list can have.
const PARTS: usize = 12;

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
                group.unreal |= !(group.perfect && g.is_mark(i, &["may", "might", "could", "must"]));
            } else if g.is(i, small::DO) {
                group.finite = true;
            } else if g.is_mark(i, &["to"]) {
                let infinitive = group.start == i + 1 && (group.finite || i + 1 == at);
                if !infinitive {
                    break;
                }
                group.unreal |= !group.perfect;
            } else if (group.passive || group.perfect || group.start < at) && is_opinion(g, i)
                || is_opinion(g, i) && self.cues_adjective(at)
            {
                // "are believed to have been killed", "reported dead", "feared drowned"
            } else if g.is_filler(i) {
                continue;
            } else {
                break;
            }
            group.start = i;
        }
        group
    }

    fn cues_adjective(&self, at: usize) -> bool {
        self.cue_at(at).is_some_and(|c| self.cues[c].has(harms::ADJECTIVE | harms::PAST))
    }

    /// The phrases that end right before `i`, fillers aside.
    fn touching(&self, i: usize) -> Option<usize> {
        let mut i = i;
        for _ in 0..5 {
            if let Some(phrase) = self.ending(i) {
                return Some(phrase);
            }
            let before = i.checked_sub(1)?;
            if !(self.g.is_filler(before) && self.g.sentence(before).has(i)) {
                return None;
            }
            i = before;
        }
        None
    }

    /// The phrase right before a participle or adjective: "30 injured", "with 12 people dead".
    pub(super) fn adjacent(&self, at: usize) -> Vec<usize> {
        let beside = self.touching(at).or_else(|| {
            // "A driver, held for four weeks, said"
            let comma = at.checked_sub(1).filter(|b| self.g.is_mark(*b, &[","]) && self.g.sentence(*b).has(at))?;
            let cue = self.cue_at(at)?;
            let goes_on = self.g.is(self.cues[cue].tokens.end, small::PREPOSITION);
            self.ending(comma).filter(|_| goes_on && self.cues[cue].has(harms::PAST | harms::PARTICIPLE))
        });
        beside.map(|phrase| self.with_list_before(self.innermost(phrase))).unwrap_or_default()
    }

    /// The counted subject of the verb group that starts at `at`.
    pub(super) fn subject(&self, at: usize) -> Vec<usize> {
        let g = self.g;
        let sentence = g.sentence(at);
        if at <= sentence.start {
            return Vec::new();
        }
        let mut i = at;
        // Words not yet known to belong to a prepositional phrase or a participle.
        let mut pending = false;
        let mut joined = false;
        let mut listed = false;
        let mut after_relative = false;
        for step in 0..REACH {
            if let Some(p) = self.ending(i) {
                let phrase = &self.phrases[p];
                let start = phrase.whole.start;
                let before = start.checked_sub(1).filter(|b| sentence.has(*b));
                let behind_preposition = before.is_some_and(|b| {
                    g.is(b, small::PREPOSITION)
                        && !is_list_word(g, b)
                        && !(g.is(b, small::SUBORDINATOR) && g.is_mark(b, &["after", "before", "until", "since"]))
                });
                if behind_preposition && !(after_relative && step < 4) {
                    pending = false;
                    i = start - 1;
                    continue;
                }
                let object = before.is_some_and(|b| g.is_verb_like(b) && !g.is_say(b) || self.cue_at(b).is_some());
                if object && !after_relative {
                    i = start - 1;
                    pending = false;
                    continue;
                }
                if pending && !self.describes(phrase.whole.end) || joined && !g.starts_clause(start) {
                    return Vec::new();
                }
                // "300 of the 367 people who were arrested" is about the 367.
                let p = if after_relative { self.innermost(p) } else { p };
                return self.with_list_before(p);
            }
            if i <= sentence.start {
                return Vec::new();
            }
            i -= 1;
            let first = step == 0;
            if g.is(i, small::CONDITIONAL) {
                return Vec::new();
            }
            if g.is(i, small::RELATIVE) && !g.is_mark(i, &["where", "whose"]) {
                let named = i > sentence.start
                    && !pending
                    && g.doc.case(i - 1).is_capitalised()
                    && super::grammar::person(g.doc.folded(i - 1)).is_none()
                    && self.ending(i).is_none();
                if !self.relates(i) || named {
                    return Vec::new();
                }
                after_relative |= !pending;
                pending = false;
                if i > sentence.start && g.is_mark(i - 1, &[","]) {
                    i -= 1;
                }
            } else if self.is_aside_mark(i) {
                if pending && listed && g.is_mark(i, &[","]) {
                    (joined, pending) = (true, false);
                    continue;
                }
                // An aside before the verb: "12 people, mostly women, were"
                if !first && pending {
                    return Vec::new();
                }
                match self.aside_start(i, sentence) {
                    Some(start) => i = start,
                    None => return Vec::new(),
                }
            } else if g.is(i, small::PREPOSITION) {
                pending = false;
            } else if g.is(i, small::CONJUNCTION) && g.is_mark(i, &["and", "or", "but"]) {
                if let (false, Some(cue)) = (pending, i.checked_sub(1).and_then(|b| self.cue_at(b))) {
                    // "were kidnapped and later killed"
                    return self.subject_of_cue(cue);
                }
                joined = pending;
                listed |= pending;
                pending = false;
                if !joined && !first {
                    return Vec::new();
                }
            } else if g.is(i, small::PRONOUN) {
                return Vec::new();
            } else if g.is(i, small::BE | small::HAVE | small::MODAL | small::DO)
                || self.cue_at(i).is_some_and(|c| !self.cues[c].has(harms::NOUN))
            {
                match self.relative_before(i, sentence) {
                    Some(relative) => i = relative,
                    None if self.cue_at(i).is_some() && self.is_reduced(i) => {}
                    None => return Vec::new(),
                }
                pending = false;
            } else if g.is(i, small::SUBORDINATOR) {
                return Vec::new();
            } else if g.is_verb_like(i) && !first {
                pending = false;
            } else if g.is_filler(i) || g.is(i, small::DETERMINER | small::POSSESSIVE | small::NEGATIVE) {
            } else if matches!(g.doc.kind(i), TokenKind::Word | TokenKind::Number | TokenKind::Clitic) {
                pending = true;
            } else if g.doc.kind(i) == TokenKind::Quote || g.is_mark(i, &["-"]) {
            } else {
                return Vec::new();
            }
        }
        Vec::new()
    }

    /// The subject of a cue's own verb.
    fn subject_of_cue(&self, cue: usize) -> Vec<usize> {
        let start = self.cues[cue].tokens.start;
        let group = self.group(start);
        if group.passive || self.cues[cue].has(harms::INTRANSITIVE) {
            // Not further: a verb joined to a joined verb is found through its own cue.
            return match self.touching(group.start) {
                Some(p) => self.with_list_before(p),
                None => Vec::new(),
            };
        }
        self.adjacent(start)
    }

    /// The counted phrase nested in `phrase`: "the 367 people" in "300 of the 367 people".
    fn innermost(&self, phrase: usize) -> usize {
        let end = self.phrases[phrase].whole.end;
        (phrase + 1..self.phrases.len().min(phrase + 4)).find(|p| self.phrases[*p].whole.end == end).unwrap_or(phrase)
    }

    /// Whether "who" or "that" at `i` takes up the noun before it, rather than begin what is said.
    fn relates(&self, i: usize) -> bool {
        let g = self.g;
        if !g.is_mark(i, &["that"]) {
            return true;
        }
        let behind =
            g.is(i + 1, small::DETERMINER | small::POSSESSIVE | small::PRONOUN) || self.starting(i + 1).is_some();
        let before = i.checked_sub(1).is_some_and(|b| g.is_say(b) || g.is_verb_like(b) || g.is(b, small::TIME));
        !behind && !before
    }

    /// A mark that can close an aside: a comma, a dash with blanks, a bracket.
    fn is_aside_mark(&self, i: usize) -> bool {
        let g = self.g;
        g.is_mark(i, &[",", "--", "—", "–", ")"]) || g.is_mark(i, &["-"]) && !g.doc.tokens[i].glued
    }

    /// Whether the words behind a phrase only describe it: "12 people aboard", "men armed with".
    fn describes(&self, i: usize) -> bool {
        self.g.is_verb_like(i) || self.g.is(i, small::PREPOSITION | small::ADVERB) || self.cue_at(i).is_some()
    }

    fn is_reduced(&self, i: usize) -> bool {
        self.group(i).start == i
    }

    /// Where the relative clause of the verb at `i` begins: the index of its "who".
    fn relative_before(&self, i: usize, sentence: TokenRange) -> Option<usize> {
        (sentence.start.max(i.saturating_sub(8))..i)
            .rev()
            .take_while(|j| !self.g.is_mark(*j, &[",", ";", ":"]))
            .find(|j| self.g.is(*j, small::RELATIVE) && !self.g.is_mark(*j, &["where", "whose"]))
            .map(|at| if at > sentence.start && self.g.is_mark(at - 1, &[","]) { at - 1 } else { at })
    }

    /// The start of the aside that the mark at `end` closes.
    fn aside_start(&self, end: usize, sentence: TokenRange) -> Option<usize> {
        let close = self.g.doc.folded(end);
        let open: &[&str] = if close == ")" { &["("] } else { std::slice::from_ref(&close) };
        (sentence.start.max(end.saturating_sub(ASIDE))..end)
            .rev()
            .find(|i| self.g.is_mark(*i, open))
            .filter(|start| *start > sentence.start)
            .map(|start| self.parts_comma(start, sentence))
    }

    /// "19 people, including three children, two men, were": the comma where the aside really began.
    fn parts_comma(&self, start: usize, sentence: TokenRange) -> usize {
        let from = sentence.start.max(start.saturating_sub(ASIDE));
        (from..start)
            .rev()
            .find(|i| self.g.is_mark(*i, &["including"]) && i.checked_sub(1).is_some_and(|b| self.g.is_mark(b, &[","])))
            .map_or(start, |i| i - 1)
    }

    /// `last` and the counted phrases listed before it: "three women and two children".
    fn with_list_before(&self, last: usize) -> Vec<usize> {
        let g = self.g;
        let mut list = vec![last];
        let mut start = self.phrases[last].whole.start;
        while list.len() < PARTS {
            let sentence = g.sentence(start);
            let Some(mut link) = start.checked_sub(1).filter(|b| sentence.has(*b)) else { break };
            if !is_list_mark(g, link) {
                break;
            }
            if g.is_mark(link, &["and", "or", "plus"]) && link > sentence.start && g.is_mark(link - 1, &[","]) {
                link -= 1;
            }
            let Some(before) = self.ending(link).or_else(|| self.ending_behind_place(link, sentence)) else { break };
            if !g.starts_clause(self.phrases[before].whole.start) && !self.is_listed(before) {
                break;
            }
            list.push(before);
            start = self.phrases[before].whole.start;
        }
        list.reverse();
        list
    }

    fn is_listed(&self, phrase: usize) -> bool {
        let start = self.phrases[phrase].whole.start;
        start > 0 && is_list_mark(self.g, start - 1)
    }

    /// The phrase before a short prepositional phrase that ends at `link`: "three women from Oru, …".
    fn ending_behind_place(&self, link: usize, sentence: TokenRange) -> Option<usize> {
        let preposition = (sentence.start.max(link.saturating_sub(6))..link)
            .rev()
            .take_while(|i| self.g.is_content(*i) || self.g.is(*i, small::DETERMINER | small::PREPOSITION))
            .find(|i| self.g.is(*i, small::PREPOSITION))?;
        self.ending(preposition)
    }

    /// The counted object of the verb that ends before `at`, and what is listed with it.
    pub(super) fn object(&self, at: usize) -> Vec<usize> {
        let g = self.g;
        let sentence = g.sentence(at.saturating_sub(1));
        let mut i = at;
        if g.is_mark(i, &["and"]) && g.is_verb_like(i + 1) && self.starting(i + 2).is_some() {
            i += 2;
        }
        let from = i;
        while i < sentence.end && i < from + 4 {
            if let Some(p) = self.starting(i) {
                let mut list = vec![p];
                list.extend(self.list_behind(self.phrases[p].whole.end, true));
                return list;
            }
            if !g.is_filler(i) || g.is(i, small::PREPOSITION) {
                break;
            }
            i += 1;
        }
        if !self.object_begins(at) {
            return Vec::new();
        }
        self.list_behind(self.skip_noun(at, sentence), false)
    }

    /// Whether a noun phrase begins at `i`.
    pub(super) fn object_begins(&self, i: usize) -> bool {
        let g = self.g;
        g.sentence(i.saturating_sub(1)).has(i)
            && (self.starting(i).is_some()
                || g.is(i, small::DETERMINER | small::POSSESSIVE)
                || g.is_mark(i, &["him", "them", "himself", "her", "me", "us"])
                || g.is_content(i)
                    && !g.is_filler(i)
                    && self.cue_at(i).is_none_or(|c| self.cues[c].has(harms::PRENOMINAL | harms::NOUN)))
    }

    /// The index after an uncounted noun phrase that begins at `i`.
    fn skip_noun(&self, i: usize, sentence: TokenRange) -> usize {
        let g = self.g;
        (i..sentence.end.min(i + 9))
            .find(|j| {
                !(g.is_content(*j) && (*j == i || !g.is_verb_like(*j))
                    || super::nouns::number_at(g, *j) && self.g.is_mark(j + 1, &["-"])
                    || g.is(*j, small::DETERMINER | small::POSSESSIVE)
                    || g.is_mark(*j, &["year", "month"])
                    || g.doc.kind(*j) == TokenKind::Clitic
                    || g.is_mark(*j, &["-"]))
            })
            .unwrap_or(sentence.end.min(i + 9))
    }

    /// Counted phrases listed from `at` on: "12 people, including 3 children and a woman".
    pub(super) fn list_behind(&self, at: usize, follows_count: bool) -> Vec<usize> {
        let g = self.g;
        let sentence = g.sentence(at.saturating_sub(1));
        let mut list = Vec::new();
        let mut i = at;
        let mut listed_names = 0;
        while i < sentence.end && list.len() < PARTS {
            let mut next = i;
            let mut parts = false;
            while next < sentence.end && next < i + 5 && (is_list_mark(g, next) || self.is_list_filler(next)) {
                parts |= g.is_mark(next, &["including", "among", "--", "—", "–", ":", "("]);
                next += 1;
            }
            if next > i {
                if let Some(p) = self.starting(next) {
                    if !parts && self.begins_clause(p) {
                        break;
                    }
                    if self.phrases[p].counted == Counted::Things && self.phrases[p].harm.is_none() {
                        break;
                    }
                    list.push(p);
                    i = self.phrases[p].whole.end;
                    continue;
                }
                // Someone or something without a number in the list: "killed the mayor, two guards"
                let after = self.skip_noun(next, sentence);
                let goes_on =
                    after > next && (is_list_mark(g, after)) && self.cue_at(next).is_none() && !g.is_say(after - 1);
                if goes_on && listed_names < 4 && (parts || g.is_mark(i, &[",", "and"])) {
                    listed_names += 1;
                    i = after;
                    continue;
                }
                break;
            }
            // A place or other short phrase before the list goes on: "in Sirnak province and six in"
            match self.skip_phrase(i, sentence) {
                Some(after) if follows_count || !list.is_empty() => i = after,
                _ => break,
            }
        }
        list
    }

    fn is_list_filler(&self, i: usize) -> bool {
        self.g.is_mark(
            i,
            &["them", "also", "mostly", "least", "were", "most", "of", "another", "many", "in", "all", "addition"],
        ) && !self.g.is_mark(i, &["of", "in", "were"])
            || self.g.is_mark(i, &["were", "are"]) && self.g.is_mark(i - 1, &["them"])
    }

    /// The index after the prepositional phrase at `i`, if a list can go on behind it.
    fn skip_phrase(&self, i: usize, sentence: TokenRange) -> Option<usize> {
        let g = self.g;
        if !g.is(i, small::PREPOSITION) || is_list_mark(g, i) {
            return None;
        }
        let end = sentence.end.min(i + 9);
        let after = (i + 1..end).find(|j| {
            !(g.is_content(*j)
                || g.is(*j, small::DETERMINER | small::PREPOSITION | small::POSSESSIVE | small::TIME)
                || g.doc.kind(*j) == TokenKind::Clitic
                || g.is_mark(*j, &["-"]))
                || self.cue_at(*j).is_some()
                || is_list_mark(g, *j)
        })?;
        g.is_mark(after, &["and", ",", ";"]).then_some(after)
    }

    /// Whether `phrase` is the subject of a verb behind it, and so no part of a list before it.
    fn begins_clause(&self, phrase: usize) -> bool {
        let g = self.g;
        let phrase = &self.phrases[phrase];
        let mut i = phrase.whole.end;
        let sentence = g.sentence(phrase.whole.start);
        if g.is(i, small::PREPOSITION) {
            i = (i + 1..sentence.end.min(i + 6))
                .find(|j| !(g.is_content(*j) || g.is(*j, small::DETERMINER)) || self.cue_at(*j).is_some())
                .unwrap_or(i);
        }
        while i < sentence.end && g.is_filler(i) {
            i += 1;
        }
        if i >= sentence.end {
            return false;
        }
        g.is(i, small::BE | small::HAVE | small::MODAL | small::DO)
            || self.cue_at(i).is_some()
            || phrase.counted == Counted::People
                && i == phrase.whole.end
                && g.is_content(i)
                && g.doc.folded(i) != "aged"
                && !g.doc.case(i).is_capitalised()
    }
}

/// Words between two parts of a list.
fn is_list_mark(g: &Grammar, i: usize) -> bool {
    g.is_mark(i, &[",", "and", "or", "plus", "including", "--", "—", "–", ":", "(", "&", ";", "among"])
        || g.is_mark(i, &["as"]) && g.is_mark(i + 1, &["well"])
        || g.is_mark(i, &["well"]) && g.is_mark(i.wrapping_sub(1), &["as"])
}

fn is_list_word(g: &Grammar, i: usize) -> bool {
    g.is_mark(i, &["including", "plus"])
}

/// "believed", "feared", "reported": what is said of the harm rather than known.
pub(super) fn is_opinion(g: &Grammar, i: usize) -> bool {
    crate::lexicon::hedges::TABLE.has_tag(g.doc.folded(i), crate::lexicon::hedges::PARTICIPLE)
}
