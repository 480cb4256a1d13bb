//! Making a user.

use serde_json::Map;

use super::{Activity, AddressChanges, Details, Identity, PasswordFacts, Profile, Source, User, UserChanges};
use crate::change::Change;
use crate::codes;
use crate::connection::Connection;
use crate::ids::{UserKey, is_user_id, new_identity_id, new_public_id};
use crate::metadata::Merge;
use crate::random::Random;
use crate::refusal::Refusal;
use crate::role::PlatformRole;
use crate::status::{AccountState, Status};
use crate::time::Timestamp;

/// What is asked for when a user is made.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// The id at the connection, if the caller chooses it; the provider is put before it.
    pub user_id: Option<String>,
    /// The fields.
    pub fields: UserChanges,
    /// What the user may administer.
    pub platform_role: PlatformRole,
    /// How the account comes to be.
    pub source: Source,
}

impl NewUser {
    /// The user this makes at the connection, not yet stored: its key is 0.
    ///
    /// # Errors
    /// `invalid_body` naming the field; `identifier_missing` when there is neither email, phone number nor username
    /// (requirement S0.L24.4).
    pub fn build(self, connection: &Connection, random: &dyn Random, now: Timestamp) -> Result<User, Refusal> {
        let identity_id = match self.user_id {
            Some(chosen) => chosen_identity_id(&connection.strategy, chosen)?,
            None => new_identity_id(random),
        };
        let mut user = blank(connection, identity_id, random, now);
        user.platform_role = self.platform_role;
        user.source = self.source;
        user.apply(self.fields, Merge::FirstLevel, now)?;
        if let Some(username) = &user.username {
            connection.check_username(username)?;
        }
        let Some(identifier) = [&user.email, &user.username, &user.phone_number].into_iter().flatten().next().cloned()
        else {
            return Err(Refusal::new(&codes::IDENTIFIER_MISSING, "One of email, phone_number and username is needed.")
                .field("email"));
        };
        let nickname = identifier.split('@').next().unwrap_or(&identifier).to_owned();
        user.profile.name.get_or_insert(identifier);
        user.profile.nickname.get_or_insert(nickname);
        Ok(user)
    }
}

fn chosen_identity_id(provider: &str, chosen: String) -> Result<String, Refusal> {
    let prefix = format!("{provider}|");
    // An exported id comes with its provider: it is the same user that comes back.
    let id = chosen.strip_prefix(&prefix).map(str::to_owned).unwrap_or(chosen);
    if is_user_id(&format!("{prefix}{id}")) && !id.is_empty() {
        Ok(id)
    } else {
        Err(Refusal::invalid_field(
            "user_id",
            "must be printable ASCII without spaces, at most 255 characters with the provider",
        ))
    }
}

fn blank(connection: &Connection, identity_id: String, random: &dyn Random, now: Timestamp) -> User {
    User {
        key: UserKey(0),
        user_id: format!("{}|{identity_id}", connection.strategy),
        public_id: new_public_id(random),
        external_id: None,
        connection: connection.key,
        email: None,
        email_verified: false,
        username: None,
        phone_number: None,
        phone_verified: false,
        profile: Profile::default(),
        details: Details::default(),
        user_metadata: Map::new(),
        app_metadata: Map::new(),
        state: AccountState { status: Status::Active, before_suspension: None },
        status_reason: None,
        status_changed_at: now,
        platform_role: PlatformRole::User,
        source: Source::Admin,
        password: PasswordFacts::default(),
        activity: Activity::default(),
        identities: vec![Identity {
            connection: connection.name.clone(),
            provider: connection.strategy.clone(),
            provider_user_id: identity_id,
            is_social: false,
            profile_data: None,
        }],
        created_at: now,
        updated_at: now,
        version: 1,
        access_valid_after: Timestamp(0),
    }
}

impl UserChanges {
    /// The fields of a body in which null has no meaning because there is nothing yet to remove.
    ///
    /// # Errors
    /// `invalid_body` naming every field that is null.
    pub fn without_null(self) -> Result<Self, Refusal> {
        let names = [
            ("email", &self.email),
            ("username", &self.username),
            ("phone_number", &self.phone_number),
            ("external_id", &self.external_id),
            ("name", &self.name),
            ("nickname", &self.nickname),
            ("given_name", &self.given_name),
            ("family_name", &self.family_name),
            ("middle_name", &self.middle_name),
            ("preferred_username", &self.preferred_username),
            ("picture", &self.picture),
        ];
        let details = self.details.texts();
        let address = self.details.address.value().map(AddressChanges::texts);
        let texts = names.into_iter().chain(details).chain(address.into_iter().flatten());
        let null_texts = texts.filter(|(_, change)| matches!(change, Change::Clear)).map(|(field, _)| field);
        let bags = [
            ("address", matches!(self.details.address, Change::Clear)),
            ("preferences", matches!(self.details.preferences, Change::Clear)),
            ("user_metadata", matches!(self.user_metadata, Change::Clear)),
            ("app_metadata", matches!(self.app_metadata, Change::Clear)),
        ];
        let null_bags = bags.into_iter().filter(|(_, is_null)| *is_null).map(|(field, _)| field);
        let refusals = null_texts.chain(null_bags).map(|field| Refusal::invalid_field(field, "must not be null"));
        Refusal::several(refusals.collect()).map_or(Ok(self), Err)
    }
}
