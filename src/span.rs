//! Where things stand: byte ranges in the text, ranges of tokens, and typed ids.

use crate::json::number;
use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

/// A half-open range of bytes in the text, on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start: start as u32, end: end as u32 }
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether every byte of `other` is in this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The range to slice a `&str` with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A half-open range of token indices in a [`Document`](crate::document::Document).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TokenRange {
    /// Index of the first token.
    pub start: usize,
    /// Index after the last token.
    pub end: usize,
}

impl TokenRange {
    /// The tokens from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        TokenRange { start, end }
    }

    /// How many tokens.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no token.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The indices, in order.
    pub fn iter(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// Whether the token at index `i` is one of them.
    pub fn has(self, i: usize) -> bool {
        self.start <= i && i < self.end
    }

    /// Whether every token of `other` is one of them.
    pub fn contains(self, other: TokenRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a token.
    pub fn overlaps(self, other: TokenRange) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The first ids of a letter as the wire format has them, one behind the other. Few articles have more of a kind, so
/// that hardly any id takes room of its own.
struct FirstIds {
    text: String,
    /// Where each ends.
    ends: Vec<u16>,
}

impl FirstIds {
    fn new(letter: &str) -> Self {
        const COUNT: u64 = 1 << 9;
        let (mut text, mut ends) = (Vec::new(), Vec::new());
        for id in 1..=COUNT {
            text.extend_from_slice(letter.as_bytes());
            number(id, &mut text);
            ends.push(text.len() as u16);
        }
        FirstIds { text: String::from_utf8(text).unwrap_or_default(), ends }
    }

    /// The id of the item at `index` of its list.
    fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(usize::from(start)..usize::from(end))
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of the item at `index` of its list.
            pub fn at(index: usize) -> Self { $name(index as u32) }
            /// The item's place in its list.
            pub fn index(self) -> usize { self.0 as usize }
            /// The id as the wire format has it.
            pub fn text(self) -> Cow<'static, str> {
                static FIRST: OnceLock<FirstIds> = OnceLock::new();
                match FIRST.get_or_init(|| FirstIds::new($letter)).get(self.index()) {
                    Some(text) => Cow::Borrowed(text),
                    None => Cow::Owned(format!("{}{}", $letter, u64::from(self.0) + 1)),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.text())
            }
        }
    )*};
}

ids! {
    /// A block of the text: a paragraph, headline, caption.
    BlockId "b";
    /// A sentence.
    SentenceId "s";
    /// A person, organization, place or other thing that the text names.
    EntityId "e";
    /// One place where the text refers to an entity.
    MentionId "m";
    /// A quote.
    QuoteId "q";
    /// A casualty figure.
    FigureId "f";
    /// A row of the ledger.
    ClaimId "l";
    /// A date.
    DateId "d";
    /// A quantity other than a casualty figure.
    QuantityId "u";
    /// A note for the copy desk.
    NoteId "n";
}
