//! How far a long run is, on a terminal's last line; nothing in a pipe.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Before this there is nothing to wait for.
const PATIENCE: Duration = Duration::from_millis(500);
const WIDTH: usize = 24;

pub(crate) struct Progress {
    all: usize,
    began: Instant,
    shown: bool,
}

impl Progress {
    /// Of `all` articles, where what is printed does not go to the same terminal.
    pub(crate) fn new(all: usize) -> Option<Self> {
        let apart = io::stderr().is_terminal() && !io::stdout().is_terminal();
        (all > 1 && apart).then(|| Self { all, began: Instant::now(), shown: false })
    }

    /// Shows that `done` of them are done.
    pub(crate) fn show(&mut self, done: usize) {
        if self.began.elapsed() < PATIENCE {
            return;
        }
        self.shown = true;
        let _ = write!(io::stderr(), "\r{}", bar(done, self.all));
    }

    /// Clears the line for what is told there.
    pub(crate) fn hide(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// `[#####...................] 5 of 24`
fn bar(done: usize, all: usize) -> String {
    let full = WIDTH * done / all.max(1);
    format!("[{}{}] {done} of {all} articles", "#".repeat(full), ".".repeat(WIDTH - full))
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn the_bar_fills() {
        assert_eq!(bar(0, 4), "[........................] 0 of 4 articles");
        assert_eq!(bar(2, 4), "[############............] 2 of 4 articles");
        assert_eq!(bar(4, 4), "[########################] 4 of 4 articles");
    }
}
