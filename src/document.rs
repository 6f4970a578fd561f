//! The text cut into blocks, sentences and tokens, with look-ups by offset.

use crate::lexicon::Listed;
use crate::lexicon::openings::Openings;
use crate::segment;
use crate::slots::same;
use crate::span::{BlockId, SentenceId, Span, TokenRange};
use crate::token::{Case, Token, TokenKind};
use crate::vocabulary::{Epoch, Known, Look, Vocabulary};

/// What a block of the page is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockRole {
    /// The title, or a subtitle that stands as one.
    Headline,
    /// Who wrote it: `By Ana Reyes`.
    Byline,
    /// Place and agency before the first words: `KYIV, Ukraine (AP) —`.
    Dateline,
    /// What a picture shows.
    Caption,
    /// Who took a picture, or whose it is.
    Credit,
    /// A web address, share button or other control that came along.
    Link,
    /// A pointer to another article.
    Related,
    /// The article itself.
    Body,
}

/// A paragraph, or a part of one that has a role of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// Its bytes, without blanks at the ends.
    pub span: Span,
    /// What it is for.
    pub role: BlockRole,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of its first sentence, and the index after its last.
    pub sentences: (usize, usize),
}

/// A sentence. The sentences of a block cover every character of it that is no blank.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its bytes, without blanks at the ends.
    pub span: Span,
    /// The block it belongs to.
    pub block: BlockId,
    /// Its tokens.
    pub tokens: TokenRange,
}

/// Some of a document's words, folded: whether a token is one of them.
#[derive(Default)]
pub(crate) struct WordSet(Vec<u64>);

impl WordSet {
    /// The words of `tokens`.
    pub(crate) fn of(doc: &Document, tokens: impl Iterator<Item = usize>) -> Self {
        let mut set = WordSet(Vec::new());
        for i in tokens {
            set.0.resize(doc.words().div_ceil(64), 0);
            let word = doc.folded_id(i);
            if let Some(words) = set.0.get_mut(word / 64) {
                *words |= 1 << (word % 64);
            }
        }
        set
    }

    /// Whether token `i` is one of the words.
    pub(crate) fn has(&self, doc: &Document, i: usize) -> bool {
        let word = doc.folded_id(i);
        self.0.get(word / 64).is_some_and(|words| words >> (word % 64) & 1 == 1)
    }
}

/// A text and its tokens, sentences and blocks.
///
/// Words are kept as they read: a line break within a word, a soft hyphen or a zero-width space is
/// looked through. Spans are always spans of the text as given.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The text as given.
    pub text: &'t str,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    vocabulary: Vocabulary,
    sentence_of: Vec<SentenceId>,
}

impl<'t> Document<'t> {
    /// Cuts `text` up. Never fails; a text over 4 GiB is read up to there.
    pub fn new(text: &'t str) -> Self {
        segment::segment(text)
    }

    pub(crate) fn from_parts(
        text: &'t str,
        tokens: Vec<Token>,
        known: Box<Known>,
        sentences: Vec<Sentence>,
        blocks: Vec<Block>,
    ) -> Self {
        let mut sentence_of = vec![SentenceId(0); tokens.len()];
        for (i, sentence) in sentences.iter().enumerate() {
            sentence_of[sentence.tokens.iter()].fill(SentenceId::at(i));
        }
        Document { text, tokens, sentences, blocks, vocabulary: Vocabulary::of(known), sentence_of }
    }

    /// The text under `span`.
    pub fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Token `i` as it reads; "" past the end.
    #[inline]
    pub fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| self.vocabulary.letters(token.word))
    }

    /// Token `i` in lower case, without diacritics, apostrophes straight; "" past the end.
    /// This is the form that [`crate::lexicon`] knows.
    #[inline]
    pub fn folded(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| self.vocabulary.letters(token.folded))
    }

    /// Whether token `i`, folded, is one of `words`: less code than a comparison with each.
    pub(crate) fn is_one_of(&self, i: usize, words: &[&str]) -> bool {
        let word = self.folded(i).as_bytes();
        !word.is_empty() && words.iter().any(|other| same(other.as_bytes(), word))
    }

    /// The word of token `i` in numbers; none past the end.
    #[inline]
    pub(crate) fn look(&self, i: usize) -> Look {
        self.tokens.get(i).map_or(Look::NONE, |token| self.vocabulary.look(token.word))
    }

    /// Since when its words have their numbers.
    pub(crate) fn epoch(&self) -> Epoch {
        self.vocabulary.epoch()
    }

    /// How many different words are known, those of other texts among them.
    pub(crate) fn words(&self) -> usize {
        self.vocabulary.len()
    }

    /// The place of token `i`, folded, among the words known; past them all past the end.
    #[inline]
    pub(crate) fn folded_id(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(usize::MAX, |token| token.folded.index())
    }

    /// What the word lists know of token `i`, folded; nothing past the end.
    #[inline]
    pub fn listed(&self, i: usize) -> Listed {
        self.tokens.get(i).map_or(Listed::default(), |token| self.vocabulary.listed(token.folded))
    }

    /// Kind of token `i`; `Punct` past the end.
    #[inline]
    pub fn kind(&self, i: usize) -> TokenKind {
        self.tokens.get(i).map_or(TokenKind::Punct, |t| t.kind)
    }

    /// Case of token `i`; `None` past the end.
    #[inline]
    pub fn case(&self, i: usize) -> Case {
        self.tokens.get(i).map_or(Case::None, |t| t.case)
    }

    /// The bytes from the first to the last of `tokens`.
    pub fn span_of(&self, tokens: TokenRange) -> Span {
        if tokens.is_empty() || tokens.end > self.tokens.len() {
            return Span::default();
        }
        self.tokens[tokens.start].span.join(self.tokens[tokens.end - 1].span)
    }

    /// The words of `tokens` as they read: one blank between them, none where they are glued.
    pub fn read(&self, tokens: TokenRange) -> String {
        let mut out = String::with_capacity(self.span_of(tokens).range().len());
        for i in tokens.iter() {
            if i > tokens.start && !self.tokens[i].glued {
                out.push(' ');
            }
            out.push_str(self.word(i));
        }
        out
    }

    /// The sentence of token `i`.
    pub fn sentence_at(&self, i: usize) -> SentenceId {
        self.sentence_of.get(i).copied().unwrap_or(SentenceId(0))
    }

    /// The sentence with this id.
    pub fn sentence(&self, id: SentenceId) -> &Sentence {
        &self.sentences[id.index()]
    }

    /// The block of token `i`.
    pub fn block_at(&self, i: usize) -> BlockId {
        self.sentence(self.sentence_at(i)).block
    }

    /// The block with this id.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// The first token that ends after byte `offset`; `tokens.len()` where there is none.
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= offset)
    }

    /// The tokens that lie within `span`.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        TokenRange::new(start, end.max(start))
    }

    /// What may begin with token `i`, judged by its word alone; nothing past the end.
    #[inline]
    pub(crate) fn opens(&self, i: usize) -> Openings {
        self.tokens.get(i).map_or(Openings::default(), |token| self.vocabulary.opens(token.word))
    }
}
