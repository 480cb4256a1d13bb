//! Ids: given by the server or chosen by the caller.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

fn is_hexadecimal(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn text<'a>(user: &'a Value, field: &str) -> &'a str {
    user[field].as_str().expect(field)
}

both_engines! {
    // S2.L20.1, S2.L20.2, S4.L06.14
    async fn ids_name_their_provider_and_public_ids_say_nothing(server: &Server) {
        let people = server.create_people().await;
        let mut seen = std::collections::HashSet::new();
        for user in &people {
            let (user_id, public_id) = (text(user, "user_id"), text(user, "public_id"));
            assert!(user_id.strip_prefix("auth0|").is_some_and(|id| is_hexadecimal(id, 24)), "{user_id}");
            assert!(is_hexadecimal(public_id, 32), "{public_id}");
            assert!(!user_id.contains(public_id) && !public_id.contains(&user_id[6..]));
            assert!(seen.insert(user_id) && seen.insert(public_id));
        }
    }
}

both_engines! {
    // S2.L20.1
    async fn ids_never_change(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        for field in ["user_id", "public_id"] {
            let answer = server.patch(&Server::path_of(&made), json!({field: "auth0|other"})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        for sent in [json!({"email": "b@example.com", "name": "B", "blocked": true}), json!({"email": null, "phone_number": "+1"})] {
            let changed = server.patch(&Server::path_of(&made), sent).await.expect(200);
            assert_eq!((&changed["user_id"], &changed["public_id"]), (&made["user_id"], &made["public_id"]));
        }
    }
}

both_engines! {
    // S2.L20.2
    async fn a_chosen_id_gets_its_provider_once(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "user_id": "legacy/7"})).await;
        assert_eq!((text(&made, "user_id"), text(&made["identities"][0], "user_id")), ("auth0|legacy/7", "legacy/7"));
        assert_eq!(server.get("/api/v2/users/auth0%7Clegacy%2F7").await.expect(200), made);
        let body = json!({"connection": CONNECTION, "email": "b@example.com", "user_id": "auth0|exported"});
        assert_eq!(text(&server.create(body).await, "user_id"), "auth0|exported");
        let body = json!({"connection": CONNECTION, "email": "c@example.com", "user_id": "github|exported"});
        assert_eq!(text(&server.create(body).await, "user_id"), "auth0|github|exported");
    }
}

both_engines! {
    async fn a_chosen_id_is_printable_and_not_too_long(server: &Server) {
        let longest = "x".repeat(249);
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "user_id": longest})).await;
        assert_eq!(text(&made, "user_id").len(), 255);
        server.get(&Server::path_of(&made)).await.expect(200);
        for id in ["", "auth0|", "a b", "a\tb", "李", &"x".repeat(250)] {
            let body = json!({"connection": CONNECTION, "email": "b@example.com", "user_id": id});
            let field = server.post("/api/v2/users", body).await.refused(400, "invalid_body");
            assert_eq!(field.as_deref(), Some("user_id"), "{id}");
        }
    }
}
