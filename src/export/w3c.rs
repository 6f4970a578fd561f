//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>) as JSON-LD: a collection with one page.
//!
//! Every mark is an annotation: what it is as a body that classifies, what is known of it as bodies that describe, the
//! speaker or source as a body that links to that annotation. Positions count code points, as the model says. Without
//! the article's text there is no quotation of the marked words.

use super::marks::{self, Mark};
use super::text::Text;
use crate::wire::Article;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// Characters quoted on both sides of a mark.
const AROUND: usize = 24;

pub(super) fn write(article: &Article, text: &Text, with_text: bool) -> String {
    let source = address(article);
    let iri = |id: &str| format!("{source}#{id}");
    let points = text.code_points();
    let (marks, links) = marks::of(article, text);
    let mut linked: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for link in &links {
        linked.entry(&link.from).or_default().push((link.label, &link.to));
    }
    let target = |start: u32, end: u32| {
        let mut selectors =
            vec![json!({ "type": "TextPositionSelector", "start": points.get(start), "end": points.get(end) })];
        if with_text {
            selectors.push(json!({
                "type": "TextQuoteSelector",
                "exact": text.slice(start, end),
                "prefix": tail(text.slice(0, start)),
                "suffix": head(text.slice(end, article.length)),
            }));
        }
        json!({ "source": source, "selector": selectors })
    };
    let annotation = |id: &str, motivation: &str, body: Vec<Value>, target: Value| {
        json!({
            "@context": CONTEXT,
            "id": iri(id),
            "type": "Annotation",
            "motivation": motivation,
            "generator": { "id": "urn:newsmark:engine", "type": "Software", "name": article.engine },
            "body": body,
            "target": target,
        })
    };
    let mut items: Vec<Value> = Vec::new();
    for mark in &marks {
        let mut body = body(mark);
        for (label, to) in linked.get(mark.id.as_str()).into_iter().flatten() {
            body.push(json!({ "type": "SpecificResource", "purpose": "linking", "source": iri(to) }));
            body.push(json!({ "type": "TextualBody", "purpose": "describing", "value": format!("link: {label}") }));
        }
        items.push(annotation(&mark.id, "classifying", body, target(mark.start, mark.end)));
    }
    for note in &article.notes {
        let body = vec![json!({ "type": "TextualBody", "purpose": "commenting", "value": note.message })];
        items.push(annotation(&note.id, "commenting", body, target(note.start, note.end)));
    }
    let mut collection = Map::new();
    collection.insert("@context".into(), CONTEXT.into());
    collection.insert("id".into(), iri("annotations").into());
    collection.insert("type".into(), "AnnotationCollection".into());
    if let Some(title) = &article.title {
        collection.insert("label".into(), title.as_str().into());
    }
    collection.insert("total".into(), items.len().into());
    let page = json!({ "id": iri("page1"), "type": "AnnotationPage", "startIndex": 0, "items": items });
    collection.insert("first".into(), page);
    super::to_json(&Value::Object(collection)) + "\n"
}

/// What the mark is, who or what it is called, and what else is known.
fn body(mark: &Mark) -> Vec<Value> {
    let mut body = vec![json!({ "type": "TextualBody", "purpose": "classifying", "value": mark.label })];
    for (name, value) in &mark.facts {
        body.push(match *name {
            "name" => json!({ "type": "TextualBody", "purpose": "identifying", "value": value }),
            _ => json!({ "type": "TextualBody", "purpose": "describing", "value": format!("{name}: {value}") }),
        });
    }
    body
}

/// The article's own address where its id is one, else a name made of it.
pub(super) fn address(article: &Article) -> String {
    let id = article.id.as_deref().or(article.title.as_deref()).unwrap_or("article");
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
    let web = id.starts_with("https://") || id.starts_with("http://");
    if web && id.chars().all(|c| plain(c) || "/:?&=%+,;@".contains(c)) {
        return id.to_string();
    }
    let mut name = String::from("urn:newsmark:");
    let mut bytes = [0; 4];
    for c in id.chars() {
        match plain(c) {
            true => name.push(c),
            false => name.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}"))),
        }
    }
    name
}

fn tail(text: &str) -> &str {
    let from = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    &text[from..]
}

fn head(text: &str) -> &str {
    let to = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    &text[..to]
}
