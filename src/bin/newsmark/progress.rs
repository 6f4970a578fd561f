//! How far a long run is, on a terminal's last line; nothing in a pipe.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Before this there is nothing to wait for.
const PATIENCE: Duration = Duration::from_millis(500);
/// Drawn no more often than this.
const REST: Duration = Duration::from_millis(100);
const WIDTH: usize = 24;

pub(crate) struct Progress {
    due: Instant,
    shown: bool,
}

impl Progress {
    /// Only where what is printed does not go to the same terminal.
    pub(crate) fn new() -> Option<Self> {
        let apart = io::stderr().is_terminal() && !io::stdout().is_terminal();
        apart.then(|| Self { due: Instant::now() + PATIENCE, shown: false })
    }

    /// Shows that `done` of `all` articles are done.
    pub(crate) fn show(&mut self, done: usize, all: usize) {
        self.draw(|| bar(done as u64, all as u64, &format!("{done} of {all} articles")));
    }

    /// Shows that `done` articles are done of a stream; of its length in bytes, so many are read.
    pub(crate) fn show_stream(&mut self, done: usize, read: u64, length: Option<u64>) {
        let words = if done == 1 { "1 article".into() } else { format!("{done} articles") };
        self.draw(|| length.map_or(words.clone(), |length| bar(read, length, &words)));
    }

    fn draw(&mut self, line: impl FnOnce() -> String) {
        let now = Instant::now();
        if now < self.due {
            return;
        }
        self.due = now + REST;
        self.shown = true;
        let _ = write!(io::stderr(), "\r{}\x1b[K", line());
    }

    /// Clears the line for what is told there.
    pub(crate) fn hide(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// `[#####...................] 5 of 24 articles`
fn bar(done: u64, all: u64, words: &str) -> String {
    let full = (WIDTH as u64 * done / all.max(1)).min(WIDTH as u64) as usize;
    format!("[{}{}] {words}", "#".repeat(full), ".".repeat(WIDTH - full))
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn the_bar_fills() {
        assert_eq!(bar(0, 4, "0 of 4 articles"), "[........................] 0 of 4 articles");
        assert_eq!(bar(2, 4, "2 of 4 articles"), "[############............] 2 of 4 articles");
        assert_eq!(bar(4, 4, "4 of 4 articles"), "[########################] 4 of 4 articles");
        assert_eq!(bar(9, 4, "file that grew"), "[########################] file that grew");
    }
}
