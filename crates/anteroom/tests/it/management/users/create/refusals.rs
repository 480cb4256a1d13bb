//! Bodies that are refused, by name of the field, and leave nothing.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{configure_connection, total};

/// Fields of the answer that only the server writes.
const KEPT: [&str; 24] = [
    "public_id",
    "arn",
    "tenant",
    "identities",
    "phone_country_code",
    "status",
    "status_reason",
    "status_changed_at",
    "archived",
    "locked_until",
    "source",
    "signed_up",
    "password_set_at",
    "password_security_level",
    "last_password_reset",
    "logins_count",
    "last_login",
    "last_ip",
    "last_login_client",
    "device",
    "browser",
    "last_mfa_at",
    "created_at",
    "updated_at",
];

fn with(field: &str, value: Value) -> Value {
    let mut body = json!({"connection": CONNECTION, "email": "a@example.com"});
    body[field] = value;
    body
}

async fn refused_field(server: &Server, body: Value) -> Option<String> {
    server.post("/api/v2/users", body).await.refused(400, "invalid_body")
}

both_engines! {
    // S0.L23.19
    async fn what_the_server_keeps_is_refused_by_name(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "b@example.com"})).await;
        for field in KEPT {
            assert_eq!(refused_field(server, with(field, json!("1"))).await.as_deref(), Some(field));
            let answer = server.patch(&Server::path_of(&made), json!({field: "1", "name": "changed"})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(total(server).await, 2);
        assert_eq!(server.get(&Server::path_of(&made)).await.expect(200), made);
    }
}

both_engines! {
    async fn unknown_fields_are_refused_by_name(server: &Server) {
        for field in ["colour", "Email", "password_hash", "key", "version", "client_id", ""] {
            let answer = server.post("/api/v2/users", with(field, json!(1))).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(total(server).await, 1);
    }
}

both_engines! {
    async fn null_has_no_meaning_for_a_new_user(server: &Server) {
        for field in [
            "email", "email_verified", "username", "phone_number", "phone_verified", "external_id", "name", "nickname",
            "given_name", "family_name", "middle_name", "preferred_username", "picture", "profile", "website",
            "gender", "birthdate", "zoneinfo", "locale", "company", "identity_number", "unionid", "openid", "address",
            "preferences", "user_metadata", "app_metadata", "blocked", "reset_password_on_next_login", "password", "platform_role", "verify_email", "user_id", "connection",
        ] {
            assert_eq!(refused_field(server, with(field, Value::Null)).await.as_deref(), Some(field));
        }
        let part = refused_field(server, with("address", json!({"country": "CH", "city": null}))).await;
        assert_eq!(part.as_deref(), Some("address.city"));
        assert_eq!(total(server).await, 1);
    }
}

both_engines! {
    async fn wrong_types_are_refused_by_name(server: &Server) {
        for (field, value) in [
            ("email", json!(5)), ("email_verified", json!("true")), ("username", json!(["a"])), ("phone_number", json!(49)),
            ("name", json!({})), ("locale", json!(["de"])), ("birthdate", json!(1815)),
            ("address", json!("Bern")), ("address", json!(["Bern"])), ("preferences", json!("dark")), ("picture", json!(false)), ("user_metadata", json!([])), ("app_metadata", json!("{}")),
            ("blocked", json!(1)), ("password", json!(12_345_678)), ("platform_role", json!("owner")), ("connection", json!(1)),
        ] {
            assert_eq!(refused_field(server, with(field, value)).await.as_deref(), Some(field));
        }
        assert_eq!(total(server).await, 1);
    }
}

both_engines! {
    async fn a_body_that_is_no_object_is_refused(server: &Server) {
        for body in ["", "{", "[]", "null", "\"x\"", "{\"email\":\"a@example.com\",}", "{\"email\":\"\\ud800\"}"] {
            let call = server.call("POST", "/api/v2/users").bytes("application/json", body.into());
            call.send().await.refused(400, "invalid_body");
        }
        let broken = b"{\"connection\":\"\xff\"}".to_vec();
        server.call("POST", "/api/v2/users").bytes("application/json", broken).send().await.refused(400, "invalid_body");
        let call = server.call("POST", "/api/v2/users").bytes("text/plain", b"{}".to_vec());
        call.send().await.refused(415, "unsupported_media_type");
        let large = with("name", json!("x".repeat(1024 * 1024)));
        server.post("/api/v2/users", large).await.refused(413, "payload_too_large");
        assert_eq!(total(server).await, 1);
    }
}

both_engines! {
    async fn the_null_character_is_refused_wherever_it_stands(server: &Server) {
        for (field, value, place) in [
            ("name", json!("a\u{0}b"), "name"),
            ("email", json!("a\u{0}@example.com"), "email"),
            ("password", json!("correct horse\u{0}battery"), "password"),
            ("user_metadata", json!({"a": [{"b": "\u{0}"}]}), "user_metadata.a[0].b"),
            ("app_metadata", json!({"a\u{0}": 1}), "app_metadata.a\\u0000"),
        ] {
            assert_eq!(refused_field(server, with(field, value)).await.as_deref(), Some(place));
        }
        assert_eq!(total(server).await, 1);
    }
}

both_engines! {
    async fn the_connection_must_exist_and_be_enabled(server: &Server) {
        let body = json!({"email": "a@example.com"});
        assert_eq!(refused_field(server, body).await.as_deref(), Some("connection"));
        for name in ["unknown", "", "username-password-authentication"] {
            let answer = server.post("/api/v2/users", with("connection", json!(name))).await;
            assert_eq!(answer.refused(400, "inexistent_connection").as_deref(), Some("connection"));
        }
        configure_connection(server, "enabled", false).await;
        let answer = server.post("/api/v2/users", with("name", json!("A"))).await;
        assert_eq!(answer.refused(400, "operation_not_supported").as_deref(), Some("connection"));
        configure_connection(server, "enabled", true).await;
        server.create(with("name", json!("A"))).await;
    }
}
