//! Names: persons, organizations, places and other things.
//!
//! Marks: "Nikol Pashinyan", "Azeri defence ministry", "World Health Organization", "Black Sea",
//! "Russian". Does not mark: titles, a leading *the*, a possessive; days and months; words that only
//! begin a sentence or stand in a headline that capitalises every word.
//!
//! Rules, in order of trust: the user's own names ([`own`]); bodies of a state ([`bodies`]); what the tagger finds ([`crate::tagger`]), put into
//! shape ([`shape`]); acronyms of organizations, and listed names, that it missed. Then titles ([`roles`]).
//! Known misses: names in lower case; bands and brands called by common words.
//! Data: `model.bin`; countries, regions, cities, organizations, groups, people, titles, the `*-words`.
//! Follows the guidelines of CoNLL-2003 and OntoNotes for what is a name.

mod acronyms;
mod agree;
mod bodies;
mod companies;
mod context;
mod datelines;
mod headline;
mod heads;
mod missed;
mod offices;
mod own;
mod persons;
mod roles;
mod shape;
mod ships;
mod signatures;
mod storms;
mod uncased;

use super::Tell;
use super::dates::Date;
use crate::document::{BlockRole, Document, WordSet};
use crate::layer::{Layer, Spanned};
use crate::maps::HashSet;
use crate::own::Lexicon;
use crate::span::{Span, TokenRange};
use crate::tagger::{self, Class, Clues, Tagged};
use crate::wire::EntityKind;

/// A name, before it is known whose.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its tokens, without title, leading *the* and possessive.
    pub tokens: TokenRange,
    /// Its bytes.
    pub span: Span,
    /// What the words name.
    pub kind: EntityKind,
    /// Title or office before or behind it.
    pub role: Option<TokenRange>,
    /// Which of the user's own names it is.
    pub own: Option<u32>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Name {
    fn span(&self) -> Span {
        self.span
    }
}

impl Name {
    fn new(doc: &Document, tokens: TokenRange, kind: EntityKind, rule: &'static str) -> Self {
        Name { tokens, span: doc.span_of(tokens), kind, role: None, own: None, rule }
    }
}

/// Finds the names of `doc`; those of `lexicon` are the user's own. `tell` is told how much is tagged, in percent.
pub fn find(doc: &Document, dates: &Layer<Date>, lexicon: &Lexicon, tell: Tell) -> Layer<Name> {
    let clues = Clues::new(doc);
    let mut taken = Taken::new(doc);
    for date in dates {
        taken.add(doc.tokens_in(date.span));
    }
    // "Share on Facebook" is about nobody.
    for controls in doc.blocks.iter().filter(|block| block.role == BlockRole::Link) {
        taken.add(controls.tokens);
    }
    let mut names = Vec::new();
    let mut tagged = shape::people_of_places(doc, &clues, tagger::tag(doc, &clues, tell));
    context::with_listed(doc, &clues, &mut tagged);
    context::with_neighbours(doc, &clues, &mut tagged);
    context::with_particles(doc, &mut tagged);
    context::with_suffixes(doc, &mut tagged);
    acronyms::join_spelled(doc, &clues, &mut tagged);
    acronyms::given_names(doc, &mut tagged);
    signatures::cut(doc, &clues, &mut tagged);
    persons::whole(doc, &clues, &mut tagged);
    ships::find(doc, &clues, &mut tagged);
    companies::find(doc, &clues, &mut tagged);
    context::places(doc, &clues, &mut tagged);
    context::aged(doc, &clues, &mut tagged);
    context::of_states(doc, &clues, &mut tagged);
    context::remembered(doc, &mut tagged);
    heads::classify(doc, &clues, &mut tagged);
    tagged.retain(|name| name.class != Class::Organization || !heads::is_field(doc, &clues, name.tokens));
    persons::told(doc, &clues, &mut tagged);
    datelines::find(doc, &clues, &mut tagged);
    agree::agree(doc, &clues, &mut tagged);
    agree::employers(doc, &clues, &mut tagged);
    offices::classify(doc, &clues, &mut tagged);
    agree::bodies(doc, &mut tagged);
    acronyms::given_names(doc, &mut tagged);
    agree::cities_without_clubs(doc, &clues, &mut tagged);
    agree::parts(doc, &clues, &mut tagged);
    acronyms::drop_plain(doc, &clues, &mut tagged);
    agree::foreign_words(doc, &clues, &mut tagged);
    let unmarked = uncased::find(doc, &clues, &tagged);
    headline::doubt(doc, &clues, &mut tagged);
    let lands = Lands::new(doc, &tagged);
    agree::lands_are_no_people(doc, &clues, &mut tagged, &lands);
    for name in tagged.iter_mut().filter(|name| name.class == Class::Place) {
        name.tokens = shape::without_headline_word(doc, &clues, name.tokens, &lands);
    }
    let storms = storms::find(doc, &clues);
    let called = storms::take_out(doc, &clues, &storms, &mut tagged);
    let again = storms::again(doc, &clues, &storms);
    for tokens in storms.into_iter().chain(called) {
        if taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Event, "names/storm"));
        }
    }
    for tokens in bodies::find(doc, &clues, &lands) {
        if taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Organization, "names/state-body"));
            names.extend(bodies::state(doc, &clues, tokens));
        }
    }
    for tagged in tagged {
        for tokens in shape::parts(doc, &clues, tagged) {
            if taken.add(tokens) {
                names.push(Name::new(doc, tokens, kind(tagged.class), "names/tagger"));
            }
        }
    }
    for tokens in again {
        if taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Event, "names/storm"));
        }
    }
    for tagged in unmarked {
        if taken.add(tagged.tokens) {
            names.push(Name::new(doc, tagged.tokens, kind(tagged.class), "names/letters-tell-nothing"));
        }
    }
    own::put(doc, &clues, lexicon, &mut taken, &mut names);
    missed::find(doc, &clues, &mut taken, &mut names);
    crate::sort::by_key(&mut names, |name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    roles::add(doc, &clues, &mut names);
    Layer::new(names)
}

