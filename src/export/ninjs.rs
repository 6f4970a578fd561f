//! IPTC ninjs 3.1 (<https://iptc.org/standards/ninjs/>): the article as a news item with the people, organisations,
//! places, events and objects that it names. What is said of them has no place there.

use super::marks::standing;
use super::text::Text;
use super::w3c::address;
use crate::wire::{Article, Entity, EntityKind, Role};
use serde_json::{Map, Value, json};

pub(super) fn write(article: &Article, text: &Text, with_text: bool) -> String {
    let mut item = Map::new();
    item.insert("uri".into(), address(article).into());
    item.insert("type".into(), "text".into());
    let standard = json!({
        "name": "ninjs",
        "version": "3.1",
        "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
    });
    item.insert("standard".into(), standard);
    item.insert("representationType".into(), if with_text { "full" } else { "partial" }.into());
    let headline = article.blocks.iter().find(|b| b.role == Role::Headline).map(|b| text.line(b.start, b.end));
    let headline = headline.filter(|words| !words.is_empty()).or_else(|| article.title.clone());
    if let Some(headline) = headline {
        item.insert("headlines".into(), json!([{ "role": "main", "contentType": "text/plain", "value": headline }]));
    }
    if with_text {
        let body = json!({
            "role": "main",
            "contentType": "text/plain",
            "charCount": text.text.chars().count(),
            "wordCount": text.text.split_whitespace().count(),
            "value": text.text,
        });
        item.insert("bodies".into(), json!([body]));
    }
    for (field, kinds) in [
        ("people", &[EntityKind::Person][..]),
        ("organisations", &[EntityKind::Organization]),
        ("places", &[EntityKind::Place, EntityKind::Facility]),
        ("events", &[EntityKind::Event]),
        ("objects", &[EntityKind::Product]),
        ("subjects", &[EntityKind::Group, EntityKind::Other]),
    ] {
        let named: Vec<Value> =
            standing(article).iter().filter(|(e, _)| kinds.contains(&e.kind)).map(|(e, _)| named(e)).collect();
        if !named.is_empty() {
            item.insert(field.into(), named.into());
        }
    }
    super::to_json(&Value::Object(item)) + "\n"
}

fn named(entity: &Entity) -> Value {
    let mut named = Map::new();
    named.insert("name".into(), entity.name.as_str().into());
    let place = matches!(entity.kind, EntityKind::Place | EntityKind::Facility);
    if let Some((lat, lon)) = entity.lat.zip(entity.lon).filter(|_| place) {
        let geometry = json!({ "type": "Point", "coordinates": [lon, lat] });
        named.insert("geoJSON".into(), json!({ "type": "Feature", "properties": {}, "geometry": geometry }));
    }
    Value::Object(named)
}
