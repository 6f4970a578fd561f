//! Verbs of saying by their inflected forms: which token is one, and what it takes by `data/cues.tsv`.

use super::phrases;
use crate::document::Document;
use crate::lexicon::cues::{self, TABLE};
use crate::lexicon::{Entry, Phrase as _, cue_nouns};
use crate::vocabulary::Memo;
use std::cell::RefCell;

/// The inflection of a verb form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Inflection {
    Base,
    Present,
    Past,
    Gerund,
}

const ALL: u32 = cues::CLAUSE
    | cues::QUOTE
    | cues::QUESTION
    | cues::INFINITIVE
    | cues::OBJECT
    | cues::HEARER
    | cues::THOUGHT
    | cues::DOCUMENT
    | cues::NOUNLIKE
    | cues::PART
    | cues::PAST;

/// What makes a verb a cue without another word.
const TAKES: u32 = cues::CLAUSE | cues::QUOTE | cues::OBJECT | cues::QUESTION | cues::THOUGHT | cues::INFINITIVE;

pub(super) fn bits(entry: Entry) -> u32 {
    entry.bits() & ALL
}

/// What a word may be, whatever stands around it.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// A verb of saying, or the first word of one.
    pub(super) verb: Verb,
    /// A noun for something said.
    pub(super) noun: bool,
    /// The first word of "according to" and the like.
    pub(super) source: bool,
}

/// What a word is as a verb of saying.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    No,
    /// With what it takes.
    Alone(u32, Inflection),
    /// The words behind it tell.
    Phrase,
}

impl Candidate {
    /// Whether it may be anything.
    pub(super) fn any(self) -> bool {
        self.verb != Verb::No || self.noun || self.source
    }

    fn of(doc: &Document, i: usize) -> Candidate {
        let word = doc.folded(i);
        let mut candidate = Candidate { verb: Verb::No, noun: false, source: matches!(word, "according" | "in") };
        each_base(word, |base, inflection| {
            let listed = if inflection == Inflection::Base { doc.listed(i) } else { base.listed() };
            candidate.noun |= cue_nouns::TABLE.has_word(listed);
            if let Some(entry) = TABLE.get(listed).filter(|_| candidate.verb == Verb::No) {
                candidate.verb = match () {
                    _ if entry.has(cues::PART) => Verb::Phrase,
                    _ if entry.has(TAKES) => Verb::Alone(bits(entry), inflected(entry, inflection)),
                    _ => Verb::No,
                };
            }
        });
        candidate
    }
}

/// What token `i` may be: worked out once a word.
pub(super) fn candidate(doc: &Document, i: usize) -> Candidate {
    thread_local! {
        static KNOWN: RefCell<Memo<Candidate>> = const { RefCell::new(Memo::new()) };
    }
    KNOWN.with_borrow_mut(|known| known.get(doc.epoch(), doc.folded_id(i) as u32, || Candidate::of(doc, i)))
}

/// The cue verb at token `i`: the index behind it, its tags and inflection.
pub(super) fn verb(doc: &Document, i: usize) -> Option<(usize, u32, Inflection)> {
    if !phrases::is_word(doc, i) {
        return None;
    }
    match candidate(doc, i).verb {
        Verb::No => None,
        Verb::Alone(tags, inflection) => Some((i + 1, tags, inflection)),
        Verb::Phrase => phrase(doc, i),
    }
}

/// The cue verb at token `i`, alone or with the words behind it.
fn phrase(doc: &Document, i: usize) -> Option<(usize, u32, Inflection)> {
    let mut found = None;
    each_base(doc.folded(i), |base, inflection| {
        if found.is_some() {
            return;
        }
        let Some(entry) = TABLE.get(base) else { return };
        let inflection = inflected(entry, inflection);
        let own = entry.has(TAKES).then(|| (i + 1, bits(entry), inflection));
        found = entry.has(cues::PART).then(|| longer(doc, i, base, inflection)).flatten().or(own);
    });
    found
}

/// The inflection of a form whose base form has this entry: some are listed as they are inflected.
fn inflected(entry: Entry, inflection: Inflection) -> Inflection {
    if entry.has(cues::PAST) { Inflection::Past } else { inflection }
}

/// A cue of several words that begins with the verb `base` at `i`.
pub(super) fn longer(doc: &Document, i: usize, base: &str, inflection: Inflection) -> Option<(usize, u32, Inflection)> {
    let mut listed = base.listed();
    if !TABLE.may_begin(listed) {
        return None;
    }
    let mut best = None;
    for next in i + 1..(i + 6).min(doc.tokens.len()) {
        if !phrases::is_word(doc, next) {
            break;
        }
        listed = listed.then(doc.folded(next));
        if !TABLE.may_begin(listed) {
            break;
        }
        if let Some(entry) = TABLE.get(listed) {
            best = Some((next + 1, bits(entry), inflection));
        }
    }
    best
}

/// Calls `each` with every base form that `word` may be an inflection of.
pub(super) fn each_base(word: &str, mut each: impl FnMut(&str, Inflection)) {
    each(word, Inflection::Base);
    if !matches!(word.as_bytes().last(), Some(b's' | b'd' | b'g')) {
        return;
    }
    let mut endings = |suffix: &str, inflection: Inflection| {
        let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() > 1) else { return };
        each(stem, inflection);
        if suffix != "s" {
            each(&[stem, "e"].concat(), inflection);
            let mut letters = stem.chars().rev();
            if let (Some(a), Some(b)) = (letters.next(), letters.next()) {
                if a == b {
                    each(&stem[..stem.len() - a.len_utf8()], inflection);
                }
            }
        }
        if let Some(stem) = stem.strip_suffix('i') {
            each(&[stem, "y"].concat(), inflection);
        }
    };
    endings("ing", Inflection::Gerund);
    endings("ed", Inflection::Past);
    endings("es", Inflection::Present);
    endings("s", Inflection::Present);
}

/// The base form of the cue verb at token `i`, or the word itself.
pub(super) fn base<'a>(doc: &'a Document, i: usize) -> std::borrow::Cow<'a, str> {
    let mut found = None;
    each_base(doc.folded(i), |base, _| {
        if found.is_none() && TABLE.has_word(base) {
            found = Some(base.to_string());
        }
    });
    found.map_or(std::borrow::Cow::Borrowed(doc.folded(i)), std::borrow::Cow::Owned)
}
