//! Stand-off annotations: lists of things that lie over the text.

use crate::span::Span;
use std::ops::Deref;

/// Something that lies over a stretch of the text.
pub trait Spanned {
    /// The bytes it covers.
    fn span(&self) -> Span;
}

impl Spanned for Span {
    fn span(&self) -> Span {
        *self
    }
}

/// Annotations of one kind, sorted by start, the longer first. They may overlap. A layer is never
/// edited after it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer<T>(Vec<T>);

impl<T> Default for Layer<T> {
    fn default() -> Self {
        Layer(Vec::new())
    }
}

impl<T: Spanned> Layer<T> {
    /// Sorts `items` into a layer; equal spans keep their order.
    pub fn new(mut items: Vec<T>) -> Self {
        crate::sort::by_key(&mut items, |item| {
            let span = item.span();
            (span.start, std::cmp::Reverse(span.end))
        });
        Layer(items)
    }

    /// The items that start within `span`, by binary search.
    pub fn starting_in(&self, span: Span) -> &[T] {
        let from = self.0.partition_point(|item| item.span().start < span.start);
        let to = self.0.partition_point(|item| item.span().start < span.end);
        &self.0[from..to.max(from)]
    }

    /// The index and item with exactly this span.
    pub fn at(&self, span: Span) -> Option<(usize, &T)> {
        let from = self.0.partition_point(|item| item.span().start < span.start);
        self.0[from..]
            .iter()
            .enumerate()
            .take_while(|(_, item)| item.span().start == span.start)
            .find(|(_, item)| item.span() == span)
            .map(|(i, item)| (from + i, item))
    }
}

impl<T> Deref for Layer<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Layer<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
