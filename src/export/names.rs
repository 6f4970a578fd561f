//! Names as CSV, one entity a row, in the order of the text.

use super::marks::{spellings, standing};
use super::text::Text;
use super::{csv, marks};
use crate::wire::Article;

/// The names of the columns. `spellings` are its names as they read, parted by semicolons.
pub(super) const HEADER: &str =
    "article,entity,kind,name,role,country,latitude,longitude,mentions,spellings,first_start\r\n";

/// A row for each entity with a mention that stands.
pub(super) fn rows(article: &Article, text: &Text) -> String {
    let mut out = String::new();
    for (entity, mentions) in standing(article) {
        let degrees = |value: Option<f64>| value.map(|v| v.to_string()).unwrap_or_default();
        let cells = [
            article.id.as_deref().or(article.title.as_deref()).unwrap_or_default().to_string(),
            entity.id.clone(),
            marks::word(&entity.kind),
            entity.name.clone(),
            entity.role.clone().unwrap_or_default(),
            entity.country.clone().unwrap_or_default(),
            // A minus at the beginning would be a formula; degrees are numbers.
            degrees(entity.lat),
            degrees(entity.lon),
            mentions.len().to_string(),
            spellings(&mentions, text).join("; "),
            mentions.iter().map(|m| m.start).min().unwrap_or_default().to_string(),
        ];
        csv::row(cells, &mut out);
    }
    out
}
