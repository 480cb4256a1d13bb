//! A file that was read.

use std::fs;
use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use anteroom_model::{Location, Timestamp};
use maxminddb::{MaxMindDbError, Reader};

use super::error::LocationError;
use super::record::Record;

/// Networks that are looked at for one that has a place.
const TRIED: usize = 100_000;

/// What tells one version of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    modified: SystemTime,
    length: u64,
}

impl Version {
    /// The version that lies there now.
    pub(super) fn of(path: &Path) -> Result<Self, LocationError> {
        let read = || -> io::Result<Self> {
            let found = fs::metadata(path)?;
            Ok(Self { modified: found.modified()?, length: found.len() })
        };
        read().map_err(|error| LocationError::Unreadable(path.to_owned(), error))
    }
}

/// A file that was read.
pub(super) struct Opened {
    reader: Reader<Vec<u8>>,
    is_complained_of: AtomicBool,
}

impl Opened {
    /// Reads the file, and looks whether it tells places.
    pub(super) fn read(path: &Path) -> Result<Self, LocationError> {
        let content = fs::read(path).map_err(|error| LocationError::Unreadable(path.to_owned(), error))?;
        let broken = |error: MaxMindDbError| LocationError::Broken(path.to_owned(), error.to_string());
        let reader = Reader::from_source(content).map_err(broken)?;
        if !tells_places(&reader).map_err(broken)? {
            return Err(LocationError::OtherType(path.to_owned(), reader.metadata().database_type.clone()));
        }
        Ok(Self { reader, is_complained_of: AtomicBool::new(false) })
    }

    /// Where the address is. A broken spot of the file tells nothing, and is complained of once.
    pub(super) fn locate(&self, ip: IpAddr) -> Option<Location> {
        if ip.is_ipv6() && self.reader.metadata().ip_version == 4 {
            return None;
        }
        match self.reader.lookup(ip).and_then(|found| found.decode::<Record<'_>>()) {
            Ok(record) => record?.location(),
            Err(error) => {
                if !self.is_complained_of.swap(true, Ordering::Relaxed) {
                    tracing::warn!(%error, "the file of places is broken in parts");
                }
                None
            }
        }
    }

    /// Its type, when it was made, and its size in bytes.
    pub(super) fn describe(&self, version: Version) -> String {
        let metadata = self.reader.metadata();
        let made = Timestamp::from_seconds(i64::try_from(metadata.build_epoch).unwrap_or(i64::MAX)).to_string();
        let day = made.split('T').next().unwrap_or_default();
        format!("{} of {day}, {:.1} MB", metadata.database_type, version.length as f64 / 1_000_000.0)
    }
}

/// Whether the file says of a network where it is, in a form that is understood.
fn tells_places(reader: &Reader<Vec<u8>>) -> Result<bool, MaxMindDbError> {
    for network in reader.networks(maxminddb::WithinOptions::default())?.take(TRIED) {
        match network?.decode::<Record<'_>>() {
            Ok(record) if record.as_ref().and_then(Record::location).is_some() => return Ok(true),
            // Other types of files have other fields, or other things in them.
            Ok(_) | Err(MaxMindDbError::Decoding { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(false)
}
