//! The user's own names: what a list says is believed before the tagger and the embedded word lists.
//!
//! A list is lines of cells parted by tabs, or a JSON array, with the same fields ([`Lexicon::read`] says what
//! they mean):
//!
//! ```text
//! name             kind          canonical                          country
//! Marius Dlamini   person
//! the Tiger        person        Marius Dlamini
//! UBDF             organization  Upper Basin Development Fund       ZA
//! Blue Crane       event
//! Black Friday     never
//! ```
//!
//! Names match as in the embedded lists: whatever their diacritics and over wrapped lines, with hyphens or
//! blanks between their words; the longest wins. A word with a capital in the list needs one in the text, unless
//! the paragraph has none at all.

mod find;
mod read;

use crate::document::Document;
use crate::wire::EntityKind;
use find::Trie;
use std::fmt;

pub(crate) use find::Match;

/// At most so many names are kept.
pub const MOST_NAMES: usize = 100_000;

/// At most so many words can a name have.
pub const MOST_WORDS: usize = 16;

/// A name of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnName {
    /// As the text may write it.
    pub name: String,
    /// What it names; `None`: it is never to be marked.
    pub kind: Option<EntityKind>,
    /// What it is a name of: all names with one canonical form are one entity, and it is called so.
    pub canonical: Option<String>,
    /// ISO 3166 alpha-2 code of the country that it is, or is of.
    pub country: Option<[u8; 2]>,
}

/// A line of a list that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(all(target_arch = "wasm32", feature = "js"), derive(tsify::Tsify))]
pub struct Problem {
    /// Its number, counted from 1.
    pub line: usize,
    /// What is wrong with it, and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message)
    }
}

/// The user's own names, for [`Annotator::with_lexicon`](crate::Annotator::with_lexicon).
///
/// ```
/// use newsmark::{Annotator, Lexicon};
///
/// let (lexicon, problems) = Lexicon::read("the Tiger\tperson\tMarius Dlamini\nBlue Crane\tevnt");
/// assert_eq!(problems[0].to_string(), "2: \"evnt\" is no kind; write person, organization, place, \
///     facility, group, event, product or other, or never for a name that is not to be marked");
///
/// let annotator = Annotator::default().with_lexicon(lexicon);
/// let article = annotator.annotate("Pretoria fell silent when the Tiger spoke.");
/// assert!(article.entities.list.iter().any(|entity| entity.name == "Marius Dlamini"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    names: Vec<OwnName>,
    trie: Trie,
}

impl Lexicon {
    /// Reads a list: lines of cells parted by tabs, or a JSON array where it begins with `[`. Lines that cannot be used
    /// are told and left out; the others are kept.
    ///
    /// | field | what it says |
    /// |---|---|
    /// | `name` | The name as articles write it. A lower-case *the* before it must stand there and is not marked. |
    /// | `kind` | `person`, `organization`, `place`, `facility`, `group`, `event`, `product`, `other`; `never`: nothing is marked here, unless within a longer name. |
    /// | `canonical` | What it is a name of, if not itself: `the Tiger` and `Dlamini` are one entity where both have `Marius Dlamini`. May be left out. |
    /// | `country` | Two letters, as `ZA`. May be left out. |
    ///
    /// A first line with the names of the fields gives the order of the columns; without it they stand as above. Blank lines
    /// and lines that begin with `#` are passed over. Where a name comes twice the last one counts.
    pub fn read(list: &str) -> (Self, Vec<Problem>) {
        let mut lexicon = Lexicon::default();
        let problems = lexicon.add_list(list);
        (lexicon, problems)
    }

    /// Adds all names of a list, which count before those that are there.
    pub fn add_list(&mut self, list: &str) -> Vec<Problem> {
        read::read(list, &mut |name| self.add(name))
    }

    /// Adds a name; one that is there already is replaced.
    ///
    /// # Errors
    /// Where there is no word in it or too many, or the list is full.
    pub fn add(&mut self, name: OwnName) -> Result<(), crate::Error> {
        if self.names.len() >= MOST_NAMES {
            return Err(crate::Error::new(format!("the list is full: at most {MOST_NAMES} names")));
        }
        self.trie.add(&name.name, self.names.len() as u32)?;
        self.names.push(name);
        Ok(())
    }

    /// How many names it has.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Where the names stand in `doc`, in order; none overlaps another.
    pub(crate) fn find(&self, doc: &Document) -> Vec<Match> {
        if self.is_empty() { Vec::new() } else { self.trie.find(doc) }
    }

    /// The name with this index.
    pub(crate) fn get(&self, index: u32) -> Option<&OwnName> {
        self.names.get(index as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(list: &str) -> (usize, Vec<String>) {
        let (lexicon, problems) = Lexicon::read(list);
        (lexicon.len(), problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn bad_lines_are_told_and_the_others_kept() {
        let list = "\u{FEFF}name\tkind\tcountry\r\nAna Reyes\tperson\r\n\r\nHuanta\r\n\tplace\r\nLima\tcity\r\n\
                    ?!\tplace\r\nBor\tplace\tSerbia\r\nFour, Inc\r\nLoja\tplace\tec\r\n";
        let (kept, problems) = problems(list);
        assert_eq!(kept, 2);
        let starts = [
            "4: \"Huanta\" has no kind; write",
            "5: there is no name",
            "6: \"city\" is no kind; write",
            "7: there is no word in the name",
            "8: \"Serbia\" is no country code",
            "9: \"Four, Inc\" has no kind; columns are parted by tabs",
        ];
        assert_eq!(problems.len(), starts.len(), "{problems:?}");
        for (problem, start) in problems.iter().zip(starts) {
            assert!(problem.starts_with(start), "{problem}");
        }
    }

    #[test]
    fn json_up_to_a_fault_is_kept() {
        let list = "[\n{\"name\": \"Lima\", \"kind\": \"place\"},\n{\"name\": 3},\n[],\n\n{\"name\": \"Ana Reyes\",\n\
                    \"kind\": \"person\", \"canonical\": null},\n{\"name\": \"Bor\"\n\"kind\": \"place\"}]";
        let (kept, problems) = problems(list);
        assert_eq!(kept, 2);
        assert!(problems[0].starts_with("3: {\"name\": 3} is no name; write {"), "{problems:?}");
        assert!(problems[1].starts_with("4: there is no name"), "{problems:?}");
        assert!(problems[2].starts_with("9: from here on it is no JSON: expected"), "{problems:?}");
        assert_eq!(problems.len(), 3);
        assert_eq!(super::Lexicon::read("{\"names\": []}").1.len(), 1);
        assert!(super::Lexicon::read("[]").1.is_empty());
    }

    #[test]
    fn a_list_has_bounds() {
        let many: String = (0..=MOST_NAMES).map(|i| format!("Name{i}\tperson\n")).collect();
        let (lexicon, problems) = Lexicon::read(&many);
        assert_eq!((lexicon.len(), problems.len()), (MOST_NAMES, 1));
        assert_eq!(problems[0].to_string(), "100001: the list is full: at most 100000 names");
        let long = format!("{}\tplace", "very ".repeat(MOST_WORDS + 1));
        assert_eq!(Lexicon::read(&long).1[0].to_string(), "1: the name has 17 words; at most 16 can be looked for");
    }
}
