//! Sessions.

use serde_json::{Value, json};

use super::tools::{
    ALL, CHROME, NOTHING, REFRESH_TOKEN, application, authorize, begin, begin_in, id_of, ids, left, person, sign_in,
};
use crate::harness::{Server, both_engines};
use crate::management::users::tools::{kinds, record_of};

fn path(session_id: &str) -> String {
    format!("/api/v2/sessions/{session_id}")
}

async fn list(server: &Server, user: &Value, query: &str) -> Value {
    server.get(&format!("{}/sessions{query}", Server::path_of(user))).await.expect(200)
}

both_engines! {
    // S0.L31.4
    async fn a_session_tells_who_where_how_and_until_when(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let signed_in = sign_in(server, &user, &app, "one").await;
        let shown = server.get(&path(&signed_in.session)).await.expect(200);
        let device = json!({
            "initial_ip": "192.0.2.7", "initial_user_agent": CHROME, "last_ip": "192.0.2.8", "last_user_agent": CHROME,
            "device": "Computer, Linux", "browser": "Chrome 142",
        });
        assert_eq!((&shown["id"], &shown["user_id"]), (&json!("ses_one"), &user["user_id"]));
        assert_eq!(shown["device"], device);
        assert_eq!(shown["clients"], json!([{"client_id": app}]));
        assert_eq!(shown["authentication"]["methods"][0]["name"], "pwd");
        assert_eq!(shown["authentication"]["methods"][0]["timestamp"], shown["authenticated_at"]);
        let reading = server.services.db.session().await.expect("a session");
        let found = anteroom_store::session::by_id(&reading.connection(), server.world.tenant, &signed_in.session).await;
        let began = found.expect("an answer").expect("the session").created_at;
        drop(reading);
        assert_eq!(shown["created_at"], began.to_string());
        assert_eq!(shown["expires_at"], began.plus_seconds(720 * 3600).to_string());
        assert_eq!(shown["idle_expires_at"], began.plus_seconds(72 * 3600).to_string());
        assert!(shown.get("user").is_none() && shown.get("session_metadata").is_none(), "{shown}");
        assert_eq!(list(server, &user, "").await, json!({"sessions": [shown]}));
    }
}

both_engines! {
    async fn a_users_sessions_are_listed_by_cursor_and_application(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        for (user, app, name) in [(&ada, &shop, "a"), (&ada, &blog, "b"), (&bob, &shop, "x"), (&ada, &shop, "c")] {
            sign_in(server, user, app, name).await;
        }
        authorize(server, &ada, &blog, "ses_a", "silent", false, "").await;
        let first = list(server, &ada, "?take=2&include_totals=true").await;
        assert_eq!((ids(&first["sessions"]), &first["total"]), (vec!["ses_a", "ses_b"], &json!(3)));
        let mut clients = [shop.as_str(), &blog];
        clients.sort_unstable();
        let shown: Vec<_> = clients.map(|client_id| json!({"client_id": client_id})).into();
        assert_eq!(first["sessions"][0]["clients"], json!(shown));
        let next = first["next"].as_str().expect("a cursor");
        let second = list(server, &ada, &format!("?take=2&from={next}")).await;
        assert_eq!((ids(&second["sessions"]), second.get("next")), (vec!["ses_c"], None));
        for (app, found) in [(&shop, vec!["ses_a", "ses_c"]), (&blog, vec!["ses_a", "ses_b"])] {
            assert_eq!(ids(&list(server, &ada, &format!("?client_id={app}")).await["sessions"]), found);
        }
        assert_eq!(list(server, &ada, "?client_id=nobody").await, json!({"sessions": []}));
        let wrong = server.get(&format!("{}/sessions?from=x", Server::path_of(&ada))).await;
        assert_eq!(wrong.refused(400, "invalid_paging").as_deref(), Some("from"));
        server.get("/api/v2/users/auth0%7Cnobody/sessions").await.refused(404, "inexistent_user");
    }
}

both_engines! {
    // S4.L34.1, S4.L34.6
    async fn a_session_that_is_over_is_neither_listed_nor_found(server: &Server) {
        let user = person(server, "ada").await;
        let old = begin(server, &user, "old").await;
        server.clock.advance_seconds(72 * 3600 - 10);
        // Another process, for this one's token is too old by now.
        let server = &server.second_process().await;
        server.get(&path(&old)).await.expect(200);
        let new = begin(server, &user, "new").await;
        server.clock.advance_seconds(10);
        server.get(&path(&old)).await.refused(404, "inexistent_session");
        server.patch(&path(&old), json!({"session_metadata": {"a": "b"}})).await.refused(404, "inexistent_session");
        let shown = list(server, &user, "?include_totals=true").await;
        assert_eq!((ids(&shown["sessions"]), &shown["total"]), (vec![new.as_str()], &json!(1)));
        server.clock.advance_seconds(3600);
        server.get(&path(&new)).await.expect(200);
        server.patch("/api/v2/tenants/settings", json!({"session_lifetime": 1})).await.expect(200);
        server.get(&path(&new)).await.refused(404, "inexistent_session");
        assert_eq!(list(server, &user, "").await, json!({"sessions": []}));
    }
}

