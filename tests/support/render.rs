//! An article drawn so that a person can read it: each sentence on a line, under it what is marked
//! in it, one mark a line; then the lists.
//!
//! ```text
//! [body]
//! "It shook for a minute," Mayor Ana Reyes said.
//!  ^^^^^^^^^^^^^^^^^^^^^^ QUO direct: Ana Reyes
//!                               ^^^^^^^^^ PER Ana Reyes
//! ```
//! A mark that runs over several sentences is drawn under each, with `…` behind its tag from the
//! second on.

use super::layers::{one_line, range, word};
use newsmark::OffsetUnit;
use newsmark::wire::{Article, EntityKind, Figure, HarmKind, MentionForm};
use std::borrow::Cow;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Draws `wire`, which was read from `text`.
pub(crate) fn render(wire: &Article, text: &str) -> String {
    let drawing = Drawing { wire, text, bytes: bytes(text, wire.offset_unit) };
    let marks = drawing.marks();
    let mut out = String::new();
    let mut next = 0;
    let mut running: Vec<&Mark> = Vec::new();
    for block in &wire.blocks {
        let _ = writeln!(out, "[{}]", word(&block.role));
        for sentence in wire.sentences.iter().filter(|s| s.block == block.id) {
            let (start, end) = (drawing.byte(sentence.start), drawing.byte(sentence.end));
            let _ = writeln!(out, "{}", plain(&text[start..end]));
            running.retain(|mark| mark.end > start);
            let begin = marks[next..].iter().take_while(|mark| mark.start < end).count();
            running.extend(&marks[next..next + begin]);
            next += begin;
            for mark in &running {
                out.push_str(&drawing.carets(mark, start, end));
            }
        }
        out.push('\n');
    }
    drawing.lists(&mut out);
    out
}

/// A stretch of the text, in bytes, and what to write under it.
struct Mark {
    start: usize,
    end: usize,
    tag: &'static str,
    label: String,
}

struct Drawing<'a> {
    wire: &'a Article,
    text: &'a str,
    bytes: Vec<usize>,
}

/// The byte at which each unit begins; empty where a byte is a unit.
fn bytes(text: &str, unit: OffsetUnit) -> Vec<usize> {
    let length = |c: char| match unit {
        OffsetUnit::Byte => 0,
        OffsetUnit::Codepoint => 1,
        OffsetUnit::Utf16 => c.len_utf16(),
    };
    let mut bytes: Vec<usize> = text.char_indices().flat_map(|(i, c)| std::iter::repeat_n(i, length(c))).collect();
    if unit != OffsetUnit::Byte {
        bytes.push(text.len());
    }
    bytes
}

