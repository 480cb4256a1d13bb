//! The whole life of an account through the API alone.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

both_engines! {
    // S0.L17.4, S0.L19.5, S3.L35.4: nothing but a management token is asked for, no code or password of the user's.
    // S3.L08.2, S2.L09.2, S2.L09.8: all that is stored is answered, and from which source the user comes.
    async fn an_account_is_made_seen_changed_and_deleted(server: &Server) {
        let made = server.create(json!({
            "connection": CONNECTION, "email": "li@example.com", "username": "li", "phone_number": "+8613912345678",
            "password": "correct horse battery", "user_metadata": {"city": "北京"}, "app_metadata": {"plan": "pro"},
        })).await;
        let path = Server::path_of(&made);
        let id = made["user_id"].as_str().expect("an id").trim_start_matches("auth0|").to_owned();
        let source = json!([{"connection": CONNECTION, "provider": "auth0", "user_id": id, "isSocial": false}]);
        assert_eq!(made["identities"], source);
        assert_eq!(server.get(&path).await.expect(200), made);

        let listed = server.get("/api/v2/users?q=username:li").await.expect(200);
        assert_eq!(listed, Value::Array(vec![made.clone()]));

        let changed = server
            .patch(&path, json!({"name": "李雷", "password": "another horse battery", "blocked": true}));
        let changed = changed.await;
        assert_eq!(changed.status.as_u16(), 200, "{}", changed.text);
        let read = server.get(&path).await.expect(200);
        assert_eq!((&read["name"], &read["blocked"], &read["user_metadata"]), (&json!("李雷"), &json!(true), &made["user_metadata"]));

        server.delete(&path).await.expect(204);
        server.get(&path).await.refused(404, "inexistent_user");
        assert_eq!(server.get("/api/v2/users?q=username:li").await.expect(200), json!([]));
    }
}
