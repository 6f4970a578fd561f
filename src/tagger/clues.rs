//! What the word lists say of each token: asked once an article, read by the rules and the tagger alike.

use crate::document::Document;
use crate::lexicon::{
    Entry, Table, cities, common_words, countries, facility_words, groups, organization_words, organizations, people,
    place_words, regions, sentence_starters, titles,
};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// One bit a clue.
pub type Bits = u32;

/// In the name of a country's name.
pub const COUNTRY: Bits = 1;
/// In a nationality or people.
pub const DEMONYM: Bits = 1 << 1;
/// In the name of a capital or seat of government.
pub const CAPITAL: Bits = 1 << 2;
/// In the name of a region, sea or other place.
pub const REGION: Bits = 1 << 3;
/// In the name of a city or division.
pub const CITY: Bits = 1 << 4;
/// In the name of a well-known organization.
pub const ORGANIZATION: Bits = 1 << 5;
/// Not the first token of any of these.
pub const INSIDE: Bits = 1 << 6;
/// A given name.
pub const GIVEN: Bits = 1 << 7;
/// A surname.
pub const SURNAME: Bits = 1 << 8;
/// In a title that says only how a person is addressed.
pub const HONORIFIC: Bits = 1 << 9;
/// In a title that says what a person is.
pub const ROLE: Bits = 1 << 10;
/// In a word of kinship.
pub const RELATION: Bits = 1 << 11;
/// Last token of a title of any kind.
pub const TITLE_END: Bits = 1 << 12;
/// A word that organizations end in.
pub const ORG_HEAD: Bits = 1 << 13;
/// A word for a body of a state.
pub const ORG_BODY: Bits = 1 << 14;
/// A company's suffix.
pub const LEGAL: Bits = 1 << 15;
/// A club's.
pub const TEAM: Bits = 1 << 16;
/// A word that buildings end in.
pub const FACILITY: Bits = 1 << 17;
/// A word that places end in.
pub const PLACE_END: Bits = 1 << 18;
/// A word that places begin with.
pub const PLACE_START: Bits = 1 << 19;
/// A kind of district.
pub const UNIT: Bits = 1 << 20;
/// North, southern.
pub const COMPASS: Bits = 1 << 21;
/// A word of the language.
pub const COMMON: Bits = 1 << 22;
/// A name may go on after "of".
pub const OF: Bits = 1 << 23;

/// A word that begins sentences.
pub const STARTER: Bits = 1 << 24;

/// What a listed phrase names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// A country.
    Country,
    /// A nationality or its people.
    Demonym,
    /// A capital.
    Capital,
    /// A seat of government.
    Government,
    /// A region, sea, disputed land.
    Region,
    /// A city, province, state.
    City,
    /// A well-known organization.
    Organization,
    /// A people, religion, following.
    Group,
}

/// A listed phrase in the text.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it names.
    pub what: What,
    /// Country code.
    pub code: Option<[u8; 2]>,
}

/// The clues of an article.
pub struct Clues {
    bits: Vec<Bits>,
    /// Listed names, the longest at each place, in order; they do not overlap.
    pub known: Vec<Known>,
}

impl Clues {
    /// Looks every token of `doc` up.
    pub fn new(doc: &Document) -> Self {
        let mut clues = Clues { bits: vec![0; doc.tokens.len()], known: Vec::new() };
        let mut free = 0;
        for i in 0..doc.tokens.len() {
            if doc.kind(i) != TokenKind::Word {
                continue;
            }
            clues.words(doc, i);
            if i >= free && may_begin_name(doc, i) {
                if let Some(known) = listed(doc, i) {
                    free = known.tokens.end;
                    clues.mark(known);
                }
            }
        }
        clues
    }

    /// All but these clues, to see what a list adds.
    pub fn without(mut self, clues: Bits) -> Self {
        self.bits.iter_mut().for_each(|bits| *bits &= !clues);
        self
    }

    /// The clues of token `i`; none past the end.
    pub fn at(&self, i: usize) -> Bits {
        self.bits.get(i).copied().unwrap_or(0)
    }

    /// Whether token `i` has any of `wanted`.
    pub fn has(&self, i: usize, wanted: Bits) -> bool {
        self.at(i) & wanted != 0
    }

    /// The listed name that begins at token `i`.
    pub fn known_at(&self, i: usize) -> Option<Known> {
        let k = self.known.binary_search_by_key(&i, |known| known.tokens.start).ok()?;
        self.known.get(k).copied()
    }

    fn mark(&mut self, known: Known) {
        let first = match known.what {
            What::Country => COUNTRY,
            What::Demonym | What::Group => DEMONYM,
            What::Capital | What::Government => CAPITAL,
            What::Region => REGION,
            What::City => CITY,
            What::Organization => ORGANIZATION,
        };
        for i in known.tokens.iter() {
            self.bits[i] |= if i == known.tokens.start { first } else { first | INSIDE };
        }
        self.known.push(known);
    }

    fn add(&mut self, from: usize, to: usize, bits: Bits) {
        for i in from..to {
            self.bits[i] |= bits;
        }
    }

