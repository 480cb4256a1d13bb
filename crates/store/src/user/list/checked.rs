//! Lists of users whom no index can tell by itself: those that the search's query finds are met in order, and each is
//! held against the search.

use std::collections::HashMap;

use anteroom_model::advanced_search::{AdvancedSearch, Searched};
use anteroom_model::{TenantId, UserKey};

use super::order::Cursor;
use super::{Page, UserList, places};
use crate::db::{Columns, Connection, Deadline, Error, FromRow, Plan, Sql};
use crate::search::SearchError;

/// How many are met at once.
const BATCH: i64 = 500;

/// The places of the page.
///
/// # Errors
/// As [`super::list`].
pub(super) async fn page(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    search: &AdvancedSearch,
    deadline: Deadline,
) -> Result<Result<Page, SearchError>, Error> {
    let mut walk = Walk { connection, tenant, search, deadline, next: Some(batch(wanted)) };
    let (mut passed, mut found) = (0, Vec::new());
    while i64::try_from(found.len()).is_ok_and(|count| count <= wanted.limit) {
        match walk.step().await? {
            Err(error) => return Ok(Err(error)),
            Ok(None) => break,
            Ok(Some(places)) => {
                for place in places {
                    if passed < wanted.offset {
                        passed += 1;
                    } else {
                        found.push(place);
                    }
                }
            }
        }
    }
    Ok(Ok(Page::of(found, wanted.limit)))
}

/// How many users the search finds.
///
/// # Errors
/// As [`super::list`].
pub(super) async fn total(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    search: &AdvancedSearch,
    deadline: Deadline,
) -> Result<Result<i64, SearchError>, Error> {
    let from_the_first = UserList { after: None, ..wanted.clone() };
    let mut walk = Walk { connection, tenant, search, deadline, next: Some(batch(&from_the_first)) };
    let mut count = 0;
    loop {
        match walk.step().await? {
            Err(error) => return Ok(Err(error)),
            Ok(None) => return Ok(Ok(count)),
            Ok(Some(places)) => count += i64::try_from(places.len()).unwrap_or(i64::MAX),
        }
    }
}

fn batch(wanted: &UserList) -> UserList {
    UserList { offset: 0, limit: BATCH, ..wanted.clone() }
}

struct Walk<'a> {
    connection: &'a Connection<'a>,
    tenant: TenantId,
    search: &'a AdvancedSearch,
    deadline: Deadline,
    /// The users to be met next, if there are more.
    next: Option<UserList>,
}

impl Walk<'_> {
    /// The places, among the next users, of those whom the search finds; `None` when all were met.
    async fn step(&mut self) -> Result<Result<Option<Vec<Cursor>>, SearchError>, Error> {
        let Some(wanted) = self.next.take() else { return Ok(Ok(None)) };
        if self.deadline.has_passed() {
            return Err(Error::TooSlow);
        }
        let page = match places(self.connection, self.tenant, &wanted, self.deadline).await? {
            Ok(page) => page,
            Err(error) => return Ok(Err(error)),
        };
        let texts = self.texts(page.places.iter().map(|place| place.key).collect()).await?;
        self.next = page.next.map(|place| UserList { after: Some(place), ..wanted });
        let is_found =
            |place: &Cursor| texts.get(&place.key).is_some_and(|texts| self.search.matches(&texts.searched()));
        Ok(Ok(Some(page.places.into_iter().filter(is_found).collect())))
    }

    async fn texts(&self, keys: Vec<UserKey>) -> Result<HashMap<UserKey, Texts>, Error> {
        if keys.is_empty() {
            return Ok(HashMap::new());
        }
        let sql =
            Sql::new("SELECT u.key, u.user_id, u.public_id, coalesce(u.email, ''), coalesce(u.phone_number, ''), ");
        let sql = sql.push("coalesce(u.username, ''), coalesce(u.name, '') FROM users u WHERE u.tenant_id = ");
        let sql = sql.bind(self.tenant).push(" AND u.key IN (").bind_list(Sql::padded(keys)).push(")");
        let rows: Vec<Texts> = self.connection.all_until(sql, self.deadline, Plan::Best).await?;
        Ok(rows.into_iter().map(|texts| (texts.key, texts)).collect())
    }
}

/// What is searched of a user.
struct Texts {
    key: UserKey,
    user_id: String,
    public_id: String,
    email: String,
    phone_number: String,
    username: String,
    name: String,
}

impl Texts {
    fn searched(&self) -> Searched<'_> {
        Searched {
            user_id: &self.user_id,
            public_id: &self.public_id,
            email: &self.email,
            phone_number: &self.phone_number,
            username: &self.username,
            name: &self.name,
        }
    }
}

impl FromRow for Texts {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            user_id: columns.take()?,
            public_id: columns.take()?,
            email: columns.take()?,
            phone_number: columns.take()?,
            username: columns.take()?,
            name: columns.take()?,
        })
    }
}
