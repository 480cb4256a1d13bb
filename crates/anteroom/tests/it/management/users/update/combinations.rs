//! What cannot change together, and the fields that are taken for Auth0's clients.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::configure_connection;

both_engines! {
    // facts of Auth0 §2.5
    async fn unsafe_combinations_are_refused_in_auth0s_words(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "username": "a"})).await;
        let value = |field: &str| match field {
            "password" => json!("correct horse battery"),
            "email" => json!("b@example.com"),
            "email_verified" => json!(true),
            _ => json!("b"),
        };
        for (one, other) in [
            ("password", "email"), ("password", "email_verified"), ("username", "email"), ("username", "email_verified"),
            ("username", "password"),
        ] {
            let answer = server.patch(&Server::path_of(&made), json!({one: value(one), other: value(other)})).await;
            assert_eq!(answer.body["message"], format!("Cannot update {one} and {other} simultaneously."));
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(other));
        }
        server.patch(&Server::path_of(&made), json!({"username": null, "email": "b@example.com"})).await.refused(400, "invalid_body");
        assert_eq!(server.get(&Server::path_of(&made)).await.expect(200), made);
    }
}

both_engines! {
    async fn fields_for_mails_to_come_are_taken(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        let sent = json!({
            "name": "A", "connection": CONNECTION, "client_id": "console", "verify_email": false, "verify_phone_number": false,
        });
        assert_eq!(server.patch(&Server::path_of(&made), sent).await.expect(200)["name"], "A");
    }
}

both_engines! {
    async fn the_connection_named_must_be_the_users(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        let answer = server.patch(&Server::path_of(&made), json!({"name": "A", "connection": "unknown"})).await;
        assert_eq!(answer.refused(400, "inexistent_connection").as_deref(), Some("connection"));
        assert_eq!(server.get(&Server::path_of(&made)).await.expect(200), made);
    }
}

both_engines! {
    // facts of Auth0 §2.5: e-mail and password in a disabled connection.
    async fn what_one_signs_in_with_stays_in_a_disabled_connection(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        configure_connection(server, "enabled", false).await;
        for sent in [json!({"email": "b@example.com"}), json!({"password": "correct horse battery"})] {
            server.patch(&Server::path_of(&made), sent).await.refused(400, "operation_not_supported");
        }
        server.patch(&Server::path_of(&made), json!({"name": "A", "blocked": true})).await.expect(200);
    }
}
