//! Which figures stand in one row: the same kind of harm of the same event.

use super::Relation;
use super::relations::relations;
use super::view::View;
use crate::document::BlockRole;
use crate::lexicon::ledger_words as words;
use crate::maps::HashMap;
use crate::span::{EntityId, FigureId};
use crate::wire::{Bound, HarmKind, Reading};

/// A row before its counts are summed up.
pub(super) struct Row {
    pub(super) kind: HarmKind,
    pub(super) figures: Vec<FigureId>,
    pub(super) relations: Vec<Relation>,
}

/// Which event a count is of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Event<'v> {
    /// The article's own.
    Own,
    /// One of another time.
    At(&'v str),
    /// That of another article, which a link leads to.
    Link,
    /// One that the block with this number tells of beside the article's own.
    Beside(usize),
    /// More than the event, or less: its count is of another size than the first.
    Large,
}

/// How many times the first count such a count is, or how many times smaller.
const LARGER: u64 = 40;
const SMALLER: u64 = 1000;

/// The rows of an article, in the order of their first figures.
pub(super) fn rows(view: &View) -> Vec<Row> {
    let mut groups: Vec<(HarmKind, Vec<FigureId>)> = Vec::new();
    let mut index: HashMap<(HarmKind, Event), usize> = HashMap::default();
    let own = own_time(view);
    let mut separate = Separate::default();
    for (i, figure) in view.figures.iter().enumerate() {
        let id = FigureId::at(i);
        let of = summed_by(view, id).unwrap_or(id);
        let time = view.other_time(of).filter(|time| own != Some(*time));
        // A link to another article is about another event.
        let link = matches!(view.role(id), BlockRole::Related | BlockRole::Link);
        let event = if link { Some(Event::Link) } else { separate.event(view, id).or(time.map(Event::At)) };
        let kind = figure.kind;
        // Nor is a count of another size: 9,000 in the war, beside 14 today.
        let first = || groups[*index.get(&(kind, Event::Own))?].1.iter().find(|f| !view.in_headline(**f));
        let of_more = || first().is_some_and(|first| is_of_more(view, id, *first));
        let event = event.unwrap_or_else(|| if of_more() { Event::Large } else { Event::Own });
        let at = *index.entry((kind, event)).or_insert(groups.len());
        if at == groups.len() {
            groups.push((figure.kind, Vec::new()));
        }
        groups[at].1.push(id);
    }
    let mut rows: Vec<Row> = groups.into_iter().flat_map(|(kind, figures)| by_country(view, kind, figures)).collect();
    crate::sort::by_key(&mut rows, |row| row.figures.first().copied().map_or(0, FigureId::index));
    rows
}

/// The count above that the list in which the figure stands sums to: 648 in all; Lusaka 512, Central 71, Copperbelt 65.
fn summed_by(view: &View, id: FigureId) -> Option<FigureId> {
    /// Parts of a list, and figures above it that are asked.
    const MOST: usize = 12;
    let i = id.index();
    let in_list = |other: &usize| {
        let other = FigureId::at(*other);
        view.sentence(other) == view.sentence(id) && view.figure(other).kind == view.figure(id).kind
    };
    let start = (0..=i).rev().take(MOST).take_while(in_list).last()?;
    let list = || (start..view.figures.len()).take(MOST).take_while(in_list).map(FigureId::at);
    if list().take(3).count() < 3 || !list().all(|f| view.is_exact(f)) {
        return None;
    }
    let sum: u64 = list().filter_map(|f| view.figure(f).low).fold(0, u64::saturating_add);
    let whole = |f: &FigureId| view.figure(*f).kind == view.figure(id).kind && view.figure(*f).low == Some(sum);
    (0..start).rev().take(MOST).map(FigureId::at).find(whole)
}

/// Whether a count is so much larger than the first, or so much smaller, that it is of more than the event, or of less.
fn is_of_more(view: &View, id: FigureId, first: FigureId) -> bool {
    let low = |id: FigureId| view.figure(id).low.filter(|low| *low > 0);
    let some = view.is_partial(id) || view.figure(id).bound == Bound::Vague || view.whole_of(id).is_some();
    low(id).zip(low(first)).is_some_and(|(own, first)| !some && (own / first >= LARGER || first / own >= SMALLER))
}

/// Events that are told beside the article's own: "Three people were killed in separate accidents in the city."
#[derive(Default)]
struct Separate {
    /// Whether figures were told of before.
    begun: bool,
    /// The paragraph that such a sentence begins to speak of them in, and the sentence.
    from: Option<(usize, usize)>,
    /// The sentence that was asked last, and whether it tells of such an event.
    asked: Option<(usize, bool)>,
}