    /// Clues from the lists of words.
    fn words(&mut self, doc: &Document, i: usize) {
        let word = doc.listed(i);
        if let Some(entry) = people::TABLE.get(word) {
            self.bits[i] |= bits(entry, &[(people::GIVEN, GIVEN), (people::SURNAME, SURNAME)]);
        }
        if common_words::TABLE.has_word(word) {
            self.bits[i] |= COMMON;
        }
        if sentence_starters::TABLE.has_word(word) {
            self.bits[i] |= STARTER;
        }
        if !word.may_begin_any(&[titles::TABLE, organization_words::TABLE, facility_words::TABLE, place_words::TABLE]) {
            return;
        }
        let end = sentence_end(doc, i);
        if let Some((to, entry)) = titles::TABLE.longest(doc, i, end) {
            let bits = bits(
                entry,
                &[
                    (titles::HONORIFIC, HONORIFIC),
                    (titles::ROLE | titles::RANK | titles::ROYAL, ROLE),
                    (titles::RELATION, RELATION),
                ],
            );
            self.add(i, to, bits);
            self.bits[to - 1] |= TITLE_END;
        }
        if let Some((to, entry)) = organization_words::TABLE.longest(doc, i, end) {
            let bits = bits(
                entry,
                &[
                    (organization_words::HEAD, ORG_HEAD),
                    (organization_words::BODY, ORG_BODY),
                    (organization_words::LEGAL, LEGAL),
                    (organization_words::TEAM, TEAM),
                    (organization_words::OF, OF),
                ],
            );
            self.add(i, to, bits);
        }
        if let Some((to, entry)) = facility_words::TABLE.longest(doc, i, end) {
            self.add(i, to, FACILITY | bits(entry, &[(facility_words::OF, OF)]));
        }
        if let Some((to, entry)) = place_words::TABLE.longest(doc, i, end) {
            let bits = bits(
                entry,
                &[
                    (place_words::END, PLACE_END),
                    (place_words::START, PLACE_START),
                    (place_words::UNIT, UNIT),
                    (place_words::COMPASS, COMPASS),
                    (place_words::OF, OF),
                ],
            );
            self.add(i, to, bits);
        }
    }
}

/// The clues for the tags that `entry` has.
fn bits(entry: Entry, of: &[(u32, Bits)]) -> Bits {
    of.iter().filter(|(tags, _)| entry.has(*tags)).fold(0, |bits, (_, bit)| bits | bit)
}

/// The lists of names, and what an entry of each names.
fn names() -> [(Table, fn(Entry) -> What); 5] {
    [
        (countries::TABLE, |entry| {
            if entry.has(countries::COUNTRY) {
                What::Country
            } else if entry.has(countries::CAPITAL) {
                What::Capital
            } else {
                What::Demonym
            }
        }),
        (organizations::TABLE, |_| What::Organization),
        (regions::TABLE, |entry| if entry.has(regions::GOVERNMENT) { What::Government } else { What::Region }),
        (groups::TABLE, |_| What::Group),
        (cities::TABLE, |_| What::City),
    ]
}

/// The index after the last token of the sentence of token `i`.
pub fn sentence_end(doc: &Document, i: usize) -> usize {
    doc.sentences.get(doc.sentence_at(i).index()).map_or(doc.tokens.len(), |s| s.tokens.end)
}

/// Whether a name may begin at token `i`: it has a capital, or is an article such as in al-Shabab.
fn may_begin_name(doc: &Document, i: usize) -> bool {
    doc.case(i).is_capitalised()
        || (matches!(doc.folded(i), "al" | "el" | "as" | "mainland") && doc.kind(i) == TokenKind::Word)
}

/// The longest listed name from token `i` on.
fn listed(doc: &Document, i: usize) -> Option<Known> {
    if !doc.listed(i).may_begin_any(&names().map(|(table, _)| table)) {
        return None;
    }
    let end = sentence_end(doc, i);
    let mut best: Option<Known> = None;
    for (list, (table, what)) in names().into_iter().enumerate() {
        let found = table.longest_where(doc, i, end, |entry| {
            // Acronyms are names only in capitals: US, not us. The tags of both tables that know them.
            let upper = match list {
                0 => entry.has(countries::UPPER),
                1 => entry.has(organizations::UPPER),
                _ => false,
            };
            !upper || doc.case(i) == Case::Upper
        });
        if let Some((to, entry)) = found {
            let tokens = TokenRange::new(i, to);
            if best.is_none_or(|b| tokens.len() > b.tokens.len()) && written_as_name(doc, tokens) {
                best = Some(Known { tokens, what: what(entry), code: entry.code() });
            }
        }
    }
    best
}

/// Whether every word is capitalised, but for the small ones within a name.
fn written_as_name(doc: &Document, tokens: TokenRange) -> bool {
    tokens.iter().all(|i| {
        doc.kind(i) != TokenKind::Word || doc.case(i) != Case::Lower || doc.tokens[i].glued || doc.word(i).len() <= 3
    }) && tokens.iter().any(|i| doc.case(i).is_capitalised())
}
