//! The way back in when no administrator can sign in.

use anteroom_model::random::alphanumeric;
use anteroom_model::status::AccountState;
use anteroom_model::ticket::TicketKind;
use anteroom_model::{Context, EventKind, FieldChange, PlatformRole, Random, Status, User};
use anteroom_store::{Connection, ticket, user};
use zeroize::Zeroizing;

use super::{load, password, role};
use crate::access::end_all;
use crate::configuration::TenantConfiguration;
use crate::{Error, Record, Services};

/// Four groups of four letters and digits: 95 bits, and easy to type.
#[must_use]
pub fn random_password(random: &dyn Random) -> Zeroizing<String> {
    let groups: Vec<_> = (0..4).map(|_| alphanumeric(random, 4)).collect();
    Zeroizing::new(groups.join("-"))
}

struct Recover {
    user_id: String,
    password: password::Prepared,
}

/// Makes a user an active super administrator with a new password, which must be changed at the next sign-in. For the
/// command line only: whoever owns the machine owns the installation (requirement S4.L04.7, decision 9).
///
/// # Errors
/// `inexistent_user`.
pub async fn recover_admin(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user: &User,
) -> Result<Zeroizing<String>, Error> {
    let new = random_password(&*context.random);
    let connection = tenant.connection_of(user).ok_or(anteroom_store::Error::AffectedRows(0))?;
    let password = password::prepare(services, context, connection, user, &new).await?;
    let recover = Recover { user_id: user.user_id.clone(), password };
    services
        .transact(context, None, recover, |connection, context, recover| Box::pin(run(connection, context, recover)))
        .await?;
    Ok(new)
}

async fn run(connection: &Connection<'_>, context: &Context, recover: &Recover) -> Result<(), Error> {
    let mut user = load(connection, context, &recover.user_id).await?;
    let now = context.now();
    if user.state.status != Status::Active {
        let change = FieldChange::between("status", user.state.status.name(), Status::Active.name());
        user.state = AccountState::default();
        user.status_changed_at = now;
        user.status_reason = None;
        Record::new(context, EventKind::UserStatusChanged).user(&user).changes(vec![change]).write(connection).await?;
    }
    if user.platform_role != PlatformRole::SuperAdmin {
        role::change(connection, context, &mut user, PlatformRole::SuperAdmin).await?;
    }
    password::note(&mut user, &recover.password, now);
    end_all(connection, context, &mut user).await?;
    ticket::end_open(connection, context.tenant, user.key, TicketKind::PasswordChange).await?;
    user.password.must_change = true;
    user.version += 1;
    user.updated_at = now;
    user::update(connection, context.tenant, &user).await?;
    user::set_password(connection, context.tenant, user.key, &recover.password.hash).await?;
    Record::new(context, EventKind::UserPasswordChanged).user(&user).write(connection).await
}
