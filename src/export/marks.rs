//! An article's marks as most tools know them: labelled stretches of the text, and links between them.

use super::stands;
use super::text::Text;
use crate::wire::{Article, Entity, Mention, MentionForm, Reading};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// A part of a wire object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    Names,
    Quotes,
    Figures,
    Ledger,
    Dates,
    Quantities,
    Notes,
}

impl Layer {
    pub(super) const ALL: [Layer; 7] =
        [Layer::Names, Layer::Quotes, Layer::Figures, Layer::Ledger, Layer::Dates, Layer::Quantities, Layer::Notes];

    /// How much of it the article has, in words; `None` for nothing.
    pub(super) fn counted(self, article: &Article) -> Option<String> {
        let compared = |reading: Reading| reading != Reading::Single;
        let (count, one, many) = match self {
            Layer::Names => (standing(article).len(), "name", "names"),
            Layer::Quotes => (article.quotes.iter().filter(|q| stands(q.origin)).count(), "quote", "quotes"),
            Layer::Figures => (article.figures.iter().filter(|f| stands(f.origin)).count(), "figure", "figures"),
            Layer::Ledger => {
                let readings = article.ledger.iter().flat_map(|row| &row.relations);
                let count = readings.filter(|relation| compared(relation.reading)).count();
                (count, "comparison of figures", "comparisons of figures")
            }
            Layer::Dates => (article.dates.len(), "date", "dates"),
            Layer::Quantities => (article.quantities.len(), "quantity", "quantities"),
            Layer::Notes => (article.notes.len(), "note", "notes"),
        };
        (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { many }))
    }
}

