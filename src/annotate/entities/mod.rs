//! Entities: which names are one and the same.
//!
//! Marks: "Nikol Pashinyan … Pashinyan" as one person; "World Health Organization (WHO) … the WHO"; "Russian
//! Foreign Ministry … the ministry"; "Nagorno-Karabakh … Karabakh"; "Moscow called for" as Russia.
//! Does not mark: pronouns, and descriptions of people ("the prime minister"): that is for [`super::references`].
//!
//! How: each name is given a key, by the rules of its kind ([`people`], [`organizations`], [`places`]); names of one
//! key are one entity. Every rule is a look-up, so the cost is linear.
//! Known misses: nicknames; a married name; "Congo" for the smaller of the two.
//! Data: countries, metonym-words, organization-words.
//! Follows the heuristics of Stanford's deterministic coreference sieve for names (Lee et al. 2013).

pub(crate) mod gender;
mod metonyms;
pub(crate) mod organizations;
mod own;
mod people;
mod phrases;
mod places;
mod positions;

use super::names::Name;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::lexicon::{Listed, countries, ship_prefixes};
use crate::maps::{HashMap, HashSet};
use crate::own::Lexicon;
use crate::span::{EntityId, MentionId, Span, TokenRange};
use crate::token::Case;
use crate::wire::{Certainty, EntityKind, MentionForm};
use phrases::{Phrase, Phrases};
use std::ops::Deref;

/// Someone or something that the text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name in the text, as it reads.
    pub name: String,
    /// Title or office, as the text gives it.
    pub role: Option<String>,
    /// ISO 3166 alpha-2 code of the country that it is, or is of.
    pub country: Option<[u8; 2]>,
    /// Where a place is: latitude and longitude.
    pub position: Option<(f32, f32)>,
}

/// One place where the text refers to an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Whom it refers to.
    pub entity: Option<EntityId>,
    /// What the words name.
    pub kind: EntityKind,
    /// How they refer.
    pub form: MentionForm,
    /// How sure that is.
    pub certainty: Certainty,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Mention {
    fn span(&self) -> Span {
        self.span
    }
}

/// The entities of an article and the places that name them.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// The entities, in the order in which the text first names them.
    pub list: Vec<Entity>,
    /// Where it does.
    pub mentions: Layer<Mention>,
    /// Of each token up to the last mention's, the mention that covers it.
    covering: Vec<Option<MentionId>>,
}

impl Entities {
    fn new(doc: &Document, list: Vec<Entity>, mentions: Layer<Mention>) -> Self {
        let end = mentions.iter().map(|mention| mention.tokens.end).max().unwrap_or(0);
        let mut covering = vec![None; end];
        for (place, mention) in mentions.iter().enumerate() {
            let mut after = place + 1;
            for i in mention.tokens.iter() {
                let span = doc.tokens[i].span;
                while mentions.get(after).is_some_and(|next| next.span.start <= span.start) {
                    after += 1;
                }
                covering[i] = longest(&mentions, after, span);
            }
        }
        Entities { list, mentions, covering }
    }

    /// The entity with this id.
    pub fn get(&self, id: EntityId) -> &Entity {
        &self.list[id.index()]
    }

    /// The mention that covers token `i`; the longest, where several do.
    pub fn mention_at(&self, i: usize) -> Option<&Mention> {
        self.mentions.get((*self.covering.get(i)?)?.index())
    }
}

/// The longest mention before the one at `after` that covers `span`.
fn longest(mentions: &Layer<Mention>, after: usize, span: Span) -> Option<MentionId> {
    // Mentions of one layer rarely nest: look a few back.
    let near = (0..after).rev().take(4).filter(|m| mentions[*m].span.contains(span));
    near.max_by_key(|m| mentions[*m].tokens.len()).map(MentionId::at)
}

/// A name, and its words.
struct Named<'a> {
    doc: &'a Document<'a>,
    name: &'a Name,
    words: Phrase,
    /// What the word lists know of them.
    listed: Listed,
}

