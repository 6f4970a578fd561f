//! How the figures of a row stand to each other.

use super::view::{Giver, Time, View};
use super::{Relation, causes, sums, those, words};
use crate::lexicon::person_nouns;
use crate::maps::HashMap;
use crate::span::{FigureId, TokenRange};
use crate::wire::{Bound, HarmKind, Reading};

/// Claims of a row that are compared with each other; a row of more is read up to here.
const MOST: usize = 12;

/// The readings of a row.
pub(super) fn relations(view: &View, row: &[FigureId]) -> Vec<Relation> {
    if let [only] = row {
        let note = words::single(view, *only);
        return vec![Relation { reading: Reading::Single, whole: Some(*only), figures: Vec::new(), note }];
    }
    let (mut told, mut relations) = equal_counts(view, row);
    told.truncate(MOST);
    let claims: Vec<FigureId> = told.iter().map(|claim| claim.first).collect();
    let sums = sums(view, &claims);
    // The whole of a sum can be contradicted, its parts count others than a total does.
    let in_sum = |f: FigureId| sums.iter().any(|sum| sum.figures.contains(&f));
    let totals = those(&claims, &|f| !in_sum(f));
    let updates = updates(view, &totals);
    let is_replaced = |f: FigureId| updates.iter().any(|update| update.figures.contains(&f));
    let settled = |f: FigureId| in_sum(f) || is_replaced(f) || view.is_partial(f);
    // Parts can be contradicted for their own side: "nine of our soldiers" against "seven of them on their side".
    let is_all = |f: FigureId| !is_replaced(f) && !(view.is_partial(f) && view.victims(f).is_some());
    let of_one_side = |a, b| view.side(a).is_some() && view.side(a) == view.side(b) && is_all(a) && is_all(b);
    let conflicts = conflicts(view, &told, &|a, b| (settled(a) || settled(b)) && !of_one_side(a, b));
    relations.extend(sums.iter().chain(&updates).cloned());
    relations.extend(conflicts);
    relations
}

/// Figures that give the same count of the same people.
struct Told {
    /// The first of them, or the first with a source.
    first: FigureId,
    others: Vec<FigureId>,
}

