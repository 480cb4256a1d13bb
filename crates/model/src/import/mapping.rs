//! Which column of a table is which field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What the columns are, by their names: `{"Mail": "email", "Shoe size": "user_metadata.shoes:number"}`. An empty path
/// leaves a column out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(pub BTreeMap<String, String>);

/// Why a mapping cannot be used, for people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the column {column} cannot be {path}: {rule}")]
pub struct MappingError {
    /// The column.
    pub column: String,
    /// What it was to be.
    pub path: String,
    /// Why not.
    pub rule: &'static str,
}

/// What a column is: where its cells go, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The names on the way, the field first.
    pub path: Vec<String>,
    pub kind: Kind,
}

/// As what a cell is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Flag,
    /// The opposite of what the cell says.
    Negated,
    Json,
}

/// Fields whose cells are flags.
const FLAGS: [&str; 4] = ["email_verified", "phone_verified", "blocked", "reset_password_on_next_login"];

/// Fields that are objects or arrays, written as JSON when a column is the whole of them.
const OBJECTS: [&str; 6] =
    ["user_metadata", "app_metadata", "custom_password_hash", "mfa_factors", "address", "preferences"];

/// What other products call their columns, in small letters and without other signs: Keycloak, Logto, GenAuth and people.
const OTHER_NAMES: [(&str, &str); 30] = [
    ("mail", "email"),
    ("emailaddress", "email"),
    ("primaryemail", "email"),
    ("emailverified", "email_verified"),
    ("phone", "phone_number"),
    ("mobile", "phone_number"),
    ("primaryphone", "phone_number"),
    ("phoneverified", "phone_verified"),
    ("firstname", "given_name"),
    ("lastname", "family_name"),
    ("surname", "family_name"),
    ("middlename", "middle_name"),
    ("fullname", "name"),
    ("displayname", "name"),
    ("avatar", "picture"),
    ("photo", "picture"),
    ("login", "username"),
    ("preferredusername", "preferred_username"),
    ("issuspended", "blocked"),
    ("suspended", "blocked"),
    ("disabled", "blocked"),
    ("enabled", "!blocked"),
    ("customdata", "user_metadata"),
    ("attributes", "user_metadata"),
    ("passwordhash", "password_hash"),
    ("passwordencrypted", "password_hash"),
    ("id", "external_id"),
    ("createdtimestamp", ""),
    ("totp", ""),
    ("passwordencryptionmethod", ""),
];

impl Mapping {
    /// Checks every path, before anything is read.
    ///
    /// # Errors
    /// The first column that cannot be what was said.
    pub fn check(&self) -> Result<(), MappingError> {
        self.0.iter().try_for_each(|(column, path)| target(path).map(drop).map_err(|rule| error(column, path, rule)))
    }

    /// What the column of this name is; `None` to leave it out. Spaces around names mean nothing.
    pub(super) fn target(&self, column: &str) -> Result<Option<Target>, MappingError> {
        let column = column.trim();
        if let Some((_, path)) = self.0.iter().find(|(named, _)| named.trim() == column) {
            return target(path).map_err(|rule| error(column, path, rule));
        }
        if let Ok(Some(found)) = target(column) {
            return Ok(Some(found));
        }
        let plain: String = column.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let own = super::entry::FIELDS.iter().find(|field| field.replace('_', "") == plain).copied();
        let Some(path) = own.or_else(|| OTHER_NAMES.iter().find(|(name, _)| *name == plain).map(|(_, path)| *path))
        else {
            return Err(error(column, "a field", "say in the mapping what it is, or \"\" to leave it out"));
        };
        target(path).map_err(|rule| error(column, path, rule))
    }
}

fn error(column: &str, path: &str, rule: &'static str) -> MappingError {
    MappingError { column: column.to_owned(), path: path.to_owned(), rule }
}

fn target(path: &str) -> Result<Option<Target>, &'static str> {
    if path.is_empty() || super::entry::is_ignored(path) {
        return Ok(None);
    }
    let (path, is_negated) = path.strip_prefix('!').map_or((path, false), |rest| (rest, true));
    let (path, said) = match path.rsplit_once(':') {
        None => (path, None),
        Some((path, "text")) => (path, Some(Kind::Text)),
        Some((path, "number")) => (path, Some(Kind::Number)),
        Some((path, "boolean")) => (path, Some(Kind::Flag)),
        Some((path, "json")) => (path, Some(Kind::Json)),
        Some(_) => return Err("behind the colon stands text, number, boolean or json"),
    };
    let names: Vec<_> = path.split('.').map(str::to_owned).collect();
    let field = names.first().map(String::as_str).unwrap_or_default();
    if !super::entry::FIELDS.contains(&field) {
        return Err("there is no such field");
    }
    if names.len() > 1 && !OBJECTS.contains(&field) {
        return Err("the field has nothing below it");
    }
    if names.iter().any(String::is_empty) || names.len() > super::DEPTH_MAX {
        return Err("a name is missing");
    }
    let natural = match field {
        field if FLAGS.contains(&field) && is_negated => Kind::Negated,
        field if FLAGS.contains(&field) => Kind::Flag,
        field if OBJECTS.contains(&field) && names.len() == 1 => Kind::Json,
        _ => Kind::Text,
    };
    Ok(Some(Target { path: names, kind: said.unwrap_or(natural) }))
}
