//! Speakers whom no verb names, only their place: the label of a turn in marks ("“REYES: We waited.”"), a signature
//! behind the words ("“We waited.” — Ana Reyes, Arda", or in the next paragraph), a headline's name
//! ("Minister: ‘We waited’").

use super::marks::Stretch;
use super::phrases;
use crate::annotate::entities::{Entities, Mention};
use crate::document::{BlockRole, Document};
use crate::lexicon::grammar;
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::EntityKind;

/// How many words a label or name can have.
const WORDS: usize = 5;
/// How many tokens a signature can have, with what it adds to the name.
const SIGNATURE: usize = 16;

/// The label that the words in marks begin with: one or more words in capitals, and a colon.
pub(super) fn label(doc: &Document, stretch: &Stretch) -> Option<TokenRange> {
    let words = stretch.words;
    let colon = (words.start..words.end.min(words.start + WORDS)).find(|&i| doc.word(i) == ":")?;
    let label = TokenRange::new(words.start, colon);
    let shouted = |i: usize| phrases::is_word(doc, i) && (doc.case(i) == Case::Upper || doc.folded(i).len() == 1);
    (!label.is_empty() && colon + 1 < words.end && label.iter().all(shouted)).then_some(label)
}

/// The name that alone stands before a colon and the words: "@coastguard: “All are safe.”", "Reyes: “We waited.”"
pub(super) fn before_colon(doc: &Document, entities: &Entities, stretch: &Stretch) -> Option<TokenRange> {
    let colon = stretch.whole.start.checked_sub(1).filter(|i| doc.word(*i) == ":")?;
    let start = doc.sentence(doc.sentence_at(colon)).tokens.start;
    let name = TokenRange::new(start, colon);
    let mention = || entities.mention_at(start);
    let speaks = |m: &Mention| m.tokens == name && matches!(m.kind, EntityKind::Person | EntityKind::Organization);
    let called = (1..=WORDS).contains(&name.len()) && mention().is_some_and(speaks);
    (called || name.len() == 1 && phrases::is_handle(doc, start)).then_some(name)
}

/// The name behind a dash that ends the paragraph of the words, or is the next paragraph.
pub(super) fn signature(doc: &Document, stretch: &Stretch) -> Option<TokenRange> {
    let (open, close) = (stretch.whole.start, stretch.whole.end);
    let block = doc.block_at(open);
    let tokens = doc.block(block).tokens;
    if !doc.case(stretch.words.start).is_capitalised() || open != doc.sentence(doc.sentence_at(open)).tokens.start {
        return None;
    }
    let (from, end) = match doc.blocks.get(block.index() + 1) {
        _ if close < tokens.end => (close, tokens.end),
        Some(next) if open == tokens.start && next.role == BlockRole::Body => (next.tokens.start, next.tokens.end),
        _ => return None,
    };
    let dash = from + 1 < end && matches!(doc.word(from), "—" | "–" | "--" | "―" | "-" | "~");
    let aside = phrases::is_dash(doc, end - 1 - usize::from(doc.word(end - 1) == "."));
    if !dash || aside || end - from > SIGNATURE || (from..end).any(|i| doc.kind(i) == TokenKind::Quote) {
        return None;
    }
    let ends = |i: &usize| matches!(doc.word(*i), "," | "." | "(" | ";" | ":") && doc.case(*i) != Case::Upper;
    let name = TokenRange::new(from + 1, (from + 1..end).find(ends).unwrap_or(end));
    // "– The letter, which nobody signed, was found": the writer goes on.
    let goes_on = phrases::is(doc, name.start, grammar::DETERMINER | grammar::SUBJECT)
        && (name.end..end).any(|i| phrases::is_verbish(doc, i));
    (is_name(doc, name) && doc.case(name.start).is_capitalised() && !goes_on).then_some(name)
}

/// Who a headline names beside a colon or dash: "Minister: ‘We were wrong’", "‘We were wrong’ – minister".
pub(super) fn headline(doc: &Document, entities: &Entities, stretch: &Stretch) -> Option<TokenRange> {
    let block = doc.block(doc.block_at(stretch.whole.start));
    if block.role != BlockRole::Headline {
        return None;
    }
    let parts = |i: usize| doc.word(i) == ":" || phrases::is_dash(doc, i);
    let start = block.tokens.start;
    let first = (start..stretch.whole.start.min(start + WORDS + 1)).find(|&i| doc.word(i) == ":");
    let before = first.map(|colon| TokenRange::new(start, colon));
    let end = stretch.whole.end;
    let stop = block.tokens.end - usize::from(doc.word(block.tokens.end - 1) == ".");
    let behind = (end + 1 < stop && parts(end)).then(|| TokenRange::new(end + 1, stop));
    // "‘It came like a train’: fire destroys town" names nobody.
    let somebody = |range: TokenRange| {
        let named = [range.start, range.end - 1].into_iter().filter_map(|i| entities.mention_at(i));
        named.into_iter().any(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place))
            || range.iter().any(|i| phrases::is_office(doc, i) || phrases::is(doc, i, grammar::DOCUMENT))
    };
    before.or(behind.filter(|range| somebody(*range))).filter(|range| is_name(doc, *range))
}

fn is_name(doc: &Document, range: TokenRange) -> bool {
    (1..=WORDS).contains(&range.len())
        && range.iter().all(|i| doc.kind(i) != TokenKind::Quote && !phrases::is_verbish(doc, i))
}