impl Told {
    fn all(&self) -> impl Iterator<Item = FigureId> + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

/// Figures that give the same count of the same people, as one claim each, and what that says.
fn equal_counts(view: &View, row: &[FigureId]) -> (Vec<Told>, Vec<Relation>) {
    let mut claims: Vec<Told> = Vec::new();
    let mut by_count: HashMap<(Option<u64>, Option<u64>), Vec<usize>> = HashMap::default();
    for id in row {
        let figure = view.figure(*id);
        let same = by_count.entry((figure.low, figure.high)).or_default();
        // "Several" twice says nothing.
        let counts = figure.low.is_some() || figure.high.is_some();
        let fits = |at: &&usize| counts && same_people(view, claims[**at].first, *id);
        match same.iter().take(MOST).find(fits).copied() {
            Some(at) => claims[at].others.push(*id),
            None => {
                same.push(claims.len());
                claims.push(Told { first: *id, others: Vec::new() });
            }
        }
    }
    // A claim is its source's: the headline, and the article by itself, repeat it.
    for Told { first, others } in &mut claims {
        let named = |id: &FigureId| *view.giver(*id) != Giver::Article;
        if let Some(at) = others.iter().position(named).filter(|_| !named(first)) {
            std::mem::swap(first, &mut others[at]);
            others[..=at].rotate_right(1);
        }
    }
    let mut relations = Vec::new();
    for Told { first, others } in &claims {
        let mut givers = vec![view.giver(*first)];
        let (mut agree, mut repeat) = (Vec::new(), Vec::new());
        for other in others {
            let giver = view.giver(*other);
            let other_source = *giver != Giver::Article && !givers.contains(&giver) && *givers[0] != Giver::Article;
            if other_source { &mut agree } else { &mut repeat }.push(*other);
            if givers.len() < MOST {
                givers.push(giver);
            }
        }
        for (reading, figures) in [(Reading::Agrees, agree), (Reading::Repeats, repeat)] {
            if !figures.is_empty() {
                let note = words::equal(view, reading, *first, &figures);
                relations.push(Relation { reading, whole: Some(*first), figures, note });
            }
        }
    }
    (claims, relations)
}

/// Whether two equal counts are one: the second may leave out side, place or victims, unless somebody else gives it.
/// A headline says the same in other words.
fn same_people(view: &View, a: FigureId, b: FigureId) -> bool {
    let (x, y) = (view.giver(a), view.giver(b));
    let two = x != y && *x != Giver::Article && *y != Giver::Article;
    let headline = view.in_headline(a) != view.in_headline(b);
    let alike = if two { view.comparable(a, b) } else { headline || !view.distinct(a, b) };
    // "Two of the attackers", and "both dead" of a mother and her child.
    let some = view.is_partial(a) || view.is_partial(b);
    let named = view.victims(a).is_some() && view.victims(a) == view.victims(b);
    // "a man" here and "one man" there
    let anew = view.figure(b).low == Some(1) && *x == Giver::Article && *y == Giver::Article && !headline;
    alike && !anew && (!some || named || headline) && view.whole_of(b).is_none() && view.whole_of(a).is_none()
}

/// Wholes and the parts that sum to them, or to more than them.
fn sums(view: &View, claims: &[FigureId]) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    for whole in claims.iter().filter(|f| view.can_be_whole(**f)) {
        let count = view.figure(*whole).low.unwrap_or(0);
        // "A fisherman who lost a brother": of another time, or told already.
        let kin = |part: &FigureId| {
            view.victims(*part).is_some_and(|victims| person_nouns::TABLE.has_tag(victims, person_nouns::KIN))
        };
        // Counts that fall short of it, all together, are no parts that make it.
        let low = |part: &FigureId| view.figure(*part).low.filter(|low| part != whole && *low <= count);
        let smaller = claims.iter().filter_map(low).fold(0, u64::saturating_add);
        let parts = if smaller < count.max(1) {
            Vec::new()
        } else {
            those(claims, &|part| is_part(view, part, *whole) && !kin(&part))
        };
        let made_of = |parts: &[FigureId]| {
            let counts: Vec<u64> = parts.iter().map(|part| view.figure(*part).low.unwrap_or(0)).collect();
            let distinct = |a: usize, b: usize| told_apart(view, parts[a], parts[b]);
            let chosen = sums::parts_of(count, &counts, &distinct)?;
            Some(chosen.into_iter().map(|i| parts[i]).collect::<Vec<FigureId>>())
        };
        // What another says of one place is none of the parts that the article lists.
        let alike = || those(&parts, &|part| view.giver(part) == view.giver(parts[0]));
        let made = made_of(&parts)
            .or_else(|| made_of(&alike()))
            .or_else(|| rest(view, claims, *whole))
            .or_else(|| freed(view, claims, *whole));
        let (reading, chosen) = match made {
            Some(chosen) => (Reading::AddsUp, chosen),
            None => {
                let parts = those(&parts, &|part| view.figure(part).low.is_some_and(|low| low <= count));
                let listed = all_listed(view, &parts, count);
                (Reading::Exceeds, if listed.len() > 1 { listed } else { all_sides(view, parts) })
            }
        };
        // What another says of civilians and of bandits makes nobody else's "at least 24".
        let another = view.figure(*whole).bound == Bound::AtLeast
            && chosen.iter().all(|part| {
                let named = *view.giver(*part) != Giver::Article && *view.giver(*whole) != Giver::Article;
                let apart = view.figure(*part).place.or(view.side(*part)).is_some() || view.listed_as(*part).is_some();
                named && !apart && view.giver(*part) == view.giver(chosen[0]) && !view.one_voice(*part, *whole)
            });
        if another {
            continue;
        }
        let sum: u64 = chosen.iter().filter_map(|part| view.figure(*part).low).sum();
        let too_many = sum > count && view.is_exact(*whole);
        if chosen.len() >= 2 && (reading == Reading::AddsUp || too_many) {
            let note = words::sum(view, reading, *whole, &chosen);
            found.push(Relation { reading, whole: Some(*whole), figures: chosen, note });
        }
    }
    // What adds up is not also too much of something else.
    let adds_up = found.iter().any(|sum| sum.reading == Reading::AddsUp);
    let is_listed = |sum: &Relation| {
        sum.whole
            .and_then(|whole| view.figure(whole).low)
            .is_some_and(|count| all_listed(view, &sum.figures, count).len() > 1)
    };
    found.retain(|sum| sum.reading == Reading::AddsUp || !adds_up || is_listed(sum));
    found
}

/// "Gunmen freed **12** of 30 hostages": they and the rest, if **18** are counted elsewhere.
fn rest(view: &View, claims: &[FigureId], whole: FigureId) -> Option<Vec<FigureId>> {
    let told = view.figure(FigureId::at(whole.index().checked_sub(1)?));
    let of = told.span.contains(view.doc.span_of(view.figure(whole).number)) && told.bound == Bound::Exact;
    let left = view.figure(whole).low?.checked_sub(told.low.filter(|_| of)?)?;
    let with = |count| claims.iter().copied().find(|f| view.is_exact(*f) && view.figure(*f).low == Some(count));
    Some(vec![with(told.low?)?, with(left)?])
        .filter(|parts| parts[0] != parts[1] && told.kind == view.figure(whole).kind)
}

