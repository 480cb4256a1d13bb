//! Reading client grants.

use anteroom_model::{PlatformRole, scope::all_management};
use serde_json::{Value, json};

use crate::harness::{Server, both_engines};

async fn list(server: &Server, query: &str) -> Value {
    server.get(&format!("/api/v2/client-grants{query}")).await.expect(200)
}

both_engines! {
    async fn the_first_client_is_granted_the_whole_management_api(server: &Server) {
        let grants = list(server, "?subject_type=client").await;
        let id = grants[0]["id"].as_str().expect("an id");
        assert!(id.starts_with("cgr_") && id.len() == 20, "{id}");
        let expected = json!({
            "id": id, "client_id": server.world.client_id, "audience": "http://localhost:8480/api/v2/",
            "scope": all_management().names().collect::<Vec<_>>(), "subject_type": "client", "is_system": true,
        });
        assert_eq!(grants, json!([expected]));
        assert_eq!(server.get(&format!("/api/v2/client-grants/{id}")).await.expect(200), expected);
    }
}

both_engines! {
    async fn grants_are_found_by_client_audience_and_kind_of_subject(server: &Server) {
        let (id, _) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let count = async |query: &str| list(server, query).await.as_array().expect("grants").len();
        // The console's is among them.
        assert_eq!(count("").await, 3);
        assert_eq!(list(server, &format!("?client_id={id}")).await[0]["scope"], json!(["read:users"]));
        for audience in ["http://localhost:8480/api/v2/", "http%3A%2F%2Flocalhost%3A8480%2Fapi%2Fv2"] {
            assert_eq!(count(&format!("?audience={audience}")).await, 3, "{audience}");
        }
        assert_eq!(count("?audience=http://other.test/api/v2/").await, 0);
        assert_eq!(count("?audience=https://orders.example.com").await, 0);
        assert_eq!(count("?client_id=nobody").await, 0);
        assert_eq!((count("?subject_type=client").await, count("?subject_type=user").await), (2, 1));
        assert_eq!(count(&format!("?client_id={id}&audience=http://localhost:8480/api/v2/&subject_type=client")).await, 1);
    }
}

both_engines! {
    async fn pages_are_cut_by_number_and_by_cursor(server: &Server) {
        for _ in 0..2 {
            server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        }
        let all = list(server, "").await;
        let totals = list(server, "?page=1&per_page=3&include_totals=true").await;
        assert_eq!((&totals["start"], &totals["limit"], &totals["total"]), (&json!(3), &json!(3), &json!(4)));
        assert_eq!(totals["client_grants"], json!([all[3]]));
        assert_eq!(list(server, "?page=9").await, json!([]));
        let first = list(server, "?take=2").await;
        assert_eq!(first["client_grants"], json!([all[0], all[1]]));
        let second = list(server, &format!("?take=2&from={}", first["next"].as_str().expect("a cursor"))).await;
        assert_eq!(second, json!({"client_grants": [all[2], all[3]]}));
        let refused = server.get("/api/v2/client-grants?from=-1").await;
        assert_eq!(refused.refused(400, "invalid_paging").as_deref(), Some("from"));
    }
}

both_engines! {
    async fn an_unknown_grant_is_not_found(server: &Server) {
        server.get("/api/v2/client-grants/cgr_nothing").await.refused(404, "inexistent_client_grant");
    }
}
