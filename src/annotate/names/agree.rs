//! One article, one sense: what the article mostly takes for a place is no person in one of its sentences.

use super::Lands;
use crate::annotate::entities::organizations;
use crate::document::{BlockRole, Document, WordSet};
use crate::lexicon::{cities, countries, grammar, organization_words, say_verbs};
use crate::maps::{HashMap, HashSet};
use crate::span::TokenRange;
use crate::tagger::clues::{self, What};
use crate::tagger::{Class, Clues, Tagged};
use crate::token::{Case, TokenKind};

/// How often the same words were tagged as a person, and as each other class.
#[derive(Default)]
struct Votes {
    person: usize,
    others: [usize; Class::ALL.len()],
}

/// Gives the same words the class that most of them have, where people are among the readings. (A city and
/// its club do share a name.)
pub(super) fn agree(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    without_scores(doc, tagged);
    let mut votes: Vec<Votes> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::default();
    let mut groups = Vec::with_capacity(tagged.len());
    for name in tagged.iter() {
        let group = *by_key.entry(key(doc, name)).or_insert(votes.len());
        if group == votes.len() {
            votes.push(Votes::default());
        }
        match name.class {
            Class::Person => votes[group].person += 1,
            class => votes[group].others[class as usize] += 1,
        }
        groups.push(group);
    }
    for (name, group) in tagged.iter_mut().zip(groups) {
        let of = &votes[group];
        let best = Class::ALL.into_iter().max_by_key(|class| of.others[*class as usize]);
        let Some((class, most)) = best.map(|class| (class, of.others[class as usize])) else { continue };
        // Of as many, a word that nobody is called by is no person.
        let nobody = !clues.has(name.tokens.end - 1, clues::GIVEN | clues::SURNAME);
        if name.class == Class::Person && (most > of.person || nobody && most > 0 && most == of.person) {
            name.class = class;
        } else if of.person > most && of.person > of.others.iter().sum() {
            name.class = Class::Person;
        }
    }
}

/// "Lakeside 46" is Lakeside, where the article has it without the number, too.
fn without_scores(doc: &Document, tagged: &mut [Tagged]) {
    let scored = |name: &Tagged| {
        let open = matches!(name.class, Class::Product | Class::Other) && name.tokens.len() > 1;
        open && doc.kind(name.tokens.end - 1) == TokenKind::Number
    };
    if !tagged.iter().any(scored) {
        return;
    }
    let others = tagged.iter().filter(|name| !scored(name));
    let first: HashSet<&str> = others.map(|name| doc.word(name.tokens.start)).collect();
    for name in tagged.iter_mut().filter(|name| scored(name) && first.contains(doc.word(name.tokens.start))) {
        name.tokens.end -= 1;
        name.class = Class::Organization;
    }
}

/// "Oceana's Gloria Estenzo" speaks for Oceana: nobody who is called by no name of people owns somebody.
pub(super) fn employers(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    let called: HashSet<&str> = tagged
        .iter()
        .filter(|name| name.class == Class::Person && name.tokens.len() > 1)
        .flat_map(|name| name.tokens.iter().map(|i| doc.folded(i)))
        .collect();
    let people = clues::GIVEN | clues::SURNAME;
    let owners: HashSet<&str> = tagged
        .windows(2)
        .filter_map(|pair| {
            let [owner, owned] = pair else { return None };
            let at = owner.tokens.start;
            let owns = owner.tokens.len() == 1
                && doc.kind(at + 1) == TokenKind::Clitic
                && owned.tokens.start == at + 2
                && owned.tokens.len() > 1
                && clues.has(at + 2, clues::GIVEN);
            let people = owner.class == Class::Person && owned.class == Class::Person && !clues.has(at, people);
            (owns && people && !called.contains(doc.folded(at))).then(|| doc.folded(at))
        })
        .collect();
    for name in tagged.iter_mut().filter(|name| !owners.is_empty() && name.tokens.len() == 1) {
        if name.class == Class::Person && owners.contains(doc.folded(name.tokens.start)) {
            name.class = Class::Organization;
        }
    }
}

