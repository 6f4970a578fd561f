//! Runs the parts of a long command one after the other, counts what they count, and says at the
//! end which ran and how long each took.

use crate::project::shown;
use anyhow::{Context as _, Result, bail};
use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    passed: u32,
    failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Counts {
    /// What a line of a test runner's output adds: cargo's `test result: ok. 3 passed; 0 failed; …`
    /// or Node's `# pass 3` and `# fail 0`, which a terminal shows as `ℹ pass 3`.
    fn of_line(line: &str) -> Self {
        let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let number = |word: &str| word.parse().unwrap_or(0);
        let before = |label| words.windows(2).find(|pair| pair[1] == label).map_or(0, |pair| number(pair[0]));
        match words.as_slice() {
            ["test", "result:", ..] => Self { passed: before("passed"), failed: before("failed") },
            ["#" | "ℹ", "pass", count] => Self { passed: number(count), failed: 0 },
            ["#" | "ℹ", "fail", count] => Self { passed: 0, failed: number(count) },
            _ => Self::default(),
        }
    }
}

/// One part that ran.
struct Part {
    name: &'static str,
    time: Duration,
    counts: Counts,
    ok: bool,
}

/// The parts that ran so far.
#[derive(Default)]
pub(crate) struct Parts {
    done: Vec<Part>,
}

impl Parts {
    /// Runs a part that counts nothing.
    pub(crate) fn run(&mut self, name: &'static str, part: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n── {name}");
        let start = Instant::now();
        let result = part();
        self.end(name, start, Counts::default(), result)
    }

    /// Runs a test runner and counts its tests.
    pub(crate) fn test(&mut self, name: &'static str, command: impl FnOnce() -> Result<Command>) -> Result<()> {
        println!("\n── {name}");
        let start = Instant::now();
        let mut counts = Counts::default();
        let result = command().and_then(|mut command| watch(&mut command, &mut counts));
        let result = match result {
            Ok(()) if counts == Counts::default() => Err(anyhow::anyhow!("no test ran")),
            other => other,
        };
        self.end(name, start, counts, result)
    }

    fn end(&mut self, name: &'static str, start: Instant, counts: Counts, result: Result<()>) -> Result<()> {
        self.done.push(Part { name, time: start.elapsed(), counts, ok: result.is_ok() });
        result.context(name)
    }

    /// Says what ran. Ends with the counts of all.
    pub(crate) fn report(&self) {
        println!();
        let mut counts = Counts::default();
        let mut time = Duration::ZERO;
        for part in &self.done {
            let verdict = if part.ok { "ok    " } else { "FAILED" };
            let tests = if part.counts == Counts::default() { String::new() } else { part.counts.to_string() };
            println!("{verdict} {:<34} {:>7.1} s  {tests}", part.name, part.time.as_secs_f32());
            counts += part.counts;
            time += part.time;
        }
        println!("       {:<34} {:>7.1} s", "all", time.as_secs_f32());
        // A part that failed before it counted anything is a failure all the same.
        if counts.failed == 0 && self.done.iter().any(|part| !part.ok) {
            counts.failed = 1;
        }
        println!("{counts}");
    }
}

/// Runs a test runner, showing its output as it comes.
fn watch(command: &mut Command, counts: &mut Counts) -> Result<()> {
    let name = shown(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{name}` did not start"))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            *counts += Counts::of_line(&line);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_counts_of_cargo_and_node() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Counts::of_line(line), Counts { passed: 12, failed: 3 });
        assert_eq!(Counts::of_line("# pass 7"), Counts { passed: 7, failed: 0 });
        assert_eq!(Counts::of_line("ℹ fail 2"), Counts { passed: 0, failed: 2 });
        for line in ["", "# Subtest: pass 7", "ok 7 - pass", "# duration_ms 3", "police said 12 passed"] {
            assert_eq!(Counts::of_line(line), Counts::default(), "{line}");
        }
    }

    #[test]
    fn a_runner_that_runs_nothing_has_not_passed() {
        let mut parts = Parts::default();
        let result = parts.test("nothing", || {
            let mut cargo = crate::project::cargo(["--version"]);
            cargo.stderr(Stdio::null());
            Ok(cargo)
        });
        assert!(result.is_err());
    }
}
