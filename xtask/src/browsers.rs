//! Finds the browsers that the page tests run in; installs Debian's where there is none and it may.

use crate::project::{run, shown};
use crate::tools::{self, output};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// A family of browsers that one driver drives.
struct Family {
    /// Names a file to be used before all others.
    variable: &'static str,
    names: &'static [&'static str],
    /// Below /Applications on macOS, and below the program folders on Windows.
    places: &'static [&'static str],
}

const CHROMIUM: Family = Family {
    variable: "NEWSMARK_CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "chrome",
        "microsoft-edge-stable",
        "microsoft-edge",
        "msedge",
    ],
    places: &[
        "Chromium.app/Contents/MacOS/Chromium",
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ],
};

const FIREFOX: Family = Family {
    variable: "NEWSMARK_FIREFOX",
    names: &["firefox", "firefox-esr"],
    places: &["Firefox.app/Contents/MacOS/firefox", "Mozilla Firefox/firefox.exe"],
};

impl Family {
    fn find(&self) -> Option<PathBuf> {
        let named = std::env::var_os(self.variable).map(PathBuf::from).filter(|file| file.is_file());
        let on_path = || self.names.iter().find_map(|name| tools::find(name));
        let folders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].into_iter().filter_map(std::env::var_os);
        let mut folders = folders.map(PathBuf::from).chain(cfg!(target_os = "macos").then(|| "/Applications".into()));
        let installed = || {
            folders.find_map(|folder| self.places.iter().map(|place| folder.join(place)).find(|file| file.is_file()))
        };
        named.or_else(on_path).or_else(installed)
    }
}

/// The browsers of this machine.
pub(crate) struct Browsers {
    chromium: Option<PathBuf>,
    firefox: Option<PathBuf>,
}

impl Browsers {
    fn find() -> Self {
        Self { chromium: CHROMIUM.find(), firefox: FIREFOX.find() }
    }

    /// Finds one at least; on a Debian machine of our own, installs both where there is none.
    pub(crate) fn get() -> Result<Self> {
        let found = Self::find();
        if found.chromium.is_some() || found.firefox.is_some() {
            return Ok(found);
        }
        let [update, install] = &mut apt();
        if !is_debian() {
            bail!("no browser found: install Chromium, Chrome, Edge or Firefox, or name one in {}", CHROMIUM.variable);
        }
        if !is_root() {
            bail!("no browser found: run `sudo {}`", shown(install));
        }
        println!("no browser found: installing Debian's");
        run(update)?;
        run(install)?;
        Ok(Self::find())
    }

    /// Tells the page tests where the browsers are.
    pub(crate) fn tell(&self, command: &mut Command) {
        for (family, file) in [(CHROMIUM, &self.chromium), (FIREFOX, &self.firefox)] {
            match file {
                Some(file) => command.env(family.variable, file),
                None => command.env_remove(family.variable),
            };
        }
    }
}

fn apt() -> [Command; 2] {
    let words: [&[&str]; 2] =
        [&["update"], &["install", "--yes", "--no-install-recommends", "chromium", "firefox-esr"]];
    words.map(|words| {
        let mut apt = Command::new("apt-get");
        apt.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    })
}

fn is_debian() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian") && tools::find("apt-get").is_some()
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
