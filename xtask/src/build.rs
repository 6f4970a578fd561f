//! `cargo xtask build`: the crate as WebAssembly with its JavaScript and TypeScript, in `www/pkg`.

use crate::project::{cargo, root, run, target, www};
use crate::tools;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Builds the release WebAssembly and its JavaScript into www/pkg
#[derive(clap::Args)]
pub(crate) struct Build {}

impl Build {
    pub(crate) fn run(&self) -> Result<()> {
        package()
    }
}

/// One of the WebAssembly modules that the crate is built as.
struct Module {
    name: &'static str,
    /// The feature that has what JavaScript calls in it.
    feature: &'static str,
    /// What it may weigh gzipped, data included: readers download it.
    promised: usize,
    /// How it is compiled: for speed, or to be small.
    profile: &'static str,
}

const MODULES: [Module; 2] = [
    Module { name: "newsmark", feature: "js", promised: 750_000, profile: "wasm" },
    Module { name: "newsmark_export", feature: "js-export", promised: 125_000, profile: "wasm-small" },
];

/// Brings `www/pkg` up to date.
pub(crate) fn package() -> Result<()> {
    tools::ready()?;
    // The bindings import it.
    let pkg = www().join("pkg");
    fs::create_dir_all(&pkg)?;
    fs::copy(root().join("src/objects.js"), pkg.join("objects.js")).context("objects.js could not be written")?;
    for module in &MODULES {
        module.build()?;
        println!("{}: {}", module.shown(), Sizes::of(&module.finished())?);
    }
    Ok(())
}

/// Fails where a built module weighs more than is promised.
pub(crate) fn is_small() -> Result<()> {
    for module in &MODULES {
        let sizes = Sizes::of(&module.finished())?;
        if sizes.gzipped > module.promised {
            bail!(
                "{} weighs {sizes}; at most {} KB gzipped are promised: shorten a list or the model",
                module.shown(),
                module.promised / 1000
            );
        }
        println!("{}: {sizes}", module.shown());
    }
    Ok(())
}

impl Module {
    fn finished(&self) -> PathBuf {
        www().join(format!("pkg/{}_bg.wasm", self.name))
    }

    fn shown(&self) -> String {
        let finished = self.finished();
        finished.strip_prefix(root()).unwrap_or(&finished).display().to_string()
    }

    fn build(&self) -> Result<()> {
        // Each in a folder of its own, where it stays while the other is built.
        let folder = target().join(self.feature);
        let args = [
            "build",
            "--profile",
            self.profile,
            "--target",
            "wasm32-unknown-unknown",
            "--lib",
            "--no-default-features",
        ];
        run(cargo(args).args(["--features", self.feature, "--target-dir"]).arg(&folder))?;

        let compiled = folder.join("wasm32-unknown-unknown").join(self.profile).join("newsmark.wasm");
        let newest_source = changed(&compiled).max(std::env::current_exe().ok().and_then(|exe| changed(&exe)));
        if changed(&self.finished()) <= newest_source {
            bind(self.name, &compiled, &self.finished())?;
        }
        Ok(())
    }
}

/// Writes the bindings and makes the module smaller and faster. The finished module is written
/// last, so that one which stands is whole.
fn bind(name: &str, compiled: &Path, finished: &Path) -> Result<()> {
    let work = target().join("bindgen");
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(true)
        // After a trap the bindings take a new instance of the same module.
        .reset_state_function(true)
        .generate(&work)
        .context("wasm-bindgen could not write the bindings")?;
    let pkg = www().join("pkg");
    for ending in [".js", ".d.ts", "_bg.wasm.d.ts"] {
        let file = format!("{name}{ending}");
        fs::copy(work.join(&file), pkg.join(&file)).with_context(|| format!("{file} could not be written"))?;
    }
    let smaller = work.join(format!("{name}_opt.wasm"));
    run(tools::node()?
        .arg(www().join("node_modules/binaryen/bin/wasm-opt"))
        .args([
            "-Oz",
            "--one-caller-inline-max-function-size=20",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ])
        .arg(work.join(format!("{name}_bg.wasm")))
        .arg("-o")
        .arg(&smaller))?;
    fs::rename(smaller, finished)?;
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