/// "They took 200, freed **50** and still hold **150**."
fn freed(view: &View, claims: &[FigureId], whole: FigureId) -> Option<Vec<FigureId>> {
    let is_freed = |f: &FigureId| {
        let cue = |cue: &TokenRange| matches!(view.doc.folded(cue.start), "freed" | "released");
        view.is_exact(*f) && view.figure(*f).cue.iter().any(cue)
    };
    let gone = claims.iter().copied().find(is_freed)?;
    let left = view.figure(whole).low?.checked_sub(view.figure(gone).low?)?;
    let held = |f: &FigureId| *f != gone && *f > whole && view.is_exact(*f) && view.figure(*f).low == Some(left);
    claims.iter().copied().find(held).filter(|_| gone > whole).map(|held| vec![gone, held])
}

/// Whether `part` counts some of the people of `whole`.
fn is_part(view: &View, part: FigureId, whole: FigureId) -> bool {
    let listed = || beside_another(view, part);
    // "at least 40 on board and two on the ground" make "the 42 dead".
    let counted = || view.is_exact(part) || view.figure(part).bound == Bound::AtLeast && listed();
    if part == whole || !counted() {
        return false;
    }
    if let Some(told) = view.whole_of(part) {
        return told == whole;
    }
    let narrower = view.side(part).is_some() && view.side(whole).is_none()
        || view.is_narrower(part, whole)
        || view.listed_as(part).is_some() && view.listed_as(whole).is_none()
        || view.victims(part).is_some() && view.victims(whole).is_none()
        || listed() && !beside(view, whole, part);
    let others = || view.distinct(part, whole) && (view.other_party(part, whole) || !view.is_kind_of(part, whole));
    narrower && !others()
}

/// Whether two parts are listed beside each other. Other victims alone are another part only within
/// a sentence: a later "two men" may well be of the "five villagers" above.
fn told_apart(view: &View, a: FigureId, b: FigureId) -> bool {
    // 21 by Saturday and 12 more on Sunday are a toll that rises.
    let same_day = !view.later(a, b) && !view.later(b, a);
    same_day
        && (view.distinct(a, b) && (view.other_party(a, b) || view.sentence(a) == view.sentence(b))
            || beside(view, a, b))
}

/// Whether the two are counted one beside the other, in one clause after another or in a list: "19 bodies were found at
/// the site and seven died on the way to hospital", "940 of those held are in the capital, 210 in Sarn and 100 in Oru".
fn beside(view: &View, a: FigureId, b: FigureId) -> bool {
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    let near = a != b && b.index() - a.index() <= MOST && view.sentence(a) == view.sentence(b);
    near && (a.index()..b.index()).all(|i| view.goes_on(FigureId::at(i), &|one, next| follows(view, one, next)))
}

/// Whether a figure is counted beside the one right before it.
fn follows(view: &View, before: FigureId, figure: FigureId) -> bool {
    let apart = |f: FigureId| {
        let counts = view.is_exact(f) || view.figure(f).bound == Bound::AtLeast;
        counts && view.time(f).is_none() && view.whole_of(f).is_none()
    };
    let (one, other) = (view.figure(before), view.figure(figure));
    let comma = view.victims(figure).is_none() && view.doc.folded(other.number.start - 1) == ",";
    let listed = other.rule == "figures/listed" || comma;
    let joined = || (one.number.end..other.number.start).any(|i| view.doc.is_one_of(i, &["and", "while", ";"]));
    one.kind == other.kind
        && (listed || joined() && view.one_voice(before, figure))
        && (apart(before) && apart(figure))
        && (listed || !view.is_partial(before))
        && !view.is_partial(figure)
}

/// Whether another figure is counted beside this one.
fn beside_another(view: &View, part: FigureId) -> bool {
    let at = part.index();
    let near = [at.checked_sub(1), Some(at + 1).filter(|next| *next < view.figures.len())];
    near.into_iter().flatten().any(|other| beside(view, part, FigureId::at(other)))
}

/// The parts that stand in a list before their whole: "five in Oru, two in Maru and three in Lind, making nine in all".
fn all_listed(view: &View, parts: &[FigureId], count: u64) -> Vec<FigureId> {
    let behind =
        |part: &FigureId| Some(FigureId::at(part.index() + 1)).filter(|next| next.index() < view.figures.len());
    let whole = |f: FigureId| view.figure(f).low == Some(count) && view.figure(f).rule == "figures/toll";
    let last =
        parts.iter().find(|part| behind(part).is_some_and(|f| whole(f) && view.sentence(f) == view.sentence(**part)));
    those(parts, &|part| last.is_some_and(|last| *last == part || beside(view, part, *last)))
}

