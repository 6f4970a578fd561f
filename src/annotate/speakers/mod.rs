//! Speakers: who said a quote.
//!
//! Marks the words that name the speaker of each quote, and the entity that they stand for: `Maria
//! Lopez, the mayor of Arda, said` → "Maria Lopez"; `the ministry said` → "ministry", as the one
//! named before; `he said` → "he", as whom it takes up; `two officials` → nobody by name.
//! Not: the hearer ("told the station"), terms in marks.
//!
//! In order of trust: a name in the noun phrase that the cue names; a description of an entity
//! named before; a pronoun, by recency, subject and what is known of gender. What is resolved is
//! `inferred`, what is named is `stated`.
//!
//! Known misses: "the former … the latter", two persons of one surname.
//! Data: `grammar.tsv`, `gender-words.tsv`, `given-genders.tsv`.

mod gender;
mod head;
mod refer;

use super::entities::{Entities, Mention};
use super::quotes::Quote;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::{EntityId, Span, TokenRange};
use crate::wire::{Certainty, QuoteKind};

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speaker {
    /// The words that name them, at this place.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// Whom these words stand for.
    pub entity: Option<EntityId>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// The speakers of an article's quotes.
#[derive(Clone, Debug, Default)]
pub struct Speakers {
    /// The speaker of each quote, in the quotes' order.
    pub of: Vec<Option<Speaker>>,
    /// Pronouns and descriptions that stand for an entity as a speaker.
    pub references: Layer<Mention>,
}

/// Names the speaker of each of `quotes`.
pub fn attribute(doc: &Document, quotes: &Layer<Quote>, entities: &Entities) -> Speakers {
    let mut resolver = refer::Resolver::new(doc, quotes, entities);
    let of = quotes
        .iter()
        .map(|quote| {
            let subject = quote.subject.filter(|_| quote.kind != QuoteKind::Term)?;
            let tokens = head::of(doc, entities, subject)?;
            let reference = resolver.resolve(tokens);
            let certainty = match (quote.certainty, reference.certainty) {
                (Certainty::Stated, Certainty::Stated) => Certainty::Stated,
                _ => Certainty::Inferred,
            };
            Some(Speaker { span: doc.span_of(tokens), tokens, entity: reference.entity, certainty })
        })
        .collect();
    Speakers { of, references: resolver.references() }
}
