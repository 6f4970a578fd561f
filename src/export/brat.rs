//! brat's standoff format (<https://brat.nlplab.org/standoff.html>): the `.ann` that lies beside the text's `.txt`.
//!
//! `T1\tperson 10 25\tNikol Pashinyan`, offsets in code points; a mark that runs over a line's end is in several
//! stretches, as brat wants it. Links are relations (`R`), mentions of one entity an equivalence (`*`), facts and notes
//! are comments (`#`).

use super::marks;
use super::text::Text;
use crate::wire::Article;
use std::collections::HashMap;
use std::fmt::Write;

pub(super) fn write(article: &Article, text: &Text) -> String {
    let points = text.code_points();
    let (marks, links) = marks::of(article, text);
    let number: HashMap<&str, usize> = marks.iter().enumerate().map(|(i, mark)| (mark.id.as_str(), i + 1)).collect();
    let mut out = String::new();
    let mut comments = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        let lines = lines(text.slice(mark.start, mark.end), points.get(mark.start));
        let places: Vec<String> = lines.iter().map(|(start, end, _)| format!("{start} {end}")).collect();
        let words: Vec<&str> = lines.iter().map(|(_, _, words)| *words).collect();
        let _ = writeln!(out, "T{}\t{} {}\t{}", i + 1, type_name(&mark.label), places.join(";"), words.join(" "));
        let facts: Vec<String> = mark.facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        if !facts.is_empty() {
            comments.push((format!("T{}", i + 1), facts.join("; ")));
        }
    }
    for (i, link) in links.iter().enumerate() {
        if let (Some(from), Some(to)) = (number.get(link.from.as_str()), number.get(link.to.as_str())) {
            let _ = writeln!(out, "R{}\t{} Arg1:T{from} Arg2:T{to}", i + 1, link.label);
        }
    }
    for (_, mentions) in marks::standing(article) {
        let same: Vec<String> = mentions.iter().filter_map(|m| number.get(&*m.id)).map(|n| format!("T{n}")).collect();
        if same.len() > 1 {
            let _ = writeln!(out, "*\tEquiv {}", same.join(" "));
        }
    }
    for note in &article.notes {
        let about = note.items.iter().find_map(|id| number.get(id.as_str()));
        if let Some(about) = about {
            comments.push((format!("T{about}"), note.message.clone()));
        }
    }
    for (i, (about, words)) in comments.iter().enumerate() {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "#{}\tAnnotatorNotes {about}\t{words}", i + 1);
    }
    out
}

/// The stretches of a mark that are on one line each, with their offsets.
fn lines(words: &str, start: u32) -> Vec<(u32, u32, &str)> {
    let mut lines = Vec::new();
    let mut at = start;
    for line in words.split_inclusive(['\n', '\r']) {
        let bare = line.trim_end_matches(['\n', '\r']);
        let length = bare.chars().count() as u32;
        if !bare.is_empty() {
            lines.push((at, at + length, bare));
        }
        at += line.chars().count() as u32;
    }
    if lines.is_empty() {
        lines.push((start, start, ""));
    }
    lines
}

/// brat's types are of letters, digits, hyphens and underscores.
fn type_name(label: &str) -> String {
    label.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' }).collect()
}
