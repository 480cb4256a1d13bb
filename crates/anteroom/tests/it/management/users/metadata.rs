//! `user_metadata` and `app_metadata`: how changes are merged, and what they may hold.

use serde_json::{Value, json};

use crate::harness::{Answer, CONNECTION, Server, both_engines};
use crate::management::users::tools::etag;

const BAGS: [&str; 2] = ["user_metadata", "app_metadata"];

async fn user_with(server: &Server, bag: &str, value: Value) -> Value {
    server.create(json!({"connection": CONNECTION, "email": format!("{bag}@example.com"), bag: value})).await
}

async fn merge_patch(server: &Server, user: &Value, body: Value) -> Answer {
    let call = server.call("PATCH", &Server::path_of(user));
    call.bytes("application/merge-patch+json", body.to_string().into_bytes()).send().await
}

both_engines! {
    // S2.L16.1, S2.L16.3, S2.L16.5
    async fn keys_of_the_first_level_are_merged(server: &Server) {
        for bag in BAGS {
            let user = user_with(server, bag, json!({"a": {"x": 1, "y": 2}, "b": [1, 2], "c": "c", "d": 4})).await;
            let sent = json!({"a": {"z": {"null": null}}, "b": [3], "c": null, "e": 0.5, "absent": null});
            let changed = server.patch(&Server::path_of(&user), json!({bag: sent})).await.expect(200);
            assert_eq!(changed[bag], json!({"a": {"z": {"null": null}}, "b": [3], "d": 4, "e": 0.5}));
            assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), changed);
        }
    }
}

both_engines! {
    // S2.L16.5: an empty object wipes, as with Auth0, and so does null.
    async fn an_empty_object_or_null_wipes_the_bag(server: &Server) {
        for bag in BAGS {
            let user = user_with(server, bag, json!({"a": 1})).await;
            for wipe in [json!({}), Value::Null] {
                server.patch(&Server::path_of(&user), json!({bag: {"a": 1}})).await.expect(200);
                let changed = server.patch(&Server::path_of(&user), json!({bag: wipe})).await.expect(200);
                assert!(changed.get(bag).is_none(), "{changed}");
            }
        }
    }
}

both_engines! {
    async fn one_bag_leaves_the_other_alone(server: &Server) {
        let user = user_with(server, "user_metadata", json!({"a": 1})).await;
        let changed = server.patch(&Server::path_of(&user), json!({"app_metadata": {"b": 2}})).await.expect(200);
        assert_eq!((&changed["user_metadata"], &changed["app_metadata"]), (&json!({"a": 1}), &json!({"b": 2})));
    }
}

both_engines! {
    // RFC 7396 by its media type.
    async fn a_merge_patch_is_merged_at_every_depth(server: &Server) {
        for bag in BAGS {
            let user = user_with(server, bag, json!({"a": {"x": 1, "y": {"z": 2}}, "b": [1], "c": "c"})).await;
            let sent = json!({"a": {"x": null, "y": {"w": 3}}, "b": {"d": null, "e": 1}, "c": null});
            let changed = merge_patch(server, &user, json!({bag: sent})).await.expect(200);
            let expected = json!({"a": {"y": {"z": 2, "w": 3}}, "b": {"e": 1}});
            assert_eq!(changed[bag], expected);
            // An empty object changes nothing then, and null still wipes.
            let tag = etag(server, &user).await;
            assert_eq!(merge_patch(server, &user, json!({bag: {}})).await.expect(200)[bag], expected);
            assert_eq!(etag(server, &user).await, tag);
            assert_eq!(merge_patch(server, &user, json!({bag: null})).await.expect(200)[bag], Value::Null);
        }
    }
}

both_engines! {
    // S2.L16.5
    async fn keys_with_a_dot_or_a_dollar_are_refused_by_path(server: &Server) {
        for bag in BAGS {
            let user = user_with(server, bag, json!({"a": 1})).await;
            for (sent, path) in [(json!({"a.b": 1}), "a.b"), (json!({"a": {"$b": 1}}), "a.$b"), (json!({"a": [{"b$": {"c": 1}}]}), "a.b$")] {
                let expected = format!("{bag}.{path}");
                let answer = server.patch(&Server::path_of(&user), json!({bag: sent})).await;
                assert_eq!(answer.refused(400, "invalid_body"), Some(expected.clone()));
                assert_eq!(merge_patch(server, &user, json!({bag: sent})).await.refused(400, "invalid_body"), Some(expected.clone()));
                let body = json!({"connection": CONNECTION, "email": "b@example.com", bag: sent});
                assert_eq!(server.post("/api/v2/users", body).await.refused(400, "invalid_body"), Some(expected));
            }
            assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), user);
        }
    }
}

both_engines! {
    // Auth0's reserved names, in app_metadata alone.
    async fn names_of_the_profile_are_reserved_in_app_metadata(server: &Server) {
        let user = user_with(server, "app_metadata", json!({"a": {"blocked": true}})).await;
        for name in [
            "__tenant", "_id", "blocked", "clientID", "created_at", "email_verified", "email", "globalClientID",
            "global_client_id", "identities", "lastIP", "lastLogin", "loginsCount", "metadata",
            "multifactor_last_modified", "multifactor", "updated_at", "user_id",
        ] {
            let answer = server.patch(&Server::path_of(&user), json!({"app_metadata": {name: 1}})).await;
            assert_eq!(answer.refused(400, "invalid_body"), Some(format!("app_metadata.{name}")));
            server.patch(&Server::path_of(&user), json!({"user_metadata": {name: 1}})).await.expect(200);
        }
    }
}

both_engines! {
    async fn a_bag_is_an_object_and_not_too_large(server: &Server) {
        for bag in BAGS {
            let user = user_with(server, bag, json!({"a": 1})).await;
            for sent in [json!([]), json!("{}"), json!(1), json!(true), json!({"b": "x".repeat(65_536)})] {
                let answer = server.patch(&Server::path_of(&user), json!({bag: sent})).await;
                assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(bag));
            }
            // What counts is what the two make together: 64 KiB, to the byte.
            let largest = 65_536 - r#"{"a":1,"b":""}"#.len();
            server.patch(&Server::path_of(&user), json!({bag: {"b": "x".repeat(largest)}})).await.expect(200);
            let answer = server.patch(&Server::path_of(&user), json!({bag: {"c": 1}})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(bag));
        }
    }
}

both_engines! {
    async fn numbers_and_texts_come_back_as_they_were_sent(server: &Server) {
        let sent = json!({
            "large": 9_007_199_254_740_993_i64, "negative": -0.25, "exponent": 1e300, "text": "\"\\/\u{1}\u{7f}\u{2028}𠮷 é e\u{301}",
            "空": {"": []}, "last": false, "first": true,
        });
        let user = user_with(server, "user_metadata", sent.clone()).await;
        let read = server.get(&Server::path_of(&user)).await.expect(200);
        assert_eq!(read["user_metadata"].to_string(), sent.to_string());
    }
}
