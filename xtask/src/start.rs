//! `cargo xtask start`: from a fresh clone to the page in a browser.

use crate::project::{run, www};
use crate::serve::Site;
use crate::{build, tools};
use anyhow::{Result, bail};
use std::process::{Command, Stdio};

/// Builds everything, serves the page on this machine, and opens it in the browser
#[derive(clap::Args)]
pub(crate) struct Start {
    /// Port to serve on; the next free one where it is taken
    #[arg(long, default_value_t = 8017)]
    port: u16,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
}

impl Start {
    pub(crate) fn run(&self) -> Result<()> {
        let folder = page()?;
        let site = Site::open(&folder, self.port)?;
        let address = site.address();
        println!("\nNewsmark is at {address}  (Ctrl-C ends it)");
        if !self.no_open {
            open(&address);
        }
        site.serve();
        Ok(())
    }
}

/// Builds the package and the page; gives the page's folder.
pub(crate) fn page() -> Result<std::path::PathBuf> {
    build::package()?;
    run(&mut tools::npm(["run", "build"])?)?;
    let folder = www().join("dist/site");
    if !folder.join("index.html").is_file() {
        bail!("`npm run build` in www left no {}", folder.join("index.html").display());
    }
    Ok(folder)
}

/// Opens the address where there is a display; never fails: the address stands on the screen.
fn open(address: &str) {
    let display = cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if !display {
        return;
    }
    let mut opener = if cfg!(windows) {
        let mut cmd = Command::new("cmd");
        cmd.args(["/C", "start", ""]);
        cmd
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    let _ = opener.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
