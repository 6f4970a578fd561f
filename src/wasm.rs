//! The JavaScript boundary: plain objects in and out.

use crate::wire::Article;
use crate::{OffsetUnit, Options};
use serde::Deserialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// What can be told with a text.
#[derive(Default, Deserialize, Tsify)]
#[serde(default, rename_all = "camelCase")]
pub struct AnnotateOptions {
    #[tsify(optional)]
    id: Option<String>,
    #[tsify(optional)]
    title: Option<String>,
    #[tsify(optional)]
    published: Option<String>,
    #[tsify(optional)]
    offsets: Option<OffsetUnit>,
    /// Give the text back.
    #[tsify(optional)]
    text: bool,
}

/// Reads `text`; offsets in UTF-16 unless told.
#[wasm_bindgen(js_name = annotate)]
pub fn annotate(text: &str, options: Option<Ts<AnnotateOptions>>) -> Result<Ts<Article>, JsError> {
    let given = match options {
        Some(options) => options.to_rust()?,
        None => AnnotateOptions::default(),
    };
    let mut options = Options::default();
    if let Some(published) = &given.published {
        options = options.with_published(published)?;
    }
    let article = options.annotate(text).to_wire(given.offsets.unwrap_or(OffsetUnit::Utf16));
    let article = Article {
        id: given.id,
        title: given.title,
        published: given.published,
        text: given.text.then(|| text.to_string()),
        ..article
    };
    Ok(article.into_ts()?)
}
