//! What the word lists say of each token: asked once an article, read by the rules and the tagger alike.

use crate::document::Document;
use crate::lexicon::{
    Entry, Table, cities, common_words, countries, facility_words, groups, name_nouns, organization_words,
    organizations, people, place_words, regions, sentence_starters, ship_prefixes, titles,
};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::vocabulary::Memo;
use std::cell::RefCell;

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
/// In any of these names.
const NAMES: Bits = COUNTRY | DEMONYM | CAPITAL | REGION | CITY | ORGANIZATION;
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
    /// The tokens with a capital, where nearly all that is about names begins.
    pub capitals: Vec<usize>,
    /// The tokens that may begin a noun for ships or storms.
    pub things: Vec<usize>,
}

impl Clues {
    /// Looks every token of `doc` up.
    pub fn new(doc: &Document) -> Self {
        thread_local! {
            static KNOWN: RefCell<Memo<Alone>> = const { RefCell::new(Memo::new()) };
        }
        let count = doc.tokens.len();
        let mut clues = Clues {
            bits: vec![0; count],
            known: Vec::with_capacity(count / 16),
            capitals: Vec::with_capacity(count / 4),
            things: Vec::new(),
        };
        KNOWN.with_borrow_mut(|known| clues.look_up(doc, known));
        clues
    }

    fn look_up(&mut self, doc: &Document, known: &mut Memo<Alone>) {
        let (epoch, mut free) = (doc.epoch(), 0);
        for (i, token) in doc.tokens.iter().enumerate() {
            let capital = token.case.is_capitalised();
            if capital {
                self.capitals.push(i);
            }
            if token.kind != TokenKind::Word {
                continue;
            }
            let alone = known.get(epoch, doc.look(i).number, || Alone::of(doc, i));
            self.bits[i] |= alone.bits;
            if alone.begins_thing {
                self.things.push(i);
            }
            if alone.begins_phrase {
                self.phrases(doc, i);
            }
            if alone.begins_name && i >= free && (capital || is_small_start(doc, i)) {
                if let Some(known) = listed(doc, i) {
                    free = known.tokens.end;
                    self.mark(known);
                }
            }
        }
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

    /// Whether any token has any of `wanted`.
    pub fn any(&self, wanted: Bits) -> bool {
        self.bits.iter().fold(0, |all, bits| all | bits) & wanted != 0
    }

    /// The listed name that begins at token `i`.
    pub fn known_at(&self, i: usize) -> Option<Known> {
        if self.at(i) & NAMES == 0 || self.has(i, INSIDE) {
            return None;
        }
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

    /// Clues from the phrases of words that begin at token `i`.
    fn phrases(&mut self, doc: &Document, i: usize) {
        let end = sentence_end(doc, i);
        for (table, clues) in PHRASES {
            if let Some((to, entry)) = table.longest(doc, i, end) {
                let (bits, last) = clues(entry);
                self.add(i, to, bits);
                self.bits[to - 1] |= last;
            }
        }
    }
}

/// What the lists say of a word wherever it stands.
#[derive(Clone, Copy)]
struct Alone {
    bits: Bits,
    /// Whether phrases of words begin with it; if not, `bits` has what is said of the word alone.
    begins_phrase: bool,
    /// Whether it is a name of the lists, or begins one.
    begins_name: bool,
    /// Whether it is a noun for ships or storms, or may begin one.
    begins_thing: bool,
}

impl Alone {
    fn of(doc: &Document, i: usize) -> Self {
        let word = doc.listed(i);
        let mut bits = people::TABLE
            .get(word)
            .map_or(0, |entry| bits(entry, &[(people::GIVEN, GIVEN), (people::SURNAME, SURNAME)]));
        if common_words::TABLE.has_word(word) {
            bits |= COMMON;
        }
        if sentence_starters::TABLE.has_word(word) {
            bits |= STARTER;
        }
        let begins_phrase = word.begins_longer(&PHRASES.map(|(table, _)| table));
        for (table, clues) in PHRASES.iter().filter(|_| !begins_phrase) {
            let (all, last) = table.get(word).map_or((0, 0), clues);
            bits |= all | last;
        }
        Alone {
            bits,
            begins_phrase,
            begins_name: word.may_begin_any(&names().map(|(table, _)| table)),
            begins_thing: ship_prefixes::TABLE.may_begin(word)
                || word.begins_longer(&[name_nouns::TABLE])
                || name_nouns::TABLE.has_tag(word, name_nouns::SHIP | name_nouns::STORM),
        }
    }
}

/// The lists of words, and what an entry of each says of all its tokens, and of the last.
const PHRASES: [(Table, fn(Entry) -> (Bits, Bits)); 4] = [
    (titles::TABLE, |entry| {
        let title = [
            (titles::HONORIFIC, HONORIFIC),
            (titles::ROLE | titles::RANK | titles::ROYAL, ROLE),
            (titles::RELATION, RELATION),
        ];
        (bits(entry, &title), TITLE_END)
    }),
    (organization_words::TABLE, |entry| {
        let word = [
            (organization_words::HEAD, ORG_HEAD),
            (organization_words::BODY, ORG_BODY),
            (organization_words::LEGAL, LEGAL),
            (organization_words::TEAM, TEAM),
            (organization_words::OF, OF),
        ];
        (bits(entry, &word), 0)
    }),
    (facility_words::TABLE, |entry| (FACILITY | bits(entry, &[(facility_words::OF, OF)]), 0)),
    (place_words::TABLE, |entry| {
        let word = [
            (place_words::END, PLACE_END),
            (place_words::START, PLACE_START),
            (place_words::UNIT, UNIT),
            (place_words::COMPASS, COMPASS),
            (place_words::OF, OF),
        ];
        (bits(entry, &word), 0)
    }),
];

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

/// Whether token `i` begins names without a capital: the article of al-Shabab.
fn is_small_start(doc: &Document, i: usize) -> bool {
    matches!(doc.folded(i), "al" | "el" | "as" | "mainland")
}

/// The longest listed name from token `i` on.
fn listed(doc: &Document, i: usize) -> Option<Known> {
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
