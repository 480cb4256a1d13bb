//! When the process is asked to end.

use std::io;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// Hears Ctrl-C (SIGINT) and SIGTERM.
///
/// While it lives, neither ends the process by itself: ask again with [`Shutdown::requested`] to notice a second one,
/// for those who do not want to wait for a graceful end.
pub struct Shutdown {
    interrupt: Signal,
    terminate: Signal,
}

impl Shutdown {
    /// Begins to listen. Needs a Tokio runtime.
    ///
    /// # Errors
    /// When the operating system refuses the signal handlers.
    pub fn listen() -> io::Result<Self> {
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Resolves with the signal's name when the next one arrives; one that came since [`Shutdown::listen`] or the last
    /// answer counts.
    pub async fn requested(&mut self) -> &'static str {
        tokio::select! {
            _ = self.interrupt.recv() => "SIGINT",
            _ = self.terminate.recv() => "SIGTERM",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::Shutdown;

    fn send(signal: &str) {
        let status = Command::new("kill").args([signal, &std::process::id().to_string()]).status();
        assert!(status.expect("kill ran").success());
    }

    // One test: signals reach the whole process, so two at once would hear each other's.
    #[tokio::test]
    async fn hears_both_signals_also_one_after_the_other() {
        let mut shutdown = Shutdown::listen().expect("handlers");
        send("-TERM");
        assert_eq!(shutdown.requested().await, "SIGTERM");
        send("-INT");
        assert_eq!(shutdown.requested().await, "SIGINT");
    }
}
