//! The public JSON, version 1: what `annotate` returns in JavaScript and the command line prints.
//!
//! Every field is always present; unknown is `null`, a list at least empty. Fields may be added,
//! never renamed. These are the only boundary types; [`crate::article::Article::to_wire`] makes them.

use crate::json;
use crate::offsets::OffsetUnit;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Version of this format.
pub const VERSION: u32 = 1;

/// Defines wire types: serde both ways, TypeScript by tsify, JSON Schema by schemars.
macro_rules! wire {
    ($($(#[$meta:meta])* struct $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(all(target_arch = "wasm32", feature = "js"), derive(tsify::Tsify))]
        #[cfg_attr(all(target_arch = "wasm32", feature = "js"), tsify(missing_as_null))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    )*};
}

/// Defines wire words: closed sets of strings, as serde writes them.
macro_rules! words {
    ($($(#[$meta:meta])* enum $name:ident { $($(#[$word_meta:meta])* $word:ident,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(all(target_arch = "wasm32", feature = "js"), derive(tsify::Tsify))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$word_meta])* $word,)* }
    )*};
}

words! {
    /// What a block is for.
    enum Role {
        /// A title.
        Headline,
        /// Who wrote it.
        Byline,
        /// Place and agency before the first words.
        Dateline,
        /// What a picture shows.
        Caption,
        /// Whose picture it is.
        Credit,
        /// A web address or control.
        Link,
        /// A pointer to another article.
        Related,
        /// The article itself.
        Body,
    }
    /// What a name names.
    enum EntityKind {
        /// A person.
        Person,
        /// A company, ministry, army, party, team.
        Organization,
        /// A country, region, city, sea.
        Place,
        /// A building, airport, road.
        Facility,
        /// A nationality, people, religion.
        Group,
        /// A war, tournament, storm.
        Event,
        /// A thing made: a ship, law, film, weapon.
        Product,
        /// Anything else with a name.
        Other,
    }
    /// How a mention refers.
    enum MentionForm {
        /// The full name.
        Name,
        /// A part of it: the surname.
        Short,
        /// Its initials.
        Acronym,
        /// A noun phrase: "the minister".
        Description,
        /// "he", "it".
        Pronoun,
        /// A capital or seat for its government.
        Metonym,
    }
    /// How sure an attribution is.
    enum Certainty {
        /// The words say so.
        Stated,
        /// It follows from the context.
        Inferred,
    }
    /// Who made an annotation.
    enum Origin {
        /// This engine.
        Automatic,
        /// This engine, then changed by a person.
        Edited,
        /// A person.
        Added,
        /// This engine, and a person said no.
        Rejected,
    }
    /// How words are given.
    enum QuoteKind {
        /// A complete statement in marks.
        Direct,
        /// Marked words within the writer's sentence.
        Mixed,
        /// A reported clause without marks.
        Indirect,
        /// A title or coined word in marks: nobody's speech.
        Term,
    }
    /// How a quote's marks stand.
    enum Marks {
        /// One opens, its partner closes.
        Paired,
        /// Two different marks.
        Mismatched,
        /// The second is missing.
        Unclosed,
        /// The quotation goes on in the next paragraph.
        Carried,
        /// There are none.
        None,
    }
    /// What happened to the people counted.
    enum HarmKind {
        /// Died.
        Killed,
        /// Wounded or hurt.
        Injured,
        /// Unaccounted for.
        Missing,
        /// Taken hostage, prisoner, kidnapped.
        Captured,
        /// Arrested or jailed.
        Detained,
        /// Fled, evacuated, homeless.
        Displaced,
        /// Harmed, the text does not say how.
        Casualties,
    }
    /// How a number bounds the count.
    enum Bound {
        /// The number itself.
        Exact,
        /// That or more.
        #[serde(rename = "at_least")]
        AtLeast,
        /// That or fewer.
        #[serde(rename = "at_most")]
        AtMost,
        /// About that.
        Approx,
        /// Between two numbers.
        Range,
        /// "dozens", "several".
        Vague,
        /// "no", "none".
        None,
    }
    /// How the figures of a ledger row stand to each other.
    enum Reading {
        /// There is one figure.
        Single,
        /// The same claim by the same source again.
        Repeats,
        /// Another source gives the same count.
        Agrees,
        /// Parts sum to the whole.
        AddsUp,
        /// Parts are more than the whole.
        Exceeds,
        /// A later count by the same source.
        Updates,
        /// Two sources differ.
        Conflicts,
    }
}

wire! {
    /// An annotated article.
    struct Article {
        /// Version of the format: 1.
        version: u32,
        /// Name and version of the engine.
        engine: String,
        /// What offsets count.
        offset_unit: OffsetUnit,
        /// As given in.
        id: Option<String>,
        /// As given in.
        title: Option<String>,
        /// As given in: ISO 8601.
        published: Option<String>,
        /// The text, only on request.
        text: Option<String>,
        /// Length of the text in `offsetUnit`.
        length: u32,
        /// Paragraphs and other parts of the page.
        blocks: Vec<Block>,
        /// Sentences.
        sentences: Vec<Sentence>,
        /// Who and what the text names.
        entities: Vec<Entity>,
        /// Where it does.
        mentions: Vec<Mention>,
        /// What was said.
        quotes: Vec<Quote>,
        /// How many people were harmed.
        figures: Vec<Figure>,
        /// The figures side by side.
        ledger: Vec<Claim>,
        /// Dates.
        dates: Vec<Date>,
        /// Other counts, such as troops deployed.
        quantities: Vec<Quantity>,
        /// What the copy desk should look at.
        notes: Vec<Note>,
    }
    /// A stretch of the text, half-open.
    #[derive(Copy, Eq)]
    struct Range {
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
    }
    /// A paragraph or other part of the page.
    struct Block {
        /// `b1`, …
        id: Cow<'static, str>,
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
        /// What it is for.
        role: Role,
    }
    /// A sentence.
    struct Sentence {
        /// `s1`, …
        id: Cow<'static, str>,
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
        /// Its block's id.
        block: Cow<'static, str>,
    }
    /// Someone or something that the text names.
    struct Entity {
        /// `e1`, …
        id: Cow<'static, str>,
        /// What it is.
        kind: EntityKind,
        /// Its fullest name in the text, as it reads.
        name: String,
        /// Title or office, as the text gives it.
        role: Option<String>,
        /// ISO 3166 alpha-2 code, for a country or what is of one.
        country: Option<String>,
        /// Latitude in degrees.
        lat: Option<f64>,
        /// Longitude in degrees.
        lon: Option<f64>,
        /// Ids of its mentions, in order.
        mentions: Vec<Cow<'static, str>>,
    }
    /// One place where the text refers to something.
    struct Mention {
        /// `m1`, …
        id: Cow<'static, str>,
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
        /// Whom it refers to.
        entity: Option<Cow<'static, str>>,
        /// What the words name.
        kind: EntityKind,
        /// How they refer.
        form: MentionForm,
        /// How sure that is.
        certainty: Certainty,
        /// Who made this mark.
        origin: Origin,
        /// Which rule decided.
        rule: Cow<'static, str>,
    }
    /// Something said.
    struct Quote {
        /// `q1`, …
        id: Cow<'static, str>,
        /// How the words are given.
        kind: QuoteKind,
        /// First unit of the words.
        start: u32,
        /// After the last unit.
        end: u32,
        /// The words; several stretches where the cue breaks an indirect quote.
        content: Vec<Range>,
        /// Of a mixed quote: the reported clause that holds the marked words.
        clause: Option<Range>,
        /// How its marks stand.
        marks: Marks,
        /// The words that introduce it: "said".
        cue: Option<Range>,
        /// Who said it.
        speaker: Option<Speaker>,
        /// Id of the quote that this one goes on from.
        continues: Option<Cow<'static, str>>,
        /// Who made this mark.
        origin: Origin,
        /// Which rule decided.
        rule: Cow<'static, str>,
    }
    /// Who said something.
    struct Speaker {
        /// First unit of the words that name them, at this place.
        start: u32,
        /// After the last unit.
        end: u32,
        /// The mention there.
        mention: Option<Cow<'static, str>>,
        /// Whom it stands for.
        entity: Option<Cow<'static, str>>,
        /// How sure that is.
        certainty: Certainty,
    }
    /// A count of people harmed.
    struct Figure {
        /// `f1`, …
        id: Cow<'static, str>,
        /// What happened to them.
        kind: HarmKind,
        /// First unit of bound words, number and victims.
        start: u32,
        /// After the last unit.
        end: u32,
        /// The number.
        number: Range,
        /// The words of harm.
        cue: Vec<Range>,
        /// Smallest count claimed; null: open.
        low: Option<u64>,
        /// Largest count claimed; null: open.
        high: Option<u64>,
        /// How the number bounds the count.
        bound: Bound,
        /// Who was harmed.
        victims: Option<Victims>,
        /// The party they belong to: an entity's id.
        side: Option<Cow<'static, str>>,
        /// Who claims it; null: the article itself.
        source: Option<Source>,
        /// Whether the claim is given as unconfirmed.
        hedged: bool,
        /// A date's id.
        date: Option<Cow<'static, str>>,
        /// A place's entity id.
        place: Option<Cow<'static, str>>,
        /// Who made this mark.
        origin: Origin,
        /// Which rule decided.
        rule: Cow<'static, str>,
    }
    /// Who was harmed.
    struct Victims {
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
        /// The body or group named.
        entity: Option<Cow<'static, str>>,
    }
    /// Who claims a figure.
    struct Source {
        /// First unit of the words that name them.
        start: u32,
        /// After the last unit.
        end: u32,
        /// The mention there.
        mention: Option<Cow<'static, str>>,
        /// Whom it stands for.
        entity: Option<Cow<'static, str>>,
        /// The quote that holds the figure.
        quote: Option<Cow<'static, str>>,
        /// "said", "according to".
        cue: Option<Range>,
        /// How sure that is.
        certainty: Certainty,
    }
    /// A row of the ledger: figures about the same harm.
    struct Claim {
        /// `l1`, …
        id: Cow<'static, str>,
        /// What happened.
        kind: HarmKind,
        /// A place's entity id.
        place: Option<Cow<'static, str>>,
        /// A date's id.
        date: Option<Cow<'static, str>>,
        /// An entity's id.
        side: Option<Cow<'static, str>>,
        /// Smallest count of the row.
        low: Option<u64>,
        /// Largest count of the row.
        high: Option<u64>,
        /// Ids of its figures.
        figures: Vec<Cow<'static, str>>,
        /// How they stand to each other.
        relations: Vec<Relation>,
    }
    /// How figures of a row stand to each other.
    struct Relation {
        /// The reading.
        reading: Reading,
        /// The figure that the others are compared with.
        whole: Option<Cow<'static, str>>,
        /// The others.
        figures: Vec<Cow<'static, str>>,
        /// The same in words.
        note: String,
    }
    /// A date.
    struct Date {
        /// `d1`, …
        id: Cow<'static, str>,
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
        /// ISO 8601 or EDTF; null where it can't be told.
        value: Option<String>,
        /// Which rule decided.
        rule: Cow<'static, str>,
    }
    /// A count that is no casualty figure.
    struct Quantity {
        /// `u1`, …
        id: Cow<'static, str>,
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
        /// `money`, `percent`, `distance`, `area`, `weight`, `volume`, `speed`, `temperature`, `power`, `duration`,
        /// `age`, `force`, `people`, `other`.
        kind: Cow<'static, str>,
        /// Smallest value.
        low: Option<f64>,
        /// Largest value.
        high: Option<f64>,
        /// How the number bounds it.
        bound: Bound,
        /// The unit, or what is counted, as it reads.
        unit: Option<String>,
        /// Which rule decided.
        rule: Cow<'static, str>,
    }
    /// Something for the copy desk to look at.
    struct Note {
        /// `n1`, …
        id: Cow<'static, str>,
        /// What it is about: `figure-without-source`, …
        kind: Cow<'static, str>,
        /// First unit.
        start: u32,
        /// After the last unit.
        end: u32,
        /// Ids of what it is about.
        items: Vec<String>,
        /// What to do, in plain words.
        message: String,
    }
}

impl Article {
    /// The article as JSON text, on one line.
    pub fn to_json(&self) -> String {
        json::to_string(self).unwrap_or_default()
    }
}

impl HarmKind {
    /// The word for it, as serde writes it.
    pub fn word(self) -> &'static str {
        match self {
            HarmKind::Killed => "killed",
            HarmKind::Injured => "injured",
            HarmKind::Missing => "missing",
            HarmKind::Captured => "captured",
            HarmKind::Detained => "detained",
            HarmKind::Displaced => "displaced",
            HarmKind::Casualties => "casualties",
        }
    }
}
