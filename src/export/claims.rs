//! Casualty claims as CSV (RFC 4180), one figure a row, in the order of the ledger.
//!
//! Example row: `speech.txt,l1,killed,three,3,3,3,exact,people,,Karabakh,…`.
//!
//! `low`, `best` and `high` are coded as the UCDP Georeferenced Event Dataset codes deaths; `best` is the count that the
//! words state and stays empty where they only bound it ("up to 20", "10 to 15", "dozens"). `side`, `source`, `place`,
//! `country` and `date` are what its `side_a`/`side_b`, `source_original`, `where_description`, `country` and
//! `date_start` are made of. `count_type` is the type of the count in GDELT's Global Knowledge Graph, which has none for
//! people who are missing or of whom only harm is said: they are its `AFFECT`.
//!
//! Cells that a spreadsheet would take for a formula begin with an apostrophe.

use super::csv::cell;
use super::marks::{called, entities, word};
use super::stands;
use super::text::Text;
use crate::wire::{Article, Bound, Claim, Figure, HarmKind};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// The names of the columns.
pub const HEADER: &str = "article,row,kind,number,low,best,high,bound,victims,side,place,country,date,source,\
    source_name,certainty,hedged,readings,count_type,sentence,figure,start,end\r\n";

/// A row for each figure of `article` that nobody has rejected. The words come from its `text`:
/// without it their cells are empty.
pub fn rows(article: &Article) -> String {
    rows_of(article, &Text::of(article))
}

pub(super) fn rows_of(article: &Article, text: &Text) -> String {
    let figures: HashMap<&str, &Figure> = article.figures.iter().map(|f| (&*f.id, f)).collect();
    let entities = entities(article);
    let entity = |id: &Option<Cow<str>>| id.as_deref().and_then(|id| entities.get(id)).copied();
    let name = |id: &Option<Cow<str>>| entity(id).map_or("", |e| e.name.as_str());
    let dates: HashMap<&str, String> =
        article.dates.iter().map(|d| (&*d.id, d.value.clone().unwrap_or_else(|| text.line(d.start, d.end)))).collect();
    let date = |id: &Option<Cow<str>>| id.as_deref().and_then(|id| dates.get(id)).map_or("", String::as_str);
    let sentence = |figure: &Figure| {
        let at = article.sentences.partition_point(|s| s.end <= figure.number.start);
        article.sentences.get(at).map(|s| text.line(s.start, s.end)).unwrap_or_default()
    };
    let count = |count: Option<u64>| count.map(|n| n.to_string()).unwrap_or_default();

    let mut out = String::new();
    for row in &article.ledger {
        let readings = readings(row);
        let figures = row.figures.iter().filter_map(|id| figures.get(&**id));
        for figure in figures.filter(|f| stands(f.origin)) {
            let source = figure.source.as_ref();
            let cells = [
                called(article),
                &row.id,
                figure.kind.word(),
                &text.line(figure.number.start, figure.number.end),
                &count(figure.low),
                &count(best(figure)),
                &count(figure.high),
                bound(figure.bound),
                &figure.victims.as_ref().map(|v| text.line(v.start, v.end)).unwrap_or_default(),
                name(&figure.side),
                name(&figure.place),
                entity(&figure.place).and_then(|e| e.country.as_deref()).unwrap_or_default(),
                date(&figure.date),
                &source.map(|s| text.line(s.start, s.end)).unwrap_or_default(),
                source.map(|s| name(&s.entity)).unwrap_or_default(),
                &source.map(|s| word(&s.certainty)).unwrap_or_default(),
                if figure.hedged { "yes" } else { "no" },
                readings.get(&*figure.id).map_or("", String::as_str),
                count_type(figure.kind),
                &sentence(figure),
                &figure.id,
            ];
            for value in cells {
                cell(value, &mut out);
                out.push(',');
            }
            let _ = write!(out, "{},{}\r\n", figure.start, figure.end);
        }
    }
    out
}

/// How each figure of a row stands to others, by its id: a word for each relation that it is in.
fn readings(row: &Claim) -> HashMap<&str, String> {
    let mut readings: HashMap<&str, String> = HashMap::new();
    for relation in &row.relations {
        let reading = word(&relation.reading);
        let ids: HashSet<&str> = relation.whole.iter().chain(&relation.figures).map(|id| &**id).collect();
        for id in ids {
            let words = readings.entry(id).or_default();
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&reading);
        }
    }
    readings
}

/// The count that the words of a figure state, if they state one.
fn best(figure: &Figure) -> Option<u64> {
    match figure.bound {
        Bound::Exact | Bound::Approx | Bound::AtLeast | Bound::None => figure.low,
        Bound::AtMost | Bound::Range | Bound::Vague => None,
    }
}

/// The type of the count in GDELT's Global Knowledge Graph (category list of its codebook, 2.1).
fn count_type(kind: HarmKind) -> &'static str {
    match kind {
        HarmKind::Killed => "KILL",
        HarmKind::Injured => "WOUND",
        HarmKind::Captured => "KIDNAP",
        HarmKind::Detained => "ARREST",
        HarmKind::Displaced => "DISPLACED",
        HarmKind::Missing | HarmKind::Casualties => "AFFECT",
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::AtLeast => "at least",
        Bound::AtMost => "at most",
        Bound::Approx => "about",
        Bound::Range => "range",
        Bound::Vague => "vague",
        Bound::None => "none",
    }
}
