//! What holds for every article, whatever the text.

use newsmark::wire::Article as Wire;
use newsmark::{Article, OffsetUnit, wire};
use serde_json::Value;
use std::collections::BTreeMap;

/// What of this does not hold for `article`.
pub(crate) fn broken(article: &Article) -> Vec<String> {
    let wire = article.to_wire(OffsetUnit::Byte);
    let mut check = Check { text: article.doc.text, faults: Vec::new() };
    check.spans(&wire);
    check.units(article, &wire);
    check.order(&wire);
    check.cover(article, &wire);
    check.tokens(article);
    check.ids(&wire);
    check.counts(&wire);
    check.faults
}

struct Check<'t> {
    text: &'t str,
    faults: Vec<String>,
}

/// A span and the way to it: `figures/0/source`.
type Found = (String, u32, u32);

impl Check<'_> {
    fn hold(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.push(fault());
        }
    }

    /// Spans are in bounds, on character boundaries, not empty, trimmed.
    fn spans(&mut self, wire: &Wire) {
        for (way, start, end) in found(wire) {
            let Some(words) = self.text.get(start as usize..end as usize) else {
                self.faults.push(format!("{way}: {start}..{end} is no stretch of the text"));
                continue;
            };
            self.hold(!words.is_empty(), || format!("{way}: empty at {start}"));
            self.hold(words.trim() == words, || format!("{way}: not trimmed: {words:?}"));
        }
    }

    /// In every unit the spans are those that counting from the start of the text gives.
    fn units(&mut self, article: &Article, bytes: &Wire) {
        let bytes = (found(bytes), bytes.length);
        for unit in [OffsetUnit::Codepoint, OffsetUnit::Utf16] {
            // Units before each byte that begins a character.
            let mut before = BTreeMap::new();
            let mut count = 0u32;
            for (i, c) in self.text.char_indices() {
                before.insert(i as u32, count);
                count += if unit == OffsetUnit::Utf16 { c.len_utf16() as u32 } else { 1 };
            }
            before.insert(self.text.len() as u32, count);
            let wire = article.to_wire(unit);
            self.hold(wire.length == count && bytes.1 as usize == self.text.len(), || format!("length in {unit:?}"));
            for ((way, start, end), (_, byte_start, byte_end)) in found(&wire).iter().zip(&bytes.0) {
                let right = before.get(byte_start) == Some(start) && before.get(byte_end) == Some(end);
                self.hold(right, || format!("{way}: {start}..{end} in {unit:?} is not {byte_start}..{byte_end}"));
            }
        }
    }

    /// Every layer is in text order, the longer first.
    fn order(&mut self, wire: &Wire) {
        let mut last: Option<(String, u32, u32)> = None;
        for (way, start, end) in found(wire) {
            // Only the items themselves: `figures/3`, not `figures/3/number`.
            let Some((layer, _)) = way.split_once('/').filter(|(_, item)| !item.contains('/')) else { continue };
            if let Some((before, s, e)) = last.filter(|(before, ..)| before == layer) {
                let sorted = s < start || s == start && e >= end || layer == "notes" && s <= start;
                self.hold(sorted, || format!("{before}: {s}..{e} before {way} at {start}..{end}"));
            }
            last = Some((layer.to_string(), start, end));
        }
    }

    /// Blocks do not overlap; the sentences of each cover every character of it that is no blank,
    /// once; and blocks leave out nothing to read.
    fn cover(&mut self, article: &Article, wire: &Wire) {
        let blocks: Vec<(u32, u32)> = wire.blocks.iter().map(|b| (b.start, b.end)).collect();
        self.cover_once("text", (0, self.text.len() as u32), &blocks, is_nothing);
        for block in &wire.blocks {
            let sentences = wire.sentences.iter().filter(|s| s.block == block.id);
            let sentences: Vec<(u32, u32)> = sentences.map(|s| (s.start, s.end)).collect();
            self.hold(!sentences.is_empty(), || format!("{}: no sentence", block.id));
            self.cover_once(&block.id, (block.start, block.end), &sentences, char::is_whitespace);
        }
        for (i, block) in article.doc.blocks.iter().enumerate() {
            let (from, to) = block.sentences;
            let mine = article.doc.sentences.iter().enumerate().filter(|(_, s)| s.block.index() == i);
            self.hold(mine.map(|(s, _)| s).eq(from..to), || format!("block {i}: sentences {from}..{to}"));
        }
    }

    fn cover_once(&mut self, what: &str, whole: (u32, u32), parts: &[(u32, u32)], blank: fn(char) -> bool) {
        let mut at = whole.0;
        for &(start, end) in parts.iter().chain([&(whole.1, whole.1)]) {
            self.hold(at <= start && end <= whole.1, || format!("{what}: {start}..{end} overlaps or sticks out"));
            let between = self.text.get(at as usize..start as usize).unwrap_or("");
            self.hold(between.chars().all(blank), || format!("{what}: {between:?} before {start} is left out"));
            at = at.max(end);
        }
    }

    /// Tokens are in order and do not overlap, leave out nothing to read,
    /// and lie each in its sentence.
    fn tokens(&mut self, article: &Article) {
        let doc = &article.doc;
        let spans: Vec<(u32, u32)> = doc.tokens.iter().map(|t| (t.span.start, t.span.end)).collect();
        self.cover_once("tokens", (0, self.text.len() as u32), &spans, is_nothing);
        let mut at = 0;
        for (i, sentence) in doc.sentences.iter().enumerate() {
            let range = sentence.tokens;
            self.hold(range.start == at && !range.is_empty(), || format!("sentence {i}: tokens {range:?} after {at}"));
            self.hold(sentence.span.contains(doc.span_of(range)), || format!("sentence {i}: a token sticks out"));
            at = range.end;
        }
        self.hold(at == doc.tokens.len(), || format!("{} tokens, {at} in sentences", doc.tokens.len()));
        for i in 0..doc.tokens.len() {
            self.hold(!doc.word(i).is_empty(), || format!("token {i} reads as nothing"));
            self.hold(doc.sentence(doc.sentence_at(i)).tokens.has(i), || format!("token {i}: wrong sentence"));
        }
    }

    /// Ids count from one, and every id that is pointed to exists.
    fn ids(&mut self, wire: &Wire) {
        let json = serde_json::to_value(wire).unwrap_or_default();
        let mut there = Vec::new();
        for layer in LAYERS {
            for (i, item) in json[layer.0].as_array().into_iter().flatten().enumerate() {
                let id = format!("{}{}", layer.1, i + 1);
                self.hold(item["id"] == id.as_str(), || format!("{}/{i} is called {}", layer.0, item["id"]));
                there.push(id);
            }
        }
        self.pointers("", &json, &there);

        for (i, entity) in wire.entities.iter().enumerate() {
            let of_it = wire.mentions.iter().filter(|m| m.entity.as_ref() == Some(&entity.id)).map(|m| &m.id);
            self.hold(of_it.eq(&entity.mentions), || format!("entities/{i}: mentions are not those that point to it"));
        }
        for (i, quote) in wire.quotes.iter().enumerate() {
            let before = wire.quotes[..i].iter().any(|q| quote.continues.as_ref() == Some(&q.id));
            self.hold(before || quote.continues.is_none(), || format!("quotes/{i} continues a later quote"));
        }
    }

    fn pointers(&mut self, way: &str, json: &Value, there: &[String]) {
        match json {
            Value::Object(fields) => {
                for (key, value) in fields {
                    let letters = match key.as_str() {
                        "block" => "b",
                        "entity" | "side" | "place" => "e",
                        "mention" | "mentions" => "m",
                        "quote" | "continues" => "q",
                        "whole" | "figures" => "f",
                        "date" => "d",
                        "items" => "bsemqfldun",
                        _ => "",
                    };
                    let ids = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                    for id in ids.iter().filter_map(Value::as_str).filter(|_| !letters.is_empty()) {
                        let resolves = id.starts_with(|c| letters.contains(c)) && there.iter().any(|t| t == id);
                        self.hold(resolves, || format!("{way}/{key}: {id} does not exist"));
                    }
                    self.pointers(&format!("{way}/{key}"), value, there);
                }
            }
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.pointers(&format!("{way}/{i}"), item, there);
                }
            }
            _ => {}
        }
    }

    /// Ranges are the right way round; every mark names its rule; a figure stands in one ledger row
    /// at the most.
    fn counts(&mut self, wire: &Wire) {
        let ranges = wire.figures.iter().map(|f| (&f.id, f.low, f.high));
        for (id, low, high) in ranges.chain(wire.ledger.iter().map(|l| (&l.id, l.low, l.high))) {
            self.hold(low.zip(high).is_none_or(|(low, high)| low <= high), || format!("{id}: {low:?}..{high:?}"));
        }
        let rules = wire.mentions.iter().map(|m| &m.rule).chain(wire.quotes.iter().map(|q| &q.rule));
        let rules = rules.chain(wire.figures.iter().map(|f| &f.rule)).chain(wire.dates.iter().map(|d| &d.rule));
        for rule in rules.chain(wire.quantities.iter().map(|q| &q.rule)) {
            let named = rule.split_once('/').is_some_and(|(pass, name)| !pass.is_empty() && !name.is_empty());
            self.hold(named, || format!("rule {rule:?} is not pass/name"));
        }
        for figure in &wire.figures {
            let rows = wire.ledger.iter().filter(|l| l.figures.contains(&figure.id)).count();
            self.hold(rows <= 1, || format!("{} stands in {rows} ledger rows", figure.id));
        }
    }
}

