//! The words of names as numbers, so that what may stand for what is looked up without a string for each question.

use crate::document::Document;
use crate::lexicon::{self, Listed};
use crate::maps::Strings;
use crate::span::TokenRange;

/// Some words as the lexicon knows them: the same number for the same words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Phrase(u32);

/// The phrases that came up.
#[derive(Default)]
pub(super) struct Phrases {
    strings: Strings,
    /// How each sounds, where that was asked.
    sounds: Vec<Option<Phrase>>,
    /// Kept only for its room.
    form: String,
}

impl Phrases {
    pub(super) fn add(&mut self, words: &str) -> Phrase {
        Phrase(self.strings.add(words))
    }

    /// The phrase, if it came up.
    pub(super) fn find(&self, words: &str) -> Option<Phrase> {
        self.strings.find(words).map(Phrase)
    }

    pub(super) fn get(&self, phrase: Phrase) -> &str {
        self.strings.get(phrase.0)
    }

    /// What the word lists know of it.
    pub(super) fn listed(&self, phrase: Phrase) -> Listed {
        lexicon::Phrase::listed(&self.get(phrase))
    }

    /// What `write` writes, as a phrase.
    pub(super) fn written(&mut self, write: impl FnOnce(&Self, &mut String)) -> Phrase {
        let mut form = std::mem::take(&mut self.form);
        form.clear();
        write(self, &mut form);
        let phrase = self.add(&form);
        self.form = form;
        phrase
    }

    /// The words of `tokens`.
    pub(super) fn of(&mut self, doc: &Document, tokens: TokenRange) -> Phrase {
        if tokens.len() == 1 {
            return self.add(doc.folded(tokens.start));
        }
        self.written(|_, form| {
            for i in tokens.iter() {
                if i > tokens.start && !doc.tokens[i].glued {
                    form.push(' ');
                }
                form.push_str(doc.folded(i));
            }
        })
    }

    /// The words one after the other.
    pub(super) fn joined(&mut self, words: &[Phrase]) -> Phrase {
        if let [word] = words {
            return *word;
        }
        self.written(|phrases, form| {
            for (i, word) in words.iter().enumerate() {
                form.push_str(if i > 0 { " " } else { "" });
                form.push_str(phrases.get(*word));
            }
        })
    }

    /// The phrase with each `spelling` of the words in it changed for the other.
    pub(super) fn respelled(&mut self, phrase: Phrase, spellings: &[(&str, &str)]) -> Phrase {
        let mut phrase = phrase;
        for (one, other) in spellings {
            let words = self.get(phrase).as_bytes();
            if words.windows(one.len()).any(|part| part == one.as_bytes()) {
                let respelled = self.get(phrase).replace(one, other);
                phrase = self.add(&respelled);
            }
        }
        phrase
    }

    /// The phrase as it sounds, roughly: y and j as i, w as v, doubled letters once. Short names differ by less.
    pub(super) fn sound(&mut self, phrase: Phrase) -> Phrase {
        const SHORT: usize = 5;
        let at = phrase.0 as usize;
        if let Some(known) = self.sounds.get(at).copied().flatten() {
            return known;
        }
        let sound = if self.get(phrase).len() < SHORT {
            phrase
        } else {
            self.written(|phrases, form| {
                let mut last = None;
                for c in phrases.get(phrase).chars() {
                    let c = match c {
                        'y' | 'j' => 'i',
                        'w' => 'v',
                        c => c,
                    };
                    if last != Some(c) {
                        form.push(c);
                    }
                    last = Some(c);
                }
            })
        };
        if self.sounds.len() <= at {
            self.sounds.resize(at + 1, None);
        }
        self.sounds[at] = Some(sound);
        sound
    }
}
