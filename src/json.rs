//! Wire objects as JSON text.
//!
//! Does what serde_json does for the few types that the wire format is made of, several times faster: names of fields
//! are written as they stand, and strings at once where nothing in them needs an escape.

use crate::writer::{Output, Writer};
use serde::Serialize;

/// `value` as JSON; `None` where it holds a type that the wire format has not.
pub(crate) fn to_string(value: &impl Serialize) -> Option<String> {
    let mut writer = Writer(Json { out: Vec::with_capacity(1 << 15), items: false });
    value.serialize(&mut writer).ok()?;
    String::from_utf8(writer.0.out).ok()
}

struct Json {
    out: Vec<u8>,
    /// Whether the list or object that is open has any items yet.
    items: bool,
}

impl Json {
    fn open(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.items = false;
    }

    /// Ends the list or object, which is an item of the one around it.
    fn close(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.items = true;
    }
}

impl Output for Json {
    fn none(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    fn bool(&mut self, value: bool) {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
    }

    fn offset(&mut self, value: u32) {
        number(value.into(), &mut self.out);
    }

    fn count(&mut self, value: u64) {
        number(value, &mut self.out);
    }

    fn float(&mut self, value: f64) {
        float(value, &mut self.out);
    }

    fn text(&mut self, text: &str) {
        string(text, &mut self.out);
    }

    fn word(&mut self, word: &'static str) {
        self.out.push(b'"');
        self.out.extend_from_slice(word.as_bytes());
        self.out.push(b'"');
    }

    fn open_list(&mut self, _: usize) {
        self.open(b'[');
    }

    fn item(&mut self) {
        if self.items {
            self.out.push(b',');
        }
        self.items = true;
    }

    fn close_list(&mut self) {
        self.close(b']');
    }

    fn open_object(&mut self) {
        self.open(b'{');
    }

    fn field(&mut self, name: &'static str) {
        self.item();
        self.word(name);
        self.out.push(b':');
    }

    fn close_object(&mut self) {
        self.close(b'}');
    }
}

/// Writes a whole number.
pub(crate) fn number(mut number: u64, out: &mut Vec<u8>) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// Writes a string in quotes.
fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| *byte < b' ' || *byte == b'"' || *byte == b'\\') {
        out.extend_from_slice(&rest[..at]);
        let escape: &[u8] = match rest[at] {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0x08 => b"\\b",
            0x0C => b"\\f",
            byte => {
                let digit = |value: u8| b"0123456789abcdef"[usize::from(value & 15)];
                &[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte)]
            }
        };
        out.extend_from_slice(escape);
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Writes a number that may have a fraction: mostly it is whole, or has one digit behind the point.
fn float(value: f64, out: &mut Vec<u8>) {
    let tenths = (value * 10.0).round();
    if tenths.abs() < 1e15 && tenths / 10.0 == value && !(value == 0.0 && value.is_sign_negative()) {
        if tenths < 0.0 {
            out.push(b'-');
        }
        let tenths = tenths.abs() as u64;
        number(tenths / 10, out);
        out.push(b'.');
        number(tenths % 10, out);
    } else {
        out.extend(serde_json::to_string(&value).unwrap_or_default().bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offsets::OffsetUnit;
    use crate::wire::Article;

    fn same(value: &impl Serialize) {
        assert_eq!(to_string(value), serde_json::to_string(value).ok());
    }

    #[test]
    fn writes_what_serde_json_writes() {
        let text = "Mayor Ana Reyes spoke in Lima, Peru. “At least 12 people died, 3.5 km away,” she said on Friday.";
        let article = crate::annotate(text).to_wire(OffsetUnit::Utf16);
        assert!(!article.quotes.is_empty() && !article.quantities.is_empty() && !article.figures.is_empty());
        let all: String = (0..0x300).filter_map(char::from_u32).collect();
        same(&Article { text: Some(all), id: Some("\\\"\u{2028}😀".to_string()), ..article });
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        for value in [0, 9, 10, 4_294_967_295, u64::MAX] {
            same(&value);
        }
        let whole = [0.0, 1.0, -7.0, 300.0, 1e14, 1e15, 1e16, 123_456_789_012_345_678.0, f64::MAX];
        let parts = [0.1, -0.1, 35.7, -179.9, 0.3, 0.25, 1e-7, 2.5e9, 99_999_999_999_999.9, f64::MIN_POSITIVE, -0.0];
        for value in whole.into_iter().chain(parts).chain([f64::NAN, f64::INFINITY]) {
            same(&value);
        }
        for tenths in -40_000..40_000 {
            same(&(f64::from(tenths) / 10.0));
        }
    }
}
