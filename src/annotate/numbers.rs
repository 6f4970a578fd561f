//! Numbers: digits and words, with their bounds.

use super::dates::Date;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{Span, TokenRange};
use crate::wire::Bound;

/// A number as the text states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The number's own tokens, without bound words: `10 to 15`.
    pub tokens: TokenRange,
    /// Its bytes.
    pub span: Span,
    /// With its bound words: `at least 10`.
    pub whole: TokenRange,
    /// Smallest value; `None`: open.
    pub low: Option<f64>,
    /// Largest value; `None`: open.
    pub high: Option<f64>,
    /// How it bounds the count.
    pub bound: Bound,
}

impl Spanned for Number {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the numbers of `doc` that are no part of a date.
pub fn find(doc: &Document, dates: &Layer<Date>) -> Layer<Number> {
    let _ = (doc, dates);
    Layer::default()
}
