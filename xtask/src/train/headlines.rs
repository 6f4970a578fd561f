//! Headlines to learn from: the gold corpora have few that capitalise every word, and the web is full of them.
//!
//! Short sentences of an article are put above it as headlines, each word in capitals. The names in them are known.

use super::corpus::Article;
use newsmark::document::{Document, Sentence};
use newsmark::token::TokenKind;

/// So many headlines an article.
const HEADLINES: usize = 3;
/// How many words a headline has.
const WORDS: std::ops::RangeInclusive<usize> = 4..=12;

/// The article below headlines made of its own sentences, and how many bytes they take; none where none is short.
pub(super) fn above(article: &Article) -> Option<(Article, usize)> {
    let doc = Document::new(&article.text);
    let words = |sentence: &Sentence| sentence.tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word).count();
    let named = |sentence: &Sentence| {
        article.names.iter().any(|(start, end, _)| *start >= start_of(sentence) && *end <= end_of(sentence))
    };
    let short = doc.sentences.iter().filter(|sentence| WORDS.contains(&words(sentence)) && named(sentence));
    let mut text = String::new();
    let mut names = Vec::new();
    for sentence in short.take(HEADLINES) {
        let shift = |at: usize| at - start_of(sentence) + text.len();
        let inside =
            article.names.iter().filter(|(start, end, _)| *start >= start_of(sentence) && *end <= end_of(sentence));
        names.extend(inside.map(|(start, end, class)| (shift(*start), shift(*end), *class)));
        let line = doc.slice(sentence.span).replace('\n', " ");
        text.push_str(&capitalised(line.strip_suffix('.').unwrap_or(&line)));
        text.push_str("\n\n");
    }
    let length = text.len();
    names.extend(article.names.iter().map(|(start, end, class)| (start + length, end + length, *class)));
    text.push_str(&article.text);
    (length > 0).then_some((Article { text, names, gold: article.gold }, length))
}

fn start_of(sentence: &Sentence) -> usize {
    sentence.span.start as usize
}

fn end_of(sentence: &Sentence) -> usize {
    sentence.span.end as usize
}

/// Each word of more than three letters, and the first, with a capital. As many bytes as before.
fn capitalised(line: &str) -> String {
    let word = |(at, word): (usize, &str)| {
        let mut word = word.to_string();
        if at == 0 || word.len() > 3 {
            word.get_mut(..1).into_iter().for_each(str::make_ascii_uppercase);
        }
        word
    };
    line.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::corpus;
    use super::*;

    #[test]
    fn names_keep_their_places() {
        let line = r#"{"text": "Nurses in Ostrel met Mira Kovan.\n\nIt was a long day.", "entities": [
            {"start": 10, "end": 16, "label": "Location"}, {"start": 21, "end": 31, "label": "Person"}]}"#;
        let article = corpus::article(line, true).expect("a line of a corpus");
        let (with, length) = above(&article).expect("a short sentence");
        assert_eq!(&with.text[..length], "Nurses in Ostrel Met Mira Kovan\n\n".replace("Met", "met"));
        let words: Vec<&str> = with.names.iter().map(|(start, end, _)| &with.text[*start..*end]).collect();
        assert_eq!(words, ["Ostrel", "Mira Kovan", "Ostrel", "Mira Kovan"]);
    }
}
