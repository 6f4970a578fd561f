//! What came along from the page: links, pointers to other articles, characters that nobody sees.

use super::Note;
use crate::document::{Block, BlockRole, Document};
use crate::span::{BlockId, Span};

/// Runs of link and related lines.
pub(super) fn leftovers(doc: &Document) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut run = false;
    for (i, block) in doc.blocks.iter().enumerate() {
        let id = || BlockId::at(i).to_string();
        match notes.last_mut().filter(|_| run) {
            Some(note) if is_leftover(block) => {
                note.span = note.span.join(block.span);
                note.items.push(id());
                note.message = "Links and pointers to other articles were left in the text. Take them out.".to_string();
            }
            _ if is_leftover(block) => notes.push(Note {
                kind: "page-leftovers",
                span: block.span,
                items: vec![id()],
                message: match block.role {
                    BlockRole::Related => "A pointer to another article was left in the text. Take it out.".to_string(),
                    _ => "A link or button was left in the text. Take it out.".to_string(),
                },
            }),
            _ => {}
        }
        run = is_leftover(block);
    }
    notes
}

fn is_leftover(block: &Block) -> bool {
    matches!(block.role, BlockRole::Link | BlockRole::Related)
}

/// Characters that take no room and that searching stumbles over: one note for each kind.
pub(super) fn hidden_characters(doc: &Document) -> Vec<Note> {
    // Where right-to-left words stand in the text, direction marks have work to do; joiners have
    // in many scripts and in emoji.
    let mut marked: Vec<(usize, char)> = Vec::new();
    let mut at = 0;
    while let Some(more) = doc.text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii()) {
        at += more;
        let Some(c) = doc.text[at..].chars().next() else { break };
        marked.extend((c >= '\u{AD}').then_some((at, c)));
        at += c.len_utf8();
    }
    let both_ways = marked.iter().any(|(_, c)| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}'));
    let kinds: [(&str, fn(char) -> bool); 3] = [
        ("zero-width space", |c| matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')),
        ("soft hyphen", |c| c == '\u{AD}'),
        (
            "direction mark",
            |c| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
        ),
    ];
    let mut notes = Vec::new();
    for (name, is_kind) in kinds {
        if name == "direction mark" && both_ways {
            continue;
        }
        // A byte order mark at the very start belongs to the file, not to the text.
        let mut places = marked.iter().filter(|(at, c)| is_kind(*c) && *at > 0);
        let Some(&(at, c)) = places.next() else { continue };
        let count = 1 + places.count();
        let (s, them) = if count == 1 { ("", "it") } else { ("s", "them") };
        notes.push(Note {
            kind: "hidden-characters",
            span: word_at(doc, Span::new(at, at + c.len_utf8())),
            items: Vec::new(),
            message: format!("{count} hidden character{s} ({name}), the first one here. Delete {them}: searching and sorting trip over {them}."),
        });
    }
    notes
}

/// The word that holds or precedes a character that can't be seen.
fn word_at(doc: &Document, hidden: Span) -> Span {
    let after = doc.token_at(hidden.start);
    let holds = doc.tokens.get(after).filter(|token| token.span.contains(hidden));
    let before = after.checked_sub(1).and_then(|i| doc.tokens.get(i));
    holds.or(before).map_or(hidden, |token| token.span)
}
