//! Builds, serves, tests and measures the project: `cargo xtask --help`.

mod browsers;
mod build;
mod ci;
mod parts;
mod project;
mod serve;
mod start;
mod test;
mod tools;
mod wasm_runner;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, serves, tests and measures Newsmark.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Xtask {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Start(start::Start),
    Test(test::Test),
    Build(build::Build),
    Ci(ci::Ci),
    #[command(hide = true)]
    WasmRunner(wasm_runner::WasmRunner),
}

fn main() -> ExitCode {
    let done = match Xtask::parse().command {
        Command::Start(start) => start.run(),
        Command::Test(test) => test.run(),
        Command::Build(build) => build.run(),
        Command::Ci(ci) => ci.run(),
        Command::WasmRunner(runner) => runner.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
