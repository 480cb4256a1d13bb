//! The fields that stand in other tables than `users`.

use anteroom_model::metadata::Bag;
use anteroom_model::query::Pattern;
use anteroom_model::text::fold;

use super::compare::{begins, compare, in_form};
use super::{Scope, SearchError};
use crate::db::Sql;

/// Adds the condition of a term on a field of another table, in brackets where it needs them.
///
/// # Errors
/// When there is no such field, or the pattern does not fit it.
pub(super) fn term(sql: Sql, scope: Scope, field: &str, pattern: &Pattern) -> Result<Sql, SearchError> {
    let as_stored = in_form(pattern, str::to_owned);
    match field {
        "last_ip" => {
            let sql = users_of(sql, scope, "user_activity").push(" AND ");
            Ok(compare(sql, "last_ip", &in_form(pattern, fold)).push(")"))
        }
        "logins_count" => logins_count(sql, scope, field, pattern),
        "identities.connection" => Ok(connection(sql, scope, &as_stored)),
        "identities.provider" => Ok(provider(sql, scope, &as_stored)),
        "identities.user_id" => {
            // Naming all connections lets the index be used, which begins with them.
            let sql = users_of(sql, scope, "identity").push(" AND connection_id IN (SELECT id FROM connection");
            let sql = sql.push(" WHERE tenant_id = ").bind(scope.tenant).push(") AND ");
            Ok(compare(sql, "provider_user_id", &as_stored).push(")"))
        }
        _ if is_attribute(field) => Ok(attribute(sql, scope, field, &in_form(pattern, fold))),
        _ => Err(SearchError::UnknownField { field: field.to_owned() }),
    }
}

/// Opens a bracket that the caller closes.
fn users_of(sql: Sql, scope: Scope, table: &str) -> Sql {
    sql.push("u.key IN (SELECT user_key FROM ").push(table).push(" WHERE tenant_id = ").bind(scope.tenant)
}

/// A name is one connection's alone; said with `=`, PostgreSQL sees that it may be every user's.
fn connection(sql: Sql, scope: Scope, pattern: &Pattern) -> Sql {
    let word = if matches!(pattern, Pattern::Exact(_)) { " = " } else { " IN " };
    let sql = users_of(sql, scope, "identity").push(" AND connection_id").push(word);
    let sql = sql.push("(SELECT id FROM connection WHERE tenant_id = ").bind(scope.tenant).push(" AND ");
    compare(sql, "name", pattern).push("))")
}

/// Few providers have many users each, so this is asked of every user met instead of gathering all beforehand.
fn provider(sql: Sql, scope: Scope, pattern: &Pattern) -> Sql {
    let sql = sql.push("EXISTS (SELECT 1 FROM identity i WHERE i.user_key = u.key AND i.tenant_id = ");
    compare(sql.bind(scope.tenant).push(" AND "), "i.provider", pattern).push(")")
}

fn logins_count(sql: Sql, scope: Scope, field: &str, pattern: &Pattern) -> Result<Sql, SearchError> {
    let number = match pattern {
        Pattern::Any => return Ok(sql.push("true")),
        Pattern::Exact(text) | Pattern::Phrase(text) => text.trim().parse::<i64>().ok(),
        Pattern::Prefix(_) | Pattern::Suffix(_) | Pattern::Contains(_) => None,
    };
    let number = number.ok_or_else(|| SearchError::WrongValue {
        field: field.to_owned(),
        message: "must be a whole number".to_owned(),
    })?;
    Ok(users_of(sql, scope, "user_activity").push(" AND logins_count = ").bind(number).push(")"))
}

/// A bag's name, a dot, and names between dots.
fn is_attribute(field: &str) -> bool {
    let mut names = field.split('.');
    let bag = names.next();
    [Bag::User, Bag::App].into_iter().any(|known| bag == Some(known.name()))
        && names.clone().next().is_some()
        && names.all(|name| !name.is_empty())
}

/// An object has a value when anything below it has one.
fn attribute(sql: Sql, scope: Scope, path: &str, pattern: &Pattern) -> Sql {
    let sql = users_of(sql, scope, "user_attribute");
    match pattern {
        Pattern::Any => {
            begins(sql.push(" AND (path = ").bind(path).push(" OR "), "path", &format!("{path}.")).push("))")
        }
        _ => compare(sql.push(" AND path = ").bind(path).push(" AND "), "text_key", pattern).push(")"),
    }
}
