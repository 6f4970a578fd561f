//! A tiny matcher over tokens, so that rules read as what they match.
//!
//! Patterns match greedily from a token on and do not backtrack, as in a parsing expression
//! grammar: [`Pattern::Optional`] takes what it can and never gives it back.

use crate::document::Document;
use crate::lexicon::Table;
use crate::token::TokenKind;

/// What to match, from one token on.
#[derive(Clone, Copy)]
pub enum Pattern<'p> {
    /// A token with this folded form.
    Word(&'p str),
    /// A token with any of these folded forms.
    AnyOf(&'p [&'p str]),
    /// The longest phrase of the table that has any of the tags.
    Listed(&'p Table, u32),
    /// A token of this kind.
    Kind(TokenKind),
    /// A token for which the function holds.
    Is(fn(&Document, usize) -> bool),
    /// One after the other.
    Sequence(&'p [Pattern<'p>]),
    /// The first that matches.
    Choice(&'p [Pattern<'p>]),
    /// Once or not at all.
    Optional(&'p Pattern<'p>),
    /// As often as it matches, up to so many times; also not at all.
    Repeat(&'p Pattern<'p>, usize),
}

impl Pattern<'_> {
    /// The index after the last token matched, if it matches from `start` on, before `end`.
    pub fn matches(&self, doc: &Document, start: usize, end: usize) -> Option<usize> {
        let end = end.min(doc.tokens.len());
        let one = |holds: bool| holds.then_some(start + 1);
        match self {
            Pattern::Optional(inner) => Some(inner.matches(doc, start, end).unwrap_or(start)),
            Pattern::Repeat(inner, most) => Some(
                (0..*most)
                    .try_fold(start, |at, _| match inner.matches(doc, at, end) {
                        Some(next) if next > at => Ok(next),
                        _ => Err(at),
                    })
                    .unwrap_or_else(|at| at),
            ),
            Pattern::Sequence(parts) => parts.iter().try_fold(start, |at, part| part.matches(doc, at, end)),
            Pattern::Choice(parts) => parts.iter().find_map(|part| part.matches(doc, start, end)),
            _ if start >= end => None,
            Pattern::Word(word) => one(doc.folded(start) == *word),
            Pattern::AnyOf(words) => one(words.contains(&doc.folded(start))),
            Pattern::Listed(table, tags) => {
                table.longest_where(doc, start, end, |entry| entry.has(*tags)).map(|(next, _)| next)
            }
            Pattern::Kind(kind) => one(doc.kind(start) == *kind),
            Pattern::Is(holds) => one(holds(doc, start)),
        }
    }
}
