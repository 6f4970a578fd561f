//! `cargo xtask wasm-runner FILE [FILTER]`: what `.cargo/config.toml` names as the runner of wasm32
//! tests. It does the little that we need of wasm-bindgen's own runner, whose dependencies (a web
//! server, a download client) would double the time that xtask takes to build.

use crate::project::{root, run, target};
use crate::tools;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::PathBuf;

/// Calls every test that `#[wasm_bindgen_test]` exports. The names are those which the pinned
/// wasm-bindgen-test expects of its runner.
const RUN: &str = r#"
globalThis.__wbgtest_og_console_log = console.log;
globalThis.__wbgtest_og_console_error = console.error;
globalThis.__wbg_test_invoke = (test) => test();
const wasm = require("./tests.js");
for (const method of ["debug", "log", "info", "warn", "error"]) {
  console[method] = (...args) => wasm[`__wbgtest_console_${method}`](args);
}
const filter = process.argv[2] ?? "";
const all = Object.keys(wasm.__wasm).filter((name) => name.startsWith("__wbgt_"));
const chosen = all.filter((name) => name.includes(filter));
const context = new wasm.WasmBindgenTestContext(false);
context.filtered_count(all.length - chosen.length);
context.run(chosen.map((name) => wasm.__wasm[name])).then((ok) => process.exit(ok ? 0 : 1));
"#;

/// Runs the tests of a wasm32 binary under Node
#[derive(clap::Args)]
pub(crate) struct WasmRunner {
    /// The binary, as cargo built it
    file: PathBuf,
    /// Only tests whose names contain this
    filter: Option<String>,
}

impl WasmRunner {
    pub(crate) fn run(&self) -> Result<()> {
        let folder = target().join("wasm-tests");
        wasm_bindgen_cli_support::Bindgen::new()
            .input_path(&self.file)
            .out_name("tests")
            .nodejs(true)?
            .debug(true)
            .export_wasm(true)
            .emit_start(false)
            .generate(&folder)
            .context("wasm-bindgen could not write the bindings of the tests")?;
        fs::copy(root().join("src/objects.js"), folder.join("objects.js"))?;
        let script = folder.join("run.cjs");
        fs::write(&script, RUN)?;
        run(tools::node()?.arg(script).args(&self.filter))
    }
}
