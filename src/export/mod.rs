//! Other formats, one a file. Exporters read finished wire objects and nothing else, so that a
//! result which a person has corrected goes out as it stands.

pub mod claims;

use crate::offsets::OffsetUnit;
use crate::wire;

/// The text of a wire object by its offsets, whatever they count.
struct Text<'a> {
    text: &'a str,
    /// The byte where each unit begins; empty where a byte is a unit.
    bytes: Vec<usize>,
}

impl<'a> Text<'a> {
    /// Of an article without its text every slice is empty.
    fn of(article: &'a wire::Article) -> Self {
        let text = article.text.as_deref().unwrap_or_default();
        let mut bytes = Vec::new();
        if article.offset_unit != OffsetUnit::Byte && !text.is_ascii() {
            for (at, c) in text.char_indices() {
                let units = if article.offset_unit == OffsetUnit::Utf16 { c.len_utf16() } else { 1 };
                bytes.extend(std::iter::repeat_n(at, units));
            }
            bytes.push(text.len());
        }
        Text { text, bytes }
    }

    fn slice(&self, start: u32, end: u32) -> &'a str {
        let byte = |unit: u32| match self.bytes.as_slice() {
            [] => Some(unit as usize),
            bytes => bytes.get(unit as usize).copied(),
        };
        byte(start).zip(byte(end)).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// The slice on one line: wrapped lines joined, without a blank after a hyphen at a line's end.
    fn line(&self, start: u32, end: u32) -> String {
        let mut out = String::new();
        for line in self.slice(start, end).lines() {
            for word in line.split_whitespace() {
                if !out.is_empty() && !(line.trim_start().starts_with(word) && out.ends_with('-')) {
                    out.push(' ');
                }
                out.push_str(word);
            }
        }
        out
    }
}
