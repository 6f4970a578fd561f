//! `cargo xtask build`: the crate as WebAssembly with its JavaScript and TypeScript, in `www/pkg`.

use crate::project::{cargo, root, run, target, www};
use crate::tools;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Builds the release WebAssembly and its JavaScript into www/pkg
#[derive(clap::Args)]
pub(crate) struct Build {}

impl Build {
    pub(crate) fn run(&self) -> Result<()> {
        package()
    }
}

/// Brings `www/pkg` up to date.
pub(crate) fn package() -> Result<()> {
    tools::ready()?;
    let args = ["build", "--profile", "wasm", "--target", "wasm32-unknown-unknown", "--lib", "--no-default-features"];
    run(&mut cargo(args))?;

    let compiled = target().join("wasm32-unknown-unknown/wasm/newsmark.wasm");
    let finished = www().join("pkg/newsmark_bg.wasm");
    let newest_source = changed(&compiled).max(std::env::current_exe().ok().and_then(|exe| changed(&exe)));
    if changed(&finished) <= newest_source {
        bind(&compiled, &finished)?;
    }
    let sizes = Sizes::of(&finished)?;
    println!("{}: {sizes}", finished.strip_prefix(root()).unwrap_or(&finished).display());
    Ok(())
}

/// Writes the bindings and makes the module smaller and faster. The finished module is written
/// last, so that one which stands is whole.
fn bind(compiled: &Path, finished: &Path) -> Result<()> {
    let work = target().join("bindgen");
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(true)
        // After a trap the bindings take a new instance of the same module.
        .reset_state_function(true)
        .generate(&work)
        .context("wasm-bindgen could not write the bindings")?;
    let pkg = www().join("pkg");
    fs::create_dir_all(&pkg)?;
    for name in ["newsmark.js", "newsmark.d.ts", "newsmark_bg.wasm.d.ts"] {
        fs::copy(work.join(name), pkg.join(name)).with_context(|| format!("{name} could not be written"))?;
    }
    let smaller = work.join("newsmark_opt.wasm");
    run(tools::node()?
        .arg(www().join("node_modules/binaryen/bin/wasm-opt"))
        .args([
            "-Oz",
            "--one-caller-inline-max-function-size=20",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ])
        .arg(work.join("newsmark_bg.wasm"))
        .arg("-o")
        .arg(&smaller))?;
    fs::rename(smaller, finished)?;
    Ok(())
}

/// What the WebAssembly may weigh gzipped, data included: readers download it.
const PROMISED: usize = 750_000;

/// Fails where the built WebAssembly weighs more than is promised.
pub(crate) fn is_small() -> Result<()> {
    let path = www().join("pkg/newsmark_bg.wasm");
    let sizes = Sizes::of(&path)?;
    if sizes.gzipped > PROMISED {
        bail!(
            "{} weighs {sizes}; at most {} KB gzipped are promised: shorten a list or the model",
            path.display(),
            PROMISED / 1000
        );
    }
    println!("{sizes}");
    Ok(())
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|meta| meta.modified()).ok()
}

/// How much a file weighs, as it is and as it travels.
pub(crate) struct Sizes {
    raw: usize,
    gzipped: usize,
}

impl Sizes {
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("{} can't be read", path.display()))?;
        let mut gzip = flate2::read::GzEncoder::new(bytes.as_slice(), flate2::Compression::best());
        let gzipped = std::io::copy(&mut gzip, &mut std::io::sink())?;
        Ok(Self { raw: bytes.len(), gzipped: usize::try_from(gzipped)? })
    }
}

impl std::fmt::Display for Sizes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} KB, {} KB gzipped", self.raw.div_ceil(1000), self.gzipped.div_ceil(1000))
    }
}
