//! `cargo xtask docs`: the guide as a book, in `target/book`, with the README and what `tests/spec` shows.

use crate::project::{root, run, target};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes a book of docs/ and tests/spec/ in target/book/; needs mdbook
#[derive(clap::Args)]
pub(crate) struct Docs {}

impl Docs {
    #[allow(clippy::unused_self, reason = "every command is run so")]
    pub(crate) fn run(&self) -> Result<()> {
        if Command::new("mdbook").arg("--version").output().is_err() {
            bail!("mdbook is not there: cargo install mdbook");
        }
        let source = target().join("book-source");
        if source.exists() {
            fs::remove_dir_all(&source)?;
        }
        fs::create_dir_all(source.join("spec"))?;
        for name in ["book.toml", "screenshot.png"] {
            fs::copy(root().join("docs").join(name), source.join(name)).with_context(|| format!("docs/{name}"))?;
        }
        fs::write(source.join("newsmark.md"), relinked(&read("README.md")?, ""))?;
        for page in markdown("docs")? {
            let text = relinked(&read(&format!("docs/{page}"))?, "docs/");
            fs::write(source.join(&page), text)?;
        }
        let mut summary = read("docs/SUMMARY.md")?.trim_end().to_string();
        for page in markdown("tests/spec")? {
            let text = read(&format!("tests/spec/{page}"))?;
            let title = text.lines().next().unwrap_or(&page).trim_start_matches("# ").to_string();
            summary += &format!("\n  - [{title}](spec/{page})");
            fs::write(source.join("spec").join(&page), text)?;
        }
        summary += "\n- [The README](newsmark.md)\n";
        fs::write(source.join("SUMMARY.md"), summary)?;
        let book = target().join("book");
        run(Command::new("mdbook").arg("build").arg(&source).arg("--dest-dir").arg(&book))?;
        println!("{}", book.join("index.html").display());
        Ok(())
    }
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| path.to_string())
}

/// The pages of a folder, by name.
fn markdown(folder: &str) -> Result<Vec<String>> {
    let files: Vec<PathBuf> =
        fs::read_dir(root().join(folder))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    let mut names: Vec<String> = files
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "md"))
        .filter_map(|file| Some(file.file_name()?.to_str()?.to_string()))
        .collect();
    names.sort();
    Ok(names)
}

/// A page with its links as they are in the book; what is not in the book keeps its words and loses its link.
fn relinked(text: &str, folder: &str) -> String {
    let mut parts = text.split("](");
    let mut book = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (link, rest) = part.split_once(')').unwrap_or((part, ""));
        match in_book(folder, link) {
            Some(link) => book += &format!("]({link}){rest}"),
            None => {
                let words = book.rfind('[').map_or(String::new(), |at| book.split_off(at));
                book += &format!("{}{rest}", words.trim_start_matches('['));
            }
        }
    }
    book
}

/// Where a link of a page in `folder` leads in the book.
fn in_book(folder: &str, link: &str) -> Option<String> {
    if link.starts_with("http") || link.starts_with('#') {
        return Some(link.to_string());
    }
    let path = Path::new(folder).join(link);
    let path = path.to_str()?.replace("docs/../", "");
    if let Some(page) = path.strip_prefix("docs/") {
        // mdBook makes the first page of a README.
        return Some(if page == "README.md" { "index.html".into() } else { page.to_string() });
    }
    if let Some(page) = path.strip_prefix("tests/spec/") {
        return Some(format!("spec/{page}"));
    }
    if path == "tests/spec" {
        return Some("marked.md".into());
    }
    path.strip_prefix("README.md").map(|anchor| format!("newsmark.md{anchor}"))
}

#[cfg(test)]
mod tests {
    use super::relinked;

    #[test]
    fn links_lead_to_pages_of_the_book_or_are_words() {
        let text = "[a](embed.md#x), [b](../tests/spec/quotes.md), [c](../README.md#limits), [`d`](../www/examples), [e](https://e.org).";
        let book = "[a](embed.md#x), [b](spec/quotes.md), [c](newsmark.md#limits), `d`, [e](https://e.org).";
        assert_eq!(relinked(text, "docs/"), book);
        assert_eq!(relinked("![p](docs/screenshot.png) [f](schema)", ""), "![p](screenshot.png) f");
    }
}
