//! Finds names of many words in one walk: a trie over words, so that a longer list costs no more.

use super::MOST_WORDS;
use crate::Error;
use crate::document::Document;
use crate::maps::HashMap;
use crate::segment;
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// A name of the list in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Match {
    /// Its tokens, without "the".
    pub(crate) tokens: TokenRange,
    /// Index of the name in the list.
    pub(crate) name: u32,
    /// How many words the name has.
    pub(crate) words: usize,
}

/// What a word of the list asks of the word in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Capitals {
    /// Nothing: it is in lower case itself.
    Any,
    /// A capital somewhere.
    Some,
    /// Capitals only: "US" is not "us", nor "Us".
    All,
}

#[derive(Clone, Debug)]
struct End {
    name: u32,
    capitals: Vec<Capitals>,
    /// The name begins with a "the" that is not marked.
    article: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Trie {
    words: HashMap<String, u32>,
    /// From a node by a word to the next node; the root is 0.
    next: HashMap<(u32, u32), u32>,
    ends: HashMap<u32, End>,
}

impl Trie {
    /// Files `name` under its words.
    pub(super) fn add(&mut self, name: &str, index: u32) -> Result<(), Error> {
        let doc = segment::tokens(name);
        let words: Vec<usize> = (0..doc.tokens.len()).filter(|i| !is_hyphen(&doc, *i)).collect();
        if words.len() > MOST_WORDS {
            return Err(Error::new(format!(
                "the name has {} words; at most {MOST_WORDS} can be looked for",
                words.len()
            )));
        }
        if !words.iter().any(|i| matches!(doc.kind(*i), TokenKind::Word | TokenKind::Number)) {
            return Err(Error::new("there is no word in the name; give one, or take the line out"));
        }
        let mut node = 0;
        for i in &words {
            let id = self.words.len() as u32;
            let word = *self.words.entry(key(&doc, *i).to_string()).or_insert(id);
            let fresh = self.next.len() as u32 + 1;
            node = *self.next.entry((node, word)).or_insert(fresh);
        }
        let capitals = words.iter().map(|i| asks(&doc, *i)).collect();
        let article = words.len() > 1 && doc.word(0) == "the";
        self.ends.insert(node, End { name: index, capitals, article });
        Ok(())
    }

    /// The longest names, from the left.
    pub(super) fn find(&self, doc: &Document) -> Vec<Match> {
        let mut found = Vec::new();
        for block in &doc.blocks {
            // A text in lower case throughout tells nothing by its capitals.
            let lower = !block.tokens.iter().any(|i| doc.case(i).is_capitalised());
            let mut i = block.tokens.start;
            while i < block.tokens.end {
                let longest = self.longest(doc, i, lower);
                i = longest.map_or(i + 1, |found| found.tokens.end);
                found.extend(longest);
            }
        }
        found
    }

    fn longest(&self, doc: &Document, start: usize, lower: bool) -> Option<Match> {
        let sentence = doc.sentence(doc.sentence_at(start)).tokens;
        let mut path = [0; MOST_WORDS];
        let (mut node, mut words, mut best) = (0, 0, None);
        for i in start..sentence.end {
            if i > start && is_hyphen(doc, i) {
                continue;
            }
            let step = self.words.get(key(doc, i)).and_then(|word| self.next.get(&(node, *word)));
            let (Some(next), Some(place)) = (step, path.get_mut(words)) else { break };
            (node, *place) = (*next, i);
            words += 1;
            let end = self
                .ends
                .get(&node)
                .filter(|end| lower || end.capitals.iter().zip(&path).all(|(capitals, i)| capitals.fits(doc, *i)));
            if let Some(end) = end {
                let first = if end.article { path[1] } else { start };
                best = Some(Match { tokens: TokenRange::new(first, i + 1), name: end.name, words });
            }
        }
        best
    }
}

impl Capitals {
    fn fits(self, doc: &Document, i: usize) -> bool {
        match self {
            Capitals::Any => true,
            Capitals::Some => doc.word(i).chars().any(char::is_uppercase),
            Capitals::All => doc.case(i) == Case::Upper,
        }
    }
}

/// Longer words in capitals are written as names, too: Unicef, Nato.
const SHORT: usize = 3;

fn asks(doc: &Document, i: usize) -> Capitals {
    let word = doc.word(i);
    if doc.case(i) == Case::Upper && word.chars().filter(|c| c.is_alphabetic()).count() <= SHORT {
        Capitals::All
    } else if word.chars().any(char::is_uppercase) {
        Capitals::Some
    } else {
        Capitals::Any
    }
}

/// The word without the full stop of an abbreviation: "St." is "St".
fn key<'d>(doc: &'d Document, i: usize) -> &'d str {
    let word = doc.folded(i);
    match word.trim_end_matches('.') {
        "" => word,
        bare => bare,
    }
}

/// Whether token `i` is a hyphen between two words, which a blank may stand for.
fn is_hyphen(doc: &Document, i: usize) -> bool {
    let glued = |i: usize| doc.tokens.get(i).is_some_and(|token| token.glued);
    doc.folded(i) == "-" && glued(i) && glued(i + 1)
}
