//! `DELETE /api/v2/users/{id}`

use anteroom_store::Sql;
use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{kinds, record_of, search, sign_in, stored, total, users_path};

fn request() -> Value {
    json!({
        "connection": CONNECTION, "email": "gone@example.com", "username": "gone", "phone_number": "+4915112345678",
        "external_id": "hr-1", "user_id": "gone", "name": "Gone Girl", "password": "correct horse battery",
        "user_metadata": {"city": "Köln"}, "platform_role": "admin",
    })
}

/// Rows of the default tenant that hang on this user's key.
async fn rows_of(server: &Server, key: i64) -> Vec<(&'static str, i64)> {
    let session = server.services.db.session().await.expect("a session");
    let mut found = Vec::new();
    for table in ["identifier", "identity", "password", "user_activity", "user_attribute"] {
        let sql = Sql::new("SELECT count(*) FROM ").push(table).push(" WHERE tenant_id = ").bind(server.world.tenant);
        let count: Option<(i64,)> =
            session.connection().one(sql.push(" AND user_key = ").bind(key)).await.expect("a count");
        found.push((table, count.expect("a number").0));
    }
    found
}

both_engines! {
    // S2.L26.2, S2.L14.5, S3.L35.3
    async fn a_deleted_user_is_found_nowhere(server: &Server) {
        let user = server.create(request()).await;
        sign_in(server, &user, false).await;
        let key = stored(server, &user).await.key.0;
        assert!(rows_of(server, key).await.iter().all(|(_, count)| *count > 0));
        server.delete(&Server::path_of(&user)).await.expect(204);
        server.get(&Server::path_of(&user)).await.refused(404, "inexistent_user");
        let by_email = server.get("/api/v2/users-by-email?email=gone@example.com").await.expect(200);
        assert_eq!(by_email, json!([]));
        let public_id = user["public_id"].as_str().expect("an id");
        for query in ["gone", "Gone Girl", "username:gone", "user_metadata.city:Köln", "+4915112345678", "hr-1", public_id, "auth0|gone"] {
            assert_eq!(search(server, query).await.expect(200), json!([]), "{query}");
        }
        assert_eq!(server.get("/api/v2/users").await.expect(200).as_array().expect("users").len(), 1);
        assert_eq!(total(server).await, 1);
        let filtered = server.get(&users_path(&[("q", "gone"), ("include_totals", "true")])).await.expect(200);
        assert_eq!(filtered["total"], 0);
        assert!(rows_of(server, key).await.iter().all(|(_, count)| *count == 0));
    }
}

both_engines! {
    // S2.L26.2
    async fn a_deleted_users_tokens_stop_at_once(server: &Server) {
        let user = server.create(request()).await;
        let token = server.user_token(&user, "read:users").await;
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        server.delete(&Server::path_of(&user)).await.expect(204);
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.refused(401, "invalid_token");
    }
}

both_engines! {
    async fn who_is_not_there_is_as_deleted_as_can_be(server: &Server) {
        let user = server.create(request()).await;
        for _ in 0..2 {
            let answer = server.delete(&Server::path_of(&user)).await;
            assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
        }
        server.delete("/api/v2/users/nobody").await.expect(204);
        assert_eq!(total(server).await, 1);
        assert_eq!(kinds(&record_of(server, &user).await), ["user.created", "user.deleted"]);
        server.delete("/api/v2/users/a%20b").await.refused(400, "invalid_uri");
    }
}

both_engines! {
    // S2.L20.1
    async fn identifiers_are_free_again_but_the_user_is_another(server: &Server) {
        let user = server.create(request()).await;
        server.delete(&Server::path_of(&user)).await.expect(204);
        let again = server.create(request()).await;
        assert_ne!(again["public_id"], user["public_id"]);
        assert_eq!((&again["logins_count"], &again["email"]), (&json!(0), &json!("gone@example.com")));
        let mut unchosen = request();
        unchosen.as_object_mut().expect("a body").remove("user_id");
        server.delete(&Server::path_of(&again)).await.expect(204);
        assert_ne!(server.create(unchosen).await["user_id"], user["user_id"]);
    }
}

both_engines! {
    // S4.L14.4
    async fn the_record_stays(server: &Server) {
        let user = server.create(request()).await;
        server.patch(&Server::path_of(&user), json!({"name": "Left"})).await.expect(200);
        server.delete(&Server::path_of(&user)).await.expect(204);
        let events = record_of(server, &user).await;
        assert_eq!(kinds(&events), ["user.created", "user.updated", "user.deleted"]);
        let last = &events[2];
        assert_eq!((&last["type"], &last["user_name"], &last["user_id"]), (&json!("sdu"), &json!("Left"), &user["user_id"]));
        assert_eq!(last["details"]["actor"]["id"], server.world.client_id);
    }
}
