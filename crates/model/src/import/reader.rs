//! The entries of a file, one by one, whatever way it is written.

use serde_json::{Map, Value};

use super::array::Array;
use super::csv::Table;
use super::lines::Lines;
use super::text::Text;
use super::{ENTRY_MAX, FileError, Mapping, Place, RowError, codes};
use crate::job::ImportFormat;

/// One entry of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its place among the entries, from 1.
    pub position: u64,
    /// What it holds.
    pub content: Content,
}

/// What an entry holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// An object.
    Object(Map<String, Value>),
    /// Something that cannot be a user: the beginning of it, and what is wrong.
    Broken(Value, RowError),
}

/// Reads a file that comes in pieces of any length.
#[derive(Clone, Debug)]
pub struct Reader {
    text: Text,
    place: Place,
    mapping: Mapping,
    layout: Layout,
}

#[derive(Clone, Debug)]
enum Layout {
    /// Nothing has come yet that tells.
    Unknown,
    Array(Array),
    Lines(Lines),
    Table(Box<Table>),
}

/// What a layout found.
pub(super) enum Found {
    /// More of the file is needed, or it is at its end.
    Nothing,
    /// An entry.
    Entry(Content),
}

impl Reader {
    /// A reader of a whole file.
    #[must_use]
    pub fn new(format: ImportFormat, mapping: Mapping) -> Self {
        Self::at(Place::beginning(format), mapping)
    }

    /// A reader that goes on from this place: the next byte it is given is the one at `place.offset`.
    #[must_use]
    pub fn at(place: Place, mapping: Mapping) -> Self {
        Self { text: Text::at(place.offset), place, mapping, layout: Layout::Unknown }
    }

    /// Takes the next bytes of the file.
    pub fn push(&mut self, piece: &[u8]) {
        self.text.push(piece);
    }

    /// Says that there are no more.
    pub fn end(&mut self) {
        self.text.is_whole = true;
    }

    /// The next entry. `None` while more of the file is needed, and for ever after its end.
    ///
    /// # Errors
    /// When nothing that follows can be understood.
    pub fn next_item(&mut self) -> Result<Option<Item>, FileError> {
        if !self.lay_out() {
            return Ok(None);
        }
        let found = match &mut self.layout {
            Layout::Unknown => Ok(Found::Nothing),
            Layout::Array(array) => array.next(&mut self.text),
            Layout::Lines(lines) => Ok(lines.next(&mut self.text)),
            Layout::Table(table) => table.next(&mut self.text, &mut self.place, &self.mapping),
        };
        let at = |message| FileError { message, count: self.place.count, offset: self.text.offset };
        let Found::Entry(content) = found.map_err(at)? else { return Ok(None) };
        self.place.count += 1;
        self.place.offset = self.text.offset;
        Ok(Some(Item { position: self.place.count, content }))
    }

    /// Where it is, after the entry it gave last.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// How many bytes of the file it holds that it has not read.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.text.rest().len()
    }

    /// Chooses how to read, once the first sign is there.
    fn lay_out(&mut self) -> bool {
        if !matches!(self.layout, Layout::Unknown) {
            return true;
        }
        if !self.text.skip_mark() {
            return false;
        }
        self.layout = match self.place.format {
            ImportFormat::Csv => Layout::Table(Box::default()),
            ImportFormat::Ndjson => Layout::Lines(Lines::default()),
            ImportFormat::Json if self.place.count > 0 => Layout::Array(Array::after_entry()),
            ImportFormat::Json => match self.text.skip_blank() {
                None if !self.text.is_whole => return false,
                Some(b'{') => {
                    self.place.format = ImportFormat::Ndjson;
                    Layout::Lines(Lines::default())
                }
                _ => Layout::Array(Array::default()),
            },
        };
        true
    }
}

/// What the text of an entry holds, or what is wrong with it.
pub(super) fn understood(text: &[u8]) -> Result<Content, serde_json::Error> {
    Ok(match serde_json::from_slice(text)? {
        Value::Object(object) => Content::Object(object),
        other => {
            let error = RowError::new(codes::OBJECT_REQUIRED, "", "An entry must be an object.");
            Content::Broken(if other.to_string().len() > 1000 { Value::Null } else { other }, error)
        }
    })
}

/// An entry that is longer than any can be.
pub(super) fn too_large() -> Content {
    let message = format!("An entry must not be larger than {} KiB.", ENTRY_MAX / 1024);
    Content::Broken(Value::Null, RowError::new(codes::PROFILE_SIZE_EXCEEDED, "", message))
}

/// An entry that stands in no order. What it says is not repeated: it may hold a hash.
pub(super) fn broken(message: impl Into<String>) -> Content {
    Content::Broken(Value::Null, RowError::new(codes::FORMAT, "", message))
}
