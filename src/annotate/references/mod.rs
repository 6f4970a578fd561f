//! References: whom pronouns and descriptions take up.
//!
//! Marks: "he", "her" and "who" as the person they stand for; "the minister" as the last person named with that
//! office; "it" where it speaks. All are `inferred`.
//! Does not mark: pronouns within quotation marks, where somebody else speaks; "they"; anything where two people
//! fit equally or where somebody without a name stands nearer: a wrong link is worse than none.
//!
//! How, in one pass over the text: whoever is named, described or taken up is remembered for a few sentences, with
//! whether a verb follows and whether they speak ([`discourse`]). A pronoun takes the one who fits: in its own
//! sentence, else in the nearest before it; he who speaks or acts goes before him who is only spoken of.
//! Phrases for people without a name ([`people`]) either say an office or hide those before them.
//! Known misses: "they"; names that follow their pronoun; "the former … the latter".
//! Data: `grammar.tsv`, `person-nouns.tsv`, `titles.tsv`, `gender-words.tsv`, `given-genders.tsv`.
//! Follows Hobbs' preference for subjects, as the pronoun sieve of Lee et al. (2013) does.

mod bodies;
mod discourse;
mod genders;
mod people;

use super::entities::gender::{self, Gender};
use super::entities::{Entities, Mention};
use super::quotes::{Quote, phrases};
use crate::document::{BlockRole, Document};
use crate::layer::Layer;
use crate::lexicon::{grammar, number_words};
use crate::span::{EntityId, Span, TokenRange};
use crate::wire::{Certainty, EntityKind, MentionForm, QuoteKind};
use discourse::{Candidate, Discourse, Wanted};
use genders::Genders;

/// Finds the pronouns and descriptions of `doc` that stand for one of `entities`.
pub fn find(doc: &Document, entities: &Entities, quotes: &Layer<Quote>) -> Layer<Mention> {
    let mut reader = Reader::new(doc, entities, quotes);
    for i in 0..doc.tokens.len() {
        reader.read(i);
    }
    Layer::new(reader.found)
}

/// How far behind a phrase the name begins that it stands at, in tokens: over a comma and a title.
const APPOSED: usize = 3;

/// Reads the text once, in order.
struct Reader<'a, 't> {
    doc: &'a Document<'t>,
    entities: &'a Entities,
    /// Quotes in marks: who is named within them is not who speaks next.
    marked: Ahead,
    /// The words before and behind quotes that say who speaks.
    speaking: Ahead,
    genders: Genders,
    discourse: Discourse,
    /// The next mention.
    next: usize,
    /// Up to here the tokens are read.
    free: usize,
    /// Up to here a name speaks, as the phrase before it does: "his counsel, Ana Reyes, said".
    apposed: usize,
    found: Vec<Mention>,
}

