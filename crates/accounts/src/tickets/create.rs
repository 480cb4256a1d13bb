//! Making a link for an administrator to hand on.

use anteroom_model::client::check_page;
use anteroom_model::guard::{Act, may};
use anteroom_model::ticket::{TicketKind, TicketSettings};
use anteroom_model::{Context, EventKind, Party, Refusal, User, codes, email};
use anteroom_store::{Connection, client, user};

use super::{Draft, unknown_user};
use crate::configuration::TenantConfiguration;
use crate::{Error, Record, Services};

/// The longest lifetime that can be asked for, in seconds: thirty days.
pub const MAX_LIFETIME: i64 = 2_592_000;

/// For whom a link is made: the user of an id, or the one with an address at a connection.
#[derive(Clone, Debug, Default)]
pub struct TicketUser {
    /// The user's id.
    pub user_id: Option<String>,
    /// The connection's id.
    pub connection_id: Option<String>,
    /// The address.
    pub email: Option<String>,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct CreateTicket {
    /// What the link is for.
    pub kind: TicketKind,
    /// For whom.
    pub user: TicketUser,
    /// How long it holds, in seconds, at most [`MAX_LIFETIME`]; five days for 0 and when it is not said.
    pub lifetime: Option<i64>,
    /// What comes after.
    pub settings: TicketSettings,
    /// The identity meant: provider and id there; it must be one of the user's own.
    pub identity: Option<(String, String)>,
}

struct Create {
    kind: TicketKind,
    user_id: String,
    draft: Draft,
}

/// Makes a one-time link and answers it; the caller hands it on (requirement S2.L17.4). Only who may change the user's
/// password gets a link that does.
///
/// # Errors
/// `inexistent_user`; `invalid_body` for a lifetime, address, client or identity that does not fit, and for a user
/// without an e-mail address; the guards' refusals.
pub async fn create_ticket(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: CreateTicket,
) -> Result<String, Error> {
    let lifetime = lifetime(request.lifetime)?;
    check_result_url(services, context, &request).await?;
    let user = load(services, tenant, context, &request.user).await?;
    if let Some((provider, id)) = &request.identity {
        check_identity(&user, provider, id)?;
    }
    let Some(email) = &user.email else {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The user does not have an email address.").into());
    };
    let draft = Draft::new(context, tenant, request.kind, email, lifetime, request.settings)?;
    let link = draft.link().to_owned();
    let target = Party::new("user", &user.user_id, user.display_name());
    let create = Create { kind: request.kind, user_id: user.user_id, draft };
    services
        .transact(context, Some(target), create, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await?;
    Ok(link)
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<(), Error> {
    let found = user::by_id_for_change(connection, context.tenant, &create.user_id).await?;
    let user = found.ok_or_else(unknown_user)?;
    let act = match create.kind {
        TicketKind::EmailVerification => Act::Edit,
        TicketKind::PasswordChange => Act::ChangePassword,
    };
    may(&context.actor, user.key, user.platform_role, act)?;
    create.draft.store(connection, context, user.key).await?;
    let record = Record::new(context, EventKind::TicketCreated).user(&user);
    record.reason(Some(create.kind.name().to_owned())).write(connection).await
}

async fn load(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    wanted: &TicketUser,
) -> Result<User, Error> {
    let session = services.db.session().await?;
    let TicketUser { user_id, connection_id, email: address } = wanted;
    let found = match (user_id, connection_id, address) {
        (Some(id), None, None) => user::by_id(&session.connection(), context.tenant, id).await?,
        (None, Some(connection_id), Some(address)) => {
            let known = tenant.connections.iter().find(|known| known.connection_id == *connection_id);
            let known = known.ok_or_else(|| {
                Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection_id")
            })?;
            email::normalize(address).map_err(|rule| Refusal::invalid_field("email", rule))?;
            let users = user::by_email(&session.connection(), context.tenant, address).await?;
            users.into_iter().find(|user| user.connection == known.key)
        }
        (Some(_), _, _) => return Err(Refusal::invalid_field("user_id", "must stand alone").into()),
        (None, None, Some(_)) => return Err(Refusal::invalid_field("connection_id", "must come with email").into()),
        (None, Some(_), None) => return Err(Refusal::invalid_field("email", "must come with connection_id").into()),
        (None, None, None) => {
            return Err(Refusal::invalid_field("user_id", "must be sent, or connection_id and email").into());
        }
    };
    Ok(found.ok_or_else(unknown_user)?)
}

fn lifetime(asked: Option<i64>) -> Result<i64, Refusal> {
    match asked {
        None | Some(0) => Ok(anteroom_model::ticket::LIFETIME),
        Some(seconds) if (1..=MAX_LIFETIME).contains(&seconds) => Ok(seconds),
        Some(_) => Err(Refusal::invalid_field("ttl_sec", &format!("must be 0 to {MAX_LIFETIME} seconds"))),
    }
}

/// Refuses an identity that is not one of the user's own.
pub(crate) fn check_identity(user: &User, provider: &str, id: &str) -> Result<(), Refusal> {
    let is_own = user.identities.iter().any(|known| known.provider == provider && known.provider_user_id == id);
    if is_own { Ok(()) } else { Err(Refusal::invalid_field("identity", "must be one of the user's own identities")) }
}

/// People are sent on to pages over TLS, to this machine, or to what the client named has registered: never to what a
/// browser would run.
async fn check_result_url(services: &Services, context: &Context, request: &CreateTicket) -> Result<(), Error> {
    let TicketSettings { result_url, client_id, .. } = &request.settings;
    let client = match client_id {
        None => None,
        Some(id) => {
            let session = services.db.session().await?;
            let found = client::by_id(&session.connection(), context.tenant, id).await?;
            Some(found.ok_or_else(|| Refusal::invalid_field("client_id", "must be the id of a client"))?)
        }
    };
    let Some(text) = result_url else { return Ok(()) };
    if client.is_some_and(|client| client.allows_redirect(text)) {
        return Ok(());
    }
    Ok(check_page(text).map_err(|rule| Refusal::invalid_field("result_url", rule))?)
}

#[cfg(test)]
mod tests {
    use super::{MAX_LIFETIME, lifetime};

    #[test]
    fn a_link_holds_five_days_unless_said_otherwise() {
        assert_eq!((lifetime(None), lifetime(Some(0))), (Ok(432_000), Ok(432_000)));
        assert_eq!(lifetime(Some(60)), Ok(60));
        assert!(lifetime(Some(-1)).is_err() && lifetime(Some(MAX_LIFETIME + 1)).is_err());
    }
}
