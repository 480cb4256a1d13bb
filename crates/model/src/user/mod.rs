//! Users: what is kept of a person.

mod apply;
mod blank;
mod change_log;
mod changes;
mod check;
mod detail_changes;
mod detail_fields;
mod details;
mod fields;
mod keys;
mod picture;
mod sign_in;
mod sign_up;

use serde_json::{Map, Value};

use crate::ids::UserKey;
use crate::role::PlatformRole;
use crate::status::AccountState;
use crate::time::Timestamp;

pub use apply::{Applied, Merges};
pub use blank::NewUser;
pub use changes::UserChanges;
pub use detail_changes::{AddressChanges, DetailChanges};
pub use detail_fields::{DETAIL_FIELDS, is_detail_field};
pub use details::{Address, Details, detail_texts};
pub use fields::{FIELDS, FieldFlags, FieldKind, UserField, Writer};
pub use keys::{Identifier, IdentifierKind, SearchKeys, identifier_key};
pub use sign_in::typed_identifiers;
pub use sign_up::SignUpFields;

/// A user of a tenant.
#[derive(Clone, Debug)]
pub struct User {
    /// The internal key: never on the wire.
    pub key: UserKey,
    /// The id, `<provider>|<id at the provider>`: never changes and is never given again (requirement S2.L20.1).
    pub user_id: String,
    /// A second, opaque id: 32 hexadecimal digits (requirement S4.L06.14).
    pub public_id: String,
    /// An id that another system knows the user by; unique in the tenant.
    pub external_id: Option<String>,
    /// The connection of the primary identity, by its internal key.
    pub connection: i64,
    /// The e-mail address, in lower case.
    pub email: Option<String>,
    /// Whether the user has shown control of it.
    pub email_verified: bool,
    /// The username, as typed.
    pub username: Option<String>,
    /// The phone number, E.164.
    pub phone_number: Option<String>,
    /// Whether the user has shown control of it.
    pub phone_verified: bool,
    /// Names and picture.
    pub profile: Profile,
    /// The rest of the profile.
    pub details: Details,
    /// Free JSON the user may edit.
    pub user_metadata: Map<String, Value>,
    /// Free JSON that only administrators write.
    pub app_metadata: Map<String, Value>,
    /// The status.
    pub state: AccountState,
    /// Why it is so, in the words of whoever changed it.
    pub status_reason: Option<String>,
    /// When it last changed.
    pub status_changed_at: Timestamp,
    /// What the user may administer.
    pub platform_role: PlatformRole,
    /// How the account came to be.
    pub source: Source,
    /// What is known of the password, but not the password.
    pub password: PasswordFacts,
    /// Sign-ins.
    pub activity: Activity,
    /// The accounts at the connections; the first is the primary one.
    pub identities: Vec<Identity>,
    /// When the account was made.
    pub created_at: Timestamp,
    /// When the profile last changed.
    pub updated_at: Timestamp,
    /// Counts the changes of the profile.
    pub version: i64,
    /// Tokens issued before are refused.
    pub access_valid_after: Timestamp,
}

/// Names and picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The full name.
    pub name: Option<String>,
    /// The nickname; not unique.
    pub nickname: Option<String>,
    /// The given name.
    pub given_name: Option<String>,
    /// The family name.
    pub family_name: Option<String>,
    /// The middle name (OpenID Connect Core §5.1).
    pub middle_name: Option<String>,
    /// The name the user likes to be called by (OpenID Connect Core §5.1).
    pub preferred_username: Option<String>,
    /// The picture's URL.
    pub picture: Option<String>,
}

/// How an account came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Made by an administrator.
    #[default]
    Admin,
    /// Signed up.
    Register,
    /// Came by a file.
    Import,
    /// Kept in step with another directory.
    Sync,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Admin, Self::Register, Self::Import, Self::Sync];

    /// The name on the wire and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Register => "register",
            Self::Import => "import",
            Self::Sync => "sync",
        }
    }

    /// The source of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.name() == name)
    }
}

/// What is known of a password.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PasswordFacts {
    /// When it was last set; absent when there is none.
    pub set_at: Option<Timestamp>,
    /// When it was last set after the account was made.
    pub reset_at: Option<Timestamp>,
    /// Whether it must be changed at the next sign-in.
    pub must_change: bool,
    /// How hard it is to guess, from 0 to 4, as estimated when it was set.
    pub strength: Option<i64>,
}

/// What the server keeps of a user's sign-ins (requirement S0.L23.8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// How many there were.
    pub logins_count: i64,
    /// When the last one was.
    pub last_login: Option<Timestamp>,
    /// From which address.
    pub last_ip: Option<String>,
    /// To which client.
    pub last_login_client: Option<String>,
    /// On which kind of device.
    pub device: Option<String>,
    /// With which browser.
    pub browser: Option<String>,
    /// When a second factor was last given.
    pub last_mfa_at: Option<Timestamp>,
}

/// A user's account at one connection.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// The connection's name.
    pub connection: String,
    /// The provider: Auth0's strategy name.
    pub provider: String,
    /// The id at the provider.
    pub provider_user_id: String,
    /// Whether the provider is a social network.
    pub is_social: bool,
    /// What the provider said of the user, once there is more than one identity.
    pub profile_data: Option<Value>,
}

impl User {
    /// The name that records call the user by.
    #[must_use]
    pub fn display_name(&self) -> &str {
        let names = [&self.profile.name, &self.username, &self.email, &self.phone_number];
        names.into_iter().flatten().next().unwrap_or(&self.user_id)
    }

    /// The later of the profile's and the sign-ins' last change, as Auth0 counts it.
    #[must_use]
    pub fn last_changed_at(&self) -> Timestamp {
        self.activity.last_login.map_or(self.updated_at, |login| login.max(self.updated_at))
    }

    /// The user's own words, which make bad passwords.
    #[must_use]
    pub fn own_words(&self) -> Vec<&str> {
        let profile = &self.profile;
        let words =
            [&self.email, &self.username, &self.phone_number, &profile.name, &profile.given_name, &profile.family_name];
        let local_part = self.email.as_deref().and_then(|email| email.split('@').next());
        words.into_iter().flatten().map(String::as_str).chain(local_part).collect()
    }
}

#[cfg(test)]
mod tests;
