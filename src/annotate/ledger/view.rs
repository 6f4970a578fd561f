//! What the ledger asks of a figure: who gives it, whom it counts, and whether two can be the same.

use super::{sides, time};
use crate::annotate::dates::Date;
use crate::annotate::entities::{Entities, Entity};
use crate::annotate::figures::Figure;
use crate::annotate::sources::Source;
use crate::document::{BlockRole, Document};
use crate::layer::Layer;
use crate::lexicon::{countries, function_words, harms, ledger_words as words, number_words, person_nouns, say_verbs};
use crate::span::{EntityId, FigureId, TokenRange};
use crate::token::TokenKind;
use crate::wire::{Bound, HarmKind};
use std::borrow::Cow;
use std::cell::OnceCell;

/// The layers that the ledger reads.
pub(super) struct View<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    pub(super) dates: &'a Layer<Date>,
    pub(super) figures: &'a Layer<Figure>,
    pub(super) sources: &'a [Option<Source>],
    pub(super) entities: &'a Entities,
    /// Whose people each figure counts.
    sides: Vec<Option<EntityId>>,
    facts: Vec<Facts<'a>>,
}

/// What was asked of a figure before: it is compared with many others.
#[derive(Clone, Default)]
struct Facts<'a> {
    giver: OnceCell<Giver>,
    victims: OnceCell<Option<Cow<'a, str>>>,
    in_country: OnceCell<bool>,
    partial: OnceCell<bool>,
    /// Whether its words say that it is part of another.
    said_part: OnceCell<bool>,
    /// Whether the next figure is counted beside it.
    goes_on: OnceCell<bool>,
    whole: OnceCell<Option<FigureId>>,
    time: OnceCell<Option<Time>>,
    other_time: OnceCell<Option<String>>,
    of_years: OnceCell<bool>,
}

/// Who gives a figure.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Giver {
    /// The article itself.
    Article,
    /// Someone named.
    Entity(EntityId),
    /// Someone described, "a hospital official", in lower case.
    Words(String),
}

/// Words about when a count was given.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Time {
    Newer,
    Older,
}

impl<'a, 't> View<'a, 't> {
    pub(super) fn new(
        doc: &'a Document<'t>,
        dates: &'a Layer<Date>,
        figures: &'a Layer<Figure>,
        sources: &'a [Option<Source>],
        entities: &'a Entities,
    ) -> Self {
        let sides = sides::of_all(doc, figures, sources, entities);
        View { doc, dates, figures, sources, entities, sides, facts: vec![Facts::default(); figures.len()] }
    }

