//! What several tests share: reading `tests/spec/*.md`, an article's layers as lines, an
//! article drawn so that a person can read it, and what holds for every article.

// Each test binary uses a part of this.
#![allow(dead_code, unused_imports)]

mod diff;
mod invariants;
mod items;
mod layers;
mod render;
mod spec;

pub(crate) use diff::diff;
pub(crate) use invariants::broken;
pub(crate) use items::check_items;
pub(crate) use layers::{LAYERS, layer_lines, one_line};
pub(crate) use render::render;
pub(crate) use spec::{Example, check, examples};
