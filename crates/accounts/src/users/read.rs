//! Reading users.

use std::time::Duration;

use anteroom_model::{Context, Refusal, User, codes};
use anteroom_store::user::{self, Cursor, Total, UserList};
use anteroom_store::{Connection, Deadline, search};

use super::unknown_user;
use crate::{Error, Services};

/// How long one request may search: nobody waits longer for an answer, and no request keeps others waiting.
const TIME: Duration = Duration::from_millis(250);

/// Whether a list tells how many users there are in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    /// It does not.
    None,
    /// Exactly.
    Exact,
    /// About, for little work.
    Estimate,
}

/// A page of users.
pub struct UserPage {
    /// The users.
    pub users: Vec<User>,
    /// The place behind the last of them, if there are more.
    pub next: Option<Cursor>,
    /// How many the filter finds in all, if that was asked for.
    pub total: Option<Total>,
}

/// The user of this id.
///
/// # Errors
/// `inexistent_user`.
pub async fn find_user(services: &Services, context: &Context, user_id: &str) -> Result<User, Error> {
    let session = services.db.session().await?;
    let found = user::by_id(&session.connection(), context.tenant, user_id).await?;
    Ok(found.ok_or_else(unknown_user)?)
}

/// The users with this e-mail address, in any case.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find_users_by_email(services: &Services, context: &Context, email: &str) -> Result<Vec<User>, Error> {
    let session = services.db.session().await?;
    Ok(user::by_email(&session.connection(), context.tenant, email).await?)
}

/// A page of users, with their number if asked for.
///
/// # Errors
/// `invalid_search_query`; `search_too_slow` when the filter takes longer than a request may.
pub async fn list_users(
    services: &Services,
    context: &Context,
    wanted: UserList,
    totals: Totals,
) -> Result<UserPage, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let deadline = Deadline::after(TIME);
    let page = user::list(&connection, context.tenant, &wanted, deadline).await?.map_err(invalid)?;
    let total = match (page.total, totals) {
        (_, Totals::None) => None,
        (Some(count), _) => Some(Total { count, is_estimate: false }),
        (None, totals) => Some(total(&connection, context, &wanted, totals, deadline).await?),
    };
    Ok(UserPage { users: page.users, next: page.next, total })
}

async fn total(
    connection: &Connection<'_>,
    context: &Context,
    wanted: &UserList,
    totals: Totals,
    deadline: Deadline,
) -> Result<Total, Error> {
    if totals == Totals::Estimate {
        return Ok(user::estimate(connection, context.tenant, wanted, deadline).await?.map_err(invalid)?);
    }
    let count = user::total(connection, context.tenant, wanted, deadline).await?.map_err(invalid)?;
    Ok(Total { count, is_estimate: false })
}

fn invalid(error: search::SearchError) -> Refusal {
    Refusal::new(&codes::INVALID_SEARCH, error.to_string()).field("q")
}