impl<'a> Named<'a> {
    fn new(phrases: &mut Phrases, (doc, name): (&'a Document<'a>, &'a Name)) -> Self {
        let words = phrases.of(doc, name.tokens);
        let listed = if name.tokens.len() == 1 { doc.listed(name.tokens.start) } else { phrases.listed(words) };
        Named { doc, name, words, listed }
    }
}

impl Deref for Named<'_> {
    type Target = Name;
    fn deref(&self) -> &Name {
        self.name
    }
}

/// What is known of an entity wherever it is named: names of one key are one entity.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// A person by given name, surname, and "jr".
    Person(Phrase, Phrase, Option<Phrase>),
    /// A person of whom no more is told.
    Called(Phrase),
    Organization(Phrase),
    /// A country, by its code.
    Country([u8; 2]),
    Place(Phrase),
    /// A place of several names, by its number in the list of them.
    Variant(u32),
    /// A country's people.
    PeopleOf([u8; 2]),
    People(Phrase),
    Storm(Phrase),
    Thing(EntityKind, Phrase),
}

/// What a name refers to.
struct Reference {
    key: Key,
    /// Kind of the entity.
    kind: EntityKind,
    form: MentionForm,
    certainty: Certainty,
    rule: &'static str,
    country: Option<[u8; 2]>,
    /// Name of an entity that this mention does not name itself.
    called: Option<String>,
}

impl Reference {
    /// A name that says by itself what it refers to.
    fn named(key: Key, kind: EntityKind, rule: &'static str) -> Self {
        let (form, certainty) = (MentionForm::Name, Certainty::Stated);
        Reference { key, kind, form, certainty, rule, country: None, called: None }
    }

    /// A shorter form of a name given elsewhere.
    fn short(key: Key, kind: EntityKind, rule: &'static str) -> Self {
        Reference { form: MentionForm::Short, ..Reference::named(key, kind, rule) }
    }
}

/// Groups `names` into entities; `lexicon` says what the user's own names are names of.
pub fn resolve(doc: &Document, names: &Layer<Name>, lexicon: &Lexicon) -> Entities {
    let canonicals = own::Canonicals::new(lexicon, names);
    let mut phrases = Phrases::default();
    let read = names.iter().map(|name| Named::new(&mut phrases, canonicals.read(doc, name)));
    let read: Vec<Named> = read.collect();
    let phrases = &mut phrases;
    let places = places::Places::new(phrases, &read);
    let mut people = people::People::new(phrases, &read);
    let mut organizations = organizations::Organizations::new(phrases, &read);

    let mut entities = Grouping::with_capacity(names.len());
    let mut descriptions = organizations::descriptions(doc, names).into_iter().peekable();
    for (name, read) in names.iter().zip(&read) {
        while let Some(tokens) = descriptions.next_if(|tokens| tokens.start < name.tokens.start) {
            organizations.read_on(doc.sentence_at(tokens.start).index());
            if let Some(reference) = organizations.describe(phrases, doc, tokens) {
                entities.add(doc, tokens, EntityKind::Organization, reference);
            }
        }
        organizations.read_on(doc.sentence_at(name.tokens.start).index());
        let initials = doc.case(name.tokens.start) == Case::Upper && name.tokens.len() == 1;
        let is_body = initials && organizations.of_initials(phrases, doc.word(name.tokens.start)).is_some();
        let mut reference = match name.kind {
            EntityKind::Person => people.refer(phrases, read),
            EntityKind::Organization if !places::is_seat(read) => organizations.refer(phrases, read),
            _ if is_body => organizations.refer(phrases, read),
            EntityKind::Place | EntityKind::Facility | EntityKind::Group | EntityKind::Organization => {
                places.refer(phrases, read)
            }
            kind => thing(phrases, read, kind),
        };
        let own = name.own.and_then(|own| lexicon.get(own));
        reference.country = own.and_then(|own| own.country).or(reference.country);
        let canonical = canonicals.get(name);
        if let Some(canonical) = canonical {
            let form = canonical.form_of(doc, name.tokens);
            reference = Reference { form, certainty: Certainty::Stated, rule: name.rule, ..reference };
        }
        let id = entities.add(doc, name.tokens, name.kind, reference);
        if let Some(canonical) = canonical {
            entities.call(id, canonical.form);
        }
        entities.role(doc, id, name);
    }
    for tokens in descriptions {
        organizations.read_on(doc.sentence_at(tokens.start).index());
        if let Some(reference) = organizations.describe(phrases, doc, tokens) {
            entities.add(doc, tokens, EntityKind::Organization, reference);
        }
    }
    positions::locate(&mut entities.list);
    Entities::new(doc, entities.list, Layer::new(entities.mentions))
}

