//! Casualty figures: how many people were harmed. And other quantities.

use super::dates::Date;
use super::entities::Entities;
use super::numbers::Number;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{DateId, EntityId, Span, TokenRange};
use crate::wire::{Bound, HarmKind};

/// A count of people harmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What happened to them.
    pub kind: HarmKind,
    /// Bound words, number and victims.
    pub span: Span,
    /// The number's tokens.
    pub number: TokenRange,
    /// The words of harm.
    pub cue: Vec<TokenRange>,
    /// Smallest count claimed; `None`: open.
    pub low: Option<u64>,
    /// Largest count claimed; `None`: open.
    pub high: Option<u64>,
    /// How the number bounds the count.
    pub bound: Bound,
    /// Who was harmed.
    pub victims: Option<TokenRange>,
    /// The body or group that the victims are.
    pub victims_entity: Option<EntityId>,
    /// The party they belong to.
    pub side: Option<EntityId>,
    /// Whether the claim is given as unconfirmed.
    pub hedged: bool,
    /// When.
    pub date: Option<DateId>,
    /// Where.
    pub place: Option<EntityId>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Figure {
    fn span(&self) -> Span {
        self.span
    }
}

/// A count that is no casualty figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Bound words, number and what is counted.
    pub span: Span,
    /// `force`, `money`, `percent`, `distance`, `duration`, `people`, `other`.
    pub kind: &'static str,
    /// Smallest value.
    pub low: Option<f64>,
    /// Largest value.
    pub high: Option<f64>,
    /// How the number bounds it.
    pub bound: Bound,
    /// What is counted.
    pub unit: Option<String>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Quantity {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the casualty figures and the other quantities of `doc`.
pub fn find(
    doc: &Document,
    numbers: &Layer<Number>,
    entities: &Entities,
    dates: &Layer<Date>,
) -> (Layer<Figure>, Layer<Quantity>) {
    let _ = (doc, numbers, entities, dates);
    Default::default()
}
