//! What an entry asks for.

use serde_json::{Map, Value};

use super::problem::{RowError, codes};
use crate::change::Change;
use crate::time::Timestamp;
use crate::user::{AddressChanges, NewUser, Source, UserChanges, UserField};

/// The fields of an entry.
pub(super) const FIELDS: [&str; 37] = [
    "email",
    "email_verified",
    "phone_number",
    "phone_verified",
    "user_id",
    "username",
    "external_id",
    "given_name",
    "family_name",
    "middle_name",
    "name",
    "nickname",
    "preferred_username",
    "picture",
    "profile",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "company",
    "identity_number",
    "unionid",
    "openid",
    "address",
    "preferences",
    "blocked",
    "reset_password_on_next_login",
    "created_at",
    "password_hash",
    "custom_password_hash",
    "user_metadata",
    "app_metadata",
    "mfa_factors",
    "connection",
    "password",
    "platform_role",
];

/// Whether an export has this field and the server keeps it: it says nothing here.
pub(super) fn is_ignored(field: &str) -> bool {
    const OF_AUTH0: [&str; 4] = ["multifactor", "multifactor_last_modified", "updated_at", "connection_id"];
    let is_ours = UserField::named(field).is_some() && !FIELDS.contains(&field);
    OF_AUTH0.contains(&field) || is_ours
}

/// Where a user's first password comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum HashSource {
    /// `password_hash`: bcrypt and what else begins with its own name.
    Text(String),
    /// `custom_password_hash`.
    Custom(Value),
}

/// What an entry asks for.
#[derive(Clone, Debug, Default)]
pub struct ImportedUser {
    /// The id, with or without the connection's strategy before it.
    pub user_id: Option<String>,
    /// The fields.
    pub fields: UserChanges,
    /// When the account was made elsewhere.
    pub created_at: Option<Timestamp>,
    /// The password.
    pub hash: Option<HashSource>,
}

impl ImportedUser {
    /// What the entry asks for. A null says nothing.
    ///
    /// # Errors
    /// Everything that is of a wrong type, unknown or contradictory; the rules of the fields are for
    /// [`crate::user::User::apply`].
    pub fn understand(entry: &Map<String, Value>) -> Result<Self, Vec<RowError>> {
        let mut user = Self::default();
        let mut errors = Vec::new();
        for (name, value) in entry {
            if value.is_null() || is_ignored(name) {
                continue;
            }
            if let Some(path) = place_of_nul(name, value) {
                errors.push(RowError::new(codes::PATTERN, &path, "Texts must not hold the character U+0000."));
            } else if let Err(error) = user.take(name, value) {
                errors.push(error);
            }
        }
        if entry.contains_key("password_hash") && entry.contains_key("custom_password_hash") {
            let message = "There must be one of password_hash and custom_password_hash, not both.";
            errors.push(RowError::new(codes::NOT_PASSED, "custom_password_hash", message));
        }
        if errors.is_empty() { Ok(user) } else { Err(errors) }
    }

    /// The new user that this asks for.
    #[must_use]
    pub fn into_new_user(self) -> NewUser {
        NewUser { user_id: self.user_id, fields: self.fields, source: Source::Import, ..NewUser::default() }
    }

    fn take(&mut self, name: &str, value: &Value) -> Result<(), RowError> {
        let fields = &mut self.fields;
        match name {
            "email" => fields.email = text(name, value)?,
            "username" => fields.username = text(name, value)?,
            "phone_number" => fields.phone_number = text(name, value)?,
            "external_id" => fields.external_id = text(name, value)?,
            "name" => fields.name = text(name, value)?,
            "nickname" => fields.nickname = text(name, value)?,
            "given_name" => fields.given_name = text(name, value)?,
            "family_name" => fields.family_name = text(name, value)?,
            "middle_name" => fields.middle_name = text(name, value)?,
            "preferred_username" => fields.preferred_username = text(name, value)?,
            "picture" => fields.picture = text(name, value)?,
            "profile" => fields.details.profile = text(name, value)?,
            "website" => fields.details.website = text(name, value)?,
            "gender" => fields.details.gender = text(name, value)?,
            "birthdate" => fields.details.birthdate = text(name, value)?,
            "zoneinfo" => fields.details.zoneinfo = text(name, value)?,
            "locale" => fields.details.locale = text(name, value)?,
            "company" => fields.details.company = text(name, value)?,
            "identity_number" => fields.details.identity_number = text(name, value)?,
            "unionid" => fields.details.unionid = text(name, value)?,
            "openid" => fields.details.openid = text(name, value)?,
            "address" => fields.details.address = Change::Set(address(value)?),
            "preferences" => fields.details.preferences = Change::Set(object(name, value)?),
            "user_metadata" => fields.user_metadata = Change::Set(object(name, value)?),
            "app_metadata" => fields.app_metadata = Change::Set(object(name, value)?),
            "email_verified" => fields.email_verified = Some(flag(name, value)?),
            "phone_verified" => fields.phone_verified = Some(flag(name, value)?),
            "blocked" => fields.blocked = Some(flag(name, value)?),
            "reset_password_on_next_login" => fields.must_change_password = Some(flag(name, value)?),
            "user_id" => self.user_id = Some(id(name, value)?),
            "created_at" => self.created_at = Some(time(name, value)?),
            "password_hash" => self.hash = Some(HashSource::Text(string(name, value)?)),
            "custom_password_hash" => {
                self.hash = Some(HashSource::Custom(Value::Object(object(name, value)?)));
            }
            "mfa_factors" => second_factors(value)?,
            "platform_role" if value == "user" => {}
            "platform_role" => {
                let message = "A file gives nobody a platform role. Set it when the user is there.";
                return Err(RowError::new(codes::NOT_PASSED, name, message));
            }
            // The connection is the job's; an export repeats it.
            "connection" => {}
            "password" => {
                let message = "Passwords are imported as hashes: password_hash or custom_password_hash.";
                return Err(RowError::new(codes::NOT_PASSED, name, message));
            }
            _ => return Err(RowError::new(codes::NOT_PASSED, name, "There is no such field.")),
        }
        Ok(())
    }
}

