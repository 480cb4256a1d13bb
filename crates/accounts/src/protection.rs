//! What wrong passwords do: to the account they are for, and to the address they come from.
//!
//! Counted in the transaction that refuses, which must therefore commit: its body answers the outcome, and the verb makes
//! a refusal of it afterwards. [`locked`] is asked twice: before the password is looked at, and again in the transaction
//! that lets somebody in, so that guesses made side by side are worth no more than guesses made one after the other.

use std::net::IpAddr;

use anteroom_crypto::token::stored_digest;
use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::reset_code;
use anteroom_model::settings::TenantSettings;
use anteroom_model::user::identifier_key;
use anteroom_model::{Context, EventKind, Party, Timestamp, User};
use anteroom_store::Connection;
use anteroom_store::sign_in_failure::{self, FailureKind};

use crate::record::user_party;
use crate::{Error, Record};

/// How long failures in a row are remembered, in seconds: after a day without another they count no more.
pub const REMEMBERED: i64 = 24 * 3600;

/// Whose failures are counted: an account's, or those of an identifier that no account has, which is treated alike, so
/// that a lock tells nothing of who has an account (requirement S4.L35.3).
#[derive(Clone, Debug)]
pub struct AccountKey {
    kind: FailureKind,
    key: String,
    target: Option<Party>,
    connection: Option<String>,
    counts: bool,
}

impl AccountKey {
    /// A user's account, at its connection.
    #[must_use]
    pub fn of(user: &User, connection: Option<&UserConnection>) -> Self {
        Self {
            kind: FailureKind::Account,
            key: user.user_id.clone(),
            target: Some(user_party(user)),
            connection: connection.map(|connection| connection.name.clone()),
            counts: connection.is_none_or(UserConnection::counts_failures),
        }
    }

    /// An identifier that nobody is known by, as typed, at the connection that would be asked.
    #[must_use]
    pub fn unknown(identifier: &str, connection: Option<&UserConnection>) -> Self {
        Self {
            kind: FailureKind::Unknown,
            key: stored_digest(&identifier_key(identifier)),
            target: None,
            connection: connection.map(|connection| connection.name.clone()),
            counts: connection.is_none_or(UserConnection::counts_failures),
        }
    }
}

/// A lock that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Of what: the account, or the address.
    pub kind: FailureKind,
    /// Until when.
    pub until: Timestamp,
}

/// What a failure has led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Until when the account is locked, if this failure locked it.
    pub account_locked: Option<Timestamp>,
    /// Until when the address is locked, if this failure locked it.
    pub address_locked: Option<Timestamp>,
}

/// The key that failures from an address are counted under: the address, or of IPv6 the network of 64 bits that a single
/// customer has at least.
#[must_use]
pub fn address_key(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
    }
}

/// Whether the account or the caller's address is locked now (requirement S4.L35.1). What was switched off since, or
/// is on an allowlist, is not.
///
/// # Errors
/// When the database cannot be asked.
pub async fn locked(
    connection: &Connection<'_>,
    context: &Context,
    settings: &TenantSettings,
    account: &AccountKey,
) -> Result<Option<Lock>, Error> {
    if lock_threshold(context, settings, account).is_some()
        && let Some(until) = held(connection, context, account.kind, &account.key).await?
    {
        return Ok(Some(Lock { kind: account.kind, until }));
    }
    let Some((address, _)) = counted_address(context, settings) else { return Ok(None) };
    let until = held(connection, context, FailureKind::Address, &address_key(address)).await?;
    Ok(until.map(|until| Lock { kind: FailureKind::Address, until }))
}

/// Counts a wrong password against the account and the caller's address, and locks what has reached its threshold, with
/// one event a lock (requirements S4.L34.3, S4.L34.4). While something is locked nothing is counted of it: more failures
/// make no lock longer. Afterwards counting begins anew.
///
/// # Errors
/// When the database cannot be written.
pub async fn count_failure(
    connection: &Connection<'_>,
    context: &Context,
    settings: &TenantSettings,
    account: &AccountKey,
) -> Result<Counted, Error> {
    let mut counted = Counted::default();
    if let Some(threshold) = lock_threshold(context, settings, account) {
        let count = Count { kind: account.kind, key: &account.key, threshold, seconds: settings.lock_seconds() };
        counted.account_locked = count.one(connection, context).await?;
    }
    if let Some((address, threshold)) = counted_address(context, settings) {
        let (key, seconds) = (address_key(address), settings.ip_seconds());
        let count = Count { kind: FailureKind::Address, key: &key, threshold, seconds };
        counted.address_locked = count.one(connection, context).await?;
    }
    // No event tells of an identifier that nobody has: there is nothing an administrator could do about it.
    if let (Some(_), Some(target)) = (counted.account_locked, &account.target) {
        let mut record = Record::new(context, EventKind::AccountLocked).target(target.clone());
        record.event.connection.clone_from(&account.connection);
        record.write(connection).await?;
    }
    if counted.address_locked.is_some() {
        Record::new(context, EventKind::AddressLocked).write(connection).await?;
    }
    Ok(counted)
}

