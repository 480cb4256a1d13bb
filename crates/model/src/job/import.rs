//! What an import is asked to do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::names;

/// An import as it was asked for; Auth0's options and ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRequest {
    /// The connection's id: `con_…`.
    pub connection_id: String,
    /// The connection's name.
    pub connection: String,
    /// The form of the file.
    pub format: ImportFormat,
    /// Fields by the names of a CSV file's columns; none: the columns are called as the fields.
    #[serde(default)]
    pub mapping: BTreeMap<String, String>,
    /// Whether users that are there already are changed; otherwise their entries fail.
    pub upsert: bool,
    /// By what an entry finds the user it changes.
    pub upsert_by: UpsertBy,
    /// What becomes of the metadata of a user that is changed.
    pub metadata: MetadataMode,
    /// The caller's own name for the job.
    #[serde(default)]
    pub external_id: Option<String>,
    /// The file's length in bytes.
    pub size: i64,
    /// Whether everything is looked at and nothing stored.
    #[serde(default)]
    pub dry_run: bool,
    /// What a command knows its file by when it is run again.
    #[serde(default)]
    pub fingerprint: Option<String>,
}

/// The form of a file of users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportFormat {
    /// A JSON array of objects: Auth0's form.
    Json,
    /// An object a line.
    Ndjson,
    /// A table with the columns' names in its first line (RFC 4180).
    Csv,
}

impl ImportFormat {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Json, Self::Ndjson, Self::Csv];
}

names! { ImportFormat {
    Json = "json",
    Ndjson = "ndjson",
    Csv = "csv",
} }

/// By what an entry finds the user it changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UpsertBy {
    /// The e-mail address, as with Auth0.
    #[default]
    Email,
    /// The user id.
    UserId,
    /// The username.
    Username,
    /// The phone number.
    PhoneNumber,
    /// The external id.
    ExternalId,
}

impl UpsertBy {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Email, Self::UserId, Self::Username, Self::PhoneNumber, Self::ExternalId];
}

names! { UpsertBy {
    Email = "email",
    UserId = "user_id",
    Username = "username",
    PhoneNumber = "phone_number",
    ExternalId = "external_id",
} }

/// What becomes of the metadata of a user that is changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MetadataMode {
    /// The entry's stand in place of the user's, as with Auth0.
    #[default]
    Replace,
    /// The entry's are merged into the user's, as a PATCH would (RFC 7396).
    Merge,
}

impl MetadataMode {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Replace, Self::Merge];
}

names! { MetadataMode {
    Replace = "replace",
    Merge = "merge",
} }

#[cfg(test)]
mod tests {
    use super::{ImportFormat, MetadataMode, UpsertBy};

    #[test]
    fn what_is_stored_is_called_as_on_the_wire() {
        let stored = |value: &dyn erased::Stored| value.text();
        for format in ImportFormat::ALL {
            assert_eq!(stored(&format), format!("{:?}", format.name()));
        }
        for by in UpsertBy::ALL {
            assert_eq!((stored(&by), UpsertBy::parse(by.name())), (format!("{:?}", by.name()), Some(by)));
        }
        for mode in MetadataMode::ALL {
            assert_eq!(stored(&mode), format!("{:?}", mode.name()));
        }
    }

    mod erased {
        pub trait Stored {
            fn text(&self) -> String;
        }

        impl<T: serde::Serialize> Stored for T {
            fn text(&self) -> String {
                serde_json::to_string(self).expect("a text")
            }
        }
    }
}
