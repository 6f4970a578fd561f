//! Wire objects as JSON text.
//!
//! Does what serde_json does for the few types that the wire format is made of, several times faster: names of fields
//! are written as they stand, and strings at once where nothing in them needs an escape.

use serde::Serialize;
use serde::ser::{self, Impossible};
use std::fmt::Error;

/// `value` as JSON; `None` where it holds a type that the wire format has not.
pub(crate) fn to_string(value: &impl Serialize) -> Option<String> {
    let mut out = Vec::with_capacity(1 << 15);
    value.serialize(&mut Writer { out: &mut out, items: false }).ok()?;
    String::from_utf8(out).ok()
}

/// Writes one value after the other.
struct Writer<'o> {
    out: &'o mut Vec<u8>,
    /// Whether the list or object that is open has any items yet.
    items: bool,
}

impl Writer<'_> {
    fn comma(&mut self) {
        if self.items {
            self.out.push(b',');
        }
        self.items = true;
    }

    /// Ends the list or object, which is an item of the one around it.
    fn close(&mut self, bracket: u8) -> Result<(), Error> {
        self.out.push(bracket);
        self.items = true;
        Ok(())
    }

    fn open(&mut self, bracket: u8) -> Result<&mut Self, Error> {
        self.out.push(bracket);
        self.items = false;
        Ok(self)
    }

    fn word(&mut self, word: &str) -> Result<(), Error> {
        self.out.extend_from_slice(word.as_bytes());
        Ok(())
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

/// What the wire format has not.
macro_rules! none {
    ($($method:ident: $type:ty,)*) => {$(
        fn $method(self, _: $type) -> Result<(), Error> { Err(Error) }
    )*};
}

impl ser::Serializer for &mut Writer<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeStruct = Self;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.word(if value { "true" } else { "false" })
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        number(value, self.out);
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        float(value, self.out);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        string(text, self.out);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.word("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.word("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.out.push(b'"');
        self.word(variant)?;
        self.out.push(b'"');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(b'[')
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.open(b'{')
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    none! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_f32: f32, serialize_char: char, serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        Err(Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

impl ser::SerializeSeq for &mut Writer<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.comma();
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.close(b']')
    }
}

impl ser::SerializeStruct for &mut Writer<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.comma();
        self.out.push(b'"');
        self.word(name)?;
        self.out.extend_from_slice(b"\":");
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.close(b'}')
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
