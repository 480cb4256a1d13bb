//! Why a file does not tell where addresses are.

use std::io;
use std::path::PathBuf;

/// Why a file does not tell where addresses are.
#[derive(Debug, thiserror::Error)]
pub enum LocationError {
    /// It cannot be read.
    #[error("cannot read {path}: {error}", path = .0.display(), error = .1)]
    Unreadable(PathBuf, io::Error),
    /// It is no such file, or a broken one.
    #[error("{path} is not a whole file in MaxMind's format: {why}", path = .0.display(), why = .1)]
    Broken(PathBuf, String),
    /// It is of another type.
    #[error(
        "{path} is of type {kind}, in which neither countries nor cities are found: take a City or Country file that is \
         laid out as GeoLite2's are",
        path = .0.display(),
        kind = .1
    )]
    OtherType(PathBuf, String),
}
