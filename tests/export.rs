//! The claims of wire objects as CSV: what a person corrected goes out, in whatever unit it counts.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may end so")]

use newsmark::OffsetUnit;
use newsmark::export::claims::{HEADER, rows};
use newsmark::wire::*;

const TEXT: &str = "É 😀 = bad. Police said at least 12 “very\nyoung” people, in Nagorno-\nKarabakh, died.";

/// A wire object made by hand: one figure, with all that may stand in a row.
fn article(unit: OffsetUnit) -> Article {
    let at = |words: &str| {
        let before = &TEXT[..TEXT.find(words).expect(words)];
        let count = |text: &str| match unit {
            OffsetUnit::Byte => text.len(),
            OffsetUnit::Codepoint => text.chars().count(),
            OffsetUnit::Utf16 => text.encode_utf16().count(),
        } as u32;
        Range { start: count(before), end: count(before) + count(words) }
    };
    let span = |words: &str| (at(words).start, at(words).end);
    let mut article = newsmark::annotate("").to_wire(unit);
    article.id = Some("=cmd".into());
    article.text = Some(TEXT.into());
    article.sentences = [("É 😀 = bad.", "s1"), (&TEXT[TEXT.find("Police").expect("it")..], "s2")]
        .map(|(words, id)| {
            let (start, end) = span(words);
            Sentence { id: id.into(), start, end, block: "b1".into() }
        })
        .into();
    article.entities = vec![Entity {
        id: "e1".into(),
        kind: EntityKind::Organization,
        name: "Karabakh police, \"north\"".into(),
        role: None,
        country: None,
        lat: None,
        lon: None,
        mentions: vec![],
    }];
    let (start, end) = span("at least 12 “very\nyoung” people");
    let victims = at("“very\nyoung” people");
    let source = at("Police");
    article.figures = vec![Figure {
        id: "f1".into(),
        kind: HarmKind::Killed,
        start,
        end,
        number: at("12"),
        cue: vec![at("died")],
        low: Some(12),
        high: None,
        bound: Bound::AtLeast,
        victims: Some(Victims { start: victims.start, end: victims.end, entity: None }),
        side: None,
        source: Some(Source {
            start: source.start,
            end: source.end,
            mention: None,
            entity: Some("e1".into()),
            quote: None,
            cue: Some(at("said")),
            certainty: Certainty::Stated,
        }),
        hedged: false,
        date: None,
        place: None,
        origin: Origin::Automatic,
        rule: "figures/test".into(),
    }];
    article.ledger = vec![Claim {
        id: "l1".into(),
        kind: HarmKind::Killed,
        place: None,
        date: None,
        side: None,
        low: Some(12),
        high: None,
        figures: vec!["f1".into()],
        relations: vec![Relation {
            reading: Reading::Single,
            whole: Some("f1".into()),
            figures: vec![],
            note: String::new(),
        }],
    }];
    article
}

#[test]
fn a_row_says_all_of_a_claim() {
    for unit in [OffsetUnit::Byte, OffsetUnit::Codepoint, OffsetUnit::Utf16] {
        let article = article(unit);
        let (start, end) = (article.figures[0].start, article.figures[0].end);
        let expected = format!(
            "\"'=cmd\",l1,killed,12,12,,at least,“very young” people,,,,Police,\"Karabakh police, \"\"north\"\"\",stated,no,\
             single,\"Police said at least 12 “very young” people, in Nagorno-Karabakh, died.\",{start},{end}\r\n"
        );
        assert_eq!(rows(&article), expected, "{unit:?}");
    }
}

#[test]
fn every_row_has_the_columns_of_the_header() {
    // Cells here hold commas only in quotes: outside of them a comma ends a cell.
    let cells = |line: &str| line.split('"').step_by(2).map(|bare| bare.matches(',').count()).sum::<usize>() + 1;
    assert_eq!(cells(rows(&article(OffsetUnit::Byte)).trim_end()), cells(HEADER.trim_end()));
    assert!(HEADER.ends_with("\r\n"));
}

#[test]
fn what_a_person_rejected_stays_out() {
    let mut article = article(OffsetUnit::Codepoint);
    article.figures[0].origin = Origin::Rejected;
    assert_eq!(rows(&article), "");
}

#[test]
fn without_the_text_the_words_are_missing_and_the_counts_stay() {
    let mut article = article(OffsetUnit::Utf16);
    article.text = None;
    assert!(rows(&article).starts_with("\"'=cmd\",l1,killed,,12,,at least,,"), "{}", rows(&article));
}
