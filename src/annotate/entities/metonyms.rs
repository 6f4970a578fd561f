//! A capital or seat that stands for its government, told from the place by what it does: "Moscow denied" and
//! "talks between Ankara and Athens", but "in Moscow" and "flights between Ankara and Athens".

use crate::document::Document;
use crate::lexicon::{countries, metonym_words as words};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// How far a verb may stand from its subject: "Moscow on Thursday called".
const REACH: usize = 4;

/// Whether the capital at `tokens` acts: it is the subject of a verb of acting, owns what governments own, or stands
/// where only a party can.
pub(super) fn acts(doc: &Document, tokens: TokenRange) -> bool {
    let before = tokens.start.checked_sub(1);
    if before.is_some_and(|i| is(doc, i, words::PLACE)) {
        return false;
    }
    if doc.kind(tokens.end) == TokenKind::Clitic {
        // "Moscow's own demands".
        let owned = tokens.end + 1 + usize::from(is(doc, tokens.end + 1, words::ADJECTIVE));
        return is(doc, owned, words::OWNED);
    }
    does(doc, tokens.end) || before.is_some_and(|i| is_party(doc, i, tokens.end))
}

/// Whether the seat of a government at `tokens` ("Kremlin") is more than a building.
pub(super) fn seat_acts(doc: &Document, tokens: TokenRange) -> bool {
    let article = tokens.start.checked_sub(1).filter(|i| doc.folded(*i) == "the");
    let before = article.unwrap_or(tokens.start).checked_sub(1);
    let after = tokens.end + usize::from(doc.kind(tokens.end) == TokenKind::Clitic);
    !before.is_some_and(|i| is(doc, i, words::PLACE)) && !is(doc, after, words::BUILDING)
}

fn is(doc: &Document, i: usize, tags: u32) -> bool {
    words::TABLE.has_tag(doc.listed(i), tags)
}

/// Whether a verb of acting follows, over adverbs, a date, or another capital: "Paris and Berlin said".
fn does(doc: &Document, after: usize) -> bool {
    let mut at = after;
    if doc.folded(at) == "and" && doc.case(at + 1).is_capitalised() {
        at = countries::TABLE.longest(doc, at + 1, at + 4).map_or(at, |(end, _)| end);
    }
    let skip = |mut at: usize| {
        let limit = at + REACH;
        while at < limit && skips(doc, at) {
            at += 1;
        }
        at
    };
    // "Addis Ababa, which mediated a truce"; "Tehran, which was not invited, criticised".
    if doc.folded(at) == "," && doc.folded(at + 1) == "which" {
        const CLAUSE: usize = 16;
        let close = (at + 2..at + CLAUSE).find(|i| matches!(doc.word(*i), "," | "." | ";"));
        let close = close.filter(|i| doc.word(*i) == "," && doc.case(*i + 1) == Case::Lower);
        return close.is_some_and(|i| is_acting(doc, skip(i + 1))) || is_acting(doc, skip(at + 2));
    }
    at = skip(at);
    if doc.case(at) != Case::Lower {
        return false;
    }
    // "would “respond as one”".
    let quoted = usize::from(doc.kind(at + 1) == TokenKind::Quote && doc.tokens.get(at + 2).is_some());
    let mut next = skip(at + 1 + quoted);
    if is(doc, at, words::MODAL) {
        return doc.case(next) == Case::Lower && !is(doc, next, words::HAPPENS);
    }
    if is(doc, at, words::PERFECT) {
        // "has yet to report".
        if doc.folded(next) == "yet" && doc.folded(next + 1) == "to" {
            next = skip(next + 2);
        }
        // "Riyadh and Washington had been told".
        let informed =
            matches!(doc.folded(next + 1), "told" | "informed" | "warned" | "briefed" | "notified" | "consulted");
        return is_acting(doc, next) || doc.folded(next) == "been" && informed;
    }
    if is(doc, at, words::BE) {
        return is(doc, next, words::STATE) || is_doing(doc, next);
    }
    is_acting(doc, at)
}

/// Whether the word is a verb of acting, in whatever form.
fn is_acting(doc: &Document, i: usize) -> bool {
    let word = doc.folded(i);
    doc.case(i) == Case::Lower
        && (is(doc, i, words::ACTS)
            || ["s", "ed", "d"].iter().any(|end| words::TABLE.has_tag(&format!("{word}{end}"), words::ACTS)))
}

/// Whether the word is what a government is at: "is sending", "was preparing".
fn is_doing(doc: &Document, i: usize) -> bool {
    let Some(stem) = doc.folded(i).strip_suffix("ing").filter(|_| doc.case(i) == Case::Lower) else { return false };
    ["s", "es", "ed", "d"].iter().any(|end| words::TABLE.has_tag(&format!("{stem}{end}"), words::ACTS))
}

/// Whether what stands before, at token `i`, takes a party: "accused Moscow", "talks with Moscow", "the row between
/// Ankara and Athens".
fn is_party(doc: &Document, i: usize, after: usize) -> bool {
    let other = |i: usize| (i.saturating_sub(3)..i).rev().find(|i| doc.folded(*i) == "between");
    let between = match doc.folded(i) {
        "between" => Some(i),
        "and" => other(i),
        _ => None,
    };
    if let Some(between) = between {
        return (between.saturating_sub(3)..between).any(|i| is(doc, i, words::RELATION));
    }
    let behind = doc.folded(after);
    if is(doc, i, words::GIVES) {
        return doc.kind(after) == TokenKind::Number
            || matches!(behind, "a" | "an" | "another" | "the" | "more" | "some");
    }
    if is(doc, i, words::RELATES) {
        return i > 0 && is(doc, i - 1, words::RELATION) && ends_phrase(doc, after);
    }
    // "Called on Ankara to change the law", "wants Oslo to pay".
    let asked = |i: usize| matches!(doc.folded(i), "called" | "calls" | "call" | "calling");
    let called_on = doc.folded(i) == "on" && i > 0 && asked(i - 1) && behind == "to";
    called_on || is(doc, i, words::BEFORE) && ends_phrase(doc, after)
}

fn skips(doc: &Document, i: usize) -> bool {
    let day = doc.folded(i).ends_with("day") && doc.case(i).is_capitalised();
    day || doc.folded(i) == "on" && doc.folded(i + 1).ends_with("day") || is(doc, i, words::SKIP)
}

/// Whether no noun follows that the place would only qualify: "with Moscow," but not "with Moscow residents".
fn ends_phrase(doc: &Document, i: usize) -> bool {
    doc.kind(i) != TokenKind::Word || doc.case(i) == Case::Lower && doc.folded(i).len() <= 4
}
