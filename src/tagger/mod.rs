//! The tagger: which tokens are names, and of what kind, learnt from annotated news.
//!
//! A conditional random field (Lafferty, McCallum and Pereira 2001) over BIO labels: [`features`] tells what is seen
//! around a token, [`model`] what each of it weighs for each label, [`decode`] finds the best legal path through a
//! sentence. The weights are learnt by `cargo xtask train` and stand in `data/model.bin`; all arithmetic is on integers,
//! so that every machine gives the same answer.

pub mod clues;
pub mod decode;
pub mod features;
pub mod model;
mod parts;

pub use clues::Clues;
use features::Reader;
use model::Model;
use parts::Kept;

use crate::document::Document;
use crate::span::TokenRange;
use std::cell::RefCell;
use std::sync::OnceLock;

/// What a name names, as the training data has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// A place.
    Place,
    /// A building, road, airport.
    Facility,
    /// A nationality, religion, following.
    Group,
    /// A thing made.
    Product,
    /// Another name: an event, a disease, a work.
    Other,
}

impl Class {
    /// All, in the order of their labels.
    pub const ALL: [Class; 7] =
        [Class::Person, Class::Organization, Class::Place, Class::Facility, Class::Group, Class::Product, Class::Other];
}

/// A BIO label: outside, or at the begin or inside of a name of a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Label(u8);

impl Label {
    /// How many labels there are.
    pub const COUNT: usize = 1 + 2 * Class::ALL.len();
    /// Not in a name.
    pub const OUTSIDE: Label = Label(0);

    /// The label at `index`.
    pub fn at(index: usize) -> Label {
        Label(index as u8)
    }

    /// The first token of a name.
    pub fn begin(class: Class) -> Label {
        Label(1 + 2 * class as u8)
    }

    /// A later token of a name.
    pub fn inside(class: Class) -> Label {
        Label(2 + 2 * class as u8)
    }

    /// Its number, below [`Label::COUNT`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Whether a name begins here.
    pub fn is_begin(self) -> bool {
        self.0 % 2 == 1
    }

    /// The class of the name, if it is in one.
    pub fn class(self) -> Option<Class> {
        Class::ALL.get(self.index().div_ceil(2) - usize::from(self.0 > 0)).copied().filter(|_| self.0 > 0)
    }

    /// Whether it may follow `before`: inside only goes on from the same class.
    pub fn may_follow(self, before: Label) -> bool {
        self.0 == 0 || self.is_begin() || self.class() == before.class()
    }
}

/// A name that the tagger found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it names.
    pub class: Class,
}

/// How many sentences are tagged before that is told.
const TOLD: usize = 1 << 12;

/// Tags the names of `doc`, in order; `tell` is told how much is tagged of a long text, in percent.
pub fn tag(doc: &Document, clues: &Clues, tell: &dyn Fn(u32)) -> Vec<Tagged> {
    static MODEL: OnceLock<Model> = OnceLock::new();
    thread_local! {
        static KEPT: RefCell<Kept> = RefCell::default();
    }
    let model = MODEL.get_or_init(|| Model::read(include_bytes!("../../data/model.bin")).unwrap_or_default());
    KEPT.with_borrow_mut(|kept| tag_keeping(model, doc, clues, kept, tell))
}

/// As [`tag`], with another model.
pub fn tag_with(model: &Model, doc: &Document, clues: &Clues) -> Vec<Tagged> {
    tag_keeping(model, doc, clues, &mut Kept::default(), &|_| {})
}

fn tag_keeping(model: &Model, doc: &Document, clues: &Clues, kept: &mut Kept, tell: &dyn Fn(u32)) -> Vec<Tagged> {
    kept.begin(doc.epoch());
    let reader = Reader::new(doc, clues);
    let mut decoder = decode::Decoder::new(model.transitions());
    let mut found = Vec::new();
    for (done, sentence) in doc.sentences.iter().enumerate() {
        if done % TOLD == TOLD - 1 {
            tell((done * 100 / doc.sentences.len()) as u32);
        }
        let TokenRange { start: first, end } = sentence.tokens;
        let is_open = |i: usize| reader.may_be_name(i) && !reader.is_plain(i);
        let mut next = first;
        while let Some(start) = (next..end).find(|i| is_open(*i)) {
            decoder.begin(start == first);
            next = start;
            while next < end && is_open(next) {
                decoder.step(&reader.sum(next, model, kept).scores());
                next += 1;
            }
            decoder.names(start, next < end, &mut found);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_know_their_class() {
        assert_eq!(Label::OUTSIDE.class(), None);
        for class in Class::ALL {
            assert_eq!(Label::begin(class).class(), Some(class));
            assert_eq!(Label::inside(class).class(), Some(class));
            assert!(Label::inside(class).may_follow(Label::begin(class)));
            assert!(!Label::inside(class).may_follow(Label::OUTSIDE));
        }
        assert!(!Label::inside(Class::Person).may_follow(Label::begin(Class::Place)));
    }
}