/// Forgets an account's failures: somebody signed in, or chose another password by mail (requirement S4.L35.2). The
/// address's stay: a guesser has an account of its own to sign in to between guesses.
///
/// # Errors
/// When the database cannot be written.
pub async fn clear(connection: &Connection<'_>, context: &Context, user: &User) -> Result<(), Error> {
    sign_in_failure::clear(connection, context.tenant, FailureKind::Account, &user.user_id).await?;
    Ok(())
}

/// Whether no code of this account is believed at the moment, see [`count_wrong_code`].
///
/// # Errors
/// When the database cannot be asked.
pub async fn codes_locked(connection: &Connection<'_>, context: &Context, key: &str) -> Result<bool, Error> {
    Ok(held(connection, context, FailureKind::ResetCode, key).await?.is_some())
}

/// Whether the caller's address waits.
///
/// # Errors
/// When the database cannot be asked.
pub async fn address_locked(
    connection: &Connection<'_>,
    context: &Context,
    settings: &TenantSettings,
) -> Result<bool, Error> {
    let Some((address, _)) = counted_address(context, settings) else { return Ok(false) };
    Ok(held(connection, context, FailureKind::Address, &address_key(address)).await?.is_some())
}

/// Counts a wrong code against the account, by its user's id or the digest of an identifier that nobody has, and against
/// the caller's address. An account's codes are not believed for a day after [`reset_code::MOST_WRONG_A_DAY`], whatever is
/// set: links work on, so that nobody can be locked out by it.
///
/// # Errors
/// When the database cannot be written.
pub async fn count_wrong_code(
    connection: &Connection<'_>,
    context: &Context,
    settings: &TenantSettings,
    key: &str,
) -> Result<(), Error> {
    let threshold = reset_code::MOST_WRONG_A_DAY;
    let codes = Count { kind: FailureKind::ResetCode, key, threshold, seconds: REMEMBERED };
    codes.one(connection, context).await?;
    let Some((address, threshold)) = counted_address(context, settings) else { return Ok(()) };
    let (key, seconds) = (address_key(address), settings.ip_seconds());
    let count = Count { kind: FailureKind::Address, key: &key, threshold, seconds };
    if count.one(connection, context).await?.is_some() {
        Record::new(context, EventKind::AddressLocked).write(connection).await?;
    }
    Ok(())
}

/// Forgets an account's wrong codes: its owner has chosen another password.
///
/// # Errors
/// When the database cannot be written.
pub async fn clear_codes(connection: &Connection<'_>, context: &Context, user: &User) -> Result<(), Error> {
    sign_in_failure::clear(connection, context.tenant, FailureKind::ResetCode, &user.user_id).await?;
    Ok(())
}

fn lock_threshold(context: &Context, settings: &TenantSettings, account: &AccountKey) -> Option<i64> {
    let is_allowed = context.origin.ip.is_some_and(|address| settings.brute_force.allows(address));
    settings.lock_threshold().filter(|_| account.counts && !is_allowed)
}

fn counted_address(context: &Context, settings: &TenantSettings) -> Option<(IpAddr, i64)> {
    let address = context.origin.ip.filter(|address| !settings.ip_throttling.allows(*address))?;
    Some((address, settings.ip_threshold()?))
}

async fn held(
    connection: &Connection<'_>,
    context: &Context,
    kind: FailureKind,
    key: &str,
) -> Result<Option<Timestamp>, Error> {
    let failures = sign_in_failure::find(connection, context.tenant, kind, key).await?;
    Ok(failures.map(|failures| failures.locked_until).filter(|until| *until > context.now()))
}

/// One thing that failures are counted of.
struct Count<'a> {
    kind: FailureKind,
    key: &'a str,
    threshold: i64,
    seconds: i64,
}

impl Count<'_> {
    /// Counts one failure; answers until when it is locked if this one locked it.
    async fn one(&self, connection: &Connection<'_>, context: &Context) -> Result<Option<Timestamp>, Error> {
        let (now, tenant) = (context.now(), context.tenant);
        if held(connection, context, self.kind, self.key).await?.is_some() {
            return Ok(None);
        }
        let failures = match self.kind {
            FailureKind::Address => {
                let begin = now.plus_seconds(-self.seconds);
                sign_in_failure::count_within(connection, tenant, self.kind, self.key, now, begin).await?
            }
            FailureKind::Account | FailureKind::Unknown | FailureKind::ResetCode => {
                let begin = now.plus_seconds(-REMEMBERED);
                sign_in_failure::count(connection, tenant, self.kind, self.key, now, begin).await?
            }
        };
        // Asked again, as the row is ours from here on: of many at once that counted, one locks.
        if failures < self.threshold || held(connection, context, self.kind, self.key).await?.is_some() {
            return Ok(None);
        }
        let until = now.plus_seconds(self.seconds);
        sign_in_failure::lock(connection, tenant, self.kind, self.key, until).await?;
        Ok(Some(until))
    }
}

#[cfg(test)]
mod tests {
    use super::address_key;

    #[test]
    fn an_address_of_ipv6_is_counted_with_its_network() {
        let key = |text: &str| address_key(text.parse().expect("an address"));
        assert_eq!(key("192.0.2.7"), "192.0.2.7");
        assert_eq!(key("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(key("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(key("2001:db8:1:2::9"), key("2001:db8:1:2:ffff::"));
    }
}
