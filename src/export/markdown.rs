//! A report for an editor, in Markdown (CommonMark with tables): claims, quotes by speaker, names, notes, and the
//! article itself where it is wanted.

use super::marks;
use super::quotes::said;
use super::report::{by_speaker, claims, title};
use super::text::Text;
use crate::wire::{Article, QuoteKind};
use std::fmt::Write;

pub(super) fn write(article: &Article, text: &Text, with_text: bool) -> String {
    let mut out = format!("# {}\n", escaped(&title(article, text)));
    if let Some(day) = &article.published {
        let _ = write!(out, "\nPublished {}.\n", escaped(day));
    }
    let rows = claims(article, text);
    if !rows.is_empty() {
        out.push_str("\n## Claims\n");
    }
    for row in rows {
        let _ = write!(out, "\n### {}\n\n| What | Number | Count | Source |\n|---|---|---|---|\n", escaped(&row.title));
        for claim in row.claims {
            let cells = [claim.words, claim.number, claim.count, claim.source].map(|cell| escaped(&cell));
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
        if !row.readings.is_empty() {
            out.push('\n');
        }
        for reading in row.readings {
            let _ = writeln!(out, "- {}", escaped(&reading));
        }
    }
    let speakers = by_speaker(article, text);
    if !speakers.is_empty() {
        out.push_str("\n## Quotes\n");
    }
    for (speaker, quotes) in speakers {
        let _ = write!(out, "\n### {}\n\n", escaped(&speaker));
        for quote in quotes {
            let words = escaped(&said(quote, text));
            let marked = if quote.kind == QuoteKind::Indirect { words } else { format!("“{words}”") };
            let _ = writeln!(out, "- {marked}");
        }
    }
    let names = marks::standing(article);
    if !names.is_empty() {
        out.push_str("\n## Names\n\n| Name | Kind | Role | Country | Mentions |\n|---|---|---|---|---|\n");
    }
    for (entity, mentions) in names {
        let cells = [
            &entity.name,
            &marks::word(&entity.kind),
            entity.role.as_deref().unwrap_or_default(),
            entity.country.as_deref().unwrap_or_default(),
        ]
        .map(escaped);
        let _ = writeln!(out, "| {} | {} |", cells.join(" | "), mentions.len());
    }
    if !article.notes.is_empty() {
        out.push_str("\n## Notes\n\n");
    }
    for note in &article.notes {
        let _ = writeln!(out, "- {} — {}", escaped(&note.message), escaped(&text.line(note.start, note.end)));
    }
    if with_text {
        out.push_str("\n## The article\n");
        for block in &article.blocks {
            let _ = write!(out, "\n> {}\n", escaped(&text.line(block.start, block.end)));
        }
    }
    let _ = write!(out, "\nMarked by {}.\n", escaped(&article.engine));
    out
}

/// The words with nothing in them that Markdown would read.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            _ => out.push(c),
        }
    }
    // A line that begins so would be a list, a rule or a heading.
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    match out[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => out.insert(digits, '\\'),
        Some('-' | '+' | '=') if digits == 0 => out.insert(0, '\\'),
        _ => {}
    }
    out
}
