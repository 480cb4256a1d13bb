//! From the characters of a query to its tokens.

use super::{MAXIMUM_LENGTH, MINIMUM_LITERAL, ParseError, Pattern};
use crate::text::search_form;

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
        let after_field = matches!(tokens.last(), Some(Placed { token: Token::Field(_), .. }));
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
            '[' | '{' => Err(ParseError::new(
                self.at,
                format!("ranges are not supported yet; write `\\{first}` for the character itself"),
            )),
            _ => self.word(is_value),
        }
    }

    fn phrase(&mut self) -> Result<Token, ParseError> {
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
        if self.peek().is_none_or(ends_word) {
            return Ok(Token::Value(Pattern::Phrase(text)));
        }
        Err(ParseError::new(self.at, "only a space, a bracket or the end can follow a closing quote"))
    }

    /// A word, an operator, a pattern or a field's name.
    fn word(&mut self, is_value: bool) -> Result<Token, ParseError> {
        let start = self.at;
        let mut text = String::new();
        let (mut star_before, mut star_after) = (false, false);
        while let Some(character) = self.peek().filter(|&character| !ends_word(character)) {
            match character {
                '*' => {
                    self.at += 1;
                    if text.is_empty() {
                        star_before = true;
                    } else {
                        star_after = true;
                    }
                    continue;
                }
                ':' if !is_value => {
                    self.at += 1;
                    return field(start, text, star_before || star_after);
                }
                '?' => {
                    return Err(ParseError::new(
                        self.at,
                        "the wildcard `?` is not supported yet; write `\\?` for the character",
                    ));
                }
                _ if star_after => {
                    return Err(ParseError::new(
                        self.at - 1,
                        "`*` is a wildcard only at the ends of a word; write `\\*` for the character",
                    ));
                }
                '\\' => text.push(self.escaped()?),
                _ => text.push(self.literal()?),
            }
        }
        if let Some(operator) = self.operator(start) {
            return Ok(operator);
        }
        pattern(start, text, star_before, star_after).map(Token::Value)
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

fn field(start: usize, name: String, has_wildcard: bool) -> Result<Token, ParseError> {
    if has_wildcard {
        return Err(ParseError::new(start, "a field's name takes no wildcard; write `\\:` for a colon in a word"));
    }
    match name.as_str() {
        "" => Err(ParseError::new(start, "a field's name must stand before `:`; write `\\:` for the character")),
        "_exists_" => Err(ParseError::new(start, "`_exists_` is not supported yet; write `field:*` instead")),
        _ => Ok(Token::Field(name)),
    }
}

fn pattern(start: usize, text: String, star_before: bool, star_after: bool) -> Result<Pattern, ParseError> {
    if star_before && !text.is_empty() && search_form(&text).chars().count() < MINIMUM_LITERAL {
        let message = format!("a `*` before the text needs at least {MINIMUM_LITERAL} letters after it");
        return Err(ParseError::new(start, message));
    }
    Ok(match (star_before, star_after) {
        (true, _) if text.is_empty() => Pattern::Any,
        (true, true) => Pattern::Contains(text),
        (true, false) => Pattern::Suffix(text),
        (false, true) => Pattern::Prefix(text),
        (false, false) => Pattern::Exact(text),
    })
}
