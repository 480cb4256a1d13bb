//! What an export is asked to do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{FieldPath, names};
use crate::refusal::Refusal;

/// The most fields that one export may name.
pub const EXPORT_FIELDS_MAX: usize = 500;
/// The longest name of a field and of a column, in characters, as with Auth0.
const NAME_MAX: usize = 100;

/// An export as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportRequest {
    /// The id of the connection whose users are wanted; those of all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// That connection's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection: Option<String>,
    /// The form of the file.
    pub format: ExportFormat,
    /// How many users at most; all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    /// The fields in their order; without any, whole users, or the usual columns of a table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<ExportField>,
    /// Which users, in the grammar of searches; all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
}

/// A field of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportField {
    /// Where it stands in a user: `email`, `identities[0].connection`, `user_metadata.a.b`.
    pub name: String,
    /// What it is called in the file, if otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub export_as: Option<String>,
}

impl ExportField {
    /// What it is called in the file.
    #[must_use]
    pub fn title(&self) -> &str {
        self.export_as.as_deref().unwrap_or(&self.name)
    }
}

/// The form of an exported file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// An object a line, as with Auth0.
    #[default]
    Json,
    /// A table (RFC 4180).
    Csv,
}

impl ExportFormat {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Json, Self::Csv];
}

names! { ExportFormat {
    Json = "json",
    Csv = "csv",
} }

impl ExportRequest {
    /// Checks what does not need the database.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.limit.is_some_and(|limit| limit < 1) {
            return Err(Refusal::invalid_field("limit", "must be at least 1"));
        }
        if self.fields.len() > EXPORT_FIELDS_MAX {
            return Err(Refusal::invalid_field("fields", &format!("must be at most {EXPORT_FIELDS_MAX}")));
        }
        let mut titles = BTreeSet::new();
        for (index, field) in self.fields.iter().enumerate() {
            let at = |name: &str| format!("fields[{index}].{name}");
            if field.name.chars().count() > NAME_MAX {
                return Err(Refusal::invalid_field(&at("name"), "must have at most 100 characters"));
            }
            FieldPath::parse(&field.name).map_err(|rule| Refusal::invalid_field(&at("name"), rule))?;
            let title = field.title();
            if title.is_empty() || title.chars().count() > NAME_MAX {
                return Err(Refusal::invalid_field(&at("export_as"), "must have 1 to 100 characters"));
            }
            if !titles.insert(title) {
                let named = if field.export_as.is_some() { "export_as" } else { "name" };
                return Err(Refusal::invalid_field(&at(named), "must not name a second field of the same name"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{ExportField, ExportFormat, ExportRequest};

    fn request(fields: &[(&str, Option<&str>)]) -> ExportRequest {
        let field = |(name, title): &(&str, Option<&str>)| ExportField {
            name: (*name).to_owned(),
            export_as: title.map(str::to_owned),
        };
        ExportRequest {
            connection_id: None,
            connection: None,
            format: ExportFormat::Csv,
            limit: None,
            fields: fields.iter().map(field).collect(),
            q: None,
        }
    }

    /// A field's name and what it is called in the file.
    type Named<'a> = (&'a str, Option<&'a str>);

    #[test]
    fn the_field_at_fault_is_named() {
        let long = "x".repeat(101);
        let cases: [(&[Named<'_>], &str); 5] = [
            (&[("email", None), ("a..b", None)], "fields[1].name"),
            (&[("email", None), ("email", None)], "fields[1].name"),
            (&[("email", None), ("name", Some("email"))], "fields[1].export_as"),
            (&[("email", Some(""))], "fields[0].export_as"),
            (&[(&long, None)], "fields[0].name"),
        ];
        for (fields, at) in cases {
            assert_eq!(request(fields).check().expect_err(at).field.as_deref(), Some(at));
        }
        assert!(request(&[("email", None), ("email", Some("again")), ("identities[0].user_id", None)]).check().is_ok());
        let none = ExportRequest { limit: Some(0), ..request(&[]) };
        assert_eq!(none.check().expect_err("no users").field.as_deref(), Some("limit"));
    }

    #[test]
    fn what_is_stored_is_read_again() {
        let request = ExportRequest { limit: Some(3), q: Some("a".to_owned()), ..request(&[("email", Some("mail"))]) };
        let text = serde_json::to_string(&request).expect("a text");
        assert_eq!(serde_json::from_str::<ExportRequest>(&text).expect("a request"), request);
    }
}
