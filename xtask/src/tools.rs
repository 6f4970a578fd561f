//! Finds the tools that a build needs. One that is missing or too old is named in one line, with
//! what was found, what is wanted, and the way to get it.

use crate::project::{run, www};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const WASM32: &str = "wasm32-unknown-unknown";

/// A tool on PATH: as Windows has it, too, where npm is `npm.cmd`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    std::env::split_paths(&path)
        .flat_map(|dir| endings.iter().map(move |ending| dir.join(format!("{name}{ending}"))))
        .find(|file| file.is_file())
}

/// What a tool prints, trimmed; nothing where it fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// A tool of which at least some version is wanted.
struct Wanted {
    name: &'static str,
    version: [u32; 2],
    get: &'static str,
}

const NODE: Wanted =
    Wanted { name: "node", version: [20, 19], get: "get it from https://nodejs.org or with your system's packages" };
const NPM: Wanted = Wanted { name: "npm", version: [9, 0], get: "it comes with Node from https://nodejs.org" };

impl Wanted {
    fn find(&self) -> Result<PathBuf> {
        let Self { name, version: [major, minor], get } = self;
        let wanted = if *minor == 0 { format!("{major}") } else { format!("{major}.{minor}") };
        let Some(path) = find(name) else { bail!("{name} not found: version {wanted} or later is wanted; {get}") };
        let found = output(Command::new(&path).arg("--version")).unwrap_or_default();
        match version(&found) {
            Some(version) if version >= self.version => Ok(path),
            Some([major, minor]) => {
                bail!("{name} {major}.{minor} is too old: version {wanted} or later is wanted; {get}")
            }
            None => bail!("{name} at {} does not tell its version: {wanted} or later is wanted; {get}", path.display()),
        }
    }
}

/// The first two numbers of what a tool says its version is: `v20.1.0`, `Python 3.12.1`.
fn version(told: &str) -> Option<[u32; 2]> {
    let digits = told.find(|c: char| c.is_ascii_digit())?;
    let mut numbers = told[digits..].split(|c: char| !c.is_ascii_digit()).map(str::parse);
    Some([numbers.next()?.ok()?, numbers.next().and_then(Result::ok).unwrap_or(0)])
}

/// Node.
pub(crate) fn node() -> Result<Command> {
    Ok(Command::new(NODE.find()?))
}

/// npm, in the package's folder.
pub(crate) fn npm<'a>(args: impl IntoIterator<Item = &'a str>) -> Result<Command> {
    let mut npm = Command::new(NPM.find()?);
    npm.args(args).current_dir(www());
    Ok(npm)
}

/// All that a build of the package and the page needs, before any of it begins.
pub(crate) fn ready() -> Result<()> {
    NODE.find()?;
    NPM.find()?;
    wasm32()?;
    node_modules()
}

/// Adds the WebAssembly target where it is missing.
pub(crate) fn wasm32() -> Result<()> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let lib = output(Command::new(rustc).args(["--print", "target-libdir", "--target", WASM32]));
    if lib.is_some_and(|dir| Path::new(&dir).is_dir()) {
        return Ok(());
    }
    let Some(rustup) = find("rustup") else {
        bail!(
            "Rust's target {WASM32} is missing, and rustup, which adds it, is not found: get it from https://rustup.rs"
        );
    };
    println!("adding Rust's target {WASM32}");
    run(Command::new(rustup).args(["target", "add", WASM32]))
        .with_context(|| format!("Rust's target {WASM32} is missing: run `rustup target add {WASM32}`"))
}

/// Installs the package's dependencies where they are missing or not those of the lock file.
fn node_modules() -> Result<()> {
    let changed = |name: &str| www().join(name).metadata().and_then(|meta| meta.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") && installed >= changed("package.json") {
        return Ok(());
    }
    println!("installing the page's dependencies");
    run(&mut npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?)
}
