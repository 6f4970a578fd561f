//! The words of a text: what can be told of a word wherever it stands is worked out once, and kept from text to text.
//!
//! Texts share most of their words, so that a text read after others mostly brings words that are known. Nothing else
//! is kept, and what is found never hangs on it.

use crate::fold::fold;
use crate::lexicon::clusters::Cluster;
use crate::lexicon::{self, Listed};
use crate::slots::{Slots, hash, same};
use crate::token::{Case, shape};
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A word of a [`Document`](crate::document::Document)'s text, however often it stands there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct WordId(u32);

impl WordId {
    /// Its place in the list of words.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What can be told of a word wherever it stands.
#[derive(Clone, Debug)]
struct Word {
    letters: Arc<str>,
    folded: Arc<str>,
    case: Case,
    /// Its folded form in the word lists.
    listed: Listed,
    look: Look,
}

/// A word in numbers, as the tagger sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Look {
    /// Hash of its folded form.
    pub(crate) word: u32,
    /// Hash of its shape: `Xx`, `XX`, `d-x`.
    pub(crate) shape: u32,
    /// Words that are used alike.
    pub(crate) cluster: Cluster,
    /// Its number among all words known: no other word of the same [`Epoch`] has it.
    pub(crate) number: u32,
}

impl Look {
    /// Where no word is.
    pub(crate) const NONE: Look = Look { word: 0, shape: 0, cluster: Cluster::NONE, number: u32::MAX };

    fn of(letters: &str, folded: &str, number: u32) -> Look {
        let word = hash(folded.as_bytes());
        Look { word, shape: shape(letters), cluster: Cluster::of(word), number }
    }
}

/// The words of a text, numbered as they come.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    /// The folded form of each among them.
    folded: Vec<WordId>,
    epoch: Epoch,
    /// While words are added.
    known: Option<Box<Known>>,
}

impl Clone for Vocabulary {
    fn clone(&self) -> Self {
        Vocabulary { words: self.words.clone(), folded: self.folded.clone(), epoch: self.epoch, known: None }
    }
}

impl Vocabulary {
    /// Makes room for so many words.
    pub(crate) fn reserve(&mut self, words: usize) {
        self.words.reserve(words);
        self.folded.reserve(words);
    }

    /// The word that reads as `letters`; it, and its folded form, are added unless they are here.
    pub(crate) fn add(&mut self, letters: &str) -> WordId {
        let mut known = self.known.take().unwrap_or_else(Known::recall);
        let number = known.number(letters);
        let word = self.take(&mut known, number);
        self.epoch = known.epoch;
        self.known = Some(known);
        word
    }

    fn take(&mut self, known: &mut Known, number: u32) -> WordId {
        let Met { text, here, folded, .. } = known.words[number as usize];
        if text == known.text {
            return here;
        }
        let folded = (folded != number).then(|| self.take(known, folded));
        let here = WordId(self.words.len() as u32);
        let met = &mut known.words[number as usize];
        (met.text, met.here) = (known.text, here);
        self.words.push(met.word.clone());
        self.folded.push(folded.unwrap_or(here));
        here
    }

