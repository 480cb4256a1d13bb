//! Queries that are understood but cannot be answered.

use anteroom_model::query::parse;
use anteroom_model::{TenantId, Timestamp};

use crate::search::{Scope, SearchError, predicate};
use crate::{Dialect, Sql};

const SCOPE: Scope = Scope::new(TenantId(1), Timestamp(0), Dialect::Sqlite);

fn error(query: &str) -> SearchError {
    let query = parse(query).expect("a query");
    predicate(Sql::default(), &query, SCOPE).expect_err("must be refused")
}

#[test]
fn unknown_fields_are_named() {
    let fields = [
        "nam",
        "Email",
        "u.email",
        "search_text",
        "password",
        "user_metadata",
        "app_metadata.",
        "app_metadata..a",
        "x_metadata.a",
        "_exists_",
        "address.planet",
        "preferences.",
    ];
    for field in fields {
        let unknown = SearchError::UnknownField { field: field.to_owned() };
        assert_eq!(error(&format!("{}:x", field.replace('_', "\\_"))), unknown);
        assert_eq!(error(&format!("name:a OR NOT (b \\{field}:x)")), unknown);
    }
    assert_eq!(error("nam:x").to_string(), "there is no field `nam` to search by");
}

const NUMBER: &str = "`logins_count` must be a whole number or a range of them, such as [1 TO 5]";

#[test]
fn values_that_no_user_can_have_are_refused() {
    let queries = [
        ("blocked:yes", "`blocked` must be one of true, false"),
        ("email_verified:tru*", "`email_verified` must be one of true, false"),
        ("phone_verified:\"\"", "`phone_verified` must be one of true, false"),
        ("status:locked", "`status` must be one of pending_activation, active, suspended, deactivated, archived"),
        ("platform_role:*min", "`platform_role` must be one of user, admin, super_admin"),
        ("source:nowhere", "`source` must be one of admin, register, import, sync"),
        ("locked:yes", "`locked` must be one of true, false"),
        ("locked:tru*", "`locked` must be one of true, false"),
        ("blocked:[false TO true]", "`blocked` must be one of true, false"),
        ("status:a*e", "`status` must be one of pending_activation, active, suspended, deactivated, archived"),
        ("logins_count:many", NUMBER),
        ("logins_count:1*", NUMBER),
        ("logins_count:9223372036854775808", NUMBER),
        ("logins_count:[1 TO many]", NUMBER),
        ("logins_count:[2025-12-01 TO *]", NUMBER),
        (
            "created_at:yesterday",
            "`created_at` must be a date such as 2026-11 or 2026-11-20T06:32:25Z, or a range of them",
        ),
        (
            "last_login:[2025 TO now]",
            "`last_login` must be a date such as 2026-11 or 2026-11-20T06:32:25Z, or a range of them",
        ),
        ("updated_at:2025*", "`updated_at` must be a date such as 2026-11 or 2026-11-20T06:32:25Z, or a range of them"),
        ("email.domain:[a TO b]", "`email.domain` has no ranges"),
        (
            "user_metadata.a:[1 TO b]",
            "`user_metadata.a` has ranges of numbers or of texts; in quotes a number is a text",
        ),
    ];
    for (query, message) in queries {
        assert_eq!(error(query).to_string(), message);
    }
}

#[test]
fn nothing_that_was_typed_enters_the_text() {
    for field in [
        "name",
        "user_id",
        "email.domain",
        "identities.user_id",
        "last_ip",
        "roles",
        "user_metadata.hostile",
        "preferences.hostile",
    ] {
        for value in ["hostile", "hostile*", "*hostile*", "hostile*hostile", "[hostile TO hostile]"] {
            let query = format!("{field}:{value}");
            if query.starts_with("email.domain:[") {
                continue;
            }
            let query = parse(&query).expect("a query");
            let sql = predicate(Sql::default(), &query, SCOPE).expect("a condition");
            assert!(!sql.text().contains("hostile"), "{}", sql.text());
        }
    }
}
