//! Notes: what the copy desk should look at.

use super::entities::Entities;
use super::figures::Figure;
use super::ledger::Claim;
use super::quotes::Quote;
use super::sources::Source;
use super::speakers::Speakers;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::Span;

/// Something for the copy desk to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What it is about: `figure-without-source`, …
    pub kind: &'static str,
    /// Where.
    pub span: Span,
    /// Ids of what it is about, as the wire format writes them.
    pub items: Vec<String>,
    /// What to do, in plain words.
    pub message: String,
}

/// Checks the finished layers.
pub fn check(
    doc: &Document,
    entities: &Entities,
    quotes: &Layer<Quote>,
    speakers: &Speakers,
    figures: &Layer<Figure>,
    sources: &[Option<Source>],
    ledger: &[Claim],
) -> Vec<Note> {
    let _ = (doc, entities, quotes, speakers, figures, sources, ledger);
    Vec::new()
}
