//! Passwords: which are taken, and that none is ever shown.

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::harness::{Answer, CONNECTION, Server, both_engines};
use crate::management::users::tools::{configure_connection, etag, kinds, record_of, stored, total};

const PASSWORD: &str = "correct horse battery";

fn with_password(password: &str) -> Value {
    json!({"connection": CONNECTION, "email": "annabelle.smith@example.com", "name": "Annabelle Smith", "password": password})
}

async fn opens(server: &Server, user: &Value, password: &str) -> bool {
    let key = stored(server, user).await.key;
    let session = server.services.db.session().await.expect("a session");
    let hash = anteroom_store::user::password_hash(&session.connection(), server.world.tenant, key).await;
    let hash = hash.expect("an answer").expect("a hash");
    assert!(hash.starts_with("$argon2id$"), "{hash}");
    server.services.passwords.verify(Zeroizing::new(password.to_owned()), &hash).await.expect("a verdict")
}

both_engines! {
    // S4.L09.10
    async fn weak_and_common_passwords_are_refused(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "b@example.com", "name": "Bartholomew"})).await;
        let long = "xK9 ".repeat(65);
        for password in ["", "short7!", "password", "P@ssw0rd", "12345678", "qwertyuiop", "annabelle.smith", long.as_str()] {
            let answer = server.post("/api/v2/users", with_password(password)).await;
            assert_eq!(answer.refused(400, "invalid_password").as_deref(), Some("password"), "{password}");
        }
        for password in ["short7!", "password", "Bartholomew"] {
            let answer = server.patch(&Server::path_of(&made), json!({"password": password})).await;
            assert_eq!(answer.refused(400, "invalid_password").as_deref(), Some("password"), "{password}");
        }
        assert_eq!(total(server).await, 2);
        assert_eq!(etag(server, &made).await, "\"1\"");
    }
}

both_engines! {
    async fn passwords_are_taken_as_typed(server: &Server) {
        for (number, password) in ["春眠不覺曉處處聞", "  two  spaces  at the ends  ", &"xK9 ".repeat(64)].into_iter().enumerate() {
            let body = json!({"connection": CONNECTION, "email": format!("user{number}@example.com"), "password": password});
            let made = server.create(body).await;
            assert!(opens(server, &made, password).await, "{password}");
            assert!(!opens(server, &made, password.trim_start_matches([' ', 'x', '春'])).await);
        }
    }
}

both_engines! {
    async fn the_connection_may_ask_for_longer_ones(server: &Server) {
        configure_connection(server, "options", r#"{"password_complexity_options":{"min_length":15}}"#).await;
        server.post("/api/v2/users", with_password("hL4-pQ9-xZ2-wE")).await.refused(400, "invalid_password");
        server.create(with_password("hL4-pQ9-xZ2-wE7")).await;
    }
}

both_engines! {
    // S0.L23.8, S0.L23.9
    async fn what_is_known_of_a_password_is_told(server: &Server) {
        let made = server.create(with_password(PASSWORD)).await;
        assert!(made["password_security_level"].as_i64().is_some_and(|level| (1..=4).contains(&level)), "{made}");
        assert_eq!((&made["password_set_at"], &made["last_password_reset"]), (&made["created_at"], &Value::Null));
        server.clock.advance_seconds(60);
        let sent = json!({"password": "another good one 7", "reset_password_on_next_login": true});
        let changed = server.patch(&Server::path_of(&made), sent).await.expect(200);
        assert_eq!(changed["password_set_at"], "2026-01-01T00:01:00.000Z");
        assert_eq!(changed["last_password_reset"], "2026-01-01T00:01:00.000Z");
        assert_eq!(changed["reset_password_on_next_login"], true);
        assert!(opens(server, &made, "another good one 7").await && !opens(server, &made, PASSWORD).await);
        let events = record_of(server, &made).await;
        assert_eq!(kinds(&events), ["user.created", "user.updated", "user.password_changed"]);
        assert_eq!(events[2]["type"], "scp");
    }
}

both_engines! {
    // Requirements' decision 10: a new password lifts no block.
    async fn a_new_password_leaves_the_status_alone(server: &Server) {
        let made = server.create(with_password(PASSWORD)).await;
        server.patch(&Server::path_of(&made), json!({"blocked": true})).await.expect(200);
        let changed = server.patch(&Server::path_of(&made), json!({"password": "another good one 7"})).await.expect(200);
        assert_eq!((&changed["blocked"], &changed["status"]), (&json!(true), &json!("suspended")));
    }
}

both_engines! {
    async fn a_new_password_ends_what_the_old_one_opened(server: &Server) {
        let mut body = with_password(PASSWORD);
        body["platform_role"] = json!("admin");
        let made = server.create(body).await;
        let token = server.user_token(&made, "read:users").await;
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        server.patch(&Server::path_of(&made), json!({"password": "another good one 7"})).await.expect(200);
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.refused(401, "invalid_token");
    }
}

both_engines! {
    // S2.L14.7
    async fn no_answer_ever_holds_a_password_or_its_hash(server: &Server) {
        let created = server.post("/api/v2/users", with_password(PASSWORD)).await;
        let user = created.body.clone();
        let path = Server::path_of(&user);
        let answers: Vec<Answer> = vec![
            created,
            server.get(&path).await,
            server.get("/api/v2/users?fields=password,password_hash,hash,email").await,
            server.get("/api/v2/users?q=annabelle").await,
            server.get("/api/v2/users-by-email?email=annabelle.smith@example.com").await,
            server.patch(&path, json!({"password": "another good one 7"})).await,
            server.patch(&path, json!({"password": "short7!"})).await,
            server.patch(&format!("{path}/status"), json!({"status": "suspended"})).await,
            server.get(&format!("{path}/logs")).await,
            server.get("/api/v2/logs").await,
            server.post("/api/v2/users", with_password("third good one 8")).await,
        ];
        for answer in answers {
            assert!(answer.status.as_u16() < 410 && !answer.text.is_empty(), "{}", answer.text);
            for secret in ["argon2", "$v=19", PASSWORD, "another good one 7", "short7!", "third good one 8", "\"password\":", "hash\":"] {
                assert!(!answer.text.contains(secret), "{secret} is in {}", answer.text);
            }
        }
    }
}
