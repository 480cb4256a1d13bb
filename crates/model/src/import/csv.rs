//! A table: a line of names, then a line an entry.

use super::cells::{Record, Records};
use super::columns::Columns;
use super::reader::{Content, Found, broken, too_large};
use super::text::Text;
use super::{COLUMNS_MAX, Mapping, Place};

/// Reads a table; a line that is wrong is wrong alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    records: Records,
    columns: Option<Columns>,
}

impl Table {
    pub fn next(&mut self, text: &mut Text, place: &mut Place, mapping: &Mapping) -> Result<Found, String> {
        if place.header.is_empty() {
            match self.read_header(text)? {
                None => return Ok(Found::Nothing),
                Some((header, separator)) => {
                    place.offset = text.offset;
                    (place.header, place.separator) = (header, separator);
                }
            }
        }
        self.records.separator = place.separator;
        let columns = match &self.columns {
            Some(columns) => columns,
            None => self.columns.insert(Columns::new(&place.header, mapping)?),
        };
        loop {
            let cells = match self.records.next(text) {
                Record::Nothing => return Ok(Found::Nothing),
                Record::Blank => continue,
                Record::TooLarge => return Ok(Found::Entry(too_large())),
                Record::Unclosed => return Ok(Found::Entry(broken("A quoted cell does not end."))),
                Record::Cells(cells) => cells,
            };
            return Ok(Found::Entry(match texts(cells) {
                None => broken("The line is not UTF-8."),
                Some(cells) if cells.len() > place.header.len() => {
                    broken(format!("The line has {} cells for {} columns.", cells.len(), place.header.len()))
                }
                Some(cells) => match columns.object(cells) {
                    Ok(object) => Content::Object(object),
                    Err(error) => Content::Broken(serde_json::Value::Null, error),
                },
            }));
        }
    }

    fn read_header(&mut self, text: &mut Text) -> Result<Option<(Vec<String>, u8)>, String> {
        let end = text.rest().iter().position(|byte| *byte == b'\n' || *byte == b'\r');
        if end.is_none() && !text.is_whole && text.rest().len() <= super::ENTRY_MAX {
            return Ok(None);
        }
        let line = text.rest().get(..end.unwrap_or(text.rest().len())).unwrap_or_default();
        self.records.separator = separator_of(line);
        let header = match self.records.next(text) {
            Record::Nothing if text.is_whole => return Err("The file is empty".to_owned()),
            Record::Nothing => return Ok(None),
            Record::Cells(cells) => texts(cells).ok_or("The line of column names is not UTF-8")?,
            _ => return Err("The first line must name the columns".to_owned()),
        };
        if header.len() > COLUMNS_MAX {
            return Err(format!("There must not be more than {COLUMNS_MAX} columns"));
        }
        Ok(Some((header, self.records.separator)))
    }
}

/// What separates cells: the sign of the three that the line of names has most of.
fn separator_of(line: &[u8]) -> u8 {
    let count = |sign: u8| line.iter().filter(|byte| **byte == sign).count();
    let most = [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign));
    most.filter(|sign| count(*sign) > 0).unwrap_or(b',')
}

fn texts(cells: Vec<Vec<u8>>) -> Option<Vec<String>> {
    cells.into_iter().map(|cell| String::from_utf8(cell).ok()).collect()
}
