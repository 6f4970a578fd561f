//! Cuts a text into blocks, sentences and tokens.
//!
//! Lines become paragraphs ([`lines`]), paragraphs become blocks with roles ([`blocks`], which asks
//! [`roles`] and [`dateline`]), a block's characters become tokens ([`tokens`], with [`address`] and
//! [`hyphens`]),
//! its tokens become sentences ([`sentences`]). Each step reads only what the one before it made.

mod address;
mod blocks;
mod bylines;
mod chars;
mod dateline;
mod hyphens;
mod lines;
mod roles;
mod sentences;
mod tokens;

use crate::document::{Block, Document};
use crate::span::{BlockId, Span, TokenRange};

/// So few bytes of news there are to a token, its blank among them.
const TOKEN: usize = 4;

/// The tokens of `text` alone, without blocks or sentences: enough for a name.
pub(crate) fn tokens(text: &str) -> Document<'_> {
    let mut tokens = tokens::Tokens::with_capacity(0);
    tokens.scan(text, Span::new(0, text.len()), &hyphens::Hyphens::of(text));
    Document::from_parts(text, tokens.list, tokens.known, Vec::new(), Vec::new())
}

/// Cuts up `text`.
pub(crate) fn segment(text: &str) -> Document<'_> {
    let hyphens = hyphens::Hyphens::of(text);
    let mut tokens = tokens::Tokens::with_capacity(text.len() / TOKEN);
    let mut sentences = Vec::new();
    let mut blocks = Vec::new();
    for stretch in blocks::stretches(text) {
        let first_token = tokens.list.len();
        tokens.scan(text, stretch.span, &hyphens);
        let range = TokenRange::new(first_token, tokens.list.len());
        let first_sentence = sentences.len();
        sentences::add(text, &tokens, range, BlockId::at(blocks.len()), &mut sentences);
        blocks.push(Block {
            span: stretch.span,
            role: stretch.role,
            tokens: range,
            sentences: (first_sentence, sentences.len()),
        });
    }
    Document::from_parts(text, tokens.list, tokens.known, sentences, blocks)
}
