//! Filters by the one connection of a tenant that has no other: all its users are there, so that they need no walk over
//! everybody's identities, and their number is known.

use anteroom_model::TenantId;
use anteroom_model::query::{Pattern, Query};

use crate::db::{Connection, Error, Sql};

/// The query without conditions that ask for the tenant's only connection; `None` when it has none of them. Every user has
/// an identity at the connection they were made at, and connections do not end.
///
/// # Errors
/// When the database cannot be asked.
pub(super) async fn without(
    connection: &Connection<'_>,
    tenant: TenantId,
    query: &Query,
) -> Result<Option<Query>, Error> {
    let Some(name) = asked_for(query) else { return Ok(None) };
    let sql = Sql::new("SELECT c.name FROM connection c WHERE c.tenant_id = ").bind(tenant);
    let known: Vec<(String,)> = connection.all(sql.push(" ORDER BY c.name LIMIT 2")).await?;
    let is_only = matches!(known.as_slice(), [(only,)] if only == name);
    Ok(is_only.then(|| rest(query, name)))
}

/// The connection that every user found must have.
fn asked_for(query: &Query) -> Option<&str> {
    match query {
        Query::And(parts) => parts.iter().find_map(asked_for),
        Query::Term { field: Some(field), pattern: Pattern::Exact(name) | Pattern::Phrase(name) } => {
            (field == "identities.connection").then_some(name)
        }
        _ => None,
    }
}

/// The query without that condition.
fn rest(query: &Query, name: &str) -> Query {
    match query {
        Query::And(parts) => {
            let parts = parts.iter().map(|part| rest(part, name)).filter(|part| *part != Query::Everything);
            let mut parts: Vec<Query> = parts.collect();
            match (parts.pop(), parts.is_empty()) {
                (None, _) => Query::Everything,
                (Some(only), true) => only,
                (Some(last), false) => {
                    parts.push(last);
                    Query::And(parts)
                }
            }
        }
        query if asked_for(query) == Some(name) => Query::Everything,
        query => query.clone(),
    }
}

#[cfg(test)]
mod tests {
    use anteroom_model::query::{Query, parse};

    use super::{asked_for, rest};

    #[test]
    fn what_every_user_has_is_left_out() {
        for (query, left) in [
            ("identities.connection:main", ""),
            ("identities.connection:\"main\"", ""),
            ("identities.connection:main AND email:a", "email:a"),
            ("email:a AND (identities.connection:main AND name:b) AND name:c", "email:a AND name:b AND name:c"),
            ("identities.connection:main AND identities.connection:other", "identities.connection:other"),
        ] {
            let query = parse(query).expect("a query");
            assert_eq!(asked_for(&query), Some("main"));
            assert_eq!(flat(rest(&query, "main")), flat(parse(left).expect("a query")), "{query:?}");
        }
    }

    #[test]
    fn other_conditions_are_left_alone() {
        for query in [
            "email:a",
            "NOT identities.connection:main",
            "identities.connection:main OR email:a",
            "identities.connection:m*",
        ] {
            assert_eq!(asked_for(&parse(query).expect("a query")), None, "{query}");
        }
    }

    /// Without brackets that change nothing.
    fn flat(query: Query) -> Query {
        let Query::And(parts) = query else { return query };
        let parts = parts.into_iter().flat_map(|part| match flat(part) {
            Query::And(parts) => parts,
            part => vec![part],
        });
        Query::And(parts.collect())
    }
}
