//! Paragraphs to blocks with their roles.
//!
//! Some paragraphs say by their own words what they are ([`super::roles`]). For the others their
//! place decides: what stands before the first body paragraph and is no sentence is a headline.

use super::bylines::{is_person, is_signed};
use super::chars::is_quote;
use super::dateline::{dateline_len, is_place, opens_article};
use super::lines::{Paragraph, ends_sentence, is_titled, paragraphs};
use super::roles::{is_caption, is_desk, is_label, is_related_heading, is_signed_caption};
use crate::document::BlockRole;
use crate::maps::HashSet;
use crate::span::Span;

/// The longest headline, in characters.
const HEADLINE: usize = 200;

/// The longest heading between paragraphs, in characters.
const CROSSHEAD: usize = 70;

/// A block before its tokens are known.
pub(crate) struct Stretch {
    pub(crate) span: Span,
    pub(crate) role: BlockRole,
}

/// The blocks of `text`, in order, without blanks at their ends.
pub(crate) fn stretches(text: &str) -> Vec<Stretch> {
    let paragraphs = paragraphs(text);
    let roles = roles(text, &paragraphs);
    let mut out = Vec::with_capacity(paragraphs.len());
    // `LOPEZ: Thank you, Tom.` looks like a dateline.
    let mut first_body = !has_turns(text, &paragraphs);
    for (paragraph, role) in paragraphs.iter().zip(roles) {
        let span = paragraph.span;
        if role == BlockRole::Body {
            let words = &text[span.range()];
            if let Some((dateline, rest)) = dateline_len(words, first_body) {
                let start = span.start as usize;
                out.push(Stretch { span: Span::new(start, start + dateline), role: BlockRole::Dateline });
                out.push(Stretch { span: Span::new(start + rest, span.end as usize), role });
                first_body = false;
                continue;
            }
            first_body = false;
        }
        out.push(Stretch { span, role });
    }
    out
}

/// Whether two paragraphs begin with the same words in capitals and a colon, as the turns of a transcript do.
fn has_turns(text: &str, paragraphs: &[Paragraph]) -> bool {
    const LABEL: usize = 30;
    let label = |paragraph: &Paragraph| {
        let (label, _) = text[paragraph.span.range()].split_once(':')?;
        let shouted = label.len() < LABEL && !label.contains(char::is_lowercase) && label.contains(char::is_uppercase);
        shouted.then_some(label)
    };
    let mut seen = HashSet::default();
    paragraphs.iter().filter_map(label).any(|label| !seen.insert(label))
}

