//! The ledger: figures about the same harm side by side.

use super::entities::Entities;
use super::figures::Figure;
use super::sources::Source;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::{DateId, EntityId, FigureId};
use crate::wire::{HarmKind, Reading};

/// Figures about the same harm.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What happened.
    pub kind: HarmKind,
    /// Where.
    pub place: Option<EntityId>,
    /// When.
    pub date: Option<DateId>,
    /// To whose people, where all figures agree on that.
    pub side: Option<EntityId>,
    /// Smallest count of the row.
    pub low: Option<u64>,
    /// Largest count of the row.
    pub high: Option<u64>,
    /// Its figures, in order.
    pub figures: Vec<FigureId>,
    /// How they stand to each other.
    pub relations: Vec<Relation>,
}

/// How figures of a row stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The reading.
    pub reading: Reading,
    /// The figure that the others are compared with.
    pub whole: Option<FigureId>,
    /// The others.
    pub figures: Vec<FigureId>,
    /// The same in words.
    pub note: String,
}

/// Groups `figures` into rows and says how they stand to each other.
pub fn build(doc: &Document, figures: &Layer<Figure>, sources: &[Option<Source>], entities: &Entities) -> Vec<Claim> {
    let _ = (doc, figures, sources, entities);
    Vec::new()
}
