//! `roles`: the roles that a user was given.

use anteroom_model::query::Pattern;

use super::Scope;
use super::compare::{Form, compare};
use super::related::Rows;
use crate::db::Sql;

/// What role ids begin with; any other value is a role's name.
const ID: &str = "rol_";

/// The rows of the users that have a role which matches.
pub(super) fn rows<'a>(scope: Scope, pattern: &Pattern) -> Rows<'a> {
    let is_id = match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Prefix(text) => text.starts_with(ID),
        Pattern::Wildcard(pieces) => pieces.first().is_some_and(|first| first.starts_with(ID)),
        _ => false,
    };
    let (column, form) = if is_id { ("r.role_id", Form::Stored) } else { ("r.name_key", Form::Folded) };
    let formed = form.pattern(pattern);
    if formed == Pattern::Any {
        return Rows::new("user_role", |sql| sql.push("x.role_key IS NOT NULL")).repeating().asked_of_each();
    }
    // One role is said with `=`, so that its members come in the order of their keys.
    let is_one = matches!(formed, Pattern::Exact(_));
    let word = if is_one { " = " } else { " IN " };
    let rows = Rows::new("user_role", move |sql: Sql| {
        let sql = sql.push("x.role_key").push(word).push("(SELECT r.id FROM role r WHERE r.tenant_id = ");
        compare(sql.bind(scope.tenant).push(" AND "), column, form, &formed).push(")")
    });
    if is_one { rows } else { rows.repeating() }
}
