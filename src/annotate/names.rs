//! Names: persons, organizations, places and other things.

use super::dates::Date;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{Span, TokenRange};
use crate::wire::EntityKind;

/// A name, before it is known whose.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its tokens, without title, leading *the* and possessive.
    pub tokens: TokenRange,
    /// Its bytes.
    pub span: Span,
    /// What the words name.
    pub kind: EntityKind,
    /// Title or office before or behind it.
    pub role: Option<TokenRange>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Name {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the names of `doc`.
pub fn find(doc: &Document, dates: &Layer<Date>) -> Layer<Name> {
    let _ = (doc, dates);
    Layer::default()
}
