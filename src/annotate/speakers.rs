//! Speakers: who said a quote.

use super::entities::{Entities, Mention};
use super::quotes::Quote;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::{EntityId, Span, TokenRange};
use crate::wire::Certainty;

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
    let _ = (doc, entities);
    Speakers { of: vec![None; quotes.len()], references: Layer::default() }
}
