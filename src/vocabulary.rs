//! The distinct words of a text: what can be told of a word wherever it stands is worked out once.

use crate::fold::fold;
use crate::lexicon::{self, Listed};
use crate::slots::{Slots, hash};
use crate::token::Case;

/// A word of a [`Document`](crate::document::Document)'s text, however often it stands there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct WordId(u32);

impl WordId {
    /// Its place in the list of words.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Words as they read and as they fold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    letters: String,
    words: Vec<Word>,
    by_hash: Slots,
    /// Kept only for its room.
    fold: String,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where its letters begin and end.
    letters: (u32, u32),
    hash: u32,
    case: Case,
    folded: WordId,
    listed: Listed,
}

impl Vocabulary {
    /// The word that reads as `letters`, and its folded form, are added unless they are known.
    pub(crate) fn add(&mut self, letters: &str) -> WordId {
        let hashed = hash(letters.as_bytes());
        if let Some(word) = self.find(letters, hashed) {
            return word;
        }
        let mut form = std::mem::take(&mut self.fold);
        form.clear();
        fold(letters, &mut form);
        let folded = (form != letters).then(|| {
            let hashed = hash(form.as_bytes());
            self.find(&form, hashed).unwrap_or_else(|| self.push(&form, hashed, None))
        });
        self.fold = form;
        self.push(letters, hashed, folded)
    }

    fn find(&self, letters: &str, hashed: u32) -> Option<WordId> {
        self.by_hash.find(hashed, |word| self.letters(WordId(word)) == letters).map(WordId)
    }

    /// Adds a word; without a folded form it is folded itself.
    fn push(&mut self, letters: &str, hash: u32, folded: Option<WordId>) -> WordId {
        let id = WordId(self.words.len() as u32);
        let start = self.letters.len() as u32;
        self.letters.push_str(letters);
        let listed = match folded {
            Some(form) => self.word(form).map_or(Listed::default(), |form| form.listed),
            None => lexicon::find(letters, hash),
        };
        self.words.push(Word {
            letters: (start, self.letters.len() as u32),
            hash,
            case: Case::of(letters),
            folded: folded.unwrap_or(id),
            listed,
        });
        self.by_hash.insert(hash, id.0);
        id
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    fn word(&self, id: WordId) -> Option<&Word> {
        self.words.get(id.index())
    }

    /// The word as it reads.
    pub(crate) fn letters(&self, id: WordId) -> &str {
        self.word(id).and_then(|word| self.letters.get(word.letters.0 as usize..word.letters.1 as usize)).unwrap_or("")
    }

    /// Its folded form.
    pub(crate) fn folded(&self, id: WordId) -> WordId {
        self.word(id).map_or(id, |word| word.folded)
    }

    /// What its letters hash to.
    pub(crate) fn hash(&self, id: WordId) -> u32 {
        self.word(id).map_or(0, |word| word.hash)
    }

    /// How it is capitalised.
    pub(crate) fn case(&self, id: WordId) -> Case {
        self.word(id).map_or(Case::None, |word| word.case)
    }

    /// Its folded form in the word lists.
    pub(crate) fn listed(&self, id: WordId) -> Listed {
        self.word(id).map_or(Listed::default(), |word| word.listed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once() {
        let mut words = Vocabulary::default();
        let (capital, lower) = (words.add("Élan"), words.add("elan"));
        assert_ne!(capital, lower);
        assert_eq!(words.add("Élan"), capital);
        assert_eq!((words.folded(capital), words.folded(lower)), (lower, lower));
        assert_eq!((words.letters(capital), words.letters(lower)), ("Élan", "elan"));
        assert_eq!((words.case(capital), words.case(lower)), (Case::Title, Case::Lower));
        assert_eq!(words.hash(lower), hash(b"elan"));
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
