//! What the words around a tagged name, or a list, say of it: where it begins and ends, and that it is a place.
//! The tagger reads a sentence at a time, so that rare words are taken apart: "Vina" and "Mar".

use crate::document::{Document, WordSet};
use crate::lexicon::{person_nouns, surname_particles, titles, us_states};
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues, What};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Longest name of a place, in tokens.
const LONGEST: usize = 6;

/// A listed name of several words of which only pieces were tagged: "Jammu and Kashmir", "Papua New Guinean",
/// "DR Congo".
pub(super) fn with_listed(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    // The White House is a place, whoever acts there.
    for seat in clues.known.iter().filter(|known| known.what == What::Government) {
        let at = tagged.partition_point(|name| name.tokens.start < seat.tokens.start);
        let same = tagged.get_mut(at).filter(|name| name.tokens == seat.tokens);
        same.into_iter().for_each(|name| name.class = Class::Place);
    }
    for known in clues.known.iter().filter(|known| known.tokens.len() > 1) {
        let class = match known.what {
            What::Country | What::Region => Class::Place,
            What::Demonym => Class::Group,
            What::Organization => Class::Organization,
            // "In General Santos" nobody is a general.
            What::City if known.tokens.start > 0 && doc.folded(known.tokens.start - 1) == "in" => Class::Place,
            _ => continue,
        };
        if !doc.tokens[known.tokens.start].glued {
            join(tagged, known.tokens, class, false);
            // Nobody is called Nagorno-Karabakh.
            let at = tagged.partition_point(|name| name.tokens.start < known.tokens.start);
            let same = tagged.get_mut(at).filter(|name| name.tokens == known.tokens && name.class == Class::Person);
            same.into_iter().for_each(|name| name.class = class);
        }
    }
}

/// Pieces side by side: "Lake Issyk" and "Kul" of Issyk-Kul are one name; "Iran-Iraq" are two.
pub(super) fn with_neighbours(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    // "East" of East German police.
    for at in 0..tagged.len() {
        let Tagged { tokens: TokenRange { start, end }, class } = tagged[at];
        let compass = class == Class::Place && end - start == 1 && clues.has(start, clues::COMPASS);
        let people = clues.known_at(end).filter(|known| compass && known.what == What::Demonym);
        let free =
            |people: &&clues::Known| tagged.get(at + 1).is_none_or(|next| next.tokens.start >= people.tokens.end);
        if let Some(people) = people.as_ref().filter(free).filter(|people| !doc.tokens[people.tokens.start].glued) {
            tagged[at] = Tagged { tokens: TokenRange::new(start, people.tokens.end), class: Class::Group };
        }
    }
    let mut joined: Vec<Tagged> = Vec::with_capacity(tagged.len());
    for name in tagged.drain(..) {
        match joined.last_mut().and_then(|before| Some((one(doc, clues, before, &name)?, before))) {
            Some((class, before)) => {
                *before = Tagged { tokens: TokenRange::new(before.tokens.start, name.tokens.end), class };
            }
            None => joined.push(name),
        }
    }
    *tagged = joined;
}

/// What the two are together, if they are one name.
fn one(doc: &Document, clues: &Clues, a: &Tagged, b: &Tagged) -> Option<Class> {
    let between = a.tokens.end;
    let hyphened = between + 1 == b.tokens.start
        && doc.folded(between) == "-"
        && doc.tokens[between].glued
        && doc.tokens[b.tokens.start].glued;
    let known = |name: &Tagged| clues.known_at(name.tokens.start).is_some_and(|known| known.tokens == name.tokens);
    let beside = between == b.tokens.start && !doc.tokens[between].glued;
    let single = a.tokens.len() == 1;
    let before = a.tokens.start.checked_sub(1).map_or("", |i| doc.folded(i));
    let article = usize::from(doc.folded(between + 1) == "the");
    let of = doc.folded(between) == "of" && b.tokens.start == between + 1 + article;
    let district = doc.folded(between) == "," && matches!(doc.folded(between + 1), "dc" | "d.c." | "d.c");
    match (a.class, b.class) {
        // "Washington, DC".
        (Class::Place, _) if district && b.tokens.start == between + 1 && b.tokens.len() == 1 => Some(Class::Place),
        (Class::Place, Class::Place) if hyphened && !known(a) && !known(b) => Some(Class::Place),
        // "East" and "German" of East German.
        (Class::Place, Class::Group) if beside && single && clues.has(a.tokens.start, clues::COMPASS) => {
            Some(Class::Group)
        }
        // "Bajram" and "Krasniqi-Berisha".
        (Class::Person, Class::Person) if between == b.tokens.start && single => Some(Class::Person),
        // "Haifa" and "Abu Ghazaleh".
        (Class::Place, Class::Person)
            if beside
                && single
                && clues.has(a.tokens.start, clues::GIVEN)
                && (before == "," || clues.has(a.tokens.start.saturating_sub(1), clues::TITLE_END)) =>
        {
            Some(Class::Person)
        }
        // "Plateau State House" and "Assembly" of Plateau State House of Assembly.
        (Class::Organization | Class::Facility, Class::Organization)
            if of && clues.has(between - 1, clues::ORG_HEAD) && clues.has(b.tokens.end - 1, clues::ORG_HEAD) =>
        {
            Some(Class::Organization)
        }
        // "Central Bank" and "Kenya" of Central Bank of Kenya.
        (Class::Organization, Class::Place) if of && clues.has(between - 1, clues::OF) && !a.tokens.has(between) => {
            Some(Class::Organization)
        }
        _ => None,
    }
}

