//! What is said where a tool is missing or too old: xtask is run with a PATH of stand-ins.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may end so")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::Mutex;

/// A PATH with stand-ins only: scripts by name, of which cargo, Node and npm can be replaced.
struct Machine {
    path: PathBuf,
    tools: Vec<(&'static str, &'static str)>,
}

/// A script that is being written can't be run, not even by the child of another test's thread.
static WRITING: Mutex<()> = Mutex::new(());

impl Machine {
    /// One on which everything is there; cargo stands in the way of a real build.
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let tools = vec![
            ("cargo", "echo \"cargo was asked to $1\" >&2; exit 9"),
            ("node", "echo v20.19.0"),
            ("npm", "echo 10.2.4"),
            ("rustc", "echo /"),
            ("chromium", ""),
        ];
        Self { path, tools }
    }

    fn without(mut self, tool: &str) -> Self {
        self.tools.retain(|(name, _)| *name != tool);
        self
    }

    fn with(self, tool: &'static str, script: &'static str) -> Self {
        let mut machine = self.without(tool);
        machine.tools.push((tool, script));
        machine
    }

    fn xtask(&self, args: &[&str]) -> Output {
        let _guard = WRITING.lock();
        let _ = fs::remove_dir_all(&self.path);
        fs::create_dir_all(&self.path).unwrap();
        for (name, script) in &self.tools {
            let file = self.path.join(name);
            fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        }
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
        xtask.args(args).env_clear().env("PATH", &self.path).env("CARGO", self.path.join("cargo"));
        xtask.output().unwrap()
    }

    /// The one line that xtask ends with where it fails.
    fn error(&self, args: &[&str]) -> String {
        let output = self.xtask(args);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{args:?} passed: {told}");
        told.lines().rfind(|line| line.starts_with("error: ")).unwrap_or_else(|| panic!("{told}")).to_string()
    }
}

#[test]
fn with_every_tool_the_build_begins() {
    let error = Machine::new("complete").error(&["build"]);
    assert!(error.starts_with("error: `cargo build --profile wasm"), "{error}");
}

#[test]
fn node_is_missing() {
    let error = Machine::new("no-node").without("node").error(&["start"]);
    assert_eq!(
        error,
        "error: node not found: version 20.19 or later is wanted; \
         get it from https://nodejs.org or with your system's packages"
    );
}

#[test]
fn node_is_too_old() {
    let error = Machine::new("old-node").with("node", "echo v18.19.1").error(&["build"]);
    assert_eq!(
        error,
        "error: node 18.19 is too old: version 20.19 or later is wanted; \
         get it from https://nodejs.org or with your system's packages"
    );
}

#[test]
fn node_does_not_work() {
    let error = Machine::new("broken-node").with("node", "exit 127").error(&["build"]);
    assert!(error.contains("does not tell its version") && error.contains("https://nodejs.org"), "{error}");
}

#[test]
fn npm_is_missing_or_too_old() {
    let error = Machine::new("no-npm").without("npm").error(&["test"]);
    assert_eq!(
        error,
        "error: tools: npm not found: version 9 or later is wanted; it comes with Node from https://nodejs.org"
    );
    let error = Machine::new("old-npm").with("npm", "echo 6.14.18").error(&["dist"]);
    assert_eq!(
        error,
        "error: npm 6.14 is too old: version 9 or later is wanted; it comes with Node from https://nodejs.org"
    );
}

#[test]
fn the_wasm_target_is_missing_and_rustup_too() {
    let error = Machine::new("no-rustup").with("rustc", "echo /nowhere").error(&["build"]);
    assert_eq!(
        error,
        "error: Rust's target wasm32-unknown-unknown is missing, and rustup, which adds it, is not found: \
         get it from https://rustup.rs"
    );
}

#[test]
fn rustup_adds_the_wasm_target() {
    let machine = Machine::new("no-target").with("rustc", "echo /nowhere").with("rustup", "echo \"rustup $*\"");
    let output = machine.xtask(&["build"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("rustup target add wasm32-unknown-unknown"), "{told}");
}

#[test]
fn rustup_cannot_add_the_wasm_target() {
    let machine = Machine::new("offline").with("rustc", "echo /nowhere").with("rustup", "exit 1");
    let error = machine.error(&["start"]);
    assert!(error.contains("is missing: run `rustup target add wasm32-unknown-unknown`"), "{error}");
}

#[test]
fn the_gold_corpora_are_missing() {
    let error = Machine::new("no-corpora").error(&["score", "--corpora", "no/such/folder"]);
    assert!(error.contains("no/such/folder is not there") && error.contains("--corpora"), "{error}");
}

/// Whether the machine that runs this test is Debian, whose browsers xtask may install.
fn on_debian() -> bool {
    fs::read_to_string("/etc/os-release").unwrap_or_default().lines().any(|line| line == "ID=debian")
}

#[test]
fn no_browser_and_no_way_to_install_one() {
    let machine = Machine::new("no-browser").without("chromium").with("id", "echo 1000").with("apt-get", "exit 1");
    let error = machine.error(&["test"]);
    if on_debian() {
        let install = "apt-get install --yes --no-install-recommends chromium firefox-esr";
        assert_eq!(error, format!("error: tools: no browser found: run `sudo {install}`"));
    } else {
        assert!(error.contains("no browser found: install Chromium, Chrome, Edge or Firefox"), "{error}");
    }
}

#[test]
fn no_browser_and_debian_installs_one() {
    if !on_debian() {
        println!("left out: this machine is not Debian");
        return;
    }
    let machine = Machine::new("install-browser")
        .without("chromium")
        .with("id", "echo 0")
        .with("apt-get", "echo \"apt-get $*\"; : > \"${0%/*}/chromium\"");
    let output = machine.xtask(&["test"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("apt-get update"), "{told}");
    assert!(told.contains("apt-get install --yes --no-install-recommends chromium firefox-esr"), "{told}");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("error: native tests"), "{error}");
}

#[test]
fn a_part_that_fails_is_named_and_counted() {
    let output = Machine::new("failing-part").xtask(&["test"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("FAILED native tests"), "{told}");
    assert_eq!(told.lines().last(), Some("0 passed, 1 failed"), "{told}");
}

#[test]
fn every_command_has_help() {
    for command in ["start", "test", "build", "dist", "ci", "train", "score", "bench"] {
        let output = Machine::new("help").xtask(&[command, "--help"]);
        let told = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && told.contains(&format!("cargo xtask {command}")), "{told}");
    }
}
