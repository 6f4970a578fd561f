//! What holds for every text: any Unicode string, and strings built of what news is built of, so
//! that the passes have something to find.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used)] // A test may stop where it stands.

mod support;

use newsmark::{Annotator, Lexicon, OffsetUnit};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Words and stretches that the passes look for.
#[rustfmt::skip]
const NEWS: &[&str] = &[
    "The", "the", "a", "and", "of", "in", "at least", "more than", "some", "no", "another", "about", "up to", "not",
    "three", "19", "2,000", "1.5", "twenty-one", "dozens of", "hundreds", "a dozen", "1 and 2", "3-5", "zero",
    "9999999999", "people", "soldiers", "civilians", "troops", "children", "of them", "residents", "the victims",
    "were killed", "was wounded", "have died", "killing", "death toll", "dead", "injured", "missing", "were arrested",
    "taken hostage", "fled", "casualties", "lost", "wounding", "rose to", "bodies", "Ana Reyes", "Reyes", "Mayor",
    "Prime Minister", "President", "Dr.", "Lt. Gen.", "J. R.", "Jr.", "Russia", "Russian", "Moscow", "Kyiv", "U.S.",
    "UN", "NATO", "the Foreign Ministry", "Health Ministry", "police", "army", "Red Cross", "Nagorno-", "Karabakh",
    "Black Sea", "Reuters", "O'Brien", "al-Nuri", "McKay", "he", "she", "they", "it", "who", "said", "told", "says",
    "asked", "added", "according to", "said in a statement", "claimed", "reported", "that", "on Friday", "Monday",
    "Aug. 4", "2020", "in the 1990s", "yesterday", "last week", "No. 5", "a.m.", "Mr.", "etc.", "per cent",
    "$5 million", "kilometres", "years old", "19-year-old", "By Ana Reyes", "KYIV, Ukraine (AP) —",
    "Related article: More", "https://news.example/a?b=c", "Read more", "Photo:", "desk@news.example", "@desk",
    "#breaking", "www.a.b", "FLOODS HIT COAST", "\"We will go,\" he said.", "\"No,\" she said, \"we won't.\"",
    "Police said two people were killed.", "Rs 40 crore", "R1.2 million", "Ksh2bn", "US $", "2 000", "1,7", "to $6bn",
    "tens of billions of", "dollars", "-km", "°C", "aged 4 and 6", "m tall", "3-4 May", "30 April -", "two days later",
    "the day before", "Christmas", "May '21", "44 BC", "Q2 2022", "of last year", "the weekend", "1538-9",
];

/// Marks, breaks and characters that are easily got wrong.
#[rustfmt::skip]
const ODD: &[&str] = &[
    " ", " ", " ", " ", ".", ",", "\"", "\"", "'", "''", "``", "“", "”", "‘", "’", "«", "»", "„", "‚", "‹",
    "\u{2019}s", "-", "–", "—", "--", "…", "...", "?!", ":", ";", "(", ")", "[", "]", "•", "* ", "/", "&", "%", "@",
    "#", "_", "|", "\\", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "    ", "\u{A0}", "\u{2009}", "\u{3000}", "\u{2028}",
    "\u{85}", "\u{B}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{0}",
    "\u{301}", "\u{FE0F}", "😀", "👩\u{200D}🚒", "🇺🇦", "🇺", "👍🏽", "東京", "שלום", "مرحبا", "Erdoğan", "İ", "ß", "ﬁ", "ǅ",
    "e\u{301}", "½", "²", "٣", "x", "s", "A", "I", "0", "1",
];

fn assert_holds(text: &str, published: Option<&str>) {
    let mut annotator = Annotator::default();
    if let Some(date) = published {
        annotator = annotator.with_published(date).expect("a date");
    }
    assert_holds_with(text, &annotator);
}

fn assert_holds_with(text: &str, annotator: &Annotator) {
    let article = annotator.annotate(text);
    let broken = support::broken(&article);
    assert!(broken.is_empty(), "{text:?}\n{}", broken.join("\n"));
    let json = |article: &newsmark::Article| serde_json::to_string(&article.to_wire(OffsetUnit::Utf16)).expect("JSON");
    assert_eq!(json(&article), json(&annotator.annotate(text)), "twice the same: {text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in vec(any::<char>(), 0..120)) {
        assert_holds(&text.into_iter().collect::<String>(), None);
    }

    #[test]
    fn odd_characters(parts in vec(select(ODD), 0..60)) {
        assert_holds(&parts.concat(), None);
    }

    #[test]
    fn news_in_pieces(parts in vec((select(NEWS), prop_oneof![6 => Just(" "), 4 => select(ODD)]), 0..60)) {
        let text: String = parts.iter().flat_map(|(words, odd)| [*words, *odd]).collect();
        assert_holds(&text, Some("2022-08-04"));
    }

    #[test]
    fn what_was_read_before_changes_nothing(texts in vec(vec((select(NEWS), select(ODD)), 0..40), 1..6)) {
        let texts: Vec<String> =
            texts.iter().map(|parts| parts.iter().flat_map(|(words, odd)| [*words, " ", *odd]).collect()).collect();
        let json = |text: &String| newsmark::annotate(text).to_wire(OffsetUnit::Utf16).to_json();
        for text in texts.iter().chain(&texts) {
            // What is kept of words is kept by each thread for itself.
            let cold = std::thread::scope(|scope| scope.spawn(|| json(text)).join().expect("reading cannot fail"));
            prop_assert_eq!(json(text), cold);
        }
    }

    #[test]
    fn own_names(parts in vec((select(NEWS), select(ODD)), 0..40), names in vec((0..40usize, 1..6usize, 0..9usize), 0..12)) {
        const KINDS: [&str; 9] =
            ["person", "organization", "place", "facility", "group", "event", "product", "other", "never"];
        let text: String = parts.iter().flat_map(|(words, odd)| [*words, " ", *odd]).collect();
        let words: Vec<&str> = text.split_whitespace().collect();
        let list: String = names
            .iter()
            .filter_map(|(start, length, kind)| Some((words.get(*start..start + length)?, KINDS[*kind])))
            .map(|(name, kind)| format!("{}\t{kind}\tThe {}\n", name.join(" "), name.concat()))
            .collect();
        let (lexicon, _) = Lexicon::read(&list);
        assert_holds_with(&text, &Annotator::default().with_lexicon(lexicon));
    }

    #[test]
    fn any_list(list in vec(prop_oneof![any::<char>().prop_map(String::from), select(vec!["\t", "\n", "person", "{", "[", "\"name\":", "]", "}", ","]).prop_map(String::from)], 0..60)) {
        let (lexicon, problems) = Lexicon::read(&list.concat());
        prop_assert!(lexicon.len() + problems.len() <= list.len() + 1);
    }

    #[test]
    fn lines_of_any_width(parts in vec(select(NEWS), 1..120), width in 1usize..90, blank in any::<bool>()) {
        let mut text = String::new();
        let mut column = 0;
        for word in parts {
            if column + word.len() > width {
                text.push_str(if blank && column % 3 == 0 { "\n\n" } else { "\n" });
                column = 0;
            }
            text.push_str(word);
            text.push(' ');
            column += word.len() + 1;
        }
        assert_holds(&text, None);
    }
}

