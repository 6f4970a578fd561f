//! `cargo xtask test`: everything that shows whether the project works.

use crate::browsers::Browsers;
use crate::parts::Parts;
use crate::project::{cargo, root, target};
use crate::{start, tools};
use anyhow::Result;
use std::path::PathBuf;

/// Runs every test: native, WebAssembly, and the page in a real browser
#[derive(clap::Args)]
pub(crate) struct Test {}

impl Test {
    pub(crate) fn run(&self) -> Result<()> {
        let mut parts = Parts::default();
        let result = all(&mut parts);
        parts.report();
        result
    }
}

/// The parts in order; ends at the first that fails.
pub(crate) fn all(parts: &mut Parts) -> Result<()> {
    let mut browsers = None;
    parts.run("tools", || {
        tools::ready()?;
        browsers = Some(Browsers::get()?);
        Ok(())
    })?;
    parts.test("native tests", || Ok(cargo(["test", "--workspace", "--all-features", "--no-fail-fast"])))?;
    parts.test("wasm tests", || {
        let args = ["test", "--target", "wasm32-unknown-unknown", "--no-default-features"];
        Ok(cargo(args.into_iter().chain(["--features", "js,js-export", "--test", "wasm"])))
    })?;
    parts.run("page build", || start::page().map(drop))?;
    parts.test("native and wasm agree", || {
        let mut node = tools::node()?;
        node.args(["--test", "--test-reporter=spec", "tests/wasm"]).current_dir(root()).env("NEWSMARK", newsmark());
        Ok(node)
    })?;
    parts.test("page tests", || {
        let mut npm = tools::npm(["test"])?;
        browsers.iter().for_each(|browsers| browsers.tell(&mut npm));
        Ok(npm)
    })
}

/// The command line that the native tests built.
fn newsmark() -> PathBuf {
    target().join("debug").join(format!("newsmark{}", std::env::consts::EXE_SUFFIX))
}