/// "Hugh McAllister Jr.", "Marcus Hale, Sr.".
pub(super) fn with_suffixes(doc: &Document, tagged: &mut [Tagged]) {
    for name in tagged.iter_mut().filter(|name| name.class == Class::Person) {
        let comma = name.tokens.end + usize::from(doc.folded(name.tokens.end) == ",");
        let suffix = matches!(doc.folded(comma), "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv");
        if suffix && doc.case(comma).is_capitalised() && doc.sentence_at(comma) == doc.sentence_at(name.tokens.start) {
            name.tokens.end = comma + 1;
        }
    }
}

/// "Willem van Aalst" is one name, and so is "van Aalst".
pub(super) fn with_particles(doc: &Document, tagged: &mut Vec<Tagged>) {
    let is_particle = |i: usize| doc.case(i) == Case::Lower && surname_particles::TABLE.has_word(doc.listed(i));
    let hyphen = |i: usize| usize::from(doc.folded(i) == "-" && doc.tokens[i].glued);
    let is_name = |i: usize| doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised();
    // "Critics of van Aalst", where somebody is called Willem van Aalst.
    let people = tagged.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1);
    let surnames = WordSet::of(doc, people.map(|name| name.tokens.end - 1));
    for name in tagged.iter_mut().filter(|name| name.class != Class::Person) {
        let at = name.tokens.start;
        if at > 0
            && doc.word(at - 1) == "I"
            && with_small_words(doc, doc.sentence(doc.sentence_at(at)).tokens.start, name.tokens) < at
        {
            name.class = Class::Person;
        }
        if name.class == Class::Place
            && name.tokens.len() == 1
            && at > 0
            && is_particle(at - 1)
            && surnames.has(doc, at)
        {
            name.class = Class::Person;
        }
    }
    let mut whole = Vec::new();
    for name in tagged.iter().filter(|name| name.class == Class::Person) {
        let TokenRange { mut start, mut end } = name.tokens;
        let sentence = doc.sentence(doc.sentence_at(start)).tokens;
        start = with_small_words(doc, sentence.start, name.tokens);
        // "de la" has two.
        let particles = (end..sentence.end.min(end + 3)).take_while(|i| is_particle(*i)).count();
        if particles > 0 && end + particles < sentence.end && is_name(end + particles) {
            let rest = tagged.get(tagged.partition_point(|other| other.tokens.start < end + particles));
            let rest = rest.filter(|rest| rest.class == Class::Person && rest.tokens.start == end + particles);
            // "da Rocha Filho" goes on behind the first word.
            end = rest.map_or(end + particles + 1, |rest| rest.tokens.end);
        }
        while start > sentence.start + 1 && name.tokens.start - start < 3 {
            // "al-Marzouqi".
            let before = start - 1 - hyphen(start - 1);
            if !is_particle(before) {
                break;
            }
            start = before;
        }
        // "Luis de la" and "Cruz" were taken apart.
        let before = tagged.partition_point(|other| other.tokens.end <= start);
        if let Some(given) = tagged.get(before).filter(|given| given.class == Class::Person) {
            start = start.min(given.tokens.start);
        }
        // "Casino du Liban" is nobody.
        if start > sentence.start && is_name(start - 1) && is_particle(start) {
            start = name.tokens.start;
        }
        if (start, end) != (name.tokens.start, name.tokens.end) {
            whole.push(TokenRange::new(start, end));
        }
    }
    for tokens in whole {
        join(tagged, tokens, Class::Person, false);
    }
}

