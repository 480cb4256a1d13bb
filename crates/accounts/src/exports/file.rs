//! The text of an exported file.

use std::borrow::Cow;

use anteroom_model::job::{ExportField, ExportFormat, ExportRequest, FieldPath};
use anteroom_model::{Refusal, User};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::Shape;
use crate::configuration::TenantConfiguration;

/// The columns of a table if none were chosen.
const COLUMNS: [&str; 20] = [
    "user_id",
    "external_id",
    "email",
    "email_verified",
    "username",
    "phone_number",
    "phone_verified",
    "name",
    "given_name",
    "family_name",
    "nickname",
    "picture",
    "status",
    "blocked",
    "identities[0].connection",
    "created_at",
    "updated_at",
    "last_login",
    "last_ip",
    "logins_count",
];

/// What a spreadsheet would take for the beginning of a formula.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Writes users as an export's file has them.
pub struct ExportFile {
    format: ExportFormat,
    /// Chosen fields with their names in the file; whole users if empty.
    fields: Vec<(FieldPath, String)>,
}

impl ExportFile {
    /// The writer of a file as it was asked for.
    ///
    /// # Errors
    /// `invalid_body` for a field that is none, which [`ExportRequest::check`] refuses before.
    pub fn new(request: &ExportRequest) -> Result<Self, Refusal> {
        let path = |name: &str| FieldPath::parse(name).map_err(|rule| Refusal::invalid_field("fields", rule));
        let usual = COLUMNS.map(|name| ExportField { name: name.to_owned(), export_as: None });
        let chosen = match request.format {
            ExportFormat::Csv if request.fields.is_empty() => usual.as_slice(),
            _ => request.fields.as_slice(),
        };
        let fields = chosen.iter().map(|field| Ok((path(&field.name)?, field.title().to_owned())));
        Ok(Self { format: request.format, fields: fields.collect::<Result<_, Refusal>>()? })
    }

    /// What the file begins with: the names of a table's columns.
    #[must_use]
    pub fn head(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if self.format == ExportFormat::Csv {
            record(self.fields.iter().map(|(_, title)| harmless(title)), &mut out);
        }
        out
    }

    /// Adds a user.
    pub fn add(&self, user: &User, tenant: &TenantConfiguration, shape: &dyn Shape, out: &mut Vec<u8>) {
        if self.fields.is_empty() {
            shape.write(user, tenant, out);
            out.push(b'\n');
        } else {
            self.add_object(&shape.object(user, tenant), out);
        }
    }

    fn add_object(&self, user: &Map<String, Value>, out: &mut Vec<u8>) {
        let found = self.fields.iter().map(|(path, title)| (title.as_str(), path.find(user)));
        match self.format {
            ExportFormat::Csv => record(found.map(|(_, value)| value.map_or(Cow::Borrowed(""), cell)), out),
            ExportFormat::Json => {
                let chosen: Vec<_> = found.filter_map(|(title, value)| Some((title, value?))).collect();
                // Writing into memory cannot fail.
                let _ = serde_json::to_writer(&mut *out, &Chosen(chosen));
                out.push(b'\n');
            }
        }
    }
}

struct Chosen<'a>(Vec<(&'a str, &'a Value)>);

impl Serialize for Chosen<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            object.serialize_entry(name, value)?;
        }
        object.end()
    }
}

/// A value in a table: texts as they are, lists and objects as JSON.
fn cell(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::String(text) => harmless(text),
        other => Cow::Owned(other.to_string()),
    }
}

/// A text that no spreadsheet takes for a formula, in Auth0's way.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A line of a table (RFC 4180).
fn record<'a>(cells: impl Iterator<Item = Cow<'a, str>>, out: &mut Vec<u8>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(b',');
        }
        if cell.contains([',', '"', '\r', '\n']) || cell.starts_with(['\'', ' ']) || cell.ends_with(' ') {
            out.push(b'"');
            out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use anteroom_model::job::{ExportField, ExportFormat, ExportRequest};
    use serde_json::{Value, json};

    use super::ExportFile;

    fn file(format: ExportFormat, fields: &[(&str, Option<&str>)]) -> ExportFile {
        let field = |(name, title): &(&str, Option<&str>)| ExportField {
            name: (*name).to_owned(),
            export_as: title.map(str::to_owned),
        };
        let fields = fields.iter().map(field).collect();
        let request = ExportRequest { connection_id: None, connection: None, format, limit: None, fields, q: None };
        ExportFile::new(&request).expect("a file")
    }

    fn written(file: &ExportFile, user: &Value) -> String {
        let mut out = file.head();
        file.add_object(user.as_object().expect("an object"), &mut out);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn chosen_fields_have_the_names_that_were_chosen() {
        let fields =
            [("email", Some("mail")), ("user_metadata.a.b", None), ("identities[0].user_id", Some("id")), ("x", None)];
        let user =
            json!({"email": "a@b.example", "user_metadata": {"a": {"b": [1]}}, "identities": [{"user_id": "7"}]});
        assert_eq!(
            written(&file(ExportFormat::Json, &fields), &user),
            "{\"mail\":\"a@b.example\",\"user_metadata.a.b\":[1],\"id\":\"7\"}\n"
        );
        assert_eq!(
            written(&file(ExportFormat::Csv, &fields), &user),
            "mail,user_metadata.a.b,id,x\r\na@b.example,[1],7,\r\n"
        );
    }

    // ASVS v5.0.0-1.2.10
    #[test]
    fn no_text_of_a_user_becomes_a_formula() {
        let csv = file(ExportFormat::Csv, &[("name", Some("=name"))]);
        for (name, cell) in [
            ("=1+1", "\"'=1+1\""),
            ("+49 1", "\"'+49 1\""),
            ("-x", "\"'-x\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("=\"a\",1", "\"'=\"\"a\"\",1\""),
            ("O'Brien", "O'Brien"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(written(&csv, &json!({"name": name})), format!("\"'=name\"\r\n{cell}\r\n"));
        }
        assert_eq!(written(&csv, &json!({"name": -5})), "\"'=name\"\r\n-5\r\n");
    }

    #[test]
    fn cells_that_hold_signs_of_the_form_are_quoted() {
        let csv = file(ExportFormat::Csv, &[("a", None), ("b", None)]);
        assert_eq!(
            written(&csv, &json!({"a": "x,\"y\"\nz", "b": {"c": "d"}})),
            "a,b\r\n\"x,\"\"y\"\"\nz\",\"{\"\"c\"\":\"\"d\"\"}\"\r\n"
        );
    }
}
