//! `cargo xtask dist`: all that is published, in `dist/`.

use crate::build::Sizes;
use crate::project::{root, run, target, www};
use crate::serve;
use crate::{start, tools};
use anyhow::{Context as _, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the hostable site, the single file and the npm tarball to dist/
#[derive(clap::Args)]
pub(crate) struct Dist {}

impl Dist {
    pub(crate) fn run(&self) -> Result<()> {
        let page = start::page()?;
        let dist = root().join("dist");
        if dist.exists() {
            fs::remove_dir_all(&dist).context("dist/ can't be emptied")?;
        }
        let site = dist.join("site");
        copy(&page, &site)?;
        fs::write(site.join("_headers"), headers(&site)?)?;
        fs::copy(www().join("dist/newsmark.html"), dist.join("newsmark.html")).context("the single file is missing")?;
        pack(&dist)?;
        for file in files(&dist)? {
            println!("{:<44} {}", file.strip_prefix(root()).unwrap_or(&file).display(), Sizes::of(&file)?);
        }
        Ok(())
    }
}

/// The headers that a host should send, as many static hosts read them from the site's folder.
fn headers(site: &Path) -> Result<String> {
    let mut file = String::from("/*\n");
    for (name, value) in serve::headers(site)? {
        writeln!(file, "  {name}: {value}")?;
    }
    Ok(file)
}

/// Packs the npm package with the project's papers, from a folder of its own: `www` stays clean.
fn pack(dist: &Path) -> Result<()> {
    let package = target().join("npm");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    copy(&www().join("lib"), &package.join("lib"))?;
    fs::copy(www().join("package.json"), package.join("package.json"))?;
    for name in ["www/README.md", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"] {
        let from = root().join(name);
        let to = package.join(from.file_name().unwrap_or_default());
        fs::copy(&from, to).with_context(|| format!("{name} is missing"))?;
    }
    let mut npm = tools::npm(["pack", "--ignore-scripts", "--silent", "--pack-destination"])?;
    run(npm.arg(dist).current_dir(&package))
}

/// Copies a folder and all in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let copied = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(copied.parent().unwrap_or(to))?;
        fs::copy(&file, &copied).with_context(|| format!("{} can't be written", copied.display()))?;
    }
    Ok(())
}

/// All files below a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
