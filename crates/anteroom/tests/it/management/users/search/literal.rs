//! Signs that are special elsewhere stand for themselves.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, search};

/// Users whom a wildcard would find in place of, or together with, the ones meant.
const NAMES: [&str; 12] = [
    "100% sure",
    "100x sure",
    "snake_case",
    "snakeXcase",
    "O'Brien",
    "OBrien",
    "say \"hi\" now",
    "say hi now",
    r"back\slash",
    "backslash",
    "wild*card",
    "wildcard",
];

async fn directory(server: &Server) {
    for (number, name) in NAMES.into_iter().enumerate() {
        server.create(json!({"connection": CONNECTION, "email": format!("u{number}@example.com"), "name": name, "nickname": "n"})).await;
    }
}

async fn assert_finds(server: &Server, cases: &[(&str, &[&str])]) {
    for (query, found) in cases {
        assert_eq!(column(&search(server, query).await.expect(200), "name"), *found, "{query}");
    }
}

both_engines! {
    // S4.L06.5
    async fn percent_and_underscore_are_no_wildcards(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            ("100%", &["100% sure"]),
            ("name:100%*", &["100% sure"]),
            ("name:*00%*", &["100% sure"]),
            ("%sure", &[]),
            ("0% s", &[]),
            ("\"0% s\"", &["100% sure"]),
            ("snake_case", &["snake_case"]),
            ("name:*ke_ca*", &["snake_case"]),
            ("name:snake_*", &["snake_case"]),
            ("%%%", &[]),
            ("___", &[]),
            ("%", &[]),
            ("_", &[]),
            ("name:%", &[]),
            ("email:%@example.com", &[]),
            ("email:u_@example.com", &[]),
        ])
        .await;
    }
}

both_engines! {
    // S4.L06.5
    async fn quotes_are_found_as_they_are(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            ("o'brien", &["O'Brien"]),
            ("name:O'Brien", &["O'Brien"]),
            ("name:*'br*", &["O'Brien"]),
            ("'''", &[]),
            ("' OR '1'='1", &[]),
            ("x'; DROP TABLE users; --", &[]),
            (r#"say\ \"hi\""#, &["say \"hi\" now"]),
            (r#""say \"hi\" now""#, &["say \"hi\" now"]),
            (r#"name:"say hi now""#, &["say hi now"]),
            (r#"name:say\ \"*"#, &["say \"hi\" now"]),
        ])
        .await;
    }
}

both_engines! {
    // S4.L06.5
    async fn a_backslash_and_a_star_are_escaped_by_a_backslash(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            (r"back\\slash", &[r"back\slash"]),
            (r#""back\\slash""#, &[r"back\slash"]),
            (r"name:*ck\\sl*", &[r"back\slash"]),
            ("backslash", &["backslash"]),
            (r"wild\*card", &["wild*card"]),
            (r#"name:"wild*card""#, &["wild*card"]),
            (r"name:wild\**", &["wild*card"]),
            (r"name:wild\*card\ ", &["wild*card"]),
            (r"  wild\*card  ", &["wild*card"]),
            ("wildcard", &["wildcard"]),
        ])
        .await;
    }
}

both_engines! {
    // S4.L06.5: the same of identifiers and metadata.
    async fn identifiers_and_metadata_are_literal_too(server: &Server) {
        for (number, (username, plan)) in [("a_b", "50%_off"), ("aXb", "50xyoff"), ("a'b", "it's")].into_iter().enumerate() {
            server.create(json!({
                "connection": CONNECTION, "email": format!("50%_off{number}@example.com"), "username": username, "name": username,
                "app_metadata": {"plan": plan},
            }))
            .await;
        }
        assert_finds(server, &[
            ("username:a_b", &["a_b"]),
            ("username:a_*", &["a_b"]),
            ("a_b", &["a_b"]),
            ("username:*a_b*", &["a_b"]),
            ("username:a'b", &["a'b"]),
            ("app_metadata.plan:50%_off", &["a_b"]),
            ("app_metadata.plan:50%*", &["a_b"]),
            ("app_metadata.plan:*%_off", &["a_b"]),
            ("app_metadata.plan:\"it's\"", &["a'b"]),
            ("50%_off1", &["aXb"]),
            ("email:50%_off*", &["a_b", "aXb", "a'b"]),
            ("email:50__off*", &[]),
        ])
        .await;
    }
}