#[test]
fn texts_that_are_hardly_one() {
    for text in
        ["", " ", "\n", "\r\n\r\n", "\u{FEFF}", "\u{200B}\u{200B}", ".", "\"", "'", "-", "-\n", "a-\nb", "7", "é", "😀"]
    {
        assert_holds(text, None);
    }
}

/// More words than are kept, and so long ones that they are not, then all of them again.
#[test]
fn words_without_end() {
    let article = "Mayor Ana Reyes spoke in Lima on Friday. “The bridge was old,” she said. Two people were killed.";
    let json = |text: &str| newsmark::annotate(text).to_wire(OffsetUnit::Byte).to_json();
    let cold = json(article);
    let many: String = (0..40_000).map(|n| format!("Reyes{n} Wo{n}rd ")).collect();
    let long = format!("{} {}", "Ab".repeat(400_000), "é".repeat(300_000));
    for text in [&many, &long, &many] {
        let first = json(text);
        assert_eq!(json(article), cold);
        assert!(json(text) == first);
    }
}

/// No pass has to bear a sentence without bounds.
#[test]
fn a_text_without_full_stops_is_cut() {
    for unit in ["said ", "\"", "a-", "two killed "] {
        let text = unit.repeat(3000);
        assert_holds(&text, None);
        let article = newsmark::annotate(&text);
        assert!(article.doc.sentences.iter().all(|s| s.tokens.len() <= 1000), "{unit:?}");
    }
}

/// Pages that a search for the other mark could take too long over, each as long as asked.
const HOSTILE: [(&str, fn(usize) -> String); 6] = [
    ("one opening mark", |n| format!("“{}", "The river rose and nobody came. ".repeat(n / 32))),
    ("nothing but marks", |n| "\" ' ” “ ".repeat(n / 10)),
    ("a thousand deep", |n| format!("{} deep {} ", "“‘".repeat(1000), "’”".repeat(1000)).repeat(n / 12_000)),
    ("openings alone", |n| "“a ".repeat(n / 5)),
    ("never closed", |n| "She said “it is ".repeat(n / 18)),
    ("cues without words", |n| "he said, she said, according to ".repeat(n / 32)),
];

/// A broken mark costs its own paragraph at most.
#[test]
fn hostile_marks_stay_in_their_paragraph() {
    for (name, page) in HOSTILE {
        let text = format!("{}\n\n“We are safe,” Ana Reyes said.", page(1_000_000));
        let article = newsmark::annotate(&text).to_wire(OffsetUnit::Byte);
        let quote = article.quotes.last().expect(name);
        assert_eq!(&text[quote.start as usize..quote.end as usize], "We are safe,", "{name}");
        let speaker = quote.speaker.as_ref().expect(name);
        assert_eq!(&text[speaker.start as usize..speaker.end as usize], "Ana Reyes", "{name}");
    }
}

/// Marks that never close are a few faults of their paragraph, not a million.
#[test]
fn marks_that_never_close_are_few_faults() {
    let unclosed = HOSTILE.iter().filter(|(name, _)| matches!(*name, "never closed" | "openings alone"));
    for (name, page) in unclosed {
        let text = format!("{}\n\n“We are safe,” Ana Reyes said.", page(1_000_000));
        let article = newsmark::annotate(&text);
        assert!((2..20).contains(&article.quotes.len()), "{name}: {} quotes", article.quotes.len());
    }
}

/// Eight times the text takes far less than the 64 times that a search over the rest for each mark would.
#[test]
fn hostile_marks_take_linear_time() {
    for (name, page) in HOSTILE {
        let best = |size: usize| {
            let text = page(size);
            let time = || {
                let start = std::time::Instant::now();
                std::hint::black_box(newsmark::annotate(&text));
                start.elapsed()
            };
            (0..3).map(|_| time()).min().unwrap_or_default()
        };
        let (short, long) = (best(100_000), best(800_000));
        assert!(long < short * 32, "{name}: {short:?} for 0.1 MB, {long:?} for 0.8 MB");
    }
}
