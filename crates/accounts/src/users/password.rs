//! Setting passwords: checked and hashed before the transaction, because that takes long.

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::{Context, Timestamp, User};
use zeroize::Zeroizing;

use crate::{Error, Services};

/// A password that may be set.
pub struct Prepared {
    pub(crate) hash: String,
    /// Unknown of a password that was hashed elsewhere.
    strength: Option<i64>,
}

impl Prepared {
    /// A password that was hashed elsewhere, as [`anteroom_crypto::imported`] reads it.
    pub(crate) fn imported(hash: String) -> Self {
        Self { hash, strength: None }
    }
}

/// Checks a password by the connection's policy and hashes it.
///
/// # Errors
/// `invalid_password`; `service_unavailable` while too many wait.
pub async fn prepare(
    services: &Services,
    context: &Context,
    connection: &UserConnection,
    user: &User,
    password: &str,
) -> Result<Prepared, Error> {
    let strength = connection.password_policy().check(password, &user.own_words())?;
    let hash = services.passwords.hash(&*context.random, Zeroizing::new(password.to_owned())).await?;
    Ok(Prepared { hash, strength: Some(strength) })
}

/// Notes on the user that a password was set. Whoever signed in with the one before is to be signed out by the caller:
/// [`crate::access::end_all`] or [`crate::access::end_all_but`].
pub(crate) fn note(user: &mut User, password: &Prepared, now: Timestamp) {
    if user.password.set_at.is_some() {
        user.password.reset_at = Some(now);
    }
    user.password.set_at = Some(now);
    user.password.strength = password.strength;
}
