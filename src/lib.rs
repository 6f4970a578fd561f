//! Reads a news article and marks who is in it, who said what, and how many people were harmed
//! according to whom.
//!
//! It says what *the text* says, never what is true. Reading cannot fail: any text, in whatever
//! state it was pasted, gives a sensible [`Article`], in time linear in its length. Nothing is
//! looked up anywhere; the word lists are part of the crate.
//!
//! ```
//! let text = "LIMA — Two people were killed and nine injured when a bridge gave way, police said. \
//!             “It was old,” Mayor Ana Reyes told reporters. “We knew it.”";
//! let article = newsmark::annotate(text);
//!
//! for (figure, source) in article.figures.iter().zip(&article.sources) {
//!     let source = source.as_ref().map(|source| article.doc.slice(source.span));
//!     println!("{:?}: {}, says {}", figure.kind, article.doc.slice(figure.span), source.unwrap_or("the article"));
//! }
//! ```
//!
//! # Layers
//!
//! An [`Article`] is the text cut into blocks, sentences and tokens (a [`document::Document`]) and
//! layers of marks that lie over it. A [`layer::Layer`] is a sorted list; marks may overlap. Spans
//! are half-open ranges of bytes in the text as given: nothing is changed or normalised.
//!
//! ## The document
//!
//! Pasted articles come with wrapped lines, page furniture and captions. Blocks have roles:
//!
//! ```
//! use newsmark::document::BlockRole;
//!
//! let article = newsmark::annotate("Bridge Gives Way in Lima\n\nThe bridge fell at\nnoon. Nobody was hurt.\n");
//! let doc = &article.doc;
//! assert_eq!(doc.blocks[0].role, BlockRole::Headline);
//! assert_eq!(doc.slice(doc.sentences[1].span), "The bridge fell at\nnoon.");
//! assert_eq!(doc.read(doc.sentences[1].tokens), "The bridge fell at noon.");
//! ```
//!
//! ## Names
//!
//! A mention is a place where the text names something; an entity is what it names.
//!
//! ```
//! use newsmark::wire::EntityKind;
//!
//! let article = newsmark::annotate("Mayor Ana Reyes spoke in Lima. Reyes was brief.");
//! let person = article.entities.list.iter().find(|entity| entity.kind == EntityKind::Person).unwrap();
//! assert_eq!((person.name.as_str(), person.role.as_deref()), ("Ana Reyes", Some("Mayor")));
//! assert_eq!(article.entities.mentions.iter().filter(|mention| article.doc.slice(mention.span) == "Reyes").count(), 1);
//! ```
//!
//! ## Quotes and speakers
//!
//! Direct, mixed and indirect speech; words in marks that nobody speaks are [`wire::QuoteKind::Term`].
//!
//! ```
//! use newsmark::wire::QuoteKind;
//!
//! let article = newsmark::annotate("Mayor Ana Reyes spoke in Lima. “The bridge was old,” she said.");
//! let (quote, speaker) = (&article.quotes[0], article.speakers[0].unwrap());
//! assert_eq!(quote.kind, QuoteKind::Direct);
//! assert_eq!(article.doc.slice(quote.span), "The bridge was old,");
//! assert_eq!(article.doc.slice(speaker.span), "she");
//! assert_eq!(article.entities.get(speaker.entity.unwrap()).name, "Ana Reyes");
//! ```
//!
//! ## Figures, sources and the ledger
//!
//! A figure is a count of people harmed, with its range and the words that name its source. The
//! ledger puts the figures about the same harm side by side.
//!
//! ```
//! use newsmark::wire::{Bound, HarmKind};
//!
//! let article = newsmark::annotate("At least 12 people were killed, police said. The rebels said 20 had died.");
//! let first = &article.figures[0];
//! assert_eq!((first.kind, first.low, first.high, first.bound), (HarmKind::Killed, Some(12), None, Bound::AtLeast));
//! assert_eq!(article.doc.slice(article.sources[0].as_ref().unwrap().span), "police");
//! assert_eq!(article.ledger[0].figures.len(), 2);
//! ```
//!
//! ## Dates
//!
//! Weekdays need the day of publication:
//!
//! ```
//! # fn main() -> Result<(), newsmark::Error> {
//! let annotator = newsmark::Annotator::default().with_published("2022-08-04")?;
//! let article = annotator.annotate("The talks broke down on Tuesday.");
//! assert_eq!(article.dates[0].value.as_deref(), Some("2022-08-02"));
//! # Ok(())
//! # }
//! ```
//!
//! ## Quantities
//!
//! Sums, measures, spans of time, ages, and what is counted without being harmed:
//!
//! ```
//! let article = newsmark::annotate("The road is 40 km long and cost Rs 40 crore.");
//! let sum = &article.quantities[1];
//! assert_eq!((sum.kind, sum.low, sum.unit.as_deref()), ("money", Some(400_000_000.0), Some("Rs")));
//! ```
//!
//! ## Notes
//!
//! What a copy desk would look at, such as a figure that nobody is named for:
//!
//! ```
//! let article = newsmark::annotate("Nine people were killed in the fire on Monday.");
//! assert!(article.notes.iter().any(|note| note.kind == "figure-without-source"));
//! ```
//!
//! ## Names of your own
//!
//! A list of names counts before what the engine knows; [`Lexicon::read`] says how to write one. Lines that
//! cannot be used are told, the others are kept.
//!
//! ```
//! use newsmark::{Annotator, Lexicon, wire::EntityKind};
//!
//! let (lexicon, problems) = Lexicon::read("Blue Crane\tevent\nthe Reef\tplace\tWitwatersrand\nSummit\tnever\n");
//! assert!(problems.is_empty());
//! let article = Annotator::default().with_lexicon(lexicon).annotate("Troops left the Reef after Blue Crane.");
//! let named: Vec<_> = article.entities.list.iter().map(|entity| (entity.kind, entity.name.as_str())).collect();
//! assert_eq!(named, [(EntityKind::Place, "Witwatersrand"), (EntityKind::Event, "Blue Crane")]);
//! ```
//!
//! # The wire format
//!
//! [`Article::to_wire`] gives the public JSON, version 1: plain data with ids, in whatever unit the
//! reader counts. [`wire::Article`] derives serde's traits.
//!
//! ```
//! let text = "“Señor, we knew it,” said Ana Reyes.";
//! let article = newsmark::annotate(text);
//! let wire = article.to_wire(newsmark::OffsetUnit::Codepoint);
//! let quote = &wire.quotes[0];
//! let words: String = text.chars().skip(quote.start as usize).take((quote.end - quote.start) as usize).collect();
//! assert_eq!(words, "Señor, we knew it,");
//! ```
//!
//! # Exports
//!
//! [`export`] turns wire objects into other formats:
//!
//! ```
//! use newsmark::{OffsetUnit, export::claims, wire};
//!
//! let text = "Two people were killed, police said.";
//! let wire = newsmark::annotate(text).to_wire(OffsetUnit::Byte);
//! let wire = wire::Article { id: Some("a".into()), text: Some(text.into()), ..wire };
//! assert!(claims::rows(&wire).starts_with("a,l1,killed,Two,2,2,2,exact,people,"));
//! ```
//!
//! # Why a mark is there
//!
//! Every mark has a `rule`, as `quotes/marks`: the file in [`annotate`](mod@annotate) and the rule in it that
//! decided. An attribution is [`wire::Certainty::Stated`] where the words say so and `Inferred`
//! where it follows from the context.