impl Separate {
    /// The event beside the article's own that the figure is of.
    fn event(&mut self, view: &View, id: FigureId) -> Option<Event<'static>> {
        let at = view.figure(id).number.start;
        let (block, sentence) = (view.doc.block_at(at).index(), view.doc.sentence_at(at).index());
        if self.begun && self.from.is_none_or(|(other, _)| other != block) && self.tells(view, sentence, at) {
            self.from = Some((block, sentence));
        }
        self.begun |= !view.in_headline(id);
        let (within, _) = self.from.filter(|(within, first)| *within == block && sentence >= *first)?;
        Some(Event::Beside(within))
    }

    /// Whether the sentence, that of token `at`, tells of such an event: asked once for all its figures.
    fn tells(&mut self, view: &View, sentence: usize, at: usize) -> bool {
        let asked = self.asked.filter(|(asked, _)| *asked == sentence);
        let (_, told) = asked.unwrap_or_else(|| (sentence, other_event(view, at)));
        self.asked = Some((sentence, told));
        told
    }
}

/// "in a separate incident", "in another, unrelated attack": whether the sentence speaks of an event beside the others.
fn other_event(view: &View, at: usize) -> bool {
    const REACH: usize = 4;
    let doc = view.doc;
    let sentence = doc.sentence(doc.sentence_at(at)).tokens;
    let event = |i: usize| words::TABLE.has_tag(doc.listed(i), words::EVENT);
    let mut others = sentence.iter().filter(|i| match doc.folded(*i) {
        "separate" | "unrelated" | "separately" => true,
        "another" => *i > 0 && doc.folded(*i - 1) == "in",
        _ => false,
    });
    others.any(|i| (i + 1..sentence.end.min(i + REACH)).any(event))
}

/// The time that the article is about, where its first figure below the headline gives one: an article on last
/// year's toll.
fn own_time<'v>(view: &'v View) -> Option<&'v str> {
    let first = (0..view.figures.len()).map(FigureId::at).find(|id| !view.in_headline(*id))?;
    view.other_time(first)
}

/// Splits a row whose figures are of different countries, unless they are parts of one sum.
fn by_country(view: &View, kind: HarmKind, figures: Vec<FigureId>) -> Vec<Row> {
    /// Relations of the row that are asked: its equal counts come first, and there can be many.
    const ASKED: usize = 96;
    let relations_of_all = relations(view, &figures);
    // What has no place of its own stays with the figure before it in its paragraph, else with the first place.
    let told = |id: &FigureId| view.figure(*id).place.and_then(|place| country_of(view, place));
    let mut countries = figures.iter().filter_map(told);
    let first = countries.next();
    if countries.all(|country| Some(country) == first) {
        return vec![Row { kind, figures, relations: relations_of_all }];
    }
    // What sums to a whole stays with it, wherever its parts are.
    let sums = || {
        let last = relations_of_all.iter().rev().take(ASKED);
        last.filter(|r| matches!(r.reading, Reading::AddsUp | Reading::Exceeds))
    };
    let whole_of =
        |id: &FigureId| sums().filter(|r| r.whole == Some(*id) || r.figures.contains(id)).find_map(|r| r.whole);
    let mut parts: Vec<(Option<[u8; 2]>, Vec<FigureId>)> = Vec::new();
    // A town's count stays with its country's, where that is a part of the sum.
    let joined = |id: &FigureId| {
        let country = told(id)?;
        sums().filter(|r| r.figures.iter().any(|part| told(part) == Some(country))).find_map(|r| r.whole)
    };
    let own = |id: &FigureId| told(&whole_of(id).or_else(|| joined(id)).unwrap_or(*id));
    let first = figures.iter().find_map(own);
    let block = |id: &FigureId| view.doc.block_at(view.figure(*id).number.start);
    let mut carried: Option<(FigureId, Option<[u8; 2]>)> = None;
    for id in &figures {
        let before = carried.filter(|(other, _)| block(other) == block(id)).map_or(first, |(_, country)| country);
        let country = own(id).or(before);
        carried = Some((*id, country));
        match parts.iter_mut().find(|(other, _)| *other == country) {
            Some((_, figures)) => figures.push(*id),
            None => parts.push((country, vec![*id])),
        }
    }
    let named = parts.iter().filter(|(country, _)| country.is_some()).count();
    if named < 2 {
        return vec![Row { kind, figures, relations: relations_of_all }];
    }
    parts.into_iter().map(|(_, figures)| Row { kind, relations: relations(view, &figures), figures }).collect()
}

fn country_of(view: &View, place: EntityId) -> Option<[u8; 2]> {
    view.entities.list.get(place.index())?.country
}
