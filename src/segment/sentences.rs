//! Tokens to sentences.
//!
//! A sentence ends after `.`, `!`, `?` or `…` with the closing marks behind it, where a new one can
//! begin: not before a lower-case word. A dot that belongs to an abbreviation ends one only where
//! the next word begins sentences.

use super::tokens::Tokens;
use crate::document::Sentence;
use crate::lexicon;
use crate::span::{BlockId, Span, TokenRange};
use crate::token::{Case, TokenKind};

/// The sentences of the block `block`, whose tokens are `range`.
pub(crate) fn sentences(text: &str, tokens: &Tokens, range: TokenRange, block: BlockId) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = range.start;
    for i in range.iter() {
        let last = i + 1 == range.end;
        if last || ends_here(tokens, range, start, i) {
            let begin = tokens.list[start].span.start as usize;
            // What has no width between two sentences belongs to the first.
            let end = if last { tokens.list[i].span.end } else { tokens.list[i + 1].span.start } as usize;
            let span = Span::new(begin, begin + text[begin..end].trim_end().len());
            out.push(Sentence { span, block, tokens: TokenRange::new(start, i + 1) });
            start = i + 1;
        }
    }
    out
}

/// Whether a sentence that began at `start` ends with token `i`.
fn ends_here(tokens: &Tokens, range: TokenRange, start: usize, i: usize) -> bool {
    // Step back over closing marks to what they close.
    let mut end = i;
    while end > start && is_closing(tokens, end) {
        end -= 1;
    }
    let next = i + 1;
    if is_closing(tokens, next) && next < range.end {
        return false;
    }
    let stop = tokens.words.get(end);
    match stop {
        "!" | "?" => begins_sentence(tokens, range, next),
        "." => begins_sentence(tokens, range, next),
        "…" => begins_sentence(tokens, range, next),
        dots if dots.starts_with("..") => begins_sentence(tokens, range, next),
        word if word.ends_with('.') && tokens.list[end].kind == TokenKind::Word => {
            !lexicon::abbreviations::TABLE
                .has_tag(tokens.folded.get(end).trim_end_matches('.'), lexicon::abbreviations::BEFORE_NAME)
                && word.chars().filter(|c| c.is_alphabetic()).count() > 1
                && (end < i || begins_after_abbreviation(tokens, next))
                && begins_sentence(tokens, range, next)
        }
        _ => false,
    }
}

/// A closing bracket, or a quotation mark glued to what it closes.
fn is_closing(tokens: &Tokens, i: usize) -> bool {
    let Some(token) = tokens.list.get(i) else { return false };
    match tokens.words.get(i) {
        ")" | "]" => true,
        "“" | "‘" | "„" | "``" => false,
        _ => token.kind == TokenKind::Quote && token.glued,
    }
}

fn begins_sentence(tokens: &Tokens, range: TokenRange, i: usize) -> bool {
    if i >= range.end {
        return true;
    }
    let token = &tokens.list[i];
    match token.kind {
        TokenKind::Word => token.case != Case::Lower && !token.glued || token.glued && token.case == Case::Title,
        TokenKind::Clitic => false,
        TokenKind::Quote | TokenKind::Number | TokenKind::Symbol | TokenKind::Link | TokenKind::Address => true,
        TokenKind::Punct => matches!(tokens.words.get(i), "(" | "[" | "•" | "-" | "–" | "—" | "*"),
    }
}

fn begins_after_abbreviation(tokens: &Tokens, i: usize) -> bool {
    tokens.list.get(i).is_some_and(|t| t.kind == TokenKind::Quote || t.case == Case::Title)
        && (tokens.list[i].kind == TokenKind::Quote || lexicon::sentence_starters::TABLE.has_word(tokens.folded.get(i)))
}
