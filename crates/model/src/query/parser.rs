//! From the tokens of a query to its tree: a recursive descent whose depth is counted before each step down.

use super::scanner::{Placed, Token, scan};
use super::{MAXIMUM_DEPTH, MAXIMUM_TERMS, ParseError, Pattern, Query};
use crate::text::fold;

/// Parses a query (the language is described at the module).
///
/// # Errors
/// Where and why the query cannot be understood, or exceeds [`MAXIMUM_LENGTH`](super::MAXIMUM_LENGTH),
/// [`MAXIMUM_DEPTH`] or [`MAXIMUM_TERMS`]. Never panics, and needs no more stack for 10,000 brackets than for 16.
pub fn parse(query: &str) -> Result<Query, ParseError> {
    let tokens = scan(query)?;
    if tokens.is_empty() {
        return Ok(Query::Everything);
    }
    let end = query.chars().count();
    let mut parser = Parser { tokens: tokens.into_iter().peekable(), end, depth: 0, terms: 0 };
    let tree = parser.disjunction(None)?;
    match parser.tokens.next() {
        None => Ok(tree),
        Some(Placed { position, .. }) => {
            Err(ParseError::new(position, "this bracket closes nothing; write `\\)` for the character"))
        }
    }
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<Placed>>,
    /// The length of the query in characters.
    end: usize,
    /// How many brackets and `NOT`s are open.
    depth: usize,
    /// How many terms were read.
    terms: usize,
}

impl Parser {
    /// `conjunction (OR conjunction)*`; `field` is the one whose group this is.
    fn disjunction(&mut self, field: Option<&str>) -> Result<Query, ParseError> {
        let mut parts = vec![self.conjunction(field)?];
        while self.tokens.next_if(|next| matches!(next.token, Token::Or)).is_some() {
            parts.push(self.conjunction(field)?);
        }
        Ok(single_or(parts, Query::Or))
    }

    /// `operand (AND? operand)*`
    fn conjunction(&mut self, field: Option<&str>) -> Result<Query, ParseError> {
        let mut parts = vec![self.operand(field)?];
        while let Some(next) = self.tokens.peek() {
            match next.token {
                Token::Or | Token::Close => break,
                Token::And => drop(self.tokens.next()),
                _ => {}
            }
            parts.push(self.operand(field)?);
        }
        Ok(single_or(parts, Query::And))
    }

    /// `NOT operand | field: value | field: (disjunction) | _exists_: name | value | (disjunction)`
    fn operand(&mut self, field: Option<&str>) -> Result<Query, ParseError> {
        let Some(Placed { position, token }) = self.tokens.next() else {
            return Err(ParseError::new(self.end, "the query ends where a term must follow"));
        };
        match token {
            Token::Not => {
                let negated = self.deeper(position, |parser| parser.operand(field))?;
                Ok(Query::Not(Box::new(negated)))
            }
            Token::Open => self.group(position, field),
            Token::Value(pattern) => self.term(position, field, pattern),
            Token::Field(name) => self.field(&name),
            Token::Exists => self.exists(),
            Token::And => Err(ParseError::new(position, "a term must stand before `AND`")),
            Token::Or => Err(ParseError::new(position, "a term must stand before `OR`")),
            Token::Close => Err(ParseError::new(position, "a term must stand before this bracket")),
        }
    }

    /// What stands behind a field's colon.
    fn field(&mut self, name: &str) -> Result<Query, ParseError> {
        match self.tokens.next() {
            Some(Placed { position, token: Token::Value(pattern) }) => self.term(position, Some(name), pattern),
            Some(Placed { position, token: Token::Open }) => self.group(position, Some(name)),
            other => {
                let position = other.map_or(self.end, |placed| placed.position);
                Err(ParseError::new(position, format!("a value must follow `{name}:`")))
            }
        }
    }

    /// What stands behind `_exists_:`.
    fn exists(&mut self) -> Result<Query, ParseError> {
        match self.tokens.next() {
            Some(Placed { position, token: Token::Value(Pattern::Exact(name) | Pattern::Phrase(name)) })
                if !name.is_empty() =>
            {
                self.term(position, Some(&name), Pattern::Any)
            }
            other => {
                let position = other.map_or(self.end, |placed| placed.position);
                Err(ParseError::new(position, "the name of one field must follow `_exists_:`"))
            }
        }
    }

    /// The rest of a group whose opening bracket was at `opening`.
    fn group(&mut self, opening: usize, field: Option<&str>) -> Result<Query, ParseError> {
        let inner = self.deeper(opening, |parser| parser.disjunction(field))?;
        match self.tokens.next() {
            // A disjunction ends nowhere but at a closing bracket and at the end.
            Some(_) => Ok(inner),
            None => Err(ParseError::new(opening, "this bracket is never closed; write `\\(` for the character")),
        }
    }

    fn term(&mut self, position: usize, field: Option<&str>, pattern: Pattern) -> Result<Query, ParseError> {
        self.terms += 1;
        if self.terms > MAXIMUM_TERMS {
            return Err(ParseError::new(position, format!("a query has at most {MAXIMUM_TERMS} terms")));
        }
        let is_blank = match &pattern {
            Pattern::Exact(text) | Pattern::Phrase(text) => field.is_none() && fold(text).is_empty(),
            Pattern::Prefix(text) => fold(text).is_empty(),
            // Those with a `*` before the text were asked for enough of it when they were scanned.
            Pattern::Suffix(_) | Pattern::Contains(_) | Pattern::Wildcard(_) | Pattern::Any => false,
            Pattern::Range { .. } => false,
        };
        if is_blank {
            return Err(ParseError::new(position, "this term holds nothing that can be searched"));
        }
        Ok(match field {
            None if pattern == Pattern::Any => Query::Everything,
            _ => Query::Term { field: field.map(str::to_owned), pattern },
        })
    }

    /// Reads one level further down, unless that is too deep.
    fn deeper(
        &mut self,
        position: usize,
        read: impl FnOnce(&mut Self) -> Result<Query, ParseError>,
    ) -> Result<Query, ParseError> {
        if self.depth == MAXIMUM_DEPTH {
            let message = format!("brackets and `NOT` can be nested at most {MAXIMUM_DEPTH} deep");
            return Err(ParseError::new(position, message));
        }
        self.depth += 1;
        let tree = read(self)?;
        self.depth -= 1;
        Ok(tree)
    }
}

fn single_or(mut parts: Vec<Query>, join: fn(Vec<Query>) -> Query) -> Query {
    if parts.len() == 1 { parts.swap_remove(0) } else { join(parts) }
}
