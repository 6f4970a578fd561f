//! The claims of wire objects as CSV: what a person corrected goes out, in whatever unit it counts.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may end so")]

use newsmark::OffsetUnit;
use newsmark::export::claims::{HEADER, rows};
use newsmark::wire::*;
use std::borrow::Cow;

const TEXT: &str = "É 😀 = bad. Police said at least 12 “very\nyoung” people, in Nagorno-\nKarabakh, died.";

/// A row of the table as a spreadsheet reads it, by the names of its columns.
type Row = std::collections::HashMap<String, String>;

/// Reads a table back; an apostrophe that keeps a cell from being run is no part of it.
fn read(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().expect("a header").clone();
    let plain = |cell: &str| match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest.to_string(),
        _ => cell.to_string(),
    };
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| names.iter().map(str::to_string).zip(row.iter().map(plain)).collect()).collect()
}

/// `text` on one line: a wrapped line goes on behind a blank, or behind the hyphen that ends it.
fn line(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|l| !l.is_empty())
        .collect();
    lines.iter().fold(String::new(), |out, line| match out.as_str() {
        "" => line.clone(),
        before if before.ends_with('-') => out + line,
        _ => out + " " + line,
    })
}

/// Every row of every test article, read back, says what the wire object's figure says.
#[test]
fn the_table_reads_back_as_the_figures_it_was_made_of() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut seen = 0;
    for path in std::fs::read_dir(folder).expect("articles").map(|entry| entry.expect("an entry").path()) {
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a text");
        let mut article = newsmark::annotate(&text).to_wire(OffsetUnit::Byte);
        article.text = Some(text.clone());
        let table = read(&format!("{HEADER}{}", rows(&article)));
        assert_eq!(table.len(), article.figures.len(), "{}: each figure is one row", path.display());
        for row in table {
            let figure = article.figures.iter().find(|f| f.id == row["figure"]).expect("its figure");
            let words = |start: u32, end: u32| line(&text[start as usize..end as usize]);
            let count = |cell: &str| (!cell.is_empty()).then(|| cell.parse::<u64>().expect("a count"));
            let entity = |id: &Option<Cow<str>>| article.entities.iter().find(|e| Some(&e.id) == id.as_ref());
            let name = |id: &Option<Cow<str>>| entity(id).map_or(String::new(), |e| e.name.clone());
            let at = format!("{} {}", path.display(), figure.id);
            assert_eq!(row["kind"], figure.kind.word(), "{at}");
            assert_eq!((count(&row["low"]), count(&row["high"])), (figure.low, figure.high), "{at}");
            assert_eq!(row["number"], words(figure.number.start, figure.number.end), "{at}");
            assert_eq!(
                row["victims"],
                figure.victims.as_ref().map_or(String::new(), |v| words(v.start, v.end)),
                "{at}"
            );
            assert_eq!(row["source"], figure.source.as_ref().map_or(String::new(), |s| words(s.start, s.end)), "{at}");
            assert_eq!((&row["side"], &row["place"]), (&name(&figure.side), &name(&figure.place)), "{at}");
            assert_eq!(row["hedged"] == "yes", figure.hedged, "{at}");
            assert_eq!((&row["start"], &row["end"]), (&figure.start.to_string(), &figure.end.to_string()), "{at}");
            // The words state a count, or only bound it.
            let bounds = matches!(row["bound"].as_str(), "at most" | "range" | "vague");
            assert_eq!(row["best"], if bounds { "" } else { &row["low"] }, "{at}");
            assert!(article.ledger.iter().any(|l| l.id == row["row"] && l.figures.contains(&figure.id)), "{at}");
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen} figures");
}

/// Nothing in a table begins as a formula does, whatever the article's name, words or entities are.
#[test]
fn no_cell_is_run() {
    for evil in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
        let mut article = article(OffsetUnit::Codepoint);
        article.id = Some(evil.into());
        article.entities[0].name = evil.into();
        article.figures[0].side = Some("e1".into());
        article.figures[0].place = Some("e1".into());
        let table = rows(&article);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        for row in reader.records() {
            for cell in &row.expect("a row") {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
        }
        assert_eq!(read(&format!("{HEADER}{}", rows(&article)))[0]["article"], evil);
    }
}

/// Nor do the words of the article itself: count, victims, source and sentence come back as they stand there.
#[test]
fn no_words_of_the_article_are_run() {
    for evil in ["=HYPERLINK(\"http://x\",\"12\")", "+12", "-12+3", "@SUM(A1:A9)"] {
        let mut article = article(OffsetUnit::Byte);
        let (start, end) = (0, evil.len() as u32);
        article.text = Some(evil.into());
        article.sentences = vec![Sentence { id: "s1".into(), start, end, block: "b1".into() }];
        let figure = &mut article.figures[0];
        (figure.start, figure.end, figure.number) = (start, end, Range { start, end });
        figure.victims = Some(Victims { start, end, entity: None });
        if let Some(source) = &mut figure.source {
            (source.start, source.end) = (start, end);
        }
        let table = rows(&article);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        let cells: Vec<String> = reader
            .records()
            .flat_map(|row| row.expect("a row").iter().map(str::to_string).collect::<Vec<_>>())
            .collect();
        assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{cells:?}");
        let row = &read(&format!("{HEADER}{table}"))[0];
        for column in ["number", "victims", "source", "sentence"] {
            assert_eq!(row[column], evil, "{column}");
        }
    }
}

/// "dozens" stays "dozens" next to its number.
#[test]
fn a_vague_count_keeps_its_words() {
    let text = "Dozens of people were killed, police said. Up to 20 were wounded.";
    let mut article = newsmark::annotate(text).to_wire(OffsetUnit::Byte);
    article.text = Some(text.into());
    let table = read(&format!("{HEADER}{}", rows(&article)));
    let cells = |row: &Row| ["number", "low", "best", "high", "bound", "count_type"].map(|name| row[name].clone());
    assert_eq!(cells(&table[0]), ["Dozens", "24", "", "", "vague", "KILL"]);
    assert_eq!(cells(&table[1]), ["20", "", "", "20", "at most", "WOUND"]);
}

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
            "\"'=cmd\",l1,killed,12,12,12,,at least,“very young” people,,,,,Police,\"Karabakh police, \"\"north\"\"\",stated,no,\
             single,KILL,\"Police said at least 12 “very young” people, in Nagorno-Karabakh, died.\",f1,{start},{end}\r\n"
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
    assert!(rows(&article).starts_with("\"'=cmd\",l1,killed,,12,12,,at least,,"), "{}", rows(&article));
}
