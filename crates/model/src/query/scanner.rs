//! From the characters of a query to its tokens.

mod range;

use super::{MAXIMUM_LENGTH, MAXIMUM_PIECES, MINIMUM_LITERAL, ParseError, Pattern};
use crate::text::{fold, search_form};

/// A word of the grammar.
#[derive(Debug)]
pub(super) enum Token {
    /// `(`
    Open,
    /// `)`
    Close,
    And,
    Or,
    Not,
    /// A field's name with its colon.
    Field(String),
    /// `_exists_:`
    Exists,
    /// A word, phrase or pattern.
    Value(Pattern),
}

/// A token and the number of characters before it.
pub(super) struct Placed {
    pub(super) position: usize,
    pub(super) token: Token,
}

/// All tokens of a query.
///
/// # Errors
/// The first fault that can be seen without regard to grammar.
pub(super) fn scan(query: &str) -> Result<Vec<Placed>, ParseError> {
    if query.chars().nth(MAXIMUM_LENGTH).is_some() {
        return Err(ParseError::new(MAXIMUM_LENGTH, format!("a query has at most {MAXIMUM_LENGTH} characters")));
    }
    let mut scanner = Scanner { characters: query.chars().collect(), at: 0, value_groups: Vec::new() };
    let mut tokens: Vec<Placed> = Vec::new();
    loop {
        scanner.skip_white_space();
        let position = scanner.at;
        let Some(first) = scanner.peek() else { return Ok(tokens) };
        let after_field = matches!(tokens.last(), Some(Placed { token: Token::Field(_) | Token::Exists, .. }));
        tokens.push(Placed { position, token: scanner.token(first, after_field)? });
    }
}

struct Scanner {
    characters: Vec<char>,
    /// The position of the next character.
    at: usize,
    /// For each open bracket, whether it holds values of a field.
    value_groups: Vec<bool>,
}

impl Scanner {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn skip_white_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn token(&mut self, first: char, after_field: bool) -> Result<Token, ParseError> {
        let is_value = after_field || self.value_groups.last().is_some_and(|&values| values);
        match first {
            '(' => {
                self.at += 1;
                self.value_groups.push(is_value);
                Ok(Token::Open)
            }
            ')' => {
                self.at += 1;
                self.value_groups.pop();
                Ok(Token::Close)
            }
            '"' => self.phrase(),
            '[' | '{' if is_value => self.range(),
            '[' | '{' => Err(ParseError::new(
                self.at,
                format!("a range needs a field before it; write `\\{first}` for the character itself"),
            )),
            _ => self.word(is_value),
        }
    }

    fn phrase(&mut self) -> Result<Token, ParseError> {
        let text = self.quoted()?;
        if self.peek().is_none_or(ends_word) {
            return Ok(Token::Value(Pattern::Phrase(text)));
        }
        Err(ParseError::new(self.at, "only a space, a bracket or the end can follow a closing quote"))
    }

