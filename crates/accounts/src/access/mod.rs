//! What users and applications were given, and its end: sessions, refresh tokens, consents, locks.
//!
//! Each verb locks the user first, so that a sign-in that is about to finish comes wholly before or wholly after it.

mod clients;
mod consents;
mod end;
mod locks;
mod refresh_tokens;
mod revoke_access;
mod revoke_refresh_tokens;
mod revoke_sessions;
mod sessions;
mod tidy;

pub use clients::end_client;
pub use consents::{ConsentPage, find_consents, withdraw_consent, withdraw_consents_of_user};
pub use end::{end_all, end_all_but};
pub(crate) use locks::lift_lock;
pub use locks::{Locked, Whose, find_locks, is_address_locked, lift_address_lock, lift_locks};
pub use refresh_tokens::{
    DeviceList, RefreshToken, RefreshTokenList, RefreshTokenPage, find_refresh_token, list_devices,
    list_refresh_tokens, refresh_token_lifetime, set_refresh_token_metadata,
};
pub use revoke_access::{RevokeAccess, revoke_access};
pub use revoke_refresh_tokens::{
    RevokeMatching, revoke_matching_refresh_tokens, revoke_refresh_token, revoke_refresh_tokens,
    revoke_refresh_tokens_of_user,
};
pub use revoke_sessions::{revoke_session, revoke_sessions_of_user};
pub use sessions::{
    KnownSession, SessionList, SessionPage, find_session, list_sessions, session_lifetime, set_session_metadata,
};
pub use tidy::{forget_old, sweep_authorizations};

use anteroom_model::guard::{Act, may};
use anteroom_model::{Context, FieldChange, User, UserKey};
use anteroom_store::{Connection, user};

use crate::Error;
use crate::users::unknown_user;

/// The user of this id, locked for change, if the actor may end what it was given.
async fn load(connection: &Connection<'_>, context: &Context, user_id: &str) -> Result<User, Error> {
    let found = user::by_id_for_change(connection, context.tenant, user_id).await?;
    let user = found.ok_or_else(unknown_user)?;
    may(&context.actor, user.key, user.platform_role, Act::EndAccess)?;
    Ok(user)
}

/// The internal key of the user of this id.
async fn key_of(connection: &Connection<'_>, context: &Context, user_id: &str) -> Result<UserKey, Error> {
    let found = user::by_id(connection, context.tenant, user_id).await?;
    Ok(found.ok_or_else(unknown_user)?.key)
}

/// What an event says of something that has gone.
fn gone(field: &str, value: impl Into<serde_json::Value>) -> FieldChange {
    FieldChange { field: field.to_owned(), from: Some(value.into()), to: None }
}

/// Leaves as many rows as were asked for, and gives the place of the last if there are more.
fn cut<T>(rows: &mut Vec<T>, limit: i64, key: impl Fn(&T) -> i64) -> Option<i64> {
    let limit = usize::try_from(limit).ok().filter(|limit| rows.len() > *limit)?;
    rows.truncate(limit);
    rows.last().map(key)
}
