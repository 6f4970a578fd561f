//! Speakers: who said a quote.
//!
//! Marks the words that name the speaker of each quote, and the entity that they stand for: `Maria
//! Lopez, the mayor of Arda, said` → "Maria Lopez"; `the ministry said` → "ministry", as the one
//! named before; `he said` → "he", as whom it takes up; `two officials` → nobody by name.
//! Not: the hearer ("told the station"), terms in marks.
//!
//! In order of trust: a name in the noun phrase that the cue names; a description or pronoun that
//! takes up somebody named before ([`super::references`]). What is resolved is `inferred`, what is
//! named is `stated`. The labels of turns stand for who is called so ([`labels`]).
//!
//! Known misses: a phrase for somebody without a name is not told from another for the same.
//! Data: `grammar.tsv`, `person-nouns.tsv`, `titles.tsv`.

mod labels;

use super::entities::{Entities, Mention};
use super::quotes::{Quote, head, phrases};
use super::references;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::grammar;
use crate::span::{EntityId, Span, TokenRange};
use crate::wire::{Certainty, QuoteKind};
use labels::Labels;

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

/// Names the speaker of each of `quotes`, in their order.
pub fn attribute(
    doc: &Document,
    quotes: &Layer<Quote>,
    entities: &Entities,
    references: &Layer<Mention>,
) -> Vec<Option<Speaker>> {
    let labels = Labels::of(quotes, entities);
    let speaker = |quote: &Quote| {
        let subject = quote.subject.filter(|_| quote.kind != QuoteKind::Term)?;
        let tokens = head::of(doc, entities, subject)?;
        let span = doc.span_of(tokens);
        let named = entities.mentions.at(span).map(|(_, mention)| mention);
        let mention = named.or_else(|| references::at(references, span));
        let sure = |certainty| certainty == Certainty::Stated;
        let stated = sure(quote.certainty) && mention.is_none_or(|m| sure(m.certainty)) && !is_pronoun(doc, tokens);
        let certainty = if stated { Certainty::Stated } else { Certainty::Inferred };
        let labelled = || labels.as_ref().filter(|_| labels::is_label(quote))?.whom(doc, tokens);
        let entity = mention.and_then(|m| m.entity).or_else(labelled);
        Some(Speaker { span, tokens, entity, certainty })
    };
    quotes.iter().map(speaker).collect()
}

fn is_pronoun(doc: &Document, tokens: TokenRange) -> bool {
    tokens.len() == 1 && phrases::is(doc, tokens.start, grammar::SUBJECT | grammar::RELATIVE)
}
