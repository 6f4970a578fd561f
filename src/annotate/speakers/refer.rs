//! Whom a pronoun or description stands for.
//!
//! "he", "she": the person whom the sentence, or one of the few before it, is about: who spoke
//! last, else the first person named, outside quotes; gender must fit where it is known. "it": a
//! body or country likewise. "the minister": the last person with that office. A speaker of whom
//! the text knows no more than the surname hides those before: a wrong guess is worse than none.

use super::gender::{Gender, Genders};
use crate::annotate::entities::{Entities, Mention};
use crate::annotate::quotes::{Quote, phrases};
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::grammar;
use crate::span::{EntityId, Span, TokenRange};
use crate::wire::{Certainty, EntityKind, MentionForm, QuoteKind};

/// What words stand for.
#[derive(Clone, Copy)]
pub(super) struct Reference {
    pub(super) entity: Option<EntityId>,
    pub(super) certainty: Certainty,
}

/// Resolves references one after the other, in the order of the text.
pub(super) struct Resolver<'a, 't> {
    doc: &'a Document<'t>,
    entities: &'a Entities,
    /// Quotes in marks: who is named within them is not who speaks next.
    marked: Vec<Span>,
    genders: Genders,
    /// Those who spoke so far: where they were named, and who they are.
    spoken: Vec<(usize, Option<EntityId>)>,
    found: Vec<Mention>,
}

/// How many sentences back a pronoun's name may stand.
const LOOK_BACK: usize = 6;
/// How many mentions of a sentence are looked at.
const MENTIONS: usize = 8;