    /// The text between the quote that is the next character and the one that closes it.
    fn quoted(&mut self) -> Result<String, ParseError> {
        let opening = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.peek() {
                None => {
                    return Err(ParseError::new(opening, "this quote is never closed; write `\\\"` for the character"));
                }
                Some('"') => break,
                Some('\\') => text.push(self.escaped()?),
                Some(_) => text.push(self.literal()?),
            }
        }
        self.at += 1;
        Ok(text)
    }

    /// A word, an operator, a pattern or a field's name.
    fn word(&mut self, is_value: bool) -> Result<Token, ParseError> {
        let start = self.at;
        // What stands before each `*`, and behind the last.
        let (mut pieces, mut text) = (Vec::new(), String::new());
        while let Some(character) = self.peek().filter(|&character| !ends_word(character)) {
            match character {
                '*' => {
                    self.at += 1;
                    pieces.push(std::mem::take(&mut text));
                }
                ':' if !is_value => {
                    self.at += 1;
                    return self.field(start, text, !pieces.is_empty());
                }
                '?' => {
                    return Err(ParseError::new(
                        self.at,
                        "the wildcard `?` is not supported; write `\\?` for the character",
                    ));
                }
                '\\' => text.push(self.escaped()?),
                _ => text.push(self.literal()?),
            }
        }
        if let Some(operator) = self.operator(start) {
            return Ok(operator);
        }
        pieces.push(text);
        pattern(start, pieces).map(Token::Value)
    }

    /// The field whose name and colon were just read from `start`.
    fn field(&self, start: usize, name: String, has_wildcard: bool) -> Result<Token, ParseError> {
        const EXISTS: &str = "_exists_:";
        if has_wildcard {
            let message = "a field's name takes no wildcard; write `\\:` for a colon in a word";
            return Err(ParseError::new(start, message));
        }
        if name.is_empty() {
            let message = "a field's name must stand before `:`; write `\\:` for the character";
            return Err(ParseError::new(start, message));
        }
        let typed = self.characters.get(start..self.at).unwrap_or_default();
        Ok(if typed.iter().copied().eq(EXISTS.chars()) { Token::Exists } else { Token::Field(name) })
    }

    /// The operator that was just read from `start`, unless it stands right after a field's colon.
    fn operator(&self, start: usize) -> Option<Token> {
        if start > 0 && self.characters.get(start - 1) == Some(&':') {
            return None;
        }
        match self.characters.get(start..self.at)? {
            ['A', 'N', 'D'] => Some(Token::And),
            ['O', 'R'] => Some(Token::Or),
            ['N', 'O', 'T'] => Some(Token::Not),
            _ => None,
        }
    }

    /// The character behind the backslash at the current position.
    fn escaped(&mut self) -> Result<char, ParseError> {
        self.at += 1;
        if self.peek().is_none() {
            return Err(ParseError::new(self.at - 1, "nothing follows this backslash; write `\\\\` for the character"));
        }
        self.literal()
    }

    fn literal(&mut self) -> Result<char, ParseError> {
        match self.peek() {
            Some(character) if character != '\0' => {
                self.at += 1;
                Ok(character)
            }
            _ => Err(ParseError::new(self.at, "U+0000 cannot be part of a query")),
        }
    }
}

fn ends_word(character: char) -> bool {
    character.is_whitespace() || matches!(character, '(' | ')')
}

/// The pattern of these texts with a `*` between each two.
fn pattern(start: usize, pieces: Vec<String>) -> Result<Pattern, ParseError> {
    let count = pieces.len();
    let mut kept: Vec<String> = Vec::new();
    for (place, piece) in pieces.into_iter().enumerate() {
        // Stars side by side are one, but those at the ends are told by an empty first and last text.
        if !piece.is_empty() || place == 0 || place + 1 == count {
            kept.push(piece);
        }
    }
    if kept.iter().filter(|piece| !piece.is_empty()).count() > MAXIMUM_PIECES {
        let message = format!("a pattern has at most {MAXIMUM_PIECES} texts between its `*`");
        return Err(ParseError::new(start, message));
    }
    let begins = kept.first().is_some_and(|first| !fold(first).is_empty());
    let holds_text = kept.iter().any(|piece| !piece.is_empty());
    let is_long = |piece: &String| search_form(piece).chars().count() >= MINIMUM_LITERAL;
    if count > 1 && holds_text && !begins && !kept.iter().any(is_long) {
        let message = if kept.first().is_some_and(|first| !first.is_empty()) {
            "this term holds nothing that can be searched".to_owned()
        } else {
            format!("a pattern that begins with `*` needs at least {MINIMUM_LITERAL} letters in a row")
        };
        return Err(ParseError::new(start, message));
    }
    Ok(match kept.as_mut_slice() {
        [text] => Pattern::Exact(std::mem::take(text)),
        [before, behind] if before.is_empty() && behind.is_empty() => Pattern::Any,
        [before, text] if before.is_empty() => Pattern::Suffix(std::mem::take(text)),
        [text, behind] if behind.is_empty() => Pattern::Prefix(std::mem::take(text)),
        [before, text, behind] if before.is_empty() && behind.is_empty() => Pattern::Contains(std::mem::take(text)),
        _ => Pattern::Wildcard(kept),
    })
}
