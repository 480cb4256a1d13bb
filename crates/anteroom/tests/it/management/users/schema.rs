//! The documented elements of a user are those that are answered.

use std::collections::BTreeSet;

use anteroom_store::sign_in_failure::FailureKind;
use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::access::blocks::lock;
use crate::management::users::tools::sign_in;

/// A user with a value in every field but those that only sign-up and linking will give.
async fn full_user(server: &Server) -> Value {
    let body = json!({
        "connection": CONNECTION, "email": "a@example.com", "username": "a", "phone_number": "+4915112345678",
        "external_id": "x", "name": "A", "nickname": "A", "given_name": "A", "family_name": "A", "middle_name": "A",
        "preferred_username": "A", "picture": "https://example.com/", "profile": "https://example.com/",
        "website": "https://example.com/", "gender": "U", "birthdate": "1815", "zoneinfo": "UTC", "locale": "en",
        "company": "A", "identity_number": "A", "unionid": "A", "openid": "A", "address": {"city": "A"},
        "preferences": {"a": 1}, "user_metadata": {"a": 1}, "app_metadata": {"a": 1},
        "password": "correct horse battery",
    });
    let user = server.create(body).await;
    server.patch(&Server::path_of(&user), json!({"password": "another good one 7"})).await.expect(200);
    let status = json!({"status": "suspended", "reason": "because"});
    server.patch(&format!("{}/status", Server::path_of(&user)), status).await.expect(200);
    sign_in(server, &user, true).await;
    lock(server, FailureKind::Account, user["user_id"].as_str().expect("an id")).await;
    let mut full = server.get(&Server::path_of(&user)).await.expect(200);
    let lock = server.get(&format!("{}?fields=locked_until", Server::path_of(&user))).await.expect(200);
    full.as_object_mut().expect("an object").extend(lock.as_object().expect("an object").clone());
    full
}

fn names(object: &Value) -> BTreeSet<String> {
    object.as_object().expect("an object").keys().cloned().collect()
}

both_engines! {
    // S2.L14.1, S3.L22.1
    async fn the_schema_has_what_is_answered_and_says_what_it_is(server: &Server) {
        let mut answered = names(&full_user(server).await);
        answered.insert("signed_up".to_owned());
        let document = server.get("/api/v2/openapi.json").await.expect(200);
        let properties = &document["components"]["schemas"]["User"]["properties"];
        assert_eq!(names(properties), answered);
        for (field, property) in properties.as_object().expect("properties") {
            assert!(property["description"].as_str().is_some_and(|text| !text.is_empty()), "{field}: {property}");
            assert!(["type", "$ref"].iter().any(|name| property.get(name).is_some()), "{field}: {property}");
        }
    }
}

both_engines! {
    // S0.L23.1
    async fn the_documentation_page_lists_every_field(server: &Server) {
        let page = include_str!("../../../../../../docs/users.md");
        let documented: BTreeSet<String> = page
            .lines()
            .filter_map(|line| line.strip_prefix("| `"))
            .flat_map(|line| line.split('|').next().unwrap_or_default().split(','))
            .map(|name| name.trim().trim_matches('`').to_owned())
            .collect();
        let mut expected = names(&full_user(server).await);
        expected.extend(["signed_up".to_owned(), "password".to_owned()]);
        assert_eq!(documented, expected);
    }
}
