//! Sources: who claims a figure.
//!
//! **Marks** the speaker of the words that hold the figure: `police` in "Two people were killed,
//! police said"; `Baku` in "Baku said it had lost a soldier".
//!
//! **Does not mark** the article's own statements: no source is no guess.
//!
//! **Rules in order of trust**: the speaker of the quote that holds the number; whoever the sentence
//! itself names ([`reported`]: "according to", "put the toll at", "… - officials"); the source of the
//! sentence before, where this one plainly goes on ([`carried`]). "It" at a sentence's head is the body that the sentence
//! before begins with ([`pronouns`]).
//!
//! **Known misses**: sources named only two sentences before.
//!
//! **Data**: what [`super::quotes`] and [`super::speakers`] found; `say-verbs.tsv`.

mod carried;
mod pronouns;
mod reported;

use super::entities::{Entities, Mention};
use super::figures::Figure;
use super::quotes::Quote;
use super::references;
use super::speakers::Speaker;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon;
use crate::span::{EntityId, QuoteId, Span, TokenRange};
use crate::wire::{Certainty, QuoteKind};

/// Who claims a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The words that name them.
    pub span: Span,
    /// Whom they stand for.
    pub entity: Option<EntityId>,
    /// The words that a pronoun stands for, where they name nobody: "the regional government … It says".
    pub stands_for: Option<TokenRange>,
    /// The quote that holds the figure.
    pub quote: Option<QuoteId>,
    /// "said", "according to".
    pub cue: Option<TokenRange>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// How many quotes before a figure can still hold it.
const QUOTES_BACK: usize = 12;
/// How far before a figure such a quote can begin, in bytes.
const BYTES_BACK: u32 = 4000;

/// The source of each of `figures`, in their order; `None`: the article itself.
pub fn attribute(
    doc: &Document,
    figures: &Layer<Figure>,
    quotes: &Layer<Quote>,
    speakers: &[Option<Speaker>],
    entities: &Entities,
    references: &Layer<Mention>,
) -> Vec<Option<Source>> {
    // "Lopez, who put the toll at 38": whom the pronoun stands for.
    let linked = |source: Source| {
        let taken_up = || references::at(references, source.span).and_then(|mention| mention.entity);
        match pronouns::body(doc, source.span, entities) {
            Some((body, entity)) => Source { entity, stands_for: entity.is_none().then_some(body), ..source },
            None => Source { entity: source.entity.or_else(taken_up), ..source },
        }
    };
    let mut sources: Vec<Option<Source>> = Vec::with_capacity(figures.len());
    for (i, figure) in figures.iter().enumerate() {
        let source = reported::second_hand(doc, figure, entities)
            .or_else(|| reported::turned(doc, figure, entities))
            .or_else(|| reported::owned(doc, figure, entities))
            .or_else(|| reported::first_of_two(doc, figure, entities))
            .or_else(|| reported::gapped(doc, figure, entities))
            .or_else(|| quoted(doc, figure, quotes, speakers, entities))
            .filter(|source| reported::is_noun_phrase(doc, doc.tokens_in(source.span)))
            .or_else(|| reported::source(doc, figure, entities))
            .or_else(|| carried::source(doc, &figures[..=i], &sources));
        let before = sources.last().cloned().flatten().filter(|_| is_next(doc, &figures[..=i]));
        sources.push(source.map(linked).map(|source| told_before(doc, source, before)));
    }
    sources
}

/// Whether the last figure stands near the one before it: a dateline can be a sentence between.
fn is_next(doc: &Document, figures: &[Figure]) -> bool {
    let sentence = |figure: &Figure| doc.sentence_at(figure.number.start).index();
    matches!(figures, [.., one, other] if sentence(one) + 2 >= sentence(other))
}

/// "15 are missing, the river police said. On Friday **they** had listed 41": the source before.
fn told_before(doc: &Document, source: Source, before: Option<Source>) -> Source {
    let they = doc.folded(doc.tokens_in(source.span).start) == "they" && source.entity.is_none();
    match before.filter(|_| they && source.stands_for.is_none()) {
        Some(before) => {
            let words = before.stands_for.unwrap_or_else(|| doc.tokens_in(before.span));
            Source { entity: before.entity, stands_for: before.entity.is_none().then_some(words), ..source }
        }
        None => source,
    }
}

/// The speaker of the smallest quote that holds the figure's number.
fn quoted(
    doc: &Document,
    figure: &Figure,
    quotes: &Layer<Quote>,
    speakers: &[Option<Speaker>],
    entities: &Entities,
) -> Option<Source> {
    let number = doc.span_of(figure.number);
    let holds = |quote: &Quote| {
        let within = quote.content.iter().any(|part| part.contains(number));
        match quote.kind {
            QuoteKind::Direct => within,
            QuoteKind::Indirect => within && takes_clause(doc, quote),
            _ => within || quote.clause.is_some_and(|clause| clause.contains(number)) && takes_clause(doc, quote),
        }
    };
    let after = quotes.partition_point(|quote| quote.span.start <= number.start + BYTES_BACK);
    let (i, quote) = quotes
        .iter()
        .enumerate()
        .take(after)
        .rev()
        .skip_while(|(_, quote)| quote.clause.unwrap_or(quote.span).start > number.start)
        .take(QUOTES_BACK)
        .filter(|(_, quote)| quote.kind != QuoteKind::Term && holds(quote))
        .min_by_key(|(_, quote)| quote.clause.unwrap_or(quote.span).range().len())?;
    let speaker = (*speakers.get(i)?)?;
    let apposed = reported::apposed(doc, speaker.tokens, entities);
    let named = apposed.and_then(|tokens| entities.mention_at(tokens.start));
    Some(Source {
        span: apposed.map_or(speaker.span, |tokens| doc.span_of(tokens)),
        entity: named.map_or(speaker.entity, |mention| mention.entity),
        stands_for: None,
        quote: Some(QuoteId::at(i)),
        cue: quote.cue,
        certainty: speaker.certainty,
    })
}

/// Whether what the cue introduces is a whole clause: "said", not "called for". A headline's source has no cue.
fn takes_clause(doc: &Document, quote: &Quote) -> bool {
    quote.cue.map_or(quote.rule == "quotes/headline", |cue| {
        let listed = |i: usize| lexicon::say_verbs::TABLE.has_word(doc.listed(i)) || doc.folded(i) == "according";
        cue.iter().any(listed)
            && !cue
                .iter()
                .any(|i| doc.folded(i) == "declared" || doc.folded(i) == "claimed" && !reported::tells(doc, i))
    })
}