    /// Keeps what was learnt of the words for other texts, once no more will be added.
    pub(crate) fn finish(&mut self) {
        if let Some(known) = self.known.take() {
            KNOWN.set(Some(known));
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word as it reads.
    #[inline]
    pub(crate) fn letters(&self, id: WordId) -> &str {
        self.words.get(id.index()).map_or("", |word| &word.letters)
    }

    /// Its folded form.
    #[inline]
    pub(crate) fn folded(&self, id: WordId) -> &str {
        self.words.get(id.index()).map_or("", |word| &word.folded)
    }

    /// Its folded form as a word of its own.
    #[inline]
    pub(crate) fn folded_id(&self, id: WordId) -> WordId {
        self.folded.get(id.index()).copied().unwrap_or(id)
    }

    /// How it is capitalised.
    #[inline]
    pub(crate) fn case(&self, id: WordId) -> Case {
        self.words.get(id.index()).map_or(Case::None, |word| word.case)
    }

    /// Its folded form in the word lists.
    #[inline]
    pub(crate) fn listed(&self, id: WordId) -> Listed {
        self.words.get(id.index()).map_or(Listed::default(), |word| word.listed)
    }

    /// The word in numbers.
    #[inline]
    pub(crate) fn look(&self, id: WordId) -> Look {
        self.words.get(id.index()).map_or(Look::NONE, |word| word.look)
    }

    /// Since when [`Look::number`]s are given out.
    pub(crate) fn epoch(&self) -> Epoch {
        self.epoch
    }
}

/// From one time that all words were forgotten to the next: as long as a word keeps its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Epoch(u64);

impl Epoch {
    /// Another one than all before.
    fn begin() -> Epoch {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Epoch(LAST.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// What was worked out of words, kept as long as they keep their numbers.
#[derive(Debug)]
pub(crate) struct Memo<T> {
    epoch: Epoch,
    of_word: Vec<Option<T>>,
}

impl<T> Memo<T> {
    /// Of no words yet.
    pub(crate) const fn new() -> Self {
        Memo { epoch: Epoch(0), of_word: Vec::new() }
    }
}

impl<T: Copy> Memo<T> {
    /// What is kept of a word with this number, or `work_out` now.
    pub(crate) fn get(&mut self, epoch: Epoch, number: u32, work_out: impl FnOnce() -> T) -> T {
        if self.epoch != epoch {
            self.epoch = epoch;
            self.of_word.clear();
        }
        if number == Look::NONE.number {
            return work_out();
        }
        let number = number as usize;
        if number >= self.of_word.len() {
            self.of_word.resize(number + 1, None);
        }
        match self.of_word.get_mut(number) {
            Some(known) => *known.get_or_insert_with(work_out),
            None => work_out(),
        }
    }
}

thread_local! {
    /// The words of the texts read so far, but for those of a text that is being cut up.
    static KNOWN: Cell<Option<Box<Known>>> = const { Cell::new(None) };
}

/// So many words, and so many letters of them, are kept at most when another text begins.
const WORDS: usize = 1 << 14;
const LETTERS: usize = 1 << 20;

/// The words of all texts since they were last forgotten.
#[derive(Debug, Default)]
struct Known {
    epoch: Epoch,
    words: Vec<Met>,
    letters: usize,
    by_hash: Slots,
    /// The words that found no room there: only a text made to collide has any.
    crowd: HashMap<Arc<str>, u32>,
    /// How many texts there were.
    text: u32,
    /// Kept only for its room.
    form: String,
}

#[derive(Debug)]
struct Met {
    word: Word,
    /// The number of its folded form.
    folded: u32,
    /// The last text that it stands in, and its place among that text's words.
    text: u32,
    here: WordId,
}

impl Known {
    /// What is known when a text begins.
    fn recall() -> Box<Known> {
        let kept = |known: &Known| known.words.len() < WORDS && known.letters < LETTERS && known.text < u32::MAX;
        let known = KNOWN.take().filter(|known| kept(known));
        let mut known = known.unwrap_or_else(|| Box::new(Known { epoch: Epoch::begin(), ..Known::default() }));
        known.text += 1;
        known
    }

    /// The number of the word that reads as `letters`.
    fn number(&mut self, letters: &str) -> u32 {
        let hashed = hash(letters.as_bytes());
        if let Some(number) = self.find(letters, hashed) {
            return number;
        }
        let mut form = std::mem::take(&mut self.form);
        form.clear();
        fold(letters, &mut form);
        let folded = (form != letters).then(|| {
            let hashed = hash(form.as_bytes());
            self.find(&form, hashed).unwrap_or_else(|| self.push(&form, hashed, None))
        });
        self.form = form;
        self.push(letters, hashed, folded)
    }

    fn find(&self, letters: &str, hashed: u32) -> Option<u32> {
        let is = |number: u32| {
            self.words.get(number as usize).is_some_and(|met| same(met.word.letters.as_bytes(), letters.as_bytes()))
        };
        self.by_hash.find(hashed, is).or_else(|| self.crowd.get(letters).copied())
    }

    /// Adds a word; without a folded form it is folded itself.
    fn push(&mut self, letters: &str, hash: u32, folded: Option<u32>) -> u32 {
        let number = self.words.len() as u32;
        let own: Arc<str> = letters.into();
        let form = folded.and_then(|folded| self.words.get(folded as usize)).map(|met| &met.word);
        let (form, listed) = match form {
            Some(form) => (form.folded.clone(), form.listed),
            None => (own.clone(), lexicon::find(letters, hash)),
        };
        let look = Look::of(letters, &form, number);
        let word = Word { letters: own, folded: form, case: Case::of(letters), listed, look };
        self.letters += letters.len();
        self.words.push(Met { word, folded: folded.unwrap_or(number), text: 0, here: WordId(0) });
        for lost in self.by_hash.insert(hash, number) {
            if let Some(met) = self.words.get(lost as usize) {
                self.crowd.insert(met.word.letters.clone(), lost);
            }
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forget() {
        KNOWN.set(None);
    }

    fn kept() -> usize {
        let known = KNOWN.take();
        let words = known.as_ref().map_or(0, |known| known.words.len());
        KNOWN.set(known);
        words
    }

    #[test]
    fn a_word_is_kept_once() {
        let mut words = Vocabulary::default();
        let (capital, lower) = (words.add("Élan"), words.add("elan"));
        assert_ne!(capital, lower);
        assert_eq!(words.add("Élan"), capital);
        assert_eq!((words.folded_id(capital), words.folded_id(lower)), (lower, lower));
        assert_eq!((words.letters(capital), words.folded(capital), words.letters(lower)), ("Élan", "elan", "elan"));
        assert_eq!((words.case(capital), words.case(lower)), (Case::Title, Case::Lower));
        assert_eq!(words.look(capital).word, hash(b"elan"));
    }

    #[test]
    fn a_text_has_its_own_words_whatever_was_read_before() {
        let read = |words: &[&str]| {
            let mut vocabulary = Vocabulary::default();
            let ids: Vec<WordId> = words.iter().map(|word| vocabulary.add(word)).collect();
            vocabulary.finish();
            (ids, vocabulary)
        };
        forget();
        let (cold, first) = read(&["The", "road", "the"]);
        read(&["A", "road", "to", "The", "sea"]);
        let (warm, again) = read(&["The", "road", "the"]);
        assert_eq!((cold, first.len()), (warm.clone(), again.len()));
        assert_eq!((first.epoch(), first.look(warm[1])), (again.epoch(), again.look(warm[1])));
        forget();
        assert_ne!(read(&["The"]).1.epoch(), first.epoch());
    }

    #[test]
    fn what_is_kept_is_bounded() {
        for text in 0..9 {
            let mut words = Vocabulary::default();
            (0..5000).for_each(|n| _ = words.add(&format!("w{text}x{n}")));
            words.finish();
            assert!(kept() < WORDS + 5000, "{}", kept());
        }
    }

    #[test]
    fn words_that_collide_are_told_apart() {
        let mut known = Known::default();
        let numbers: Vec<u32> = (0..300).map(|n| known.push(&format!("w{n}"), 7, None)).collect();
        for (n, number) in numbers.iter().enumerate() {
            assert_eq!(known.find(&format!("w{n}"), 7), Some(*number));
        }
    }

    #[test]
    fn what_is_folded_folds_to_itself() {
        for c in (0..=0xFFFF).filter_map(char::from_u32) {
            let (mut once, mut twice) = (String::new(), String::new());
            fold(&format!("a{c}b"), &mut once);
            fold(&once, &mut twice);
            assert_eq!(once, twice, "{c:?}");
        }
    }
}
