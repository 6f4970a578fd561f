//! From a verb back to its counted subject: over prepositional phrases, participles, asides and
//! relative clauses, to the phrase and what is listed before it.

use super::clause::Clauses;
use super::grammar::Grammar;
use super::lists::is_list_mark;
use crate::lexicon::{function_words as small, harms};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// Words that a walk looks at before it gives up.
const REACH: usize = 45;
/// Words that a parenthesis between commas can have.
const ASIDE: usize = 28;
/// Parts that a list can have.
const PARTS: usize = 12;

/// How far behind its "who" the object of a relative clause can stand, in tokens.
const OBJECT: usize = 6;

impl Clauses<'_, '_> {
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
        // "were trapped and presumed dead": the participles share their auxiliary.
        let mut coordinated = false;
        // "and then taken into custody": fillers are passed over.
        let mut fresh = true;
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
            if let Some(start) = self.age_start(i, sentence) {
                (i, pending) = (start, false);
                continue;
            }
            i -= 1;
            let first = fresh;
            fresh &= g.is_filler(i);
            if g.is(i, small::CONDITIONAL) {
                return Vec::new();
            }
            if g.is(i, small::RELATIVE) && !g.is_mark(i, &["where", "whose"]) {
                let noun = if i > sentence.start && g.is_mark(i - 1, &[","]) { i - 1 } else { i };
                let named = noun > sentence.start
                    && !pending
                    && g.doc.case(noun - 1).is_capitalised()
                    && g.person(noun - 1).is_none()
                    && self.ending(noun).is_none();
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
                    // "Eleven men who had set sail from Oru, died"
                    None if first && g.is_mark(i, &[","]) => {}
                    None => return Vec::new(),
                }
            } else if g.is_mark(i, &["as", "after", "before", "since", "until"]) && pending {
                return Vec::new();
            } else if g.is(i, small::PREPOSITION) {
                pending = false;
            } else if g.is(i, small::CONJUNCTION) && g.is_mark(i, &["and", "or", "but"]) {
                if let (false, Some(cue)) = (pending, i.checked_sub(1).and_then(|b| self.cue_at(b))) {
                    // "were kidnapped and later killed"
                    return self.subject_of_cue(cue);
                }
                coordinated =
                    first && g.is_mark(i, &["and", "or"]) && (i.saturating_sub(3)..i).any(|j| g.is_verb_like(j));
                joined = pending;
                listed |= pending;
                pending = false;
                if !joined && !first {
                    return Vec::new();
                }
            } else if g.is_mark(i, &["him", "her", "them"])
                && !self.is_owned(i + 1)
                && (i.saturating_sub(OBJECT)..i).any(|j| g.is(j, small::RELATIVE) && self.ending(j).is_some())
            {
                // "two men who tried to help her were wounded"
                pending = true;
            } else if g.is(i, small::PRONOUN) && !(g.is(i, small::POSSESSIVE) && self.is_owned(i + 1)) {
                return Vec::new();
            } else if g.is(i, small::BE | small::HAVE | small::MODAL | small::DO) && !self.owns(i)
                || self.cue_at(i).is_some_and(|c| !self.cues[c].has(harms::NOUN))
            {
                if joined {
                    return Vec::new();
                }
                match self.relative_before(i, sentence) {
                    Some(relative) => i = relative,
                    None if coordinated && g.is(i, small::BE | small::HAVE) => {
                        coordinated &= g.is(i.saturating_sub(1), small::BE | small::HAVE);
                    }
                    None if self.cue_at(i).is_some() && self.is_reduced(i) => {}
                    None => return Vec::new(),
                }
                pending = false;
            } else if g.is(i, small::SUBORDINATOR) {
                return Vec::new();
            } else if i > sentence.start && self.ending(i - 1).is_some() && g.is_told(i) {
                // "four men it said had been arrested"
                (i, pending, after_relative) = (i - 1, false, true);
            } else if (g.is_verb_like(i) || is_participle(g, i)) && !first {
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

    /// Whether the "'s" at `i` is an owner's: "in Ghana's northern district", not "he's hurt".
    fn owns(&self, i: usize) -> bool {
        let g = self.g;
        g.doc.kind(i) == TokenKind::Clitic
            && g.is_mark(i, &["'s"])
            && g.is_content(i + 1)
            && !g.is_verb_like(i + 1)
            && self.cue_at(i + 1).is_none()
    }

    /// Whether what begins at `i` can be owned: "her 20s", "her late forties".
    fn is_owned(&self, i: usize) -> bool {
        self.g.is_content(i) || self.g.doc.kind(i) == TokenKind::Number || self.g.is_mark(i, &["late", "early", "mid"])
    }

    /// Where the age that ends at `end` begins: "between 20 and 30 years old".
    fn age_start(&self, end: usize, sentence: TokenRange) -> Option<usize> {
        let g = self.g;
        let old = end.checked_sub(2)?;
        if !(g.is_mark(old + 1, &["old"]) && g.is_mark(old, &["year", "years", "month", "months"])) {
            return None;
        }
        (sentence.start.max(old.saturating_sub(6))..old)
            .rev()
            .take_while(|i| {
                g.is_number(*i) || g.is_mark(*i, &["and", "to", "-", "\u{2013}", "or", "between", "from", "aged"])
            })
            .last()
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
        let g = self.g;
        g.is_verb_like(i)
            || is_participle(g, i)
            || g.is(i, small::PREPOSITION | small::ADVERB)
            || self.cue_at(i).is_some()
    }

    fn is_reduced(&self, i: usize) -> bool {
        self.group(i).start == i
    }

    /// Where the relative clause of the verb at `i` begins: the index of its "who".
    fn relative_before(&self, i: usize, sentence: TokenRange) -> Option<usize> {
        (sentence.start.max(i.saturating_sub(8))..i)
            .rev()
            .take_while(|j| !self.g.is_mark(*j, &[",", ";", ":"]))
            .find(|j| {
                self.g.is(*j, small::RELATIVE) && !self.g.is_mark(*j, &["where", "whose"])
                    // "the three they had tried to save"
                    || self.g.is_mark(*j, &["they", "he", "she", "we"]) && self.ending(*j).is_some()
            })
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
            if g.is_mark(link, &[";"]) {
                break;
            }
            let Some(before) = self.ending(link).or_else(|| self.ending_behind_place(link, sentence)) else { break };
            let start_before = self.phrases[before].whole.start;
            // "found a woman and her two children dead"
            let led = start_before
                .checked_sub(1)
                .is_some_and(|b| g.is_mark(b, &["found", "find", "left", "leave", "leaves", "leaving", "with", "saw"]));
            if !g.starts_clause(start_before) && !self.is_listed(before) && !led {
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
            .take_while(|i| {
                // "a man in his 60s and a boy"
                let age = self.g.doc.kind(*i) == TokenKind::Number && self.g.doc.folded(*i).ends_with("0s");
                age || self.g.is_content(*i)
                    || self.g.is(*i, small::DETERMINER | small::PREPOSITION | small::POSSESSIVE)
            })
            .find(|i| self.g.is(*i, small::PREPOSITION))?;
        // "41 as missing and seven as dead"
        if (preposition..link).any(|i| self.cue_at(i).is_some()) {
            return None;
        }
        // "14 volunteers fighting alongside the army and four soldiers"
        let participle = preposition.checked_sub(1).filter(|b| self.g.is_verb_like(*b));
        self.ending(preposition).or_else(|| self.ending(participle?))
    }
}

/// "two civilians caught in the crossfire": participles that do not end in "ed".
pub(super) fn is_participle(g: &Grammar, i: usize) -> bool {
    g.is_mark(i, &["caught", "stuck", "born", "hit", "struck", "sent", "known", "seen", "cut"])
}

fn is_list_word(g: &Grammar, i: usize) -> bool {
    g.is_mark(i, &["including", "plus"])
}
