//! From a verb on to its counted object, and along a list: "12 people, including 3 children".

use super::clause::Clauses;
use super::grammar::Grammar;
use super::phrases::Counted;
use super::subject::is_participle;
use crate::lexicon::{function_words as small, grammar, harms};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// Parts that a list can have.
const PARTS: usize = 12;

impl Clauses<'_, '_> {
    /// The counted object of the verb that ends before `at`, and what is listed with it.
    pub(super) fn object(&self, at: usize) -> Vec<usize> {
        let g = self.g;
        let sentence = g.sentence(at.saturating_sub(1));
        // 'had "neutralised" five men'
        let mut i = at + usize::from(g.doc.kind(at) == TokenKind::Quote && self.starting(at + 1).is_some());
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
        // "detained the master of the launch and two of his crew"
        let mut noun = self.skip_noun(at, sentence);
        if g.is_mark(noun, &["of"]) {
            noun = self.skip_phrase(noun, sentence).unwrap_or(noun);
        }
        let mut list = self.list_behind(noun, false);
        list.retain(|p| self.phrases[*p].counted == Counted::People);
        list
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
                !(g.is_content(*j) && (*j == i || !g.is_verb_like(*j) || g.is(*j - 1, small::DETERMINER))
                    || self.g.is_number(*j) && self.g.is_mark(j + 1, &["-"])
                    || g.is(*j, small::DETERMINER | small::POSSESSIVE)
                    || g.is_mark(*j, &["year", "month"])
                    || g.doc.kind(*j) == TokenKind::Clitic
                    // "mother-in-law"
                    || g.is_mark(*j, &["-"])
                    || g.is_mark(*j - 1, &["-"]) && g.doc.tokens[*j].glued && *j > i)
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
                // "killed 740 children and cholera another 1,100", not "killed 12 and left another eight missing"
                let is_verb = |i| g.is_verb_like(i) || grammar::TABLE.has_tag(g.doc.listed(i), grammar::PAST);
                let names_cause = |i| g.is_mark(i + 1, &["another"]) && g.is_content(i) && !is_verb(i);
                if let Some(p) = self.starting(next + 1).filter(|_| names_cause(next)) {
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

    /// "eight of them children"
    pub(super) fn is_part_of_them(&self, phrase: usize) -> bool {
        let phrase = &self.phrases[phrase];
        let g = self.g;
        let end = phrase.number.end;
        // "seven of them in Oru"
        let somewhere = g.is_mark(end + 2, &["in", "on", "at", "near", "from"]);
        (phrase.counted == Counted::People || phrase.counted == Counted::Nothing && somewhere)
            && g.is_mark(end, &["of"])
            && g.is_mark(end + 1, &["them", "whom", "these", "those"])
    }

    /// Bare counts by place behind a verb: "were killed in Oru, seven in Maru and four in Lind".
    pub(super) fn listed_by_place(&self, at: usize) -> Vec<usize> {
        let sentence = self.g.sentence(at.saturating_sub(1));
        let Some(from) = self.skip_phrase(at, sentence) else { return Vec::new() };
        self.list_behind(from, true)
            .into_iter()
            .take_while(|p| {
                let phrase = &self.phrases[*p];
                phrase.counted == Counted::Nothing
                    && self.g.is_mark(phrase.whole.end, &["in", "at", "near", "from", "on"])
            })
            .collect()
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
                || g.is_mark(*j, &["-"])
                // "a woman of 31"
                || g.doc.kind(*j) == TokenKind::Number && g.is_mark(j - 1, &["of"]))
                || self.cue_at(*j).is_some()
                || is_list_mark(g, *j)
        })?;
        g.is_mark(after, &["and", ",", ";", ":"]).then_some(after)
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
        // "kill 63 in Oru, thousands cut off"
        let alone = i == phrase.whole.end && phrase.counted == Counted::Nothing;
        let participle = alone && (g.is_verb_like(i) && g.doc.folded(i).ends_with("ed") || is_participle(g, i));
        g.is(i, small::BE | small::HAVE | small::MODAL | small::DO)
            || self.cue_at(i).is_some()
            || participle
            || phrase.counted == Counted::People
                && i == phrase.whole.end
                && g.is_content(i)
                && !g.is_mark(i, &["aged", "caught", "trapped", "working", "travelling", "returning"])
                && !g.doc.case(i).is_capitalised()
    }
}

/// Words between two parts of a list.
pub(super) fn is_list_mark(g: &Grammar, i: usize) -> bool {
    g.is_mark(i, &[",", "and", "or", "plus", "including", "--", "—", "–", ":", "(", "&", ";", "among"])
        || g.is_mark(i, &["as"]) && g.is_mark(i + 1, &["well"])
        || g.is_mark(i, &["well"]) && g.is_mark(i.wrapping_sub(1), &["as"])
}
