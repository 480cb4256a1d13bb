//! Which scopes each endpoint asks for, and who can hold them.

use anteroom_model::{PlatformRole, scope};
use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::etag;

/// Each endpoint of users: method, path behind the user's own, body, any of the scopes, and the status with one.
fn endpoints(user: &Value) -> Vec<(&'static str, String, Value, Vec<&'static str>, u16)> {
    let path = Server::path_of(user);
    let new = json!({"connection": CONNECTION, "email": "new@example.com"});
    vec![
        ("GET", "/api/v2/users".to_owned(), Value::Null, vec!["read:users"], 200),
        ("GET", "/api/v2/users-by-email?email=a@example.com".to_owned(), Value::Null, vec!["read:users"], 200),
        ("GET", path.clone(), Value::Null, vec!["read:users"], 200),
        ("GET", format!("{path}/logs"), Value::Null, vec!["read:logs", "read:logs_users"], 200),
        ("POST", "/api/v2/users".to_owned(), new, vec!["create:users"], 201),
        (
            "PATCH",
            path.clone(),
            json!({"app_metadata": {"a": 1}}),
            vec!["update:users", "update:users_app_metadata"],
            200,
        ),
        ("PATCH", format!("{path}/status"), json!({"status": "suspended"}), vec!["update:users"], 200),
        ("DELETE", path, Value::Null, vec!["delete:users"], 204),
    ]
}

both_engines! {
    // S2.L14.6
    async fn each_endpoint_asks_for_its_scope(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        for (method, path, body, scopes, status) in endpoints(&user) {
            let others: Vec<_> = scope::MANAGEMENT.iter().map(|scope| scope.name).filter(|name| !scopes.contains(name)).collect();
            let without = server.machine(PlatformRole::SuperAdmin, &others.join(" ")).await;
            let answer = server.call(method, &path).token(Some(&without)).json(&body).send().await;
            assert_eq!(answer.body["message"], format!("Insufficient scope, expected any of: {}", scopes.join(",")));
            answer.refused(403, "insufficient_scope");
            if method == "POST" || method == "DELETE" {
                continue;
            }
            for name in scopes {
                let with = server.machine(PlatformRole::Admin, name).await;
                server.call(method, &path).token(Some(&with)).json(&body).send().await.expect(status);
            }
        }
    }
}

both_engines! {
    // S2.L14.6
    async fn creating_and_deleting_need_one_scope_alone(server: &Server) {
        let create = server.machine(PlatformRole::Admin, "create:users").await;
        let body = json!({"connection": CONNECTION, "email": "a@example.com"});
        let made = server.call("POST", "/api/v2/users").token(Some(&create)).json(&body).send().await.expect(201);
        let delete = server.machine(PlatformRole::Admin, "delete:users").await;
        server.call("DELETE", &Server::path_of(&made)).token(Some(&delete)).send().await.expect(204);
    }
}

both_engines! {
    // S2.L14.6
    async fn the_scope_for_app_metadata_reaches_nothing_else(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "username": "a"})).await;
        let token = server.machine(PlatformRole::Admin, "update:users_app_metadata").await;
        let patch = async |body: Value| server.call("PATCH", &Server::path_of(&user)).token(Some(&token)).json(&body).send().await;
        assert_eq!(patch(json!({"app_metadata": {"plan": "pro"}})).await.expect(200)["app_metadata"], json!({"plan": "pro"}));
        let before = server.get(&Server::path_of(&user)).await.expect(200);
        for (field, value) in [
            ("email", json!("b@example.com")), ("email_verified", json!(true)), ("username", Value::Null),
            ("phone_number", json!("+1")), ("phone_verified", json!(true)), ("external_id", json!("x")), ("name", json!("B")),
            ("nickname", json!("B")), ("given_name", json!("B")), ("family_name", json!("B")), ("middle_name", json!("B")),
            ("preferred_username", json!("B")), ("picture", json!("https://example.com/")), ("user_metadata", json!({"a": 1})),
            ("locale", json!("en")), ("address", json!({"city": "B"})), ("preferences", json!({"a": 1})),
            ("user_metadata", Value::Null), ("blocked", json!(true)), ("blocked", json!(false)),
            ("reset_password_on_next_login", json!(true)), ("password", json!("correct horse battery")),
            ("platform_role", json!("admin")), ("platform_role", json!("user")),
        ] {
            patch(json!({"app_metadata": {"plan": "free"}, field: value})).await.refused(403, "insufficient_scope");
        }
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), before);
        assert_eq!(etag(server, &user).await, "\"2\"");
        assert_eq!(patch(json!({"app_metadata": null})).await.expect(200).get("app_metadata"), None);
    }
}

both_engines! {
    // S2.L16.3, S4.L04.4: a user without a platform role holds no scope, whatever the token says.
    async fn users_change_neither_themselves_nor_others(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        let token = server.user_token(&user, scope::all_management().as_str()).await;
        for (method, path, body, ..) in endpoints(&user) {
            let answer = server.call(method, &path).token(Some(&token)).json(&body).send().await;
            answer.refused(403, "insufficient_scope");
        }
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), user);
    }
}

both_engines! {
    // S4.L04.4: administrators hold what their token says, and no more.
    async fn an_administrators_token_is_bound_by_its_scopes(server: &Server) {
        let admin = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "platform_role": "admin"})).await;
        let token = server.user_token(&admin, "read:users").await;
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        let body = json!({"connection": CONNECTION, "email": "b@example.com"});
        let answer = server.call("POST", "/api/v2/users").token(Some(&token)).json(&body).send().await;
        answer.refused(403, "insufficient_scope");
    }
}

both_engines! {
    async fn without_a_token_nothing_is_answered(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        for (method, path, body, ..) in endpoints(&user) {
            let answer = server.call(method, &path).token(None).json(&body).send().await;
            assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
            answer.refused(401, "missing_authentication");
            server.call(method, &path).token(Some("a.b.c")).json(&body).send().await.refused(401, "invalid_token");
        }
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), user);
    }
}
