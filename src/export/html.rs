//! The marked article as a page of its own: no script, no request, legible in the dark and on paper.

use super::marks::{self, Mark};
use super::quotes::said;
use super::report::{self, by_speaker, claims};
use super::text::Text;
use crate::wire::{Article, EntityKind, Role};
use std::fmt::Write;

/// Colours and lines are those of the page; no kind is told by colour alone.
const STYLE: &str = "\
:root{color-scheme:light dark;--person:#0072b2;--organization:#007a58;--quote:#8c3a68;--figure:#a63f00;--grey:#666}\
@media(prefers-color-scheme:dark){:root{--person:#6cb8e6;--organization:#3fc79a;--quote:#e3a3c6;--figure:#ff9a5c;--grey:#aaa}}\
body{font:1.05rem/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}\
h1,h2,h3,table,.about,.legend{font-family:system-ui,sans-serif;line-height:1.3}\
article p{white-space:pre-wrap}.byline,.dateline,.caption,.credit,.link,.related,.about{color:var(--grey);font-size:.9em}\
mark{background:none;color:inherit;text-underline-offset:.18em;text-decoration:underline 2px}\
mark.person{text-decoration-color:var(--person)}\
mark.organization{text-decoration:underline dashed 2px var(--organization)}\
mark.place,mark.facility{text-decoration:underline dotted 2px}\
mark.name{text-decoration:underline dotted 1px var(--grey)}\
mark.quote{background:color-mix(in srgb,var(--quote) 14%,transparent)}\
mark.quote:not(.person,.organization,.place,.facility,.name,.figure){text-decoration:none}\
mark.figure{font-weight:700;text-decoration:underline double 2px var(--figure)}\
table{border-collapse:collapse;font-size:.9rem;width:100%}th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--grey)}\
blockquote{margin:.3rem 0;padding-inline-start:.8rem;border-inline-start:3px solid var(--quote)}\
@media print{mark{print-color-adjust:exact}}";

