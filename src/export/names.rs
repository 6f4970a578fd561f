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
        let words = [
            marks::called(article),
            &entity.id,
            &marks::word(&entity.kind),
            &entity.name,
            entity.role.as_deref().unwrap_or_default(),
            entity.country.as_deref().unwrap_or_default(),
        ];
        for value in words {
            csv::cell(value, &mut out);
            out.push(',');
        }
        // Numbers are no formulas, even those below zero.
        for degrees in [entity.lat, entity.lon] {
            out.push_str(&degrees.map(|degrees| degrees.to_string()).unwrap_or_default());
            out.push(',');
        }
        let first = mentions.iter().map(|m| m.start).min().unwrap_or_default().to_string();
        csv::row([mentions.len().to_string(), spellings(&mentions, text).join("; "), first], &mut out);
    }
    out
}
