//! Rules over capitalised sequences and listed names.

use super::Name;
use crate::annotate::dates::Date;
use crate::document::{BlockRole, Document};
use crate::layer::Layer;
use crate::lexicon;
use crate::span::TokenRange;
use crate::tagger::Clues;
use crate::tagger::clues::{self, Known, What};
use crate::token::{Case, TokenKind};
use crate::wire::EntityKind;
use std::collections::HashSet;

/// Small words that stand within a person's name.
const PARTICLES: [&str; 20] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn",
    "al", "el", "ul",
];

pub(super) fn find(doc: &Document, dates: &Layer<Date>, clues: &Clues) -> Vec<Name> {
    let mut is_date = vec![false; doc.tokens.len()];
    for date in dates {
        is_date[doc.tokens_in(date.span).iter()].fill(true);
    }
    let mut finder = Finder { doc, clues, is_date, names: Vec::new() };
    for block in &doc.blocks {
        if block.role == BlockRole::Link {
            continue;
        }
        for sentence in &doc.sentences[block.sentences.0..block.sentences.1] {
            finder.sentence(sentence.tokens);
        }
    }
    finder.surnames();
    finder.names
}

struct Finder<'a, 't> {
    doc: &'a Document<'t>,
    clues: &'a Clues,
    is_date: Vec<bool>,
    names: Vec<Name>,
}

impl Finder<'_, '_> {
    fn push(&mut self, start: usize, end: usize, kind: EntityKind, role: Option<TokenRange>, rule: &'static str) {
        let tokens = TokenRange::new(start, end);
        self.names.push(Name { tokens, span: self.doc.span_of(tokens), kind, role, rule });
    }

    fn sentence(&mut self, tokens: TokenRange) {
        let shouting = capitalises_all(self.doc, tokens);
        let mut at = tokens.start;
        while at < tokens.end {
            at = self.name(at, tokens, shouting).max(at + 1);
        }
    }

    /// Reads the name at `at`, if there is one; the index to go on from.
    fn name(&mut self, at: usize, sentence: TokenRange, shouting: bool) -> usize {
        let (doc, clues) = (self.doc, self.clues);
        if doc.kind(at) != TokenKind::Word || self.is_date[at] {
            return at;
        }
        let known = clues.known_at(at);
        if let Some(known) = known {
            if let Some(end) = body_after(doc, clues, known, sentence.end) {
                self.push(at, end, EntityKind::Organization, None, "names/state-body");
                return end;
            }
        }
        if !doc.case(at).is_capitalised() {
            return known.map_or(at, |known| self.known(known));
        }
        // Title, and a person behind it.
        let from = known.filter(|k| is_group_or_place(*k)).map_or(at, |k| k.tokens.end);
        if let Some(to) = title_end(clues, from, sentence.end) {
            let end = self.person_end(to, sentence.end);
            if end > to {
                if let Some(known) = known.filter(|_| from > at) {
                    self.known(known);
                }
                let honorific = clues.has(from, clues::HONORIFIC) && !clues.has(to - 1, clues::ROLE);
                let role = (!honorific).then(|| TokenRange::new(at, to));
                self.push(to, end, EntityKind::Person, role, "names/title");
                return end;
            }
        }
        let end = self.sequence_end(at, sentence.end);
        if let Some(known) = known {
            if known.tokens.end >= end || shouting || is_group_or_place(known) && !self.goes_on(known, end) {
                return self.known(known);
            }
        }
        if shouting || title_end(clues, at, sentence.end).is_some() {
            return at;
        }
        if self.begins_sentence(at, sentence) && self.is_plain_word(at) {
            return at;
        }
        self.sequence(at, end, sentence)
    }

    fn known(&mut self, known: Known) -> usize {
        let kind = match known.what {
            What::Country | What::Capital | What::Region | What::City | What::Government => EntityKind::Place,
            What::Demonym | What::Group => EntityKind::Group,
            What::Organization => EntityKind::Organization,
        };
        self.push(known.tokens.start, known.tokens.end, kind, None, "names/listed");
        known.tokens.end
    }

