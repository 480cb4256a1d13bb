//! Searching users by field, mode and joint: Logto's advanced user search (requirements S3.L42.1, S3.L44.1–2).
//!
//! | parameter | meaning |
//! |---|---|
//! | `search=text` | any of the five fields matches |
//! | `search.<field>=text` | this field matches; `id` (user id or public id), `primaryEmail`, `primaryPhone`, `username`, `name` |
//! | `mode`, `mode.<field>` | how: see [`Mode`]; without one a part of the value, taken literally |
//! | `joint` (`jointMode`) | whether one of several searches must match (`or`, the default) or all (`and`) |
//! | `isCaseSensitive` | whether case counts; it does not |
//!
//! Unlike there, text without a mode is literal: `%` and `_` are characters, not wildcards (requirement S4.L06.5).
//! Without regard to case, whole values and parts also match without regard to accents and width, as everywhere here.

mod parse;
mod pattern;
mod prefilter;

use regex::Regex;

use crate::query::Query;

pub use parse::{is_parameter, parse};

/// The longest text searched for, in characters.
pub const LONGEST: usize = 256;

/// How many texts one request may search for.
pub const MOST: usize = 32;

/// A search, understood.
#[derive(Clone, Debug)]
pub struct AdvancedSearch {
    joint: Joint,
    items: Vec<Item>,
}

/// Whether one item must match or all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Joint {
    #[default]
    Or,
    And,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The value holds the text.
    Part,
    /// The value is the text, or one of several.
    Exact,
    /// SQL's LIKE: `%` any text, `_` any character, a backslash before either takes it literally.
    Like,
    /// SQL's SIMILAR TO: LIKE's wildcards and `| * + ? {m,n} ( ) [ ]`.
    SimilarTo,
    /// A regular expression, found anywhere in the value; without back references, so that its time is linear.
    Posix,
}

impl Mode {
    /// Those that can be named.
    pub const NAMED: [(&'static str, Self); 4] =
        [("exact", Self::Exact), ("like", Self::Like), ("similar_to", Self::SimilarTo), ("posix", Self::Posix)];
}

/// A field that can be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The user id or the public id.
    Id,
    /// The e-mail address.
    PrimaryEmail,
    /// The phone number.
    PrimaryPhone,
    /// The username.
    Username,
    /// The full name.
    Name,
}

impl Field {
    /// All of them, by their names in the parameters.
    pub const ALL: [(&'static str, Self); 5] = [
        ("id", Self::Id),
        ("primaryEmail", Self::PrimaryEmail),
        ("primaryPhone", Self::PrimaryPhone),
        ("username", Self::Username),
        ("name", Self::Name),
    ];
}

/// One search: any of these fields passes the test.
#[derive(Clone, Debug)]
struct Item {
    fields: Vec<Field>,
    test: Test,
}

#[derive(Clone, Debug)]
enum Test {
    /// One of these whole values.
    Exact { values: Vec<String>, case_sensitive: bool },
    /// A part.
    Part { text: String, case_sensitive: bool },
    /// What stands literally in every matching value, if anything does, and the whole condition.
    Pattern { literal: Option<String>, regex: Regex },
}

/// The values of a user that are searched; empty where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Searched<'a> {
    /// The user id.
    pub user_id: &'a str,
    /// The public id.
    pub public_id: &'a str,
    /// The e-mail address.
    pub email: &'a str,
    /// The phone number.
    pub phone_number: &'a str,
    /// The username.
    pub username: &'a str,
    /// The full name.
    pub name: &'a str,
}

impl AdvancedSearch {
    /// A query that finds every user this search finds, and perhaps others.
    #[must_use]
    pub fn query(&self) -> Query {
        prefilter::query(self)
    }

    /// Whether [`Self::query`] finds exactly the users of this search, so that [`Self::matches`] need not be asked.
    #[must_use]
    pub fn is_query(&self) -> bool {
        self.items.iter().all(|item| match &item.test {
            Test::Exact { case_sensitive, .. } | Test::Part { case_sensitive, .. } => !case_sensitive,
            Test::Pattern { .. } => false,
        })
    }

    /// Whether a user of these values is found.
    #[must_use]
    pub fn matches(&self, user: &Searched<'_>) -> bool {
        match self.joint {
            Joint::Or => self.items.iter().any(|item| item.matches(user)),
            Joint::And => self.items.iter().all(|item| item.matches(user)),
        }
    }
}

impl Item {
    fn matches(&self, user: &Searched<'_>) -> bool {
        self.fields.iter().any(|field| match field {
            Field::Id => self.test.passes(user.user_id) || self.test.passes(user.public_id),
            Field::PrimaryEmail => self.test.passes(user.email),
            Field::PrimaryPhone => self.test.passes(user.phone_number),
            Field::Username => self.test.passes(user.username),
            Field::Name => self.test.passes(user.name),
        })
    }
}

impl Test {
    fn passes(&self, value: &str) -> bool {
        use crate::text::fold;
        if value.is_empty() {
            return false;
        }
        match self {
            Self::Exact { values, case_sensitive: true } => values.iter().any(|text| text == value),
            Self::Exact { values, case_sensitive: false } => values.iter().any(|text| fold(text) == fold(value)),
            Self::Part { text, case_sensitive: true } => value.contains(text.as_str()),
            Self::Part { text, case_sensitive: false } => fold(value).contains(&fold(text)),
            Self::Pattern { regex, .. } => regex.is_match(value),
        }
    }
}

#[cfg(test)]
mod tests;
