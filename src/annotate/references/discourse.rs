//! Who has been spoken of in the last few sentences, and whom of them a pronoun takes up.

use super::genders::Genders;
use crate::annotate::entities::Entities;
use crate::annotate::entities::gender::Gender;
use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::{grammar, say_verbs};
use crate::span::{EntityId, TokenRange};
use crate::token::TokenKind;
use crate::wire::EntityKind;
use std::collections::VecDeque;

/// How many sentences back a pronoun's name may stand; names and pronouns between carry on.
const LOOK_BACK: usize = 6;
/// How many sentences before the nearest another may be taken for meant.
const RIVAL: usize = 2;
/// How many are remembered.
const MOST: usize = 64;
/// Longest apposition between a name and its verb, in tokens.
const APPOSITION: usize = 14;

/// Someone spoken of.
pub(super) struct Candidate {
    pub(super) tokens: TokenRange,
    pub(super) sentence: usize,
    pub(super) kind: EntityKind,
    /// Nobody, where no name is known.
    pub(super) entity: Option<EntityId>,
    /// What a noun tells: "a woman".
    pub(super) gender: Option<Gender>,
    /// Whether a verb follows.
    pub(super) acts: bool,
    /// Whether they say what stands in or beside this sentence.
    pub(super) speaks: bool,
}

/// How a pronoun stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Subject,
    Object,
    Possessive,
    Relative,
}

/// Whom a pronoun asks for.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// A person who is he or she; else a body or place.
    pub(super) gender: Option<Gender>,
    pub(super) case: Case,
    pub(super) speaks: bool,
}

/// Whom a pronoun takes up.
enum Chosen {
    One(EntityId),
    /// Several, or somebody without a name.
    Unclear,
    /// No one fits.
    Nobody,
}

impl Chosen {
    fn of(candidate: &Candidate) -> Chosen {
        candidate.entity.map_or(Chosen::Unclear, Chosen::One)
    }

    fn entity(self) -> Option<EntityId> {
        match self {
            Chosen::One(entity) => Some(entity),
            Chosen::Unclear | Chosen::Nobody => None,
        }
    }
}

/// The last few spoken of.
#[derive(Default)]
pub(super) struct Discourse {
    recent: VecDeque<Candidate>,
}

impl Discourse {
    pub(super) fn push(&mut self, candidate: Candidate) {
        if self.recent.len() == MOST {
            self.recent.pop_front();
        }
        self.recent.push_back(candidate);
    }

    /// The gender of whom was pushed last.
    pub(super) fn tell(&mut self, gender: Option<Gender>) {
        if let Some(last) = self.recent.back_mut() {
            last.gender = gender;
        }
    }

    /// From the last one back.
    pub(super) fn back(&self) -> impl Iterator<Item = &Candidate> {
        self.recent.iter().rev()
    }

    /// Whom the pronoun at token `i` takes up.
    pub(super) fn choose(
        &self,
        doc: &Document,
        entities: &Entities,
        genders: &Genders,
        i: usize,
        wanted: Wanted,
    ) -> Option<EntityId> {
        let of_kind = |candidate: &&Candidate| {
            let kind = candidate.entity.map_or(candidate.kind, |entity| entities.get(entity).kind);
            match wanted.gender {
                Some(_) => kind == EntityKind::Person,
                None => matches!(kind, EntityKind::Organization | EntityKind::Place),
            }
        };
        let fits = |candidate: &&Candidate| {
            let known = candidate.entity.map_or(candidate.gender, |entity| genders.get(entity));
            of_kind(candidate) && (wanted.gender.is_none() || known.is_none_or(|known| Some(known) == wanted.gender))
        };
        // Given names mislead: where nobody's fits, who spoke last is meant.
        let misnamed = |candidate: &&Candidate| {
            of_kind(candidate) && candidate.entity.is_none_or(|entity| !genders.is_told(entity))
        };
        match self.nearest(doc, i, wanted, genders, fits) {
            Chosen::Nobody if wanted.speaks => self.nearest(doc, i, wanted, genders, misnamed).entity(),
            first => first.entity(),
        }
    }

