//! The JavaScript boundary: plain objects in and out.

use crate::flat;
use crate::own::Problem;
use crate::wire::Article;
use crate::{Annotator, Lexicon, OffsetUnit};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::sync::Arc;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

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

/// What became of a list of the user's own names.
#[derive(Serialize, Tsify)]
pub struct LexiconReport {
    /// How many names were read.
    names: usize,
    /// The lines that could not be used.
    problems: Vec<Problem>,
}

thread_local! {
    /// The user's own names, kept because a long list takes longer to read than an article.
    static LEXICON: RefCell<Arc<Lexicon>> = RefCell::default();
}

/// Reads the user's own names and tells what became of them; from now on they count.
#[wasm_bindgen(js_name = useLexicon)]
pub fn use_lexicon(list: &str) -> Result<Ts<LexiconReport>, JsError> {
    let (lexicon, problems) = Lexicon::read(list);
    let report = LexiconReport { names: lexicon.len(), problems };
    LEXICON.set(Arc::new(lexicon));
    Ok(report.into_ts()?)
}

/// Reads `text`; offsets in UTF-16 unless told. `tell` is called with the percent that has been read.
#[wasm_bindgen(js_name = annotate, unchecked_return_type = "Article")]
pub fn annotate(text: &str, options: Option<Ts<AnnotateOptions>>, tell: Option<Tell>) -> Result<JsValue, JsError> {
    let given = match options {
        Some(options) => options.to_rust()?,
        None => AnnotateOptions::default(),
    };
    let mut annotator = Annotator::default().with_lexicon(LEXICON.with_borrow(Arc::clone));
    if let Some(published) = &given.published {
        annotator = annotator.with_published(published)?;
    }
    let tell = |percent| tell.iter().for_each(|tell| tell.call(&JsValue::UNDEFINED, percent));
    let article =
        crate::annotate::annotate(text, &annotator, &tell).to_wire(given.offsets.unwrap_or(OffsetUnit::Utf16));
    tell(85);
    let article = Article {
        id: given.id,
        title: given.title,
        published: given.published,
        text: given.text.then(|| text.to_string()),
        ..article
    };
    let flat = flat::flat(&article).ok_or_else(|| JsError::new("the article can't be written"))?;
    Ok(objects(&flat.numbers, &flat.text))
}

#[wasm_bindgen(raw_module = "./objects.js")]
extern "C" {
    /// Makes the objects that numbers and text are.
    fn objects(numbers: &[u32], text: &str) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    /// A function of JavaScript's.
    #[wasm_bindgen(typescript_type = "(percent: number) => void")]
    pub type Tell;
    #[wasm_bindgen(method)]
    fn call(this: &Tell, receiver: &JsValue, percent: u32);
}
