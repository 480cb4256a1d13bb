//! One JSON object a line.

use super::ENTRY_MAX;
use super::reader::{Found, broken, too_large, understood};
use super::text::Text;

/// Reads lines; a line that is wrong is wrong alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// How many of the bytes that wait hold no end of a line.
    looked_at: usize,
    /// Whether the line that is being read is too long: what came of it is gone.
    is_too_large: bool,
}

impl Lines {
    pub fn next(&mut self, text: &mut Text) -> Found {
        loop {
            let unseen = text.rest().get(self.looked_at..).unwrap_or_default();
            let end = unseen.iter().position(|byte| *byte == b'\n').map(|place| self.looked_at + place);
            let Some(end) = end.or_else(|| text.is_whole.then_some(text.rest().len())) else {
                self.looked_at = text.rest().len();
                if self.looked_at > ENTRY_MAX {
                    text.read(self.looked_at);
                    self.looked_at = 0;
                    self.is_too_large = true;
                }
                return Found::Nothing;
            };
            let line = text.rest().get(..end).unwrap_or_default();
            let is_last = end == text.rest().len();
            let content = if self.is_too_large || line.len() > ENTRY_MAX {
                Some(too_large())
            } else if line.iter().all(u8::is_ascii_whitespace) {
                None
            } else {
                Some(understood(line).unwrap_or_else(|error| broken(format!("The line is not JSON: {error}."))))
            };
            text.read(if is_last { end } else { end + 1 });
            self.looked_at = 0;
            self.is_too_large = false;
            match content {
                Some(content) => return Found::Entry(content),
                None if is_last => return Found::Nothing,
                None => {}
            }
        }
    }
}
