//! The search language of `q`: Auth0's subset of Lucene's query syntax, parsed to a tree.
//!
//! | written | found |
//! |---|---|
//! | `field:value`, `field:"a value"` | users whose field is exactly this value |
//! | `field:be*`, `field:*middle*`, `field:*end` | users whose field begins with, contains, ends with this |
//! | `field:*` | users whose field has any value |
//! | `word`, `"some words"`, `be*`, `*middle*`, `*end` | the same without a field: in the text by which users are searched |
//! | `*`, an empty query | everyone |
//! | `a AND b`, `a b` | both; `AND` binds stronger than `OR` |
//! | `a OR b`, `NOT a`, `(a OR b) c`, `field:(a OR "b c")` | either; not; groups |
//!
//! - Operators are upper case only; `and` is a word. Right after `field:` even `OR` is a value.
//! - A backslash takes the next character literally: `John\ Doe`, `\*`, `\"`, `\(`, `\AND`. Unescaped inside a word are
//!   allowed: all but white space, brackets `(` `)`, `*`, `?` and, in a word without a field, `:`. After `field:`, in a
//!   group too, colons are literal, so times and IPv6 addresses need no escapes.
//! - In quotes only `"` and `\` are special.
//! - A `*` before the text needs at least [`MINIMUM_LITERAL`] characters, as in Auth0, because shorter parts have no
//!   trigrams. A CJK character counts as three (see [`crate::text::search_form`]), so one is enough.
//! - Refused for now, with the position: ranges (`[a TO b]`, `{a TO b}`), `_exists_:field`, `?`, and `*` between letters.
//!
//! Whether a field exists and which patterns it can answer is not decided here but where the tree is compiled to SQL.
//! Values are as typed, with escapes resolved; the compiler folds them where the field's comparison does.

mod parser;
mod scanner;

pub use parser::parse;

/// The longest query, in characters; longer ones are refused unread.
pub const MAXIMUM_LENGTH: usize = 1024;

/// How many brackets and `NOT`s may stand inside one another.
pub const MAXIMUM_DEPTH: usize = 16;

/// How many words, phrases and patterns a query may have.
pub const MAXIMUM_TERMS: usize = 64;

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
    /// Any value at all, as long as there is one. Only with a field.
    Any,
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