/// A name of several words, or initials, is one thing throughout, persons aside: "Serra Alta" is the company where
/// the text also has "Serra Alta SA". (A town and its club share a name of one word.)
pub(super) fn bodies(doc: &Document, tagged: &mut [Tagged]) {
    let is_legal = |i: usize| organization_words::TABLE.has_tag(doc.listed(i), organization_words::LEGAL);
    let is_open = |name: &Tagged| {
        let initials = name.tokens.len() == 1 && doc.case(name.tokens.start) == Case::Upper;
        !matches!(name.class, Class::Person | Class::Group) && (name.tokens.len() > 1 || initials)
    };
    let whole = |name: &Tagged| {
        let legal = name.tokens.iter().skip(1).find(|i| is_legal(*i));
        let end =
            legal.map_or(name.tokens.end, |i| i - usize::from(i > name.tokens.start + 1 && doc.folded(i - 1) == ","));
        (doc.read(TokenRange::new(name.tokens.start, end)), legal.is_some())
    };
    let mut votes: Vec<[usize; Class::ALL.len()]> = Vec::new();
    let mut by_words: HashMap<String, usize> = HashMap::default();
    let mut groups = Vec::new();
    for name in tagged.iter().filter(|name| is_open(name)) {
        let (words, legal) = whole(name);
        let group = *by_words.entry(words).or_insert(votes.len());
        if group == votes.len() {
            votes.push(Default::default());
        }
        votes[group][name.class as usize] += 1;
        votes[group][Class::Organization as usize] += if legal { MANY } else { 0 };
        groups.push(group);
    }
    for (name, group) in tagged.iter_mut().filter(|name| is_open(name)).zip(groups) {
        let of = &votes[group];
        let most = Class::ALL.into_iter().max_by_key(|class| of[*class as usize]);
        if let Some(best) = most.filter(|best| of[*best as usize] > 2 * of[name.class as usize]) {
            name.class = best;
        }
    }
}

/// Whose first word stands for them: "Crestline" of Crestline Bank.
const COMPANIES: [&str; 8] = ["bank", "group", "airlines", "airways", "holdings", "insurance", "energy", "motors"];

/// The first word of a body's name stands for it, unless it is a place or somebody's name: "Lakeside" for Lakeside
/// FC, "Mahadri" for Mahadri Ltd. Someone's surname is no place: "Mulongo" of Peter Mulongo.
pub(super) fn parts(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    let word = clues::COMMON | clues::COUNTRY | clues::DEMONYM | clues::CAPITAL | clues::REGION | clues::CITY;
    let mut bodies: HashSet<&str> = HashSet::default();
    let mut towns: HashSet<&str> = HashSet::default();
    let mut people: HashSet<&str> = HashSet::default();
    let mut surnames: HashSet<&str> = HashSet::default();
    for name in tagged.iter().filter(|name| name.tokens.len() > 1) {
        let TokenRange { start, end } = name.tokens;
        match name.class {
            // "Calderbridge" of Calderbridge Borough Council.
            Class::Organization
                if organizations::is_of_town(doc, start + 1) && end - start > 2 && !clues.has(start, clues::COMMON) =>
            {
                towns.insert(doc.folded(start));
            }
            Class::Organization
                if (clues.has(start + 1, clues::TEAM | clues::LEGAL)
                    || end - start == 2 && COMPANIES.contains(&doc.folded(start + 1)))
                    && !clues.has(start, word) =>
            {
                bodies.insert(doc.folded(start));
            }
            // "Hydral" of Norsk Hydral ASA.
            Class::Organization if end - start > 2 && clues.has(end - 1, clues::LEGAL) && !clues.has(end - 2, word) => {
                bodies.insert(doc.folded(end - 2));
            }
            Class::Person if !name.tokens.iter().skip(1).all(|i| doc.tokens[i].glued) => {
                people.extend(name.tokens.iter().map(|i| doc.folded(i)));
                // "Villavicencio" of Dora Villavicencio Paz.
                let first = (end - start > 2 && doc.case(end - 2) == Case::Title).then(|| doc.folded(end - 2));
                let names = [first, Some(doc.folded(end - 1))].into_iter().flatten();
                surnames.extend(names.filter(|_| clues.has(start, clues::GIVEN)));
            }
            // "Rio" of Rio de Janeiro.
            Class::Place if end - start > 2 && is_led(doc, clues, start) => {
                towns.insert(doc.folded(start));
            }
            _ => {}
        }
    }
    let plays = |name: &&Tagged| name.tokens.len() == 1 && is_club(doc, clues, name.tokens.start);
    let mut clubs: HashSet<&str> = tagged.iter().filter(plays).map(|name| doc.folded(name.tokens.start)).collect();
    clubs.extend((0..doc.tokens.len()).filter(|i| is_coached(doc, clues, *i)).map(|i| doc.folded(i)));
    let beside = neighbours(doc, clues, tagged);
    let is_listed = |i: usize| countries::TABLE.has_word(doc.listed(i)) || cities::TABLE.has_word(doc.listed(i));
    let is_one = |name: &&mut Tagged| name.tokens.iter().skip(1).all(|i| doc.tokens[i].glued);
    for name in tagged.iter_mut().filter(|name| name.class == Class::Person) {
        let byline = doc.block(doc.block_at(name.tokens.start)).role == BlockRole::Byline;
        let called = clues::GIVEN | if name.tokens.len() > 1 { clues::SURNAME } else { 0 };
        let nobody =
            !byline && !clues.has(name.tokens.start, called) && !surnames.contains(doc.folded(name.tokens.end - 1));
        if nobody && beside.contains(&name.tokens.start) {
            name.class = Class::Place;
        }
    }
    for name in tagged.iter_mut().filter(is_one) {
        let at = name.tokens.start;
        let word = doc.folded(name.tokens.end - 1);
        let given = name.tokens.len() == 1 && clues.has(at, clues::GIVEN);
        let body = bodies.contains(word) && !people.contains(word) && !is_listed(at);
        match name.class {
            _ if doc.case(at) == Case::Lower => {}
            Class::Person | Class::Organization if towns.contains(word) && !people.contains(word) => {
                name.class = Class::Place;
            }
            Class::Place | Class::Person if clubs.contains(word) && !people.contains(word) && !stands_in(doc, at) => {
                name.class = Class::Organization;
            }
            // "in El-Obeid".
            Class::Person if (is_within(doc, at) || is_goal(doc, at)) && !given && !people.contains(word) => {
                name.class = Class::Place
            }
            Class::Person if body => name.class = Class::Organization,
            Class::Place if body && !stands_in(doc, at) => name.class = Class::Organization,
            Class::Place
                if surnames.contains(word)
                    && !clues.has(at, clues::COUNTRY | clues::CAPITAL)
                    && !stands_in(doc, at) =>
            {
                name.class = Class::Person;
            }
            _ => {}
        }
    }
}

