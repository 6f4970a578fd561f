//! Scores casualty figures. Gold: "casualties": [{"kind", "number": {"start", "end"}, "low", "high", "bound",
//! "victims": words or null, "source": {"start", "end"} or null, "hedged"}].
//!
//! A figure is found where the numbers overlap and the kind is the same, each once. `value` asks for the same range,
//! too, and `claim` besides for a source that overlaps, or none on both sides.

use super::rates::{Rates, share};
use super::{Gold, Pair, of, overlap, span};
use anyhow::{Context as _, Result};
use newsmark::wire;
use serde_json::Value;
use std::collections::HashSet;

#[derive(Default)]
struct Counts {
    gold: usize,
    pred: usize,
    found: usize,
    value: usize,
    claim: usize,
    bound: usize,
    source: usize,
    victims: usize,
    hedged: Hedged,
}

#[derive(Default)]
struct Hedged {
    right: usize,
    found: usize,
    gold: usize,
}

pub(super) fn table(pairs: &[Pair]) -> Result<String> {
    let mut counts = Counts::default();
    for Pair { gold, found } in pairs {
        counts.add(gold, found)?;
    }
    let row = |name: &str, right: usize| format!("  {name:24} {}", Rates::new(right, counts.pred, counts.gold));
    let of_found = |name: &str, right: usize| format!("{name} {:.1}", 100.0 * share(right, counts.found));
    let Hedged { right, found, gold } = counts.hedged;
    Ok([
        row("found", counts.found),
        row("value", counts.value),
        row("claim", counts.claim),
        [
            of_found("  of the found: bound", counts.bound),
            of_found("source", counts.source),
            of_found("victims", counts.victims),
            format!("hedged {:.1}", 100.0 * Rates::new(right, found, gold).f1()),
        ]
        .join("  "),
    ]
    .join("\n"))
}

impl Counts {
    fn add(&mut self, gold: &Gold, found: &wire::Article) -> Result<()> {
        let wanted = gold.list("casualties")?;
        let mut left: Vec<&wire::Figure> = found.figures.iter().collect();
        self.gold += wanted.len();
        self.pred += left.len();
        for figure in wanted {
            let number = span(&figure["number"]).context("a figure without \"number\"")?;
            let value = (figure["low"].as_u64(), figure["high"].as_u64());
            let same = |other: &wire::Figure| {
                word(&other.kind) == figure["kind"] && overlap(number, of(other.number.start, other.number.end))
            };
            let hits = || left.iter().enumerate().filter(|(_, other)| same(other));
            let best = hits().find(|(_, other)| (other.low, other.high) == value).or_else(|| hits().next());
            let Some(at) = best.map(|(at, _)| at) else { continue };
            let hit = left.remove(at);
            let right = (hit.low, hit.high) == value;
            let source = match (span(&figure["source"]), &hit.source) {
                (Some(wanted), Some(found)) => overlap(wanted, of(found.start, found.end)),
                (wanted, found) => wanted.is_none() && found.is_none(),
            };
            let hedged = figure["hedged"].as_bool().unwrap_or(false);
            self.found += 1;
            self.value += usize::from(right);
            self.source += usize::from(source);
            self.claim += usize::from(right && source);
            self.bound += usize::from(word(&hit.bound) == figure["bound"]);
            self.victims += usize::from(same_victims(gold, &figure["victims"], hit.victims.as_ref()));
            self.hedged.right += usize::from(hedged && hit.hedged);
            self.hedged.found += usize::from(hit.hedged);
            self.hedged.gold += usize::from(hedged);
        }
        Ok(())
    }
}

/// A word of the wire format, as it is written there.
fn word(word: &impl serde::Serialize) -> Value {
    serde_json::to_value(word).unwrap_or_default()
}

/// Whether both share a word, or neither has one.
fn same_victims(gold: &Gold, wanted: &Value, found: Option<&wire::Victims>) -> bool {
    let wanted = words(wanted.as_str().unwrap_or_default());
    let found = found.and_then(|victims| gold.text.get(victims.start as usize..victims.end as usize));
    let found = words(&found.unwrap_or_default().iter().collect::<String>());
    if wanted.is_empty() || found.is_empty() {
        wanted.is_empty() && found.is_empty()
    } else {
        !wanted.is_disjoint(&found)
    }
}

fn words(text: &str) -> HashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_lowercase);
    words.filter(|word| !matches!(word.as_str(), "" | "the" | "of" | "a" | "an" | "its" | "their")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsmark::wire::{Bound, HarmKind};

    fn figure(kind: HarmKind, number: (u32, u32), low: Option<u64>, high: Option<u64>) -> wire::Figure {
        wire::Figure {
            id: "".into(),
            kind,
            start: number.0,
            end: number.1,
            number: wire::Range { start: number.0, end: number.1 },
            cue: Vec::new(),
            low,
            high,
            bound: Bound::AtLeast,
            victims: None,
            side: None,
            source: None,
            hedged: false,
            date: None,
            place: None,
            origin: wire::Origin::Automatic,
            rule: "".into(),
        }
    }

    #[test]
    fn the_figures_are_those_worked_out_by_hand() {
        let line = r#"{"text": "At least 12 miners died, police said. Nine were hurt, and 30 fled.", "casualties": [
            {"kind": "killed", "number": {"start": 9, "end": 11}, "low": 12, "high": null, "bound": "at_least",
             "victims": "miners", "source": {"start": 25, "end": 31}, "hedged": false},
            {"kind": "injured", "number": {"start": 38, "end": 42}, "low": 9, "high": 9, "bound": "exact",
             "victims": null, "source": null, "hedged": true},
            {"kind": "displaced", "number": {"start": 58, "end": 60}, "low": 30, "high": 30, "bound": "exact",
             "victims": null, "source": null, "hedged": false}]}"#;
        let pair = Pair::example(line, |article| {
            let mut killed = figure(HarmKind::Killed, (9, 11), Some(12), None);
            killed.victims = Some(wire::Victims { start: 12, end: 18, entity: None });
            // The right value without its source; twice the same harm, of which the right one counts; a wrong kind.
            article.figures = vec![
                killed,
                figure(HarmKind::Injured, (38, 42), Some(8), Some(8)),
                figure(HarmKind::Injured, (38, 42), Some(9), Some(9)),
                figure(HarmKind::Missing, (58, 60), Some(30), Some(30)),
            ];
        });
        // 2 of 4 found are right, of 3; of these the second alone has the right source, the first the right bound.
        let expected = "  found                     50.0  66.7  57.1
  value                     50.0  66.7  57.1
  claim                     25.0  33.3  28.6
  of the found: bound 50.0  source 50.0  victims 100.0  hedged 0.0";
        assert_eq!(table(&[pair]).expect("a table"), expected);
    }
}
