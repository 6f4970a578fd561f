//! `cargo xtask score`: how right the marks are, on gold corpora that are not part of the project.

use crate::project::{cargo, root, run, target};
use crate::tools;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// Scores the release command line on the dev files of a folder of gold corpora
#[derive(clap::Args)]
pub(crate) struct Score {
    /// Folder that holds ner/*.jsonl, quotes/*.jsonl and casualties/*.jsonl
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// The scorer
    #[arg(long, value_name = "FILE", default_value = "../shared/eval/score.py")]
    scorer: PathBuf,
    /// Keep what was marked in this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Files to score, such as ner/worldwide-dev; all where none is named
    names: Vec<String>,
}

impl Score {
    pub(crate) fn run(&self) -> Result<()> {
        let corpora = there(&self.corpora, "corpora")?;
        let scorer = there(&self.scorer, "scorer")?;
        let mut python = tools::python()?;
        run(&mut cargo(["build", "--release", "--bin", "newsmark"]))?;
        python.arg(scorer).arg("--bin").arg(target().join("release/newsmark")).arg("--corpora").arg(corpora);
        if let Some(out) = &self.out {
            python.arg("--out").arg(root().join(out));
        }
        run(python.args(&self.names))
    }
}

/// A path from the repository's root, if something is there.
fn there(path: &Path, option: &str) -> Result<PathBuf> {
    let full = root().join(path);
    if !full.exists() {
        bail!(
            "{} is not there: the gold corpora and their scorer are not part of the project; name yours with --{option}",
            full.display()
        );
    }
    Ok(full)
}
