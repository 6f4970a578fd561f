//! The words of a text: what can be told of a word wherever it stands is worked out once, and kept from text to text.
//!
//! Texts share most of their words, so that a text read after others mostly brings words that are known. Nothing else
//! is kept, and what is found never hangs on it.

use crate::fold::fold;
use crate::lexicon::clusters::Cluster;
use crate::lexicon::openings::Openings;
use crate::lexicon::{self, Listed};
use crate::slots::{Slots, hash, same};
use crate::token::{Case, shape};
use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Deref;
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
pub(crate) struct Word {
    pub(crate) letters: Box<str>,
    /// Its folded form in the word lists.
    pub(crate) listed: Listed,
    /// What may begin with it.
    opens: Openings,
    look: Look,
    /// Its folded form.
    pub(crate) folded: WordId,
    pub(crate) case: Case,
}

impl Word {
    pub(crate) fn id(&self) -> WordId {
        WordId(self.look.number)
    }
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
}

/// The words of all texts since they were last forgotten, numbered as they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    list: Vec<Word>,
    epoch: Epoch,
}

impl Words {
    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The word as it reads.
    #[inline]
    pub(crate) fn letters(&self, id: WordId) -> &str {
        self.list.get(id.index()).map_or("", |word| &word.letters)
    }

    /// Its folded form in the word lists.
    #[inline]
    pub(crate) fn listed(&self, id: WordId) -> Listed {
        self.list.get(id.index()).map_or(Listed::default(), |word| word.listed)
    }

    /// What may begin with it.
    #[inline]
    pub(crate) fn opens(&self, id: WordId) -> Openings {
        self.list.get(id.index()).map_or(Openings::default(), |word| word.opens)
    }

    /// The word in numbers.
    #[inline]
    pub(crate) fn look(&self, id: WordId) -> Look {
        self.list.get(id.index()).map_or(Look::NONE, |word| word.look)
    }

    /// Since when [`Look::number`]s are given out.
    pub(crate) fn epoch(&self) -> Epoch {
        self.epoch
    }
}

/// The words that a text is read with: all that are known. They are lent to it, and come back when it is dropped.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Words,
    /// `None` in a copy: it was lent nothing.
    known: Option<Box<Known>>,
}

impl Vocabulary {
    /// With the words of a text that has been cut up.
    pub(crate) fn of(mut known: Box<Known>) -> Self {
        Vocabulary { words: std::mem::take(&mut known.words), known: Some(known) }
    }
}

impl Deref for Vocabulary {
    type Target = Words;

    #[inline]
    fn deref(&self) -> &Words {
        &self.words
    }
}

impl Clone for Vocabulary {
    fn clone(&self) -> Self {
        Vocabulary { words: self.words.clone(), known: None }
    }
}

impl Drop for Vocabulary {
    fn drop(&mut self) {
        if let Some(mut known) = self.known.take() {
            known.words = std::mem::take(&mut self.words);
            // Of two texts that were read at once, what more was learnt from. A thread that ends keeps nothing.
            _ = KNOWN.try_with(|kept| {
                let other = kept.take().filter(|other| other.words.len() > known.words.len());
                kept.set(Some(other.unwrap_or(known)));
            });
        }
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
    /// The words of the texts read so far, but while they are lent to a text.
    static KNOWN: Cell<Option<Box<Known>>> = const { Cell::new(None) };
}

/// So many words, and so many letters of them, are kept at most when another text begins.
const WORDS: usize = 1 << 14;
const LETTERS: usize = 1 << 20;

/// The words of all texts since they were last forgotten, and how they are found.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) words: Words,
    letters: usize,
    by_hash: Slots,
    /// The words that found no room there: only a text made to collide has any.
    crowd: HashMap<Box<str>, u32>,
    /// Kept only for its room.
    form: String,
}

impl Known {
    /// What is known when a text begins.
    pub(crate) fn recall() -> Box<Known> {
        let kept = |known: &Known| known.words.len() < WORDS && known.letters < LETTERS;
        KNOWN.take().filter(|known| kept(known)).unwrap_or_else(|| {
            let mut known = Box::<Known>::default();
            known.words.epoch = Epoch::begin();
            known
        })
    }

