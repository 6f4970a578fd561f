//! `--format`: articles in other formats, on standard output or a file each.

use crate::args::{self, Annotate};
use crate::complain;
use crate::input::Input;
use newsmark::export::{self, Format};
use newsmark::{Article, wire};
use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes articles one after the other.
pub(crate) struct Writer<'a> {
    args: &'a Annotate,
    format: Format,
    /// The files written so far.
    written: HashSet<PathBuf>,
}

impl<'a> Writer<'a> {
    /// Makes the folder that the files go into, and writes what stands above all articles.
    pub(crate) fn new(args: &'a Annotate, format: Format, out: &mut impl Write) -> io::Result<Self> {
        match &args.output {
            Some(folder) if folder.is_file() => {
                args::usage(&format!("--output: {} is a file; name a folder", folder.display()));
            }
            Some(folder) => std::fs::create_dir_all(folder).map_err(|error| named(folder, &error))?,
            None => out.write_all(format.header().as_bytes())?,
        }
        Ok(Writer { args, format, written: HashSet::new() })
    }

    /// Whether the article could be written; an error is one of writing.
    pub(crate) fn write(
        &mut self,
        article: &Article,
        text: &str,
        input: &Input,
        out: &mut impl Write,
    ) -> io::Result<bool> {
        let with_text = if self.format == Format::Json { self.args.text } else { !self.args.no_text };
        let wire = wire::Article {
            id: input.id(),
            published: self.args.published.clone(),
            text: (with_text || self.format != Format::Json).then(|| text.to_string()),
            ..self.args.kinds().keep(article.to_wire(self.args.offsets.into()))
        };
        let export = match export::write(&wire, self.format, with_text) {
            Ok(export) => export,
            Err(error) => {
                complain(&format!("{input}: {error}"));
                return Ok(false);
            }
        };
        // A table says by its name what it holds.
        if !export.left_out.is_empty() && self.format.header().is_empty() {
            complain(&format!("{input}: {} does not hold {}", self.format.word(), export.left_out.join(", ")));
        }
        let Some(folder) = &self.args.output else {
            out.write_all(export.content.as_bytes())?;
            return Ok(true);
        };
        let stem = folder.join(input.stem());
        let path = with_ending(&stem, self.format.extension());
        if !self.written.insert(path.clone()) {
            complain(&format!("{input}: {} is already another article's; rename one of them", path.display()));
            return Ok(false);
        }
        put(&path, &(self.format.header().to_string() + &export.content))?;
        if self.format == Format::Brat {
            put(&with_ending(&stem, "txt"), text)?;
        }
        Ok(true)
    }
}

/// Adds to what is there: a name may have dots of its own.
fn with_ending(stem: &Path, ending: &str) -> PathBuf {
    let mut name = stem.as_os_str().to_os_string();
    name.push(format!(".{ending}"));
    name.into()
}

fn put(path: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
    }
    std::fs::write(path, content).map_err(|error| named(path, &error))
}

/// The error with the name of what it is about.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