/// The parts, if they are of different sides, one each: those can't overlap.
fn all_sides(view: &View, parts: Vec<FigureId>) -> Vec<FigureId> {
    let side = |i: usize| view.side(parts[i]);
    let different = (0..parts.len()).all(|i| side(i).is_some() && (0..i).all(|j| side(i) != side(j)));
    if different { parts } else { Vec::new() }
}

/// Later and higher counts of the same people, where the words say so: by the same source, or else by anyone where the
/// older is called so ("had earlier put it at 11").
fn updates(view: &View, claims: &[FigureId]) -> Vec<Relation> {
    let replaces = |newer: FigureId, older: FigureId| {
        // A count of missing people can fall.
        let falls = view.figure(newer).kind == HarmKind::Missing;
        let higher = view.figure(newer).low > view.figure(older).low || falls;
        // "Hundreds" in the headline is no later than 19.
        if newer == older || !higher || view.figure(newer).bound == Bound::Vague || !view.comparable(older, newer) {
            return false;
        }
        let (said, before) = (view.time(newer), view.time(older));
        let in_order = said == Some(Time::Newer) && before != Some(Time::Newer)
            || before == Some(Time::Older) && said != Some(Time::Older)
            || view.later(newer, older);
        if !in_order {
            return false;
        }
        // Of one town among others, it is a part.
        let dated = said == Some(Time::Newer)
            && view.figure(older).date.is_some_and(|date| view.figure(newer).date != Some(date));
        let narrower = in_region(view, older, newer) && before != Some(Time::Older) && !dated;
        // "said he had counted 31 bodies": those that he saw.
        let seen = view.is_count_of_bodies(older) && before == Some(Time::Older);
        !narrower && !seen && !view.is_partial(older) && !view.is_partial(newer)
    };
    let own = |newer: FigureId, older: FigureId| {
        let unnamed = |id: FigureId| *view.giver(id) == Giver::Article;
        view.one_voice(older, newer) || unnamed(older) || unnamed(newer)
    };
    let mut found = Vec::new();
    for newer in claims {
        let older = those(claims, &|older| {
            let by_another = || {
                // "had put it at 40, and one paper at more than 50": no later.
                let apart = view.time(*newer).is_some() || view.sentence(*newer) != view.sentence(older);
                let told = apart && view.time(older) == Some(Time::Older);
                told && !claims.iter().any(|other| own(*other, older) && replaces(*other, older))
            };
            replaces(*newer, older) && (own(*newer, older) || by_another() || adds_to(view, *newer, older))
        });
        if !older.is_empty() {
            let note = words::update(view, *newer, &older);
            found.push(Relation { reading: Reading::Updates, whole: Some(*newer), figures: older, note });
        }
    }
    found
}

/// "Four of the injured died, which would bring the toll to **42**": later than **38**, whoever gave that.
fn adds_to(view: &View, newer: FigureId, older: FigureId) -> bool {
    let before = newer.index().checked_sub(1).map(FigureId::at).filter(|f| *f != older);
    let same =
        |f: &FigureId| view.sentence(*f) == view.sentence(newer) && view.figure(*f).kind == view.figure(newer).kind;
    let low = |f: FigureId| view.figure(f).low;
    let sum = before.filter(same).and_then(|f| low(f)?.checked_add(low(older)?));
    sum.is_some() && sum == low(newer) && view.figure(newer).rule == "figures/toll"
}

/// Counts of the same people by two named sources that can't both be right.
fn conflicts(view: &View, claims: &[Told], settled: &dyn Fn(FigureId, FigureId) -> bool) -> Vec<Relation> {
    // "Two dead" in the headline and "two workers" below are one claim, which "three" speaks against.
    let comparable = |x: &Told, y: &Told| x.all().any(|a| y.all().any(|b| view.comparable(a, b)));
    let mut found = Vec::new();
    for (i, told) in claims.iter().enumerate() {
        let a = told.first;
        let against = |other: &&Told| {
            let b = other.first;
            let (x, y) = (view.giver(a), view.giver(b));
            let two = !view.one_voice(a, b) && *x != Giver::Article && *y != Giver::Article;
            two && disjoint(view, a, b)
                && !far_apart(view, a, b)
                && !beside_the_event(view, a, b)
                && !(view.is_running(a, b) || view.is_running(b, a))
                && !of_region(view, a, b)
                && !of_region(view, b, a)
                && (comparable(told, other) || view.may_be_same(a, b))
                && !is_stale_denial(view, a, b)
                && !causes::differ(view, a, b)
                && !settled(a, b)
        };
        let others: Vec<FigureId> = claims[i + 1..].iter().filter(against).map(|other| other.first).collect();
        if !others.is_empty() {
            let note = words::conflict(view, a, &others);
            found.push(Relation { reading: Reading::Conflicts, whole: Some(a), figures: others, note });
        }
    }
    found
}

