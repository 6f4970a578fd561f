//! `cargo xtask bench`: how fast the engine reads and how much it weighs, by itself and against other engines.

use crate::build;
use crate::project::{cargo, root, run};
use crate::tools;
use anyhow::Result;

/// Measures how fast native and WebAssembly read, and times and sizes against wink-nlp and compromise
#[derive(clap::Args)]
pub(crate) struct Bench {}

impl Bench {
    pub(crate) fn run(&self) -> Result<()> {
        build::package()?;
        println!();
        run(&mut cargo(["bench", "--quiet", "--bench", "annotate"]))?;
        run(tools::node()?.arg("benches/annotate.js").current_dir(root()))?;
        println!();
        let peers = root().join("benches/peers");
        run(tools::npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])?.current_dir(&peers))?;
        run(tools::node()?.arg(peers.join("compare.js")))
    }
}
