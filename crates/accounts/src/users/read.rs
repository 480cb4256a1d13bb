//! Reading users.

use anteroom_model::{Context, Refusal, User, codes};
use anteroom_store::user::{self, Cursor, UserList};

use super::unknown_user;
use crate::{Error, Services};

/// A page of users.
pub struct UserPage {
    /// The users.
    pub users: Vec<User>,
    /// The place behind the last of them, if there are more.
    pub next: Option<Cursor>,
    /// How many the filter finds in all, if that was asked for.
    pub total: Option<i64>,
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
/// `invalid_search_query`.
pub async fn list_users(
    services: &Services,
    context: &Context,
    wanted: UserList,
    with_total: bool,
) -> Result<UserPage, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let invalid =
        |error: anteroom_store::search::SearchError| Refusal::new(&codes::INVALID_SEARCH, error.to_string()).field("q");
    let (users, next) = user::list(&connection, context.tenant, &wanted).await?.map_err(invalid)?;
    let total = match with_total {
        true => Some(user::total(&connection, context.tenant, &wanted.query).await?.map_err(invalid)?),
        false => None,
    };
    Ok(UserPage { users, next, total })
}
