//! Whether marked words were said or are a term, weighed from what is seen of them.
//!
//! Each sign has a name ("case=title", "before=preposition") and a weight in
//! `data/speech-signs.tsv`, learnt by `cargo xtask train-quotes`; from [`SPEECH`] on the words were said. The
//! signs look at how the words are written and where they stand, at no word but the small ones, so
//! that what was learnt from one paper's politics holds for another's football.

use super::cues::Cue;
use super::kinds::{Hold, Words};
use super::marks::Stretch;
use super::phrases;
use crate::document::{BlockRole, Document};
use crate::lexicon::{Entry, Table, grammar, speech_signs};
use crate::slots::{SEED, Slots, hash, hash_on};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::Marks;
use std::sync::OnceLock;

/// What the signs of words that were said weigh at least: what gives the fewest errors on articles not learnt from.
pub(super) const SPEECH: i32 = 1;
/// How many words of a stretch are looked at.
const LOOK: usize = 40;
/// How many stretches of a paragraph are looked at on each side.
const NEIGHBOURS: usize = 6;

/// A stretch where it stands.
pub(super) struct Place<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    pub(super) stretches: &'a [Stretch],
    pub(super) cues: &'a [Cue],
    /// Index of the stretch.
    pub(super) n: usize,
    /// How firmly the context makes its words somebody's.
    pub(super) hold: Hold,
}

/// The name of a sign, in the parts that it is made of.
pub(super) type Sign<'a> = &'a [&'a str];

/// What the signs weigh together, and those that weigh most.
pub(super) struct Verdict {
    pub(super) score: i32,
    /// The signs that carried it, the heaviest first.
    pub(super) because: Vec<String>,
}

/// The weights of a table's signs: asked for so often that they stand apart from all other words, and are found by the
/// parts of their names without putting these together.
pub(super) struct Weights {
    signs: Vec<(String, i32)>,
    by_hash: Slots,
}

impl Weights {
    /// Those of `table`; its entries with the tag `against` weigh less than nothing.
    pub(super) fn of(table: Table, against: u32) -> Self {
        let weigh = |(sign, entry): (String, Entry)| {
            let value = entry.value() as i32;
            (sign, if entry.has(against) { -value } else { value })
        };
        let signs: Vec<(String, i32)> = table.entries(|_| true).into_iter().map(weigh).collect();
        let mut by_hash = Slots::with_capacity(signs.len());
        for (n, (sign, _)) in signs.iter().enumerate() {
            by_hash.insert(hash(sign.as_bytes()), n as u32);
        }
        Weights { signs, by_hash }
    }

    /// The weight of the sign whose name these parts make.
    pub(super) fn get(&self, name: Sign) -> Option<i32> {
        let hash = name.iter().fold(SEED, |before, part| hash_on(before, part.as_bytes()));
        let sign = |n: u32| self.signs.get(n as usize);
        let is = |n: u32| {
            let mut rest = sign(n).map(|(sign, _)| sign.as_str());
            name.iter().for_each(|part| rest = rest.and_then(|rest| rest.strip_prefix(part)));
            rest == Some("")
        };
        self.by_hash.find(hash, is).and_then(sign).map(|(_, weight)| *weight)
    }
}

/// Weighs the signs of the stretch; `explain` asks for those that carried the decision.
pub(super) fn weigh(place: &Place, explain: bool) -> Verdict {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| Weights::of(speech_signs::TABLE, speech_signs::TERM));
    let mut score = 0;
    let mut signs: Vec<(i32, String)> = Vec::new();
    place.each_sign(&mut |sign| {
        let Some(weight) = weights.get(sign) else { return };
        score += weight;
        if explain {
            signs.push((weight, sign.concat()));
        }
    });
    signs.retain(|(weight, sign)| (*weight < 0) == (score < SPEECH) && sign != "any");
    crate::sort::by_key(&mut signs, |(weight, sign)| (std::cmp::Reverse(weight.abs()), sign.clone()));
    Verdict { score, because: signs.into_iter().take(3).map(|(_, sign)| sign).collect() }
}

