//! An article's layers as lines, one item a line, its fields joined by ` | `.

use newsmark::{Article, OffsetUnit, wire};
use serde::Serialize;
use std::borrow::Cow;

/// The layers a spec can speak of.
pub(crate) const LAYERS: [&str; 14] = [
    "blocks",
    "sentences",
    "tokens",
    "mentions",
    "entities",
    "quotes",
    "figures",
    "figure-places",
    "figure-victims",
    "ledger",
    "relations",
    "dates",
    "quantities",
    "notes",
];

/// The lines of the layer `name`: what each field is, `CONTRIBUTING.md` says.
pub(crate) fn layer_lines(article: &Article, name: &str) -> Vec<String> {
    let wire = article.to_wire(OffsetUnit::Byte);
    let lines = Lines { text: article.doc.text, wire: &wire };
    match name {
        "blocks" => each(&wire.blocks, |b| vec![word(&b.role), lines.words(b.start, b.end)]),
        "sentences" => each(&wire.sentences, |s| vec![lines.words(s.start, s.end)]),
        "tokens" => {
            let words: Vec<&str> = (0..article.doc.tokens.len()).map(|i| article.doc.word(i)).collect();
            if words.is_empty() { Vec::new() } else { vec![words.join(" · ")] }
        }
        "mentions" => each(&wire.mentions, |m| {
            vec![lines.words(m.start, m.end), word(&m.kind), word(&m.form), lines.entity(&m.entity)]
        }),
        "entities" => each(&wire.entities, |e| {
            vec![word(&e.kind), one_line(&e.name), or_dash(e.role.as_deref()), e.mentions.len().to_string()]
        }),
        "quotes" => each(&wire.quotes, |q| {
            let content: Vec<String> = q.content.iter().map(|c| lines.words(c.start, c.end)).collect();
            let content = if content.is_empty() { lines.words(q.start, q.end) } else { content.join(" … ") };
            let speaker = q.speaker.as_ref();
            vec![
                word(&q.kind),
                content,
                or_dash(speaker.map(|s| lines.words(s.start, s.end)).as_deref()),
                speaker.map_or("-".to_string(), |s| lines.entity(&s.entity)),
                word(&q.marks),
            ]
        }),
        "figures" => each(&wire.figures, |f| {
            let mut fields = vec![
                word(&f.kind),
                lines.words(f.number.start, f.number.end),
                range(f.low, f.high),
                word(&f.bound),
                or_dash(f.victims.as_ref().map(|v| lines.words(v.start, v.end)).as_deref()),
                or_dash(f.source.as_ref().map(|s| lines.words(s.start, s.end)).as_deref()),
                lines.entity(&f.side),
            ];
            fields.extend(f.hedged.then(|| "hedged".to_string()));
            fields
        }),
        "figure-places" => each(&wire.figures, |f| {
            let date = f.date.as_ref().and_then(|id| wire.dates.iter().find(|d| d.id == *id));
            let value = date.map(|d| d.value.clone().unwrap_or_else(|| lines.words(d.start, d.end)));
            vec![lines.words(f.number.start, f.number.end), lines.entity(&f.place), or_dash(value.as_deref())]
        }),
        "figure-victims" => each(&wire.figures, |f| {
            let victims = f.victims.as_ref();
            vec![
                lines.words(f.number.start, f.number.end),
                or_dash(victims.map(|v| lines.words(v.start, v.end)).as_deref()),
                victims.map_or("-".to_string(), |v| lines.entity(&v.entity)),
                lines.entity(&f.side),
            ]
        }),
        "relations" => {
            wire.ledger.iter().flat_map(|l| each(&l.relations, |r| vec![word(&r.reading), one_line(&r.note)])).collect()
        }
        "ledger" => each(&wire.ledger, |l| {
            let readings: Vec<String> = l.relations.iter().map(|r| word(&r.reading)).collect();
            vec![word(&l.kind), range(l.low, l.high), l.figures.len().to_string(), readings.join(",")]
        }),
        "dates" => each(&wire.dates, |d| vec![lines.words(d.start, d.end), or_dash(d.value.as_deref())]),
        "quantities" => each(&wire.quantities, |q| vec![lines.words(q.start, q.end), q.kind.to_string()]),
        "notes" => each(&wire.notes, |n| vec![n.kind.to_string(), lines.words(n.start, n.end)]),
        _ => vec![format!("(no layer is called {name})")],
    }
}

struct Lines<'a> {
    text: &'a str,
    wire: &'a wire::Article,
}

impl Lines<'_> {
    fn words(&self, start: u32, end: u32) -> String {
        self.text.get(start as usize..end as usize).map_or("(no such span)".to_string(), one_line)
    }

    fn entity(&self, id: &Option<Cow<str>>) -> String {
        let found = id.as_ref().and_then(|id| self.wire.entities.iter().find(|e| e.id == *id));
        match (id, found) {
            (_, Some(entity)) => one_line(&entity.name),
            (Some(id), None) => format!("({id}: no such entity)"),
            (None, None) => "-".to_string(),
        }
    }
}

/// `text` on one line: blanks with a line break among them as one blank, after a hyphen as none.
pub(crate) fn one_line(text: &str) -> String {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_break) {
        let line = rest[..at].trim_end();
        out.push_str(line);
        if !line.ends_with('-') {
            out.push(' ');
        }
        rest = rest[at..].trim_start();
    }
    out + rest
}

fn each<T>(items: &[T], fields: impl Fn(&T) -> Vec<String>) -> Vec<String> {
    items.iter().map(|item| fields(item).join(" | ").trim_end().to_string()).collect()
}

fn or_dash(words: Option<&str>) -> String {
    words.map_or("-".to_string(), one_line)
}

/// `low..high`, a side that is open left empty.
pub(crate) fn range(low: Option<u64>, high: Option<u64>) -> String {
    let side = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
    format!("{}..{}", side(low), side(high))
}

/// A wire word as it is written.
pub(crate) fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default()
}
