//! Scores quotes and their speakers. Gold: "quotes": [{"kind", "content", "quoted", "source": [[start, end], …],
//! "speech"}] and "marks", the stretches inside quotation marks.
//!
//! Of what is in quotation marks each stretch counts for itself: found where eight tenths of the characters are the
//! same. Rows `direct` and `mixed` leave the other's gold out. Speech without marks is found where half of them are;
//! gold that no verb of saying introduces is left out, and what hits a mixed quote. A speaker is right who overlaps a
//! telling word of the gold one, or is named by the same word elsewhere.

use super::rates::{Rates, share};
use super::{Gold, Pair, Span, of, overlap, pair};
use anyhow::{Context as _, Result};
use newsmark::wire::{self, QuoteKind};
use serde_json::Value;
use std::collections::HashSet;

/// What is not part of a quote at its ends.
const EDGES: &str = " \t\n\r\u{a0}\"'“”‘’„«»`.,;:!?-–—…()[]";

/// Words that tell nobody from others.
const EMPTY_WORDS: &str = "a an the of for in on at to by with from and or who which that this these those is was were \
    mr mrs ms dr sen rep gov he she they it i we you him her them his their its my our your one some many both us me \
    not as also said says";

/// What a quote is, for the rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Direct,
    Mixed,
    /// Introduced by a verb of saying.
    Speech,
    /// Introduced otherwise.
    Report,
}

/// A quote that people marked: its stretches, and the words for its speaker.
struct Wanted {
    kind: Kind,
    spans: Vec<Span>,
    source: Vec<Span>,
}

/// A quote that the engine marked.
struct Found {
    direct: bool,
    spans: Vec<Span>,
    speaker: Option<Span>,
}

/// Stretches in quotation marks, and speech without.
struct Units<T> {
    quoted: Vec<T>,
    indirect: Vec<T>,
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    right: usize,
    speaker: usize,
    kind: usize,
}

pub(super) fn table(pairs: &[Pair]) -> Result<String> {
    let mut rows = [
        ("quoted", [Kind::Direct, Kind::Mixed].as_slice(), Counts::default()),
        ("direct", &[Kind::Direct], Counts::default()),
        ("mixed", &[Kind::Mixed], Counts::default()),
        ("ind-speech", &[Kind::Speech], Counts::default()),
    ];
    for Pair { gold, found } in pairs {
        let (wanted, found) = (wanted(gold)?, found_units(gold, found)?);
        let quoted = matches(&wanted.quoted, &found.quoted, 0.8);
        let indirect = matches(&wanted.indirect, &found.indirect, 0.5);
        for (_, kinds, counts) in &mut rows {
            if kinds.contains(&Kind::Speech) {
                counts.add(&gold.text, kinds, &wanted.indirect, &found.indirect, &indirect);
            } else {
                counts.add(&gold.text, kinds, &wanted.quoted, &found.quoted, &quoted);
            }
        }
    }
    let row = |(name, _, counts): &(&str, &[Kind], Counts)| {
        let kind =
            if *name == "quoted" { format!("  kind {:5.1}", counts.of_right(counts.kind)) } else { String::new() };
        format!(
            "  {name:12} found {}   with speaker {}   speaker {:5.1}{kind}",
            Rates::new(counts.right, counts.found, counts.gold),
            Rates::new(counts.speaker, counts.found, counts.gold),
            counts.of_right(counts.speaker)
        )
    };
    Ok(rows.iter().map(row).collect::<Vec<_>>().join("\n"))
}

impl Counts {
    fn add(&mut self, text: &[char], kinds: &[Kind], wanted: &[Wanted], found: &[Found], matches: &[(usize, usize)]) {
        let counted = |quote: &Wanted| kinds.contains(&quote.kind);
        self.gold += wanted.iter().filter(|quote| counted(quote)).count();
        self.found += found.len();
        for (quote, hit) in matches.iter().map(|(at, hit)| (&wanted[*at], &found[*hit])) {
            if !counted(quote) {
                self.found -= 1;
                continue;
            }
            self.right += 1;
            self.speaker += usize::from(speaker_is_right(text, &quote.source, hit.speaker));
            self.kind += usize::from(hit.direct == (quote.kind == Kind::Direct));
        }
    }

    fn of_right(&self, part: usize) -> f64 {
        100.0 * share(part, self.right)
    }
}

