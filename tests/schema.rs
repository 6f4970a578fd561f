//! The wire format as others see it: the JSON Schema and the example in `schema/`.
#![allow(clippy::unwrap_used, reason = "a test may end so")]

use newsmark::wire::Article;
use schemars::generate::SchemaSettings;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/newsmark-1.schema.json");
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/example.json");
const UPDATE: &str = "NEWSMARK_UPDATE=1 cargo test --features schema --test schema";

/// The schema of what the engine writes: every field is there.
fn schema() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Article>().into()
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_checked_in_schema_is_that_of_the_types() {
    let generated = schema();
    if std::env::var_os("NEWSMARK_UPDATE").is_some() {
        fs::write(SCHEMA, pretty(&generated)).unwrap();
    }
    let checked_in: Value = serde_json::from_str(&read(SCHEMA)).unwrap();
    assert!(checked_in == generated, "the wire types have changed: run `{UPDATE}` and look at what that changes");
}

#[test]
fn every_field_is_always_present() {
    let schema = schema();
    let types = schema["$defs"].as_object().unwrap();
    for (name, schema) in types.iter().chain([(&"Article".to_string(), &schema)]) {
        let Some(properties) = schema["properties"].as_object() else { continue };
        let required: BTreeSet<_> =
            schema["required"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
        assert_eq!(properties.keys().map(String::as_str).collect::<BTreeSet<_>>(), required, "{name}");
    }
}

/// A field that is added, renamed, moved or written otherwise shows here.
#[test]
fn the_example_is_written_as_it_was_read() {
    let example = read(EXAMPLE);
    let article: Article = serde_json::from_str(&example).unwrap();
    assert_eq!(pretty(&article), example);
}

/// The example would not show a change in a field that it leaves empty.
#[test]
fn the_example_fills_every_field() {
    let schema = schema();
    let example: Value = serde_json::from_str(&read(EXAMPLE)).unwrap();
    let mut filled = BTreeSet::new();
    fill("Article", &schema, &schema, &example, &mut filled);
    let mut wanted = BTreeSet::new();
    for (name, schema) in schema["$defs"].as_object().unwrap().iter().chain([(&"Article".to_string(), &schema)]) {
        let fields = schema["properties"].as_object().into_iter().flatten();
        wanted.extend(fields.map(|(field, _)| format!("{name}.{field}")));
    }
    let empty: Vec<_> = wanted.difference(&filled).collect();
    assert!(empty.is_empty(), "fields that {EXAMPLE} leaves empty: {empty:?}");
}

/// Collects `Type.field` for every field of `value` that holds something.
fn fill(name: &str, schema: &Value, root: &Value, value: &Value, filled: &mut BTreeSet<String>) {
    for (field, value) in value.as_object().into_iter().flatten() {
        if value.is_null() || value == &Value::Array(Vec::new()) {
            continue;
        }
        filled.insert(format!("{name}.{field}"));
        let property = &schema["properties"][field];
        let items = &property["items"];
        let choices = property["anyOf"].as_array().into_iter().flatten();
        let named = [property, items].into_iter().chain(choices).find_map(|place| place["$ref"].as_str());
        let Some(named) = named.and_then(|name| name.strip_prefix("#/$defs/")) else { continue };
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for value in values {
            fill(named, &root["$defs"][named], root, value, filled);
        }
    }
}
