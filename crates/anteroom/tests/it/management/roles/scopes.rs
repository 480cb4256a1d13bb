//! Which scopes each endpoint asks for.

use anteroom_model::{PlatformRole, scope};
use serde_json::{Value, json};

use super::{api, named, path_of, role, user};
use crate::harness::{Server, both_engines};

/// Each endpoint with all scopes that it needs: method, path, body, scopes, status.
fn endpoints(user: &Value, role: &Value) -> Vec<(&'static str, String, Value, Vec<&'static str>, u16)> {
    let (person, path) = (Server::path_of(user), path_of(role));
    let (no, members) = (Value::Null, vec!["read:users", "read:roles", "read:role_members"]);
    let (users, roles) = (json!({"users": [user["user_id"]]}), json!({"roles": [role["id"]]}));
    let effective = format!("{person}/effective-permissions");
    let sources = format!("{effective}/sources/effective-roles?resource_server_identifier=a&permission_name=b");
    let some = || named(&["read:orders"]);
    vec![
        ("GET", "/api/v2/roles".to_owned(), no.clone(), vec!["read:roles"], 200),
        ("POST", "/api/v2/roles".to_owned(), json!({"name": "New"}), vec!["create:roles"], 200),
        ("GET", path.clone(), no.clone(), vec!["read:roles"], 200),
        ("PATCH", path.clone(), json!({"name": "Author"}), vec!["update:roles"], 200),
        ("POST", format!("{path}/permissions"), some(), vec!["update:roles"], 201),
        ("GET", format!("{path}/permissions"), no.clone(), vec!["read:roles"], 200),
        ("DELETE", format!("{path}/permissions"), some(), vec!["update:roles"], 204),
        ("POST", format!("{path}/users"), users, vec!["update:roles", "create:role_members"], 200),
        ("GET", format!("{path}/users"), no.clone(), members.clone(), 200),
        ("POST", format!("{person}/roles"), roles.clone(), vec!["update:users", "create:role_members"], 204),
        ("GET", format!("{person}/roles"), no.clone(), members, 200),
        ("DELETE", format!("{person}/roles"), roles, vec!["update:users", "delete:role_members"], 204),
        ("POST", format!("{person}/permissions"), some(), vec!["update:users"], 201),
        ("GET", format!("{person}/permissions"), no.clone(), vec!["read:users"], 200),
        ("DELETE", format!("{person}/permissions"), some(), vec!["update:users"], 204),
        ("GET", format!("{person}/effective-roles"), no.clone(), vec!["read:user_effective_roles"], 200),
        (
            "GET",
            format!("{effective}?resource_server_identifier=a"),
            no.clone(),
            vec!["read:user_effective_permissions"],
            200,
        ),
        ("GET", sources, no.clone(), vec!["read:user_permission_source_roles"], 200),
        ("DELETE", path, no, vec!["delete:roles"], 200),
    ]
}

both_engines! {
    // S2.L14.6
    async fn each_endpoint_asks_for_all_its_scopes_and_for_no_more(server: &Server) {
        api(server).await;
        let (ada, editor) = (user(server, "Ada").await, role(server, "Editor").await);
        let all = endpoints(&ada, &editor);
        for (method, path, body, scopes, _) in &all {
            for missing in scopes {
                let others: Vec<_> = scope::MANAGEMENT.iter().map(|scope| scope.name).filter(|name| name != missing).collect();
                let token = server.machine(PlatformRole::SuperAdmin, &others.join(" ")).await;
                let answer = server.call(method, path).token(Some(&token)).json(body).send().await;
                assert!(answer.text.contains(missing), "{method} {path}: {}", answer.text);
                answer.refused(403, "insufficient_scope");
            }
        }
        for (method, path, body, scopes, status) in &all {
            let token = server.machine(PlatformRole::Admin, &scopes.join(" ")).await;
            server.call(method, path).token(Some(&token)).json(body).send().await.expect(*status);
        }
    }
}
