//! Forcing people offline.

use serde_json::{Value, json};

use super::tools::{ALL, NOTHING, REFRESH_TOKEN, SignedIn, application, left, person, sign_in};
use crate::harness::{Server, both_engines};
use crate::management::users::tools::{kinds, record_of, stored};

/// The session alone: all that was given in it has ended.
const BARE: [bool; 5] = [true, false, false, false, false];

async fn revoke(server: &Server, user: &Value, body: Value) {
    server.post(&format!("{}/revoke-access", Server::path_of(user)), body).await.expect(202);
}

/// Somebody who is signed in to two applications, each in a session of its own, and somebody else.
async fn signed_in(server: &Server) -> (Value, [String; 2], [SignedIn; 3]) {
    let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
    let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
    let at_shop = sign_in(server, &ada, &shop, "a").await;
    let at_blog = sign_in(server, &ada, &blog, "b").await;
    let other = sign_in(server, &bob, &shop, "x").await;
    (ada, [shop, blog], [at_shop, at_blog, other])
}

async fn assert_left(server: &Server, all: &[SignedIn; 3], expected: [[bool; 5]; 3]) {
    for (signed_in, what) in all.iter().zip(expected) {
        assert_eq!(left(server, signed_in).await, what, "{signed_in:?}");
    }
}

both_engines! {
    // S0.L31.3, S4.L21.1, S4.L21.3
    async fn a_user_is_forced_offline_from_everything(server: &Server) {
        let (ada, _, all) = signed_in(server).await;
        let before = stored(server, &ada).await;
        revoke(server, &ada, json!({})).await;
        assert_left(server, &all, [NOTHING, NOTHING, ALL]).await;
        let after = stored(server, &ada).await;
        // What was proven before is worth nothing any more, and the profile is as it was.
        assert!(after.access_valid_after > before.access_valid_after.max(before.created_at));
        assert_eq!((after.version, after.updated_at), (before.version, before.updated_at));
        let second = server.second_process().await;
        let sessions = second.get(&format!("{}/sessions", Server::path_of(&ada))).await.expect(200);
        assert_eq!(sessions, json!({"sessions": []}));
        assert_eq!(kinds(&record_of(server, &ada).await), ["user.created", "user.access_revoked"]);
    }
}

both_engines! {
    // S4.L21.2
    async fn afterwards_the_user_can_be_signed_in_again(server: &Server) {
        let (ada, [shop, _], _) = signed_in(server).await;
        revoke(server, &ada, json!({})).await;
        server.clock.advance_seconds(1);
        let again = sign_in(server, &ada, &shop, "again").await;
        assert_eq!(left(server, &again).await, ALL);
        server.get(&format!("/api/v2/sessions/{}", again.session)).await.expect(200);
    }
}

both_engines! {
    // S0.L31.2
    async fn a_user_is_forced_offline_from_one_application(server: &Server) {
        let (ada, [shop, _], all) = signed_in(server).await;
        revoke(server, &ada, json!({"client_id": shop})).await;
        assert_left(server, &all, [BARE, ALL, ALL]).await;
        let record = record_of(server, &ada).await;
        assert_eq!(record[1]["details"]["changes"], json!([{"field": "client_id", "from": shop}]));
        let signed_in = server.get(&format!("{}/sessions?client_id={shop}", Server::path_of(&ada))).await.expect(200);
        assert_eq!(signed_in, json!({"sessions": []}));
    }
}

both_engines! {
    async fn one_session_ends_with_or_without_its_refresh_tokens(server: &Server) {
        let (ada, _, all) = signed_in(server).await;
        revoke(server, &ada, json!({"session_id": all[0].session, "preserve_refresh_tokens": true})).await;
        assert_left(server, &all, [REFRESH_TOKEN, ALL, ALL]).await;
        revoke(server, &ada, json!({"session_id": all[1].session})).await;
        assert_left(server, &all, [REFRESH_TOKEN, NOTHING, ALL]).await;
        // Another user's session is not this user's.
        revoke(server, &ada, json!({"session_id": all[2].session})).await;
        assert_left(server, &all, [REFRESH_TOKEN, NOTHING, ALL]).await;
    }
}

both_engines! {
    async fn refresh_tokens_can_stay(server: &Server) {
        let (ada, _, all) = signed_in(server).await;
        revoke(server, &ada, json!({"preserve_refresh_tokens": true})).await;
        assert_left(server, &all, [REFRESH_TOKEN, REFRESH_TOKEN, ALL]).await;
    }
}

both_engines! {
    async fn nobodys_access_is_not_found(server: &Server) {
        server.post("/api/v2/users/auth0%7Cnobody/revoke-access", json!({})).await.refused(404, "inexistent_user");
        let path = format!("{}/revoke-access", Server::path_of(&person(server, "ada").await));
        for (field, most) in [("session_id", 50), ("client_id", 64)] {
            let refused = server.post(&path, json!({field: "a".repeat(most + 1)})).await;
            assert_eq!(refused.refused(400, "invalid_body").as_deref(), Some(field));
        }
    }
}
