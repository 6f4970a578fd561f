//! What the small words of a sentence are, looked up once for each token.

use super::super::numbers::Number;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::{
    Listed, Phrase as _, countries, function_words as small, groups, person_nouns, say_verbs, unreal,
};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// A document with the small words of its tokens.
pub(super) struct Grammar<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    pub(super) numbers: &'a Layer<Number>,
    tags: Vec<u32>,
}

impl<'a, 't> Grammar<'a, 't> {
    pub(super) fn new(doc: &'a Document<'t>, numbers: &'a Layer<Number>) -> Self {
        let tags = (0..doc.tokens.len())
            .map(|i| match doc.word(i) {
                // The month and the name; the verb begins few sentences.
                "May" => small::TIME,
                "Will" => 0,
                _ => small::TABLE.get(doc.listed(i)).map_or(0, |entry| entry.bits()),
            })
            .collect();
        Grammar { doc, numbers, tags }
    }

    /// Whether token `i` can be any of the small words `tags`.
    pub(super) fn is(&self, i: usize, tags: u32) -> bool {
        self.tags.get(i).is_some_and(|t| t & tags != 0)
    }

    /// Whether token `i` is no small word at all: a noun, an adjective, a verb.
    pub(super) fn is_content(&self, i: usize) -> bool {
        self.tags.get(i) == Some(&0) && self.doc.kind(i) == TokenKind::Word
    }

    /// Whether token `i` is one of `marks`.
    pub(super) fn is_mark(&self, i: usize, marks: &[&str]) -> bool {
        self.doc.is_one_of(i, marks)
    }

    /// Whether token `i` looks like a participle or past tense: `carrying`, `accused`.
    pub(super) fn is_verb_like(&self, i: usize) -> bool {
        let word = self.doc.folded(i);
        self.is_content(i) && (word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed")) || word == "aged")
    }

    /// Whether token `i` is a verb of reporting.
    pub(super) fn is_say(&self, i: usize) -> bool {
        say_verbs::TABLE.has_word(self.doc.listed(i))
    }

    /// Whether the verb at `i` tells who says so in the midst of a clause: "men it said had been arrested".
    pub(super) fn is_told(&self, i: usize) -> bool {
        // "The rebels claimed to have killed 33", "320 people listed as missing"
        let clause = self.is_say(i) && !self.is_mark(i + 1, &["to", "as"]);
        i.checked_sub(1).is_some_and(|teller| clause && can_tell(self.doc, teller))
    }

    /// Whether the words before `i` say that what follows was only meant, feared or prevented.
    pub(super) fn is_unreal(&self, i: usize) -> bool {
        let sentence = self.sentence(i);
        (sentence.start.max(i.saturating_sub(4))..i).any(|j| unreal::TABLE.has_word(self.doc.listed(j)))
    }

    /// Words that can stand between the parts of a verb: "were later reportedly killed".
    pub(super) fn is_filler(&self, i: usize) -> bool {
        self.is(i, small::ADVERB | small::TIME)
            || (self.is_content(i) && self.doc.folded(i).len() > 4 && self.doc.folded(i).ends_with("ly"))
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

/// Whether `word` (folded) is a noun for people.
pub(super) fn person(word: &str) -> Option<Person> {
    person_listed(word, word.listed())
}

/// Whether token `i` is a noun for people.
pub(super) fn person_at(doc: &Document, i: usize) -> Option<Person> {
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