/// The entry as it may be kept and shown: without its hashes.
#[must_use]
pub fn hidden(entry: &Map<String, Value>) -> Map<String, Value> {
    let mut shown = entry.clone();
    for name in ["password_hash", "custom_password_hash", "password", "mfa_factors"] {
        if let Some(value) = shown.get_mut(name) {
            *value = Value::from("(hidden)");
        }
    }
    shown
}

fn wrong_type(name: &str, expected: &str) -> RowError {
    RowError::new(codes::INVALID_TYPE, name, format!("The field must be {expected}."))
}

fn string(name: &str, value: &Value) -> Result<String, RowError> {
    value.as_str().map(str::to_owned).ok_or_else(|| wrong_type(name, "a text"))
}

fn text(name: &str, value: &Value) -> Result<Change<String>, RowError> {
    string(name, value).map(Change::Set)
}

fn flag(name: &str, value: &Value) -> Result<bool, RowError> {
    value.as_bool().ok_or_else(|| wrong_type(name, "true or false"))
}

fn object(name: &str, value: &Value) -> Result<Map<String, Value>, RowError> {
    value.as_object().cloned().ok_or_else(|| wrong_type(name, "an object"))
}

fn address(value: &Value) -> Result<AddressChanges, RowError> {
    let mut address = AddressChanges::default();
    for (name, value) in &object("address", value)? {
        let path = format!("address.{name}");
        let part = match name.as_str() {
            "formatted" => &mut address.formatted,
            "street_address" => &mut address.street_address,
            "locality" => &mut address.locality,
            "region" => &mut address.region,
            "postal_code" => &mut address.postal_code,
            "country" => &mut address.country,
            "city" => &mut address.city,
            "province" => &mut address.province,
            _ => return Err(RowError::new(codes::NOT_PASSED, &path, "There is no such field.")),
        };
        if !value.is_null() {
            *part = text(&path, value)?;
        }
    }
    Ok(address)
}

/// Ids that were counted elsewhere are numbers.
fn id(name: &str, value: &Value) -> Result<String, RowError> {
    match value {
        Value::Number(number) if number.is_i64() || number.is_u64() => Ok(number.to_string()),
        value => string(name, value),
    }
}

fn time(name: &str, value: &Value) -> Result<Timestamp, RowError> {
    let text = string(name, value)?;
    let time: jiff::Timestamp =
        text.parse().map_err(|_| RowError::new(codes::FORMAT, name, "The time must be written as in RFC 3339."))?;
    Ok(Timestamp(time.as_microsecond()))
}

/// Second factors cannot be kept yet. Making the user without them would leave the account open to whoever has the
/// password alone, so that the entry is refused.
fn second_factors(value: &Value) -> Result<(), RowError> {
    let factors = value.as_array().ok_or_else(|| wrong_type("mfa_factors", "an array"))?;
    if factors.is_empty() {
        return Ok(());
    }
    let message = "Second factors cannot be kept. Leave mfa_factors out to import the user without them.";
    Err(RowError::new(codes::MFA_FACTORS_FAILED, "mfa_factors", message))
}

/// Where the character stands that no database text can hold.
fn place_of_nul(path: &str, value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(|| path.to_owned()),
        Value::Array(items) => items.iter().find_map(|item| place_of_nul(path, item)),
        Value::Object(object) => object.iter().find_map(|(name, inner)| {
            let below = format!("{path}.{}", name.replace('\0', "\\u0000"));
            if name.contains('\0') { Some(below) } else { place_of_nul(&below, inner) }
        }),
        _ => None,
    }
}
