//! Quotations that nobody is named for, and marks that do not fit.

use super::Note;
use crate::annotate::quotes::Quote;
use crate::annotate::speakers::Speakers;
use crate::document::{BlockRole, Document};
use crate::layer::Layer;
use crate::span::{QuoteId, Span};
use crate::wire::{Marks, QuoteKind};

/// Complete statements of four words or more that have no speaker.
pub(super) fn without_speaker(doc: &Document, quotes: &Layer<Quote>, speakers: &Speakers) -> Vec<Note> {
    const WORDS: usize = 4;
    quotes
        .iter()
        .enumerate()
        .filter(|(i, quote)| {
            let named = speakers.of.get(*i).is_some_and(Option::is_some);
            let tokens = doc.tokens_in(quote.span);
            let body = !tokens.is_empty() && doc.block(doc.block_at(tokens.start)).role == BlockRole::Body;
            let statement = quote.kind == QuoteKind::Direct && quote.marks == Marks::Paired && tokens.len() > WORDS;
            body && statement && !named && quote.continues.is_none()
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
        if quote.marks == Marks::Mismatched {
            add(format!("This quotation opens with {opening} and closes with {closing}. Use one pair."));
        }
        if quote.marks == Marks::Unclosed {
            add(format!("This quotation opens with {opening} and never closes. Add the closing mark."));
        }
        if is_doubled(opening) && !(is_doubled(closing) && opening.len() == closing.len()) {
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