impl Place<'_, '_> {
    /// Calls `sign` with the name of every sign.
    pub(super) fn each_sign(&self, sign: &mut dyn FnMut(Sign)) {
        let (doc, stretch) = (self.doc, &self.stretches[self.n]);
        let words = Words::of(doc, stretch);
        let (open, close) = (stretch.whole.start, stretch.whole.end);
        let sentence = doc.sentence(doc.sentence_at(open)).tokens;
        let length = length(words.length());
        let case = self.case();
        let hold = match self.hold {
            Hold::Firm => "firm",
            Hold::Sentence => "sentence",
            Hold::None => "none",
        };
        sign(&["any"]);
        sign(&["length=", length]);
        sign(&["case=", case]);
        sign(&["hold=", hold]);
        sign(&["case=", case, " length=", length]);
        sign(&["case=", case, " hold=", hold]);
        sign(&["hold=", hold, " length=", length]);
        if words.is_mentioned() {
            sign(&["named"]);
        }
        if words.is_work() {
            sign(&["work"]);
            sign(&["work case=", case]);
        }
        if words.is_statement() {
            sign(&["statement"]);
        }
        match open.checked_sub(1).filter(|_| open > sentence.start) {
            Some(before) => {
                let near = class(doc, before);
                sign(&["before=", near]);
                sign(&["before=", near, " case=", case]);
                if before > sentence.start {
                    sign(&["before=", class(doc, before - 1), " ", near]);
                }
            }
            None => sign(&["before=nothing"]),
        }
        if close < sentence.end {
            sign(&["after=", class(doc, close)]);
            sign(&["after=", class(doc, close), " case=", case]);
        } else {
            sign(&["after=nothing"]);
        }
        let first = stretch.words.iter().take(LOOK).find(|&i| phrases::is_word(doc, i)).unwrap_or(stretch.words.start);
        sign(&["first=", class(doc, first)]);
        sign(&["first=", class(doc, first), " length=", length]);
        sign(&["last=", class(doc, stretch.words.end - 1)]);
        for (holds, kind) in self.inside() {
            if holds {
                sign(&["in=", kind]);
            }
        }
        self.around(sign, sentence, case, length);
    }

    /// The signs of the sentence and paragraph around the words.
    fn around(&self, sign: &mut dyn FnMut(Sign), sentence: TokenRange, case: &str, length: &str) {
        let (doc, stretch) = (self.doc, &self.stretches[self.n]);
        let block = doc.block(doc.block_at(stretch.whole.start));
        if block.role == BlockRole::Headline {
            sign(&["headline"]);
            sign(&["headline case=", case]);
            sign(&["headline length=", length]);
        }
        let (opens, ends) = (block.tokens.start == stretch.whole.start, block.tokens.end <= stretch.whole.end + 1);
        if opens {
            sign(&["opens paragraph"]);
        }
        if ends {
            sign(&["ends paragraph"]);
        }
        if opens && ends && block.role != BlockRole::Headline {
            sign(&["fills paragraph"]);
        }
        let first = self.cues.partition_point(|c| c.tokens.start < block.tokens.start);
        let speaks = self.cues[first..]
            .iter()
            .take(4 * NEIGHBOURS)
            .take_while(|c| c.tokens.start < block.tokens.end)
            .any(|c| c.subject.is_some() && !c.shared);
        sign(&["paragraph=", if speaks { "reports" } else { "tells" }]);
        let near = self.n.saturating_sub(NEIGHBOURS)..(self.n + NEIGHBOURS + 1).min(self.stretches.len());
        let long = |s: &Stretch| block.tokens.contains(s.whole) && s.words.len() > NEIGHBOURS;
        if near.clone().any(|n| n != self.n && long(&self.stretches[n])) {
            sign(&["beside a statement"]);
        }
        if let Some(before) = self.n.checked_sub(1).map(|n| &self.stretches[n]).filter(|s| s.whole.end > sentence.start)
        {
            let link = |i: usize| !phrases::is_word(doc, i) || phrases::is(doc, i, grammar::COORDINATOR);
            let listed = (before.whole.end..stretch.whole.start).all(link);
            sign(&[if listed { "listed" } else { "second in sentence" }]);
        }
        if self.stretches.get(self.n + 1).is_some_and(|s| s.whole.start < sentence.end) {
            sign(&["another follows"]);
        }
    }

    /// Whether the words are a paragraph of their own, a whole sentence at least: somebody speaks.
    pub(super) fn is_paragraph(&self) -> bool {
        let (doc, stretch) = (self.doc, &self.stretches[self.n]);
        let block = doc.block(doc.block_at(stretch.whole.start));
        block.role == BlockRole::Body
            && block.tokens == stretch.whole
            && stretch.marks == Marks::Paired
            && matches!(doc.word(stretch.words.end - 1), "." | "!" | "?" | "…")
            && matches!(self.case(), "first" | "some")
            && Words::of(doc, stretch).is_statement()
    }

