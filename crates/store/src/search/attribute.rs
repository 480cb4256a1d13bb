//! The leaves of metadata and of a profile's details, which stand in `user_attribute` under their paths.

use anteroom_model::TenantId;
use anteroom_model::metadata::Bag;
use anteroom_model::query::{Bound, Pattern};
use anteroom_model::user::is_detail_field;

use super::compare::{Form, begins, between, compare};
use super::related::Rows;
use super::{Scope, SearchError};
use crate::db::Sql;
use crate::user::{ATTRIBUTE_COLUMNS, Kind, number_key};

/// The rows of the users that have a leaf which matches.
///
/// # Errors
/// When there is no such path; when the ends of a range are a number and a text.
pub(super) fn rows<'a>(scope: Scope, path: &'a str, pattern: &Pattern) -> Result<Rows<'a>, SearchError> {
    let is_metadata = is_metadata(path);
    if !is_metadata && !is_detail_field(path) {
        return Err(SearchError::UnknownField { field: path.to_owned() });
    }
    let is_free = is_metadata || path.starts_with("preferences.");
    let leaves = Leaves { tenant: scope.tenant, path };
    let formed = Form::Folded.pattern(pattern);
    Ok(match formed {
        Pattern::Any => leaves.any(),
        Pattern::Range { from, to } if is_free => leaves.range(from, to)?,
        Pattern::Range { from, to } => {
            leaves.rows(&[Kind::Text], move |sql, key| between(sql, key, from.as_ref(), to.as_ref(), true)).repeating()
        }
        // The tree finds a whole key of a user at once.
        Pattern::Exact(_) => leaves.whole(move |sql, key| compare(sql, key, Form::Folded, &formed)),
        _ => leaves
            .rows(&[Kind::Text, Kind::Digits], move |sql, key| compare(sql, key, Form::Folded, &formed))
            .repeating(),
    })
}

/// A bag's name, a dot, and names between dots.
fn is_metadata(path: &str) -> bool {
    let mut names = path.split('.');
    let bag = names.next();
    [Bag::User, Bag::App].into_iter().any(|known| bag == Some(known.name()))
        && names.clone().next().is_some()
        && names.all(|name| !name.is_empty())
}

/// The leaves of a path.
#[derive(Clone, Copy)]
struct Leaves<'a> {
    tenant: TenantId,
    path: &'a str,
}

impl<'a> Leaves<'a> {
    /// Those of these kinds whose key, a column that is told, fulfils a condition.
    fn rows(self, kinds: &'static [Kind], condition: impl Fn(Sql, &str) -> Sql + Clone + 'a) -> Rows<'a> {
        let of_each = condition.clone();
        let rows = Rows::new("user_attribute", move |sql| condition(self.at(sql, kinds).push(" AND "), "x.key"));
        rows.told_by_row(move |sql| self.in_row(sql, kinds, &of_each))
    }

    /// Those that are a text, or a number as it is written.
    fn whole(self, condition: impl Fn(Sql, &str) -> Sql + 'a) -> Rows<'a> {
        let kinds = &[Kind::Text, Kind::Digits];
        Rows::new("user_attribute", move |sql| condition(self.at(sql, kinds).push(" AND "), "x.key"))
    }

    /// All at the path and below: an object has a value when anything in it has one.
    fn any(self) -> Rows<'a> {
        let paths = move |sql: Sql| {
            let sql = sql.push("(SELECT p.id FROM attribute_path p WHERE p.tenant_id = ").bind(self.tenant);
            let sql = sql.push(" AND p.kind <> 'number' AND (p.path = ").bind(self.path).push(" OR ");
            begins(sql, "p.path", &format!("{}.", self.path)).push("))")
        };
        let rows = Rows::new("user_attribute", move |sql| paths(sql.push("x.path IN "))).repeating();
        rows.told_by_row(move |sql| self.in_row(sql, &[Kind::Any], &|sql, _| sql.push("true")))
    }

    /// Free JSON: a range between numbers is one of numbers, any other one of texts and flags.
    fn range(self, from: Option<Bound>, to: Option<Bound>) -> Result<Rows<'a>, SearchError> {
        let ends = || [&from, &to].into_iter().flatten();
        if ends().all(|bound| bound.number().is_some()) {
            let of_number = move |sql, key: &str| numbers_between(sql, key, from.as_ref(), to.as_ref());
            return Ok(self.rows(&[Kind::Number], of_number).repeating());
        }
        if ends().any(|bound| bound.number().is_some()) {
            return Err(SearchError::wrong(
                self.path,
                "has ranges of numbers or of texts; in quotes a number is a text",
            ));
        }
        let of_text = move |sql, key: &str| between(sql, key, from.as_ref(), to.as_ref(), true);
        Ok(self.rows(&[Kind::Text], of_text).repeating())
    }

    /// Adds the condition that a row `x` is of the path.
    fn at(self, sql: Sql, kinds: &[Kind]) -> Sql {
        let number = |sql: Sql, kind: &Kind| {
            let sql = sql.push("(SELECT p.id FROM attribute_path p WHERE p.tenant_id = ").bind(self.tenant);
            sql.push(" AND p.path = ").bind(self.path).push(" AND p.kind = '").push(kind.name()).push("')")
        };
        match kinds {
            [only] => number(sql.push("x.path = "), only),
            kinds => {
                let mut sql = sql.push("x.path IN (");
                for (index, kind) in kinds.iter().enumerate() {
                    sql = number(if index == 0 { sql } else { sql.push(", ") }, kind);
                }
                sql.push(")")
            }
        }
    }

    /// Adds the condition that the user's row `u` has such a leaf, for SQLite: see `db/sqlite/functions.rs`.
    fn in_row(self, mut sql: Sql, kinds: &[Kind], condition: &dyn Fn(Sql, &str) -> Sql) -> Sql {
        sql = sql.push("(");
        for (index, kind) in kinds.iter().enumerate() {
            sql =
                sql.push(if index == 0 { "" } else { " OR " }).push("EXISTS (SELECT 1 FROM json_each(attribute_keys(");
            sql = sql.bind(self.path).push(", '").push(kind.name()).push("'");
            sql = ATTRIBUTE_COLUMNS.iter().fold(sql, |sql, column| sql.push(", u.").push(column));
            sql = condition(sql.push(")) x WHERE "), "x.value").push(")");
        }
        sql.push(")")
    }
}

fn numbers_between(mut sql: Sql, key: &str, from: Option<&Bound>, to: Option<&Bound>) -> Sql {
    let ends = [(from, [" > ", " >= "]), (to, [" < ", " <= "])];
    sql = sql.push(key).push(" <> ''");
    for (bound, [without, with]) in ends {
        if let Some((bound, number)) = bound.and_then(|bound| Some((bound, bound.number()?))) {
            let sign = if bound.is_inclusive { with } else { without };
            sql = sql.push(" AND ").push(key).push(sign).bind(number_key(number));
        }
    }
    sql
}
