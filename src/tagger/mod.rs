//! The tagger: which tokens are names, and of what kind.

pub(crate) mod clues;

pub(crate) use clues::Clues;
