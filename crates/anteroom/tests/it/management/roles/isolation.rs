//! Tenants do not see or touch each other's roles.

use anteroom_model::PlatformRole;
use anteroom_model::scope::all_management;
use serde_json::{Value, json};

use super::{API, api, named, path_of, role, user};
use crate::harness::{Call, Engine, OTHER_HOST, Server};

/// The second tenant's own administrator at work.
struct Other<'a> {
    server: &'a Server,
    token: String,
}

impl<'a> Other<'a> {
    async fn of(server: &'a Server) -> Self {
        let scopes = all_management();
        let (id, secret) = server.client(server.world.other, PlatformRole::SuperAdmin, scopes.as_str()).await;
        let form = format!(
            "grant_type=client_credentials&client_id={id}&client_secret={secret}&audience=http://{OTHER_HOST}/api/v2/"
        );
        let call = server.call("POST", "/oauth/token").host(OTHER_HOST).token(None).form(&form);
        let token = call.send().await.expect(200)["access_token"].as_str().expect("a token").to_owned();
        Self { server, token }
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Call<'a> {
        self.server.call(method, path).host(OTHER_HOST).token(Some(&self.token)).json(body)
    }
}

async fn ids_of_another_tenant_lead_nowhere(engine: Engine) {
    let server = &Server::start(engine).await;
    let other = Other::of(server).await;
    api(server).await;
    let (ada, editor) = (user(server, "Ada").await, role(server, "Editor").await);
    let (path, person) = (path_of(&editor), Server::path_of(&ada));
    server.post(&format!("{path}/permissions"), named(&["read:orders"])).await.expect(201);
    server.post(&format!("{path}/users"), json!({"users": [ada["user_id"]]})).await.expect(200);
    // The same name is free there.
    let theirs = other.call("POST", "/api/v2/roles", &json!({"name": "Editor"})).send().await.expect(200);
    let their_path = path_of(&theirs);
    let (roles, users) = (json!({"roles": [editor["id"]]}), json!({"users": [ada["user_id"]]}));
    let some = named(&["read:orders"]);
    for (method, path, body, code) in [
        ("GET", path.clone(), &Value::Null, "inexistent_role"),
        ("PATCH", path.clone(), &json!({"name": "Theirs"}), "inexistent_role"),
        ("DELETE", path.clone(), &Value::Null, "inexistent_role"),
        ("GET", format!("{path}/permissions"), &Value::Null, "inexistent_role"),
        ("POST", format!("{path}/permissions"), &some, "inexistent_resource_server"),
        ("DELETE", format!("{path}/permissions"), &some, "inexistent_role"),
        ("GET", format!("{path}/users"), &Value::Null, "inexistent_role"),
        ("POST", format!("{path}/users"), &users, "inexistent_role"),
        ("POST", format!("{their_path}/users"), &users, "inexistent_user"),
        ("POST", format!("{their_path}/permissions"), &some, "inexistent_resource_server"),
        ("GET", format!("{person}/roles"), &Value::Null, "inexistent_user"),
        ("POST", format!("{person}/roles"), &json!({"roles": [theirs["id"]]}), "inexistent_user"),
        ("DELETE", format!("{person}/roles"), &roles, "inexistent_user"),
        ("GET", format!("{person}/permissions"), &Value::Null, "inexistent_user"),
        ("POST", format!("{person}/permissions"), &some, "inexistent_resource_server"),
        ("DELETE", format!("{person}/permissions"), &some, "inexistent_user"),
        ("GET", format!("{person}/effective-roles"), &Value::Null, "inexistent_user"),
    ] {
        other.call(method, &path, body).send().await.refused(404, code);
    }
    let listed = other.call("GET", "/api/v2/roles", &Value::Null).send().await.expect(200);
    assert_eq!(listed, json!([theirs]));
    assert_eq!(server.get("/api/v2/roles").await.expect(200), json!([editor]));
    let held = server.get(&format!("{person}/permissions")).await.expect(200);
    assert_eq!((&held[0]["resource_server_identifier"], held.as_array().map(Vec::len)), (&json!(API), Some(1)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_of_another_tenant_lead_nowhere_on_sqlite() {
    ids_of_another_tenant_lead_nowhere(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_of_another_tenant_lead_nowhere_on_postgres() {
    ids_of_another_tenant_lead_nowhere(Engine::Postgres).await;
}
