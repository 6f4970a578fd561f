//! Statements without marks that a colon introduces.
//!
//! "The minister, Ana Reyes, said:" and in the next paragraph what she said, as press offices write. Only that
//! paragraph, and only whole sentences: what follows may be hers or the writer's again. And in a headline "Reyes:
//! The road will stay open"; not "Reyes: The last of her kind", which says nothing of what she said; or "Three dead in
//! blast – police"; not "Three dead in blast – Daily News", where a page has its site's name.

use super::clauses::has_verb;
use super::cues::{Cue, Form};
use super::marks::Stretch;
use super::{Linked, Quote, phrases};
use crate::annotate::entities::Entities;
use crate::document::{Block, BlockRole, Document};
use crate::lexicon::{agencies, grammar, number_words, organization_words, person_nouns};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{EntityKind, QuoteKind};

/// Finds the statements of `doc`.
pub(crate) fn find(doc: &Document, entities: &Entities, stretches: &[Stretch], cues: &[Cue]) -> Vec<Linked> {
    let headlines = doc.blocks.iter().filter(|block| block.role == BlockRole::Headline);
    let told = |words| headline(doc, entities, stretches, words).or_else(|| tagged(doc, entities, stretches, words));
    let headlines = headlines.filter_map(|block| Some((told(block.tokens)?, None)));
    let written = |block: &&Block| matches!(block.role, BlockRole::Headline | BlockRole::Body);
    let blocks: Vec<&Block> = doc.blocks.iter().filter(written).collect();
    let statement = |pair: &[&Block]| Some((statement(doc, stretches, cues, pair[0], pair[1])?, None));
    blocks.windows(2).filter_map(statement).chain(headlines).collect()
}

/// What a headline says behind a name and a colon.
fn headline(doc: &Document, entities: &Entities, stretches: &[Stretch], words: TokenRange) -> Option<Quote> {
    const NAME: usize = 6;
    let colon = words.iter().take(NAME).find(|i| doc.word(*i) == ":")?;
    let name = TokenRange::new(words.start, colon);
    let mention = colon.checked_sub(1).and_then(|i| entities.mention_at(i))?;
    let speaks = matches!(mention.kind, EntityKind::Person | EntityKind::Organization);
    let clause = TokenRange::new(colon + 1, words.end);
    let at = stretches.partition_point(|s| s.whole.start < clause.start);
    let marked = stretches.get(at).is_some_and(|s| clause.has(s.whole.start));
    // "Reyes: The woman who was …", "Reyes: A life in …", "Reyes: what is known".
    let own = clause.iter().take_while(|&i| !phrases::is(doc, i, grammar::RELATIVE));
    let verb = own
        .skip(1)
        .any(|i| phrases::is(doc, i, grammar::AUXILIARY) || doc.kind(i) == TokenKind::Clitic && doc.folded(i) != "'s");
    let names = matches!(doc.folded(clause.start), "a" | "an") || phrases::is(doc, clause.start, grammar::QUESTION);
    (speaks && mention.tokens.end == colon && clause.len() > 2 && !marked && verb && !names).then(|| {
        let quote = Quote::unmarked(QuoteKind::Indirect, vec![doc.span_of(clause)], "quotes/headline");
        Quote { subject: Some(name), ..quote }
    })
}

/// What a headline says before a dash or colon that only its source follows.
fn tagged(doc: &Document, entities: &Entities, stretches: &[Stretch], words: TokenRange) -> Option<Quote> {
    const NAME: usize = 4;
    const LEAST: usize = 3;
    let end = words.end - usize::from(matches!(doc.word(words.end - 1), "." | "!"));
    let parts = |i: &usize| phrases::is_dash(doc, *i) || doc.word(*i) == ":";
    let mark = (words.start..end).rev().take(NAME + 1).find(parts).filter(|mark| *mark >= words.start + LEAST)?;
    let (clause, source) = (TokenRange::new(words.start, mark), TokenRange::new(mark + 1, end));
    let mut names = source.iter().filter_map(|i| entities.mention_at(i));
    let named = names.any(|m| {
        matches!(m.kind, EntityKind::Person | EntityKind::Organization)
            && m.tokens.end == source.end
            && !is_paper(doc, m.tokens)
    });
    let last = source.end - 1;
    let known = |word: &str| person_nouns::TABLE.has_word(word);
    let office = phrases::is_office(doc, last)
        || doc.folded(last).strip_suffix('s').is_some_and(known)
        || organization_words::TABLE.has_tag(doc.listed(last), organization_words::BODY)
        || phrases::is(doc, last, grammar::DOCUMENT)
        || doc.folded(last) == "sources";
    let plain = source.iter().all(|i| phrases::is_word(doc, i) && !phrases::is_verbish(doc, i));
    let counts = phrases::is(doc, source.start, grammar::PREPOSITION | grammar::COORDINATOR)
        || doc.is_one_of(source.start, &["a", "an", "how", "why", "what"])
        || number_words::TABLE.has_word(doc.listed(source.start));
    // "36 dead", not "Arda 2-1 Brena"
    let number = |i: usize| doc.kind(i) == TokenKind::Number || number_words::TABLE.has_word(doc.listed(i));
    let lower = |i: usize| clause.has(i) && doc.case(i) == Case::Lower;
    let tells = clause.iter().any(|i| number(i) && (lower(i + 1) || i > 0 && lower(i - 1))) || has_verb(doc, clause);
    let at = stretches.partition_point(|s| s.whole.start < words.start);
    let marked = stretches.get(at).is_some_and(|s| words.has(s.whole.start));
    (!source.is_empty() && (named || office) && plain && !counts && tells && !marked).then(|| {
        let quote = Quote::unmarked(QuoteKind::Indirect, vec![doc.span_of(clause)], "quotes/headline");
        Quote { subject: Some(source), ..quote }
    })
}

/// Whether the name is a newspaper's, an agency's or a station's.
fn is_paper(doc: &Document, name: TokenRange) -> bool {
    const PAPERS: [&str; 16] = [
        "news",
        "times",
        "post",
        "guardian",
        "herald",
        "tribune",
        "telegraph",
        "today",
        "online",
        "mail",
        "mirror",
        "daily",
        "tv",
        "radio",
        "media",
        "network",
    ];
    name.iter().any(|i| doc.is_one_of(i, &PAPERS)) || agencies::TABLE.has_word(doc.listed(name.start))
}

fn statement(doc: &Document, stretches: &[Stretch], cues: &[Cue], before: &Block, block: &Block) -> Option<Quote> {
    let colon = before.tokens.end.checked_sub(1).filter(|i| doc.word(*i) == ":")?;
    let cue = &cues[cues.partition_point(|cue| cue.tokens.end <= colon).checked_sub(1)?];
    let introduces =
        cue.after == colon && cue.form == Form::Finite && !cue.unsaid && before.tokens.has(cue.tokens.start);
    let words = block.tokens;
    if block.role != BlockRole::Body || words.is_empty() {
        return None;
    }
    let at = stretches.partition_point(|s| s.whole.start < words.start);
    let marked = stretches.get(at).is_some_and(|s| words.has(s.whole.start));
    let ends = matches!(doc.word(words.end - 1), "." | "!" | "?");
    (introduces && !marked && ends)
        .then(|| Quote::unmarked(QuoteKind::Indirect, vec![doc.span_of(words)], "quotes/statement").said_by(cue))
}
