//! A new user's password: chosen for them, generated, or brought along as a hash (requirement S0.L24.12).

use anteroom_crypto::imported::{self, HashProblem};
use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::user::UserChanges;
use anteroom_model::{Context, Refusal, User};
use serde_json::Value;
use zeroize::Zeroizing;

use super::password::{self, Prepared};
use super::random_password;
use crate::{Error, Services};

/// Where a new user's password comes from.
pub enum FirstPassword {
    /// The administrator chose it.
    Given(Zeroizing<String>),
    /// Anteroom makes one, which the administrator is told once.
    Generated,
    /// It was hashed elsewhere; this is the hash as it is stored.
    Hashed(String),
}

/// What a request says of the password.
#[derive(Default)]
pub struct PasswordWish {
    /// The password.
    pub password: Option<String>,
    /// Its hash as one text, bcrypt above all.
    pub password_hash: Option<String>,
    /// Its hash as Auth0 describes hashes.
    pub custom_password_hash: Option<Value>,
    /// Whether to make one.
    pub generate: bool,
}

impl PasswordWish {
    /// The one that is wished for, or none.
    ///
    /// # Errors
    /// `invalid_body` if there are several, or naming what is wrong with a hash.
    pub fn choose(self) -> Result<Option<FirstPassword>, Refusal> {
        let wishes = [
            ("password", self.password.is_some()),
            ("password_hash", self.password_hash.is_some()),
            ("custom_password_hash", self.custom_password_hash.is_some()),
            ("generate_password", self.generate),
        ];
        let mut named = wishes.into_iter().filter(|(_, is_wished)| *is_wished).map(|(name, _)| name);
        if let (Some(first), Some(second)) = (named.next(), named.next()) {
            return Err(Refusal::invalid_field(second, &format!("must be left out where there is {first}")));
        }
        if let Some(text) = self.password_hash {
            return imported::password_hash(&text).map(hashed).map_err(|problem| refusal("password_hash", &problem));
        }
        if let Some(value) = self.custom_password_hash {
            let read = imported::custom_password_hash(&value);
            return read.map(hashed).map_err(|problem| refusal("custom_password_hash", &problem));
        }
        let given = self.password.map(|password| FirstPassword::Given(Zeroizing::new(password)));
        Ok(given.or(self.generate.then_some(FirstPassword::Generated)))
    }
}

fn hashed(hash: String) -> Option<FirstPassword> {
    Some(FirstPassword::Hashed(hash))
}

fn refusal(field: &str, problem: &HashProblem) -> Refusal {
    let path = if problem.path.is_empty() { field.to_owned() } else { format!("{field}.{}", problem.path) };
    Refusal::invalid_field(&path, &problem.message)
}

impl FirstPassword {
    /// Sees to it that a generated password is used once: it must be changed at the first sign-in (ASVS v5.0.0-6.4.1).
    pub(super) fn bind(&self, fields: &mut UserChanges) -> Result<(), Refusal> {
        if !matches!(self, Self::Generated) {
            return Ok(());
        }
        match fields.must_change_password.replace(true) {
            Some(false) => {
                Err(Refusal::invalid_field("reset_password_on_next_login", "must not be false with generate_password"))
            }
            _ => Ok(()),
        }
    }

    /// What to store, and the password if it was generated. A hash is taken as it is: which password it is of, nobody can
    /// tell, so no policy is asked.
    pub(super) async fn prepare(
        self,
        services: &Services,
        context: &Context,
        connection: &UserConnection,
        user: &User,
    ) -> Result<(Prepared, Option<Zeroizing<String>>), Error> {
        match self {
            Self::Given(password) => {
                Ok((password::prepare(services, context, connection, user, &password).await?, None))
            }
            Self::Generated => {
                let password = random_password(&*context.random);
                Ok((password::prepare(services, context, connection, user, &password).await?, Some(password)))
            }
            Self::Hashed(hash) => Ok((Prepared::imported(hash), None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{FirstPassword, PasswordWish};

    const BCRYPT: &str = "$2b$06$abcdefghijklmnopqrstuud/5IuQmqhVO0kfNEbHJM.fJkPiliBzC";

    #[test]
    fn one_wish_is_granted_and_a_second_refused_by_name() {
        let wish = PasswordWish::default;
        assert!(wish().choose().unwrap().is_none());
        let chosen = PasswordWish { generate: true, ..wish() }.choose().unwrap();
        assert!(matches!(chosen, Some(FirstPassword::Generated)));
        let chosen = PasswordWish { password_hash: Some(BCRYPT.to_owned()), ..wish() }.choose().unwrap();
        assert!(matches!(chosen, Some(FirstPassword::Hashed(hash)) if hash == BCRYPT));
        let both = PasswordWish { password: Some("x".to_owned()), generate: true, ..wish() };
        assert_eq!(both.choose().err().unwrap().field.as_deref(), Some("generate_password"));
    }

    #[test]
    fn what_is_wrong_with_a_hash_is_told_by_its_place() {
        let custom = Some(json!({"algorithm": "md5", "hash": {"value": "x", "encoding": "hex"}}));
        let refusal = PasswordWish { custom_password_hash: custom, ..PasswordWish::default() }.choose().err().unwrap();
        assert_eq!(refusal.field.as_deref(), Some("custom_password_hash.hash.value"));
        let text = Some("hunter2".to_owned());
        let refusal = PasswordWish { password_hash: text, ..PasswordWish::default() }.choose().err().unwrap();
        assert_eq!(refusal.field.as_deref(), Some("password_hash"));
    }
}
