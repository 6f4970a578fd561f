//! An article, and questions to ask of how it is read.

use crate::support::{broken, one_line, render};
use newsmark::wire::{Article, Figure, HarmKind, QuoteKind, Reading, Role};
use newsmark::{Annotator, OffsetUnit};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

/// An article as the engine reads it, what is expected of it, and what of that does not hold.
pub(crate) struct Read {
    text: String,
    pub(crate) wire: Article,
    faults: RefCell<Vec<String>>,
}

/// Reads `tests/articles/NAME.txt`, and tells all that `expect` finds wrong at once; then compares
/// it with its snapshot.
pub(crate) fn check(name: &str, expect: impl Fn(&Read)) {
    let text = std::fs::read_to_string(folder().join(name).with_extension("txt")).expect("an article in UTF-8");
    let annotator = Annotator::default().with_published("2023-10-11").expect("a date");
    let article = annotator.annotate(&text);
    let wire = article.to_wire(OffsetUnit::Byte);
    let read = Read { faults: RefCell::new(broken(&article)), wire, text: text.clone() };
    expect(&read);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(".");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, render(&read.wire, &read.text)));
    let faults = read.faults.into_inner();
    assert!(faults.is_empty(), "{name}:\n  {}", faults.join("\n  "));
}

impl Read {
    pub(crate) fn hold(&self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.borrow_mut().push(fault());
        }
    }

    pub(crate) fn same<A: PartialEq<B> + Debug, B: Debug>(&self, read: A, expected: B) {
        self.hold(read == expected, || format!("{read:?} should be {expected:?}"));
    }

    pub(crate) fn words(&self, start: u32, end: u32) -> String {
        one_line(&self.text[start as usize..end as usize])
    }

    fn name(&self, id: &Option<Cow<str>>) -> &str {
        let entity = self.wire.entities.iter().find(|e| id.as_ref() == Some(&e.id));
        entity.map_or("-", |e| e.name.as_str())
    }

    /// A figure with these number words, and a source whose words or name hold `source` ("" for none).
    pub(crate) fn figure(&self, number: &str, kind: HarmKind, range: (Option<u64>, Option<u64>), source: &str) {
        let of_number: Vec<_> =
            self.wire.figures.iter().filter(|f| self.words(f.number.start, f.number.end) == number).collect();
        let told = |f: &&Figure| match &f.source {
            None => String::new(),
            Some(s) => format!("{} = {}", self.words(s.start, s.end), self.name(&s.entity)),
        };
        let right = |f: &&Figure| {
            f.kind == kind
                && (f.low, f.high) == range
                && (told(f).contains(source) && told(f).is_empty() == source.is_empty())
        };
        let found: Vec<_> = of_number.iter().map(|f| (f.kind, f.low, f.high, told(f))).collect();
        self.hold(of_number.iter().any(right), || {
            format!("{number}: {kind:?} {range:?}, source {source:?}; found {found:?}")
        });
    }

    /// No figure at all, but for these number words.
    /// A row of the ledger, by its kind and one of its notes.
    pub(crate) fn row(&self, kind: HarmKind, note: &str) {
        let rows = self.wire.ledger.iter().filter(|row| row.kind == kind);
        let notes: Vec<&str> = rows.flat_map(|row| &row.relations).map(|relation| relation.note.as_str()).collect();
        self.hold(notes.contains(&note), || format!("{kind:?}: no row says {note:?}, but {notes:#?}"));
    }

    pub(crate) fn no_other_figures(&self, numbers: &[&str]) {
        let others = self.wire.figures.iter().map(|f| self.words(f.number.start, f.number.end));
        let others: Vec<_> = others.filter(|number| !numbers.contains(&number.as_str())).collect();
        self.hold(others.is_empty(), || format!("also marked as casualties: {others:?}"));
    }

    /// The quote that holds `words` is of this kind and by `speaker`: an entity's name, or the words
    /// that stand there.
    fn quote(&self, words: &str, kind: QuoteKind, speaker: &str) {
        let found: Vec<_> = self
            .wire
            .quotes
            .iter()
            .filter(|q| q.content.iter().any(|c| self.words(c.start, c.end).contains(words)))
            .map(|q| {
                let told = q.speaker.as_ref().map(|s| (self.words(s.start, s.end), self.name(&s.entity).to_string()));
                (q.kind, told)
            })
            .collect();
        let by = |told: &Option<(String, String)>| match told {
            Some((there, name)) => name == speaker || without_article(there) == without_article(speaker),
            None => speaker.is_empty(),
        };
        self.hold(found.iter().any(|(k, told)| *k == kind && by(told)), || {
            format!("“{words}”: {kind:?} by {speaker:?}; found {found:?}")
        });
    }

    pub(crate) fn direct(&self, words: &str, speaker: &str) {
        self.quote(words, QuoteKind::Direct, speaker);
    }

    pub(crate) fn mixed(&self, words: &str, speaker: &str) {
        self.quote(words, QuoteKind::Mixed, speaker);
    }

    pub(crate) fn indirect(&self, words: &str, speaker: &str) {
        self.quote(words, QuoteKind::Indirect, speaker);
    }

    /// The words in marks are a name or a word talked about, nobody's speech.
    pub(crate) fn term(&self, words: &str) {
        self.quote(words, QuoteKind::Term, "");
    }

    /// Entities of this kind (`person`, …) with these names.
    pub(crate) fn names(&self, kind: &str, names: &[&str]) {
        for name in names {
            let found: Vec<_> = self.wire.entities.iter().filter(|e| e.name == *name).map(|e| e.kind).collect();
            let right = found.iter().any(|k| format!("{k:?}").eq_ignore_ascii_case(kind));
            self.hold(right, || format!("{name} is a {kind}; found {found:?} among {:?}", self.all_names()));
        }
    }

    fn all_names(&self) -> Vec<&str> {
        self.wire.entities.iter().map(|e| e.name.as_str()).collect()
    }

    pub(crate) fn roles(&self, role: Role) -> Vec<String> {
        self.wire.blocks.iter().filter(|b| b.role == role).map(|b| self.words(b.start, b.end)).collect()
    }

    pub(crate) fn readings(&self) -> Vec<Reading> {
        self.wire.ledger.iter().flat_map(|l| l.relations.iter().map(|r| r.reading)).collect()
    }
}

/// `a teacher` is `teacher`, `The governor` is `governor`.
fn without_article(words: &str) -> &str {
    ["the ", "a ", "an "]
        .iter()
        .find_map(|article| {
            words.get(..article.len()).filter(|w| w.eq_ignore_ascii_case(article)).map(|w| &words[w.len()..])
        })
        .unwrap_or(words)
}
