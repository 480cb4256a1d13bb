//! The lines and cells of RFC 4180.

use super::ENTRY_MAX;
use super::text::Text;

/// Splits bytes into lines, and those into cells. Cells in quotes may hold separators, ends of lines and doubled quotes;
/// lines end with LF, CR LF or CR.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    /// What stands between two cells.
    pub separator: u8,
    looked_at: usize,
    is_quoted: bool,
    /// Whether the cell has begun: a quote opens it only before.
    is_within: bool,
    /// Whether a quote has just closed it: another one then stands for itself, within the same quotes.
    is_closing: bool,
    is_too_large: bool,
}

/// What stands in a line.
pub(super) enum Record {
    /// It has not come whole, or there is no more.
    Nothing,
    /// It is empty.
    Blank,
    /// It is longer than an entry can be.
    TooLarge,
    /// The file ends within quotes.
    Unclosed,
    /// Its cells.
    Cells(Vec<Vec<u8>>),
}

impl Records {
    pub fn next(&mut self, text: &mut Text) -> Record {
        let Some((length, end)) = self.find_end(text) else {
            if !text.is_whole && self.looked_at > ENTRY_MAX {
                text.read(self.looked_at);
                self.looked_at = 0;
                self.is_too_large = true;
            }
            return Record::Nothing;
        };
        let line = text.rest().get(..length).unwrap_or_default();
        let record = if self.is_too_large || line.len() > ENTRY_MAX {
            Record::TooLarge
        } else if self.is_quoted {
            Record::Unclosed
        } else if line.is_empty() {
            Record::Blank
        } else {
            Record::Cells(cells(line, self.separator))
        };
        text.read(length + end);
        *self = Self { separator: self.separator, ..Self::default() };
        record
    }

    /// The length of the line, and of what ends it.
    fn find_end(&mut self, text: &Text) -> Option<(usize, usize)> {
        let rest = text.rest();
        for (place, byte) in rest.iter().enumerate().skip(self.looked_at) {
            let is_closing = std::mem::take(&mut self.is_closing);
            match byte {
                b'"' if self.is_quoted => (self.is_quoted, self.is_closing) = (false, true),
                b'"' if !self.is_within || is_closing => (self.is_quoted, self.is_within) = (true, true),
                _ if self.is_quoted => {}
                b'\n' => return Some((place, 1)),
                b'\r' => match rest.get(place + 1) {
                    Some(b'\n') => return Some((place, 2)),
                    None if !text.is_whole => {
                        self.looked_at = place;
                        return None;
                    }
                    _ => return Some((place, 1)),
                },
                separator if *separator == self.separator => self.is_within = false,
                _ => self.is_within = true,
            }
        }
        self.looked_at = rest.len();
        (text.is_whole && (!rest.is_empty() || self.is_too_large)).then_some((rest.len(), 0))
    }
}

fn cells(line: &[u8], separator: u8) -> Vec<Vec<u8>> {
    let mut cells = Vec::new();
    let mut cell = Vec::new();
    let mut bytes = line.iter().copied().peekable();
    let (mut is_quoted, mut is_within) = (false, false);
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if is_quoted && bytes.peek() == Some(&b'"') => {
                bytes.next();
                cell.push(b'"');
            }
            b'"' if is_quoted => is_quoted = false,
            b'"' if !is_within => (is_quoted, is_within) = (true, true),
            _ if byte == separator && !is_quoted => {
                cells.push(std::mem::take(&mut cell));
                is_within = false;
            }
            _ => {
                cell.push(byte);
                is_within = true;
            }
        }
    }
    cells.push(cell);
    cells
}
