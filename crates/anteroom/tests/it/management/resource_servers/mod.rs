//! Resource servers.

mod create;
mod delete;
mod guards;
mod update;

use anteroom_model::scope::MANAGEMENT;
use serde_json::{Value, json};

use crate::harness::{Server, both_engines};

/// Makes a resource server.
async fn create(server: &Server, body: Value) -> Value {
    server.post("/api/v2/resource-servers", body).await.expect(201)
}

fn path_of(made: &Value) -> String {
    format!("/api/v2/resource-servers/{}", made["id"].as_str().expect("an id"))
}

async fn get(server: &Server, path: &str) -> Value {
    server.get(&format!("/api/v2/resource-servers{path}")).await.expect(200)
}

both_engines! {
    async fn a_tenant_begins_with_the_management_api(server: &Server) {
        let servers = get(server, "").await;
        let id = servers[0]["id"].as_str().expect("an id");
        assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
        let scopes = MANAGEMENT.iter().map(|scope| json!({"value": scope.name, "description": scope.description}));
        let expected = json!({
            "id": id, "name": "Anteroom Management API", "identifier": "http://localhost:8480/api/v2/",
            "scopes": scopes.collect::<Vec<_>>(), "signing_alg": "RS256", "token_lifetime": 86_400,
            "token_lifetime_for_web": 86_400, "allow_offline_access": false, "enforce_policies": false,
            "skip_consent_for_verifiable_first_party_clients": true, "token_dialect": "access_token",
            "is_system": true,
        });
        assert_eq!(servers, json!([expected]));
        let named = ["http%3A%2F%2Flocalhost%3A8480%2Fapi%2Fv2%2F", "http%3A%2F%2Flocalhost%3A8480%2Fapi%2Fv2", id];
        for name in named {
            assert_eq!(get(server, &format!("/{name}")).await, expected, "{name}");
        }
    }
}

both_engines! {
    async fn pages_are_cut_by_number_only(server: &Server) {
        let all = get(server, "").await;
        let totals = get(server, "?include_totals=true&page=0&per_page=1").await;
        assert_eq!((&totals["start"], &totals["limit"], &totals["total"]), (&json!(0), &json!(1), &json!(1)));
        assert_eq!(totals["resource_servers"], all);
        assert_eq!(get(server, "?page=1").await, json!([]));
        assert_eq!(get(server, "?include_fields=true").await, all);
        let answer = server.get("/api/v2/resource-servers?take=1").await;
        assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), Some("take"));
    }
}

both_engines! {
    async fn an_unknown_resource_server_is_not_found(server: &Server) {
        for name in ["nothing", "http%3A%2F%2Fother.test%2Fapi%2Fv2%2F", "urn:anteroom:management"] {
            server.get(&format!("/api/v2/resource-servers/{name}")).await.refused(404, "inexistent_resource_server");
        }
    }
}
