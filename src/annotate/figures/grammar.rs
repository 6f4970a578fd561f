//! What the words of a text are, asked once for each word of all texts.

use super::super::numbers::Number;
use super::{phrases, set_phrases};
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::{
    Listed, countries, function_words as small, groups, number_words, person_nouns, say_verbs, unreal,
};
use crate::span::TokenRange;
use crate::token::{Token, TokenKind};
use crate::vocabulary::Memo;
use std::cell::RefCell;

/// A document with what its words are.
pub(super) struct Grammar<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    pub(super) numbers: &'a Layer<Number>,
    words: Vec<Word>,
}

/// What can be told of a word wherever it stands.
#[derive(Clone, Copy)]
struct Word {
    /// The small words that it can be.
    small: u32,
    person: Option<Person>,
    kinds: u8,
}

/// Kinds of words, each a bit: any word, a participle or past tense, an adverb in "ly".
const WORD: u8 = 1;
const VERB_LIKE: u8 = 1 << 1;
const LY: u8 = 1 << 2;
/// A verb of reporting, a number or a part of one, what is no person.
const SAY: u8 = 1 << 3;
const NUMBER: u8 = 1 << 4;
const THING: u8 = 1 << 5;
/// What counts without a number.
pub(super) const COUNT: u8 = 1 << 6;
/// What a set phrase is known by.
pub(super) const KEY: u8 = 1 << 7;

impl Word {
    /// Of token `i`, judged by its word alone.
    fn read(doc: &Document, i: usize) -> Self {
        let (word, listed) = (doc.folded(i), doc.listed(i));
        let small = match doc.word(i) {
            // The month and the name; the verb begins few sentences.
            "May" => small::TIME,
            "Will" => 0,
            _ => small::TABLE.get(listed).map_or(0, |entry| entry.bits()),
        };
        let content = small == 0;
        let long = content && word.len() > 4;
        let kinds = [
            (VERB_LIKE, long && (word.ends_with("ing") || word.ends_with("ed")) || content && word == "aged"),
            (LY, long && word.ends_with("ly")),
            (SAY, say_verbs::TABLE.has_word(listed)),
            (NUMBER, number_words::TABLE.has_word(listed)),
            (THING, thing(word)),
            (COUNT, phrases::is_count(word)),
            (KEY, set_phrases::is_key(word, listed)),
        ];
        let kinds = kinds.iter().fold(0, |kinds, (kind, is)| kinds | if *is { *kind } else { 0 });
        Word { small, person: person_listed(word, listed), kinds }
    }
}

impl<'a, 't> Grammar<'a, 't> {
    pub(super) fn new(doc: &'a Document<'t>, numbers: &'a Layer<Number>) -> Self {
        thread_local! {
            static KNOWN: RefCell<Memo<Word>> = const { RefCell::new(Memo::new()) };
        }
        let epoch = doc.epoch();
        let words = KNOWN.with_borrow_mut(|known| {
            let read = |(i, token): (usize, &Token)| {
                let word = known.get(epoch, token.word.index() as u32, || Word::read(doc, i));
                let kinds = match token.kind {
                    TokenKind::Word => word.kinds | WORD,
                    TokenKind::Number => word.kinds & !(VERB_LIKE | LY) | NUMBER,
                    _ => word.kinds & !(VERB_LIKE | LY),
                };
                Word { kinds, ..word }
            };
            doc.tokens.iter().enumerate().map(read).collect()
        });
        Grammar { doc, numbers, words }
    }

    /// Whether token `i` can be any of the small words `tags`.
    #[inline]
    pub(super) fn is(&self, i: usize, tags: u32) -> bool {
        self.words.get(i).is_some_and(|word| word.small & tags != 0)
    }

    /// Whether token `i` is of any of these kinds.
    #[inline]
    pub(super) fn is_kind(&self, i: usize, kinds: u8) -> bool {
        self.words.get(i).is_some_and(|word| word.kinds & kinds != 0)
    }