pub mod annotate;
pub mod article;
mod coder;
pub mod document;
mod error;
pub mod export;
#[cfg(any(test, all(target_arch = "wasm32", feature = "js")))]
mod flat;
mod fold;
mod json;
pub mod layer;
pub mod lexicon;
mod maps;
pub mod offsets;
pub mod own;
pub mod pattern;
mod ranks;
mod segment;
mod slots;
mod sort;
pub mod span;
pub mod tagger;
pub mod token;
pub mod vocabulary;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub mod wasm;
pub mod wire;
mod writer;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub use article::Article;
pub use error::Error;
pub use offsets::OffsetUnit;
pub use own::Lexicon;

use std::sync::{Arc, LazyLock};

/// Reads `text`, told nothing else; an [`Annotator`] can be told more.
pub fn annotate(text: &str) -> Article<'_> {
    Annotator::default().annotate(text)
}

/// Reads articles: told the day of publication, and the names that count before what it knows. Made once, it serves
/// many articles, on as many threads as there are.
///
/// ```
/// use newsmark::{Annotator, Lexicon};
///
/// let (names, _problems) = Lexicon::read("Ubuntu Hub\torganization\n");
/// let annotator = Annotator::default().with_lexicon(names);
/// let article = annotator.annotate("Ubuntu Hub opened on Monday.");
/// assert_eq!(article.entities.list[0].name, "Ubuntu Hub");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Annotator {
    published: Option<String>,
    lexicon: Option<Arc<Lexicon>>,
}

impl Annotator {
    /// Day of publication, `YYYY-MM-DD` with anything behind it; weekdays are resolved against it.
    ///
    /// # Errors
    /// Where `date` does not begin so.
    pub fn with_published(mut self, date: &str) -> Result<Self, Error> {
        let day = date.get(..10).filter(|day| {
            day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
        });
        let Some(day) = day else {
            return Err(Error::new(format!("published: \"{date}\" is no date; write it as 2022-08-04")));
        };
        if !annotate::dates::begins_with_day(day) {
            return Err(Error::new(format!("published: the calendar has no {day}; write the day as 2022-08-04")));
        }
        self.published = Some(day.to_string());
        Ok(self)
    }

    /// Day of publication, if given.
    pub fn published(&self) -> Option<&str> {
        self.published.as_deref()
    }

    /// The user's own names, which count before what the engine knows; shared between clones.
    pub fn with_lexicon(mut self, lexicon: impl Into<Arc<Lexicon>>) -> Self {
        self.lexicon = Some(lexicon.into());
        self
    }

    /// The user's own names; none, if none were given.
    pub fn lexicon(&self) -> &Lexicon {
        static NONE: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
        self.lexicon.as_deref().unwrap_or(&NONE)
    }

    /// Reads `text`.
    pub fn annotate<'t>(&self, text: &'t str) -> Article<'t> {
        annotate::annotate(text, self, &|_| {})
    }
}

/// Runs the README's Rust samples.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Runs the guide's.
#[cfg(doctest)]
#[doc = include_str!("../docs/embed.md")]
struct Guide;
