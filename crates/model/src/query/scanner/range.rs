//! Ranges: `[a TO b]`, `{a TO b}`, `[a TO *}`.

use super::{Scanner, Token, ends_word};
use crate::query::{Bound, ParseError, Pattern};

impl Scanner {
    /// The range whose opening bracket is the next character.
    pub(super) fn range(&mut self) -> Result<Token, ParseError> {
        let opening = self.at;
        let from_is_inclusive = self.peek() == Some('[');
        self.at += 1;
        let from = self.bound(opening, from_is_inclusive)?;
        self.word_to(opening)?;
        let mut to = self.bound(opening, false)?;
        self.skip_white_space();
        match self.peek() {
            Some(']') => {
                to = to.map(|bound| Bound { is_inclusive: true, ..bound });
            }
            Some('}') => {}
            _ => return Err(unfinished(opening)),
        }
        self.at += 1;
        if !self.peek().is_none_or(ends_word) {
            return Err(ParseError::new(self.at, "only a space, a bracket or the end can follow a range"));
        }
        Ok(Token::Value(match (from, to) {
            (None, None) => Pattern::Any,
            (from, to) => Pattern::Range { from, to },
        }))
    }

    fn word_to(&mut self, opening: usize) -> Result<(), ParseError> {
        self.skip_white_space();
        match self.characters.get(self.at..self.at + 3) {
            Some(['T', 'O', next]) if next.is_whitespace() => {
                self.at += 2;
                Ok(())
            }
            _ => Err(unfinished(opening)),
        }
    }

    /// An end of the range, `None` when it is open.
    fn bound(&mut self, opening: usize, is_inclusive: bool) -> Result<Option<Bound>, ParseError> {
        self.skip_white_space();
        let start = self.at;
        if self.peek() == Some('"') {
            let text = self.quoted()?;
            return Ok(Some(Bound { text, is_inclusive, is_quoted: true }));
        }
        let mut text = String::new();
        while let Some(character) = self.peek().filter(|&next| !next.is_whitespace() && !matches!(next, ']' | '}')) {
            match character {
                '*' if self.at == start => {
                    self.at += 1;
                    if self.peek().is_none_or(|next| next.is_whitespace() || matches!(next, ']' | '}')) {
                        return Ok(None);
                    }
                    return Err(ParseError::new(start, "an end of a range takes no wildcard but `*` alone"));
                }
                '*' | '?' => {
                    return Err(ParseError::new(self.at, "an end of a range takes no wildcard but `*` alone"));
                }
                '\\' => text.push(self.escaped()?),
                _ => text.push(self.literal()?),
            }
        }
        if text.is_empty() {
            return Err(unfinished(opening));
        }
        Ok(Some(Bound { text, is_inclusive, is_quoted: false }))
    }
}

fn unfinished(opening: usize) -> ParseError {
    ParseError::new(opening, "a range is written `[a TO b]`, or `{a TO b}` without its ends; `*` leaves an end open")
}