/// Entities as they come up.
#[derive(Default)]
struct Grouping {
    by_key: HashMap<Key, EntityId>,
    list: Vec<Entity>,
    mentions: Vec<Mention>,
    /// The entities whose name the user has given.
    called: HashSet<EntityId>,
}

impl Grouping {
    fn with_capacity(names: usize) -> Self {
        let (list, mentions) = (Vec::with_capacity(names), Vec::with_capacity(names));
        Grouping { list, mentions, ..Grouping::default() }
    }

    /// Gives an entity its name for good.
    fn call(&mut self, id: EntityId, name: &str) {
        if self.called.insert(id) {
            self.list[id.index()].name = name.to_string();
        }
    }

    fn add(&mut self, doc: &Document, tokens: TokenRange, kind: EntityKind, reference: Reference) -> EntityId {
        let Reference { key, kind: entity_kind, form, certainty, rule, country, called } = reference;
        let next = EntityId::at(self.list.len());
        let id = *self.by_key.entry(key).or_insert(next);
        if id == next {
            self.list.push(Entity {
                kind: entity_kind,
                name: String::new(),
                role: None,
                country: None,
                position: None,
            });
        }
        let entity = &mut self.list[id.index()];
        if entity.name.is_empty() || form == MentionForm::Name && !self.called.contains(&id) {
            let name = called.unwrap_or_else(|| doc.read(tokens));
            // The fullest; of those, one that is neither shouted nor whispered.
            let mixed = |name: &str| name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
            let (new, old) = (name.chars().count(), entity.name.chars().count());
            if new > old || new == old && !mixed(&entity.name) && mixed(&name) {
                entity.name = name;
            }
        }
        entity.country = entity.country.or(country);
        let span = doc.span_of(tokens);
        self.mentions.push(Mention { span, tokens, entity: Some(id), kind, form, certainty, rule });
        id
    }

    /// Takes over the title of `name`, if it is the fullest so far; a demonym in it gives the country.
    fn role(&mut self, doc: &Document, id: EntityId, name: &Name) {
        let Some(role) = name.role else { return };
        let entity = &mut self.list[id.index()];
        let words = doc.read(role);
        if entity.role.as_ref().is_none_or(|r| words.len() > r.len()) {
            entity.role = Some(words);
        }
        if entity.country.is_none() {
            // "Uganda's finance minister"; "CBK Governor", where the CBK is Kenya's.
            let stated = (role.start..role.end).find_map(|i| countries::TABLE.longest(doc, i, role.end)?.1.code());
            let within = self.mentions.iter().rev().take(4).find(|m| role.contains(m.tokens)).and_then(|m| m.entity);
            let country = stated.or_else(|| self.list[within?.index()].country);
            self.list[id.index()].country = country;
        }
    }
}

/// Another thing. A ship may drop its prefix: "MV Santa Clara" is the Santa Clara.
fn thing(phrases: &mut Phrases, name: &Named, kind: EntityKind) -> Reference {
    let (doc, TokenRange { start, end }) = (name.doc, name.tokens);
    if name.rule == "names/storm" {
        // "Lando" is Typhoon Lando.
        let key = Key::Storm(phrases.add(doc.folded(end - 1)));
        let named = Reference::named(key, kind, name.rule);
        return if end - start > 1 { named } else { Reference { form: MentionForm::Short, ..named } };
    }
    let bare = ship_prefixes::TABLE.longest(doc, start, end).map(|(bare, _)| bare).filter(|bare| *bare < end);
    let bare = phrases.of(doc, TokenRange::new(bare.unwrap_or(start), end));
    Reference::named(Key::Thing(kind, bare), kind, name.rule)
}
