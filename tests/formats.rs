//! Articles in other formats, read back by those formats' rules: every mark finds its words again, in texts with
//! emoji, joined families, right-to-left words, combining marks and Windows line ends.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may end so")]

use newsmark::OffsetUnit;
use newsmark::export::{Format, write};
use newsmark::wire::{Article, Origin};
use serde_json::Value;
use std::collections::HashSet;

/// Marks at both ends, nested and over a line's end; what HTML and Markdown would read.
const TEXT: &str = "Kenya 👨‍👩‍👧 mourns\r\n\r\nNAIROBI — \u{202B}قال\u{202C} the “people of\r\nNairobi”: \
    Mayor José Öz said 12 people, including 2 children, were killed & \
    40 injured (<b>e\u{301}t al.</b> | *map*).\r\n\r\n“We lost 12 men in Mombasa, and Zoë Kamau said ‘it is not over’,” said Öz. “And \
    it goes on,” he added in Kenya";

fn article(unit: OffsetUnit) -> Article {
    Article {
        id: Some("desk/17 é".into()),
        text: Some(TEXT.into()),
        published: Some("2026-03-04".into()),
        ..newsmark::annotate(TEXT).to_wire(unit)
    }
}

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::Codepoint, OffsetUnit::Utf16];

fn exported(format: Format) -> String {
    write(&article(OffsetUnit::Utf16), format, true).expect("it has its text").content
}

/// The text between two code points.
fn slice(from: &Value, to: &Value) -> String {
    let (from, to) = (from.as_u64().unwrap() as usize, to.as_u64().unwrap() as usize);
    TEXT.chars().skip(from).take(to - from).collect()
}

#[test]
fn the_article_has_what_these_tests_are_about() {
    let article = article(OffsetUnit::Codepoint);
    assert!(article.quotes.len() >= 3 && article.figures.len() >= 3 && article.entities.len() >= 4, "{article:#?}");
    assert!(article.quotes.iter().any(|q| q.speaker.is_some()));
    let last = article.mentions.iter().map(|m| m.end).max();
    assert_eq!((article.mentions[0].start, last), (0, Some(article.length)));
}

#[test]
fn what_offsets_count_changes_nothing_but_wire_objects_and_tables() {
    for format in [Format::W3c, Format::Brat, Format::Html, Format::Markdown, Format::Prodigy, Format::LabelStudio] {
        let [byte, code_point, utf16] = UNITS.map(|unit| write(&article(unit), format, true).unwrap().content);
        assert_eq!(byte, code_point, "{format:?}");
        assert_eq!(byte, utf16, "{format:?}");
    }
}

#[test]
fn json_opens_again_exactly() {
    for unit in UNITS {
        let article = article(unit);
        let json = write(&article, Format::Json, true).unwrap();
        assert_eq!(serde_json::from_str::<Article>(&json.content).unwrap(), article);
        assert!(json.left_out.is_empty());
        let without: Article = serde_json::from_str(&write(&article, Format::Json, false).unwrap().content).unwrap();
        assert_eq!(without, Article { text: None, ..article });
    }
}