/// A city is no body in an article that has nothing of sport: "Newcastle has kept its libraries".
pub(super) fn cities_without_clubs(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    let is_city = |name: &Tagged| {
        let known = clues.known_at(name.tokens.start).filter(|known| known.tokens == name.tokens);
        let city = known.is_some_and(|known| matches!(known.what, What::City | What::Capital));
        let word = clues.has(name.tokens.start, clues::COMMON | clues::COMPASS);
        name.class == Class::Organization && city && !word && doc.case(name.tokens.start) == Case::Title
    };
    let sports = ["coach", "league", "match", "goals", "players", "team", "club", "season"];
    if !tagged.iter().any(is_city) || (0..doc.tokens.len()).any(|i| sports.contains(&doc.folded(i))) {
        return;
    }
    tagged.iter_mut().filter(|name| is_city(name)).for_each(|name| name.class = Class::Place);
}

/// "Vasco coach Ramón Díaz": nobody's name stands before a coach's.
fn is_coached(doc: &Document, clues: &Clues, i: usize) -> bool {
    let word = clues::COMMON | clues::COUNTRY | clues::CAPITAL | clues::DEMONYM | clues::STARTER;
    let led = matches!(doc.folded(i + 1), "coach" | "captain") && doc.case(i + 2).is_capitalised();
    let first = |i: usize| i == doc.sentence(doc.sentence_at(i)).tokens.start;
    let alone = |i: usize| first(i) || !doc.case(i - 1).is_capitalised();
    led && doc.case(i) == Case::Title && doc.case(i + 1) == Case::Lower && !clues.has(i, word) && alone(i)
}

/// Whether the name at token `i` goes on with a small word and a capital: "Rio de Janeiro".
fn is_led(doc: &Document, clues: &Clues, i: usize) -> bool {
    let particle = matches!(doc.folded(i + 1), "de" | "do" | "da" | "es");
    particle && !clues.has(i, clues::PLACE_START | clues::COMMON) && doc.word(i).len() > 2
}

/// Where the names begin that stand beside a place and so are places, too: "between Arda and Bagua Grande", "for Jaén
/// and Arda".
fn neighbours(doc: &Document, clues: &Clues, tagged: &[Tagged]) -> HashSet<usize> {
    let is_place = |name: &Tagged| name.class == Class::Place && !clues.has(name.tokens.start, clues::COUNTRY);
    let led = |i: usize| i > 0 && matches!(doc.folded(i - 1), "between" | "in" | "from" | "near" | "for" | "to");
    let pairs = tagged.windows(2).filter_map(|pair| match pair {
        [a, b] if a.tokens.end + 1 == b.tokens.start && doc.folded(a.tokens.end) == "and" => Some((a, b)),
        _ => None,
    });
    pairs
        .filter(|(a, _)| led(a.tokens.start))
        .filter_map(|(a, b)| match (is_place(a), is_place(b)) {
            (true, false) => Some((b, b.tokens.end)),
            (false, true) => Some((a, usize::MAX)),
            _ => None,
        })
        // "in Arda and Ivo Lind said".
        .filter(|(_, behind)| !say_verbs::TABLE.has_word(doc.listed(*behind)))
        .map(|(name, _)| name.tokens.start)
        .collect()
}