    /// Whom of those who fit the pronoun at token `i` takes up.
    fn nearest(
        &self,
        doc: &Document,
        i: usize,
        wanted: Wanted,
        genders: &Genders,
        fits: impl Fn(&&Candidate) -> bool,
    ) -> Chosen {
        let here = doc.sentence_at(i).index();
        // "Asked whether Lopez would go, he said" is not Lopez.
        let asked_about = |candidate: &Candidate| {
            wanted.case == Case::Subject && candidate.sentence == here && is_asked_about(doc, candidate.tokens, i)
        };
        let fits = |candidate: &&Candidate| fits(candidate) && !asked_about(candidate);
        let is_known = |candidate: &Candidate| candidate.entity.is_some_and(|entity| genders.get(entity).is_some());
        let known = self.back().filter(&fits).find(|candidate| is_known(candidate));
        let mut back = self.back().filter(&fits).peekable();
        while let Some(sentence) = back.peek().map(|candidate| candidate.sentence) {
            if sentence + LOOK_BACK < here {
                return Chosen::Nobody;
            }
            let mut group = Vec::new();
            while let Some(candidate) = back.next_if(|candidate| candidate.sentence == sentence) {
                group.push(candidate);
            }
            group.reverse();
            if sentence == here && wanted.case == Case::Subject {
                // "In a statement signed by Lopez, he said" is not Lopez.
                group.retain(|candidate| candidate.acts || !in_front(doc, candidate.tokens, i));
            }
            if sentence == here && wanted.case == Case::Object {
                // "Lopez thanked him" is not Lopez.
                group.retain(|candidate| !candidate.acts || !same_clause(doc, candidate.tokens.end, i));
            }
            if group.is_empty() {
                continue;
            }
            let Some(found) = best(&group, sentence == here, wanted) else { return Chosen::Unclear };
            // "His son, Jameel Soomro, said he": the son or the father.
            if sentence == here && wanted.case == Case::Subject && is_owned(doc, found.tokens, wanted.gender) {
                return Chosen::Unclear;
            }
            // Where nothing tells whether the nearest is he or she, but of somebody before it is known: only who
            // speaks or acts takes the word from them.
            let unsure = wanted.gender.is_some() && found.entity.is_some() && !is_known(found);
            let near = |rival: &&Candidate| rival.sentence + RIVAL >= found.sentence && rival.entity != found.entity;
            let rival = known.filter(|_| unsure).filter(near);
            // "She …, and her brother Zaw …. Abebe told reporters. He": who acted right before, and alone.
            // "Restrepo said he would appeal": who acts in the same sentence, and nobody else of it.
            let near = match wanted.case {
                Case::Subject => found.sentence + 1 >= here,
                Case::Possessive => found.sentence == here || found.sentence + 1 == here && begins(doc, i),
                Case::Object | Case::Relative => false,
            };
            let apart = |known: &Candidate| {
                let between = || known.tokens.end..found.tokens.start;
                known.sentence < found.sentence || between().any(|i| doc.folded(i) == ";")
            };
            let fresh = found.acts && near && rival.is_some_and(apart);
            return match rival {
                Some(known) if !(found.acts || found.speaks) => Chosen::of(known),
                Some(_) if !wanted.speaks && !fresh => Chosen::Unclear,
                _ => Chosen::of(found),
            };
        }
        Chosen::Nobody
    }
}

/// Whether token `i` is the first of its sentence: "His rival".
fn begins(doc: &Document, i: usize) -> bool {
    doc.sentence(doc.sentence_at(i)).tokens.start == i
}

/// Who of one sentence is meant, if it is plain.
fn best<'c>(group: &[&'c Candidate], same_sentence: bool, wanted: Wanted) -> Option<&'c Candidate> {
    let speaker = group.iter().rev().find(|c| c.speaks).copied();
    let acting: Vec<&Candidate> = group.iter().filter(|c| c.acts || c.speaks).copied().collect();
    if wanted.speaks {
        return speaker.or_else(|| acting.first().copied()).or_else(|| group.first().copied());
    }
    let one = |group: &[&'c Candidate]| {
        let (first, rest) = group.split_first()?;
        let same = |other: &&&Candidate| other.entity == first.entity && first.entity.is_some();
        (rest.iter().filter(same).count() == rest.len()).then_some(*first)
    };
    if acting.is_empty() {
        return one(group);
    }
    one(&acting).or_else(|| match (same_sentence, wanted.case) {
        (false, _) => speaker.or(acting.first().copied()),
        (true, Case::Possessive) => acting.last().copied(),
        (true, _) => None,
    })
}

/// Whether a phrase with "his" or "her", of the gender wanted, says who the name at `tokens` is: "his lawyer, Ana Reyes".
fn is_owned(doc: &Document, tokens: TokenRange, gender: Option<Gender>) -> bool {
    const LONGEST: usize = 5;
    let word = match gender {
        Some(Gender::Male) => "his",
        Some(Gender::Female) => "her",
        None => return false,
    };
    let first = doc.sentence(doc.sentence_at(tokens.start)).tokens.start.max(tokens.start.saturating_sub(LONGEST));
    let apposed = tokens.start > first && doc.folded(tokens.start - 1) == ",";
    apposed
        && (first..tokens.start - 1)
            .rev()
            .take_while(|i| doc.kind(*i) == TokenKind::Word)
            .any(|i| doc.folded(i) == word)
}