impl Drawing<'_> {
    fn byte(&self, offset: u32) -> usize {
        self.bytes.get(offset as usize).copied().unwrap_or(offset as usize)
    }

    fn words(&self, start: u32, end: u32) -> String {
        one_line(&self.text[self.byte(start)..self.byte(end)])
    }

    fn entity(&self, id: &Option<Cow<str>>) -> &str {
        let found = id.as_ref().and_then(|id| self.wire.entities.iter().find(|e| e.id == *id));
        found.map_or("-", |entity| &entity.name)
    }

    fn marks(&self) -> Vec<Mark> {
        let wire = self.wire;
        let mark = |start: u32, end: u32, tag: &'static str, label: String| Mark {
            start: self.byte(start),
            end: self.byte(end),
            tag,
            label: one_line(&label),
        };
        let mut marks: Vec<Mark> = Vec::new();
        marks.extend(wire.mentions.iter().map(|m| {
            let form = if m.form == MentionForm::Name { String::new() } else { format!(" ({})", word(&m.form)) };
            mark(m.start, m.end, entity_tag(m.kind), format!("{}{form}", self.entity(&m.entity)))
        }));
        for q in &wire.quotes {
            let speaker = q.speaker.as_ref().map_or("-".to_string(), |s| match self.entity(&s.entity) {
                "-" => format!("“{}”", self.words(s.start, s.end)),
                name => name.to_string(),
            });
            let label = format!("{}: {speaker}", word(&q.kind));
            marks.extend(q.content.iter().map(|c| mark(c.start, c.end, "QUO", label.clone())));
        }
        marks.extend(wire.figures.iter().map(|f| mark(f.start, f.end, harm_tag(f.kind), self.figure(f))));
        marks.extend(
            wire.dates.iter().map(|d| mark(d.start, d.end, "DATE", d.value.clone().unwrap_or("-".to_string()))),
        );
        marks.extend(wire.quantities.iter().map(|q| {
            let unit = q.unit.as_deref().unwrap_or("");
            mark(q.start, q.end, "QTY", format!("{} {unit}", q.kind).trim_end().to_string())
        }));
        marks.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        marks
    }

    /// `3..3 exact, source: Baku (inferred), side: Azerbaijan, hedged`
    fn figure(&self, figure: &Figure) -> String {
        let mut label = format!("{} {}", range(figure.low, figure.high), word(&figure.bound));
        if let Some(source) = &figure.source {
            let _ = write!(label, ", source: {}", self.words(source.start, source.end));
            if word(&source.certainty) != "stated" {
                let _ = write!(label, " ({})", word(&source.certainty));
            }
        }
        if figure.side.is_some() {
            let _ = write!(label, ", side: {}", self.entity(&figure.side));
        }
        if figure.hedged {
            label.push_str(", hedged");
        }
        label
    }

    /// The line under a sentence at `start..end` that shows `mark`.
    fn carets(&self, mark: &Mark, start: usize, end: usize) -> String {
        let (from, to) = (mark.start.clamp(start, end), mark.end.clamp(start, end));
        let before = plain(&self.text[start..from]).width();
        let under = plain(&self.text[start..to]).width().saturating_sub(before).max(1);
        let goes_on = if mark.start < start { "… " } else { "" };
        format!("{}{} {} {goes_on}{}\n", " ".repeat(before), "^".repeat(under), mark.tag, mark.label)
    }

    fn lists(&self, out: &mut String) {
        let wire = self.wire;
        let _ = writeln!(out, "== entities");
        for e in &wire.entities {
            let role = e.role.as_ref().map_or(String::new(), |role| format!(", {}", one_line(role)));
            let country = e.country.as_ref().map_or(String::new(), |code| format!(" [{code}]"));
            let (tag, name) = (entity_tag(e.kind), one_line(&e.name));
            let _ = writeln!(out, "{} {tag} {name}{role}{country} ×{}", e.id, e.mentions.len());
        }
        let _ = writeln!(out, "\n== ledger");
        for l in &wire.ledger {
            let _ = write!(out, "{} {} {}", l.id, harm_tag(l.kind), range(l.low, l.high));
            for (name, value) in [("side", &l.side), ("place", &l.place)] {
                if value.is_some() {
                    let _ = write!(out, ", {name}: {}", self.entity(value));
                }
            }
            if let Some(date) = l.date.as_ref().and_then(|id| wire.dates.iter().find(|d| d.id == *id)) {
                let _ = write!(out, ", date: {}", date.value.as_deref().unwrap_or("-"));
            }
            out.push('\n');
            for f in wire.figures.iter().filter(|f| l.figures.contains(&f.id)) {
                let _ = writeln!(out, "   {} {}: {}", f.id, self.words(f.start, f.end), self.figure(f));
            }
            for r in &l.relations {
                let _ = writeln!(out, "   {}: {}", word(&r.reading), r.note);
            }
        }
        let _ = writeln!(out, "\n== notes");
        for n in &wire.notes {
            let _ = writeln!(out, "{} {}: {}\n   {}", n.id, n.kind, self.words(n.start, n.end), n.message);
        }
    }
}

/// `text` for one line of the drawing: every blank and break one blank, nothing that has no width
/// of its own or turns the direction.
fn plain(text: &str) -> String {
    let text = one_line(text);
    let seen = text.chars().filter(|c| !matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'));
    seen.map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect()
}

fn entity_tag(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organization => "ORG",
        EntityKind::Place => "LOC",
        EntityKind::Facility => "FAC",
        EntityKind::Group => "GRP",
        EntityKind::Event => "EVT",
        EntityKind::Product => "PRD",
        EntityKind::Other => "OTH",
    }
}

fn harm_tag(kind: HarmKind) -> &'static str {
    match kind {
        HarmKind::Killed => "KIL",
        HarmKind::Injured => "INJ",
        HarmKind::Missing => "MIS",
        HarmKind::Captured => "CAP",
        HarmKind::Detained => "DET",
        HarmKind::Displaced => "DIS",
        HarmKind::Casualties => "CAS",
    }
}
