//! Lists of users: filtered, in a total order, by page or by cursor.
//!
//! All users are walked along the index of the order. Of those that a filter finds, few are looked up, then sorted; many
//! are met on the same walk. Whatever is chosen, the users and their order are the same, and a deadline ends it.

mod checked;
mod everyone;
mod found;
mod order;
mod rows;
mod single;
mod total;

use anteroom_model::advanced_search::AdvancedSearch;
use anteroom_model::query::Query;
use anteroom_model::{TenantId, Timestamp, User};

pub use order::{Cursor, Direction, Order, SortColumn};
pub use rows::by_keys;
pub use total::Total;

use crate::db::{Connection, Deadline, Error};
use crate::search::SearchError;

/// Which users are asked for.
#[derive(Clone, Debug)]
pub struct UserList {
    /// The filter.
    pub query: Query,
    /// When it is asked: locks that end later hold.
    pub now: Timestamp,
    /// What those whom the filter finds are held against one by one, because no index can tell.
    pub search: Option<AdvancedSearch>,
    /// The order.
    pub order: Order,
    /// Where to begin; from the first if absent.
    pub after: Option<Cursor>,
    /// How many to pass over.
    pub offset: i64,
    /// How many at most.
    pub limit: i64,
}

/// A part of a list.
#[derive(Debug)]
pub struct Listed {
    /// The users.
    pub users: Vec<User>,
    /// The place behind the last of them, if there are more.
    pub next: Option<Cursor>,
    /// How many the filter finds in all, where that came to light by the way.
    pub total: Option<i64>,
}

/// The places of a part of a list.
struct Page {
    places: Vec<Cursor>,
    next: Option<Cursor>,
    total: Option<i64>,
}

impl Page {
    /// Of these places, of which one more than wanted was asked for.
    fn of(mut places: Vec<Cursor>, limit: i64) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_last = places.len() <= limit;
        places.truncate(limit);
        let next = places.last().filter(|_| !is_last).cloned();
        Self { places, next, total: None }
    }
}

/// The users asked for.
///
/// # Errors
/// A filter on an unknown field or with a value that does not fit it, as `Ok(Err(_))`; [`Error::TooSlow`] when a filter
/// cannot be answered by the deadline; otherwise when the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    deadline: Deadline,
) -> Result<Result<Listed, SearchError>, Error> {
    let simplified = simplified(connection, tenant, wanted).await?;
    let wanted = simplified.as_ref().unwrap_or(wanted);
    let page = match &wanted.search {
        Some(search) => checked::page(connection, tenant, wanted, search, deadline).await?,
        None => places(connection, tenant, wanted, deadline).await?,
    };
    let page = match page {
        Ok(page) => page,
        Err(error) => return Ok(Err(error)),
    };
    let users = by_keys(connection, tenant, page.places.iter().map(|place| place.key).collect()).await?;
    Ok(Ok(Listed { users, next: page.next, total: page.total }))
}

/// How many users are found, exactly.
///
/// # Errors
/// As [`list`].
pub async fn total(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    deadline: Deadline,
) -> Result<Result<i64, SearchError>, Error> {
    let simplified = simplified(connection, tenant, wanted).await?;
    let wanted = simplified.as_ref().unwrap_or(wanted);
    match &wanted.search {
        Some(search) => checked::total(connection, tenant, wanted, search, deadline).await,
        None => total::total(connection, tenant, wanted, deadline).await,
    }
}

/// About how many users are found, for little work.
///
/// # Errors
/// As [`list`].
pub async fn estimate(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    deadline: Deadline,
) -> Result<Result<Total, SearchError>, Error> {
    if wanted.search.is_none() {
        let simplified = simplified(connection, tenant, wanted).await?;
        let wanted = simplified.as_ref().unwrap_or(wanted);
        return total::estimate(connection, tenant, wanted, deadline).await;
    }
    let exact = total(connection, tenant, wanted, deadline).await?;
    Ok(exact.map(|count| Total { count, is_estimate: false }))
}

/// The same list, asked for without conditions that every user of the tenant fulfils; `None` if there are none.
async fn simplified(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
) -> Result<Option<UserList>, Error> {
    let query = single::without(connection, tenant, &wanted.query).await?;
    Ok(query.map(|query| UserList { query, ..wanted.clone() }))
}

/// The places of the users whom the filter finds, without the users.
async fn places(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    deadline: Deadline,
) -> Result<Result<Page, SearchError>, Error> {
    match wanted.query {
        Query::Everything => everyone::page(connection, tenant, wanted).await.map(Ok),
        _ => found::page(connection, tenant, wanted, deadline).await,
    }
}