/// The places that the article itself names, its headline aside.
struct Lands {
    /// As they read, folded.
    whole: HashSet<String>,
    /// Their last words.
    last: WordSet,
}

impl Lands {
    fn new(doc: &Document, tagged: &[Tagged]) -> Self {
        let in_body = |i: usize| doc.block(doc.block_at(i)).role == BlockRole::Body;
        let places = || tagged.iter().filter(|tagged| tagged.class == Class::Place && in_body(tagged.tokens.start));
        Lands {
            whole: places().map(|place| doc.read(place.tokens).to_lowercase()).collect(),
            last: WordSet::of(doc, places().map(|place| place.tokens.end - 1)),
        }
    }

    /// Whether one of them reads so.
    fn has(&self, doc: &Document, tokens: TokenRange) -> bool {
        self.whole.contains(&doc.read(tokens).to_lowercase())
    }
}

fn kind(class: Class) -> EntityKind {
    match class {
        Class::Person => EntityKind::Person,
        Class::Organization => EntityKind::Organization,
        Class::Place => EntityKind::Place,
        Class::Facility => EntityKind::Facility,
        Class::Group => EntityKind::Group,
        Class::Product => EntityKind::Product,
        Class::Other => EntityKind::Other,
    }
}

/// Which tokens are spoken for.
struct Taken(Vec<bool>);

impl Taken {
    fn new(doc: &Document) -> Self {
        Taken(vec![false; doc.tokens.len()])
    }

    /// Whether none of `tokens` is spoken for.
    fn is_free(&self, tokens: TokenRange) -> bool {
        self.0.get(tokens.iter()).is_some_and(|taken| taken.iter().all(|t| !t))
    }

    /// Takes `tokens` whatever they were, or sets them free.
    fn set(&mut self, tokens: TokenRange, taken: bool) {
        if let Some(tokens) = self.0.get_mut(tokens.iter()) {
            tokens.fill(taken);
        }
    }

    /// Takes `tokens`, if all of them are free and there are any.
    fn add(&mut self, tokens: TokenRange) -> bool {
        let free = !tokens.is_empty() && self.is_free(tokens);
        if free {
            self.0[tokens.iter()].fill(true);
        }
        free
    }
}
