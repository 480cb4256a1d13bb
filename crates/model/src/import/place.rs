//! Where a reader is in its file, and why it cannot go on.

use serde::{Deserialize, Serialize};

use crate::job::ImportFormat;

/// Where a reader is: enough to go on from there with the rest of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// How the file is written, as far as is known by now.
    pub format: ImportFormat,
    /// How many bytes are read for good; the reader goes on with the one after them.
    pub offset: u64,
    /// How many entries those held.
    pub count: u64,
    /// The names of a CSV file's columns, once they are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header: Vec<String>,
    /// What separates the cells of a CSV file, once it is known.
    #[serde(default)]
    pub separator: u8,
}

impl Place {
    /// The beginning of a file that is written so. A JSON file that begins with an object instead of an array is read line
    /// by line, which is what Auth0 exports under the name of JSON.
    #[must_use]
    pub const fn beginning(format: ImportFormat) -> Self {
        Self { format, offset: 0, count: 0, header: Vec::new(), separator: 0 }
    }
}

/// Why a file cannot be read on, for people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} (after {count} entries, near byte {offset})")]
pub struct FileError {
    /// What is wrong.
    pub message: String,
    /// How many entries were read before.
    pub count: u64,
    /// Near which byte of the file, counted from 0.
    pub offset: u64,
}
