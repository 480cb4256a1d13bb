//! The log: lines or JSON on standard error.

use std::io::IsTerminal;

use tracing_subscriber::fmt;

use crate::configuration::{Log, LogFormat};

/// Starts logging as configured. Called once, before anything that logs.
pub fn start(log: &Log) {
    let builder =
        fmt().with_max_level(log.level).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal());
    // A logger that is there already, as in tests, stays.
    let _ = match log.format {
        LogFormat::Text => builder.try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
}
