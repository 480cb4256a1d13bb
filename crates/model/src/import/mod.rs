//! Bringing users in by file: what is read, what each entry asks for, and what is wrong with it.
//!
//! A [`Reader`] is given the file piece by piece and gives its entries one by one; its [`Place`] says where to go on after
//! a crash. [`ImportedUser`] is what an entry asks for, in the same words as the Management API.

mod array;
mod cells;
mod columns;
mod csv;
mod entry;
mod lines;
mod mapping;
mod place;
mod problem;
mod reader;
mod text;

pub use entry::{HashSource, ImportedUser, hidden};
pub use mapping::{Mapping, MappingError};
pub use place::{FileError, Place};
pub use problem::{RowError, codes};
pub use reader::{Content, Item, Reader};

/// The longest entry, in bytes as it stands in the file.
pub const ENTRY_MAX: usize = 1024 * 1024;

/// The most columns of a CSV file.
pub const COLUMNS_MAX: usize = 1000;

/// How deep objects and arrays of an entry may stand in each other.
pub const DEPTH_MAX: usize = 64;

/// The byte order mark that some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

#[cfg(test)]
mod tests;
