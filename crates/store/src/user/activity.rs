//! Sign-ins: kept apart, so that one never touches the user's row, its search index or its version.

use anteroom_model::stats::{Day, Measure};
use anteroom_model::{TenantId, Timestamp, UserKey};

use crate::daily_count::{self, Count};
use crate::db::{Connection, Error, Sql};

/// A sign-in that succeeded.
#[derive(Clone, Debug)]
pub struct SignIn<'a> {
    /// Who.
    pub user: UserKey,
    /// When.
    pub at: Timestamp,
    /// When the one before was, as long as nobody else can sign the user in.
    pub previous: Option<Timestamp>,
    /// From which address.
    pub ip: Option<&'a str>,
    /// To which client.
    pub client_id: Option<&'a str>,
    /// On which kind of device.
    pub device: Option<&'a str>,
    /// With which browser.
    pub browser: Option<&'a str>,
    /// Whether a second factor was given.
    pub with_second_factor: bool,
}

/// Counts a sign-in, for the user and for the day, and remembers its circumstances.
///
/// # Errors
/// [`Error::AffectedRows`] when the user is not there.
pub async fn record_sign_in(connection: &Connection<'_>, tenant: TenantId, sign_in: &SignIn<'_>) -> Result<(), Error> {
    let sql = Sql::new("UPDATE user_activity SET logins_count = logins_count + 1, last_login = ")
        .bind(sign_in.at)
        .push(", last_ip = ")
        .bind(sign_in.ip)
        .push(", last_login_client = ")
        .bind(sign_in.client_id)
        .push(", device = ")
        .bind(sign_in.device)
        .push(", browser = ")
        .bind(sign_in.browser);
    let sql = if sign_in.with_second_factor { sql.push(", last_mfa_at = ").bind(sign_in.at) } else { sql };
    let sql = sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND user_key = ").bind(sign_in.user);
    connection.execute_one(sql).await?;
    daily_count::add(connection, tenant, &counts(sign_in)).await
}

/// What the sign-in adds to its day, and to the day on which the user was active before.
fn counts(sign_in: &SignIn<'_>) -> Vec<Count> {
    let (at, today) = (sign_in.at, Day::of(sign_in.at));
    let one = |day, measure| Count { day, measure, delta: 1, at };
    let mut counts = vec![one(today, Measure::SignIns)];
    let before = sign_in.previous.map(Day::of);
    if before.is_none_or(|before| before < today) {
        counts.push(one(today, Measure::Active));
        counts.extend(before.map(|before| one(before, Measure::Returned)));
    }
    counts
}

/// Stores the activity of a new user: none.
pub(super) async fn insert(connection: &Connection<'_>, tenant: TenantId, user: UserKey) -> Result<(), Error> {
    let sql = Sql::new("INSERT INTO user_activity (user_key, tenant_id, logins_count, last_login) VALUES (")
        .bind(user)
        .push(", ")
        .bind(tenant)
        .push(", 0, 0)");
    connection.execute_one(sql).await
}