/// What people marked.
fn wanted(gold: &Gold) -> Result<Units<Wanted>> {
    let mut units = Units { quoted: Vec::new(), indirect: Vec::new() };
    for quote in gold.list("quotes")? {
        let trimmed =
            |field: &str| Ok::<_, anyhow::Error>(spans(&quote[field])?.into_iter().map(|s| trim(&gold.text, s)));
        let source = || spans(&quote["source"]);
        let kind = match quote["kind"].as_str().context("a quote without \"kind\"")? {
            "direct" => Kind::Direct,
            "mixed" => Kind::Mixed,
            _ if quote["speech"].as_bool() == Some(false) => Kind::Report,
            _ => Kind::Speech,
        };
        for span in trimmed("quoted")?.filter(|(start, end)| start < end) {
            units.quoted.push(Wanted { kind, spans: vec![span], source: source()? });
        }
        if kind != Kind::Direct {
            units.indirect.push(Wanted { kind, spans: trimmed("content")?.collect(), source: source()? });
        }
    }
    Ok(units)
}

/// What the engine marked; one quote over several stretches between marks is as many, each once.
fn found_units(gold: &Gold, found: &wire::Article) -> Result<Units<Found>> {
    let text = &gold.text;
    let marks = spans(&gold.marks["marks"])?;
    let mut units = Units { quoted: Vec::<Found>::new(), indirect: Vec::new() };
    for quote in found.quotes.iter().filter(|quote| quote.kind != QuoteKind::Term) {
        let speaker = quote.speaker.as_ref().map(|speaker| of(speaker.start, speaker.end));
        let direct = quote.kind == QuoteKind::Direct;
        let span = of(quote.start, quote.end);
        if quote.kind == QuoteKind::Indirect {
            let content = quote.content.iter().map(|part| of(part.start, part.end));
            let spans = if quote.content.is_empty() { vec![span] } else { content.collect() };
            let spans = spans.into_iter().map(|span| trim(text, span)).collect();
            units.indirect.push(Found { direct, spans, speaker });
            continue;
        }
        let half_inside = |mark: &&Span| 2 * mark.1.min(span.1).saturating_sub(mark.0.max(span.0)) >= mark.1 - mark.0;
        let mut parts: Vec<Span> = marks.iter().filter(half_inside).copied().collect();
        if !(parts.len() > 1 || quote.kind == QuoteKind::Mixed && !parts.is_empty()) {
            parts = vec![span];
        }
        for part in parts.into_iter().map(|part| trim(text, part)).filter(|(start, end)| start < end) {
            if !units.quoted.iter().any(|unit| unit.spans == [part]) {
                units.quoted.push(Found { direct, spans: vec![part], speaker });
            }
        }
    }
    Ok(units)
}

