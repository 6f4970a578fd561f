//! Reads spec files: prose, a fenced block `text` with an article, and after it fenced blocks that
//! say what a layer must be.
//!
//! A fenced block `lexicon` before it holds the user's own names for that article.
//!
//! In the info string of `text` may stand `published=2022-08-04`, and `escapes`: then `\n`, `\r`,
//! `\t`, `\\` and `\u{A0}` in the article and in what is expected stand for these characters.

use super::{LAYERS, diff, layer_lines};
use newsmark::{Annotator, Lexicon};

/// An article and what it must be read as.
pub(crate) struct Example {
    /// `tests/spec/NAME.md:LINE` of the article.
    pub(crate) at: String,
    /// The article.
    pub(crate) text: String,
    /// Day of publication.
    pub(crate) published: Option<String>,
    /// The user's own names.
    pub(crate) lexicon: Option<String>,
    expected: Vec<Expected>,
}

struct Expected {
    at: String,
    layer: String,
    lines: Vec<String>,
}

/// A fenced block.
struct Fence<'a> {
    line: usize,
    info: &'a str,
    lines: Vec<&'a str>,
}

/// The examples of a spec file, in order, and what is wrong with the file.
pub(crate) fn examples(path: &str, content: &str) -> (Vec<Example>, Vec<String>) {
    let mut examples: Vec<Example> = Vec::new();
    let mut faults = Vec::new();
    let mut escapes = false;
    let mut lexicon = None;
    let (fences, open) = fences(content);
    faults.extend(open.map(|line| format!("{path}:{line}: this fenced block is never closed")));
    for fence in fences {
        let at = format!("{path}:{}", fence.line);
        let mut words = fence.info.split_whitespace();
        let name = words.next().unwrap_or("");
        if name == "text" {
            let mut published = None;
            escapes = false;
            for word in words {
                match word.split_once('=') {
                    Some(("published", date)) => published = Some(date.to_string()),
                    None if word == "escapes" => escapes = true,
                    _ => faults.push(format!("{at}: `text` takes published=DATE or escapes, not `{word}`")),
                }
            }
            let text = characters(&fence.lines.join("\n"), escapes);
            examples.push(Example { at, text, published, lexicon: lexicon.take(), expected: Vec::new() });
        } else if name == "lexicon" && words.next().is_none() {
            let list = fence.lines.join("\n");
            let (_, problems) = Lexicon::read(&list);
            faults.extend(problems.iter().map(|problem| format!("{at}: line {problem}")));
            lexicon = Some(list);
        } else if !LAYERS.contains(&name) || words.next().is_some() {
            faults.push(format!("{at}: no layer is called `{}`; there are: {}", fence.info, LAYERS.join(", ")));
        } else if let Some(example) = examples.last_mut() {
            let lines = fence.lines.iter().filter(|line| !line.trim().is_empty());
            let lines = lines.map(|line| characters(line.trim(), escapes)).collect();
            example.expected.push(Expected { at, layer: name.to_string(), lines });
        } else {
            faults.push(format!("{at}: `{name}` comes before any `text`"));
        }
    }
    let bare = examples.iter().filter(|e| e.expected.is_empty());
    faults.extend(bare.map(|e| format!("{}: this article has no layer after it that says what is expected", e.at)));
    (examples, faults)
}

/// What an example's article is read as, where it differs from what is expected.
pub(crate) fn check(example: &Example) -> Vec<String> {
    let mut annotator = Annotator::default();
    if let Some(date) = &example.published {
        annotator = match annotator.with_published(date) {
            Ok(annotator) => annotator,
            Err(error) => return vec![format!("{}: {error}", example.at)],
        };
    }
    if let Some(list) = &example.lexicon {
        annotator = annotator.with_lexicon(Lexicon::read(list).0);
    }
    let article = annotator.annotate(&example.text);
    let failures = example.expected.iter().filter_map(|expected| {
        let actual = layer_lines(&article, &expected.layer);
        (actual != expected.lines).then(|| {
            format!("{}: {} (- expected, + read)\n{}", expected.at, expected.layer, diff(&expected.lines, &actual))
        })
    });
    failures.collect()
}

/// The fenced blocks of `content`, and the line of one that is never closed.
fn fences(content: &str) -> (Vec<Fence<'_>>, Option<usize>) {
    let ticks = |line: &str| line.bytes().take_while(|b| *b == b'`').count();
    let mut closed = Vec::new();
    let mut open: Option<(usize, Fence)> = None;
    for (i, line) in content.lines().enumerate() {
        open = match open {
            Some((length, fence)) if ticks(line) >= length && line.trim_matches('`').trim().is_empty() => {
                closed.push(fence);
                None
            }
            Some((length, mut fence)) => {
                fence.lines.push(line);
                Some((length, fence))
            }
            None if ticks(line) >= 3 => {
                Some((ticks(line), Fence { line: i + 1, info: line.trim_matches('`').trim(), lines: Vec::new() }))
            }
            None => None,
        };
    }
    (closed, open.map(|(_, fence)| fence.line))
}

fn characters(text: &str, escapes: bool) -> String {
    if !escapes {
        return text.to_string();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let (c, length) = match after.chars().next() {
            Some('n') => ('\n', 1),
            Some('r') => ('\r', 1),
            Some('t') => ('\t', 1),
            Some('u') => after
                .strip_prefix("u{")
                .and_then(|code| code.split_once('}'))
                .and_then(|(code, _)| Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, code.len() + 3)))
                .unwrap_or(('\\', 0)),
            Some('\\') => ('\\', 1),
            _ => ('\\', 0),
        };
        out.push(c);
        rest = &after[length..];
    }
    out + rest
}
