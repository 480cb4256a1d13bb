//! The orders of a list, and places in them.

use anteroom_model::UserKey;

use crate::db::{Columns, Error, FromRow, Sql, Value};

/// What a list may be sorted by; every column has an index with the user's key behind it, so every order is total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortColumn {
    /// The order in which users were made.
    Key,
    /// When they were made.
    CreatedAt,
    /// When their profile last changed.
    UpdatedAt,
    /// The e-mail address.
    Email,
    /// The username.
    Username,
    /// The phone number.
    PhoneNumber,
    /// The full name.
    Name,
    /// The nickname.
    Nickname,
    /// The given name.
    GivenName,
    /// The family name.
    FamilyName,
    /// The last sign-in.
    LastLogin,
    /// The number of sign-ins.
    LoginsCount,
}

impl SortColumn {
    /// All columns, by the field's name on the wire.
    pub const ALL: [(&'static str, Self); 12] = [
        ("key", Self::Key),
        ("created_at", Self::CreatedAt),
        ("updated_at", Self::UpdatedAt),
        ("email", Self::Email),
        ("username", Self::Username),
        ("phone_number", Self::PhoneNumber),
        ("name", Self::Name),
        ("nickname", Self::Nickname),
        ("given_name", Self::GivenName),
        ("family_name", Self::FamilyName),
        ("last_login", Self::LastLogin),
        ("logins_count", Self::LoginsCount),
    ];

    /// The column, of `users u` or `user_activity s`.
    pub(super) const fn sql(self) -> &'static str {
        match self {
            Self::Key => "u.key",
            Self::CreatedAt => "u.created_at",
            Self::UpdatedAt => "u.updated_at",
            Self::Email => "u.email_key",
            Self::Username => "u.username_key",
            Self::PhoneNumber => "u.phone_key",
            Self::Name => "u.name_key",
            Self::Nickname => "u.nickname_key",
            Self::GivenName => "u.given_name_key",
            Self::FamilyName => "u.family_name_key",
            Self::LastLogin => "s.last_login",
            Self::LoginsCount => "s.logins_count",
        }
    }

    /// Whether its values are numbers; otherwise they are text.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Key | Self::CreatedAt | Self::UpdatedAt | Self::LastLogin | Self::LoginsCount)
    }

    /// The index that has the users in this order.
    pub(super) const fn index(self) -> &'static str {
        match self {
            Self::Key => "users_key",
            Self::CreatedAt => "users_created",
            Self::UpdatedAt => "users_updated",
            Self::Email => "users_email",
            Self::Username => "users_username",
            Self::PhoneNumber => "users_phone",
            Self::Name => "users_name",
            Self::Nickname => "users_nickname",
            Self::GivenName => "users_given_name",
            Self::FamilyName => "users_family_name",
            Self::LastLogin => "user_activity_last_login",
            Self::LoginsCount => "user_activity_logins_count",
        }
    }

    /// Whether it stands in `user_activity`.
    pub(super) const fn is_activity(self) -> bool {
        matches!(self, Self::LastLogin | Self::LoginsCount)
    }
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the least.
    Ascending,
    /// From the greatest.
    Descending,
}

impl Direction {
    /// The other way.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }

    /// What stands between a row behind a place and that place.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Ascending => " > ",
            Self::Descending => " < ",
        }
    }

    /// What stands behind a column sorted by.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Ascending => " ASC",
            Self::Descending => " DESC",
        }
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub column: SortColumn,
    /// Which way, for the column and for the key behind it.
    pub direction: Direction,
}

/// A place in a list: behind the user that has this value in the column sorted by.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    /// The value.
    pub value: Value,
    /// The user's key.
    pub key: UserKey,
}

/// Reads the key, whether the value is a number, and the value.
impl FromRow for Cursor {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let key = columns.take()?;
        let value = match columns.take::<bool>()? {
            true => Value::Int(columns.take()?),
            false => Value::Text(columns.take()?),
        };
        Ok(Self { value, key })
    }
}

impl Order {
    /// Adds what tells a cursor's reader the type of its value.
    pub(super) fn type_of_value(self, sql: Sql) -> Sql {
        sql.push(if self.column.is_number() { ", true, " } else { ", false, " })
    }

    /// Adds the condition that a row stands behind the place, with `AND` before it; `value` and `key` are the columns.
    pub(super) fn behind(self, sql: Sql, after: Option<&Cursor>, value: &str, key: &str) -> Sql {
        let Some(after) = after else { return sql };
        let sign = self.direction.sign();
        if self.column == SortColumn::Key {
            return sql.push(" AND ").push(key).push(sign).bind(after.key);
        }
        let sql = sql.push(" AND (").push(value).push(", ").push(key).push(")").push(sign).push("(");
        sql.bind(after.value.clone()).push(", ").bind(after.key).push(")")
    }

    /// Adds the order.
    pub(super) fn sorted(self, sql: Sql, value: &str, key: &str) -> Sql {
        let word = self.direction.word();
        let sql = sql.push(" ORDER BY ");
        let sql = if self.column == SortColumn::Key { sql } else { sql.push(value).push(word).push(", ") };
        sql.push(key).push(word)
    }
}
