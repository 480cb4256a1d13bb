//! The fields that have one of a few values.

use anteroom_model::query::Pattern;
use anteroom_model::text::fold;
use anteroom_model::user::Source;
use anteroom_model::{PlatformRole, Status};

use super::SearchError;
use crate::db::Sql;

/// What the user's row must be.
pub(super) enum Choice {
    /// Anything: every user has a value.
    Any,
    /// As these words say, which hold nothing that was typed.
    Words(String),
}

impl Choice {
    pub(super) fn add(self, sql: Sql) -> Sql {
        match self {
            Self::Any => sql.push("true"),
            Self::Words(words) => sql.push("(").push(&words).push(")"),
        }
    }
}

/// The condition of such a field, `None` when the field is another one.
///
/// # Errors
/// When the field cannot have this value.
pub(super) fn condition(field: &str, pattern: &Pattern) -> Result<Option<Choice>, SearchError> {
    // What is rare is said in the words of the small index that holds it, which SQLite uses for no others.
    let words = match field {
        "email_verified" => flag(field, "u.email_verified", "NOT u.email_verified", pattern)?,
        "phone_verified" => flag(field, "u.phone_verified", "NOT u.phone_verified", pattern)?,
        "blocked" => {
            let blocked = "u.status <> 'active' AND u.status IN ('suspended', 'deactivated', 'archived')";
            flag(field, blocked, "u.status IN ('active', 'pending_activation')", pattern)?
        }
        "status" => chosen(field, &Status::ALL.map(Status::name), pattern)?.map(|name| match name {
            "active" => "u.status = 'active'".to_owned(),
            name => format!("u.status = '{name}' AND u.status <> 'active'"),
        }),
        "platform_role" => chosen(field, &PlatformRole::ALL.map(PlatformRole::name), pattern)?.map(|name| match name {
            "user" => "u.platform_role = 'user'".to_owned(),
            name => format!("u.platform_role = '{name}' AND u.platform_role <> 'user'"),
        }),
        "source" => chosen(field, &Source::ALL.map(Source::name), pattern)?.map(|name| format!("u.source = '{name}'")),
        _ => return Ok(None),
    };
    Ok(Some(words.map_or(Choice::Any, Choice::Words)))
}

fn flag(field: &str, yes: &str, no: &str, pattern: &Pattern) -> Result<Option<String>, SearchError> {
    Ok(is_true(field, pattern)?.map(|is_true| if is_true { yes } else { no }.to_owned()))
}

/// Which of true and false the pattern is; `None` for any.
///
/// # Errors
/// When it is neither.
pub(super) fn is_true(field: &str, pattern: &Pattern) -> Result<Option<bool>, SearchError> {
    Ok(chosen(field, &["true", "false"], pattern)?.map(|name| name == "true"))
}

/// Which of the names the pattern is; `None` for any, which every user has.
fn chosen(field: &str, names: &[&'static str], pattern: &Pattern) -> Result<Option<&'static str>, SearchError> {
    let found = match pattern {
        Pattern::Any => return Ok(None),
        Pattern::Exact(text) | Pattern::Phrase(text) => names.iter().find(|name| **name == fold(text)),
        _ => None,
    };
    found.copied().map(Some).ok_or_else(|| SearchError::wrong(field, &format!("must be one of {}", names.join(", "))))
}

/// Whether the pattern, which fits the field, means the few that a small index holds.
pub(super) fn is_rare(field: &str, pattern: &Pattern) -> bool {
    let (Pattern::Exact(text) | Pattern::Phrase(text)) = pattern else { return false };
    match (field, fold(text).as_str()) {
        ("email_verified", "false") | ("phone_verified" | "blocked", "true") => true,
        ("status", name) => name != "active",
        ("platform_role", name) => name != "user",
        _ => false,
    }
}
