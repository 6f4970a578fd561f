//! Other formats, one a file. Exporters read finished wire objects and nothing else, so that a
//! result which a person has corrected goes out as it stands: what was rejected stays out.

pub mod claims;

mod brat;
mod csv;
mod html;
#[cfg(all(target_arch = "wasm32", feature = "js-export"))]
pub mod js;
mod label_studio;
mod markdown;
mod marks;
mod names;
mod ninjs;
mod prodigy;
mod quotes;
mod report;
mod text;
mod w3c;

use crate::Error;
use crate::wire::Article;
use marks::Layer;
use text::Text;

/// A format that an article can be given away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(all(target_arch = "wasm32", feature = "js-export"), derive(serde::Serialize, tsify::Tsify))]
#[cfg_attr(all(target_arch = "wasm32", feature = "js-export"), serde(rename_all = "kebab-case"))]
pub enum Format {
    /// The wire object itself, which opens again exactly.
    Json,
    /// Casualty claims as CSV, one figure a row.
    ClaimsCsv,
    /// Quotes as CSV, one a row.
    QuotesCsv,
    /// Names as CSV, one entity a row.
    NamesCsv,
    /// W3C Web Annotation, JSON-LD.
    W3c,
    /// brat's standoff annotations, the `.ann` beside a `.txt`.
    Brat,
    /// The marked article as a page without script.
    Html,
    /// A report for an editor, in Markdown.
    Markdown,
    /// A task for Prodigy, one line of JSON.
    Prodigy,
    /// A task for Label Studio with its marks as predictions, one line of JSON.
    LabelStudio,
    /// IPTC ninjs 3.1.
    Ninjs,
}

/// What an export is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The file's content.
    pub content: String,
    /// What the article has and the format could not hold, in plain words: "12 quotes".
    pub left_out: Vec<String>,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 11] = [
        Format::Json,
        Format::ClaimsCsv,
        Format::QuotesCsv,
        Format::NamesCsv,
        Format::W3c,
        Format::Brat,
        Format::Html,
        Format::Markdown,
        Format::Prodigy,
        Format::LabelStudio,
        Format::Ninjs,
    ];

    /// The word for it, as the command line takes it.
    pub fn word(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::ClaimsCsv => "claims-csv",
            Format::QuotesCsv => "quotes-csv",
            Format::NamesCsv => "names-csv",
            Format::W3c => "w3c",
            Format::Brat => "brat",
            Format::Html => "html",
            Format::Markdown => "markdown",
            Format::Prodigy => "prodigy",
            Format::LabelStudio => "label-studio",
            Format::Ninjs => "ninjs",
        }
    }

    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::ClaimsCsv => "claims.csv",
            Format::QuotesCsv => "quotes.csv",
            Format::NamesCsv => "names.csv",
            Format::W3c => "jsonld",
            Format::Brat => "ann",
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Prodigy => "prodigy.jsonl",
            Format::LabelStudio => "label-studio.jsonl",
            Format::Ninjs => "ninjs.json",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Json | Format::Ninjs => "application/json",
            Format::ClaimsCsv | Format::QuotesCsv | Format::NamesCsv => "text/csv",
            Format::W3c => "application/ld+json",
            Format::Brat => "text/plain",
            Format::Html => "text/html",
            Format::Markdown => "text/markdown",
            Format::Prodigy | Format::LabelStudio => "application/jsonl",
        }
    }

    /// The line above all rows; empty where the format has none.
    pub fn header(self) -> &'static str {
        match self {
            Format::ClaimsCsv => claims::HEADER,
            Format::QuotesCsv => quotes::HEADER,
            Format::NamesCsv => names::HEADER,
            _ => "",
        }
    }

    /// What of an article it can hold.
    fn holds(self) -> &'static [Layer] {
        use Layer::*;
        match self {
            Format::Json => &Layer::ALL,
            Format::ClaimsCsv => &[Figures, Ledger],
            Format::QuotesCsv => &[Quotes],
            Format::NamesCsv => &[Names],
            Format::W3c => &[Names, Quotes, Figures, Dates, Quantities, Notes],
            Format::Brat => &[Names, Quotes, Figures, Dates, Quantities, Notes],
            Format::Html | Format::Markdown => &[Names, Quotes, Figures, Ledger, Notes],
            Format::Prodigy => &[Names, Quotes, Figures, Dates, Quantities],
            Format::LabelStudio => &[Names, Quotes, Figures, Dates, Quantities],
            Format::Ninjs => &[Names],
        }
    }
}

/// Writes `article` as `format`, with or without its whole text. CSV comes without its header, so that the rows of
/// several articles can follow each other.
///
/// # Errors
/// All formats but JSON need the article's `text` to find its words by; Prodigy and Label Studio can't go without it.
pub fn write(article: &Article, format: Format, with_text: bool) -> Result<Export, Error> {
    if format != Format::Json && article.text.is_none() && article.length > 0 {
        return Err(Error::new(format!(
            "{} needs the article's text: have it annotated with `text`, or put it into the object",
            format.word()
        )));
    }
    if matches!(format, Format::Prodigy | Format::LabelStudio) && !with_text {
        return Err(Error::new(format!(
            "{} is nothing without the article's text: export it with text",
            format.word()
        )));
    }
    let text = Text::of(article);
    let content = match format {
        Format::Json => json(article, with_text),
        Format::ClaimsCsv => claims::rows_of(article, &text),
        Format::QuotesCsv => quotes::rows(article, &text),
        Format::NamesCsv => names::rows(article, &text),
        Format::W3c => w3c::write(article, &text, with_text),
        Format::Brat => brat::write(article, &text),
        Format::Html => html::write(article, &text, with_text),
        Format::Markdown => markdown::write(article, &text, with_text),
        Format::Prodigy => prodigy::write(article, &text),
        Format::LabelStudio => label_studio::write(article, &text),
        Format::Ninjs => ninjs::write(article, &text, with_text),
    };
    let lost = Layer::ALL.iter().filter(|layer| !format.holds().contains(layer));
    let mut left_out: Vec<String> = lost.filter_map(|layer| layer.counted(article)).collect();
    if !with_text && article.text.is_some() {
        left_out.push("the text".into());
    }
    Ok(Export { content, left_out })
}

fn json(article: &Article, with_text: bool) -> String {
    let stripped = (!with_text && article.text.is_some()).then(|| Article { text: None, ..article.clone() });
    let mut line = to_json(stripped.as_ref().unwrap_or(article));
    line.push('\n');
    line
}

/// Values of our own types, which always have JSON.
fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Whether a person has said that the mark is wrong.
fn stands(origin: crate::wire::Origin) -> bool {
    origin != crate::wire::Origin::Rejected
}