/// Where a name begins whose first words look like words of the language: "I Made Sudarsana", ", Do Van Quyet,".
/// Nobody writes "I Made" of himself, nor a verb with a capital behind a comma.
fn with_small_words(doc: &Document, first: usize, name: TokenRange) -> usize {
    let loud = |i: usize| doc.case(i) == Case::Title && !doc.tokens[i].glued;
    let quiet = |i: usize| i > first && (doc.case(i - 1) == Case::Lower || doc.folded(i - 1) == ",");
    let start = name.start;
    let made = if start > first && loud(start - 1) && doc.word(start - 1) != "I" { start - 1 } else { start };
    let noun = |i: usize| person_nouns::TABLE.has_word(doc.listed(i)) || titles::TABLE.has_word(doc.listed(i));
    if made > first && doc.word(made - 1) == "I" && loud(made) && loud(start) && name.end > made + 1 {
        let role = made > first + 1 && noun(made - 2);
        return if role || quiet(made - 1) { made - 1 } else { start };
    }
    let small = made < start && doc.folded(made) == "do" && name.len() > 1;
    if small && quiet(made) { made } else { start }
}

/// "Queensbury, NY": a town and its state.
pub(super) fn of_states(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    for i in 2..doc.tokens.len() {
        let state =
            doc.case(i).is_capitalised() && us_states::TABLE.has_word(doc.listed(i)) && doc.folded(i - 1) == ",";
        if !state || doc.tokens[i].glued || doc.word(i).len() == 2 && doc.case(i) != Case::Upper {
            continue;
        }
        let first = doc.sentence(doc.sentence_at(i)).tokens.start.max((i - 1).saturating_sub(LONGEST));
        let is_name = |i: &usize| doc.case(*i) == Case::Title && !clues.has(*i, clues::STARTER | clues::LEGAL);
        let Some(start) = (first..i - 1).rev().take_while(is_name).last() else { continue };
        // "Jane Doe, MD".
        if i - 1 - start > 1 && clues.has(start, clues::GIVEN) {
            continue;
        }
        for tokens in [TokenRange::new(start, i - 1), TokenRange::new(i, i + 1)] {
            let at = tagged.partition_point(|name| name.tokens.end <= tokens.start);
            match tagged.get_mut(at).filter(|name| name.tokens.overlaps(tokens)) {
                None => tagged.insert(at, Tagged { tokens, class: Class::Place }),
                Some(name) if name.tokens == tokens => name.class = Class::Place,
                Some(_) => {}
            }
        }
    }
}

/// "The mausoleum of Ho Chi Minh" is a person's, whatever is called after him.
pub(super) fn remembered(doc: &Document, tagged: &mut [Tagged]) {
    let is_of_person = |i: usize| {
        let noun = doc.folded(i - 2);
        doc.folded(i - 1) == "of" && matches!(noun, "mausoleum" | "tomb" | "grave" | "statue" | "bust" | "portrait")
    };
    for name in tagged.iter_mut().filter(|name| name.class == Class::Place && name.tokens.len() > 1) {
        let start = name.tokens.start;
        if start > 1 && is_of_person(start) {
            name.class = Class::Person;
        }
    }
}

/// "The disputed Omar-Dezh region" and "the resort city of Vina del Mar" speak of places.
pub(super) fn places(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let is_unit = |i: usize| clues.has(i, clues::UNIT) && doc.case(i) == Case::Lower && doc.kind(i) == TokenKind::Word;
    cut_before_unit(doc, is_unit, tagged);
    let hyphened = |name: &Tagged| name.tokens.len() > 1 && name.tokens.iter().skip(1).all(|i| doc.tokens[i].glued);
    let called: HashSet<String> = tagged
        .iter()
        .filter(|name| is_unit(name.tokens.end) && !doc.tokens[name.tokens.end].glued)
        // The last part stands for the whole.
        .flat_map(|name| {
            [Some(doc.read(name.tokens)), hyphened(name).then(|| doc.word(name.tokens.end - 1).to_string())]
        })
        .flatten()
        .collect();
    let lands: HashSet<String> = tagged
        .iter()
        .filter(|name| hyphened(name) && called.contains(&doc.read(name.tokens)))
        .flat_map(|name| [doc.read(name.tokens), doc.word(name.tokens.end - 1).to_string()])
        .collect();
    for name in tagged.iter_mut() {
        let is_of = |words: &HashSet<String>| !words.is_empty() && words.contains(&doc.read(name.tokens));
        let raised = matches!(doc.folded(name.tokens.start), "mount" | "mt" | "mt." | "lake");
        let town = is_of(&called) || raised || is_town(doc, name.tokens.end, is_unit);
        // A club is called like its city, but hardly like a hyphened land.
        let land = name.class == Class::Organization && is_of(&lands);
        if land || town && name.class == Class::Person {
            name.class = Class::Place;
        }
    }
    let units = clues.capitals.iter().copied().filter(|i| *i > 1 && is_unit(i - 2) && doc.folded(i - 1) == "of");
    for i in units {
        let mut end = i + 1;
        let limit = clues::sentence_end(doc, i).min(i + LONGEST);
        while end < limit {
            let hyphen = doc.folded(end) == "-" && doc.tokens[end].glued;
            let particle = doc.case(end) == Case::Lower && surname_particles::TABLE.has_word(doc.listed(end));
            let article = particle && doc.folded(end + 1) == "-" && doc.tokens[end + 1].glued;
            let next = end + usize::from(hyphen || particle) + usize::from(article);
            let goes_on = next < limit && doc.kind(next) == TokenKind::Word && doc.case(next).is_capitalised();
            if !goes_on || !hyphen && doc.tokens[end].glued {
                break;
            }
            end = next + 1;
        }
        let owns = doc.kind(end) == TokenKind::Clitic;
        if !owns {
            join(tagged, TokenRange::new(i, end), Class::Place, true);
        }
    }
}