    /// The word that reads as `letters`, which have this hash; it, and its folded form, are added unless they are here.
    pub(crate) fn add(&mut self, letters: &str, hash: u32) -> &Word {
        let number = self.find(letters, hash).unwrap_or_else(|| self.learn(letters, hash));
        &self.words.list[number as usize]
    }

    fn learn(&mut self, letters: &str, hashed: u32) -> u32 {
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
            self.words.list.get(number as usize).is_some_and(|word| same(word.letters.as_bytes(), letters.as_bytes()))
        };
        let found = self.by_hash.find(hashed, is);
        if found.is_none() && !self.crowd.is_empty() { self.crowd.get(letters).copied() } else { found }
    }

    /// Adds a word; without a folded form it is folded itself.
    fn push(&mut self, letters: &str, hash: u32, folded: Option<u32>) -> u32 {
        let number = self.words.len() as u32;
        let form = folded.and_then(|folded| self.words.list.get(folded as usize));
        let (word, cluster, listed) = match form {
            Some(form) => (form.look.word, form.look.cluster, form.listed),
            None => (hash, Cluster::of(hash), lexicon::find(letters, hash)),
        };
        let look = Look { word, shape: shape(letters), cluster, number };
        let case = Case::of(letters);
        let opens = Openings::of(letters, form.map_or(letters, |form| &form.letters), case, listed);
        let folded = WordId(folded.unwrap_or(number));
        self.letters += letters.len();
        self.words.list.push(Word { letters: letters.into(), listed, opens, look, folded, case });
        for lost in self.by_hash.insert(hash, number) {
            self.crowd.insert(self.words.letters(WordId(lost)).into(), lost);
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

    fn read(words: &[&str]) -> (Vec<WordId>, Vocabulary) {
        let mut known = Known::recall();
        let ids = words.iter().map(|word| known.add(word, hash(word.as_bytes())).id()).collect();
        (ids, Vocabulary::of(known))
    }

    #[test]
    fn a_word_is_kept_once() {
        let (ids, words) = read(&["Élan", "elan", "Élan"]);
        let (capital, lower) = (ids[0], ids[1]);
        assert_ne!(capital, lower);
        assert_eq!(ids[2], capital);
        let word = |id: WordId| &words.list[id.index()];
        assert_eq!((word(capital).folded, word(lower).folded), (lower, lower));
        assert_eq!((words.letters(capital), words.letters(lower)), ("Élan", "elan"));
        assert_eq!((word(capital).case, word(lower).case), (Case::Title, Case::Lower));
        assert_eq!(words.look(capital).word, hash(b"elan"));
    }

    #[test]
    fn a_word_is_the_same_whatever_was_read_before() {
        let look = |(ids, words): &(Vec<WordId>, Vocabulary)| {
            ids.iter().map(|id| Look { number: 0, ..words.look(*id) }).collect::<Vec<_>>()
        };
        forget();
        let cold = read(&["The", "road", "the"]);
        let beside = read(&["A", "road", "to", "The", "sea", "the"]);
        assert_ne!(cold.1.epoch(), beside.1.epoch());
        let (looks, epoch, ids) = (look(&cold), cold.1.epoch(), cold.0.clone());
        let copy = cold.1.clone();
        drop(beside);
        drop(cold);
        assert_eq!(kept(), 7);
        let warm = read(&["The", "road", "the"]);
        assert_eq!((looks, copy.letters(ids[1]), copy.epoch()), (look(&warm), "road", epoch));
        assert_ne!(warm.1.epoch(), epoch);
        forget();
        assert_ne!(read(&["The"]).1.epoch(), warm.1.epoch());
    }

    #[test]
    fn what_is_kept_is_bounded() {
        for text in 0..9 {
            let words: Vec<String> = (0..5000).map(|n| format!("w{text}x{n}")).collect();
            drop(read(&words.iter().map(String::as_str).collect::<Vec<_>>()));
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
