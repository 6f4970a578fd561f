//! `cargo xtask ci`: what must hold before a change is taken.

use crate::parts::Parts;
use crate::project::{cargo, run};
use crate::{build, test, tools};
use anyhow::Result;

/// Checks format, lints, types and docs, then runs every test
#[derive(clap::Args)]
pub(crate) struct Ci {}

impl Ci {
    pub(crate) fn run(&self) -> Result<()> {
        let mut parts = Parts::default();
        let result = all(&mut parts);
        parts.report();
        result
    }
}

fn all(parts: &mut Parts) -> Result<()> {
    parts.run("format", || run(&mut cargo(["fmt", "--all", "--check"])))?;
    parts.run("lints, native", || {
        run(&mut cargo(["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]))
    })?;
    parts.run("lints, wasm", || {
        tools::wasm32()?;
        let args = ["clippy", "--target", "wasm32-unknown-unknown", "--no-default-features"];
        let what = ["--features", "js,js-export", "--lib", "--test", "wasm", "--", "-D", "warnings"];
        run(&mut cargo(args.into_iter().chain(what)))
    })?;
    parts.run("docs", || {
        run(cargo(["doc", "--workspace", "--all-features", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    test::all(parts)?;
    parts.run("size", build::is_small)?;
    parts.run("types of the JavaScript", || run(&mut tools::npm(["run", "check"])?))
}