/// The layers of a wire object and the letters of their ids.
const LAYERS: [(&str, char); 10] = [
    ("blocks", 'b'),
    ("sentences", 's'),
    ("entities", 'e'),
    ("mentions", 'm'),
    ("quotes", 'q'),
    ("figures", 'f'),
    ("ledger", 'l'),
    ("dates", 'd'),
    ("quantities", 'u'),
    ("notes", 'n'),
];

/// Every span of a wire object, in order.
fn found(wire: &wire::Article) -> Vec<Found> {
    fn walk(way: &str, json: &Value, out: &mut Vec<Found>) {
        if let (Some(start), Some(end)) = (json["start"].as_u64(), json["end"].as_u64()) {
            out.push((way.to_string(), start as u32, end as u32));
        }
        let step = |key: &str| if way.is_empty() { key.to_string() } else { format!("{way}/{key}") };
        match json {
            Value::Object(fields) => fields.iter().for_each(|(key, value)| walk(&step(key), value, out)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, item)| walk(&step(&i.to_string()), item, out));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk("", &serde_json::to_value(wire).unwrap_or_default(), &mut out);
    out
}

/// A blank, a `>` before a line of answered mail, or without width and of no word: soft hyphen,
/// zero-width and direction marks, byte-order mark.
fn is_nothing(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '>' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
