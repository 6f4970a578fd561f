//! What the reports for people say, whatever they are written in: the ledger in words, quotes by speaker.

use super::text::Text;
use super::{marks, stands};
use crate::wire::{Article, Figure, Quote, QuoteKind, Role};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

/// The article's title, or what comes nearest to one.
pub(super) fn title(article: &Article, text: &Text) -> String {
    let headline = article.blocks.iter().find(|b| b.role == Role::Headline).map(|b| text.line(b.start, b.end));
    article.title.clone().or(headline).or_else(|| article.id.clone()).unwrap_or_else(|| "Article".into())
}

/// A row of the ledger in words.
pub(super) struct Row {
    /// "Killed (Tartu)".
    pub(super) title: String,
    pub(super) claims: Vec<ClaimInWords>,
    pub(super) readings: Vec<String>,
}

/// A figure in words.
pub(super) struct ClaimInWords {
    /// As the article has it.
    pub(super) words: String,
    pub(super) number: String,
    /// "12", "12 or more", "10 to 15".
    pub(super) count: String,
    pub(super) source: String,
}

/// The ledger in words, without what was rejected.
pub(super) fn claims(article: &Article, text: &Text) -> Vec<Row> {
    let figures: HashMap<&str, &Figure> =
        article.figures.iter().filter(|f| stands(f.origin)).map(|f| (&*f.id, f)).collect();
    let name =
        |id: &Option<Cow<str>>| article.entities.iter().find(|e| Some(&e.id) == id.as_ref()).map(|e| e.name.as_str());
    let mut rows = Vec::new();
    for row in &article.ledger {
        let claims: Vec<ClaimInWords> = row
            .figures
            .iter()
            .filter_map(|id| figures.get(&**id))
            .map(|figure| {
                let source = figure.source.as_ref();
                let named = source.and_then(|s| name(&s.entity).map(str::to_string));
                let read = source.map(|s| text.line(s.start, s.end));
                ClaimInWords {
                    words: text.line(figure.start, figure.end),
                    number: text.line(figure.number.start, figure.number.end),
                    count: count(figure),
                    source: named.or(read).unwrap_or_else(|| "no source".into()),
                }
            })
            .collect();
        if claims.is_empty() {
            continue;
        }
        let kind = row.kind.word();
        let mut title = kind[..1].to_uppercase() + &kind[1..];
        if let Some(place) = name(&row.place) {
            let _ = write!(title, " ({place})");
        }
        let readings = row.relations.iter().map(|relation| relation.note.clone()).filter(|note| !note.is_empty());
        rows.push(Row { title, claims, readings: readings.collect() });
    }
    rows
}

fn count(figure: &Figure) -> String {
    match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) => format!("{high} or fewer"),
        (None, None) => "unknown".into(),
    }
}

/// What each speaker said, in the order of their first words; terms are nobody's.
pub(super) fn by_speaker<'a>(article: &'a Article, text: &Text) -> Vec<(String, Vec<&'a Quote>)> {
    let entities = marks::entities(article);
    let mut speakers: Vec<(String, Vec<&Quote>)> = Vec::new();
    let mut place: HashMap<String, usize> = HashMap::new();
    for quote in article.quotes.iter().filter(|q| stands(q.origin) && q.kind != QuoteKind::Term) {
        let speaker = quote.speaker.as_ref();
        let entity = speaker.and_then(|s| s.entity.as_deref()).and_then(|id| entities.get(id));
        let name = match (entity, speaker) {
            (Some(entity), _) => entity.name.clone(),
            (None, Some(speaker)) => text.line(speaker.start, speaker.end),
            (None, None) => "No speaker".into(),
        };
        let at = *place.entry(name.clone()).or_insert_with(|| {
            speakers.push((name, Vec::new()));
            speakers.len() - 1
        });
        if let Some((_, quotes)) = speakers.get_mut(at) {
            quotes.push(quote);
        }
    }
    speakers
}