/// Whether somebody goes to the name at token `i`: "fled to Aleosan".
fn is_goal(doc: &Document, i: usize) -> bool {
    let moves = ["fled", "flee", "flew", "fly", "travelled", "traveled", "drove", "returned"];
    i > 1 && doc.folded(i - 1) == "to" && moves.contains(&doc.folded(i - 2))
}

/// Whether "in" stands before the name at token `i`, and nothing that it would belong to: not "believe in Lopez".
fn is_within(doc: &Document, i: usize) -> bool {
    let led = i > 1 && doc.folded(i - 1) == "in" && doc.sentence_at(i - 1) == doc.sentence_at(i);
    let belief = ["believe", "believed", "believes", "confidence", "trust", "faith", "interest", "interested"];
    led && !belief.contains(&doc.folded(i - 2))
}

/// Whether the city at token `i` plays: "Lancaster have won", "Leeds, who brought a side", "Carlisle striker Ty Mensah",
/// "scored 94 goals for Carlisle". Nobody gives a city or its government a verb in the plural.
fn is_club(doc: &Document, clues: &Clues, i: usize) -> bool {
    if clues.has(i, clues::COUNTRY | clues::CAPITAL | clues::DEMONYM) || stands_in(doc, i) {
        return false;
    }
    let scored = ["goal", "goals", "appearances", "played", "plays", "debut", "signed", "wickets", "tries"];
    let plays_for = i > 1 && doc.folded(i - 1) == "for" && scored.contains(&doc.folded(i - 2));
    let next = doc.folded(i + 1);
    let plays =
        matches!(next, "striker" | "midfielder" | "defender" | "goalkeeper" | "winger" | "forward" | "fly-half");
    if !clues.has(i, clues::CITY) {
        return plays_for;
    }
    let starts = i == doc.sentence(doc.sentence_at(i)).tokens.start;
    plays
        || plays_for
        || starts && (matches!(next, "have" | "are" | "were") || next == "," && doc.folded(i + 2) == "who")
}

/// Whether a word before the name at token `i` says that it is a place: "in", "the town of".
fn stands_in(doc: &Document, i: usize) -> bool {
    let places = ["in", "at", "near", "from", "to", "of", "outside", "around", "into", "across", "towards", "and", ","];
    i > 0 && places.contains(&doc.folded(i - 1))
}

/// A company's suffix outweighs what is tagged.
const MANY: usize = 1000;

/// A quotation that begins with the word of another language is not about a people: "Hindi totoo".
pub(super) fn foreign_words(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let is_foreign = |i: usize| {
        let known = clues::COMMON | clues::STARTER | clues::UNIT | clues::ORG_HEAD | clues::ROLE;
        doc.case(i) == Case::Lower && !clues.has(i, known) && !grammar::TABLE.has_word(doc.listed(i))
    };
    tagged.retain(|name| {
        let TokenRange { start, end } = name.tokens;
        let opens = start.checked_sub(1).is_some_and(|i| doc.kind(i) == TokenKind::Quote);
        !(name.class == Class::Group && opens && is_foreign(end) && is_foreign(end + 1))
    });
}

/// A single word that is a country, a capital or the last word of a place that the article names ("Zangara" of
/// Upper Zangara) is no person, unless somebody in the article is called so.
pub(super) fn lands_are_no_people(doc: &Document, clues: &Clues, tagged: &mut [Tagged], lands: &Lands) {
    // Nor is it a body, where the article has it as a place, too.
    for name in tagged.iter_mut().filter(|name| name.class == Class::Organization) {
        let known = clues.known_at(name.tokens.start).filter(|known| known.tokens == name.tokens);
        if known.is_some_and(|known| known.what == What::Country) && lands.has(doc, name.tokens) {
            name.class = Class::Place;
        }
    }
    let people = tagged.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1);
    let called = WordSet::of(doc, people.flat_map(|name| name.tokens.iter()));
    for name in tagged.iter_mut().filter(|name| name.class == Class::Person && name.tokens.len() == 1) {
        let at = name.tokens.start;
        let known = clues.known_at(at).filter(|known| known.tokens == name.tokens);
        let state = known.is_some_and(|known| matches!(known.what, What::Country | What::Capital));
        if (state || lands.last.has(doc, at)) && !called.has(doc, at) {
            name.class = Class::Place;
        }
    }
}

/// The words; of "Nagorno-Karabakh" the last part, by which it is also called.
fn key(doc: &Document, name: &Tagged) -> String {
    let joined = name.tokens.iter().skip(1).all(|i| doc.tokens[i].glued);
    if joined { doc.folded(name.tokens.end - 1).to_string() } else { doc.read(name.tokens) }
}
