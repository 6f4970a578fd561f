//! Scores names: persons, organizations, places. Gold: "entities": [{"start", "end", "type": PER, ORG or LOC}].
//!
//! A leading "the" and a possessive at the end belong to no name, on either side. Strict: the same words and kind.
//! Relaxed: a name of that kind overlaps.

use super::rates::Rates;
use super::{Gold, Pair, Span, of, overlap, span};
use anyhow::{Context as _, Result};
use newsmark::wire::{self, EntityKind, MentionForm};
use std::collections::HashSet;

pub(super) const KINDS: [&str; 3] = ["PER", "ORG", "LOC"];

/// The names of a text, without those that are there twice, by kind.
pub(super) type Names = [HashSet<Span>; KINDS.len()];

#[derive(Clone, Copy, Default)]
struct Counts {
    gold: usize,
    found: usize,
    right: usize,
    gold_near: usize,
    found_near: usize,
}

pub(super) fn table(pairs: &[Pair]) -> Result<String> {
    let mut all = Counts::default();
    let mut kinds = [Counts::default(); KINDS.len()];
    for Pair { gold, found } in pairs {
        let (gold, found) = (marked(gold)?, tagged(&gold.text, found));
        for ((gold, found), counts) in gold.iter().zip(&found).zip(&mut kinds) {
            for counts in [counts, &mut all] {
                counts.add(gold, found);
            }
        }
    }
    let row = |(name, counts): (&str, Counts)| format!("  {name:24} {}", counts.row());
    Ok([("micro", all)].into_iter().chain(KINDS.into_iter().zip(kinds)).map(row).collect::<Vec<_>>().join("\n"))
}

impl Counts {
    fn add(&mut self, gold: &HashSet<Span>, found: &HashSet<Span>) {
        let near = |some: &HashSet<Span>, others: &HashSet<Span>| {
            some.iter().filter(|name| others.iter().any(|other| overlap(**name, *other))).count()
        };
        self.gold += gold.len();
        self.found += found.len();
        self.right += gold.intersection(found).count();
        self.gold_near += near(gold, found);
        self.found_near += near(found, gold);
    }

    fn row(&self) -> String {
        let strict = Rates::new(self.right, self.found, self.gold);
        let relaxed = Rates {
            precision: Rates::new(self.found_near, self.found, 0).precision,
            recall: Rates::new(self.gold_near, 0, self.gold).recall,
        };
        format!("strict {strict}   relaxed {relaxed}")
    }
}

/// What people marked.
pub(super) fn marked(gold: &Gold) -> Result<Names> {
    let mut names = Names::default();
    for entity in gold.list("entities")? {
        if let Some(kind) = KINDS.iter().position(|kind| entity["type"] == *kind) {
            names[kind].insert(bare(&gold.text, span(entity).context("an entity without \"start\" and \"end\"")?));
        }
    }
    Ok(names)
}

/// What the engine marked: names, neither pronouns nor descriptions.
pub(super) fn tagged(text: &[char], found: &wire::Article) -> Names {
    let mut names = Names::default();
    for mention in &found.mentions {
        let kind = match mention.kind {
            EntityKind::Person => 0,
            EntityKind::Organization => 1,
            EntityKind::Place | EntityKind::Facility => 2,
            EntityKind::Group | EntityKind::Event | EntityKind::Product | EntityKind::Other => continue,
        };
        if !matches!(mention.form, MentionForm::Pronoun | MentionForm::Description) {
            names[kind].insert(bare(text, of(mention.start, mention.end)));
        }
    }
    names
}

/// The span without blanks at its ends, "the" before it and a possessive behind it.
fn bare(text: &[char], (mut start, mut end): Span) -> Span {
    let blank = |at: usize| text.get(at).is_some_and(|c| c.is_whitespace());
    while start < end && blank(start) {
        start += 1;
    }
    if matches!(text.get(start..end), Some(['t' | 'T', 'h', 'e', ..] | ['T', 'H', 'E', ..])) && blank(start + 3) {
        let name = (start + 3..end).find(|at| !blank(*at));
        start = name.unwrap_or(start);
    }
    while start < end && blank(end - 1) {
        end -= 1;
    }
    match text.get(start..end) {
        Some([.., before, '\'' | '’', 's' | 'S']) if !before.is_whitespace() => (start, end - 2),
        _ => (start, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_article_and_possessive() {
        let bared = |text: &str| {
            let text: Vec<char> = text.chars().collect();
            let (start, end) = bare(&text, (0, text.len()));
            text[start..end].iter().collect::<String>()
        };
        let cases = [
            (" The  Gambia’s ", "Gambia"),
            ("the AU", "AU"),
            ("Theo", "Theo"),
            ("The", "The"),
            ("Lima 's", "Lima 's"),
            ("the ", "the"),
        ];
        for (text, expected) in cases {
            assert_eq!(bared(text), expected, "{text}");
        }
    }

    #[test]
    fn the_figures_are_those_worked_out_by_hand() {
        let line = r#"{"text": "Ana Reyes of the Tarvia Union left Lima for Ostrel.", "entities": [
            {"start": 0, "end": 9, "type": "PER"}, {"start": 13, "end": 29, "type": "ORG"},
            {"start": 35, "end": 39, "type": "LOC"}, {"start": 44, "end": 50, "type": "LOC"},
            {"start": 44, "end": 50, "type": "DATE"}]}"#;
        let mention = |start, end, kind, form| wire::Mention {
            id: "".into(),
            start,
            end,
            entity: None,
            kind,
            form,
            certainty: wire::Certainty::Stated,
            origin: wire::Origin::Automatic,
            rule: "".into(),
        };
        let pair = Pair::example(line, |article| {
            article.mentions = vec![
                // Half of the name, the name without its article, a place for a person, a place not marked, no name.
                mention(0, 3, EntityKind::Person, MentionForm::Name),
                mention(17, 29, EntityKind::Organization, MentionForm::Name),
                mention(35, 39, EntityKind::Place, MentionForm::Metonym),
                mention(44, 50, EntityKind::Person, MentionForm::Name),
                mention(30, 34, EntityKind::Facility, MentionForm::Name),
                mention(10, 12, EntityKind::Person, MentionForm::Pronoun),
            ];
        });
        let table = table(&[pair]).expect("a table");
        // Strict: 2 right of 5 found, of 4. Relaxed: 3 of 5, 3 of 4.
        let expected = "  micro                    strict  40.0  50.0  44.4   relaxed  60.0  75.0  66.7
  PER                      strict   0.0   0.0   0.0   relaxed  50.0 100.0  66.7
  ORG                      strict 100.0 100.0 100.0   relaxed 100.0 100.0 100.0
  LOC                      strict  50.0  50.0  50.0   relaxed  50.0  50.0  50.0";
        assert_eq!(table, expected);
    }
}