impl<'a, 't> Reader<'a, 't> {
    fn new(doc: &'a Document<'t>, entities: &'a Entities, quotes: &Layer<Quote>) -> Self {
        let is_marked = |quote: &&Quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed);
        let subjects = quotes.iter().filter(|quote| quote.kind != QuoteKind::Term).filter_map(|quote| quote.subject);
        Reader {
            doc,
            entities,
            marked: Ahead::new(quotes.iter().filter(is_marked).map(|quote| doc.tokens_in(quote.span)).collect()),
            speaking: Ahead::new(subjects.collect()),
            genders: Genders::of(doc, entities),
            discourse: Discourse::default(),
            next: 0,
            free: 0,
            apposed: 0,
            found: Vec::new(),
        }
    }

    fn read(&mut self, i: usize) {
        let named = self.mention(i);
        if named.is_none() && !may_refer(self.doc, i) {
            return;
        }
        let marked = self.marked.has(i);
        let speaks = self.speaking.has(i) || i < self.apposed;
        // Who wrote the article or took the picture is not in it.
        let aside = matches!(
            self.doc.block(self.doc.block_at(i)).role,
            BlockRole::Byline | BlockRole::Credit | BlockRole::Link
        );
        if marked || aside || i < self.free {
            return;
        }
        if let Some(mention) = named {
            self.free = mention.tokens.end;
            self.remember(mention.tokens, mention.kind, mention.entity, speaks);
        } else if let Some(wanted) = self.pronoun(i, speaks) {
            self.take_up(i, wanted, speaks);
        } else if let Some(phrase) = people::phrase(self.doc, i, speaks || self.speaking.has(i + 1)) {
            let speaks = speaks || self.speaking.has(phrase.start);
            // "the youngest child of a grocer", "worked as a nurse": nobody whom "she" takes up.
            let aside = matches!(self.doc.folded(i), "a" | "an")
                && i > 0
                && matches!(self.doc.folded(i - 1), "of" | "as" | "like" | "than");
            if speaks || !aside {
                self.describe(phrase, speaks);
            }
        } else if let Some(body) = bodies::phrase(self.doc, i) {
            if self.entities.mention_at(body.end - 1).is_none() {
                let speaks = speaks || self.speaking.has(body.start);
                self.remember(body, EntityKind::Organization, None, speaks);
            }
        }
    }

    /// The longest mention that begins at token `i`.
    fn mention(&mut self, i: usize) -> Option<&'a Mention> {
        let mentions = &self.entities.mentions;
        while mentions.get(self.next).is_some_and(|m| m.tokens.start < i) {
            self.next += 1;
        }
        mentions.get(self.next).filter(|m| m.tokens.start == i)
    }

    fn remember(&mut self, tokens: TokenRange, kind: EntityKind, entity: Option<EntityId>, speaks: bool) {
        let other = people::owns(self.doc, tokens) || discourse::is_apposed_to_object(self.doc, tokens.start);
        let acts = !other && discourse::acts(self.doc, tokens);
        self.discourse.push(Candidate {
            tokens,
            sentence: self.doc.sentence_at(tokens.start).index(),
            kind,
            entity,
            gender: None,
            acts,
            speaks: speaks && !other,
        });
    }

    /// Whom the pronoun at token `i` asks for; nothing where it is none.
    fn pronoun(&self, i: usize, speaks: bool) -> Option<Wanted> {
        let person = |gender, case| Some(Wanted { gender: Some(gender), case, speaks });
        let word = self.doc.folded(i);
        // "HE Dr. Nawaf" is an excellency.
        if self.doc.case(i) == crate::token::Case::Upper && self.doc.case(i + 1) == crate::token::Case::Title {
            return None;
        }
        match word {
            "he" => person(Gender::Male, discourse::Case::Subject),
            "she" => person(Gender::Female, discourse::Case::Subject),
            "his" | "himself" => person(Gender::Male, discourse::Case::Possessive),
            "herself" => person(Gender::Female, discourse::Case::Possessive),
            "him" => person(Gender::Male, discourse::Case::Object),
            "her" if people::is_owned(self.doc, i + 1) => person(Gender::Female, discourse::Case::Possessive),
            "her" => person(Gender::Female, discourse::Case::Object),
            "it" if speaks => Some(Wanted { gender: None, case: discourse::Case::Subject, speaks }),
            "whose" => Some(Wanted { gender: None, case: discourse::Case::Relative, speaks: false }),
            "who" | "which" | "that" if speaks || word == "who" => {
                Some(Wanted { gender: None, case: discourse::Case::Relative, speaks })
            }
            _ => None,
        }
    }

    fn take_up(&mut self, i: usize, wanted: Wanted, speaks: bool) {
        let tokens = TokenRange::new(i, i + 1);
        let entity = match wanted.case {
            discourse::Case::Relative => self.named_before(i),
            discourse::Case::Possessive if self.named_behind(i).is_some() => self.named_behind(i),
            _ => self.discourse.choose(self.doc, self.entities, &self.genders, i, wanted),
        };
        let Some(entity) = entity else {
            if wanted.case == discourse::Case::Subject {
                self.remember(tokens, EntityKind::Person, None, speaks);
            }
            return;
        };
        if let Some(gender) = wanted.gender {
            self.genders.learn(entity, gender);
        }
        self.add(tokens, entity, MentionForm::Pronoun, "references/pronoun");
        self.remember(tokens, self.entities.get(entity).kind, Some(entity), speaks);
    }

    /// The name right before a relative pronoun, unless it only says where somebody is from.
    fn named_before(&self, at: usize) -> Option<EntityId> {
        let mention = (at.saturating_sub(2)..at).rev().find_map(|i| self.entities.mention_at(i))?;
        // "a Visayan Star clerk who" is the clerk.
        if mention.tokens.end + usize::from(self.doc.folded(mention.tokens.end) == ",") != at {
            return None;
        }
        let of = mention.tokens.start.checked_sub(1).is_some_and(|before| {
            phrases::is(self.doc, before, grammar::PREPOSITION) || self.doc.folded(before) == "the"
        });
        mention.entity.filter(|_| mention.kind == EntityKind::Person || !of)
    }

    /// "In his reaction, Ogbeh said": the person named right behind the phrase that the sentence begins with.
    fn named_behind(&self, at: usize) -> Option<EntityId> {
        const PHRASE: usize = 6;
        const TITLE: usize = 5;
        let doc = self.doc;
        let sentence = doc.sentence(doc.sentence_at(at)).tokens;
        let opens = sentence.start + 1 == at && phrases::is(doc, sentence.start, grammar::PREPOSITION);
        let comma = (at + 1..sentence.end.min(at + PHRASE)).find(|i| doc.folded(*i) == ",").filter(|_| opens)?;
        let mut titles = (comma + 1..sentence.end.min(comma + TITLE)).take_while(|i| doc.case(*i).is_capitalised());
        let mention = titles.find_map(|i| self.entities.mention_at(i).filter(|m| m.tokens.start == i))?;
        mention.entity.filter(|_| mention.kind == EntityKind::Person)
    }

    /// A phrase for a person: the last one named with the office that it says, or somebody without a name.
    fn describe(&mut self, phrase: TokenRange, speaks: bool) {
        self.free = phrase.end;
        // "the Sheriff's Office" is a body.
        if self.entities.mention_at(phrase.start).is_some_and(|m| m.tokens.contains(phrase)) {
            return;
        }
        let entity = people::in_office(self.doc, self.entities, &self.discourse, phrase);
        match entity {
            Some(entity) => self.add(phrase, entity, MentionForm::Description, "references/office"),
            None if people::is_apposed(self.doc, self.entities, phrase) => {
                self.apposed = if speaks { phrase.end + APPOSED } else { 0 };
                return;
            }
            None => {}
        }
        self.remember(phrase, EntityKind::Person, entity, speaks);
        if entity.is_none() {
            self.discourse.tell(gender::of_noun(self.doc, phrase));
        }
    }

    fn add(&mut self, tokens: TokenRange, entity: EntityId, form: MentionForm, rule: &'static str) {
        let kind = self.entities.get(entity).kind;
        let (span, certainty) = (self.doc.span_of(tokens), Certainty::Inferred);
        self.found.push(Mention { span, tokens, entity: Some(entity), kind, form, certainty, rule });
    }
}

/// Whether a pronoun or a phrase for a person may begin with token `i`: with a small word, or "one".
fn may_refer(doc: &Document, i: usize) -> bool {
    grammar::TABLE.has_word(doc.listed(i)) || number_words::TABLE.has_word(doc.listed(i))
}

/// Ranges asked for in the order of the text.
struct Ahead {
    ranges: Vec<TokenRange>,
    next: usize,
}

impl Ahead {
    fn new(mut ranges: Vec<TokenRange>) -> Self {
        crate::sort::by_key(&mut ranges, |range| *range);
        Ahead { ranges, next: 0 }
    }

    /// Whether token `i` is in one of them. Each call is for a later token than the one before, or nearly.
    fn has(&mut self, i: usize) -> bool {
        while self.ranges.get(self.next).is_some_and(|range| range.end <= i) {
            self.next += 1;
        }
        self.ranges.get(self.next).is_some_and(|range| range.has(i))
    }
}

/// The reference that stands at `span`, or within it and ends with it.
pub fn at(references: &Layer<Mention>, span: Span) -> Option<&Mention> {
    references.at(span).map(|(_, m)| m).or_else(|| references.starting_in(span).iter().find(|m| m.span.end == span.end))
}
