//! `cargo xtask bench`: how fast the engine reads and how much it weighs, by itself and against other engines; how fast
//! the page is.

use crate::browsers::Browsers;
use crate::project::{cargo, root, run};
use crate::{start, tools};
use anyhow::Result;

/// Measures how fast native and WebAssembly read, times and sizes against wink-nlp and compromise, and the page
#[derive(clap::Args)]
pub(crate) struct Bench {}

impl Bench {
    pub(crate) fn run(&self) -> Result<()> {
        let browsers = Browsers::get()?;
        start::page()?;
        println!();
        run(&mut cargo(["bench", "--quiet", "--bench", "annotate"]))?;
        run(tools::node()?.arg("benches/annotate.js").current_dir(root()))?;
        println!();
        let peers = root().join("benches/peers");
        run(tools::npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])?.current_dir(&peers))?;
        run(tools::node()?.arg(peers.join("compare.js")))?;
        println!();
        let mut page = tools::node()?;
        browsers.tell(&mut page);
        run(page.arg("benches/page.js").current_dir(root()))
    }
}
