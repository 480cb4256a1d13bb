//! How far it is, for whoever waits at a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anteroom_accounts::imports::Progress;

/// A line on the terminal that tells how far it is; nothing where nobody sits.
pub struct Bar {
    is_shown: bool,
    every: Duration,
    state: Mutex<State>,
}

struct State {
    began: Instant,
    shown: Option<Instant>,
    first: Option<u64>,
}

impl Bar {
    /// A line that is written anew at most this often.
    pub fn new(every: Duration) -> Self {
        let state = State { began: Instant::now(), shown: None, first: None };
        Self { is_shown: stderr().is_terminal(), every, state: Mutex::new(state) }
    }

    /// Tells something else.
    pub fn note(&self, text: &str) {
        let _ = writeln!(stderr(), "{text}");
    }

    /// Tells how far it is.
    pub fn show(&self, progress: &Progress) {
        if !self.is_shown {
            return;
        }
        let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let first = *state.first.get_or_insert(progress.summary.total);
        if state.shown.is_some_and(|shown| shown.elapsed() < self.every) {
            return;
        }
        state.shown = Some(Instant::now());
        let seconds = state.began.elapsed().as_secs_f64();
        // A line that cannot be written disturbs nothing.
        let _ = write!(stderr(), "\r{}\x1b[K", line(progress, progress.summary.total - first, seconds));
    }

    /// Leaves the line as it is.
    pub fn end(&self) {
        let state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if state.shown.is_some() {
            let _ = writeln!(stderr());
        }
    }
}

/// `[#####               ]  25 %  1000 entries, 500 a second, 3 wrong`
fn line(progress: &Progress, since: u64, seconds: f64) -> String {
    let (done, whole) = (progress.done, progress.whole.max(1));
    let percent = (done * 100 / whole).min(100);
    let filled = usize::try_from(percent / 5).unwrap_or_default();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a round number for people"
    )]
    let rate = (since as f64 / seconds.max(0.001)) as u64;
    let bar = format!("{}{}", "#".repeat(filled), " ".repeat(20 - filled));
    let wrong = match progress.summary.failed {
        0 => String::new(),
        failed => format!(", {failed} wrong"),
    };
    format!("[{bar}] {percent:>3} %  {} entries, {rate} a second{wrong}", progress.summary.total)
}

#[cfg(test)]
mod tests {
    use anteroom_accounts::imports::{Progress, Summary};
    use anteroom_model::import::Place;
    use anteroom_model::job::ImportFormat;

    use super::line;

    #[test]
    fn the_line_tells_how_far_how_fast_and_how_well() {
        let summary = Summary { failed: 3, updated: 0, inserted: 997, total: 1000 };
        let progress = Progress { done: 25, whole: 100, summary, place: Place::beginning(ImportFormat::Json) };
        assert_eq!(line(&progress, 1000, 2.0), "[#####               ]  25 %  1000 entries, 500 a second, 3 wrong");
    }
}
