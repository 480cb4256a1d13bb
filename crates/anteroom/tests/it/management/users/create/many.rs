//! `POST /api/v2/users/bulk`

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

const PATH: &str = "/api/v2/users/bulk";

fn user(name: &str) -> Value {
    json!({"connection": CONNECTION, "username": name})
}

both_engines! {
    // S0.L24.11
    async fn each_user_of_many_has_its_own_result_and_event(server: &Server) {
        let mut generated = user("gen");
        generated["generate_password"] = json!(true);
        let users = json!([
            user("ada"), user("ada"), json!({"connection": CONNECTION}), {"username": "x"}, "ada",
            {"connection": CONNECTION, "username": "bea", "shoes": 42}, user("cleo"), generated,
        ]);
        let answer = server.post(PATH, json!({"users": users})).await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let answer = answer.expect(200);
        let results = answer["results"].as_array().expect("results");
        let statuses: Vec<_> = results.iter().map(|result| result["status"].as_u64().expect("a status")).collect();
        assert_eq!(statuses, [201, 409, 400, 400, 400, 400, 201, 201]);
        let codes: Vec<_> = results.iter().filter_map(|result| result["error"]["errorCode"].as_str()).collect();
        assert_eq!(codes, ["auth0_idp_error", "identifier_missing", "invalid_body", "invalid_body", "invalid_body"]);
        assert_eq!(results[5]["error"]["field"], "shoes");
        assert_eq!(results[3]["error"]["field"], "connection");
        for (number, name) in [(0, "ada"), (6, "cleo"), (7, "gen")] {
            let made = &results[number]["user"];
            assert_eq!(made["username"], name);
            let read = server.get(&Server::path_of(made)).await.expect(200);
            assert_eq!(read["user_id"], made["user_id"]);
            assert_eq!(made["generated_password"].is_string(), name == "gen");
        }
        let logs = server.get("/api/v2/logs?per_page=100").await.expect(200);
        let of = |name: &str| logs.as_array().expect("events").iter().filter(|event| event["user_name"] == name).count();
        assert_eq!((of("ada"), of("cleo"), of("bea")), (1, 1, 0), "{logs}");
    }
}

both_engines! {
    // S0.L24.11
    async fn one_to_fifty_users_are_made_at_once(server: &Server) {
        for users in [json!([]), json!("ada"), json!(vec![user("ada"); 51]), json!({"0": user("ada")}), Value::Null] {
            let answer = server.post(PATH, json!({"users": users})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("users"));
        }
        server.post(PATH, json!({"users": [user("ada")], "more": 1})).await.refused(400, "invalid_body");
        let users: Vec<_> = (0..50).map(|number| user(&format!("user{number}"))).collect();
        let answer = server.post(PATH, json!({"users": users})).await.expect(200);
        let results = answer["results"].as_array().expect("results");
        assert!(results.len() == 50 && results.iter().all(|result| result["status"] == 201), "{answer}");
    }
}
