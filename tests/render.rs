//! The drawing of an article that the snapshots in `tests/articles` are made of.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use newsmark::OffsetUnit;
use newsmark::wire::{Article, Certainty, EntityKind, Mention, MentionForm, Origin};

/// `text` with one mention of a person over `words`.
fn with_mention(text: &str, words: &str, unit: OffsetUnit) -> Article {
    let length = |s: &str| match unit {
        OffsetUnit::Byte => s.len(),
        OffsetUnit::Codepoint => s.chars().count(),
        OffsetUnit::Utf16 => s.encode_utf16().count(),
    };
    let start = length(text.split(words).next().unwrap_or("")) as u32;
    let mut wire = newsmark::annotate(text).to_wire(unit);
    wire.mentions = vec![Mention {
        id: "m1".into(),
        start,
        end: start + length(words) as u32,
        entity: None,
        kind: EntityKind::Person,
        form: MentionForm::Name,
        certainty: Certainty::Stated,
        origin: Origin::Automatic,
        rule: "test/given".into(),
    }];
    wire
}

#[test]
fn carets_stand_under_the_words_whatever_the_unit() {
    for unit in [OffsetUnit::Byte, OffsetUnit::Codepoint, OffsetUnit::Utf16] {
        // Two wide characters, a combining mark, a zero-width space and an emoji of four parts.
        let text = "東京 e\u{301}\u{200B} 👨\u{200D}👩\u{200D}👧 saw Ana Reyes.";
        let drawing = support::render(&with_mention(text, "Ana Reyes", unit), text);
        let lines: Vec<&str> = drawing.lines().collect();
        assert_eq!(lines[2], "              ^^^^^^^^^ PER -", "{unit:?}:\n{drawing}");
    }
}

#[test]
fn a_mark_over_two_lines_is_drawn_once_and_over_two_sentences_twice() {
    let text = "At noon we saw Ana\nReyes when she was on her\nway to the market. She left.";
    let wrapped = support::render(&with_mention(text, "Ana\nReyes", OffsetUnit::Byte), text);
    assert!(wrapped.contains("\n               ^^^^^^^^^ PER -\nShe left.\n"), "{wrapped}");
    let across = support::render(&with_mention(text, "market. She", OffsetUnit::Byte), text);
    assert!(across.contains(" ^^^^^^^ PER -\nShe left.\n^^^ PER … -\n"), "{across}");
}