    /// Whether a listed name is only the beginning of a longer one: Kenya Airways.
    fn goes_on(&self, known: Known, end: usize) -> bool {
        let last = self.clues.at(end - 1);
        last & (clues::ORG_HEAD | clues::FACILITY | clues::LEGAL | clues::TEAM | clues::PLACE_END | clues::UNIT) != 0
            && known.tokens.end < end
    }

    /// The end of the capitalised sequence that begins at `at`.
    fn sequence_end(&self, at: usize, limit: usize) -> usize {
        let (doc, clues) = (self.doc, self.clues);
        let is_name_word =
            |i: usize| i < limit && doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised() && !self.is_date[i];
        let mut end = at + 1;
        while end < limit {
            if is_name_word(end) {
                end += 1;
            } else if doc.folded(end) == "-"
                && doc.tokens[end].glued
                && is_name_word(end + 1)
                && doc.tokens[end + 1].glued
            {
                end += 2;
            } else if doc.folded(end) == "of" && clues.has(end - 1, clues::OF) && is_name_word(end + 1) {
                end += 2;
            } else if doc.folded(end) == "of"
                && clues.has(end - 1, clues::OF)
                && doc.folded(end + 1) == "the"
                && is_name_word(end + 2)
            {
                end += 3;
            } else if PARTICLES.contains(&doc.folded(end)) && is_name_word(end + 1) {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// The end of the person's name that begins at `at`; `at` where there is none.
    fn person_end(&self, at: usize, limit: usize) -> usize {
        let is_name_word = |i: usize| {
            i < limit
                && self.doc.kind(i) == TokenKind::Word
                && self.doc.case(i).is_capitalised()
                && !self.is_date[i]
                && !self.clues.has(i, clues::ORG_BODY | clues::LEGAL)
        };
        if !is_name_word(at) || self.clues.has(at, clues::COUNTRY | clues::ORGANIZATION) {
            return at;
        }
        let mut end = at + 1;
        while end < limit && end < at + 7 {
            if is_name_word(end) {
                end += 1;
            } else if (PARTICLES.contains(&self.doc.folded(end)) || self.doc.folded(end) == "-")
                && is_name_word(end + 1)
            {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    fn begins_sentence(&self, at: usize, sentence: TokenRange) -> bool {
        at == sentence.start || matches!(self.doc.kind(at - 1), TokenKind::Quote) || self.doc.folded(at - 1) == ":"
    }

    fn is_plain_word(&self, at: usize) -> bool {
        self.clues.has(at, clues::COMMON) || lexicon::sentence_starters::TABLE.has_word(self.doc.folded(at))
    }

    /// Judges a capitalised sequence by its words and its neighbours.
    fn sequence(&mut self, mut at: usize, end: usize, sentence: TokenRange) -> usize {
        let (doc, clues) = (self.doc, self.clues);
        while at < end && lexicon::sentence_starters::TABLE.has_word(doc.folded(at)) {
            at += 1;
        }
        if at >= end {
            return end;
        }
        let last = clues.at(end - 1);
        let any = |bits| (at..end).any(|i| clues.has(i, bits));
        let words = end - at;
        let after = doc.folded(end);
        let title_before = at > sentence.start && clues.has(at - 1, clues::TITLE_END);
        let acronym = words == 1 && doc.case(at) == Case::Upper && (2..=6).contains(&doc.word(at).len());
        let (kind, rule) = if last & clues::LEGAL != 0 && words > 1 {
            (EntityKind::Organization, "names/company")
        } else if words > 1 && (last & clues::ORG_HEAD != 0 || any(clues::ORG_HEAD) && any(clues::OF)) {
            (EntityKind::Organization, "names/organization-word")
        } else if words > 1 && last & clues::FACILITY != 0 {
            (EntityKind::Facility, "names/facility-word")
        } else if words > 1 && last & (clues::PLACE_END | clues::UNIT) != 0 {
            (EntityKind::Place, "names/place-word")
        } else if words > 1 && (title_before || clues.has(at, clues::GIVEN) || last & clues::SURNAME != 0) {
            (EntityKind::Person, "names/given-name")
        } else if words == 1 && title_before {
            (EntityKind::Person, "names/title")
        } else if words > 1 && clues.has(at, clues::COMPASS | clues::PLACE_START) {
            (EntityKind::Place, "names/place-word")
        } else if words == 1 && (last & clues::UNIT == 0) && clues.has(end, clues::UNIT | clues::PLACE_END) {
            (EntityKind::Place, "names/place-word")
        } else if acronym {
            (EntityKind::Organization, "names/acronym")
        } else if words > 1 && (after == "," || after == "said" || after == "'s") {
            (EntityKind::Person, "names/sequence")
        } else if words == 1 && last & (clues::GIVEN | clues::SURNAME) != 0 && !self.begins_sentence(at, sentence) {
            (EntityKind::Person, "names/person-list")
        } else if at > sentence.start && matches!(doc.folded(at - 1), "in" | "near" | "from" | "at") && words <= 2 {
            (EntityKind::Place, "names/preposition")
        } else {
            return end;
        };
        self.push(at, end, kind, None, rule);
        end
    }

    /// Marks surnames of persons named in full elsewhere, and corrects what stands for them.
    fn surnames(&mut self) {
        let doc = self.doc;
        let mut surnames: HashSet<String> = HashSet::new();
        for name in self.names.iter().filter(|n| n.kind == EntityKind::Person && n.tokens.len() > 1) {
            surnames.insert(doc.folded(name.tokens.end - 1).to_string());
        }
        let mut taken = vec![false; doc.tokens.len()];
        for name in &mut self.names {
            taken[name.tokens.iter()].fill(true);
            if name.tokens.len() == 1
                && matches!(name.rule, "names/listed" | "names/acronym" | "names/preposition")
                && name.kind == EntityKind::Place
                && surnames.contains(doc.folded(name.tokens.start))
                && !self.clues.has(name.tokens.start, clues::COUNTRY | clues::CAPITAL)
            {
                name.kind = EntityKind::Person;
                name.rule = "names/surname";
            }
        }
        for (i, taken) in taken.iter().enumerate() {
            if !taken
                && doc.kind(i) == TokenKind::Word
                && doc.case(i).is_capitalised()
                && !self.is_date[i]
                && surnames.contains(doc.folded(i))
                && !self.clues.has(i, clues::COMMON)
            {
                self.push(i, i + 1, EntityKind::Person, None, "names/surname");
            }
        }
    }
}

fn is_group_or_place(known: Known) -> bool {
    known.what != What::Organization
}

/// The end of the title that begins at `at`, longest first; also several in a row.
fn title_end(clues: &Clues, at: usize, limit: usize) -> Option<usize> {
    let is_title = |i: usize| i < limit && clues.has(i, clues::HONORIFIC | clues::ROLE | clues::RELATION);
    let mut end = at;
    while is_title(end) && end < at + 8 {
        end += 1;
    }
    while end > at && !clues.has(end - 1, clues::TITLE_END) {
        end -= 1;
    }
    (end > at).then_some(end)
}

/// The end of the body of a state that `known` begins: Azeri | defence ministry.
fn body_after(doc: &Document, clues: &Clues, known: Known, limit: usize) -> Option<usize> {
    if !is_group_or_place(known) {
        return None;
    }
    let start = known.tokens.end;
    let mut end = start;
    while end < limit && end < start + 5 && clues.has(end, clues::ORG_BODY) && !doc.tokens[end].glued {
        end += 1;
    }
    (end > start).then_some(end)
}

/// Whether a headline capitalises nearly every word, so that capitals say nothing.
fn capitalises_all(doc: &Document, tokens: TokenRange) -> bool {
    let words = tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word && doc.word(*i).chars().count() > 3);
    let (mut capitalised, mut all) = (0, 0);
    for i in words {
        all += 1;
        capitalised += usize::from(doc.case(i).is_capitalised());
    }
    all >= 4 && capitalised * 10 >= all * 8
}
