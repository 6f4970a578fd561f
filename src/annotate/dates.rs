//! Dates.

use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{Span, TokenRange};

/// A date, a day, a year or a decade.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// ISO 8601 or EDTF; `None` where it can't be told.
    pub value: Option<String>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Date {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the dates of `doc`, resolved against `published` (`2022-08-04`) where they need it.
pub fn find(doc: &Document, published: Option<&str>) -> Layer<Date> {
    let _ = (doc, published);
    Layer::default()
}
