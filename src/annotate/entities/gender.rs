//! What titles, kinship and given names tell of whether a person is he or she.

use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::{Listed, gender_words, given_genders, grammar};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// How far before a name a word of kinship may stand, in tokens.
const REACH: usize = 5;

/// Which pronoun takes a person up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// What stands at a name tells: "Mrs", "his wife, the singer", ", a mother of three".
pub(crate) fn told(doc: &Document, name: TokenRange) -> Option<Gender> {
    before(doc, name.start).or_else(|| behind(doc, name.end))
}

/// What a given name, folded, makes likely.
pub(crate) fn of_given_name(name: &str) -> Option<Gender> {
    let entry = given_genders::TABLE.get(name);
    let tag = |tag| entry.is_some_and(|entry| entry.has(tag));
    one_of(tag(given_genders::MALE), tag(given_genders::FEMALE))
}

/// What the title or kinship before a name tells: "Mrs", "his wife, the singer".
fn before(doc: &Document, name: usize) -> Option<Gender> {
    let first = doc.sentence(doc.sentence_at(name)).tokens.start.max(name.saturating_sub(REACH));
    let mut commas = 0;
    // "Barr. (Mrs.) Comfort Idoko".
    let name = if name > first + 1 && doc.folded(name - 1) == ")" { name - 1 } else { name };
    for i in (first..name).rev() {
        commas += usize::from(doc.folded(i) == ",");
        let goes_on = doc.folded(i) == "," || doc.kind(i) == TokenKind::Word && !doc.case(i).is_capitalised();
        // "the mother of Lopez" is not Lopez, nor are "his wife and Lopez".
        let breaks = phrases::is(doc, i, grammar::PREPOSITION | grammar::COORDINATOR | grammar::AUXILIARY);
        let gender = of_word(doc.listed(i)).filter(|_| i + 1 == name || commas == 1 || doc.folded(i + 1) == ",");
        if gender.is_some() || !goes_on && i + 1 != name || breaks || commas > 1 {
            return gender;
        }
    }
    None
}

/// What the apposition behind a name tells: ", a mother of three".
fn behind(doc: &Document, comma: usize) -> Option<Gender> {
    let determined = phrases::is(doc, comma + 1, grammar::DETERMINER | grammar::POSSESSIVE);
    let noun = comma + 2;
    // ", whose son" is another.
    let other = doc.folded(noun + 1) == "'s" || doc.folded(comma + 1) == "whose";
    let fits = doc.folded(comma) == "," && determined && !other;
    if fits { of_word(doc.listed(noun)) } else { None }
}

fn of_word(word: Listed) -> Option<Gender> {
    let tag = |tag| gender_words::TABLE.has_tag(word, tag);
    one_of(tag(gender_words::MALE), tag(gender_words::FEMALE))
}

fn one_of(male: bool, female: bool) -> Option<Gender> {
    match (male, female) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// What the noun that a phrase ends in tells: "the spokeswoman".
pub(crate) fn of_noun(doc: &Document, phrase: TokenRange) -> Option<Gender> {
    of_word(doc.listed(phrase.end - 1))
}
