//! Forcing a user offline.

use anteroom_model::{Context, EventKind, Party, User};
use anteroom_store::authorization::AuthorizationFilter;
use anteroom_store::{Connection, authorization, session, user};

use super::{end_all, gone, load};
use crate::configuration::TenantConfiguration;
use crate::mail::AdminAct;
use crate::users::ActNotice;
use crate::{Error, Record, Services};

/// What of a user's access is to end.
#[derive(Clone, Debug, Default)]
pub struct RevokeAccess {
    /// The user's id.
    pub user_id: String,
    /// Only what was given in the session of this id, and the session itself.
    pub session_id: Option<String>,
    /// Only what was given to the application of this id; the person stays signed in to others.
    pub client_id: Option<String>,
    /// Whether refresh tokens stay, with the access tokens given for them.
    pub preserve_refresh_tokens: bool,
    /// Whether to tell the user by mail.
    pub notify: bool,
}

struct Revoking {
    request: RevokeAccess,
    notice: Option<ActNotice>,
}

impl RevokeAccess {
    fn is_everything(&self) -> bool {
        self.session_id.is_none() && self.client_id.is_none() && !self.preserve_refresh_tokens
    }
}

/// Ends a user's access, to everything or to one application (requirements S0.L31.2, S0.L31.3): every device is refused
/// at its next request, and the person can sign in again afterwards (S4.L21.1–2). What is not there any more is no
/// refusal.
///
/// # Errors
/// `inexistent_user`, `invalid_body` for a mail to nowhere, the guards' refusals.
pub async fn revoke_access(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: RevokeAccess,
) -> Result<(), Error> {
    let target = Party::new("user", &request.user_id, "");
    let notice = if request.notify {
        let act = |user: &User| AdminAct::AccessEnded {
            is_all: request.is_everything(),
            can_sign_in: !user.state.status.is_blocked(),
        };
        Some(ActNotice::prepare_for(services, tenant, context, &request.user_id, act).await?)
    } else {
        None
    };
    services
        .transact(context, Some(target), Revoking { request, notice }, |connection, context, revoking| {
            Box::pin(run(connection, context, revoking))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, revoking: &Revoking) -> Result<(), Error> {
    let (tenant, request) = (context.tenant, &revoking.request);
    let mut user = load(connection, context, &request.user_id).await?;
    if request.is_everything() {
        end_all(connection, context, &mut user).await?;
        user::set_access_valid_after(connection, tenant, user.key, user.access_valid_after).await?;
    } else {
        let filter = AuthorizationFilter {
            user: Some(user.key),
            client_id: request.client_id.clone(),
            audience: None,
            session_id: request.session_id.clone(),
            offline: if request.preserve_refresh_tokens { Some(false) } else { None },
        };
        authorization::delete_matching(connection, tenant, &filter).await?;
        // A session belongs to all applications: one of them alone does not end it.
        match (&request.client_id, &request.session_id) {
            (Some(_), _) => {}
            (None, Some(session_id)) => end_session(connection, context, &user, session_id).await?,
            (None, None) => drop(session::delete_of_user(connection, tenant, user.key).await?),
        }
    }
    if let Some(notice) = &revoking.notice {
        notice.queue(connection, context, &user).await?;
    }
    let named = [("session_id", &request.session_id), ("client_id", &request.client_id)];
    let changes = named.into_iter().filter_map(|(field, value)| Some(gone(field, value.clone()?))).collect();
    Record::new(context, EventKind::AccessRevoked).user(&user).changes(changes).write(connection).await
}

/// Ends the session if it is this user's.
async fn end_session(
    connection: &Connection<'_>,
    context: &Context,
    user: &User,
    session_id: &str,
) -> Result<(), Error> {
    let found = session::by_id(connection, context.tenant, session_id).await?;
    if found.is_some_and(|session| session.user == user.key) {
        session::delete(connection, context.tenant, session_id).await?;
    }
    Ok(())
}
