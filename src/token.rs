//! Tokens: words, numbers, marks, and what can be told from their letters alone.

use crate::span::Span;
use crate::vocabulary::WordId;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// A word, an abbreviation with its dots, or initials.
    Word,
    /// What an apostrophe ties to the word before it: `'s`, `'re`, `'ll`, a bare possessive `'`.
    Clitic,
    /// Digits, with their decimal points and thousands marks; also ordinals such as `21st`.
    Number,
    /// A quotation mark, whatever its form; doubled ones (`''`) are one token.
    Quote,
    /// Any other punctuation, one token a mark; dots of an ellipsis and runs of dashes are one.
    Punct,
    /// A currency or other symbol, an emoji.
    Symbol,
    /// A web address.
    Link,
    /// An e-mail address or a handle such as `@desk`.
    Address,
}

/// How a word is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// No letter with case.
    None,
    /// All lower case.
    Lower,
    /// First letter upper, the rest lower: `Moscow`; also a single capital.
    Title,
    /// Two or more letters, all upper: `NATO`.
    Upper,
    /// Anything else: `al-Assad` is three tokens, but `McCain`, `iPhone`.
    Mixed,
}

impl Case {
    /// The case of `word`.
    pub fn of(word: &str) -> Case {
        let (mut upper, mut lower, mut first_upper) = (0u32, 0u32, None);
        for c in word.chars() {
            if c.is_uppercase() {
                upper += 1;
                first_upper.get_or_insert(true);
            } else if c.is_lowercase() {
                lower += 1;
                first_upper.get_or_insert(false);
            }
        }
        match (upper, lower, first_upper) {
            (_, _, None) => Case::None,
            (0, _, _) => Case::Lower,
            (1, _, Some(true)) => Case::Title,
            (_, 0, _) => Case::Upper,
            _ => Case::Mixed,
        }
    }

    /// Whether the word begins as names do, by itself.
    pub fn is_capitalised(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Mixed)
    }
}

/// One token: where it stands and what it is. Its words are asked of the
/// [`Document`](crate::document::Document).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its bytes in the text; for a word broken over two lines, from its first to its last letter.
    pub span: Span,
    /// Its word, the same for all tokens that read alike.
    pub word: WordId,
    /// Its word folded.
    pub folded: WordId,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether it follows the token before it without a blank, as read (a line break after a
    /// hyphen is no blank).
    pub glued: bool,
}

/// Hash of what kinds of characters a word is made of, runs as one.
pub(crate) fn shape(word: &str) -> u32 {
    let mut shape = 1u32;
    let (mut last, mut run) = (0, 0);
    for c in word.chars() {
        let kind = match c {
            c if c.is_uppercase() => 1,
            c if c.is_alphabetic() => 2,
            c if c.is_numeric() => 3,
            '.' => 4,
            '-' => 5,
            '\'' | '’' => 6,
            _ => 7,
        };
        run = if kind == last { run + 1 } else { 0 };
        last = kind;
        if run < 2 {
            shape = shape.wrapping_mul(9).wrapping_add(kind);
        }
    }
    shape
}
