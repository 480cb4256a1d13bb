//! A file that tells where addresses are, followed when it is replaced.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::Location;
use anteroom_model::location::Locate;
use arc_swap::ArcSwap;

use super::error::LocationError;
use super::opened::{Opened, Version};

/// A file that tells where addresses are, in memory.
pub struct LocationFile {
    path: PathBuf,
    current: ArcSwap<Opened>,
    looks: Mutex<Looks>,
}

/// What was seen of the file.
struct Looks {
    /// The version that was read last, whether it was any good or not.
    read: Version,
    /// The version that lay there at the last look.
    seen: Version,
}

/// What a look at the file came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refreshed {
    /// It is the one that was read.
    Unchanged,
    /// It is another one, which may still be written: it is read if it is the same at the next look.
    Changing,
    /// It was read anew; its type, the day it was made and its size.
    Read(String),
}

impl LocationFile {
    /// Reads the file; also answers its type, the day it was made and its size. It waits for the disk.
    ///
    /// # Errors
    /// When it is not there, broken, or of a type that tells no places.
    pub fn open(path: &Path) -> Result<(Self, String), LocationError> {
        let version = Version::of(path)?;
        let opened = Opened::read(path)?;
        let told = opened.describe(version);
        let looks = Mutex::new(Looks { read: version, seen: version });
        Ok((Self { path: path.to_owned(), current: ArcSwap::from_pointee(opened), looks }, told))
    }

    /// Looks at the file, and reads it if it is another one than was read and the same as at the last look, so that one
    /// that is being copied is not read half. It waits for the disk.
    ///
    /// # Errors
    /// When it cannot be used; the one that was read before stays, and this one is not tried again.
    pub fn refresh(&self) -> Result<Refreshed, LocationError> {
        let mut looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        let version = Version::of(&self.path)?;
        let is_at_rest = std::mem::replace(&mut looks.seen, version) == version;
        if looks.read == version {
            return Ok(Refreshed::Unchanged);
        }
        if !is_at_rest {
            return Ok(Refreshed::Changing);
        }
        looks.read = version;
        let opened = Opened::read(&self.path)?;
        let told = opened.describe(version);
        self.current.store(Arc::new(opened));
        Ok(Refreshed::Read(told))
    }
}

impl Locate for LocationFile {
    fn locate(&self, ip: IpAddr) -> Option<Location> {
        self.current.load().locate(ip)
    }
}
