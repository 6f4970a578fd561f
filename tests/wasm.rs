//! The JavaScript boundary, under Node:
//! `cargo test --target wasm32-unknown-unknown --no-default-features --features js,js-export --test wasm`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test may end so")]

use js_sys::{Error, JSON};
use newsmark::OffsetUnit;
use newsmark::wasm::{AnnotateOptions, annotate, use_lexicon};
use serde_json::Value;
use tsify::Ts;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "RIVERTON 🔥 — Two people were killed, police said on Friday.";

/// What JavaScript gets for `text` and options, given as JSON; or the message of what is thrown.
fn call(text: &str, options: &str) -> Result<Value, String> {
    let options = JSON::parse(options).expect("options are JSON");
    let options = (!options.is_null()).then(|| Ts::<AnnotateOptions>::new_unchecked(options));
    let thrown = |error| String::from(JsValue::from(error).unchecked_into::<Error>().message());
    let article = annotate(text, options, None).map_err(thrown)?;
    let json = JSON::stringify(&article).expect("plain data");
    Ok(serde_json::from_str(&String::from(json)).expect("JSON"))
}

#[wasm_bindgen_test]
fn gives_what_rust_gives_in_utf16() {
    let wire = newsmark::annotate(TEXT).to_wire(OffsetUnit::Utf16);
    assert_eq!(call(TEXT, "null"), Ok(serde_json::to_value(wire).expect("JSON")));
}

#[wasm_bindgen_test]
fn counts_in_the_unit_asked_for() {
    let length = |options: &str| call(TEXT, options).map(|wire| wire["length"].clone());
    assert_eq!(length("{}"), Ok(TEXT.encode_utf16().count().into()));
    assert_eq!(length(r#"{"offsets": "utf16"}"#), Ok(TEXT.encode_utf16().count().into()));
    assert_eq!(length(r#"{"offsets": "codepoint"}"#), Ok(TEXT.chars().count().into()));
    assert_eq!(length(r#"{"offsets": "byte"}"#), Ok(TEXT.len().into()));
}

#[wasm_bindgen_test]
fn gives_back_what_was_told() {
    let given = r#"{"id": "a1", "title": "Fire", "published": "2022-08-04T10:00:00Z", "text": true}"#;
    let wire = call(TEXT, given).expect("an article");
    assert_eq!(wire["id"], "a1");
    assert_eq!(wire["title"], "Fire");
    assert_eq!(wire["published"], "2022-08-04T10:00:00Z");
    assert_eq!(wire["text"], TEXT);
}

#[wasm_bindgen_test]
fn unknown_is_null_and_never_left_out() {
    let wire = call("", "null").expect("an article");
    for field in ["id", "title", "published", "text"] {
        assert_eq!(wire.get(field), Some(&Value::Null), "{field}");
    }
    for field in
        ["blocks", "sentences", "entities", "mentions", "quotes", "figures", "ledger", "dates", "quantities", "notes"]
    {
        assert_eq!(wire.get(field), Some(&Value::Array(Vec::new())), "{field}");
    }
}

#[wasm_bindgen_test]
fn says_which_option_is_wrong() {
    for (options, named) in [
        (r#"{"published": "last week"}"#, "last week"),
        (r#"{"offsets": "lines"}"#, "lines"),
        (r#"{"text": "yes"}"#, "boolean"),
    ] {
        let message = call(TEXT, options).expect_err(options);
        assert!(message.contains(named), "{options}: {message}");
    }
}

#[wasm_bindgen_test]
fn a_number_too_large_for_javascript_throws_nothing() {
    for count in ["9007199254740993", "99999999999999999999", "999,999,999,999,999,999", "nine hundred trillion"] {
        let text = format!("At least {count} people were killed, officials said. Some {count} dollars were lost.");
        assert!(call(&text, "null").is_ok(), "{count}");
    }
}

/// What JavaScript is told of a list.
fn report(list: &str) -> Value {
    let report = use_lexicon(list).map_err(JsValue::from).expect("a report");
    let json = JSON::stringify(&report.js_value()).expect("plain data");
    serde_json::from_str(&String::from(json)).expect("JSON")
}

#[wasm_bindgen_test]
fn own_names_count_until_others_are_given() {
    let names = || call("The Blue Crane talks were held.", "null").expect("an article")["entities"].clone();
    let told = report("Blue Crane\tevent\tOperation Blue Crane\nReef\tcity");
    assert_eq!((told["names"].as_u64(), told["problems"][0]["line"].as_u64()), (Some(1), Some(2)));
    assert!(told["problems"][0]["message"].as_str().is_some_and(|message| message.starts_with("\"city\" is no kind")));
    assert_eq!(names()[0]["name"], "Operation Blue Crane");
    assert_eq!(report(r#"[{"name": "Blue Crane", "kind": "never"}]"#)["problems"], Value::Array(Vec::new()));
    assert_eq!(names(), Value::Array(Vec::new()));
    report("");
}
