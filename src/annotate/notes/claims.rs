//! Figures that nobody is named for, and figures that can't all be right.

use super::Note;
use crate::annotate::dates::Date;
use crate::annotate::figures::Figure;
use crate::annotate::ledger::Claim;
use crate::annotate::sources::Source;
use crate::document::{BlockRole, Document};
use crate::layer::Layer;
use crate::maps::HashSet;
use crate::span::FigureId;
use crate::wire::{Bound, Reading};

/// Per row of the ledger: what the article itself asserts, and no source gives.
pub(super) fn without_source(
    doc: &Document,
    dates: &Layer<Date>,
    figures: &Layer<Figure>,
    sources: &[Option<Source>],
    ledger: &[Claim],
) -> Vec<Note> {
    let sourced = |f: FigureId| sources.get(f.index()).is_some_and(Option::is_some);
    let mut notes = Vec::new();
    for claim in ledger {
        let (mut backed, mut parts) = (HashSet::default(), HashSet::default());
        for relation in &claim.relations {
            let mut all = relation.figures.iter().copied().chain(relation.whole);
            match relation.reading {
                // Equal counts stand together: one source is enough for all of them.
                Reading::Repeats | Reading::Agrees if all.clone().any(sourced) => backed.extend(all),
                // What a sourced count replaces needs no other.
                Reading::Updates if relation.whole.is_some_and(sourced) => {
                    backed.extend(relation.figures.iter().copied())
                }
                Reading::AddsUp => parts.extend(all.by_ref().filter(|f| relation.whole != Some(*f))),
                _ => {}
            }
        }
        let asserted: Vec<FigureId> = claim
            .figures
            .iter()
            .copied()
            .filter(|f| {
                let figure = &figures[f.index()];
                let body = doc.block(doc.block_at(figure.number.start)).role == BlockRole::Body;
                // "two of them" are of a count that has its source, or is noted itself.
                body && counts(figure)
                    && figure.rule != "figures/part-of"
                    && !is_own(doc, figure)
                    && !is_background(doc, dates, figure)
                    && !sourced(*f)
                    && !backed.contains(f)
                    && !parts.contains(f)
            })
            .collect();
        let Some(first) = asserted.first() else { continue };
        notes.push(Note {
            kind: "figure-without-source",
            span: figures[first.index()].span,
            items: asserted.iter().map(FigureId::to_string).collect(),
            message: format!("{}: figure given without a source. Say who gives it.", claim.kind.word()),
        });
    }
    notes
}

/// "buried her two sons": whose kin they are, the story tells.
fn is_own(doc: &Document, figure: &Figure) -> bool {
    let before = figure.number.start.checked_sub(1);
    before.is_some_and(|i| doc.is_one_of(i, &["her", "his", "my", "our"]))
}

/// More than one person, and a count that someone could have given.
fn counts(figure: &Figure) -> bool {
    let several = figure.high.is_none_or(|high| high > 1) && figure.low.is_some();
    several && !matches!(figure.bound, Bound::Vague | Bound::None)
}

/// Whether the sentence names a year or decade: what is long known needs no source.
fn is_background(doc: &Document, dates: &Layer<Date>, figure: &Figure) -> bool {
    let sentence = doc.sentence(doc.sentence_at(figure.number.start));
    let long_ago = |date: &Date| {
        let words = doc.folded(date.tokens.end - 1);
        date.value.as_ref().is_some_and(|value| !value.contains('-'))
            || words.len() >= 4 && words.starts_with(['1', '2'])
    };
    dates.starting_in(sentence.span).iter().take(8).any(long_ago)
}

/// Counts of two sources that differ, and parts that are more than their whole.
pub(super) fn conflicting(figures: &Layer<Figure>, ledger: &[Claim]) -> Vec<Note> {
    let mut notes = Vec::new();
    for claim in ledger {
        for relation in &claim.relations {
            let advice = match relation.reading {
                Reading::Conflicts => "Say which is later, or give both with their sources.",
                Reading::Exceeds => "Check the counts.",
                _ => continue,
            };
            let items: Vec<FigureId> = relation.whole.into_iter().chain(relation.figures.iter().copied()).collect();
            let Some(last) = items.iter().max() else { continue };
            notes.push(Note {
                kind: "conflicting-figures",
                span: figures[last.index()].span,
                items: items.iter().map(FigureId::to_string).collect(),
                message: format!("{}: {}. {advice}", claim.kind.word(), relation.note),
            });
        }
    }
    notes
}

/// A headline whose count no count below it can be.
pub(super) fn headline_differs(doc: &Document, figures: &Layer<Figure>, ledger: &[Claim]) -> Vec<Note> {
    let in_headline =
        |f: FigureId| doc.block(doc.block_at(figures[f.index()].number.start)).role == BlockRole::Headline;
    let mut notes = Vec::new();
    for claim in ledger {
        let (above, below): (Vec<FigureId>, Vec<FigureId>) = claim.figures.iter().partition(|f| in_headline(**f));
        let Some(headline) = above.into_iter().find(|f| counts(&figures[f.index()])) else { continue };
        // Counts that sum to it, or are put beside it as the same, are what it stands for.
        let backed = claim.relations.iter().any(|relation| {
            matches!(relation.reading, Reading::Repeats | Reading::Agrees | Reading::AddsUp)
                && (relation.whole == Some(headline) || relation.figures.contains(&headline))
        });
        let largest = below.iter().copied().filter(|f| counts(&figures[f.index()])).max_by_key(|f| {
            let figure = &figures[f.index()];
            figure.high.or(figure.low)
        });
        // "Two hostages" are none of the 90 prisoners.
        let other_people = |f: &FigureId| {
            let head = |f: FigureId| figures[f.index()].victims.map(|victims| doc.folded(victims.end.max(1) - 1));
            head(*f).zip(head(headline)).is_some_and(|(a, b)| a != b)
        };
        let fits = |f: &FigureId| overlap(&figures[f.index()], &figures[headline.index()]);
        let Some(other) = largest.filter(|f| !backed && !other_people(f) && !below.iter().any(fits)) else { continue };
        notes.push(Note {
            kind: "headline-differs",
            span: figures[headline.index()].span,
            items: vec![headline.to_string(), other.to_string()],
            message: format!(
                "{}: the headline says {}, the text {}. Make them agree.",
                claim.kind.word(),
                doc.read(figures[headline.index()].number),
                doc.read(figures[other.index()].number)
            ),
        });
    }
    notes
}

/// Whether one count can be both.
fn overlap(a: &Figure, b: &Figure) -> bool {
    a.low.unwrap_or(0) <= b.high.unwrap_or(u64::MAX) && b.low.unwrap_or(0) <= a.high.unwrap_or(u64::MAX)
}