/// The pairs that share at least so much, the best first, each quote once.
fn matches(wanted: &[Wanted], found: &[Found], least: f64) -> Vec<(usize, usize)> {
    let characters = |spans: &[Span]| spans.iter().flat_map(|(start, end)| *start..*end).collect::<HashSet<_>>();
    let found: Vec<_> = found.iter().map(|quote| characters(&quote.spans)).collect();
    let mut pairs = Vec::new();
    for (at, wanted) in wanted.iter().map(|quote| characters(&quote.spans)).enumerate() {
        for (hit, found) in found.iter().enumerate() {
            let both = wanted.intersection(found).count();
            let shared = share(both, wanted.len() + found.len() - both);
            if both > 0 && shared >= least {
                pairs.push((shared, at, hit));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut matched: Vec<(usize, usize)> = Vec::new();
    for (_, at, hit) in pairs {
        if matched.iter().all(|(a, h)| *a != at && *h != hit) {
            matched.push((at, hit));
        }
    }
    matched
}

fn speaker_is_right(text: &[char], source: &[Span], speaker: Option<Span>) -> bool {
    let speaker = match speaker {
        Some(speaker) if !source.is_empty() => speaker,
        _ => return source.is_empty() && speaker.is_none(),
    };
    let gold: Vec<(Span, String)> = source.iter().flat_map(|span| telling_words(text, *span)).collect();
    if gold.is_empty() {
        // A pronoun.
        return source.iter().any(|span| overlap(*span, speaker));
    }
    let named = telling_words(text, speaker);
    gold.iter().any(|(span, word)| overlap(*span, speaker) || named.iter().any(|(_, name)| name == word))
}

/// The words of a span that tell who it is, in lower case: "-" and "." may stand between their letters.
fn telling_words(text: &[char], (start, end): Span) -> Vec<(Span, String)> {
    let letter = |at: usize| at < end && text.get(at).is_some_and(|c| c.is_alphanumeric());
    let mut words = Vec::new();
    let mut at = start;
    while at < end {
        let first = at;
        while letter(at) || at > first && matches!(text.get(at), Some('-' | '.')) && letter(at + 1) {
            at += 1;
        }
        let word = text.get(first..at).unwrap_or_default().iter().collect::<String>().to_lowercase();
        if word.chars().count() > 1 && !EMPTY_WORDS.split_whitespace().any(|empty| empty == word) {
            words.push(((first, at), word));
        }
        at = at.max(first + 1);
    }
    words
}

fn trim(text: &[char], (mut start, mut end): Span) -> Span {
    let edge = |at: usize| text.get(at).is_some_and(|c| EDGES.contains(*c));
    while start < end && edge(start) {
        start += 1;
    }
    while start < end && edge(end - 1) {
        end -= 1;
    }
    (start, end)
}

/// A list of [start, end].
fn spans(list: &Value) -> Result<Vec<Span>> {
    let list = list.as_array().context("a list of [start, end] is missing")?;
    list.iter().map(|span| pair(span).context("a span that is not [start, end]")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"text": "“We knew it,” said Ana Reyes. She said the bridge was “old”. Police denied that.",
        "marks": [[1, 12], [55, 58]], "quotes": [
        {"kind": "direct", "content": [[1, 12]], "quoted": [[1, 12]], "source": [[19, 28]], "speech": true},
        {"kind": "mixed", "content": [[39, 59]], "quoted": [[55, 58]], "source": [[30, 33]], "speech": true},
        {"kind": "indirect", "content": [[61, 80]], "quoted": [], "source": [[61, 67]], "speech": true}]}"#;

    fn quote(kind: QuoteKind, start: u32, end: u32, speaker: (u32, u32)) -> wire::Quote {
        wire::Quote {
            id: "".into(),
            kind,
            start,
            end,
            content: Vec::new(),
            clause: None,
            marks: wire::Marks::Paired,
            cue: None,
            speaker: Some(wire::Speaker {
                start: speaker.0,
                end: speaker.1,
                mention: None,
                entity: None,
                certainty: wire::Certainty::Stated,
            }),
            continues: None,
            origin: wire::Origin::Automatic,
            rule: "".into(),
        }
    }

    #[test]
    fn the_figures_are_those_worked_out_by_hand() {
        let pair = Pair::example(LINE, |article| {
            article.quotes = vec![
                quote(QuoteKind::Direct, 0, 13, (23, 28)),
                quote(QuoteKind::Mixed, 54, 59, (23, 28)),
                quote(QuoteKind::Indirect, 68, 80, (61, 67)),
                quote(QuoteKind::Indirect, 39, 53, (30, 33)),
                quote(QuoteKind::Term, 55, 58, (30, 33)),
            ];
        });
        // Both stretches are found, the pronoun's speaker is wrong. Of the two indirect ones, one hits the mixed
        // quote and is left out; the other shares 12 of 19 characters.
        let expected =
            "  quoted       found 100.0 100.0 100.0   with speaker  50.0  50.0  50.0   speaker  50.0  kind 100.0
  direct       found 100.0 100.0 100.0   with speaker 100.0 100.0 100.0   speaker 100.0
  mixed        found 100.0 100.0 100.0   with speaker   0.0   0.0   0.0   speaker   0.0
  ind-speech   found 100.0 100.0 100.0   with speaker 100.0 100.0 100.0   speaker 100.0";
        assert_eq!(table(&[pair]).expect("a table"), expected);
    }

    #[test]
    fn what_is_not_said_costs_precision() {
        let pair = Pair::example(LINE, |article| {
            article.quotes = vec![
                quote(QuoteKind::Direct, 1, 12, (19, 28)),
                quote(QuoteKind::Direct, 30, 38, (19, 28)),
                quote(QuoteKind::Indirect, 30, 38, (30, 33)),
            ];
        });
        let expected =
            "  quoted       found  50.0  50.0  50.0   with speaker  50.0  50.0  50.0   speaker 100.0  kind 100.0
  direct       found  50.0 100.0  66.7   with speaker  50.0 100.0  66.7   speaker 100.0
  mixed        found   0.0   0.0   0.0   with speaker   0.0   0.0   0.0   speaker   0.0
  ind-speech   found   0.0   0.0   0.0   with speaker   0.0   0.0   0.0   speaker   0.0";
        assert_eq!(table(&[pair]).expect("a table"), expected);
    }

    #[test]
    fn speakers_are_known_by_telling_words() {
        let text: Vec<char> = "Ms Reyes-Diaz of the U.N. said".chars().collect();
        let words: Vec<_> = telling_words(&text, (0, text.len())).into_iter().map(|(_, word)| word).collect();
        assert_eq!(words, ["reyes-diaz", "u.n"]);
    }
}