both_engines! {
    async fn ending_a_session_ends_what_was_given_in_it_but_refresh_tokens(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let (one, two) = (sign_in(server, &user, &app, "one").await, sign_in(server, &user, &app, "two").await);
        assert_eq!(left(server, &one).await, ALL);
        let second = server.second_process().await;
        second.get(&path(&one.session)).await.expect(200);
        for _ in 0..2 {
            assert_eq!(server.delete(&path(&one.session)).await.expect(202), Value::Null);
        }
        assert_eq!((left(server, &one).await, left(server, &two).await), (REFRESH_TOKEN, ALL));
        for process in [server, &second] {
            process.get(&path(&one.session)).await.refused(404, "inexistent_session");
            process.get(&path(&two.session)).await.expect(200);
        }
        let record = record_of(server, &user).await;
        assert_eq!(kinds(&record), ["user.created", "session.revoked"]);
        assert_eq!(record[1]["details"]["changes"], json!([{"field": "session_id", "from": one.session}]));
    }
}

both_engines! {
    // S4.L21.1
    async fn revoking_a_session_ends_its_refresh_tokens_too(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let (one, two) = (sign_in(server, &user, &app, "one").await, sign_in(server, &user, &app, "two").await);
        server.call("POST", &format!("{}/revoke", path(&one.session))).send().await.expect(202);
        assert_eq!((left(server, &one).await, left(server, &two).await), (NOTHING, ALL));
        let again = server.call("POST", &format!("{}/revoke", path(&one.session))).send().await;
        again.refused(404, "inexistent_session");
    }
}

both_engines! {
    async fn all_sessions_of_a_user_end_at_once_and_refresh_tokens_stay(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let app = application(server, "Shop").await;
        let (one, two) = (sign_in(server, &ada, &app, "one").await, sign_in(server, &ada, &app, "two").await);
        let other = sign_in(server, &bob, &app, "other").await;
        for _ in 0..2 {
            server.delete(&format!("{}/sessions", Server::path_of(&ada))).await.expect(202);
        }
        for (signed_in, what) in [(&one, REFRESH_TOKEN), (&two, REFRESH_TOKEN), (&other, ALL)] {
            assert_eq!(left(server, signed_in).await, what);
        }
        assert_eq!(kinds(&record_of(server, &ada).await), ["user.created", "session.revoked"]);
        server.delete("/api/v2/users/auth0%7Cnobody/sessions").await.refused(404, "inexistent_user");
    }
}

both_engines! {
    async fn texts_of_ones_own_are_kept_on_a_session(server: &Server) {
        let user = person(server, "ada").await;
        let session = begin(server, &user, "one").await;
        let patch = async |metadata: Value| server.patch(&path(&session), json!({"session_metadata": metadata})).await;
        let changed = patch(json!({"desk": "7", "floor": "2"})).await.expect(200);
        assert_eq!(changed["session_metadata"], json!({"desk": "7", "floor": "2"}));
        patch(json!({"desk": null, "room": "x"})).await.expect(200);
        assert_eq!(server.get(&path(&session)).await.expect(200)["session_metadata"], json!({"floor": "2", "room": "x"}));
        server.patch(&path(&session), json!({})).await.expect(200);
        for wrong in [json!({"a": 1}), json!({"a": "x".repeat(256)}), json!({"a": {"b": "c"}})] {
            assert_eq!(patch(wrong).await.refused(400, "invalid_body").as_deref(), Some("session_metadata"));
        }
        assert_eq!(server.get(&path(&session)).await.expect(200)["session_metadata"], json!({"floor": "2", "room": "x"}));
        assert_eq!(patch(Value::Null).await.expect(200).get("session_metadata"), None);
    }
}

both_engines! {
    async fn a_session_of_another_tenant_is_not_there(server: &Server) {
        let user = person(server, "ada").await;
        let reading = server.services.db.session().await.expect("a session");
        let others = anteroom_store::user::by_email(&reading.connection(), server.world.other, "fatima@example.com").await;
        drop(reading);
        let other = begin_in(server, server.world.other, others.expect("users")[0].key, "elsewhere").await;
        server.get(&path(&other)).await.refused(404, "inexistent_session");
        server.patch(&path(&other), json!({"session_metadata": {}})).await.refused(404, "inexistent_session");
        server.delete(&path(&other)).await.expect(202);
        server.call("POST", &format!("{}/revoke", path(&other))).send().await.refused(404, "inexistent_session");
        let body = json!({"session_id": other});
        server.post(&format!("{}/revoke-access", Server::path_of(&user)), body).await.expect(202);
        let reading = server.services.db.session().await.expect("a session");
        let found = anteroom_store::session::by_id(&reading.connection(), server.world.other, &other).await;
        assert!(found.expect("an answer").is_some(), "it was ended from outside its tenant");
        assert_ne!(id_of(&user), "");
    }
}
