//! Ending access: whatever a user was given so far stops working at its next use, and nothing brings it back.

use anteroom_model::{Context, User};
use anteroom_store::authorization::AuthorizationFilter;
use anteroom_store::{Connection, authorization, session};

use crate::Error;

/// Ends all access of the user, in the transaction of what ends it: sessions, authorizations with their codes and refresh
/// tokens, and access tokens. They are gone, so that lifting a suspension brings none of them back (requirement S2.L24.5).
///
/// The caller stores the user, whose `access_valid_after` is set; call it once in a transaction.
///
/// # Errors
/// When the database cannot be written.
pub async fn end_all(connection: &Connection<'_>, context: &Context, user: &mut User) -> Result<(), Error> {
    let filter = AuthorizationFilter { user: Some(user.key), ..AuthorizationFilter::default() };
    session::delete_of_user(connection, context.tenant, user.key).await?;
    authorization::delete_matching(connection, context.tenant, &filter).await?;
    // After another end in the same second, access was given as of the time it set: that ends too.
    user.access_valid_after = context.now().max(user.access_valid_after).next_second();
    Ok(())
}

/// As [`end_all`], but for this session and what was given in it: for people who change their own password and stay
/// signed in where they did so (ASVS 7.4.3). Without a session it is the same as [`end_all`].
///
/// With one, `access_valid_after` stays, for it would end the access tokens of the session that is kept; those of the
/// others find no authorization any more.
///
/// # Errors
/// When the database cannot be written.
pub async fn end_all_but(
    connection: &Connection<'_>,
    context: &Context,
    user: &mut User,
    keep_session: Option<&str>,
) -> Result<(), Error> {
    let Some(keep) = keep_session else { return end_all(connection, context, user).await };
    session::delete_others(connection, context.tenant, user.key, keep).await?;
    authorization::delete_others(connection, context.tenant, user.key, keep).await?;
    Ok(())
}
