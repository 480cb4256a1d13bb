//! Lists of users: filtered, in a total order, by page or by cursor.

use anteroom_model::query::Query;
use anteroom_model::{TenantId, User, UserKey};

use super::row::{COLUMNS, JOINS, gather};
use crate::db::{Columns, Connection, Error, FromRow, Sql, Value};
use crate::search::{self, SearchError};

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

    const fn sql(self) -> &'static str {
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

    const fn is_activity(self) -> bool {
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

/// Which users are asked for.
#[derive(Clone, Debug)]
pub struct UserList {
    /// The filter.
    pub query: Query,
    /// The order.
    pub order: Order,
    /// Where to begin; from the first if absent.
    pub after: Option<Cursor>,
    /// How many to pass over.
    pub offset: i64,
    /// How many at most.
    pub limit: i64,
}

/// The users asked for, and the place behind the last of them if there are more.
///
/// # Errors
/// A filter on an unknown field or with a value that does not fit it, as `Ok(Err(_))`; otherwise when the database
/// cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
) -> Result<Result<(Vec<User>, Option<Cursor>), SearchError>, Error> {
    let mut keys = match keys(connection, tenant, wanted) {
        // The best plan of a search depends on its values; that of a plain list does not.
        Ok(sql) if wanted.query == Query::Everything => connection.all::<Place>(sql).await?,
        Ok(sql) => connection.all_planned_anew(sql).await?,
        Err(error) => return Ok(Err(error)),
    };
    let limit = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let is_last = keys.len() <= limit;
    keys.truncate(limit);
    let next = keys.last().filter(|_| !is_last).map(|place| Cursor { value: place.value.clone(), key: place.key });
    let users = by_keys(connection, tenant, keys.iter().map(|place| place.key).collect()).await?;
    Ok(Ok((users, next)))
}

/// How many users the filter finds.
///
/// # Errors
/// As [`list`].
pub async fn total(
    connection: &Connection<'_>,
    tenant: TenantId,
    query: &Query,
) -> Result<Result<i64, SearchError>, Error> {
    if *query == Query::Everything {
        return super::count(connection, tenant).await.map(Ok);
    }
    let sql = Sql::new("SELECT count(*) FROM users u WHERE u.tenant_id = ").bind(tenant).push(" AND ");
    match search::predicate(sql, query, tenant, connection.dialect()) {
        Ok(sql) => Ok(Ok(connection.all_planned_anew::<(i64,)>(sql).await?.first().map_or(0, |(count,)| *count))),
        Err(error) => Ok(Err(error)),
    }
}

struct Place {
    value: Value,
    key: UserKey,
}

impl FromRow for Place {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let key = columns.take()?;
        let value = match columns.take::<bool>()? {
            true => Value::Int(columns.take()?),
            false => Value::Text(columns.take()?),
        };
        Ok(Self { value, key })
    }
}

/// The statement for the keys of the page and the one behind it: it touches indexes and the filter only.
fn keys(connection: &Connection<'_>, tenant: TenantId, wanted: &UserList) -> Result<Sql, SearchError> {
    let column = wanted.order.column;
    let (sign, word) = match wanted.order.direction {
        Direction::Ascending => (" > ", " ASC"),
        Direction::Descending => (" < ", " DESC"),
    };
    let is_number = if column.is_number() { ", true, " } else { ", false, " };
    let mut sql = Sql::new("SELECT u.key").push(is_number).push(column.sql()).push(" FROM users u");
    let mut key = "u.key";
    if column.is_activity() {
        // The walk goes along the index of the activity, and the filter is asked for each user met.
        key = "s.user_key";
        sql = sql.push(" JOIN user_activity s ON s.user_key = u.key AND s.tenant_id = ").bind(tenant);
    }
    sql = sql.push(" WHERE u.tenant_id = ").bind(tenant);
    if let Some(after) = &wanted.after {
        sql = match column {
            SortColumn::Key => sql.push(" AND u.key").push(sign).bind(after.key),
            _ => {
                let sql = sql.push(" AND (").push(column.sql()).push(", ").push(key).push(")").push(sign).push("(");
                sql.bind(after.value.clone()).push(", ").bind(after.key).push(")")
            }
        };
    }
    if wanted.query != Query::Everything {
        sql = search::predicate(sql.push(" AND "), &wanted.query, tenant, connection.dialect())?;
    }
    sql = sql.push(" ORDER BY ").push(column.sql()).push(word);
    if column != SortColumn::Key {
        sql = sql.push(", ").push(key).push(word);
    }
    Ok(sql.push(" LIMIT ").bind(wanted.limit.saturating_add(1)).push(" OFFSET ").bind(wanted.offset))
}

/// The users of these keys, in the keys' order.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_keys(connection: &Connection<'_>, tenant: TenantId, keys: Vec<UserKey>) -> Result<Vec<User>, Error> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM users u").push(JOINS);
    let sql =
        sql.push(" WHERE u.tenant_id = ").bind(tenant).push(" AND u.key IN (").bind_list(Sql::padded(keys.clone()));
    let rows = connection.all(sql.push(") ORDER BY u.key, i.position")).await?;
    let mut users = gather(rows);
    let places: std::collections::HashMap<_, _> = keys.into_iter().zip(0_usize..).collect();
    users.sort_by_key(|user| places.get(&user.key).copied());
    Ok(users)
}
