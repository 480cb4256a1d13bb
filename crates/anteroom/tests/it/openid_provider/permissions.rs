//! Roles and permissions in the tokens for an API.

use serde_json::{Value, json};

use super::{ADA, BOB};
use crate::harness::{Application, Browser, HOST, Server, both_engines, claims_of};

const API: &str = "https://orders.example";

/// An API that asks for roles, with these fields besides, and its path.
async fn with_api(server: &Server, more: Value) -> String {
    let mut body = json!({
        "identifier": API, "name": "Orders", "allow_offline_access": true, "enforce_policies": true,
        "token_dialect": "access_token_authz",
        "scopes": [{"value": "read:orders"}, {"value": "write:orders"}, {"value": "delete:orders"}],
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    let made = server.post("/api/v2/resource-servers", body).await.expect(201);
    format!("/api/v2/resource-servers/{}", made["id"].as_str().expect("an id"))
}

fn named(names: &[&str]) -> Value {
    let rows = names.iter().map(|name| json!({"resource_server_identifier": API, "permission_name": name}));
    json!({"permissions": rows.collect::<Vec<_>>()})
}

/// A role with these permissions, and its path.
async fn role(server: &Server, name: &str, permissions: &[&str]) -> (Value, String) {
    let made = server.post("/api/v2/roles", json!({"name": name})).await.expect(200);
    let path = format!("/api/v2/roles/{}", made["id"].as_str().expect("an id"));
    server.post(&format!("{path}/permissions"), named(permissions)).await.expect(201);
    (made, path)
}

async fn give(server: &Server, user: &Value, role: &Value) {
    server.post(&format!("{}/roles", Server::path_of(user)), json!({"roles": [role["id"]]})).await.expect(204);
}

async fn tokens(server: &Server, app: &Application<'_>, scope: &str) -> Value {
    app.tokens(&Browser::new(server), ADA, &[("audience", API), ("scope", scope)]).await
}

/// The scopes and permissions of an answer's access token.
fn held(tokens: &Value) -> (String, Value) {
    let claims = claims_of(&tokens["access_token"]);
    assert_eq!(claims["scope"], tokens["scope"]);
    (claims["scope"].as_str().expect("scopes").to_owned(), claims["permissions"].clone())
}

both_engines! {
    // S3.L13.1 S0.L26.2
    async fn what_roles_and_permissions_allow_is_in_the_token(server: &Server) {
        with_api(server, json!({})).await;
        let app = Application::web(server, json!({})).await;
        let ada = server.person(ADA).await;
        let all = "openid read:orders write:orders delete:orders";
        assert_eq!(held(&tokens(server, &app, all).await), ("openid".to_owned(), json!([])));
        let (clerk, _) = role(server, "Clerk", &["read:orders"]).await;
        give(server, &ada, &clerk).await;
        server.post(&format!("{}/permissions", Server::path_of(&ada)), named(&["write:orders"])).await.expect(201);
        let expected = ("openid read:orders write:orders".to_owned(), json!(["read:orders", "write:orders"]));
        assert_eq!(held(&tokens(server, &app, all).await), expected);
        // All permissions are told, whatever was asked for, as with Auth0.
        let expected = ("openid write:orders".to_owned(), json!(["read:orders", "write:orders"]));
        assert_eq!(held(&tokens(server, &app, "openid write:orders delete:orders").await), expected);
        // Somebody else has nothing of it.
        server.person(BOB).await;
        let of_bob = app.tokens(&Browser::new(server), BOB, &[("audience", API), ("scope", all)]).await;
        assert_eq!(held(&of_bob), ("openid".to_owned(), json!([])));
    }
}

both_engines! {
    // S3.L13.1
    async fn a_refresh_picks_up_what_was_given_and_taken(server: &Server) {
        let api = with_api(server, json!({})).await;
        let app = Application::web(server, json!({})).await;
        let ada = server.person(ADA).await;
        let (clerk, path) = role(server, "Clerk", &["read:orders"]).await;
        let first = tokens(server, &app, "openid offline_access read:orders write:orders").await;
        assert_eq!(held(&first), ("openid offline_access".to_owned(), json!([])));
        let mut token = first["refresh_token"].clone();
        let mut renewed = async |scopes: &str, permissions: Value| {
            let answer = app.refresh(&token).await.expect(200);
            assert_eq!(held(&answer), (format!("openid offline_access{scopes}"), permissions));
            token = answer["refresh_token"].clone();
        };
        give(server, &ada, &clerk).await;
        renewed(" read:orders", json!(["read:orders"])).await;
        server.post(&format!("{path}/permissions"), named(&["write:orders", "delete:orders"])).await.expect(201);
        // No more scopes than were asked for at first.
        renewed(" read:orders write:orders", json!(["delete:orders", "read:orders", "write:orders"])).await;
        server.patch(&api, json!({"scopes": [{"value": "write:orders"}]})).await.expect(200);
        renewed(" write:orders", json!(["write:orders"])).await;
        let body = json!({"roles": [clerk["id"]]});
        server.call("DELETE", &format!("{}/roles", Server::path_of(&ada))).json(&body).send().await.expect(204);
        renewed("", json!([])).await;
        server.post(&format!("{}/permissions", Server::path_of(&ada)), named(&["write:orders"])).await.expect(201);
        renewed(" write:orders", json!(["write:orders"])).await;
        server.patch(&api, json!({"enforce_policies": false})).await.expect(200);
        renewed(" write:orders", Value::Null).await;
    }
}

both_engines! {
    async fn the_claim_stands_where_the_dialect_has_it_and_roles_are_asked_for(server: &Server) {
        let api = with_api(server, json!({})).await;
        let app = Application::web(server, json!({})).await;
        let ada = server.person(ADA).await;
        let (clerk, _) = role(server, "Clerk", &["read:orders"]).await;
        give(server, &ada, &clerk).await;
        for (dialect, enforced, scope, permissions) in [
            ("access_token", true, "openid read:orders", Value::Null),
            ("access_token_authz", true, "openid read:orders", json!(["read:orders"])),
            ("rfc9068_profile", true, "openid read:orders", Value::Null),
            ("rfc9068_profile_authz", true, "openid read:orders", json!(["read:orders"])),
            ("access_token_authz", false, "openid read:orders write:orders", Value::Null),
        ] {
            let change = json!({"token_dialect": dialect, "enforce_policies": enforced});
            server.patch(&api, change).await.expect(200);
            let given = tokens(server, &app, "openid read:orders write:orders").await;
            assert_eq!(held(&given), (scope.to_owned(), permissions), "{dialect} {enforced}");
        }
    }
}

both_engines! {
    async fn a_machines_permissions_are_what_it_was_granted(server: &Server) {
        let api = with_api(server, json!({})).await;
        let body = json!({"name": "Worker", "app_type": "non_interactive"});
        let worker = server.post("/api/v2/clients", body).await.expect(201);
        let grant = json!({"client_id": worker["client_id"], "audience": API, "scope": ["read:orders", "write:orders"]});
        server.post("/api/v2/client-grants", grant).await.expect(201);
        let claims = async || {
            let form = format!(
                "grant_type=client_credentials&client_id={}&client_secret={}&audience={API}",
                worker["client_id"].as_str().expect("an id"), worker["client_secret"].as_str().expect("a secret"),
            );
            let call = server.call("POST", "/oauth/token").host(HOST).token(None).form(&form);
            claims_of(&call.send().await.expect(200)["access_token"])
        };
        let with = claims().await;
        assert_eq!(with["permissions"], json!(["read:orders", "write:orders"]));
        assert_eq!(with["scope"], "read:orders write:orders");
        server.patch(&api, json!({"token_dialect": "access_token"})).await.expect(200);
        assert_eq!(claims().await.get("permissions"), None);
    }
}
