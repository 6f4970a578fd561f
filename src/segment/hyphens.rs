//! Hyphens at the end of a line: `govern-/ment` is one word, `Nagorno-/Karabakh` keeps its hyphen.

use super::chars::is_blank;
use crate::lexicon::{common_words, hyphen_prefixes, hyphen_suffixes};
use crate::maps::HashSet;
use std::borrow::Cow;
use std::cell::OnceCell;

/// Decides for one text, which may have the word elsewhere in one line.
pub(crate) struct Hyphens<'t> {
    text: &'t str,
    words: OnceCell<HashSet<Cow<'t, str>>>,
}

impl<'t> Hyphens<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Hyphens { text, words: OnceCell::new() }
    }

    /// Whether the hyphen between `head`, at a line's end, and `tail`, below, only breaks the word.
    pub(crate) fn breaks(&self, head: &str, tail: &str) -> bool {
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        let words = self.words.get_or_init(|| self.collect());
        if words.contains(format!("{head}{tail}").as_str()) {
            return true;
        }
        if words.contains(format!("{head}-{tail}").as_str()) {
            return false;
        }
        if hyphen_suffixes::TABLE.has_tag(&tail, hyphen_suffixes::BREAKS) {
            return true;
        }
        if hyphen_prefixes::TABLE.has_word(&head) || hyphen_suffixes::TABLE.has_tag(&tail, hyphen_suffixes::KEEPS) {
            return false;
        }
        let common = |word: &str| word.len() > 3 && common_words::TABLE.has_word(word);
        common(&format!("{head}{tail}")) || !(common(&head) && common(&tail))
    }

    /// The words of the text that stand in one line.
    fn collect(&self) -> HashSet<Cow<'t, str>> {
        let edge = |c: char| !c.is_alphanumeric();
        let words = self.text.split(is_blank).map(|word| word.trim_end_matches("'s").trim_matches(edge));
        let is_lower = |word: &str| word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        let lower = |word: &'t str| if is_lower(word) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        words.filter(|word| word.len() > 3).map(lower).collect()
    }
}