#[test]
fn web_annotations_select_their_words_in_code_points() {
    let collection: Value = serde_json::from_str(&exported(Format::W3c)).unwrap();
    let items = collection["first"]["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    let ids: HashSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len(), "every id once");
    for item in items {
        let [position, quote] = item["target"]["selector"].as_array().unwrap().as_slice() else { panic!("{item}") };
        assert_eq!(slice(&position["start"], &position["end"]), quote["exact"].as_str().unwrap(), "{item}");
        let around = |key: &str| quote[key].as_str().unwrap().to_string();
        assert!(TEXT.contains(&(around("prefix") + &around("exact") + &around("suffix"))), "{item}");
        let links = item["body"].as_array().unwrap().iter().filter(|body| body["purpose"] == "linking");
        for link in links {
            assert!(ids.contains(link["source"].as_str().unwrap()), "{link}");
        }
    }
    assert!(ids.contains("urn:newsmark:desk%2F17%20%C3%A9#q1"), "{ids:?}");
    let without = write(&article(OffsetUnit::Utf16), Format::W3c, false).unwrap();
    assert!(!without.content.contains("TextQuoteSelector"));
}

#[test]
fn brat_reads_its_annotations_back() {
    let ann = exported(Format::Brat);
    let mut marks = HashSet::new();
    let (mut relations, mut same, mut broken) = (0, 0, 0);
    for line in ann.lines() {
        let mut fields = line.split('\t');
        let (id, place) = (fields.next().unwrap(), fields.next().unwrap());
        match id.chars().next() {
            Some('T') => {
                let (kind, stretches) = place.split_once(' ').unwrap();
                assert!(kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{line}");
                let words: Vec<String> = stretches
                    .split(';')
                    .map(|stretch| {
                        let (from, to) = stretch.split_once(' ').unwrap();
                        slice(&from.parse::<u64>().unwrap().into(), &to.parse::<u64>().unwrap().into())
                    })
                    .collect();
                broken += usize::from(words.len() > 1);
                assert!(words.iter().all(|words| !words.contains(['\n', '\r'])), "{line}");
                assert_eq!(words.join(" "), fields.next().unwrap(), "{line}");
                marks.insert(id);
            }
            Some('R') => {
                for argument in place.split(' ').skip(1) {
                    assert!(marks.contains(argument.split_once(':').unwrap().1), "{line}");
                }
                relations += 1;
            }
            Some('*') => {
                assert!(place.split(' ').skip(1).all(|mark| marks.contains(mark)), "{line}");
                same += 1;
            }
            Some('#') => assert!(marks.contains(place.split_once(' ').unwrap().1), "{line}"),
            _ => panic!("{line}"),
        }
    }
    assert!(relations > 2 && same > 0 && broken > 0, "{ann}");
}

#[test]
fn tasks_for_labelling_point_at_their_words() {
    let task: Value = serde_json::from_str(&exported(Format::Prodigy)).unwrap();
    assert_eq!(task["text"], TEXT);
    let spans = task["spans"].as_array().unwrap();
    assert!(spans.iter().any(|s| s["label"] == "killed") && spans.iter().any(|s| s["label"] == "direct-quote"));
    let at = |label: &str| {
        let span = spans.iter().find(|s| s["label"] == label).unwrap();
        slice(&span["start"], &span["end"])
    };
    assert_eq!(at("place"), "Kenya");

    let task: Value = serde_json::from_str(&exported(Format::LabelStudio)).unwrap();
    assert_eq!(task["data"]["text"], TEXT);
    let result = task["predictions"][0]["result"].as_array().unwrap();
    let ids: HashSet<&str> = result.iter().filter_map(|region| region["id"].as_str()).collect();
    for region in result {
        if region["type"] == "relation" {
            assert!(
                ids.contains(region["from_id"].as_str().unwrap()) && ids.contains(region["to_id"].as_str().unwrap())
            );
        } else {
            let value = &region["value"];
            assert_eq!(slice(&value["start"], &value["end"]), value["text"].as_str().unwrap(), "{region}");
        }
    }
    assert!(result.iter().any(|region| region["type"] == "relation"));
}

#[test]
fn the_page_shows_the_text_and_runs_nothing() {
    let page = exported(Format::Html);
    assert!(!page.contains("<b>") && !page.to_lowercase().contains("<script"), "{page}");
    assert!(page.contains("default-src 'none'"));
    let article = page.split_once("<article>").unwrap().1.split_once("</article>").unwrap().0;
    let mut words = String::new();
    for piece in article.split('<') {
        words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    for (entity, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        words = words.replace(entity, c);
    }
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(bare(&words), bare(TEXT));
    assert!(page.contains("mark class=\"quote"), "{page}");
    // Crossing and nested marks: a place within a quote is both.
    assert!(page.contains("class=\"quote place\"") || page.contains("class=\"place quote\""), "{page}");
    let without = write(&self::article(OffsetUnit::Byte), Format::Html, false).unwrap();
    assert!(!without.content.contains("<article>"));
    assert_eq!(without.left_out.last().map(String::as_str), Some("the text"));
}

#[test]
fn the_report_cannot_be_read_as_anything_but_words() {
    let report = exported(Format::Markdown);
    assert!(report.contains("(\\<b\\>e\u{301}t al.\\</b\\> \\| \\*map\\*)"), "{report}");
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    for table in report.split("\n\n").filter(|block| block.starts_with('|')) {
        let counts: HashSet<usize> = table.lines().map(columns).collect();
        assert_eq!(counts.len(), 1, "{table}");
    }
}

#[test]
fn news_items_name_who_is_in_them() {
    let item: Value = serde_json::from_str(&exported(Format::Ninjs)).unwrap();
    let names = |field: &str| -> Vec<String> {
        item[field].as_array().unwrap().iter().map(|v| v["name"].as_str().unwrap().into()).collect()
    };
    assert!(names("places").contains(&"Mombasa".to_string()), "{item}");
    assert!(names("people").contains(&"Zoë Kamau".to_string()), "{item}");
    assert_eq!(item["bodies"][0]["value"], TEXT);
    let mombasa = item["places"].as_array().unwrap().iter().find(|p| p["name"] == "Mombasa").unwrap();
    let [lon, lat] = mombasa["geoJSON"]["geometry"]["coordinates"].as_array().unwrap().as_slice() else { panic!() };
    assert!((lon.as_f64().unwrap() - 39.7).abs() < 1.0 && (lat.as_f64().unwrap() + 4.0).abs() < 1.0, "{mombasa}");
    assert!(item["organisations"].is_null(), "nothing is empty: {item}");
}

#[test]
fn tables_have_the_columns_of_their_headers() {
    let cells = |line: &str| line.split('"').step_by(2).map(|bare| bare.matches(',').count()).sum::<usize>() + 1;
    for format in [Format::ClaimsCsv, Format::QuotesCsv, Format::NamesCsv] {
        let rows = exported(format);
        assert!(rows.lines().count() > 2, "{format:?}");
        for row in rows.lines() {
            assert_eq!(cells(row), cells(format.header().trim_end()), "{format:?}: {row}");
        }
    }
    assert!(exported(Format::QuotesCsv).contains("We lost 12 men in Mombasa"));
}

#[test]
fn what_a_person_rejected_stays_out_everywhere_but_in_the_wire_object() {
    let mut article = article(OffsetUnit::Utf16);
    article.mentions.iter_mut().for_each(|m| m.origin = Origin::Rejected);
    article.quotes.iter_mut().for_each(|q| q.origin = Origin::Rejected);
    article.figures.iter_mut().for_each(|f| f.origin = Origin::Rejected);
    for format in Format::ALL.into_iter().filter(|f| *f != Format::Json) {
        let export = write(&article, format, true).unwrap();
        for mark in ["direct-quote", "\"killed\"", "\tkilled ", "Zoë Kamau\"", "Zoë Kamau ("] {
            assert!(!export.content.contains(mark), "{format:?} has {mark}: {}", export.content);
        }
        let counted =
            |left: &String| left.split(' ').nth(1).is_some_and(|what| ["quotes", "figures", "names"].contains(&what));
        assert!(!export.left_out.iter().any(counted), "{format:?}: {:?}", export.left_out);
    }
}

#[test]
fn what_cannot_be_written_is_said() {
    let without = Article { text: None, ..article(OffsetUnit::Utf16) };
    for format in Format::ALL.into_iter().filter(|f| *f != Format::Json) {
        let message = write(&without, format, true).unwrap_err().to_string();
        assert!(message.starts_with(format.word()) && message.contains("text"), "{message}");
    }
    assert!(write(&article(OffsetUnit::Utf16), Format::Prodigy, false).is_err());
    // An empty article is one, too.
    let empty = newsmark::annotate("").to_wire(OffsetUnit::Codepoint);
    for format in Format::ALL {
        assert!(write(&empty, format, true).is_ok(), "{format:?}");
    }
}

/// Pages with as much to write as there can be: for each, `n` bytes of it.
const CROWDED: [(&str, &str); 4] = [
    ("claims", "Police said 12 people were killed and three wounded in Arda. "),
    ("claims in one sentence", "12 were killed and three wounded, police said, and "),
    ("quotes", "“We lost 12 men,” said Ana Reyes. "),
    ("names in one paragraph", "Ana Reyes and Luis Ortega met the Red Cross in Lima, Peru; "),
];

/// Eight times the article takes far less than the 64 times that a search through all marks for each would.
#[test]
fn every_format_takes_linear_time() {
    for (name, words) in CROWDED {
        let [short, long] = [8_000, 64_000].map(|size| {
            let text = words.repeat(size / words.len());
            Article { text: Some(text.clone()), ..newsmark::annotate(&text).to_wire(OffsetUnit::Utf16) }
        });
        for format in Format::ALL {
            let best = |article: &Article| {
                let time = || {
                    let start = std::time::Instant::now();
                    std::hint::black_box(write(article, format, true).expect("it has its text"));
                    start.elapsed()
                };
                (0..3).map(|_| time()).min().expect("three times")
            };
            let (short, long) = (best(&short), best(&long));
            let noise = std::time::Duration::from_millis(2);
            assert!(long < (short + noise) * 32, "{name} as {format:?}: {short:?} for 8 KB, {long:?} for 64 KB");
        }
    }
}
