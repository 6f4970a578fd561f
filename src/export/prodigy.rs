//! Prodigy (<https://prodi.gy/docs/api-interfaces>): one task a line, for `spans.manual`. Offsets count code points, as
//! Python does. Its spans hold a label and no more, so speakers are spans of their own without a link.

use super::marks;
use super::text::Text;
use crate::wire::Article;
use serde_json::json;

pub(super) fn write(article: &Article, text: &Text) -> String {
    let points = text.code_points();
    let (marks, _) = marks::of(article, text);
    let spans: Vec<_> = marks
        .iter()
        .map(|mark| json!({ "start": points.get(mark.start), "end": points.get(mark.end), "label": mark.label }))
        .collect();
    let meta = json!({ "id": article.id, "title": article.title, "engine": article.engine });
    super::to_json(&json!({ "text": text.text, "spans": spans, "meta": meta })) + "\n"
}
