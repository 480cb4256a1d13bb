//! Versions: the entity tag, `If-Match`, and changes that change nothing.

use serde_json::{Value, json};

use crate::harness::{Answer, CONNECTION, Server, both_engines, race};
use crate::management::users::tools::{etag, kinds, record_of};

async fn made(server: &Server) -> Value {
    let body = json!({
        "connection": CONNECTION, "email": "a@example.com", "name": "A", "username": "a", "user_metadata": {"k": 1},
        "app_metadata": {"k": {"l": [1]}},
    });
    server.create(body).await
}

async fn if_match(server: &Server, user: &Value, tag: &str, body: Value) -> Answer {
    server.call("PATCH", &Server::path_of(user)).header("if-match", tag).json(&body).send().await
}

both_engines! {
    async fn each_change_counts_the_version(server: &Server) {
        let user = made(server).await;
        let path = Server::path_of(&user);
        for (number, (path, sent)) in [
            (path.clone(), json!({"name": "B"})),
            (path.clone(), json!({"email": "b@example.com"})),
            (path.clone(), json!({"user_metadata": {"k": 2}})),
            (path.clone(), json!({"password": "correct horse battery"})),
            (path.clone(), json!({"blocked": true})),
            (path.clone(), json!({"platform_role": "admin"})),
            (format!("{path}/status"), json!({"status": "archived"})),
        ]
        .into_iter()
        .enumerate()
        {
            let answer = server.patch(&path, sent).await;
            assert_eq!(answer.header("etag"), Some(format!("\"{}\"", number + 2).as_str()), "{}", answer.text);
            answer.expect(200);
            assert_eq!(etag(server, &user).await, format!("\"{}\"", number + 2));
        }
    }
}

both_engines! {
    async fn a_change_meant_for_an_older_version_is_refused(server: &Server) {
        let user = made(server).await;
        if_match(server, &user, "\"1\"", json!({"name": "B"})).await.expect(200);
        let answer = if_match(server, &user, "\"1\"", json!({"name": "C"})).await;
        assert_eq!(answer.refused(412, "precondition_failed").as_deref(), Some("If-Match"));
        if_match(server, &user, "\"3\"", json!({"name": "C"})).await.refused(412, "precondition_failed");
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["name"], "B");
        if_match(server, &user, "*", json!({"name": "D"})).await.expect(200);
        if_match(server, &user, "\"3\"", json!({"name": "E"})).await.expect(200);
    }
}

both_engines! {
    async fn of_changes_meant_for_one_version_one_wins(server: &Server) {
        let user = made(server).await;
        let (owned, target) = (server.clone(), user.clone());
        let statuses = race(6, move |number| {
            let (server, user) = (owned.clone(), target.clone());
            async move { if_match(&server, &user, "\"1\"", json!({"name": format!("{number}")})).await.status.as_u16() }
        })
        .await;
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 412).count(), 5, "{statuses:?}");
        assert_eq!(etag(server, &user).await, "\"2\"");
    }
}

both_engines! {
    async fn changes_without_a_version_lose_nothing_of_each_other(server: &Server) {
        let user = made(server).await;
        let (owned, target) = (server.clone(), user.clone());
        race(6, move |number| {
            let (server, user) = (owned.clone(), target.clone());
            let key = format!("key{number}");
            async move { server.patch(&Server::path_of(&user), json!({"user_metadata": {key: number}})).await.expect(200) }
        })
        .await;
        let read = server.get(&Server::path_of(&user)).await.expect(200);
        assert_eq!(read["user_metadata"].as_object().expect("a bag").len(), 7);
        assert_eq!(etag(server, &user).await, "\"7\"");
    }
}

both_engines! {
    async fn a_tag_that_is_none_of_ours_is_refused(server: &Server) {
        let user = made(server).await;
        for tag in ["1", "W/\"1\"", "\"\"", "\"x\"", "\"1\", \"2\"", "\""] {
            let answer = if_match(server, &user, tag, json!({"name": "B"})).await;
            assert_eq!(answer.refused(400, "invalid_header").as_deref(), Some("If-Match"), "{tag}");
        }
    }
}

both_engines! {
    async fn a_change_that_changes_nothing_leaves_no_trace(server: &Server) {
        let user = made(server).await;
        server.clock.advance_seconds(60);
        for same in [
            json!({}),
            json!({"name": "A"}),
            json!({"email": "A@EXAMPLE.com", "email_verified": false}),
            json!({"user_metadata": {"k": 1}, "app_metadata": {"absent": null}}),
            json!({"blocked": false}),
            json!({"platform_role": "user"}),
            json!({"phone_number": null, "given_name": null}),
            json!({"reset_password_on_next_login": false}),
        ] {
            let answer = server.patch(&Server::path_of(&user), same).await;
            assert_eq!(answer.header("etag"), Some("\"1\""), "{}", answer.text);
            assert_eq!(answer.expect(200), user);
        }
        let answer = server.patch(&format!("{}/status", Server::path_of(&user)), json!({"status": "active"})).await;
        assert_eq!(answer.header("etag"), Some("\"1\""));
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), user);
        assert_eq!(kinds(&record_of(server, &user).await), ["user.created"]);
    }
}
