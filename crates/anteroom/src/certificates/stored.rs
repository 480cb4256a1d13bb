//! Reads and writes the files, and tells the time as certificates do.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use anteroom_model::Timestamp;
use anyhow::Context;

use crate::files;

/// A file's content, or `None` where there is no file.
pub(super) fn read(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// Writes a file whole, with this mode.
pub(super) fn write(path: &Path, mode: u32, content: &str) -> anyhow::Result<()> {
    files::write_atomically(path, mode, content.as_bytes()).with_context(|| format!("cannot write {}", path.display()))
}

/// The validity of a new certificate: from an hour ago, for clocks that are behind, to `days` from now.
pub(super) fn validity<T: std::ops::Add<Duration>>(epoch: impl Fn() -> T, now: Timestamp, days: i64) -> [T::Output; 2] {
    // Kept away from the year 9999, where certificates end.
    let seconds = |time: Timestamp| Duration::from_secs(time.seconds().clamp(0, 250_000_000_000).unsigned_abs());
    [now.plus_seconds(-3600), now.plus_seconds(days * super::DAY)].map(|time| epoch() + seconds(time))
}
