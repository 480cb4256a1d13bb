//! Queries that are understood but cannot be answered.

use anteroom_model::TenantId;
use anteroom_model::query::parse;

use crate::search::{SearchError, predicate};
use crate::{Dialect, Sql};

fn error(query: &str) -> SearchError {
    let query = parse(query).expect("a query");
    predicate(Sql::default(), &query, TenantId(1), Dialect::Sqlite).expect_err("must be refused")
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
    ];
    for field in fields {
        let unknown = SearchError::UnknownField { field: field.to_owned() };
        assert_eq!(error(&format!("{field}:x")), unknown);
        assert_eq!(error(&format!("name:a OR NOT (b {field}:x)")), unknown);
    }
    assert_eq!(error("nam:x").to_string(), "there is no field `nam` to search by");
}

#[test]
fn values_that_no_user_can_have_are_refused() {
    let queries = [
        ("blocked:yes", "`blocked` must be one of true, false"),
        ("email_verified:tru*", "`email_verified` must be one of true, false"),
        ("phone_verified:\"\"", "`phone_verified` must be one of true, false"),
        ("status:locked", "`status` must be one of pending_activation, active, suspended, deactivated, archived"),
        ("platform_role:*min", "`platform_role` must be one of user, admin, super_admin"),
        ("logins_count:many", "`logins_count` must be a whole number"),
        ("logins_count:1*", "`logins_count` must be a whole number"),
        ("logins_count:9223372036854775808", "`logins_count` must be a whole number"),
    ];
    for (query, message) in queries {
        assert_eq!(error(query).to_string(), message);
    }
}

#[test]
fn nothing_that_was_typed_enters_the_text() {
    for field in ["name", "user_id", "email.domain", "identities.user_id", "last_ip", "user_metadata.hostile"] {
        for query in [format!("{field}:hostile"), format!("{field}:hostile*"), format!("{field}:*hostile*")] {
            let query = parse(&query).expect("a query");
            let sql = predicate(Sql::default(), &query, TenantId(1), Dialect::Sqlite).expect("a condition");
            assert!(!sql.text().contains("hostile"), "{}", sql.text());
        }
    }
}
