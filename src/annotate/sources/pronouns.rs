//! Whom "it" stands for at the head of a sentence: the body that the sentence before begins with.

use crate::annotate::entities::Entities;
use crate::document::Document;
use crate::lexicon::{function_words as small, organization_words as bodies};
use crate::span::{EntityId, Span, TokenRange};
use crate::token::TokenKind;
use crate::wire::EntityKind;

/// How many words the name of a body can have.
const LONGEST: usize = 9;

/// "The regional government disputes the numbers. **It** says 62 people have died": the body's words, without an
/// article, and what they name.
pub(super) fn body(doc: &Document, source: Span, entities: &Entities) -> Option<(TokenRange, Option<EntityId>)> {
    let it = doc.tokens_in(source);
    let here = doc.sentence_at(it.start);
    let opens = it.len() == 1 && doc.folded(it.start) == "it" && doc.sentence(here).tokens.start == it.start;
    let before = here.index().checked_sub(1).filter(|_| opens)?;
    let sentence = doc.sentences.get(before)?.tokens;
    let tokens = leading(doc, sentence, entities)?;
    let named = tokens.iter().rev().find_map(|i| entities.mention_at(i));
    let named = named.filter(|mention| mention.kind == EntityKind::Organization || mention.tokens.contains(tokens));
    Some((tokens, named.and_then(|mention| mention.entity)))
}

/// The body that a sentence begins with: "The Front for the Sahel", "Oru's defence ministry".
fn leading(doc: &Document, sentence: TokenRange, entities: &Entities) -> Option<TokenRange> {
    let is = |i: usize, tags: u32| small::TABLE.has_tag(doc.listed(i), tags);
    let start = sentence.start + usize::from(is(sentence.start, small::DETERMINER));
    let end = sentence.end.min(start + LONGEST);
    let part = |i: usize| match doc.kind(i) {
        TokenKind::Word => !is(i, u32::MAX),
        TokenKind::Clitic => doc.folded(i) == "'s",
        _ => false,
    };
    let is_head = |i: usize| bodies::TABLE.has_tag(doc.listed(i), bodies::HEAD | bodies::BODY);
    let last = (start..end).take_while(|i| part(*i)).filter(|i| is_head(*i)).last()?;
    // "The Front for the Sahel": the name goes on.
    let goes_on = matches!(doc.folded(last + 1), "for" | "of");
    let name = last + 2 + usize::from(is(last + 2, small::DETERMINER));
    let behind = entities.mention_at(name).filter(|m| goes_on && m.tokens.start == name && m.tokens.end <= end);
    Some(TokenRange::new(start, behind.map_or(last + 1, |mention| mention.tokens.end)))
}