pub(super) fn write(article: &Article, text: &Text, with_text: bool) -> String {
    let title = report::title(article, text);
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    let _ = writeln!(out, "<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>", escaped(&title));
    let _ = writeln!(out, "<h1 dir=\"auto\">{}</h1>", escaped(&title));
    let published = article.published.as_ref().map(|day| format!("Published {day}. ")).unwrap_or_default();
    let _ = writeln!(out, "<p class=\"about\">{}Marked by {}.</p>", escaped(&published), escaped(&article.engine));
    if with_text {
        marked_text(article, text, &mut out);
    }
    lists(article, text, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The article, block by block.
fn marked_text(article: &Article, text: &Text, out: &mut String) {
    out.push_str(
        "<p class=\"legend\">Marks: <mark class=\"person\">person</mark>, <mark class=\"organization\">organization</mark>, \
        <mark class=\"place\">place</mark>, <mark class=\"name\">other name</mark>, <mark class=\"quote\">quote</mark>, \
        <mark class=\"figure\">people harmed</mark>.</p>\n<article>\n",
    );
    let (marks, _) = marks::of(article, text);
    let drawn: Vec<&Mark> = marks.iter().filter(|mark| class(mark).is_some()).collect();
    let mut first = 0;
    for block in &article.blocks {
        let role = marks::word(&block.role);
        let tag = if block.role == Role::Headline { "h2" } else { "p" };
        let _ = write!(out, "<{tag} class=\"{role}\" dir=\"auto\">");
        // Marks are in the order of their beginnings; none before `first` reaches this block.
        while drawn.get(first).is_some_and(|mark| mark.end <= block.start) {
            first += 1;
        }
        let within: Vec<&Mark> = drawn[first..]
            .iter()
            .take_while(|mark| mark.start < block.end)
            .filter(|mark| mark.end > block.start)
            .copied()
            .collect();
        pieces(block.start, block.end, &within, text, out);
        let _ = writeln!(out, "</{tag}>");
    }
    out.push_str("</article>\n");
}

/// The stretch cut wherever a mark begins or ends, so that nested and crossing marks are all seen.
fn pieces(start: u32, end: u32, marks: &[&Mark], text: &Text, out: &mut String) {
    let mut cuts: Vec<u32> = marks.iter().flat_map(|m| [m.start, m.end]).filter(|c| (start..end).contains(c)).collect();
    cuts.extend([start, end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = marks.iter().peekable();
    for piece in cuts.windows(2) {
        let &[from, to] = piece else { continue };
        open.retain(|mark| mark.end > from);
        while let Some(mark) = next.next_if(|mark| mark.start <= from) {
            open.extend((mark.end > from).then_some(*mark));
        }
        let words = escaped(text.slice(from, to));
        if open.is_empty() {
            out.push_str(&words);
            continue;
        }
        let mut classes: Vec<&str> = open.iter().filter_map(|mark| class(mark)).collect();
        classes.dedup();
        let titles: Vec<String> = open.iter().map(|mark| title(mark)).collect();
        let _ = write!(
            out,
            "<mark class=\"{}\" title=\"{}\">{words}</mark>",
            classes.join(" "),
            escaped(&titles.join(" · "))
        );
    }
}

/// How a mark is drawn; speakers, dates and quantities are not.
fn class(mark: &Mark) -> Option<&'static str> {
    match mark.label.as_str() {
        "person" => Some("person"),
        "organization" => Some("organization"),
        "place" => Some("place"),
        "facility" => Some("facility"),
        "group" | "event" | "product" => Some("name"),
        "other" if mark.id.starts_with('m') => Some("name"),
        "direct-quote" | "mixed-quote" | "indirect-quote" => Some("quote"),
        "killed" | "injured" | "missing" | "captured" | "detained" | "displaced" | "casualties" => Some("figure"),
        _ => None,
    }
}

/// What a reader sees on pointing at a mark.
fn title(mark: &Mark) -> String {
    let fact = |wanted: &str| mark.facts.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
    let by = |what: &str| fact(what).map(|who| format!(", {who}")).unwrap_or_default();
    match class(mark) {
        Some("quote") => format!("{}{}", mark.label.replace('-', " "), by("speaker")),
        Some("figure") => format!("{} {}{}", mark.label, fact("number").unwrap_or_default(), by("source")),
        _ => format!("{}{}", mark.label, by("name")),
    }
}

fn lists(article: &Article, text: &Text, out: &mut String) {
    let rows = claims(article, text);
    if !rows.is_empty() {
        out.push_str("<section>\n<h2>Claims</h2>\n<table>\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Number</th><th scope=\"col\">Count</th><th scope=\"col\">Source</th></tr></thead>\n");
        for row in rows {
            let _ =
                writeln!(out, "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"4\">{}</th></tr>", escaped(&row.title));
            for claim in row.claims {
                let cells = [claim.words, claim.number, claim.count, claim.source]
                    .map(|cell| format!("<td dir=\"auto\">{}</td>", escaped(&cell)));
                let _ = writeln!(out, "<tr>{}</tr>", cells.concat());
            }
            for reading in row.readings {
                let _ = writeln!(out, "<tr><td colspan=\"4\">→ {}</td></tr>", escaped(&reading));
            }
            out.push_str("</tbody>\n");
        }
        out.push_str("</table>\n</section>\n");
    }
    let speakers = by_speaker(article, text);
    if !speakers.is_empty() {
        out.push_str("<section>\n<h2>Quotes</h2>\n");
        for (speaker, quotes) in speakers {
            let _ = writeln!(out, "<h3 dir=\"auto\">{}</h3>", escaped(&speaker));
            for quote in quotes {
                let _ = writeln!(out, "<blockquote dir=\"auto\">{}</blockquote>", escaped(&said(quote, text)));
            }
        }
        out.push_str("</section>\n");
    }
    let names = marks::standing(article);
    if !names.is_empty() {
        out.push_str("<section>\n<h2>Names</h2>\n<ul>\n");
        for (entity, mentions) in names {
            let role = entity.role.as_ref().map(|role| format!(", {role}")).unwrap_or_default();
            let kind = if entity.kind == EntityKind::Other { "name".into() } else { marks::word(&entity.kind) };
            let _ = writeln!(
                out,
                "<li dir=\"auto\">{}{} ({kind}, {})</li>",
                escaped(&entity.name),
                escaped(&role),
                mentions.len()
            );
        }
        out.push_str("</ul>\n</section>\n");
    }
    if !article.notes.is_empty() {
        out.push_str("<section>\n<h2>Notes</h2>\n<ul>\n");
        for note in &article.notes {
            let _ = writeln!(
                out,
                "<li dir=\"auto\">{} — {}</li>",
                escaped(&note.message),
                escaped(&text.line(note.start, note.end))
            );
        }
        out.push_str("</ul>\n</section>\n");
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Not allowed in a page.
            '\0' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
    out
}
