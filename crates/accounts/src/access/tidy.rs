//! Forgetting what is over: a little at a time, and safe in every process at once.

use std::collections::BTreeMap;

use anteroom_model::{TenantId, Timestamp};
use anteroom_store::authorization::{Standing, code, refresh_token};
use anteroom_store::{BoxFuture, Connection, Work, authorization, flow, session, sign_in_failure, ticket};

use super::refresh_token_lifetime;
use crate::configuration::{Configuration, TenantConfiguration};
use crate::{Error, Services};

/// Rows that one transaction forgets at most.
const BATCH: i64 = 1000;
/// Transactions that one run spends on one kind of rows at most.
const ROUNDS: usize = 20;
/// Authorizations that one run looks at.
const LOOKED_AT: i64 = 2000;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// For how long an authorization code is remembered, so that a second use ends what the first one gave.
const CODES: i64 = DAY;
/// For how long a refresh token that was used is remembered, for the same reason.
const REFRESH_TOKENS: i64 = 60 * DAY;
/// For how long a ticket that is over is remembered, so that people are told what is wrong with an old link.
const TICKETS: i64 = 7 * DAY;
/// For how long failed sign-ins are remembered; see [`crate::protection::REMEMBERED`].
const FAILURES: i64 = crate::protection::REMEMBERED;

/// What is forgotten by age.
#[derive(Clone, Copy)]
enum Kind {
    Flows,
    Codes,
    RefreshTokens,
    Tickets,
    Failures,
    /// A tenant's sessions, which last so many seconds.
    Sessions(TenantId, i64),
}

struct Forget {
    kind: Kind,
    now: Timestamp,
}

impl Work for Forget {
    type Output = u64;
    type Error = anteroom_store::Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<u64, anteroom_store::Error>> {
        let now = self.now;
        let before = move |seconds: i64| now.plus_seconds(-seconds);
        Box::pin(async move {
            match self.kind {
                Kind::Flows => flow::delete_expired(connection, now, BATCH).await,
                Kind::Codes => code::delete_before(connection, before(CODES), BATCH).await,
                Kind::RefreshTokens => {
                    refresh_token::delete_used_before(connection, before(REFRESH_TOKENS), BATCH).await
                }
                Kind::Tickets => ticket::delete_expired_before(connection, before(TICKETS), BATCH).await,
                Kind::Failures => sign_in_failure::delete_before(connection, before(FAILURES), now, BATCH).await,
                Kind::Sessions(tenant, lifetime) => {
                    session::delete_created_before(connection, tenant, before(lifetime), BATCH).await
                }
            }
        })
    }
}

/// Forgets what is over by its age: flows, codes, used refresh tokens, tickets, failed sign-ins, sessions, jobs.
///
/// # Errors
/// When the database cannot be written; what was forgotten before stays forgotten.
pub async fn forget_old(services: &Services, now: Timestamp) -> Result<(), Error> {
    let configuration = services.configuration.fresh().await?;
    let of_tenants =
        configuration.tenants().map(|known| Kind::Sessions(known.tenant.id, known.settings.session_seconds()));
    let of_all = [Kind::Flows, Kind::Codes, Kind::RefreshTokens, Kind::Tickets, Kind::Failures];
    for kind in of_all.into_iter().chain(of_tenants) {
        for _ in 0..ROUNDS {
            let forgotten = services.db.write(Forget { kind, now }).await?;
            if i64::try_from(forgotten).is_ok_and(|count| count < BATCH) {
                break;
            }
        }
    }
    crate::jobs::forget_old_jobs(services, now).await
}

struct Delete {
    tenant: TenantId,
    keys: Vec<i64>,
}

impl Work for Delete {
    type Output = u64;
    type Error = anteroom_store::Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<u64, anteroom_store::Error>> {
        Box::pin(authorization::delete_all(connection, self.tenant, self.keys.clone()))
    }
}

/// Looks at the next authorizations behind this key and forgets those that can give no token any more. Answers where to go
/// on next time; 0, the beginning, after the last.
///
/// No index tells which those are, for each application decides for how long: so all are looked at in turn.
///
/// # Errors
/// When the database cannot be asked or written.
pub async fn sweep_authorizations(services: &Services, now: Timestamp, after: i64) -> Result<i64, Error> {
    let configuration = services.configuration.fresh().await?;
    let reading = services.db.session().await?;
    let batch = authorization::walk(&reading.connection(), after, LOOKED_AT).await?;
    drop(reading);
    let is_last = i64::try_from(batch.len()).is_ok_and(|count| count < LOOKED_AT);
    let next = batch.last().filter(|_| !is_last).map_or(0, |last| last.key);
    let mut spent: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for standing in batch.iter().filter(|standing| is_spent(standing, &configuration, now)) {
        spent.entry(standing.tenant.0).or_default().push(standing.key);
    }
    for (tenant, keys) in spent {
        services.db.write(Delete { tenant: TenantId(tenant), keys }).await?;
    }
    Ok(next)
}

/// Whether an authorization can give no token any more, and none that it gave still holds.
fn is_spent(standing: &Standing, configuration: &Configuration, now: Timestamp) -> bool {
    let (Some(tenant), Some(settings)) = (configuration.tenant(standing.tenant), &standing.settings) else {
        // Its application is gone.
        return true;
    };
    let used = standing.last_exchanged_at.max(standing.created_at);
    let has_no_token = used.plus_seconds(longest_access_token(tenant) + HOUR) < now;
    if standing.offline {
        return has_no_token && !refresh_token_lifetime(settings).holds(standing.created_at, used, now);
    }
    // Without its session it is refused already. While that stands, the latest one tells that the person is signed in to
    // the application; those before it only carry access tokens.
    let is_new = standing.created_at.plus_seconds(HOUR) > now;
    !standing.has_session && !is_new || standing.is_superseded && has_no_token
}

/// The longest that an access token of the tenant's users holds, in seconds.
fn longest_access_token(tenant: &TenantConfiguration) -> i64 {
    let lifetimes = |server: &anteroom_model::resource_server::ResourceServer| {
        server.token_lifetime.max(server.token_lifetime_for_web.unwrap_or(0))
    };
    tenant.resource_servers.iter().map(lifetimes).fold(DAY, i64::max)
}
