//! Reads a news article and marks who is in it, who said what, and how many people were harmed
//! according to whom.
//!
//! ```
//! let article = newsmark::annotate("Two people were killed, police said.");
//! let wire = article.to_wire(newsmark::OffsetUnit::Codepoint);
//! assert_eq!(wire.version, 1);
//! ```

pub mod annotate;
pub mod article;
pub mod document;
mod error;
pub mod export;
mod fold;
pub mod layer;
pub mod lexicon;
pub mod offsets;
pub mod pattern;
mod segment;
pub mod span;
pub mod tagger;
pub mod token;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;

pub use article::Article;
pub use error::Error;
pub use offsets::OffsetUnit;

/// Reads `text` with no options.
pub fn annotate(text: &str) -> Article<'_> {
    Options::default().annotate(text)
}

/// What can be told to the engine.
#[derive(Clone, Debug, Default)]
pub struct Options {
    published: Option<String>,
}

impl Options {
    /// Day of publication, `YYYY-MM-DD` with anything behind it; weekdays are resolved against it.
    ///
    /// # Errors
    /// Where `date` does not begin so.
    pub fn with_published(mut self, date: &str) -> Result<Self, Error> {
        let day = date.get(..10).filter(|day| {
            day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
        });
        let day = day.ok_or_else(|| Error::new(format!("published: \"{date}\" is no date; write it as 2022-08-04")))?;
        self.published = Some(day.to_string());
        Ok(self)
    }

    /// Day of publication, if given.
    pub fn published(&self) -> Option<&str> {
        self.published.as_deref()
    }

    /// Reads `text`.
    pub fn annotate<'t>(&self, text: &'t str) -> Article<'t> {
        annotate::annotate(text, self)
    }
}
