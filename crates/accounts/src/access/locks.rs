//! Locks after failed sign-ins: seeing and lifting them (requirement S4.L35.4).

use std::net::IpAddr;

use anteroom_crypto::token::stored_digest;
use anteroom_model::guard::{Act, may};
use anteroom_model::user::{Identifier, identifier_key, typed_identifiers};
use anteroom_model::{Context, EventKind, Party, User};
use anteroom_store::sign_in_failure::{self, FailureKind};
use anteroom_store::{Connection, user};

use super::gone;
use crate::configuration::TenantConfiguration;
use crate::protection::address_key;
use crate::users::unknown_user;
use crate::{Error, Record, Services};

/// Whose locks.
#[derive(Clone, Debug)]
pub enum Whose {
    /// Those of the user of this id.
    User(String),
    /// Those of everybody who signs in by this identifier, at any connection; if nobody does, that of the identifier.
    Identifier(String),
}

/// A lock that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// By what the account is known: the identifier asked for, or one of the user's own.
    pub identifier: String,
    /// The connection's name; none where nobody has the identifier.
    pub connection: Option<String>,
}

struct Request {
    whose: Whose,
    /// What the identifier can be at each connection, by the connection's key.
    candidates: Vec<(i64, Vec<Identifier>)>,
}

impl Request {
    fn new(tenant: &TenantConfiguration, whose: Whose) -> Self {
        let candidates = match &whose {
            Whose::User(_) => Vec::new(),
            Whose::Identifier(typed) => {
                let of = |connection| typed_identifiers(typed, connection);
                tenant.connections.iter().map(|connection| (connection.key, of(connection))).collect()
            }
        };
        Self { whose, candidates }
    }

    async fn users(&self, connection: &Connection<'_>, context: &Context) -> Result<Vec<User>, Error> {
        if let Whose::User(user_id) = &self.whose {
            let found = user::by_id(connection, context.tenant, user_id).await?;
            return Ok(vec![found.ok_or_else(unknown_user)?]);
        }
        let mut found = Vec::new();
        for (key, identifiers) in &self.candidates {
            found.extend(user::by_identifiers(connection, context.tenant, *key, identifiers).await?);
        }
        Ok(found)
    }

    /// The key that failures are counted under while nobody has the identifier.
    fn unknown_key(&self) -> Option<String> {
        match &self.whose {
            Whose::User(_) => None,
            Whose::Identifier(typed) => Some(stored_digest(&identifier_key(typed))),
        }
    }
}

/// The locks that hold now. With `only_enabled`, none where accounts are not locked any more.
///
/// # Errors
/// `inexistent_user` for the id of nobody.
pub async fn find_locks(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    whose: Whose,
    only_enabled: bool,
) -> Result<Vec<Locked>, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let request = Request::new(tenant, whose);
    let users = request.users(&connection, context).await?;
    let is_on = |user: &User| {
        let counts = tenant.connection_of(user).is_none_or(|connection| connection.counts_failures());
        !only_enabled || tenant.settings.lock_threshold().is_some() && counts
    };
    let mut found = Vec::new();
    for user in users.iter().filter(|user| is_on(user)) {
        if is_locked(&connection, context, FailureKind::Account, &user.user_id).await? {
            found.push(Locked { identifier: shown(&request.whose, user), connection: connection_of(user) });
        }
    }
    if let (true, Whose::Identifier(typed), Some(key)) = (users.is_empty(), &request.whose, request.unknown_key()) {
        let is_on = !only_enabled || tenant.settings.lock_threshold().is_some();
        if is_on && is_locked(&connection, context, FailureKind::Unknown, &key).await? {
            found.push(Locked { identifier: typed.clone(), connection: None });
        }
    }
    Ok(found)
}

/// Lifts the locks, and forgets the failures that led to them. What is not locked is no refusal.
///
/// # Errors
/// `inexistent_user` for the id of nobody, the guards' refusals.
pub async fn lift_locks(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    whose: Whose,
) -> Result<(), Error> {
    let target = match &whose {
        Whose::User(user_id) => Some(Party::new("user", user_id, "")),
        Whose::Identifier(_) => None,
    };
    services
        .transact(context, target, Request::new(tenant, whose), |connection, context, request| {
            Box::pin(run(connection, context, request))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, request: &Request) -> Result<(), Error> {
    for user in request.users(connection, context).await? {
        may(&context.actor, user.key, user.platform_role, Act::Edit)?;
        lift_lock(connection, context, &user).await?;
    }
    if let Some(key) = request.unknown_key() {
        sign_in_failure::clear(connection, context.tenant, FailureKind::Unknown, &key).await?;
    }
    Ok(())
}

/// Forgets a user's failed sign-ins and the lock they led to, if the actor may edit the user. Answers whether there was
/// a lock.
///
/// # Errors
/// The guards' refusals, if there is something to forget.
pub(crate) async fn lift_lock(connection: &Connection<'_>, context: &Context, user: &User) -> Result<bool, Error> {
    let failures = sign_in_failure::find(connection, context.tenant, FailureKind::Account, &user.user_id).await?;
    let Some(failures) = failures else { return Ok(false) };
    may(&context.actor, user.key, user.platform_role, Act::Edit)?;
    sign_in_failure::clear(connection, context.tenant, FailureKind::Account, &user.user_id).await?;
    let was_locked = failures.locked_until > context.now();
    if was_locked {
        Record::new(context, EventKind::LockLifted).user(user).write(connection).await?;
    }
    Ok(was_locked)
}

/// Whether an address is locked now.
///
/// # Errors
/// When the database cannot be asked.
pub async fn is_address_locked(services: &Services, context: &Context, address: IpAddr) -> Result<bool, Error> {
    let session = services.db.session().await?;
    is_locked(&session.connection(), context, FailureKind::Address, &address_key(address)).await
}

/// Lifts the lock of an address, and forgets its failures. Answers whether there was one.
///
/// # Errors
/// When the database cannot be written.
pub async fn lift_address_lock(services: &Services, context: &Context, address: IpAddr) -> Result<bool, Error> {
    services
        .transact(context, None, address_key(address), |connection, context, key| {
            Box::pin(run_address(connection, context, key))
        })
        .await
}

async fn run_address(connection: &Connection<'_>, context: &Context, key: &str) -> Result<bool, Error> {
    let was_locked = is_locked(connection, context, FailureKind::Address, key).await?;
    sign_in_failure::clear(connection, context.tenant, FailureKind::Address, key).await?;
    if was_locked {
        let changes = vec![gone("ip", key)];
        Record::new(context, EventKind::LockLifted).changes(changes).write(connection).await?;
    }
    Ok(was_locked)
}

async fn is_locked(
    connection: &Connection<'_>,
    context: &Context,
    kind: FailureKind,
    key: &str,
) -> Result<bool, Error> {
    let failures = sign_in_failure::find(connection, context.tenant, kind, key).await?;
    Ok(failures.is_some_and(|failures| failures.locked_until > context.now()))
}

fn shown(whose: &Whose, user: &User) -> String {
    let own = [&user.email, &user.username, &user.phone_number].into_iter().flatten().next();
    match whose {
        Whose::Identifier(typed) => typed.clone(),
        Whose::User(user_id) => own.unwrap_or(user_id).clone(),
    }
}

fn connection_of(user: &User) -> Option<String> {
    user.identities.first().map(|identity| identity.connection.clone())
}
