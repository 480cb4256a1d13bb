//! Making a role.

use anteroom_model::guard::may_configure;
use anteroom_model::ids::new_prefixed_id;
use anteroom_model::roles::{ROLES, ROLES_OF_USER, Role, RoleChanges, within};
use anteroom_model::{Context, EventKind, Refusal, codes};
use anteroom_store::{Connection, role, tenant};
use serde_json::json;

use super::{party, told};
use crate::differences::differences;
use crate::idempotency::{IdempotencyKey, reused};
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct CreateRole {
    /// The role; its name must be said.
    pub fields: RoleChanges,
    /// Makes the request safe to repeat.
    pub idempotency: Option<IdempotencyKey>,
}

struct Create {
    role: Role,
    idempotency: Option<IdempotencyKey>,
}

/// Makes a role without permissions and members.
///
/// # Errors
/// `invalid_body`, `role_exists`, `limit_reached`, `rank_exceeded`, `idempotency_key_reused`.
pub async fn create_role(services: &Services, context: &Context, request: CreateRole) -> Result<Role, Error> {
    let role = Role {
        role_id: new_prefixed_id(&*context.random, "rol"),
        created_at: context.now(),
        updated_at: context.now(),
        ..Role::default()
    };
    let role = request.fields.apply(role)?;
    let target = party(&role);
    let create = Create { role, idempotency: request.idempotency };
    services
        .transact(context, Some(target), create, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<Role, Error> {
    if let Some(key) = &create.idempotency
        && let Some(made) = key.made(connection, context).await?
    {
        let found = role::by_id(connection, context.tenant, &made).await?;
        return Ok(found.ok_or_else(|| reused("The role that the Idempotency-Key made is gone."))?);
    }
    may_configure(&context.actor)?;
    // Whoever counts locks first, so that of two at once the second sees what the first has made.
    tenant::lock(connection, context.tenant).await?;
    refuse_taken(connection, context, &create.role).await?;
    let count = role::count(connection, context.tenant).await?;
    within(count + 1, ROLES, "The tenant has 1000 roles, and more there cannot be.")?;
    if create.role.is_default {
        room_for_default(connection, context).await?;
    }
    let made = role::insert(connection, context.tenant, &create.role).await?;
    let changes = differences(&json!({}), &told(&made));
    Record::new(context, EventKind::RoleCreated).target(party(&made)).changes(changes).write(connection).await?;
    if let Some(key) = &create.idempotency {
        key.remember(connection, context, &made.role_id).await?;
    }
    Ok(made)
}

/// Refuses a name that another role has.
pub(super) async fn refuse_taken(connection: &Connection<'_>, context: &Context, role: &Role) -> Result<(), Error> {
    let known = role::by_name_key(connection, context.tenant, &role.name_key()).await?;
    if known.is_some_and(|known| known.role_id != role.role_id) {
        return Err(Refusal::new(&codes::ROLE_EXISTS, "The role already exists.").field("name").into());
    }
    Ok(())
}

/// Refuses one role too many that every new user is given. The tenant's row is locked.
pub(super) async fn room_for_default(connection: &Connection<'_>, context: &Context) -> Result<(), Error> {
    let count = role::defaults(connection, context.tenant).await?.len();
    let full = "50 roles are given to new users, and more roles no user can have.";
    Ok(within(count + 1, ROLES_OF_USER, full).map_err(|refusal| refusal.field("is_default"))?)
}