/// Whether only one of the two has a place, and that is not where the article's own event was: 31 hurt, and three in
/// Shebekino. What is said of a place goes for the counts behind it in the paragraph.
fn beside_the_event(view: &View, a: FigureId, b: FigureId) -> bool {
    let place = |f: FigureId| view.figure(f).place;
    let (placed, other) = match (place(a), place(b)) {
        (Some(_), None) => (a, b),
        (None, Some(_)) => (b, a),
        _ => return false,
    };
    /// Figures of the article that are asked.
    const ASKED: usize = 64;
    let block = |f: FigureId| view.doc.block_at(view.figure(f).number.start);
    let all = || (0..view.figures.len().min(ASKED)).map(FigureId::at).filter(|f| place(*f).is_some());
    // "Lagos" in the headline, "Ikorodu" below.
    let firsts = [all().next(), all().find(|f| !view.in_headline(*f))];
    let own = firsts.into_iter().flatten().any(|first| !view.elsewhere(first, placed));
    !own && !(placed < other && block(placed) == block(other))
}

/// Whether "nobody was hurt" stands too far from the other count to be about the same event.
fn is_stale_denial(view: &View, a: FigureId, b: FigureId) -> bool {
    const NEAR: usize = 2;
    let none = |id: FigureId| view.figure(id).bound == Bound::None;
    (none(a) || none(b)) && view.sentence(a).abs_diff(view.sentence(b)) > NEAR
}

/// Whether one count is so many times the other that they are hardly of one event: 14 in a raid, 54,000 in the war.
fn far_apart(view: &View, a: FigureId, b: FigureId) -> bool {
    const TIMES: u64 = 50;
    let least = |f: FigureId| view.figure(f).low.or(view.figure(f).high);
    let pair = least(a).zip(least(b));
    pair.is_some_and(|(a, b)| a.min(b) > 0 && a.max(b) / a.min(b) >= TIMES)
}

/// Whether `part` is the smaller count of one place alone, or of one among several that are told apart: 18 in Mozambique,
/// nine in Zimbabwe, against 31 in all.
fn of_region(view: &View, part: FigureId, whole: FigureId) -> bool {
    let smaller = view.figure(part).high.is_some_and(|high| view.figure(whole).low.is_some_and(|low| high < low));
    smaller && (view.is_alone(part) || in_region(view, part, whole))
}

/// Whether `part` is of a place within that of `whole`, and others of its kind are of other places.
fn in_region(view: &View, part: FigureId, whole: FigureId) -> bool {
    /// Figures of the article that are asked.
    const ASKED: usize = 64;
    if !view.is_narrower(part, whole) {
        return false;
    }
    let (kind, time) = (view.figure(part).kind, view.other_time(part));
    // "Dozens" elsewhere is no town's count beside others, nor is last year's.
    let counted = |other: &FigureId| {
        let figure = view.figure(*other);
        figure.kind == kind && figure.bound != Bound::Vague && view.other_time(*other) == time
    };
    let mut others = (0..view.figures.len().min(ASKED)).map(FigureId::at);
    others.any(|other| view.elsewhere(part, other) && counted(&other))
}

/// Whether no count fits both. "About 50" fits whatever is within a tenth of it.
fn disjoint(view: &View, a: FigureId, b: FigureId) -> bool {
    let slack = |id: FigureId, count: u64| if view.figure(id).bound == Bound::Approx { count / 10 } else { 0 };
    let low = |id: FigureId| view.figure(id).low.map_or(0, |low| low - slack(id, low));
    let high = |id: FigureId| view.figure(id).high.map_or(u64::MAX, |high| high.saturating_add(slack(id, high)));
    let below = |a, b| high(a) < low(b) && !view.is_count_of_bodies(a) && !view.is_received(a);
    let bound = |id: FigureId| view.figure(id).bound;
    let open = |id| bound(id) == Bound::Vague || bound(id) == Bound::None && !view.is_denial(id);
    (below(a, b) || below(b, a)) && !open(a) && !open(b)
}
