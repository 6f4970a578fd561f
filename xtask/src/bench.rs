//! `cargo xtask bench`: how fast the engine reads and how much it weighs.

use crate::build::{self, Sizes};
use crate::project::{cargo, root, run, www};
use crate::tools;
use anyhow::Result;

/// Measures how fast native and WebAssembly read, and the size of the package
#[derive(clap::Args)]
pub(crate) struct Bench {}

impl Bench {
    pub(crate) fn run(&self) -> Result<()> {
        build::package()?;
        println!();
        run(&mut cargo(["bench", "--quiet", "--bench", "annotate"]))?;
        run(tools::node()?.arg("benches/annotate.js").current_dir(root()))?;
        println!();
        for name in ["newsmark_bg.wasm", "newsmark.js"] {
            println!("{name:<20} {}", Sizes::of(&www().join("pkg").join(name))?);
        }
        Ok(())
    }
}
