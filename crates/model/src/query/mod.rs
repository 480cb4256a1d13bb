//! The search language of `q`: Auth0's subset of Lucene's query syntax, parsed to a tree.
//!
//! | written | found |
//! |---|---|
//! | `field:value`, `field:"a value"` | users whose field is exactly this value |
//! | `field:be*`, `field:*middle*`, `field:*end` | users whose field begins with, contains, ends with this |
//! | `field:be*mid*end` | users whose field holds these parts in this order, the outer ones at its ends |
//! | `field:*`, `_exists_:field` | users whose field has any value |
//! | `field:[a TO b]`, `field:{a TO b}`, `field:[a TO *}` | users whose field lies between; braces leave the end itself out, `*` leaves it open |
//! | `word`, `"some words"`, `be*`, `*middle*`, `*end`, `be*end` | the same without a field: in the text by which users are searched |
//! | `*`, an empty query | everyone |
//! | `a AND b`, `a b` | both; `AND` binds stronger than `OR` |
//! | `a OR b`, `NOT a`, `(a OR b) c`, `field:(a OR "b c" OR [1 TO 2])` | either; not; groups |
//!
//! - Operators are upper case only; `and` is a word. Right after `field:` even `OR` is a value.
//! - A backslash takes the next character literally: `John\ Doe`, `\*`, `\"`, `\(`, `\AND`. Unescaped inside a word are
//!   allowed: all but white space, brackets `(` `)`, `*`, `?` and, in a word without a field, `:`. After `field:`, in a
//!   group too, colons are literal, so times and IPv6 addresses need no escapes.
//! - In quotes only `"` and `\` are special.
//! - A pattern that begins with `*` needs at least [`MINIMUM_LITERAL`] characters in a row, as in Auth0, because shorter
//!   parts have no trigrams. A CJK character counts as three (see [`crate::text::search_form`]), so one is enough.
//! - The ends of a range end at white space, `]` and `}`; they may be in quotes. Only fields have ranges.
//! - Refused, with the position: `?`, which Auth0 does not know either.
//!
//! Whether a field exists and which patterns it can answer is not decided here but where the tree is compiled to SQL.
//! Values are as typed, with escapes resolved; the compiler folds them where the field's comparison does.

mod date;
mod parser;
mod scanner;
mod span;

pub use date::period;
pub use parser::parse;
pub use span::{Span, times, whole_numbers};

/// The longest query, in characters; longer ones are refused unread.
pub const MAXIMUM_LENGTH: usize = 1024;

/// How many brackets and `NOT`s may stand inside one another.
pub const MAXIMUM_DEPTH: usize = 16;

/// How many words, phrases and patterns a query may have.
pub const MAXIMUM_TERMS: usize = 64;

/// How many texts a pattern may have between its `*`.
pub const MAXIMUM_PIECES: usize = 8;

/// How many characters, counted in [`crate::text::search_form`], a part of a word must have that is searched anywhere
/// or at the end.
pub const MINIMUM_LITERAL: usize = 3;

/// A parsed query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Everyone: the empty query, or `*` without a field.
    Everything,
    /// All of these, at least two.
    And(Vec<Query>),
    /// Any of these, at least two.
    Or(Vec<Query>),
    /// All users but these.
    Not(Box<Query>),
    /// One condition.
    Term {
        /// The dotted path of the field as typed, never empty (`email`, `user_metadata.addresses.cities`); `None` means
        /// the text by which users are searched. Whether there is such a field is for the compiler to say.
        field: Option<String>,
        /// What the field must match.
        pattern: Pattern,
    },
}

/// What a value must match. Without a field, texts hold more than white space and invisible characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// An unquoted word: with a field its whole value, without one a part of the search text.
    Exact(String),
    /// A quoted phrase: with a field its whole value (which may be empty), without one a part of the search text.
    Phrase(String),
    /// The beginning of the value, of any length but not empty.
    Prefix(String),
    /// The end of the value, at least [`MINIMUM_LITERAL`] characters.
    Suffix(String),
    /// A part of the value, at least [`MINIMUM_LITERAL`] characters.
    Contains(String),
    /// Parts of the value in this order, without overlap: at least two with text, at most [`MAXIMUM_PIECES`]. The first
    /// is the value's beginning and the last its end; either is empty where a `*` stands, no other is. Without a
    /// beginning, one part has at least [`MINIMUM_LITERAL`] characters.
    Wildcard(Vec<String>),
    /// Values between two ends, of which one may be open. Only with a field.
    Range {
        /// The least.
        from: Option<Bound>,
        /// The greatest.
        to: Option<Bound>,
    },
    /// Any value at all, as long as there is one. Only with a field.
    Any,
}

/// An end of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// As typed, with escapes resolved; empty only in quotes.
    pub text: String,
    /// Whether the end itself is found.
    pub is_inclusive: bool,
    /// Whether it stood in quotes: it is a text then and no number.
    pub is_quoted: bool,
}

/// Why a query cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} (position {position})")]
pub struct ParseError {
    /// How many characters of the query precede the fault.
    pub position: usize,
    /// What is wrong and what to write instead, for people; part of a sentence without a full stop.
    pub message: String,
}

impl ParseError {
    fn new(position: usize, message: impl Into<String>) -> Self {
        Self { position, message: message.into() }
    }
}

#[cfg(test)]
mod tests;
