//! `GET /api/v2/users/{id}`

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

fn names(object: &Value) -> Vec<&str> {
    object.as_object().expect("an object").keys().map(String::as_str).collect()
}

both_engines! {
    // S2.L14.4, S2.L20.3, S3.L35.1
    async fn a_user_is_read_by_id(server: &Server) {
        for made in server.create_people().await {
            let answer = server.get(&Server::path_of(&made)).await;
            assert_eq!(answer.header("etag"), Some("\"1\""));
            assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"));
            assert_eq!(answer.expect(200), made);
        }
    }
}

both_engines! {
    async fn fields_are_chosen_or_left_out(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "app_metadata": {"a": 1}})).await;
        let path = Server::path_of(&made);
        let get = async |query: &str| server.get(&format!("{path}?{query}")).await;
        let chosen = get("fields=email,user_id,unknown").await;
        assert_eq!(chosen.header("etag"), Some("\"1\""));
        assert_eq!(chosen.expect(200), json!({"user_id": made["user_id"], "email": "a@example.com"}));
        assert_eq!(get("fields=email&include_fields=true").await.expect(200), json!({"email": "a@example.com"}));
        let left = get("fields=app_metadata,identities&include_fields=false").await.expect(200);
        assert_eq!(names(&left).len(), names(&made).len() - 2);
        assert!(left["app_metadata"].is_null() && left["identities"].is_null());
        assert_eq!(get("fields=unknown").await.expect(200), json!({}));
        assert_eq!(get("include_fields=false").await.expect(200), made);
        assert_eq!(get("fields=").await.expect(200), made);
    }
}

both_engines! {
    async fn who_is_not_there_is_not_found(server: &Server) {
        for id in ["auth0%7C000000000000000000000000", "nobody", "auth0|%25", "x".repeat(255).as_str()] {
            let answer = server.get(&format!("/api/v2/users/{id}")).await;
            assert_eq!(answer.body["message"], "The user does not exist.");
            assert_eq!(answer.refused(404, "inexistent_user"), None);
        }
    }
}

both_engines! {
    // S2.L20.1: ids are compared as they are.
    async fn an_id_in_another_case_is_another_id(server: &Server) {
        server.create(json!({"connection": CONNECTION, "email": "a@example.com", "user_id": "Abc"})).await;
        server.get("/api/v2/users/auth0%7CAbc").await.expect(200);
        server.get("/api/v2/users/auth0%7Cabc").await.refused(404, "inexistent_user");
    }
}

both_engines! {
    async fn malformed_requests_are_refused(server: &Server) {
        for id in ["%00", "a%20b", "%E6%9D%8E", "%FF", "x".repeat(256).as_str()] {
            let answer = server.get(&format!("/api/v2/users/{id}")).await;
            assert_eq!(answer.refused(400, "invalid_uri").as_deref(), Some("id"), "{id}");
        }
        for (query, field) in [("field=email", Some("field")), ("include_fields=yes", Some("include_fields")), ("fields=%00", Some("fields"))] {
            let answer = server.get(&format!("/api/v2/users/nobody?{query}")).await;
            assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), field);
        }
    }
}
