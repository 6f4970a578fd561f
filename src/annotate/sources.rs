//! Sources: who claims a figure.

use super::entities::Entities;
use super::figures::Figure;
use super::quotes::Quote;
use super::speakers::Speakers;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::{EntityId, QuoteId, Span, TokenRange};
use crate::wire::Certainty;

/// Who claims a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The words that name them.
    pub span: Span,
    /// Whom they stand for.
    pub entity: Option<EntityId>,
    /// The quote that holds the figure.
    pub quote: Option<QuoteId>,
    /// "said", "according to".
    pub cue: Option<TokenRange>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// The source of each of `figures`, in their order; `None`: the article itself.
pub fn attribute(
    doc: &Document,
    figures: &Layer<Figure>,
    quotes: &Layer<Quote>,
    speakers: &Speakers,
    entities: &Entities,
) -> Vec<Option<Source>> {
    let _ = (doc, quotes, speakers, entities);
    vec![None; figures.len()]
}
