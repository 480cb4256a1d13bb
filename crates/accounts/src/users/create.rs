//! Making a user.

use anteroom_model::guard::{Act, may};
use anteroom_model::user::NewUser;
use anteroom_model::{Context, EventKind, FieldChange, PlatformRole, Refusal, User, codes};
use anteroom_store::{Connection, user};
use serde_json::json;

use super::{address_mail, password, refuse_taken};
use crate::configuration::TenantConfiguration;
use crate::idempotency::{IdempotencyKey, reused};
use crate::tickets::Verification;
use crate::{Error, Record, Services};

/// What is asked for.
pub struct CreateUser {
    /// The connection's name.
    pub connection: String,
    /// The user.
    pub user: NewUser,
    /// The first password.
    pub password: Option<String>,
    /// Whether to send a mail to prove the address; if not said, to one that is not verified.
    pub verify_email: Option<bool>,
    /// Makes the request safe to repeat.
    pub idempotency: Option<IdempotencyKey>,
}

struct Create {
    user: User,
    password: Option<password::Prepared>,
    verification: Option<Verification>,
    idempotency: Option<IdempotencyKey>,
}

/// Makes a user (requirements S0.L24.3–9): needs no code of the user's, works while sign-up is closed, and leaves the
/// phone number unverified unless the caller says otherwise.
///
/// # Errors
/// `invalid_body`, `identifier_missing`, `inexistent_connection`, `invalid_password`, `auth0_idp_error` when an id or
/// identifier is taken, the guards' refusals for `platform_role`, `idempotency_key_reused`.
pub async fn create_user(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: CreateUser,
) -> Result<User, Error> {
    let connection = tenant.connection(&request.connection).ok_or_else(|| {
        Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection")
    })?;
    if !connection.enabled {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The connection is disabled.")
            .field("connection")
            .into());
    }
    let mut user = request.user.build(connection, &*context.random, context.now())?;
    let mut prepared = None;
    if let Some(password) = request.password {
        // A user that cannot be made is not worth the work of hashing; the transaction asks again.
        if request.idempotency.is_none() {
            refuse_taken(&services.db.session().await?.connection(), context, &user).await?;
        }
        let password = password::prepare(services, context, connection, &user, &password).await?;
        password::note(&mut user, &password, context.now());
        prepared = Some(password);
    }
    let target = crate::record::user_party(&user);
    let verification = address_mail::for_new(services, tenant, context, &user, request.verify_email)?;
    let create = Create { user, password: prepared, verification, idempotency: request.idempotency };
    services
        .transact(context, Some(target), create, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<User, Error> {
    let mut user = create.user.clone();
    // Asked before the key: an equal request that commits in between, and took the identifiers, is then found by it.
    let free = refuse_taken(connection, context, &user).await;
    if let Some(key) = &create.idempotency
        && let Some(made) = key.made(connection, context).await?
    {
        let found = user::by_id(connection, context.tenant, &made).await?;
        return Ok(found.ok_or_else(|| reused("The user that the Idempotency-Key made is gone."))?);
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
    if let Some(key) = &create.idempotency {
        key.remember(connection, context, &user.user_id).await?;
    }
    Record::new(context, EventKind::UserCreated).user(&user).changes(created(&user)).write(connection).await?;
    Ok(user)
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
