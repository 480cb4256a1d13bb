//! Where addresses are, by a file in MaxMind's format that the operator brings.
//!
//! The file is read into memory as a whole: it costs its own size, and twice that for a moment when a new one takes its
//! place. Mapping it instead would need code that the compiler cannot check, and could make the writing of an event wait
//! for a disk.

mod error;
mod file;
mod opened;
mod record;

pub use error::LocationError;
pub use file::{LocationFile, Refreshed};