/// Whether an apposition says so: ", the nearest town,".
fn is_town(doc: &Document, comma: usize, is_unit: impl Fn(usize) -> bool) -> bool {
    const LONGEST: usize = 3;
    let determined = doc.folded(comma) == "," && matches!(doc.folded(comma + 1), "the" | "a");
    let unit = (comma + 2..comma + 2 + LONGEST)
        .take_while(|i| doc.case(*i) == Case::Lower && !matches!(doc.folded(*i), "of" | "who" | "from" | "in"))
        .find(|i| is_unit(*i));
    determined
        && unit.is_some_and(|i| doc.kind(i + 1) != TokenKind::Word || matches!(doc.folded(i + 1), "in" | "of" | "near"))
}

/// "The Coral Sea resort city of Cannes" is two places.
fn cut_before_unit(doc: &Document, is_unit: impl Fn(usize) -> bool, tagged: &mut Vec<Tagged>) {
    let unit = |name: &Tagged| {
        let TokenRange { start, end } = name.tokens;
        let mut inside = start + 1..end.saturating_sub(2);
        if name.class == Class::Place { inside.find(|i| is_unit(*i) && doc.folded(i + 1) == "of") } else { None }
    };
    if !tagged.iter().any(|name| unit(name).is_some()) {
        return;
    }
    let parts = |name: &Tagged| {
        let TokenRange { start, end } = name.tokens;
        let Some(unit) = unit(name) else { return [Some(*name), None] };
        let before = (start..unit).rev().find(|i| doc.case(*i).is_capitalised()).map(|last| last + 1);
        let place = |start, end| Tagged { tokens: TokenRange::new(start, end), class: Class::Place };
        [before.map(|end| place(start, end)), Some(place(unit + 2, end))]
    };
    *tagged = tagged.iter().flat_map(parts).flatten().collect();
}

/// Whose age follows is a person, who lives where "of" says behind it: "Man Bahadur Shahi, 34, survived", "Darren
/// Pugh, 52, of Rumney, denies".
pub(super) fn aged(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    let mut home = usize::MAX;
    let comma = |i: usize| doc.word(i) == ",";
    let is_age = |i: usize| doc.kind(i) == TokenKind::Number && doc.word(i).len() == 2;
    let listed = |name: &Tagged| clues.known_at(name.tokens.start).is_some_and(|known| known.tokens == name.tokens);
    for name in tagged.iter_mut() {
        if name.tokens.start == home && name.class == Class::Person {
            name.class = Class::Place;
        }
        let end = name.tokens.end;
        if comma(end) && is_age(end + 1) && comma(end + 2) {
            if !listed(name) {
                name.class = Class::Person;
            }
            home = if doc.folded(end + 3) == "of" { end + 4 } else { usize::MAX };
        }
    }
}

/// Puts one name in the place of those within `tokens`, if any is there and none reaches out of it. Where one is
/// the same words, its class stays unless it is to be `changed`.
pub(super) fn join(tagged: &mut Vec<Tagged>, tokens: TokenRange, class: Class, changed: bool) {
    let first = tagged.partition_point(|name| name.tokens.end <= tokens.start);
    let last = tagged.partition_point(|name| name.tokens.start < tokens.end);
    let Some(pieces) = tagged.get(first..last).filter(|pieces| !pieces.is_empty()) else { return };
    let within = pieces.iter().all(|name| tokens.start <= name.tokens.start && name.tokens.end <= tokens.end);
    let same = pieces.iter().any(|name| name.tokens == tokens);
    let open = |name: &Tagged| matches!(name.class, Class::Person | Class::Organization | Class::Other | Class::Place);
    if within && (!same || changed && pieces.iter().all(open)) {
        tagged.splice(first..last, [Tagged { tokens, class }]);
    }
}