    /// Whether token `i` is no small word at all: a noun, an adjective, a verb.
    pub(super) fn is_content(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|word| word.small == 0 && word.kinds & WORD != 0)
    }

    /// Whether token `i` is a noun for people.
    #[inline]
    pub(super) fn person(&self, i: usize) -> Option<Person> {
        self.words.get(i).and_then(|word| word.person)
    }

    /// Whether token `i` is a noun for what is no person.
    pub(super) fn is_thing(&self, i: usize) -> bool {
        self.is_kind(i, THING)
    }

    /// Whether token `i` is a number or part of one.
    pub(super) fn is_number(&self, i: usize) -> bool {
        self.is_kind(i, NUMBER)
    }

    /// Whether token `i` is one of `marks`.
    pub(super) fn is_mark(&self, i: usize, marks: &[&str]) -> bool {
        self.doc.is_one_of(i, marks)
    }

    /// Whether token `i` looks like a participle or past tense: `carrying`, `accused`.
    pub(super) fn is_verb_like(&self, i: usize) -> bool {
        self.is_kind(i, VERB_LIKE)
    }

    /// Whether token `i` is a verb of reporting.
    pub(super) fn is_say(&self, i: usize) -> bool {
        self.is_kind(i, SAY)
    }

    /// Whether the verb at `i` tells who says so in the midst of a clause: "men it said had been arrested".
    pub(super) fn is_told(&self, i: usize) -> bool {
        // "The rebels claimed to have killed 33", "320 people listed as missing"
        let clause = || self.is_say(i) && !self.is_mark(i + 1, &["to", "as"]);
        i.checked_sub(1).is_some_and(|teller| clause() && can_tell(self.doc, teller))
    }

    /// Whether the words before `i` say that what follows was only meant, feared or prevented.
    pub(super) fn is_unreal(&self, i: usize) -> bool {
        let sentence = self.sentence(i);
        (sentence.start.max(i.saturating_sub(4))..i).any(|j| unreal::TABLE.has_word(self.doc.listed(j)))
    }

    /// Words that can stand between the parts of a verb: "were later reportedly killed".
    pub(super) fn is_filler(&self, i: usize) -> bool {
        self.is(i, small::ADVERB | small::TIME) || self.is_kind(i, LY)
    }

    /// The tokens of the sentence of token `i`.
    pub(super) fn sentence(&self, i: usize) -> TokenRange {
        if i >= self.doc.tokens.len() {
            return TokenRange::default();
        }
        self.doc.sentence(self.doc.sentence_at(i)).tokens
    }

    /// Whether a clause can begin at `i`, judged by the token before it.
    pub(super) fn starts_clause(&self, i: usize) -> bool {
        let sentence = self.sentence(i);
        let Some(before) = i.checked_sub(1).filter(|b| sentence.has(*b)) else { return true };
        self.is_mark(before, &["after", "before", "until", "since"])
            || !matches!(self.doc.kind(before), TokenKind::Word | TokenKind::Clitic | TokenKind::Number)
            || self.is(before, small::SUBORDINATOR | small::RELATIVE | small::CONJUNCTION | small::TIME | small::ADVERB)
            || self.is_say(before)
    }
}

/// Whether token `i` can say so in the midst of a clause: "men **it** said", "two people **police** say".
pub(in crate::annotate) fn can_tell(doc: &Document, i: usize) -> bool {
    small::TABLE.has_tag(doc.listed(i), small::PRONOUN)
        || doc.folded(i) == "authorities"
        || person_at(doc, i).is_some_and(|found| found.plural)
}

/// A noun for people: its tags in `person-nouns.tsv`, and whether it stands for many.
#[derive(Clone, Copy)]
pub(super) struct Person {
    pub(super) tags: u32,
    pub(super) plural: bool,
}

/// Whether token `i` is a noun for people.
fn person_at(doc: &Document, i: usize) -> Option<Person> {
    person_listed(doc.folded(i), doc.listed(i))
}

fn person_listed(word: &str, listed: Listed) -> Option<Person> {
    let table = &person_nouns::TABLE;
    if let Some(entry) = table.get(listed) {
        return Some(Person { tags: entry.bits(), plural: entry.has(person_nouns::PLURAL) });
    }
    let nation = countries::TABLE.has_tag(listed, countries::DEMONYM | countries::PEOPLE)
        || groups::TABLE.has_tag(listed, groups::PEOPLE);
    if nation {
        let plural = word.ends_with('s') && !word.ends_with("ss");
        return Some(Person { tags: person_nouns::NATION | person_nouns::CIVIL, plural });
    }
    for (ending, singular) in [("ies", "y"), ("es", ""), ("s", ""), ("men", "man"), ("women", "woman")] {
        if let Some(stem) = word.strip_suffix(ending) {
            if let Some(entry) = table.get(&[stem, singular].concat()) {
                return Some(Person { tags: entry.bits(), plural: true });
            }
        }
    }
    let many = word.ends_with("men") && word.len() > 5 && !matches!(word, "regimen" | "specimen" | "abdomen");
    let one = word.ends_with("woman") || word.ends_with("man") && word.len() > 5 && word != "human";
    // "a lobbyist", "two shipbuilders"
    let stem = word.strip_suffix('s').unwrap_or(word);
    let makes = ["goer", "keeper", "worker", "fighter", "holder", "maker", "builder", "seller", "dweller", "officer"];
    let verb =
        ["resist", "assist", "consist", "persist", "insist", "enlist", "desist", "subsist", "checklist", "wishlist"];
    let does = stem.len() > 6
        && (makes.iter().any(|end| stem.ends_with(end)) || stem.ends_with("ist"))
        && !verb.contains(&stem)
        && !stem.ends_with("list") | stem.ends_with("alist");
    (many || one || does).then_some(Person { tags: 0, plural: many || does && stem != word })
}

/// Whether `word` (folded) is a noun for what is no person.
pub(super) fn thing(word: &str) -> bool {
    let table = &crate::lexicon::not_people::TABLE;
    table.has_word(word)
        || word.strip_suffix('s').is_some_and(|stem| table.has_word(stem))
        // "cities"
        || word.strip_suffix("ies").is_some_and(|stem| table.has_word(&format!("{stem}y")))
        // "seabirds"
        || word.len() > 5 && (word.ends_with("birds") || word.ends_with("bird"))
}
