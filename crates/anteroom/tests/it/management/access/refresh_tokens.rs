//! Refresh tokens: seeing them.

use serde_json::{Value, json};

use super::tools::{CHROME, application, authorize, begin, ids, person, sign_in};
use crate::harness::{Server, both_engines};

fn path(id: &str) -> String {
    format!("/api/v2/refresh-tokens/{id}")
}

async fn list(server: &Server, user: &Value, query: &str) -> Value {
    let id = user["user_id"].as_str().expect("an id").replace('|', "%7C");
    server.get(&format!("/api/v2/refresh-tokens?user_id={id}{query}")).await.expect(200)
}

/// Sets the lifetimes of an application's refresh tokens.
pub async fn set(server: &Server, client_id: &str, settings: Value) {
    server.patch(&format!("/api/v2/clients/{client_id}"), json!({"refresh_token": settings})).await.expect(200);
}

fn endless() -> Value {
    json!({
        "rotation_type": "non-rotating", "expiration_type": "non-expiring",
        "infinite_token_lifetime": true, "infinite_idle_token_lifetime": true,
    })
}

both_engines! {
    // S2.L25.1
    async fn a_refresh_token_tells_whose_for_what_where_and_until_when(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let signed_in = sign_in(server, &user, &app, "one").await;
        let shown = server.get(&path(&signed_in.offline)).await.expect(200);
        let device = json!({
            "initial_ip": "192.0.2.7", "initial_user_agent": CHROME, "last_ip": "192.0.2.8", "last_user_agent": CHROME,
            "device": "Computer, Linux", "browser": "Chrome 142",
        });
        let expected = json!({
            "id": signed_in.offline, "user_id": user["user_id"], "client_id": app, "session_id": signed_in.session,
            "created_at": shown["created_at"], "expires_at": shown["expires_at"], "idle_expires_at": shown["idle_expires_at"],
            "rotating": true, "device": device,
            "resource_servers": [{"audience": "http://localhost:8480/userinfo", "scopes": "openid profile"}],
        });
        assert_eq!(shown, expected);
        let reading = server.services.db.session().await.expect("a session");
        let found = anteroom_store::authorization::by_id(&reading.connection(), server.world.tenant, &signed_in.offline).await;
        let given = found.expect("an answer").expect("the authorization").created_at;
        drop(reading);
        assert_eq!(shown["created_at"], given.to_string());
        assert_eq!(shown["expires_at"], given.plus_seconds(2_592_000).to_string());
        assert_eq!(shown["idle_expires_at"], given.plus_seconds(1_296_000).to_string());
        // What ends with its session is no refresh token.
        server.get(&path(&signed_in.online)).await.refused(404, "inexistent_refresh_token");
        set(server, &app, endless()).await;
        let shown = server.get(&path(&signed_in.offline)).await.expect(200);
        let object = shown.as_object().expect("an object");
        assert_eq!((object.get("expires_at"), object.get("idle_expires_at")), (Some(&Value::Null), Some(&Value::Null)));
        assert_eq!(shown["rotating"], false);
    }
}

both_engines! {
    // S2.L25.1
    async fn a_users_refresh_tokens_are_listed_by_cursor_and_application(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        for (user, app, name) in [(&ada, &shop, "a"), (&ada, &blog, "b"), (&bob, &shop, "x"), (&ada, &shop, "c")] {
            sign_in(server, user, app, name).await;
        }
        let first = list(server, &ada, "&take=2").await;
        assert_eq!(ids(&first["refresh_tokens"]), ["a_offline", "b_offline"]);
        let second = list(server, &ada, &format!("&take=2&from={}", first["next"].as_str().expect("a cursor"))).await;
        assert_eq!((ids(&second["refresh_tokens"]), second.get("next")), (vec!["c_offline"], None));
        assert_eq!(ids(&list(server, &ada, &format!("&client_id={shop}")).await["refresh_tokens"]), ["a_offline", "c_offline"]);
        let part = list(server, &ada, "&take=1&fields=id,client_id").await;
        assert_eq!(part["refresh_tokens"], json!([{"id": "a_offline", "client_id": shop}]));
        let part = list(server, &ada, "&take=1&fields=device,id&include_fields=false").await;
        assert_eq!((part["refresh_tokens"][0].get("device"), &part["refresh_tokens"][0]["client_id"]), (None, &json!(shop)));
        let of_user = server.get(&format!("{}/refresh-tokens?take=2&include_totals=true", Server::path_of(&ada))).await.expect(200);
        assert_eq!((ids(&of_user["tokens"]), &of_user["total"]), (vec!["a_offline", "b_offline"], &json!(3)));
        assert_eq!(of_user["next"], first["next"]);
        assert_eq!(server.get("/api/v2/refresh-tokens").await.refused(400, "invalid_query_string").as_deref(), Some("user_id"));
        server.get("/api/v2/refresh-tokens?user_id=nobody").await.refused(404, "inexistent_user");
        server.get("/api/v2/refresh-tokens?user_id=nobody&client_id=nothing").await.refused(404, "inexistent_client");
        server.get("/api/v2/users/auth0%7Cnobody/refresh-tokens").await.refused(404, "inexistent_user");
    }
}

both_engines! {
    // S4.L34.1
    async fn a_refresh_token_that_is_over_is_neither_listed_nor_found(server: &Server) {
        let user = person(server, "ada").await;
        let (short, long) = (application(server, "Short").await, application(server, "Long").await);
        set(server, &short, json!({
            "rotation_type": "rotating", "expiration_type": "expiring", "token_lifetime": 1000, "idle_token_lifetime": 100,
        })).await;
        // So many that a page of those that hold lies behind many that do not.
        let session = begin(server, &user, "one").await;
        for number in 0..5 {
            authorize(server, &user, &short, &session, &format!("short{number}"), true, "").await;
        }
        authorize(server, &user, &long, &session, "long", true, "").await;
        assert_eq!(ids(&list(server, &user, "").await["refresh_tokens"]).len(), 6);
        server.clock.advance_seconds(100);
        let page = list(server, &user, "&take=1").await;
        assert_eq!((ids(&page["refresh_tokens"]), page.get("next")), (vec!["long"], None));
        server.get(&path("short0")).await.refused(404, "inexistent_refresh_token");
        server.get(&path("long")).await.expect(200);
        server.clock.advance_seconds(1_296_000);
        // Another process, for this one's token is too old by now.
        let server = &server.second_process().await;
        server.get(&path("long")).await.refused(404, "inexistent_refresh_token");
        assert_eq!(list(server, &user, "").await, json!({"refresh_tokens": []}));
    }
}

both_engines! {
    async fn texts_of_ones_own_are_kept_on_a_refresh_token(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let id = sign_in(server, &user, &app, "one").await.offline;
        let patch = async |metadata: Value| server.patch(&path(&id), json!({"refresh_token_metadata": metadata})).await;
        patch(json!({"desk": "7", "floor": "2"})).await.expect(200);
        let changed = patch(json!({"desk": null})).await.expect(200);
        assert_eq!(changed["refresh_token_metadata"], json!({"floor": "2"}));
        assert_eq!(server.get(&path(&id)).await.expect(200), changed);
        let wrong = patch(json!({"a": true})).await;
        assert_eq!(wrong.refused(400, "invalid_body").as_deref(), Some("refresh_token_metadata"));
        assert_eq!(patch(json!({})).await.expect(200).get("refresh_token_metadata"), None);
        server.patch(&path("nothing"), json!({})).await.refused(404, "inexistent_refresh_token");
    }
}
