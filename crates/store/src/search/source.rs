//! Where a list may begin to look: statements that give the keys of all users a query may find, one by one from an index.
//!
//! A condition with `IN (SELECT …)` is good where few users are meant, but SQLite gathers all of them before the first row.
//! A source can be read until enough is known: whether it has few keys, in which case those are looked at and sorted, or
//! many, in which case the order's own index is walked and every user met is asked (see [`super::check`]).

use anteroom_model::query::{Pattern, Query};

use super::compare::Form;
use super::locked::{self, Locked};
use super::{Scope, SearchError, choice, field, related, time, trigram, words};
use crate::db::{Dialect, Sql};

/// The most words, phrases and patterns whose trigrams are asked for at once; the rest is checked.
const MOST_TERMS: usize = 8;

/// A statement for keys.
#[derive(Clone, Debug)]
pub struct Source {
    /// A SELECT of one column, `key`, without order and limit. It may give users of another tenant, because the index of word
    /// parts goes by the tenants' tokens, which can stand in a name: whoever uses it joins `users` and names the tenant.
    pub sql: Sql,
    /// Whether it may give a key more than once.
    pub repeats: bool,
    /// Whether it gives, of the tenant's users, exactly those that the query finds; otherwise others are to be sorted out
    /// by [`super::check`].
    pub is_whole: bool,
    /// How many users are to be expected, from 0 for the one who has an id.
    rank: u8,
}

impl Source {
    /// Whether it reads the leaves of metadata, which stand in no order of users.
    #[must_use]
    pub fn is_of_leaves(&self) -> bool {
        self.sql.text().contains("user_attribute x")
    }

    /// The statement that gives each key once. PostgreSQL may read all of them before it gives the first.
    #[must_use]
    pub fn distinct(&self) -> Sql {
        if !self.repeats {
            return self.sql.clone();
        }
        Sql::new("SELECT DISTINCT x.key AS key FROM (").append(&self.sql).push(") x")
    }
}

/// Ways to find all users of a query by an index, the most promising first. None for a query that finds most users, and
/// none on PostgreSQL, which plans such statements well by itself.
///
/// # Errors
/// As [`super::predicate`].
pub fn sources(query: &Query, scope: Scope) -> Result<Vec<Source>, SearchError> {
    if scope.dialect == Dialect::Postgres {
        return Ok(Vec::new());
    }
    let scope = Scope { is_walk: false, ..scope };
    let mut found = of(scope, query)?;
    if let Some((trigrams, is_whole)) = trigrams(scope, query) {
        let sql = Sql::new("SELECT rowid AS key FROM user_search WHERE user_search MATCH ");
        found.push(Source {
            sql: sql.bind(trigram::of_tenant(scope.tenant, &trigrams)),
            repeats: false,
            is_whole,
            rank: 2,
        });
    }
    found.sort_by_key(|source| source.rank);
    Ok(found)
}

fn of(scope: Scope, query: &Query) -> Result<Vec<Source>, SearchError> {
    match query {
        Query::Everything | Query::Not(_) | Query::Or(_) => Ok(Vec::new()),
        Query::And(parts) => {
            let mut found = Vec::new();
            for part in parts {
                found.extend(of(scope, part)?.into_iter().map(|source| Source { is_whole: false, ..source }));
            }
            Ok(found)
        }
        Query::Term { field: None, pattern } if words::is_short(pattern) => {
            Ok(vec![own(scope, 4, |sql| Ok(words::term(sql, scope, pattern)))?])
        }
        Query::Term { field: None, .. } => Ok(Vec::new()),
        Query::Term { field: Some(name), pattern } => Ok(of_field(scope, name, pattern)?.into_iter().collect()),
    }
}

