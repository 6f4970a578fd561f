//! What can be asked for on the command line.

use crate::kinds::{Kind, Kinds};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use newsmark::OffsetUnit;
use newsmark::export::Format;
use std::path::PathBuf;

/// Marks who is in a news article, who said what, and how many people were harmed according to
/// whom. Everything is done on this machine.
#[derive(Parser)]
#[command(name = "newsmark", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Annotate(Annotate),
    /// Prints a script that completes newsmark's options in a shell
    #[command(
        after_help = "Example:\n  newsmark completions bash > ~/.local/share/bash-completion/completions/newsmark"
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Prints the completions of a shell.
pub(crate) fn completions(shell: clap_complete::Shell, out: &mut impl std::io::Write) {
    clap_complete::generate(shell, &mut Args::command(), "newsmark", out);
}

/// Marks articles: in colour, with the lists of claims, quotes, names and notes beneath; or as JSON,
/// CSV, a page, or for another tool
#[derive(clap::Args)]
#[command(after_help = "\
Exit codes:
  0  all input was read
  1  some input could not be read (the rest was), or the output could not be written
  2  wrong usage

Colours are left out in a pipe and where NO_COLOR is set.

Examples:
  newsmark annotate article.txt
  newsmark annotate --json --offsets utf16 article.txt
  newsmark annotate --csv *.txt > claims.csv
  newsmark annotate --format html --output marked stories
  newsmark annotate --lexicon names.tsv article.txt
  newsmark annotate --jsonl < articles.jsonl > annotated.jsonl")]
pub(crate) struct Annotate {
    /// Text files in UTF-8, or folders with .txt files in them, however deep; standard input where there
    /// is none, or for -
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// What to print
    #[arg(long, value_name = "FORMAT", group = "form", default_value = "text", hide_default_value = true)]
    pub(crate) format: Form,

    /// Short for --format json; an article's id is its file's name
    #[arg(long, group = "form")]
    pub(crate) json: bool,

    /// Read one {"id", "text"} a line (also "title", "published") and print one JSON article a line,
    /// in order; a line that can't be read becomes {"id", "error"} and is told on standard error
    #[arg(long, group = "form")]
    pub(crate) jsonl: bool,

    /// Short for --format csv
    #[arg(long, group = "form")]
    pub(crate) csv: bool,

    /// Mark these kinds only, parted by commas
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub(crate) kinds: Vec<Kind>,

    /// Write each article to a file of its own in this folder, which is made where it is missing
    #[arg(long, value_name = "FOLDER", conflicts_with = "jsonl")]
    pub(crate) output: Option<PathBuf>,

    /// What the offsets in JSON and CSV count
    #[arg(long, value_name = "UNIT", default_value = "codepoint")]
    pub(crate) offsets: Unit,

    /// Day of publication, such as 2022-08-04: weekdays in the text are resolved against it
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<String>,

    /// Names of your own, which count before what newsmark knows: lines of name, kind, canonical name
    /// and country, parted by tabs (the last two may be left out), or a JSON array with these fields.
    /// Kinds: person, organization, place, facility, group, event, product, other; never: not to be
    /// marked. May be given more than once; the last list counts. Lines that can't be used are told on
    /// standard error
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,

    /// Give the text back in the JSON
    #[arg(long, requires = "form")]
    pub(crate) text: bool,

    /// Leave the article's text out of formats that hold it
    #[arg(long, requires = "form", conflicts_with = "text")]
    pub(crate) no_text: bool,

    /// When to print in colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

impl Annotate {
    /// What is to be marked.
    pub(crate) fn kinds(&self) -> Kinds<'_> {
        Kinds(&self.kinds)
    }

    /// What to print, however it was asked for.
    pub(crate) fn form(&self) -> Form {
        match () {
            () if self.json => Form::Json,
            () if self.jsonl => Form::Jsonl,
            () if self.csv => Form::Csv,
            () => self.format,
        }
    }
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// In colour, with the lists of claims, quotes, names and notes beneath
    Text,
    /// Wire format version 1, an article a line
    Json,
    /// The same for a stream of articles: see --jsonl
    Jsonl,
    /// Casualty claims, one a row
    #[value(alias = "claims-csv")]
    Csv,
    /// Quotes, one a row
    QuotesCsv,
    /// Names, one a row
    NamesCsv,
    /// W3C Web Annotation, an article a line
    W3c,
    /// brat's standoff annotations; with --output the text lies beside them
    Brat,
    /// The marked article as a page without script
    Html,
    /// A report for an editor
    #[value(alias = "md")]
    Markdown,
    /// A task for Prodigy, one a line
    Prodigy,
    /// A task for Label Studio, one a line
    LabelStudio,
    /// IPTC ninjs 3.1, an article a line
    Ninjs,
}

impl Form {
    /// The export that it is, if it is one.
    pub(crate) fn export(self) -> Option<Format> {
        Some(match self {
            Form::Text | Form::Jsonl => return None,
            Form::Json => Format::Json,
            Form::Csv => Format::ClaimsCsv,
            Form::QuotesCsv => Format::QuotesCsv,
            Form::NamesCsv => Format::NamesCsv,
            Form::W3c => Format::W3c,
            Form::Brat => Format::Brat,
            Form::Html => Format::Html,
            Form::Markdown => Format::Markdown,
            Form::Prodigy => Format::Prodigy,
            Form::LabelStudio => Format::LabelStudio,
            Form::Ninjs => Format::Ninjs,
        })
    }
}

/// What offsets count.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Unit {
    /// Unicode code points, as Python counts
    Codepoint,
    /// UTF-16 units, as JavaScript, Java and C# count
    Utf16,
    /// UTF-8 bytes, as files count
    Byte,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Codepoint => OffsetUnit::Codepoint,
            Unit::Utf16 => OffsetUnit::Utf16,
            Unit::Byte => OffsetUnit::Byte,
        }
    }
}

/// When to print in colour.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that has colours, unless NO_COLOR is set
    Auto,
    /// Always, also in a pipe
    Always,
    /// Never
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::AlwaysAnsi,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}

/// Ends as clap does where the usage is wrong: says so, exit code 2.
pub(crate) fn usage(message: &str) -> ! {
    let mut all = Args::command();
    all.build();
    let command = all.find_subcommand_mut("annotate");
    command
        .map(|command| command.error(clap::error::ErrorKind::ValueValidation, message))
        .map_or_else(|| std::process::exit(2), |error| error.exit())
}