    fn facts(&self, id: FigureId) -> &Facts<'a> {
        &self.facts[id.index()]
    }

    pub(super) fn figure(&self, id: FigureId) -> &Figure {
        &self.figures[id.index()]
    }

    pub(super) fn source(&self, id: FigureId) -> Option<&Source> {
        self.sources.get(id.index())?.as_ref()
    }

    /// Whose people the figure counts.
    pub(super) fn side(&self, id: FigureId) -> Option<EntityId> {
        *self.sides.get(id.index())?
    }

    pub(super) fn giver(&self, id: FigureId) -> &Giver {
        self.facts(id).giver.get_or_init(|| match self.source(id) {
            None => Giver::Article,
            Some(Source { entity: Some(entity), .. }) => Giver::Entity(*entity),
            Some(source) => Giver::Words(self.named(source).to_lowercase()),
        })
    }

    fn is_pronoun(&self, source: &Source) -> bool {
        let tokens = self.doc.tokens_in(source.span);
        tokens.len() == 1 && function_words::TABLE.has_tag(self.doc.listed(tokens.start), function_words::PRONOUN)
    }

    /// The words that name the source: of a pronoun, those that it stands for.
    pub(super) fn named(&self, source: &Source) -> String {
        self.doc.read(source.stands_for.unwrap_or_else(|| self.doc.tokens_in(source.span)))
    }

    /// Whether two figures may be of one voice: "the governor" and "the governor's office", "the defence ministry" and
    /// "the ministry".
    pub(super) fn one_voice(&self, a: FigureId, b: FigureId) -> bool {
        match (self.giver(a), self.giver(b)) {
            (Giver::Words(a), Giver::Words(b)) => {
                let short =
                    |a: &str, b: &str| a.starts_with(b) || a.strip_suffix(b).is_some_and(|rest| rest.ends_with(' '));
                short(a, b) || short(b, a)
            }
            (a, b) => a == b,
        }
    }

    /// Whether the figure after this one `follows` it.
    pub(super) fn goes_on(&self, id: FigureId, follows: &dyn Fn(FigureId, FigureId) -> bool) -> bool {
        *self.facts(id).goes_on.get_or_init(|| follows(id, FigureId::at(id.index() + 1)))
    }

    pub(super) fn is_exact(&self, id: FigureId) -> bool {
        let figure = self.figure(id);
        figure.bound == Bound::Exact && figure.low.is_some() && figure.low == figure.high
    }

    /// Whether a sum can make this count: an exact one, or "at least 14" of 9 and 5; not "two Russians" of those who
    /// "included two Russians, a German and two Italians".
    pub(super) fn can_be_whole(&self, id: FigureId) -> bool {
        (self.is_exact(id) || self.figure(id).bound == Bound::AtLeast) && !self.said_to_be_part(id)
    }

    /// Whether the two are of different places, neither of which lies in the other.
    pub(super) fn elsewhere(&self, a: FigureId, b: FigureId) -> bool {
        let (x, y) = (self.figure(a).place, self.figure(b).place);
        x.is_some() && y.is_some() && x != y && !self.is_narrower(a, b) && !self.is_narrower(b, a)
    }

    pub(super) fn role(&self, id: FigureId) -> BlockRole {
        self.doc.block(self.doc.block_at(self.figure(id).number.start)).role
    }

    /// Which sentence the figure stands in.
    pub(super) fn sentence(&self, id: FigureId) -> usize {
        self.doc.sentence_at(self.figure(id).number.start).index()
    }

    pub(super) fn in_headline(&self, id: FigureId) -> bool {
        self.role(id) == BlockRole::Headline
    }

    /// The victims in one word, in the singular; `None` where it only says that they are people.
    pub(super) fn victims(&self, id: FigureId) -> Option<&str> {
        let read = || {
            let victims = self.figure(id).victims?;
            let head = singular(self.doc.folded(victims.end.checked_sub(1)?));
            (!words::TABLE.has_tag(&*head, words::ANYONE)).then_some(head)
        };
        self.facts(id).victims.get_or_init(read).as_deref()
    }

    /// Whether the two count different people: another side, another place, other victims.
    pub(super) fn distinct(&self, a: FigureId, b: FigureId) -> bool {
        let (x, y) = (self.victims(a), self.victims(b));
        x.is_some() && y.is_some() && x != y || self.other_party(a, b)
    }

    /// Whether the victims of `part` are also called what those of `whole` are: marines are troops.
    pub(super) fn is_kind_of(&self, part: FigureId, whole: FigureId) -> bool {
        let (Some(part), Some(whole)) = (self.victims(part), self.victims(whole)) else { return false };
        words::TABLE.has_tag(whole, words::FORCE) && person_nouns::TABLE.has_tag(part, person_nouns::FORCE)
    }

    /// Whether the two are of different sides or places, or listed under different names: "Lusaka 8, Central 3".
    pub(super) fn other_party(&self, a: FigureId, b: FigureId) -> bool {
        let (f, g) = (self.side(a), self.side(b));
        let sides = f.is_some() && g.is_some() && f != g;
        let (x, y) = (self.listed_as(a), self.listed_as(b));
        sides || self.elsewhere(a, b) || x.is_some() && y.is_some() && x != y
    }

    /// The name that a bare count is listed under: "Central" in "Lusaka 8, Central 3".
    pub(super) fn listed_as(&self, id: FigureId) -> Option<&str> {
        let figure = self.figure(id);
        let name = figure.number.start.checked_sub(1).filter(|_| figure.rule == "figures/listed")?;
        self.doc.case(name).is_capitalised().then(|| self.doc.word(name))
    }

    /// Whether `part` is of a place and `whole` of the country around it, or of no place that is told.
    pub(super) fn is_narrower(&self, part: FigureId, whole: FigureId) -> bool {
        match (self.place(part), self.place(whole)) {
            (Some(_), None) => true,
            (Some(inner), Some(outer)) => {
                self.in_country(whole)
                    && !self.in_country(part)
                    && (inner.country.is_none() || outer.country.is_none() || inner.country == outer.country)
            }
            _ => false,
        }
    }

    fn place(&self, id: FigureId) -> Option<&Entity> {
        self.figure(id).place.map(|place| self.entities.get(place))
    }

    /// Whether the place of a figure is a country, or is called a province of one.
    fn in_country(&self, id: FigureId) -> bool {
        let wide = |name: &str| name.ends_with(" province") || name.ends_with(" state") || name.ends_with(" region");
        let is_country = |place: &Entity| {
            // "northern Afghanistan"
            let whole = place.name.trim_start_matches(char::is_lowercase).trim_start();
            let is = |name: &str| countries::TABLE.has_tag(&name.to_lowercase(), countries::COUNTRY);
            is(whole) || wide(&place.name.to_lowercase())
        };
        *self.facts(id).in_country.get_or_init(|| self.place(id).is_some_and(is_country))
    }

    /// Whether the two can count the same people: nothing stated speaks against it, and neither
    /// is about some of them only.
    pub(super) fn comparable(&self, a: FigureId, b: FigureId) -> bool {
        self.side(a) == self.side(b) && self.victims(a) == self.victims(b) && !self.other_party(a, b)
    }

    /// Whether the two can count the same people, though only one of them says who those were: a toll is of all whom the
    /// article told of first, counts of one side are of one army, and nobody is none of anyone.
    pub(super) fn may_be_same(&self, a: FigureId, b: FigureId) -> bool {
        let one_named = self.victims(a).is_some() != self.victims(b).is_some();
        let one_side = self.side(a).is_some() && self.side(a) == self.side(b);
        let toll = |toll: FigureId, other: FigureId| {
            // "26 passengers are missing", "at least 50 people are"
            let counted =
                self.figure(toll).rule == "figures/counted-harm" || self.figure(toll).kind == HarmKind::Missing;
            let more = || counted && self.figure(toll).low > self.figure(other).high;
            let all = self.figure(toll).rule == "figures/toll" || self.is_count_of_bodies(toll) || more();
            all && self.victims(toll).is_none() && self.leads(other)
        };
        let none = |id: FigureId| self.figure(id).bound == Bound::None && self.victims(id).is_none();
        let told =
            one_side || self.is_strikes(a) || self.is_strikes(b) || toll(a, b) || toll(b, a) || none(a) || none(b);
        one_named && told && self.side(a) == self.side(b) && !self.distinct(a, b)
    }

    /// "28 died last week", against "340 in all", "340 so far".
    pub(super) fn is_running(&self, all: FigureId, other: FigureId) -> bool {
        let end = self.doc.token_at(self.figure(all).span.end);
        let runs = |i: usize| {
            let words = (self.doc.folded(i), self.doc.folded(i + 1));
            matches!(words, ("in", "all" | "total") | ("so", "far") | ("altogether", _))
        };
        self.figure(all).low > self.figure(other).high && self.figure(other).date.is_some() && (end..end + 5).any(runs)
    }

    /// "We received 23 bodies": there may be more, but not fewer.
    pub(super) fn is_count_of_bodies(&self, id: FigureId) -> bool {
        let bodies = |cue: &TokenRange| self.doc.is_one_of(cue.end - 1, &["bodies", "corpses", "coffins"]);
        self.figure(id).cue.iter().any(bodies)
    }

    /// "The army said its planes had killed 27 terrorists": who struck says so of all whom the strike killed.
    fn is_strikes(&self, id: FigureId) -> bool {
        const LEAD: usize = 60;
        let called = self.victims(id).is_some_and(|victims| words::TABLE.has_tag(victims, words::CALLED));
        let strikes = |i: usize| words::TABLE.has_tag(self.doc.listed(i), words::STRIKE);
        called && self.figure(id).rule == "figures/object" && (0..LEAD.min(self.doc.tokens.len())).any(strikes)
    }

    /// Whether the figure is the first of its kind below the headline.
    pub(super) fn leads(&self, id: FigureId) -> bool {
        let kind = self.figure(id).kind;
        let same = |other: &FigureId| self.figure(*other).kind == kind && !self.in_headline(*other);
        (0..=id.index()).map(FigureId::at).find(same) == Some(id)
    }

    /// "Nobody was missing": of anyone, at any time; not "none of its men", "nobody since noon".
    pub(super) fn is_denial(&self, id: FigureId) -> bool {
        const SHORT: usize = 16;
        let figure = self.figure(id);
        let sentence = self.doc.sentence(self.doc.sentence_at(figure.number.start)).tokens;
        let limits = ["of", "among", "since", "after", "on", "in", "at", "when", "while", "so", "yet", "its", "their"];
        // "There were no hostages and the barracks was calm"
        let end = (figure.number.end..sentence.end).find(|i| self.doc.is_one_of(*i, &["and", ",", ";"]));
        let clause = TokenRange::new(sentence.start, end.unwrap_or(sentence.end));
        let limited = clause.iter().take(SHORT).any(|i| limits.contains(&self.doc.folded(i)));
        figure.bound == Bound::None && figure.date.is_none() && clause.len() <= SHORT && !limited
    }

    /// The figure that this one is a part of: "12 people, including three children and a woman".
    pub(super) fn whole_of(&self, id: FigureId) -> Option<FigureId> {
        *self.facts(id).whole.get_or_init(|| self.read_whole(id))
    }

    fn read_whole(&self, id: FigureId) -> Option<FigureId> {
        const STEPS: usize = 4;
        let sentence = self.doc.sentence_at(self.figure(id).number.start);
        let mut at = id;
        for _ in 0..STEPS {
            let before = at.index().checked_sub(1).map(FigureId::at)?;
            let (figure, other) = (self.figure(at), self.figure(before));
            if other.kind != figure.kind || self.doc.sentence_at(other.number.start) != sentence {
                return None;
            }
            if self.said_to_be_part(at) {
                return Some(before);
            }
            let first = self.doc.token_at(figure.span.start);
            if !matches!(self.doc.folded(first.saturating_sub(1)), "and" | ",") {
                return None;
            }
            at = before;
        }
        None
    }

    /// Whether the count is of some of the people counted: "two of the injured", "of the 200 injured, 50 …",
    /// "including three", "seven more".
    pub(super) fn is_partial(&self, id: FigureId) -> bool {
        *self.facts(id).partial.get_or_init(|| self.read_partial(id))
    }

    fn read_partial(&self, id: FigureId) -> bool {
        let (doc, figure) = (self.doc, self.figure(id));
        let sentence = doc.sentence(doc.sentence_at(figure.number.start)).tokens;
        let end = figure.number.end;
        let by_number = match doc.folded(end) {
            "of" => {
                // "Two of his own officers", "12 of their hostages".
                let owned = || doc.is_one_of(end + 1, &["their", "its", "his", "her"]);
                let harmed = || harms::TABLE.has_tag(doc.listed(end + 2), harms::NOUN | harms::GROUP);
                doc.is_one_of(end + 1, &["the", "those", "them", "these"])
                    || doc.kind(end + 1) == TokenKind::Number
                    || number_words::TABLE.has_word(doc.listed(end + 1))
                    || owned() && (doc.folded(end + 2) == "own" || harmed())
            }
            "in" => (end + 1..end + 5).any(|i| doc.folded(i) == "condition") && figure.rule != "figures/passive",
            "more" | "new" | "further" | "additional" => true,
            // "wounded 31, two seriously"
            "seriously" | "critically" | "badly" | "severely" | "slightly" | "lightly" | "gravely" => true,
            _ => false,
        };
        let before = match doc.folded(figure.number.start.saturating_sub(1)) {
            // "59 were killed and another 214 hurt" counts all who were hurt.
            "another" => {
                let told = |other: FigureId| self.figure(other).kind == figure.kind;
                (0..id.index().min(64)).map(FigureId::at).any(told)
            }
            // "The 15 must be presumed dead": those told of.
            "the" => figure.victims.is_none() && figure.hedged,
            "last" => true,
            _ => false,
        };
        // "a third man", "12 of 30 hostages", "12 of their hostages"
        let ordinal = |i| {
            matches!(
                doc.folded(i),
                "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "another" | "both"
            )
        };
        let first = || {
            let these = || doc.is_one_of(sentence.start + 1, &["these", "those", "them"]);
            doc.folded(sentence.start) == "of" && figure.number.start > sentence.start + if these() { 1 } else { 4 }
        };
        // "Two men, aged 50 and 46": these two in particular.
        let aged = || {
            let after = doc.token_at(figure.span.end);
            (after..after + 2).any(|i| doc.folded(i) == "aged")
        };
        by_number
            || before
            || figure.rule == "figures/part-of"
            || (figure.number.start..end + 1).any(ordinal)
            || first()
            || aged()
            || self.is_of_injured(id)
            || self.is_witnessed(id)
            || self.said_to_be_part(id)
    }

    /// "58 were treated for wounds. Three died": of those, by the same source.
    fn is_of_injured(&self, id: FigureId) -> bool {
        let figure = self.figure(id);
        let died = figure.cue.iter().any(|cue| self.doc.is_one_of(cue.start, &["died", "dies", "succumbed"]));
        let bare = figure.victims.is_none() && figure.bound == Bound::Exact && died;
        let Some(before) = id.index().checked_sub(1).map(FigureId::at).filter(|_| bare) else { return false };
        let other = self.figure(before);
        other.kind == HarmKind::Injured
            && other.low > figure.low
            && self.sentence(before) + 2 > self.sentence(id)
            && (self.giver(id) == self.giver(before) || self.source(id).is_none_or(|source| self.is_pronoun(source)))
    }

    /// "I pulled out three girls; two were dead": those that one person saw.
    fn is_witnessed(&self, id: FigureId) -> bool {
        let sentence = self.doc.sentence(self.doc.sentence_at(self.figure(id).number.start)).tokens;
        let first = sentence.start + usize::from(self.doc.kind(sentence.start) == TokenKind::Quote);
        self.doc.folded(first) == "i" && !self.is_count_of_bodies(id)
    }

    /// "60 had died in her district alone": elsewhere there were others.
    pub(super) fn is_alone(&self, id: FigureId) -> bool {
        const BEHIND: usize = 8;
        let end = self.doc.tokens_in(self.figure(id).span).end;
        let sentence = self.doc.sentence(self.doc.sentence_at(self.figure(id).number.start)).tokens;
        (end..sentence.end.min(end + BEHIND)).any(|i| self.doc.folded(i) == "alone")
    }

    /// "The hospital received 84 injured": there may be more elsewhere.
    pub(super) fn is_received(&self, id: FigureId) -> bool {
        const BEFORE: usize = 8;
        let start = self.doc.tokens_in(self.figure(id).span).start;
        (start.saturating_sub(BEFORE)..start).any(|i| self.doc.folded(i) == "received")
    }

    /// "including three", "three of them".
    fn said_to_be_part(&self, id: FigureId) -> bool {
        *self.facts(id).said_part.get_or_init(|| self.read_said_part(id))
    }

    fn read_said_part(&self, id: FigureId) -> bool {
        const BEFORE: usize = 4;
        const BEHIND: usize = 2;
        let figure = self.figure(id);
        let sentence = self.doc.sentence(self.doc.sentence_at(figure.number.start)).tokens;
        let first = self.doc.token_at(figure.span.start);
        let before = TokenRange::new(first.saturating_sub(BEFORE).max(sentence.start), first);
        let behind = TokenRange::new(figure.number.end, (figure.number.end + BEHIND).min(sentence.end));
        self.said(before, words::PART).is_some()
            || words::TABLE.longest_where(self.doc, behind.start, behind.end, |entry| entry.has(words::PART)).is_some()
    }

    /// The last token in `range` that begins a phrase with one of `tags`.
    fn said(&self, range: TokenRange, tags: u32) -> Option<usize> {
        let begins = |i: &usize| words::TABLE.longest_where(self.doc, *i, range.end, |entry| entry.has(tags)).is_some();
        range.iter().rev().find(begins)
    }

    /// Whether `newer` is of a later day than `older`: "on Friday seven, by Saturday 21".
    pub(super) fn later(&self, newer: FigureId, older: FigureId) -> bool {
        let day = |id: FigureId| {
            let value = self.dates.get(self.figure(id).date?.index())?.value.as_deref()?;
            (value.len() == "2022-08-04".len()).then_some(value)
        };
        day(newer).zip(day(older)).is_some_and(|(newer, older)| newer > older)
    }

    /// What the words around a figure say about when it was given.
    pub(super) fn time(&self, id: FigureId) -> Option<Time> {
        *self.facts(id).time.get_or_init(|| self.read_time(id))
    }

    /// The time that the figure is from, if that is not the day's news.
    pub(super) fn other_time(&self, id: FigureId) -> Option<&str> {
        self.facts(id).other_time.get_or_init(|| time::other(self, id)).as_deref()
    }

    /// Whether the sentence of a figure counts over years: what is known of the figure before goes for all of it.
    pub(super) fn is_of_years(&self, id: FigureId) -> bool {
        let before = id.index().checked_sub(1).map(FigureId::at).filter(|f| self.sentence(*f) == self.sentence(id));
        let known = before.and_then(|before| self.facts(before).of_years.get().copied());
        let sentence = self.doc.sentence(self.doc.sentence_at(self.figure(id).number.start)).tokens;
        let read = || known.unwrap_or_else(|| time::is_of_years(self.doc, sentence));
        *self.facts(id).of_years.get_or_init(read)
    }

    fn read_time(&self, id: FigureId) -> Option<Time> {
        const BEFORE: usize = 7;
        const BEHIND: usize = 4;
        let figure = self.figure(id);
        let sentence = self.doc.sentence(self.doc.sentence_at(figure.number.start)).tokens;
        let tokens = self.doc.tokens_in(figure.span);
        let from = tokens.start.saturating_sub(BEFORE).max(sentence.start);
        let to = (tokens.end + BEHIND).min(sentence.end);
        let before = TokenRange::new(from, tokens.start);
        // "Earlier, the emergency centre had reported 11."
        let opens = TokenRange::new(sentence.start, (sentence.start + 1).min(tokens.start));
        let earlier = || {
            let says = |i: usize| say_verbs::TABLE.has_word(self.doc.listed(i));
            sentence.iter().skip(1).any(|i| self.doc.folded(i) == "earlier" && (says(i - 1) || says(i + 1)))
        };
        // "Five people were killed, the mayor said earlier."
        if self.doc.folded(tokens.start.saturating_sub(1)) == "from"
            || self.said(opens, words::OLDER).is_some()
            || earlier()
        {
            return Some(Time::Older);
        }
        match (self.said(before, words::NEWER), self.said(before, words::OLDER)) {
            (Some(newer), Some(older)) if newer > older => Some(Time::Newer),
            (_, Some(_)) => Some(Time::Older),
            (Some(_), None) => Some(Time::Newer),
            (None, None) => {
                let behind = TokenRange::new(tokens.end, to);
                // "15 died, up from eight": the later one.
                let older = self.said(behind, words::OLDER).filter(|i| self.doc.folded(*i) != "up");
                let older = older.map(|_| Time::Older);
                // "15 people are still missing"
                older.or_else(|| self.said(behind, words::STILL).map(|_| Time::Newer))
            }
        }
    }
}

/// A noun in the singular, well enough to compare two.
fn singular(noun: &str) -> Cow<'_, str> {
    match noun {
        "people" | "persons" => return Cow::Borrowed("person"),
        "children" => return Cow::Borrowed("child"),
        "lives" => return Cow::Borrowed("life"),
        _ => {}
    }
    if let Some(stem) = noun.strip_suffix("men") {
        return Cow::Owned(format!("{stem}man"));
    }
    if let Some(stem) = noun.strip_suffix("ies") {
        return Cow::Owned(format!("{stem}y"));
    }
    Cow::Borrowed(noun.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(noun))
}
