//! One JSON array.

use super::reader::{Content, Found, broken, too_large, understood};
use super::text::Text;
use super::{DEPTH_MAX, ENTRY_MAX};

/// Reads the entries of one array. Where an entry is no JSON nothing tells where it ends, so that reading ends there.
#[derive(Clone, Debug, Default)]
pub(super) struct Array {
    phase: Phase,
    scan: Scan,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    /// Before the array.
    #[default]
    Before,
    /// Before its first entry or its end.
    First,
    /// Within an entry.
    Entry,
    /// Behind an entry: a comma or the end.
    Behind,
    /// Behind the array.
    Over,
}

/// How far the look for the end of an entry has come.
#[derive(Clone, Copy, Debug, Default)]
struct Scan {
    looked_at: usize,
    depth: usize,
    deepest: usize,
    is_in_text: bool,
    is_escaped: bool,
    is_too_large: bool,
}

impl Array {
    /// Goes on behind an entry.
    pub fn after_entry() -> Self {
        Self { phase: Phase::Behind, scan: Scan::default() }
    }

    pub fn next(&mut self, text: &mut Text) -> Result<Found, String> {
        loop {
            if self.phase == Phase::Entry {
                return self.entry(text);
            }
            let Some(sign) = text.skip_blank() else {
                if text.is_whole && self.phase != Phase::Over {
                    return Err("The file ends before its array does".to_owned());
                }
                return Ok(Found::Nothing);
            };
            self.phase = match (self.phase, sign) {
                (Phase::Before, b'[') => Phase::First,
                (Phase::Before, _) => return Err("The file must be one JSON array".to_owned()),
                (Phase::First | Phase::Behind, b']') => Phase::Over,
                (Phase::Behind, b',') => Phase::Entry,
                (Phase::Behind, _) => return Err("There must be a comma between two entries".to_owned()),
                (Phase::Over, _) => return Err("There must be nothing behind the array".to_owned()),
                (Phase::First | Phase::Entry, _) => {
                    self.phase = Phase::Entry;
                    continue;
                }
            };
            text.read(1);
        }
    }

    fn entry(&mut self, text: &mut Text) -> Result<Found, String> {
        let Some(length) = self.scan.find_end(text.rest()) else {
            if text.is_whole {
                return Err("The file ends in the midst of an entry".to_owned());
            }
            if self.scan.looked_at > ENTRY_MAX {
                text.read(self.scan.looked_at);
                self.scan.looked_at = 0;
                self.scan.is_too_large = true;
            }
            return Ok(Found::Nothing);
        };
        let content = self.content(text.rest().get(..length).unwrap_or_default())?;
        text.read(length);
        self.scan = Scan::default();
        self.phase = Phase::Behind;
        Ok(Found::Entry(content))
    }

    fn content(&self, entry: &[u8]) -> Result<Content, String> {
        if self.scan.is_too_large || entry.len() > ENTRY_MAX {
            return Ok(too_large());
        }
        if self.scan.deepest > DEPTH_MAX {
            return Ok(broken(format!("An entry must not be nested deeper than {DEPTH_MAX}.")));
        }
        understood(entry).map_err(|error| format!("An entry is not JSON: {error}"))
    }
}

impl Scan {
    /// The length of an entry: up to the comma or bracket that ends it.
    fn find_end(&mut self, rest: &[u8]) -> Option<usize> {
        for (place, byte) in rest.iter().enumerate().skip(self.looked_at) {
            if self.is_in_text {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => self.is_in_text = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.is_in_text = true,
                b'{' | b'[' => {
                    self.depth += 1;
                    self.deepest = self.deepest.max(self.depth);
                }
                b',' | b']' if self.depth == 0 => return Some(place),
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        self.looked_at = rest.len();
        None
    }
}
