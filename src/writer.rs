//! Writes wire objects: serde's questions, reduced to the few that the wire format has an answer to, for whatever they
//! are written as.

use serde::Serialize;
use serde::ser::{self, Impossible};
use std::fmt::Error;

/// What wire objects are written as.
pub(crate) trait Output {
    /// Null: an unknown value.
    fn none(&mut self);
    /// Before a value that might have been unknown.
    fn some(&mut self) {}
    fn bool(&mut self, value: bool);
    /// An offset or a length.
    fn offset(&mut self, value: u32);
    /// A count of people, however many.
    fn count(&mut self, value: u64);
    fn float(&mut self, value: f64);
    fn text(&mut self, text: &str);
    /// One of a closed set of words.
    fn word(&mut self, word: &'static str);
    fn open_list(&mut self, len: usize);
    /// Before each item of a list.
    fn item(&mut self) {}
    fn close_list(&mut self) {}
    fn open_object(&mut self) {}
    /// Before each field of an object.
    fn field(&mut self, _name: &'static str) {}
    fn close_object(&mut self) {}
}

/// Writes one value after the other.
pub(crate) struct Writer<O>(pub(crate) O);

/// What the wire format has not.
macro_rules! none {
    ($($method:ident: $type:ty,)*) => {$(
        fn $method(self, _: $type) -> Result<(), Error> { Err(Error) }
    )*};
}

impl<O: Output> ser::Serializer for &mut Writer<O> {
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
        self.0.bool(value);
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.0.offset(value);
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.0.count(value);
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.0.float(value);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.0.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.0.none();
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.0.some();
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.0.word(variant);
        Ok(())
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self, Error> {
        self.0.open_list(len.ok_or(Error)?);
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.0.open_object();
        Ok(self)
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

impl<O: Output> ser::SerializeSeq for &mut Writer<O> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.0.item();
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.0.close_list();
        Ok(())
    }
}

impl<O: Output> ser::SerializeStruct for &mut Writer<O> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.0.field(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.0.close_object();
        Ok(())
    }
}
