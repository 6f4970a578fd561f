//! Label Studio (<https://labelstud.io/guide/predictions>): one task a line, the marks as a prediction for a
//! `<Labels name="label" toName="text">` over a `<Text name="text" value="$text">`. Offsets count code points.

use super::marks;
use super::text::Text;
use crate::wire::Article;
use serde_json::json;

pub(super) fn write(article: &Article, text: &Text) -> String {
    let points = text.code_points();
    let (marks, links) = marks::of(article, text);
    let mut result: Vec<_> = marks
        .iter()
        .map(|mark| {
            json!({
                "id": mark.id,
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {
                    "start": points.get(mark.start),
                    "end": points.get(mark.end),
                    "text": text.slice(mark.start, mark.end),
                    "labels": [mark.label],
                },
                "meta": { "text": mark.facts.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>() },
            })
        })
        .collect();
    result.extend(links.iter().map(|link| {
        json!({ "from_id": link.from, "to_id": link.to, "type": "relation", "direction": "right", "labels": [link.label] })
    }));
    let data = json!({ "text": text.text, "id": article.id, "title": article.title, "published": article.published });
    super::to_json(&json!({ "data": data, "predictions": [{ "model_version": article.engine, "result": result }] }))
        + "\n"
}