impl<'a, 't> Resolver<'a, 't> {
    pub(super) fn new(doc: &'a Document<'t>, quotes: &Layer<Quote>, entities: &'a Entities) -> Self {
        let marked = quotes
            .iter()
            .filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed))
            .map(|quote| quote.span)
            .collect();
        let genders = Genders::of(doc, entities);
        Resolver { doc, entities, marked, genders, spoken: Vec::new(), found: Vec::new() }
    }

    /// The pronouns and descriptions resolved.
    pub(super) fn references(self) -> Layer<Mention> {
        let mut found = self.found;
        found.sort_by_key(|m| m.span);
        found.dedup_by_key(|m| m.span);
        Layer::new(found)
    }

    /// Whom `tokens` stand for.
    pub(super) fn resolve(&mut self, tokens: TokenRange) -> Reference {
        let reference = self.look_up(tokens);
        let names =
            reference.entity.is_some() || self.doc.case(tokens.start).is_capitalised() && !self.is_pronoun(tokens);
        if names {
            // Nearly always the last place.
            let place = self.spoken.partition_point(|(i, _)| *i < tokens.start);
            if self.spoken.get(place).is_none_or(|(i, _)| *i != tokens.start) {
                self.spoken.insert(place, (tokens.start, reference.entity));
            }
        }
        reference
    }

    fn is_pronoun(&self, tokens: TokenRange) -> bool {
        tokens.len() == 1 && phrases::is(self.doc, tokens.start, grammar::SUBJECT | grammar::RELATIVE)
    }

    fn look_up(&mut self, tokens: TokenRange) -> Reference {
        let span = self.doc.span_of(tokens);
        if let Some((_, mention)) = self.entities.mentions.at(span) {
            return Reference { entity: mention.entity, certainty: mention.certainty };
        }
        if let Ok(known) = self.found.binary_search_by_key(&span, |m| m.span) {
            return Reference { entity: self.found[known].entity, certainty: Certainty::Inferred };
        }
        let described = !self.is_pronoun(tokens);
        let entity = if described { self.described(tokens) } else { self.pronoun(tokens.start) };
        let Some(entity) = entity else {
            let certainty = if described { Certainty::Stated } else { Certainty::Inferred };
            return Reference { entity: None, certainty };
        };
        let (form, rule) = match described {
            true => (MentionForm::Description, "speakers/description"),
            false => (MentionForm::Pronoun, "speakers/pronoun"),
        };
        let kind = self.entities.get(entity).kind;
        let mention = Mention { span, tokens, entity: Some(entity), kind, form, certainty: Certainty::Inferred, rule };
        let place = self.found.partition_point(|m| m.span < span);
        self.found.insert(place, mention);
        Reference { entity: Some(entity), certainty: Certainty::Inferred }
    }

    fn pronoun(&mut self, at: usize) -> Option<EntityId> {
        let (kinds, gender): (&[EntityKind], _) = match self.doc.folded(at) {
            "he" => (&[EntityKind::Person], Some(Gender::Male)),
            "she" => (&[EntityKind::Person], Some(Gender::Female)),
            "it" => (&[EntityKind::Organization, EntityKind::Place], None),
            "who" | "which" | "that" => return self.named_before(at),
            _ => return None,
        };
        // Given names mislead (Andrea, Jean): where nobody's fits, who was spoken of last is meant.
        let entity = self.subject_before(at, kinds, gender).or_else(|| {
            self.subject_before(at, kinds, None).filter(|entity| gender.is_some() && !self.genders.is_told(*entity))
        })?;
        if let Some(gender) = gender {
            self.genders.learn(entity, gender);
        }
        Some(entity)
    }

    /// The name right before a relative pronoun, unless it only says where somebody is from.
    fn named_before(&self, at: usize) -> Option<EntityId> {
        let mention = (at.saturating_sub(2)..at).rev().find_map(|i| self.entities.mention_at(self.doc, i))?;
        let of = mention.tokens.start.checked_sub(1).is_some_and(|before| {
            phrases::is(self.doc, before, grammar::PREPOSITION) || self.doc.folded(before) == "the"
        });
        mention.entity.filter(|_| mention.kind == EntityKind::Person || !of)
    }

    /// Whom the sentence of `at`, or one before it, is about.
    fn subject_before(&self, at: usize, kinds: &[EntityKind], gender: Option<Gender>) -> Option<EntityId> {
        let here = self.doc.sentence_at(at).index();
        for sentence in (here.saturating_sub(LOOK_BACK)..=here).rev() {
            let tokens = self.doc.sentences[sentence].tokens;
            let until = tokens.end.min(at);
            // Who spoke there goes before who is named there.
            let from = self.spoken.partition_point(|(i, _)| *i < tokens.start);
            let spoke = self.spoken[from..].iter().take(MENTIONS).take_while(|(i, _)| *i < until).last();
            match spoke {
                Some((_, Some(entity))) if self.fits(*entity, kinds, gender) => return Some(*entity),
                Some((_, None)) => return None,
                _ => {}
            }
            let span = self.doc.span_of(TokenRange::new(tokens.start, until));
            let named =
                self.entities.mentions.starting_in(span).iter().take(MENTIONS).find(|m| {
                    !self.is_marked(m.span) && m.entity.is_some_and(|entity| self.fits(entity, kinds, gender))
                });
            if let Some(mention) = named {
                return mention.entity;
            }
        }
        None
    }

    fn fits(&self, entity: EntityId, kinds: &[EntityKind], gender: Option<Gender>) -> bool {
        kinds.contains(&self.entities.get(entity).kind)
            && gender.is_none_or(|gender| self.genders.get(entity).is_none_or(|known| known == gender))
    }

    fn is_marked(&self, span: Span) -> bool {
        let before = self.marked.partition_point(|m| m.start <= span.start);
        self.marked[..before].last().is_some_and(|m| m.contains(span))
    }

    /// The last person named before whose office the description says.
    fn described(&self, tokens: TokenRange) -> Option<EntityId> {
        let doc = self.doc;
        let definite = tokens.start > 0 && doc.folded(tokens.start - 1) == "the";
        if !definite || doc.case(tokens.end - 1).is_capitalised() && tokens.len() == 1 {
            return None;
        }
        let words = doc.read(tokens).to_lowercase();
        let start = doc.span_of(tokens).start;
        let before = self.entities.mentions.partition_point(|m| m.span.start < start);
        let says_so = |entity: EntityId| {
            self.entities.get(entity).role.as_deref().is_some_and(|role| ends_with_words(&role.to_lowercase(), &words))
        };
        self.entities.mentions[..before]
            .iter()
            .rev()
            .take(4 * MENTIONS)
            .filter(|m| m.kind == EntityKind::Person)
            .find_map(|m| m.entity.filter(|entity| says_so(*entity)))
    }
}

/// Whether `phrase` ends with the words `end`: "Armenian prime minister", "minister".
fn ends_with_words(phrase: &str, end: &str) -> bool {
    phrase.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '-']))
}
