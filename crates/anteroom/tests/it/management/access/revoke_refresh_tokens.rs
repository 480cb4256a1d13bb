//! Refresh tokens: ending them.

use serde_json::{Value, json};

use super::tools::{ALL, NOTHING, SESSION, application, authorize, id_of, ids, left, person, sign_in};
use crate::harness::{Server, both_engines};
use crate::management::users::tools::{kinds, record_of};

const REVOKE: &str = "/api/v2/refresh-tokens/revoke";

async fn of(server: &Server, user: &Value) -> Vec<String> {
    let page = server.get(&format!("{}/refresh-tokens?take=100", Server::path_of(user))).await.expect(200);
    ids(&page["tokens"]).into_iter().map(str::to_owned).collect()
}

both_engines! {
    // S2.L25.2
    async fn a_revoked_refresh_token_ends_its_device_and_no_other(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let (one, two) = (sign_in(server, &user, &app, "one").await, sign_in(server, &user, &app, "two").await);
        let second = server.second_process().await;
        second.get(&format!("/api/v2/refresh-tokens/{}", one.offline)).await.expect(200);
        for _ in 0..2 {
            server.delete(&format!("/api/v2/refresh-tokens/{}", one.offline)).await.expect(204);
        }
        assert_eq!((left(server, &one).await, left(server, &two).await), (SESSION, ALL));
        second.get(&format!("/api/v2/refresh-tokens/{}", one.offline)).await.refused(404, "inexistent_refresh_token");
        // What is no refresh token is not ended by its id.
        server.delete(&format!("/api/v2/refresh-tokens/{}", two.online)).await.expect(204);
        assert_eq!(left(server, &two).await, ALL);
        let record = record_of(server, &user).await;
        assert_eq!(kinds(&record), ["user.created", "token.refresh_revoked"]);
        assert_eq!(record[1]["type"], "srrt");
        assert_eq!(record[1]["details"]["changes"], json!([{"field": "refresh_token_id", "from": one.offline}]));
    }
}

both_engines! {
    async fn many_are_revoked_by_their_ids(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let app = application(server, "Shop").await;
        let (one, two) = (sign_in(server, &ada, &app, "one").await, sign_in(server, &ada, &app, "two").await);
        let other = sign_in(server, &bob, &app, "other").await;
        let body = json!({"ids": [other.offline, one.offline, "nothing", one.offline]});
        assert_eq!(server.post(REVOKE, body).await.expect(202), Value::Null);
        for (signed_in, what) in [(&one, SESSION), (&two, ALL), (&other, SESSION)] {
            assert_eq!(left(server, signed_in).await, what);
        }
        for user in [&ada, &bob] {
            assert_eq!(kinds(&record_of(server, user).await), ["user.created", "token.refresh_revoked"]);
        }
    }
}

both_engines! {
    async fn all_of_a_user_are_revoked_or_those_to_an_application_or_api(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        sign_in(server, &ada, &shop, "a").await;
        sign_in(server, &ada, &blog, "b").await;
        let other = sign_in(server, &bob, &shop, "x").await;
        authorize(server, &ada, &shop, "ses_a", "orders", true, "https://orders.example.com").await;
        authorize(server, &ada, &shop, "ses_a", "management", true, "http://localhost:8480/api/v2/").await;
        let revoke = async |body: Value| server.post(REVOKE, body).await.expect(202);
        let id = id_of(&ada);
        revoke(json!({"user_id": id, "client_id": shop, "audience": "https://orders.example.com"})).await;
        assert_eq!(of(server, &ada).await, ["a_offline", "b_offline", "management"]);
        revoke(json!({"user_id": id, "client_id": shop, "audience": "http://localhost:8480/api/v2"})).await;
        assert_eq!(of(server, &ada).await, ["a_offline", "b_offline"]);
        revoke(json!({"user_id": id, "client_id": shop})).await;
        assert_eq!(of(server, &ada).await, ["b_offline"]);
        revoke(json!({"user_id": id})).await;
        assert!(of(server, &ada).await.is_empty());
        assert_eq!(left(server, &other).await, ALL);
        server.post(REVOKE, json!({"user_id": "auth0|nobody"})).await.refused(404, "inexistent_user");
    }
}

both_engines! {
    async fn all_of_a_user_are_deleted_and_sessions_stay(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let app = application(server, "Shop").await;
        let (one, other) = (sign_in(server, &ada, &app, "one").await, sign_in(server, &bob, &app, "other").await);
        server.delete(&format!("{}/refresh-tokens", Server::path_of(&ada))).await.expect(202);
        assert_eq!((left(server, &one).await, left(server, &other).await), (SESSION, ALL));
        server.delete("/api/v2/users/auth0%7Cnobody/refresh-tokens").await.refused(404, "inexistent_user");
    }
}

both_engines! {
    async fn what_does_not_go_together_is_refused_by_name(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let signed_in = sign_in(server, &user, &app, "one").await;
        let (id, many) = (id_of(&user), vec!["x"; 101]);
        for (body, field) in [
            (json!({}), "ids"),
            (json!({"ids": []}), "ids"),
            (json!({"ids": many}), "ids"),
            (json!({"ids": [signed_in.offline], "user_id": id}), "ids"),
            (json!({"ids": [signed_in.offline], "client_id": app}), "client_id"),
            (json!({"client_id": app}), "ids"),
            (json!({"user_id": id, "audience": "x"}), "audience"),
            (json!({"user_id": ""}), "user_id"),
        ] {
            let refused = server.post(REVOKE, body.clone()).await.refused(400, "invalid_body");
            assert_eq!(refused.as_deref(), Some(field), "{body}");
        }
        assert_eq!(left(server, &signed_in).await, ALL);
    }
}

both_engines! {
    async fn of_many_ids_all_are_revoked_or_none(server: &Server) {
        let root = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone();
        let (ada, app) = (person(server, "ada").await, application(server, "Shop").await);
        let (one, roots) = (sign_in(server, &ada, &app, "one").await, sign_in(server, &root, &app, "root").await);
        let token = server.machine(anteroom_model::PlatformRole::Admin, "delete:refresh_tokens").await;
        let body = json!({"ids": [one.offline, roots.offline]});
        let answer = server.call("POST", REVOKE).token(Some(&token)).json(&body).send().await;
        answer.refused(403, "super_admin_protected");
        assert_eq!((left(server, &one).await, left(server, &roots).await), (ALL, ALL));
    }
}

both_engines! {
    async fn nothing_is_left_of_a_refresh_token_revoked_with_its_session(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let one = sign_in(server, &user, &app, "one").await;
        server.delete(&format!("/api/v2/refresh-tokens/{}", one.offline)).await.expect(204);
        server.delete(&format!("/api/v2/sessions/{}", one.session)).await.expect(202);
        assert_eq!(left(server, &one).await, NOTHING);
    }
}
