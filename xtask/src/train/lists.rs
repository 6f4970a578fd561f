//! The lists of words that the tagger asks, to learn without one of them and see what it adds.

use newsmark::tagger::clues::{self, Bits};

/// What each list, or several of a kind, tells the tagger.
const LISTS: [(&str, Bits); 9] = [
    ("people", clues::GIVEN | clues::SURNAME),
    ("countries", clues::COUNTRY | clues::CAPITAL | clues::DEMONYM),
    ("regions", clues::REGION),
    ("cities", clues::CITY),
    ("organizations", clues::ORGANIZATION),
    ("titles", clues::HONORIFIC | clues::ROLE | clues::RELATION | clues::TITLE_END),
    ("organization-words", clues::ORG_HEAD | clues::ORG_BODY | clues::LEGAL | clues::TEAM),
    ("place-words", clues::FACILITY | clues::PLACE_END | clues::PLACE_START | clues::UNIT | clues::COMPASS),
    ("common-words", clues::COMMON | clues::STARTER),
];
/// All of them.
const ALL: &str = "all";

/// What can be left out.
pub(super) fn names() -> Vec<&'static str> {
    LISTS.iter().map(|(name, _)| *name).chain([ALL]).collect()
}

/// The clues of a list.
pub(super) fn clues(list: &str) -> Bits {
    let clues = |(name, clues): &(&str, Bits)| if *name == list || list == ALL { *clues } else { 0 };
    LISTS.iter().map(clues).fold(0, |all, clues| all | clues)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_clue_is_of_two_lists() {
        let count: u32 = LISTS.iter().map(|(_, clues)| clues.count_ones()).sum();
        assert_eq!(clues(ALL).count_ones(), count);
        assert_eq!(clues("people"), clues::GIVEN | clues::SURNAME);
    }
}
