//! Making a user.

use anteroom_model::guard::{Act, may};
use anteroom_model::user::NewUser;
use anteroom_model::{Context, EventKind, FieldChange, PlatformRole, Refusal, User, codes};
use anteroom_store::{Connection, user};
use serde_json::json;
use zeroize::Zeroizing;

use super::first_password::FirstPassword;
use super::first_roles::give_first;
use super::{address_mail, notice, password, refuse_taken};
use crate::configuration::TenantConfiguration;
use crate::idempotency::{IdempotencyKey, reused};
use crate::mail::Outgoing;
use crate::tickets::Verification;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Default)]
pub struct CreateUser {
    /// The connection's name.
    pub connection: String,
    /// The user.
    pub user: NewUser,
    /// The first password.
    pub password: Option<FirstPassword>,
    /// The roles to give beside the tenant's default ones, by id.
    pub roles: Vec<String>,
    /// Whether to tell the user by mail, with the way to the sign-in page.
    pub notify: bool,
    /// Whether to send a mail to prove the address; if not said, to one that is not verified.
    pub verify_email: Option<bool>,
    /// Makes the request safe to repeat.
    pub idempotency: Option<IdempotencyKey>,
}

/// What was made.
pub struct CreatedUser {
    /// The user.
    pub user: User,
    /// The password, if Anteroom made it. It is told here and never again, also not to a repeated request.
    pub generated_password: Option<Zeroizing<String>>,
}

struct Create {
    user: User,
    password: Option<password::Prepared>,
    roles: Vec<String>,
    verification: Option<Verification>,
    notice: Option<Outgoing>,
    idempotency: Option<IdempotencyKey>,
}

/// Makes a user (requirements S0.L24.3–9 and 12): needs no code of the user's, works while sign-up is closed, and leaves the
/// phone number unverified unless the caller says otherwise.
///
/// # Errors
/// `invalid_body`, `identifier_missing`, `inexistent_connection`, `invalid_password`, `auth0_idp_error` when an id or
/// identifier is taken, `inexistent_role`, `limit_reached`, the guards' refusals for `platform_role`,
/// `idempotency_key_reused`.
pub async fn create_user(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    mut request: CreateUser,
) -> Result<CreatedUser, Error> {
    let connection = tenant.connection(&request.connection).ok_or_else(|| {
        Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection")
    })?;
    if !connection.enabled {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The connection is disabled.")
            .field("connection")
            .into());
    }
    if let Some(password) = &request.password {
        password.bind(&mut request.user.fields)?;
    }
    let mut user = request.user.build(connection, &*context.random, context.now())?;
    let notice = if request.notify { Some(notice::prepare(services, tenant, context, &user)?) } else { None };
    let (mut prepared, mut generated_password) = (None, None);
    if let Some(password) = request.password {
        // A user that cannot be made is not worth the work of hashing; the transaction asks again.
        if request.idempotency.is_none() {
            refuse_taken(&services.db.session().await?.connection(), context, &user).await?;
        }
        let (password, generated) = password.prepare(services, context, connection, &user).await?;
        password::note(&mut user, &password, context.now());
        (prepared, generated_password) = (Some(password), generated);
    }
    let target = crate::record::user_party(&user);
    let verification = address_mail::for_new(services, tenant, context, &user, request.verify_email)?;
    let (roles, idempotency) = (request.roles, request.idempotency);
    let create = Create { user, password: prepared, roles, verification, notice, idempotency };
    let (user, is_new) = services
        .transact(context, Some(target), create, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await?;
    Ok(CreatedUser { user, generated_password: generated_password.filter(|_| is_new) })
}

/// The user, and whether it was made now and not by an equal request before.
async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<(User, bool), Error> {
    let mut user = create.user.clone();
    // Asked before the key: an equal request that commits in between, and took the identifiers, is then found by it.
    let free = refuse_taken(connection, context, &user).await;
    if let Some(key) = &create.idempotency
        && let Some(made) = key.made(connection, context).await?
    {
        let found = user::by_id(connection, context.tenant, &made).await?;
        let found = found.ok_or_else(|| reused("The user that the Idempotency-Key made is gone."))?;
        return Ok((found, false));
    }
    may(&context.actor, user.key, PlatformRole::User, Act::ChangeRole(user.platform_role))?;
    free?;
    user::insert(connection, context.tenant, &mut user).await?;
    if let Some(password) = &create.password {
        user::set_password(connection, context.tenant, user.key, &password.hash).await?;
    }
    if let Some(verification) = &create.verification {
        verification.queue(connection, context, user.key).await?;
    }
    if let Some(notice) = &create.notice {
        notice.queue(connection, context).await?;
    }
    if let Some(key) = &create.idempotency {
        key.remember(connection, context, &user.user_id).await?;
    }
    let mut changes = created(&user);
    changes.extend(give_first(connection, context, user.key, &create.roles).await?);
    Record::new(context, EventKind::UserCreated).user(&user).changes(changes).write(connection).await?;
    Ok((user, true))
}

fn created(user: &User) -> Vec<FieldChange> {
    [
        ("email", user.email.as_ref().map(|text| json!(text))),
        ("username", user.username.as_ref().map(|text| json!(text))),
        ("phone_number", user.phone_number.as_ref().map(|text| json!(text))),
        ("name", user.profile.name.as_ref().map(|text| json!(text))),
        ("platform_role", (user.platform_role != PlatformRole::User).then(|| json!(user.platform_role.name()))),
        ("status", Some(json!(user.state.status.name()))),
    ]
    .into_iter()
    .filter(|(_, to)| to.is_some())
    .map(|(field, to)| FieldChange { field: field.to_owned(), from: None, to })
    .collect()
}
