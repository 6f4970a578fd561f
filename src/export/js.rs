//! The exporters for JavaScript: JSON in, plain objects out.

use super::{Export, Format, write};
use crate::wire::Article;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// A file.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// What its name ends in, without the point before it: `claims.csv`.
    extension: &'static str,
    /// Its media type.
    media_type: &'static str,
    /// What is in it.
    content: String,
    /// What the article has and the format could not hold, in plain words: "12 quotes".
    lost: Vec<String>,
}

/// Writes an article, given as JSON, in the format of that name.
///
/// # Errors
/// Where the article is none or lacks its text, or no format is called so.
#[wasm_bindgen(js_name = exportArticle, unchecked_return_type = "Exported")]
pub fn export_article(
    article: &str,
    #[wasm_bindgen(unchecked_param_type = "Format")] format: &str,
    with_text: bool,
) -> Result<JsValue, JsError> {
    let Some(format) = Format::ALL.into_iter().find(|known| known.word() == format) else {
        let known: Vec<&str> = Format::ALL.iter().map(|format| format.word()).collect();
        return Err(JsError::new(&format!("there is no format {format:?}: use one of {}", known.join(", "))));
    };
    let article: Article = serde_json::from_str(article)?;
    let Export { content, left_out: lost } = write(&article, format, with_text)?;
    let content = format.header().to_string() + &content;
    let exported = Exported { extension: format.extension(), media_type: format.media_type(), content, lost };
    Ok(parse(&serde_json::to_string(&exported)?))
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(json: &str) -> JsValue;
}