    /// Whether the words open a headline as its quote: "“We stopped counting the buckets”: ten questions for a plumber".
    pub(super) fn is_pulled(&self) -> bool {
        const LEAST: usize = 3;
        let (doc, stretch) = (self.doc, &self.stretches[self.n]);
        let block = doc.block(doc.block_at(stretch.whole.start));
        block.role == BlockRole::Headline
            && block.tokens.start == stretch.whole.start
            && stretch.marks == Marks::Paired
            && (doc.word(stretch.whole.end) == ":" || phrases::is_dash(doc, stretch.whole.end))
            && Words::of(doc, stretch).length() >= LEAST
            && self.case() == "first"
            && stretch.words.iter().any(|i| phrases::is_verbish(doc, i) || phrases::is(doc, i, grammar::SUBJECT))
    }

    /// How the words are written.
    fn case(&self) -> &'static str {
        let (doc, words) = (self.doc, self.stretches[self.n].words);
        let small = grammar::PREPOSITION | grammar::DETERMINER | grammar::COORDINATOR | grammar::POSSESSIVE;
        let mut seen = words.iter().take(LOOK).filter(|&i| phrases::is_word(doc, i));
        let first = doc.case(words.start).is_capitalised();
        if seen.clone().all(|i| doc.case(i) == Case::Upper) {
            "upper"
        } else if first && seen.clone().all(|i| doc.case(i).is_capitalised() || phrases::is(doc, i, small)) {
            "title"
        } else if first {
            "first"
        } else if seen.any(|i| doc.case(i).is_capitalised()) {
            "some"
        } else {
            "lower"
        }
    }

    /// What is among the words.
    fn inside(&self) -> [(bool, &'static str); 6] {
        let (doc, words) = (self.doc, self.stretches[self.n].words);
        let any = |holds: &dyn Fn(usize) -> bool| words.iter().take(LOOK).any(holds);
        [
            (any(&|i| phrases::is(doc, i, grammar::SUBJECT)), "subject"),
            (any(&|i| phrases::is(doc, i, grammar::AUXILIARY)), "auxiliary"),
            (any(&|i| phrases::is_verbish(doc, i)), "verb"),
            (any(&|i| phrases::is_adverb(doc, i)), "adverb"),
            (any(&|i| doc.kind(i) == TokenKind::Number), "number"),
            (
                any(&|i| matches!(doc.folded(i), "i" | "we" | "you" | "my" | "our" | "your" | "me" | "us")),
                "first or second person",
            ),
        ]
    }
}

fn length(words: usize) -> &'static str {
    match words {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        5 => "5",
        6..=8 => "6-8",
        9..=15 => "9-15",
        _ => "16-",
    }
}

/// What kind of token stands at `i`.
pub(super) fn class(doc: &Document, i: usize) -> &'static str {
    match doc.kind(i) {
        TokenKind::Number => return "number",
        TokenKind::Clitic => return "clitic",
        TokenKind::Word => {}
        _ => return "mark",
    }
    let classes = [
        (grammar::SUBJECT, "subject"),
        (grammar::AUXILIARY, "auxiliary"),
        (grammar::PREPOSITION, "preposition"),
        (grammar::POSSESSIVE, "possessive"),
        (grammar::DETERMINER, "determiner"),
        (grammar::COORDINATOR, "coordinator"),
        (grammar::SUBORDINATOR, "subordinator"),
        (grammar::RELATIVE, "relative"),
        (grammar::TIME, "time"),
        (grammar::PAST, "past"),
        (grammar::ADVERB, "adverb"),
        (grammar::QUESTION, "question"),
    ];
    let bits = grammar::TABLE.get(doc.listed(i)).map_or(0, Entry::bits);
    if let Some((_, name)) = classes.iter().find(|(class, _)| bits & class != 0) {
        return name;
    }
    let word = doc.folded(i);
    match () {
        _ if doc.case(i).is_capitalised() => "capital",
        _ if word.ends_with("ing") => "ing",
        _ if word.ends_with("ed") => "ed",
        _ if word.ends_with("ly") => "ly",
        _ if word.ends_with('s') => "s",
        _ => "word",
    }
}
