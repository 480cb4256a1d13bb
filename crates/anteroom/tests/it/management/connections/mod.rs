//! Connections.

mod options;
mod update;

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

/// The path of the connection that every tenant begins with.
async fn path(server: &Server) -> String {
    let connections = list(server, "").await;
    format!("/api/v2/connections/{}", connections[0]["id"].as_str().expect("an id"))
}

async fn list(server: &Server, query: &str) -> Value {
    server.get(&format!("/api/v2/connections{query}")).await.expect(200)
}

both_engines! {
    async fn a_tenant_begins_with_one_database(server: &Server) {
        let connections = list(server, "").await;
        let id = connections[0]["id"].as_str().expect("an id");
        assert!(id.starts_with("con_") && id.len() == 20, "{id}");
        let expected = json!({
            "id": id, "name": CONNECTION, "strategy": "auth0", "options": {"disable_signup": true},
            "enabled": true, "realms": [CONNECTION], "is_domain_connection": false,
        });
        assert_eq!(connections, json!([expected]));
        assert_eq!(server.get(&format!("/api/v2/connections/{id}")).await.expect(200), expected);
    }
}

both_engines! {
    async fn connections_are_found_by_name_and_kind(server: &Server) {
        let count = async |query: &str| list(server, query).await.as_array().expect("connections").len();
        assert_eq!(count(&format!("?name={CONNECTION}")).await, 1);
        assert_eq!(count(&format!("?name={CONNECTION}&strategy=auth0")).await, 1);
        assert_eq!(count("?name=other").await, 0);
        assert_eq!(count("?strategy=samlp").await, 0);
        assert_eq!(list(server, "?fields=name").await, json!([{"name": CONNECTION}]));
        let rest = list(server, "?fields=name,options&include_fields=false").await;
        assert_eq!((rest[0].get("name"), rest[0].get("options")), (None, None));
        assert_eq!(rest[0]["strategy"], "auth0");
    }
}

both_engines! {
    async fn pages_are_cut_by_number_and_by_cursor(server: &Server) {
        let all = list(server, "").await;
        let totals = list(server, "?include_totals=true&per_page=10").await;
        assert_eq!((&totals["start"], &totals["limit"], &totals["total"]), (&json!(0), &json!(10), &json!(1)));
        assert_eq!(totals["connections"], all);
        assert_eq!(list(server, "?page=1").await, json!([]));
        assert_eq!(list(server, "?take=1").await, json!({"connections": all}));
    }
}

both_engines! {
    async fn an_unknown_connection_is_not_found(server: &Server) {
        server.get("/api/v2/connections/con_nothing").await.refused(404, "connection_not_found");
    }
}