/// A labelled stretch.
pub(super) struct Mark {
    /// The id in the wire object; of a source that is no mention, its first quote's or figure's with `s` behind.
    pub(super) id: String,
    /// `person`, `direct-quote`, `killed`, `source`, `date`, `money`.
    pub(super) label: String,
    pub(super) start: u32,
    pub(super) end: u32,
    /// What else is known of it, as name and value.
    pub(super) facts: Vec<(&'static str, String)>,
}

/// From one mark to another: from a quote to its speaker, from a figure to its source.
pub(super) struct Link {
    pub(super) from: String,
    pub(super) to: String,
    /// `speaker`, `source`, `victims`, `continues`.
    pub(super) label: &'static str,
}

/// Everything that is marked in the text, in its order, and what belongs together.
pub(super) fn of(article: &Article, text: &Text) -> (Vec<Mark>, Vec<Link>) {
    let names = entities(article);
    let there: HashSet<&str> = article.mentions.iter().filter(|m| stands(m.origin)).map(|m| &*m.id).collect();
    let mut marks = Vec::new();
    let mut links = Vec::new();
    for mention in article.mentions.iter().filter(|m| stands(m.origin)) {
        let entity = mention.entity.as_deref().and_then(|id| names.get(id));
        let mut facts = vec![("form", word(&mention.form))];
        if let Some(entity) = entity {
            facts.push(("name", entity.name.clone()));
            facts.extend(entity.role.clone().map(|role| ("role", role)));
            facts.extend(entity.country.clone().map(|country| ("country", country)));
        }
        facts.extend([("certainty", word(&mention.certainty)), ("rule", mention.rule.to_string())]);
        marks.push(Mark {
            id: mention.id.to_string(),
            label: word(&mention.kind),
            start: mention.start,
            end: mention.end,
            facts,
        });
    }
    // Words that several quotes and figures have for their source are one mark.
    let mut sources: HashMap<(u32, u32), String> = HashMap::new();
    let mut link = |from: &str, label, mention: Option<&str>, start: u32, end: u32, marks: &mut Vec<Mark>| {
        let to = match mention.filter(|id| there.contains(id)) {
            Some(id) => id.to_string(),
            None => sources
                .entry((start, end))
                .or_insert_with(|| {
                    let id = format!("{from}s");
                    marks.push(Mark { id: id.clone(), label: "source".into(), start, end, facts: vec![] });
                    id
                })
                .clone(),
        };
        links.push(Link { from: from.to_string(), to, label });
    };
    for quote in article.quotes.iter().filter(|q| stands(q.origin)) {
        let mut facts = vec![];
        facts.extend(quote.cue.map(|cue| ("cue", text.line(cue.start, cue.end))));
        if let Some(speaker) = &quote.speaker {
            facts.push(("speaker", text.line(speaker.start, speaker.end)));
            facts.push(("certainty", word(&speaker.certainty)));
        }
        facts.push(("rule", quote.rule.to_string()));
        let label = format!("{}-quote", word(&quote.kind));
        marks.push(Mark { id: quote.id.to_string(), label, start: quote.start, end: quote.end, facts });
        if let Some(speaker) = &quote.speaker {
            link(&quote.id, "speaker", speaker.mention.as_deref(), speaker.start, speaker.end, &mut marks);
        }
    }
    for figure in article.figures.iter().filter(|f| stands(f.origin)) {
        let mut facts = vec![("number", text.line(figure.number.start, figure.number.end))];
        facts.extend(figure.low.map(|low| ("low", low.to_string())));
        facts.extend(figure.high.map(|high| ("high", high.to_string())));
        facts.push(("bound", word(&figure.bound)));
        facts.extend(figure.victims.as_ref().map(|v| ("victims", text.line(v.start, v.end))));
        if let Some(source) = &figure.source {
            facts.push(("source", text.line(source.start, source.end)));
            facts.push(("certainty", word(&source.certainty)));
        }
        facts.extend(figure.hedged.then(|| ("hedged", "yes".to_string())));
        facts.push(("rule", figure.rule.to_string()));
        marks.push(Mark {
            id: figure.id.to_string(),
            label: word(&figure.kind),
            start: figure.start,
            end: figure.end,
            facts,
        });
        if let Some(source) = &figure.source {
            link(&figure.id, "source", source.mention.as_deref(), source.start, source.end, &mut marks);
        }
    }
    let said: HashSet<&str> = article.quotes.iter().filter(|q| stands(q.origin)).map(|q| &*q.id).collect();
    for quote in article.quotes.iter().filter(|q| stands(q.origin)) {
        let before = quote.continues.as_deref().filter(|id| said.contains(id));
        links.extend(before.map(|to| Link { from: quote.id.to_string(), to: to.to_string(), label: "continues" }));
    }
    for date in &article.dates {
        let mut facts: Vec<_> = date.value.clone().map(|value| ("value", value)).into_iter().collect();
        facts.push(("rule", date.rule.to_string()));
        marks.push(Mark { id: date.id.to_string(), label: "date".into(), start: date.start, end: date.end, facts });
    }
    for quantity in &article.quantities {
        let mut facts = vec![];
        facts.extend(quantity.low.map(|low| ("low", low.to_string())));
        facts.extend(quantity.high.map(|high| ("high", high.to_string())));
        facts.extend(quantity.unit.clone().map(|unit| ("unit", unit)));
        facts.push(("rule", quantity.rule.to_string()));
        let (start, end) = (quantity.start, quantity.end);
        marks.push(Mark { id: quantity.id.to_string(), label: quantity.kind.to_string(), start, end, facts });
    }
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    (marks, links)
}

/// What the article goes by in tables: its id, else its title.
pub(super) fn called(article: &Article) -> &str {
    article.id.as_deref().or(article.title.as_deref()).unwrap_or_default()
}

/// Entities by id.
pub(super) fn entities(article: &Article) -> HashMap<&str, &Entity> {
    article.entities.iter().map(|e| (&*e.id, e)).collect()
}

/// The entities that a mention stands for, each with those mentions.
pub(super) fn standing(article: &Article) -> Vec<(&Entity, Vec<&Mention>)> {
    let mut of: HashMap<&str, Vec<&Mention>> = HashMap::new();
    for mention in article.mentions.iter().filter(|m| stands(m.origin)) {
        if let Some(entity) = &mention.entity {
            of.entry(entity).or_default().push(mention);
        }
    }
    article.entities.iter().filter_map(|entity| Some((entity, of.remove(&*entity.id)?))).collect()
}

/// The different names among mentions, as they read: no pronouns, no descriptions.
pub(super) fn spellings(mentions: &[&Mention], text: &Text) -> Vec<String> {
    let mut spellings: Vec<String> = Vec::new();
    for mention in mentions {
        let name = !matches!(mention.form, MentionForm::Pronoun | MentionForm::Description);
        let words = text.line(mention.start, mention.end);
        if name && !spellings.contains(&words) {
            spellings.push(words);
        }
    }
    spellings
}

/// A word of the wire format, as serde writes it.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
