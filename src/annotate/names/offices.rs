//! What an office holder has is a place: "the mayor of Fass Boye", "Arda mayor Ana Reyes", and so is what something
//! reaches across, and what is counted with others: "Muara Lawa and Damai districts". What has officials is a body. What
//! a name is there, it is wherever it stands alone.

use crate::document::Document;
use crate::lexicon::place_words;
use crate::maps::HashMap;
use crate::tagger::clues::{self, Clues, What};
use crate::tagger::{Class, Tagged};
use crate::token::Case;

/// Whose holders have places.
pub(super) const OFFICES: [&str; 8] =
    ["mayor", "governor", "regent", "bishop", "archbishop", "sheriff", "prefect", "emir"];

/// Who belongs to a body.
const PEOPLE: [&str; 8] =
    ["officials", "volunteers", "executives", "employees", "fighters", "activists", "engineers", "lawmakers"];

/// Gives such names what they are there.
pub(super) fn classify(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    let words = clues::ORG_HEAD | clues::ORG_BODY | clues::LEGAL | clues::TEAM | clues::FACILITY | clues::COMMON;
    let is_open = |name: &Tagged| {
        let listed = clues.known_at(name.tokens.start).is_some_and(|known| known.what == What::Organization);
        let class = matches!(name.class, Class::Organization | Class::Person | Class::Other);
        let worded = name.tokens.iter().any(|i| clues.has(i, words));
        class && !listed && doc.case(name.tokens.start) == Case::Title && !worded
    };
    let mut told: HashMap<String, Class> = HashMap::default();
    for (at, name) in tagged.iter().enumerate().filter(|(_, name)| is_open(name)) {
        let second = tagged.get(at + 1).filter(|next| next.tokens.start == name.tokens.end + 1);
        if let Some(class) = told_by(doc, clues, name, second.map(|next| next.tokens.end)) {
            told.insert(doc.read(name.tokens), class);
        }
    }
    for name in tagged.iter_mut().filter(|name| !told.is_empty() && is_open(name)) {
        name.class = told.get(&doc.read(name.tokens)).copied().unwrap_or(name.class);
    }
}

/// What the words around the name say of it; `second` is where a name behind it and one more word ends.
fn told_by(doc: &Document, clues: &Clues, name: &Tagged, second: Option<usize>) -> Option<Class> {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let sentence = doc.sentence(doc.sentence_at(start)).tokens;
    let before = |back: usize| start.checked_sub(back).filter(|i| sentence.has(*i)).map_or("", |i| doc.folded(i));
    let behind = if sentence.has(end) { doc.folded(end) } else { "" };
    let of = before(1) == "of" && OFFICES.contains(&before(2));
    let across = name.class != Class::Person && matches!(before(1), "across" | "throughout");
    let nobody = !name.tokens.iter().any(|i| clues.has(i, clues::GIVEN | clues::SURNAME));
    let has_office = OFFICES.contains(&behind) && doc.case(end + 1).is_capitalised() && name.tokens.len() < 3;
    let counted = is_units(behind) || behind == "and" && second.is_some_and(|end| is_units(doc.folded(end)));
    let within = before(1) == "in" && name.class == Class::Person && name.tokens.len() > 1;
    let within = within && !clues.has(start, clues::GIVEN) && !matches!(before(2), "believe" | "faith" | "trust");
    if of || across || within || nobody && has_office || name.class == Class::Person && counted {
        return Some(Class::Place);
    }
    (name.class == Class::Person && nobody && PEOPLE.contains(&behind)).then_some(Class::Organization)
}

/// "Districts", "counties".
fn is_units(word: &str) -> bool {
    let unit = |word: &str| place_words::TABLE.has_tag(word, place_words::UNIT);
    word.strip_suffix("ies").is_some_and(|word| unit(&format!("{word}y"))) || word.strip_suffix('s').is_some_and(unit)
}
