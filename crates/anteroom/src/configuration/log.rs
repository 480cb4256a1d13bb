//! `[log]`: what the server writes to its standard error.

use tracing::level_filters::LevelFilter;

use super::key::{Key, Section};
use super::problem::Problem;
use super::settings::Settings;

const LEVEL: Key = Key::text(
    "level",
    "ANTEROOM_LOG_LEVEL",
    "info",
    "How much is written: `off`, `error`, `warn`, `info`, `debug` or `trace`.",
);

const FORMAT: Key =
    Key::text("format", "ANTEROOM_LOG_FORMAT", "text", "`text` for people, or `json`: one object a line.");

pub(super) const SECTION: Section = Section {
    name: "log",
    in_file: true,
    meaning: "What the server writes to its standard error. Secrets are never in it.",
    keys: &[LEVEL, FORMAT],
};

/// The settings of `[log]`.
#[derive(Clone, Copy, Debug)]
pub struct Log {
    /// How much is written.
    pub level: LevelFilter,
    /// How a line looks.
    pub format: Format,
}

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Log {
    pub(super) fn read(settings: &Settings) -> Result<Self, Problem> {
        Ok(Self { level: settings.read(&LEVEL, level)?, format: settings.read(&FORMAT, format)? })
    }
}

fn level(text: &str) -> Result<LevelFilter, String> {
    // Not the filter's own parser: it takes numbers as well, and takes nothing for an error.
    match text {
        "off" => Ok(LevelFilter::OFF),
        "error" => Ok(LevelFilter::ERROR),
        "warn" => Ok(LevelFilter::WARN),
        "info" => Ok(LevelFilter::INFO),
        "debug" => Ok(LevelFilter::DEBUG),
        "trace" => Ok(LevelFilter::TRACE),
        _ => Err("must be off, error, warn, info, debug or trace".to_owned()),
    }
}

fn format(text: &str) -> Result<Format, String> {
    match text {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        _ => Err("must be text or json".to_owned()),
    }
}