fn of_field(scope: Scope, name: &str, pattern: &Pattern) -> Result<Option<Source>, SearchError> {
    let rank = match (name, pattern) {
        ("name" | "nickname" | "given_name" | "family_name" | "roles", Pattern::Exact(_) | Pattern::Phrase(_)) => 1,
        ("identities.connection", _) => 4,
        (_, Pattern::Exact(_) | Pattern::Phrase(_)) => 0,
        (_, Pattern::Prefix(_)) => 3,
        _ => 4,
    };
    if let Some((_, form)) = field::column(name) {
        let is_ordered = !matches!(form.pattern(pattern), Pattern::Suffix(_) | Pattern::Contains(_) | Pattern::Any);
        let begins = !matches!(pattern, Pattern::Wildcard(pieces) if pieces.first().is_none_or(String::is_empty));
        return if is_ordered && begins { term(scope, rank, name, pattern).map(Some) } else { Ok(None) };
    }
    if name == "email.domain" {
        return Ok(None);
    }
    if choice::condition(name, pattern)?.is_some() {
        return if choice::is_rare(name, pattern) { term(scope, 3, name, pattern).map(Some) } else { Ok(None) };
    }
    if let Some(locked) = locked::condition(name, pattern)? {
        let few = || Source { sql: locked::keys(scope), repeats: false, is_whole: true, rank: 1 };
        return Ok((locked == Locked::Yes).then(few));
    }
    if let Some(times) = time::condition(name, pattern)? {
        return match times.activity() {
            Some(rows) => Ok(of_rows(&rows, scope, 4)),
            None if times.has_index() => term(scope, 4, name, pattern).map(Some),
            None => Ok(None),
        };
    }
    if name == "last_ip" {
        return Ok(None);
    }
    // What a tenant chose for its metadata may be the same for everybody, so words come first.
    let rank = if rank == 0 && name != "identities.user_id" { 3 } else { rank };
    Ok(of_rows(&related::rows(scope, name, pattern)?, scope, rank))
}

fn of_rows(rows: &related::Rows<'_>, scope: Scope, rank: u8) -> Option<Source> {
    rows.keys(scope).map(|sql| Source { sql, repeats: rows.repeats, is_whole: true, rank })
}

fn term(scope: Scope, rank: u8, name: &str, pattern: &Pattern) -> Result<Source, SearchError> {
    own(scope, rank, |sql| field::term(sql, scope, name, pattern))
}

/// Users by an index of their own table.
fn own(scope: Scope, rank: u8, condition: impl FnOnce(Sql) -> Result<Sql, SearchError>) -> Result<Source, SearchError> {
    let sql = Sql::new("SELECT u.key AS key FROM users u WHERE u.tenant_id = ").bind(scope.tenant).push(" AND ");
    Ok(Source { sql: condition(sql)?, repeats: false, is_whole: true, rank })
}

/// What the index of word parts is asked for when it is to find all users of the query, and whether that is the whole
/// truth.
fn trigrams(scope: Scope, query: &Query) -> Option<(String, bool)> {
    match query {
        Query::Everything | Query::Not(_) => None,
        Query::And(parts) => {
            let found: Vec<_> = parts.iter().filter_map(|part| trigrams(scope, part)).take(MOST_TERMS).collect();
            let is_whole = found.len() == parts.len() && found.iter().all(|(_, is_whole)| *is_whole);
            joined(&found, " AND ").map(|text| (text, is_whole))
        }
        Query::Or(parts) => {
            let found: Vec<_> = parts.iter().map(|part| trigrams(scope, part)).collect::<Option<_>>()?;
            let is_whole = found.iter().all(|(_, is_whole)| *is_whole);
            joined(&found, " OR ").map(|text| (text, is_whole))
        }
        Query::Term { field: None, pattern } if words::is_short(pattern) => None,
        Query::Term { field: None, pattern } => words::trigrams(scope, pattern),
        Query::Term { field: Some(name), pattern } => {
            let formed = Form::Folded.pattern(pattern);
            let pieces = match (name.as_str(), field::column(name)) {
                ("email.domain", _) => field::domain_pieces(&formed),
                (_, Some(_)) => field::pieces(&formed),
                (_, None) => Vec::new(),
            };
            words::trigrams_of(&pieces).map(|text| (text, false))
        }
    }
}

fn joined(found: &[(String, bool)], word: &str) -> Option<String> {
    let texts: Vec<String> = found.iter().map(|(text, _)| format!("({text})")).collect();
    (!texts.is_empty()).then(|| texts.join(word))
}