/// Whether the words at `tokens` stand in a phrase before the clause of the pronoun at `i`: between the preposition
/// that its sentence begins with and the comma that the pronoun stands behind.
fn in_front(doc: &Document, tokens: TokenRange, i: usize) -> bool {
    let first = doc.sentence(doc.sentence_at(i)).tokens.start;
    let opens = phrases::is(doc, first, grammar::PREPOSITION) && !phrases::is(doc, first, grammar::SUBORDINATOR);
    opens && doc.folded(i - 1) == "," && tokens.end < i && i - first <= APPOSITION && doc.folded(first) != "for"
}

/// Whether the words at `tokens` stand in the question that the sentence of the pronoun at `i` begins with: "Asked if
/// …, he", "When asked about …, he".
fn is_asked_about(doc: &Document, tokens: TokenRange, i: usize) -> bool {
    let first = doc.sentence(doc.sentence_at(i)).tokens.start;
    let asked = (first..first + 3).any(|i| matches!(doc.folded(i), "asked" | "questioned" | "pressed" | "quizzed"));
    let comma = (tokens.end..i).any(|i| doc.folded(i) == ",");
    asked && comma && tokens.start > first && !(first..tokens.start).any(|i| doc.folded(i) == ",")
}

/// Whether nothing between the two tokens begins another clause.
fn same_clause(doc: &Document, from: usize, to: usize) -> bool {
    !(from..to).any(|i| {
        doc.kind(i) == TokenKind::Punct
            || phrases::is(doc, i, grammar::SUBORDINATOR | grammar::RELATIVE)
            || say_verbs::TABLE.has_word(doc.listed(i))
            || doc.folded(i) == "to"
    })
}

/// Whether the words at `tokens` are the subject of a verb: it follows them, or an apposition between.
pub(super) fn acts(doc: &Document, tokens: TokenRange) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |i| doc.folded(i));
    if matches!(before, "of" | "with" | "to" | "by" | "from" | "for" | "against" | "between" | "near" | "than") {
        return false;
    }
    let end = doc.sentence(doc.sentence_at(tokens.start)).tokens.end;
    let close = |open: usize, mark: &str| (open + 1..end.min(open + APPOSITION)).find(|i| doc.folded(*i) == mark);
    let verb_at = |mut at: usize| {
        while at < end && phrases::is_adverb(doc, at) {
            at += 1;
        }
        at < end && is_verb(doc, at, at == tokens.end)
    };
    let mut at = tokens.end;
    if doc.folded(at) == "(" {
        at = close(at, ")").map_or(end, |close| close + 1);
    }
    // "Ubaidan of the Azm Alliance won".
    if matches!(doc.folded(at), "of" | "from") {
        let name = at + 1 + usize::from(doc.folded(at + 1) == "the");
        at = (name..end.min(name + APPOSITION)).find(|i| !doc.case(*i).is_capitalised()).unwrap_or(end);
    }
    if doc.folded(at) != "," {
        return verb_at(at);
    }
    // "Lopez, the mayor, said", "Lopez, 58, of Arda, said", and "the mayor, Ana Lopez, said".
    (0..3).any(|_| {
        let acts = doc.folded(at) == "," && verb_at(at + 1);
        at = close(at, ",").unwrap_or(end);
        acts
    })
}

/// Whether the name at token `start` says who it is that something was done by: "sworn in by a retired judge, Justice
/// Gbor, described".
pub(super) fn is_apposed_to_object(doc: &Document, start: usize) -> bool {
    const TITLE: usize = 3;
    const PHRASE: usize = 6;
    let first = doc.sentence(doc.sentence_at(start)).tokens.start;
    let floor = first.max(start.saturating_sub(TITLE));
    let comma = (floor..start).rev().take_while(|i| doc.folded(*i) == "," || doc.case(*i).is_capitalised());
    let Some(comma) = comma.filter(|i| doc.folded(*i) == ",").last() else { return false };
    let phrase = (first.max(comma.saturating_sub(PHRASE))..comma).rev().take_while(|i| doc.kind(*i) == TokenKind::Word);
    phrase.take_while(|i| !phrases::is_verbish(doc, *i)).any(|i| doc.folded(i) == "by")
}

/// Whether token `i` looks like a verb; right `behind` a name also one of the present.
fn is_verb(doc: &Document, i: usize, behind: bool) -> bool {
    let word = doc.folded(i);
    let lower = !doc.case(i).is_capitalised() && doc.kind(i) == TokenKind::Word && !doc.tokens[i].glued;
    phrases::is_verbish(doc, i)
        || say_verbs::TABLE.has_word(doc.listed(i))
        || behind && lower && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
}
