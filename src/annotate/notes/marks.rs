//! Quotations that nobody is named for, and marks that do not fit.

use super::Note;
use crate::annotate::quotes::Quote;
use crate::annotate::speakers::Speaker;
use crate::document::{BlockRole, Document};
use crate::layer::Layer;
use crate::span::{QuoteId, Span};
use crate::token::Case;
use crate::wire::{Marks, QuoteKind};

/// Complete statements that have no speaker: sentences of five words or more, so that titles and
/// mottoes in marks are left alone.
pub(super) fn without_speaker(doc: &Document, quotes: &Layer<Quote>, speakers: &[Option<Speaker>]) -> Vec<Note> {
    const WORDS: usize = 5;
    quotes
        .iter()
        .enumerate()
        .filter(|(i, quote)| {
            let named = speakers.get(*i).is_some_and(Option::is_some);
            let tokens = doc.tokens_in(quote.span);
            let body = !tokens.is_empty() && doc.block(doc.block_at(tokens.start)).role == BlockRole::Body;
            let ends = doc.slice(quote.span).ends_with(['.', ',', '!', '?']);
            let begins = doc.case(tokens.start).is_capitalised() && doc.case(tokens.start + 1) == Case::Lower;
            let statement = quote.kind == QuoteKind::Direct && quote.marks == Marks::Paired && tokens.len() > WORDS;
            body && statement && ends && begins && !named && quote.cue.is_none() && quote.continues.is_none()
        })
        .map(|(i, quote)| Note {
            kind: "quote-without-speaker",
            span: quote.span,
            items: vec![QuoteId::at(i).to_string()],
            message: "Nobody is named for these words. Say who said them.".to_string(),
        })
        .collect()
}

/// Marks that open and close differently, are doubled, or never close.
pub(super) fn mismatched(doc: &Document, quotes: &Layer<Quote>) -> Vec<Note> {
    let mut notes = Vec::new();
    for (i, quote) in quotes.iter().enumerate().filter(|(_, quote)| quote.kind != QuoteKind::Indirect) {
        let (opening, closing) = (marks_before(doc, quote.span), marks_behind(doc, quote.span));
        let mut add = |message: String| {
            notes.push(Note {
                kind: "mismatched-marks",
                span: quote.span,
                items: vec![QuoteId::at(i).to_string()],
                message,
            });
        };
        let doubled = is_doubled(opening) && opening.len() > closing.len();
        let same = opening.chars().next().is_some_and(|c| closing.chars().all(|d| c == d));
        if quote.marks == Marks::Mismatched && !opening.is_empty() && !closing.is_empty() && !(doubled && same) {
            add(format!("This quotation opens with {opening} and closes with {closing}. Use one pair."));
        }
        if quote.marks == Marks::Unclosed && opening.ends_with(is_opener) && !closes_later(doc, quote.span) {
            add(format!("This quotation opens with {opening} and never closes. Add the closing mark."));
        }
        if doubled {
            add(format!("This quotation opens with two marks, {opening}. Use one."));
        }
    }
    notes
}

/// The same mark twice: a slip, unlike `"'`, which opens a quotation within another.
fn is_doubled(marks: &str) -> bool {
    let mut chars = marks.chars();
    matches!((chars.next(), chars.next()), (Some(a), Some(b)) if a == b && matches!(a, '"' | '“' | '”' | '«' | '»'))
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '«' | '„' | '\'' | '‘')
}

/// Whether the paragraph goes on to a mark that could close: then it is not clear what is missing.
fn closes_later(doc: &Document, span: Span) -> bool {
    let last = doc.token_at(span.end.saturating_sub(1)).min(doc.tokens.len().saturating_sub(1));
    let block = doc.block(doc.block_at(last)).span;
    let rest = doc.slice(Span { start: span.end, end: block.end.max(span.end) });
    rest.contains(['"', '”', '»', '“'])
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201F}')
}

/// A few marks right before `span`.
fn marks_before<'t>(doc: &Document<'t>, span: Span) -> &'t str {
    let before = &doc.text[..span.start as usize];
    let len: usize = before.chars().rev().take(3).take_while(|c| is_mark(*c)).map(char::len_utf8).sum();
    &before[before.len() - len..]
}

/// A few marks right behind `span`.
fn marks_behind<'t>(doc: &Document<'t>, span: Span) -> &'t str {
    let behind = &doc.text[span.end as usize..];
    let len: usize = behind.chars().take(3).take_while(|c| is_mark(*c)).map(char::len_utf8).sum();
    &behind[..len]
}
