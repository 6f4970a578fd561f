//! Bylines that no word such as "By" opens: a person's name, alone or with where or for whom it was written.
//!
//! A name alone is told by its given name. With a place or a paper behind it any words may be one that have capitals
//! and mean nothing else, since the line stands under a headline.

use super::chars::is_quote;
use super::dateline::is_place;
use super::roles::{folded, is_agency};
use crate::lexicon::{cities, common_words, organization_words, people};

/// Whether a line is a person's name and nothing else: `Ana Reyes`, `ANA REYES and TOM LEE`,
/// `Tom Lee (now) and Ana Reyes (earlier)`.
pub(crate) fn is_person(line: &str) -> bool {
    line.split_whitespace().take(9).count() < 9
        && line.split(" and ").all(|name| {
            let aside = |word: &&str| word.starts_with('(') && word.ends_with(')');
            let mut words: Vec<&str> = name.split_whitespace().collect();
            words.pop_if(|word| aside(&&**word));
            words.first().is_some_and(|word| is_given(word) || is_initial(word)) && is_name(&words)
        })
}

/// Whether a line under a headline says who wrote it and where, or for whom: `Guy Lindqvist, Madrid`,
/// `Ana Reyes in Kyiv and Tom Lee in London`, `Ana Reyes - The Coast Post`, `BBC News, Madrid`.
pub(crate) fn is_signed(line: &str) -> bool {
    line.split_whitespace().take(12).count() < 12
        && line.split(" and ").all(|part| {
            let cut = [", ", " in ", " - ", " – ", " | ", " • "].iter().find_map(|mark| part.split_once(mark));
            let Some((name, rest)) = cut else { return is_person(part) };
            let rest = rest.split(',').next().unwrap_or(rest);
            let words: Vec<&str> = name.split_whitespace().collect();
            let given = words.first().is_some_and(|word| word.ends_with('.') || is_given(word));
            let city = cities::TABLE.has_word(&folded(rest));
            // "Guy" and "Rose" are words, too.
            let named = has_shape(&words) && !words.iter().skip(usize::from(city)).any(|word| is_common(word));
            let paper = |word: &str| organization_words::TABLE.has_word(&folded(word));
            let titled = rest.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
            !is_place(name)
                && (city && (named || is_agency(name))
                    || given && named && (is_place(rest) || titled && rest.split_whitespace().any(paper)))
        })
}

/// Whether some words may be a person's name: two to four with capitals, none of which means anything else.
pub(super) fn is_name(words: &[&str]) -> bool {
    has_shape(words) && !words.iter().any(|word| is_common(word))
}

fn has_shape(words: &[&str]) -> bool {
    let letter = |c: char| c.is_alphabetic() || is_quote(c) || matches!(c, '-' | '.');
    let capital = |word: &&str| word.starts_with(char::is_uppercase) && bare(word).chars().all(letter);
    (2..=4).contains(&words.len()) && words.iter().all(capital)
}

fn is_common(word: &str) -> bool {
    common_words::TABLE.has_word(&folded(bare(word)))
}

fn is_given(word: &str) -> bool {
    people::TABLE.has_tag(&folded(word), people::GIVEN)
}

fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letter| letter.chars().count() == 1)
}

fn bare(word: &str) -> &str {
    word.trim_end_matches(['.', ','])
}
