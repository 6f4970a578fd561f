//! What is learnt from: the stretches in marks of an article with gold quotes.

use anyhow::{Context, Result};
use newsmark::annotate::{dates, entities, names, quotes};
use newsmark::document::Document;
use newsmark::span::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// How much of two spans must be common for them to be the same words.
const OVERLAP: f64 = 0.8;

/// Words of a source that do not name it.
const SMALL: &str = "a an the of for in on at to by with from and or who which that this these those is was were mr \
    mrs ms dr sen rep gov he she they it i we you him her them his their its my our your one some many both us me not \
    as also said says";

/// One of which one, or several as good, is to be chosen.
pub(super) type Example = Vec<Candidate>;

/// What can be chosen: its signs, and whether it is right.
pub(super) struct Candidate {
    pub(super) signs: Vec<String>,
    pub(super) right: bool,
}

/// The examples of an article.
pub(super) struct Article {
    /// Of each stretch, whether it was said.
    pub(super) speech: Vec<Example>,
    /// Of each stretch that was said, by whom.
    pub(super) speakers: Vec<Example>,
}

/// A stretch in marks and the words that name who said it.
struct Gold {
    words: Range<usize>,
    source: Vec<Range<usize>>,
}

/// The examples of one line of a corpus; its offsets count code points.
pub(super) fn read(line: &str) -> Result<Article> {
    let line: serde_json::Value = serde_json::from_str(line)?;
    let text = line["text"].as_str().context("no \"text\"")?;
    let gold = gold(&line, text)?;
    let said = |span: Span| gold.iter().find(|gold| overlap(&span.range(), &gold.words) >= OVERLAP);
    let doc = Document::new(text);
    let annotator = newsmark::Annotator::default();
    let dates = dates::find(&doc, None);
    let names = names::find(&doc, &dates, annotator.lexicon(), &|_| {});
    let entities = entities::resolve(&doc, &names, annotator.lexicon());
    let speech = |(span, signs): (Span, Vec<String>)| {
        let said = said(span).is_some();
        vec![Candidate { signs, right: said }, Candidate { signs: Vec::new(), right: !said }]
    };
    let speakers = |seen: quotes::Seen| {
        let source = &said(seen.words)?.source;
        let candidate = |(name, signs): (Option<Span>, Vec<String>)| {
            let right = match name {
                Some(name) => is_source(text, source, name.range()),
                None => source.is_empty(),
            };
            Candidate { signs, right }
        };
        Some(seen.candidates.into_iter().map(candidate).collect())
    };
    Ok(Article {
        speech: quotes::signs(&doc, &entities).into_iter().map(speech).collect(),
        speakers: quotes::candidates(&doc, &entities).into_iter().filter_map(speakers).collect(),
    })
}

/// The marked stretches of the quotes of `line`, in bytes of `text`.
fn gold(line: &serde_json::Value, text: &str) -> Result<Vec<Gold>> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let spans = |value: &serde_json::Value| -> Result<Vec<Range<usize>>> {
        let span = |span: &serde_json::Value| {
            let offset = |side: usize| {
                let at = span[side].as_u64().context("a span without offsets")?;
                bytes.get(at as usize).copied().with_context(|| format!("offset {at} is outside of the text"))
            };
            Ok(offset(0)?..offset(1)?)
        };
        value.as_array().into_iter().flatten().map(span).collect()
    };
    let mut out = Vec::new();
    for quote in line["quotes"].as_array().context("no \"quotes\"")? {
        let source = spans(&quote["source"])?;
        out.extend(spans(&quote["quoted"])?.into_iter().map(|words| Gold { words, source: source.clone() }));
    }
    Ok(out)
}

/// Whether `name` is of `source`, or another mention of the same name.
fn is_source(text: &str, source: &[Range<usize>], name: Range<usize>) -> bool {
    let words = |range: &Range<usize>| -> Vec<(Range<usize>, String)> {
        let part = &text[range.clone()];
        let word = |(at, word): (usize, &str)| (range.start + at..range.start + at + word.len(), word.to_lowercase());
        let split = part.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.')));
        let at = |word: &str| word.as_ptr() as usize - part.as_ptr() as usize;
        let trimmed = split.map(|word| word.trim_matches(['-', '.'])).filter(|word| word.chars().count() > 1);
        let names = |(_, word): &(Range<usize>, String)| !SMALL.split(' ').any(|small| small == word);
        trimmed.map(|w| word((at(w), w))).filter(names).collect()
    };
    let crosses = |range: &Range<usize>| range.start < name.end && name.start < range.end;
    let gold: Vec<_> = source.iter().flat_map(words).collect();
    if gold.is_empty() {
        return source.iter().any(crosses);
    }
    let own: BTreeSet<String> = words(&name).into_iter().map(|(_, word)| word).collect();
    gold.iter().any(|(range, word)| crosses(range) || own.contains(word))
}

/// The common part of two spans, of all that they cover.
fn overlap(a: &Range<usize>, b: &Range<usize>) -> f64 {
    let common = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    common as f64 / (a.end.max(b.end) - a.start.min(b.start)).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_its_stretches_with_what_was_said_and_by_whom() {
        let line = r#"{"text": "“The é road is open,” she said. The “Long Road” is a novel.", "quotes": [
            {"quoted": [[1, 20]], "source": [[22, 25]]}]}"#;
        let article = read(line).expect("a line of a corpus");
        let said: Vec<bool> = article.speech.iter().map(|example| example[0].right).collect();
        assert_eq!(said, [true, false]);
        let right: Vec<usize> = article.speakers.iter().map(|e| e.iter().filter(|c| c.right).count()).collect();
        assert_eq!(right, [1]);
        let message = read(r#"{"text": "a", "quotes": [{"quoted": [[0, 9]]}]}"#).err().map(|e| format!("{e:#}"));
        assert!(message.unwrap_or_default().contains("offset 9 is outside"));
    }

    #[test]
    fn a_source_is_named_by_a_word_of_it_or_its_pronoun() {
        let text = "Ana Reyes met Reyes. She left.";
        let is_source = |source: Range<usize>, name| is_source(text, std::slice::from_ref(&source), name);
        assert!(is_source(0..9, 14..19));
        assert!(is_source(21..24, 21..24));
        assert!(!is_source(21..24, 0..9));
        assert!(!is_source(0..9, 21..24));
    }
}
