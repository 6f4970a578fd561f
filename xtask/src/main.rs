//! Builds, serves, tests and measures the project: `cargo xtask --help`.

mod bench;
mod browsers;
mod build;
mod ci;
mod dist;
mod docs;
mod parts;
mod project;
mod score;
mod serve;
mod start;
mod test;
mod tools;
mod train;
mod train_quotes;
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
    Dist(dist::Dist),
    Docs(docs::Docs),
    Ci(ci::Ci),
    Score(score::Score),
    Bench(bench::Bench),
    Train(train::Train),
    TrainQuotes(train_quotes::TrainQuotes),
    #[command(hide = true)]
    WasmRunner(wasm_runner::WasmRunner),
}

fn main() -> ExitCode {
    let done = match Xtask::parse().command {
        Command::Start(start) => start.run(),
        Command::Test(test) => test.run(),
        Command::Build(build) => build.run(),
        Command::Dist(dist) => dist.run(),
        Command::Docs(docs) => docs.run(),
        Command::Ci(ci) => ci.run(),
        Command::Score(score) => score.run(),
        Command::Bench(bench) => bench.run(),
        Command::Train(train) => train.run(),
        Command::TrainQuotes(train) => train.run(),
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