/// The role of each paragraph.
fn roles(text: &str, paragraphs: &[Paragraph]) -> Vec<BlockRole> {
    let words = |i: usize| paragraphs.get(i).map_or("", |p| &text[p.span.range()]);
    let mut roles: Vec<BlockRole> = Vec::with_capacity(paragraphs.len());
    // A sentence under the headline, between it and who wrote the article, tells what it is about.
    let signed = |i: usize| {
        paragraphs.get(i + 1).is_some_and(|next| match next.role {
            Some(role) => matches!(role, BlockRole::Byline | BlockRole::Dateline) && !words(i + 1).starts_with('('),
            None => is_person(words(i + 1)),
        })
    };
    let is_deck = |i: usize| {
        signed(i)
            && words(i).len() <= HEADLINE
            && (i + 2..paragraphs.len().min(i + 8)).any(|i| words(i).len() > CROSSHEAD)
    };
    let (mut headed, mut body_began) = (false, false);
    let mut related_list = false;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let here = words(i);
        let listed = related_list && !ends_sentence(here) && here.len() <= HEADLINE;
        let role = match paragraph.role {
            Some(role) => role,
            // Over the headline a list of pointers may end in the headline.
            None if listed && (headed || body_began || !signed(i)) => BlockRole::Related,
            None if !body_began && !here.contains(char::is_alphanumeric) => BlockRole::Link,
            None if is_caption(here) => BlockRole::Caption,
            // Who goes on in a live blog stands under the time.
            None if body_began && roles.last() == Some(&BlockRole::Dateline) && is_person(here) => BlockRole::Byline,
            None if body_began => {
                let next = paragraphs.get(i + 1).filter(|p| p.role.is_none() && !p.bullet);
                let before = paragraphs.get(i - 1).filter(|p| p.role.is_none()).map(|_| words(i - 1));
                let heads = next.is_some() && before.is_none_or(ends_sentence) && is_crosshead(here, words(i + 1));
                if heads && !paragraph.bullet { BlockRole::Headline } else { BlockRole::Body }
            }
            None if headed && is_signed_caption(here) => BlockRole::Caption,
            None if (is_person(here) || headed && is_signed(here)) && i + 1 < paragraphs.len() => BlockRole::Byline,
            None if headed && roles.last() == Some(&BlockRole::Credit) && !ends_sentence(here) => BlockRole::Caption,
            None if roles.last() == Some(&BlockRole::Headline) && is_deck(i) => BlockRole::Headline,
            None if roles.last() == Some(&BlockRole::Byline) && is_desk(here) => BlockRole::Byline,
            None if here.split(',').all(is_place) && i + 1 < paragraphs.len() => BlockRole::Dateline,
            None if opens_article(here) => BlockRole::Body,
            None if is_headline(here, i + 1 < paragraphs.len()) && !paragraph.bullet => BlockRole::Headline,
            None => BlockRole::Body,
        };
        headed |= role == BlockRole::Headline;
        body_began |= role == BlockRole::Body;
        related_list = listed || role == BlockRole::Related && is_related_heading(here);
        roles.push(role);
    }
    // Single words above the real headline are the menu of the page, `Esportes`, or a label, as are `BREAKING NEWS`.
    let is_above = |i: usize| words(i).split_whitespace().nth(1).is_none() || is_label(words(i));
    let heads = |roles: &[BlockRole], i: usize| roles[i] == BlockRole::Headline && !is_above(i);
    let body = roles.iter().position(|role| *role == BlockRole::Body).unwrap_or(roles.len());
    if let Some(headline) = (0..body).find(|i| heads(&roles, *i)) {
        for (i, role) in roles[..body].iter_mut().enumerate().filter(|(_, role)| **role == BlockRole::Headline) {
            if i < headline && is_above(i) || is_label(words(i)) {
                *role = BlockRole::Link;
            }
        }
    }
    // A text of one loose phrase has no headline: there is nothing that it could head.
    if !body_began && paragraphs.iter().all(|p| p.role.is_none()) {
        for (i, role) in roles.iter_mut().enumerate() {
            let loose = !is_titled(words(i)) || words(i).split_whitespace().count() < 3;
            if *role == BlockRole::Headline && loose {
                *role = BlockRole::Body;
            }
        }
    }
    roles
}

fn is_headline(words: &str, more_follows: bool) -> bool {
    let length = words.chars().take(HEADLINE + 1).count();
    let count = words.split_whitespace().take(20).count();
    length <= HEADLINE
        && (!ends_sentence(words)
            || more_follows && count >= 3 && is_titled(words)
            // `Quake kills two; / Rescuers search ruins.`
            || more_follows && words.lines().next().is_some_and(|line| line.trim_end().ends_with(';'))
            || more_follows && count <= 15 && words.ends_with('?'))
}

/// A few words without a full stop between two paragraphs that have one.
fn is_crosshead(words: &str, next: &str) -> bool {
    // `'The roof just went'`
    let quoted = words.starts_with(is_quote) && words.ends_with(is_quote);
    let bare = if quoted { words.trim_matches(is_quote) } else { words };
    words.chars().take(CROSSHEAD + 1).count() <= CROSSHEAD
        && bare.starts_with(char::is_uppercase)
        && bare.ends_with(char::is_alphanumeric)
        && words.split_whitespace().count() <= 10
        && ends_sentence(next)
        && next.len() > CROSSHEAD
}
