//! Quotes: what was said, in marks or without.

use super::entities::Entities;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{QuoteId, Span, TokenRange};
use crate::wire::{Marks, QuoteKind};

/// Something said.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How the words are given.
    pub kind: QuoteKind,
    /// The words, from first to last.
    pub span: Span,
    /// The words; several stretches where the cue breaks an indirect quote.
    pub content: Vec<Span>,
    /// Of a mixed quote: the reported clause that holds the marked words.
    pub clause: Option<Span>,
    /// How its marks stand.
    pub marks: Marks,
    /// The words that introduce it.
    pub cue: Option<TokenRange>,
    /// The noun phrase that the cue names as speaker.
    pub subject: Option<TokenRange>,
    /// The quote that this one goes on from.
    pub continues: Option<QuoteId>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Quote {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the quotes of `doc` and the words that introduce them.
pub fn find(doc: &Document, entities: &Entities) -> Layer<Quote> {
    let _ = (doc, entities);
    Layer::default()
}
