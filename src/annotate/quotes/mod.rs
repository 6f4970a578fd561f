//! Quotes: what was said, in marks or without.
//!
//! Marks: `"The road is open," she said` (direct), `called it "a shame"` (mixed), `said the road
//! was open` (indirect), `an operation dubbed "Dawn"` (term: a name or a word talked about,
//! nobody's speech).
//! Not: thoughts ("believes that"), the article's own voice, "said goodbye".
//!
//! In order of trust: the marks and their pairing ([`marks`]); a label or signature ([`named`]); the cue beside them
//! ([`cues`], [`ties`]); a run of quotes under one cue; who of all around most speaks for ([`choice`]). Indirect
//! speech ([`indirect`]) is what a cue takes besides, where there are no marks.
//!
//! In transcripts the label of a paragraph speaks ([`transcript`]); a press office's statement stands behind
//! "the minister said:" ([`statement`]).
//!
//! Known misses: passives ("was told that"), inner quotes as quotes of their own.
//! Data: `cues.tsv`, `cue-nouns.tsv`, `speech-signs.tsv`, `speaker-signs.tsv`, `grammar.tsv`, `term-contexts.tsv`.
//! Guideline: PolNeAR's attribution scheme (source, cue, content) over quoted stretches.

mod attach;
mod candidates;
mod choice;
mod clauses;
mod cues;
pub(crate) mod head;
mod indirect;
mod kinds;
mod marks;
mod named;
mod other_cues;
pub(crate) mod phrases;
mod repeated;
mod signs;
mod statement;
mod subjects;
mod ties;
mod transcript;
mod verbal;
mod verbs;

pub use attach::Seen;

use super::entities::Entities;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{QuoteId, Span, TokenRange};
use crate::wire::{Certainty, Marks, QuoteKind};
use std::borrow::Cow;

/// Something said.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How the words are given.
    pub kind: QuoteKind,
    /// The words, from first to last.
    pub span: Span,
    /// The words; several stretches where the cue breaks an indirect quote.
    pub content: Vec<Span>,
    /// Of a mixed quote: the reported clause that holds the marked words.
    pub clause: Option<Span>,
    /// How its marks stand.
    pub marks: Marks,
    /// The words that introduce it.
    pub cue: Option<TokenRange>,
    /// The noun phrase that the cue, or what stands around, names as speaker.
    pub subject: Option<TokenRange>,
    /// Whether the words say that this is the speaker, or it follows from what stands around.
    pub certainty: Certainty,
    /// The quote that this one goes on from.
    pub continues: Option<QuoteId>,
    /// Which rule decided.
    pub rule: Cow<'static, str>,
}

impl Quote {
    /// Words without marks, in one stretch or several, that the text says are somebody's.
    fn unmarked(kind: QuoteKind, content: Vec<Span>, rule: &'static str) -> Quote {
        Quote {
            kind,
            span: content.iter().copied().reduce(Span::join).unwrap_or_default(),
            content,
            clause: None,
            marks: Marks::None,
            cue: None,
            subject: None,
            certainty: Certainty::Stated,
            continues: None,
            rule: rule.into(),
        }
    }

    /// With the words that introduce it, and their speaker.
    fn said_by(self, cue: &cues::Cue) -> Quote {
        Quote { cue: Some(cue.tokens), subject: cue.subject, ..self }
    }
}

impl Spanned for Quote {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the quotes of `doc` and the words that introduce them.
pub fn find(doc: &Document, entities: &Entities) -> Layer<Quote> {
    let stretches = marks::pair(doc);
    let cues = cues::find(doc, &stretches);
    let attached = attach::attach(doc, entities, &stretches, &cues);
    let mut quotes = attach::quotes(doc, &stretches, &cues, &attached);
    quotes.extend(indirect::find(doc, &stretches, &cues, &attached));
    quotes.extend(transcript::find(doc, &stretches));
    quotes.extend(statement::find(doc, entities, &stretches, &cues));
    Layer::new(link(quotes))
}

/// What is seen of each marked stretch of `doc`, by which speech is told from terms: the words and
/// their signs. To learn from.
pub fn signs(doc: &Document, entities: &Entities) -> Vec<(Span, Vec<String>)> {
    let stretches = marks::pair(doc);
    let cues = cues::find(doc, &stretches);
    let holds = attach::holds(doc, entities, &stretches, &cues);
    let seen = |n: usize| {
        let mut signs = Vec::new();
        let place = signs::Place { doc, stretches: &stretches, cues: &cues, n, hold: holds[n] };
        place.each_sign(&mut |sign| signs.push(sign.concat()));
        (doc.span_of(stretches[n].words), signs)
    };
    (0..stretches.len()).filter(|n| !stretches[*n].words.is_empty()).map(seen).collect()
}

/// What is seen of the candidates for each marked stretch of `doc`, by which its speaker is chosen. To learn from.
pub fn candidates(doc: &Document, entities: &Entities) -> Vec<Seen> {
    let stretches = marks::pair(doc);
    let cues = cues::find(doc, &stretches);
    attach::seen(doc, entities, &stretches, &cues)
}

/// A quote and the span of the one that it goes on from.
pub(crate) type Linked = (Quote, Option<Span>);

/// Sorts as the layer will, and turns the spans that quotes go on from into ids.
fn link(mut quotes: Vec<Linked>) -> Vec<Quote> {
    crate::sort::by_key(&mut quotes, |(quote, _)| (quote.span.start, std::cmp::Reverse(quote.span.end)));
    let spans: Vec<Span> = quotes.iter().map(|(quote, _)| quote.span).collect();
    quotes
        .into_iter()
        .map(|(mut quote, from)| {
            quote.continues = from.and_then(|from| {
                let key = |span: &Span| (span.start, std::cmp::Reverse(span.end));
                spans.binary_search_by_key(&key(&from), key).ok().map(QuoteId::at)
            });
            quote
        })
        .collect()
}
