//! The leaves of metadata and of a profile's details, which stand in `user_attribute` under their paths.

use anteroom_model::metadata::Bag;
use anteroom_model::query::{Bound, Pattern};
use anteroom_model::user::is_detail_field;

use super::SearchError;
use super::compare::{Form, begins, between, compare};
use super::related::Rows;
use crate::db::Sql;

/// The rows of the users that have a leaf which matches.
///
/// # Errors
/// When there is no such path; when the ends of a range are a number and a text.
pub(super) fn rows<'a>(path: &'a str, pattern: &Pattern) -> Result<Rows<'a>, SearchError> {
    let is_metadata = is_metadata(path);
    if !is_metadata && !is_detail_field(path) {
        return Err(SearchError::UnknownField { field: path.to_owned() });
    }
    let at_path = move |sql: Sql| sql.push("x.path = ").bind(path).push(" AND ");
    let formed = Form::Folded.pattern(pattern);
    Ok(match formed {
        // An object has a value when anything below it has one.
        Pattern::Any => Rows::new("user_attribute", move |sql| {
            let sql = sql.push("(x.path = ").bind(path).push(" OR ");
            begins(sql, "x.path", &format!("{path}.")).push(")")
        })
        .repeating(),
        Pattern::Range { from, to } if is_metadata || path.starts_with("preferences.") => range(path, from, to)?,
        Pattern::Range { from, to } => Rows::new("user_attribute", move |sql| {
            between(at_path(sql), "x.text_key", from.as_ref(), to.as_ref(), true)
        })
        .repeating(),
        Pattern::Exact(_) => {
            Rows::new("user_attribute", move |sql| compare(at_path(sql), "x.text_key", Form::Folded, &formed))
        }
        _ => Rows::new("user_attribute", move |sql| compare(at_path(sql), "x.text_key", Form::Folded, &formed))
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

/// Free JSON: a range between numbers is one of numbers, any other one of texts and flags.
fn range(path: &str, from: Option<Bound>, to: Option<Bound>) -> Result<Rows<'_>, SearchError> {
    let at_path = move |sql: Sql| sql.push("x.path = ").bind(path).push(" AND ");
    let numbers: Vec<bool> = [&from, &to].into_iter().flatten().map(|bound| bound.number().is_some()).collect();
    if numbers.iter().all(|is_number| *is_number) {
        let condition = move |sql| numbers_between(at_path(sql), from.as_ref(), to.as_ref());
        return Ok(Rows::new("user_attribute", condition).repeating());
    }
    if numbers.iter().any(|is_number| *is_number) {
        return Err(SearchError::wrong(path, "has ranges of numbers or of texts; in quotes a number is a text"));
    }
    let condition = move |sql: Sql| {
        between(at_path(sql).push("x.number IS NULL AND "), "x.text_key", from.as_ref(), to.as_ref(), true)
    };
    Ok(Rows::new("user_attribute", condition).repeating())
}

fn numbers_between(mut sql: Sql, from: Option<&Bound>, to: Option<&Bound>) -> Sql {
    let ends = [(from, [" > ", " >= "]), (to, [" < ", " <= "])];
    sql = sql.push("x.number IS NOT NULL");
    for (bound, [without, with]) in ends {
        if let Some((bound, number)) = bound.and_then(|bound| Some((bound, bound.number()?))) {
            sql = sql.push(" AND x.number").push(if bound.is_inclusive { with } else { without }).bind(number);
        }
    }
    sql
}
