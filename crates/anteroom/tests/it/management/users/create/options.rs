//! What else can be asked for when a user is made: passwords of all sorts, a mail, roles.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use crate::harness::{Application, CONNECTION, Server, both_engines};
use crate::mails::queued;
use crate::sign_in::tools::{ANOTHER, attempt, is_let_in, refused};

const BCRYPT: &str = "$2b$04$abcdefghijklmnopqrstuuydOTSfIH/d5oUHpsygqV5X9xJLQc6e";

/// The body that makes Ada with this beside.
fn ada(extra: Value) -> Value {
    let mut body = json!({"connection": CONNECTION, "email": "ada@example.com", "verify_email": false});
    body.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
    body
}

/// What the newest event of a kind tells of a field.
async fn told(server: &Server, field: &str) -> Value {
    let found = server.get("/api/v2/logs?per_page=1&sort=date:-1").await.expect(200);
    let changes = found[0]["details"]["changes"].as_array().expect("changes").clone();
    changes.into_iter().find(|change| change["field"] == field).map_or(Value::Null, |change| change["to"].clone())
}

both_engines! {
    // S0.L24.12
    // ASVS v5.0.0-6.4.1
    async fn a_generated_password_is_told_once_and_works_once(server: &Server) {
        let answer = server.call("POST", "/api/v2/users").header("idempotency-key", "once")
            .json(&ada(json!({"generate_password": true, "email_verified": true}))).send().await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let made = answer.expect(201);
        let password = made["generated_password"].as_str().expect("a password").to_owned();
        assert!(password.len() >= 19, "{password}");
        assert_eq!(made["reset_password_on_next_login"], true);
        let again = server.call("POST", "/api/v2/users").header("idempotency-key", "once")
            .json(&ada(json!({"generate_password": true, "email_verified": true}))).send().await.expect(201);
        assert_eq!((&again["user_id"], &again["generated_password"]), (&made["user_id"], &Value::Null));
        let read = server.get(&Server::path_of(&made)).await;
        assert!(!read.text.contains(&password) && !read.text.contains("generated_password"), "{}", read.text);
        let logs = server.get("/api/v2/logs?per_page=100").await;
        assert!(!logs.text.contains(&password), "{}", logs.text);
        let app = Application::web(server, json!({})).await;
        let page = attempt(&app, server, "ada@example.com", &password).await;
        assert!(!is_let_in(&page), "{}", page.answer.text);
        assert!(page.answer.status.is_redirection() || page.answer.status == 200, "{}", page.answer.text);
        refused(&attempt(&app, server, "ada@example.com", ANOTHER).await);
    }
}

both_engines! {
    // S0.L24.12
    async fn a_password_comes_from_one_place_and_a_hash_is_refused_by_what_is_wrong_with_it(server: &Server) {
        let custom = json!({"algorithm": "md5", "hash": {"value": "5f4dcc3b5aa765d61d8327deb882cf99", "encoding": "hex"}});
        let costly = "$2b$16$abcdefghijklmnopqrstuuydOTSfIH/d5oUHpsygqV5X9xJLQc6e";
        for (extra, field) in [
            (json!({"password": "violet harbour lantern", "password_hash": BCRYPT}), "password_hash"),
            (json!({"password_hash": BCRYPT, "custom_password_hash": custom}), "custom_password_hash"),
            (json!({"password_hash": BCRYPT, "generate_password": true}), "generate_password"),
            (json!({"generate_password": true, "reset_password_on_next_login": false}), "reset_password_on_next_login"),
            (json!({"password_hash": "hunter2"}), "password_hash"),
            (json!({"password_hash": ""}), "password_hash"),
            (json!({"password_hash": null}), "password_hash"),
            (json!({"password_hash": costly}), "password_hash"),
            (json!({"custom_password_hash": BCRYPT}), "custom_password_hash"),
            (json!({"custom_password_hash": {"algorithm": "md5"}}), "custom_password_hash.hash"),
            (json!({"custom_password_hash": {"algorithm": "md6", "hash": custom["hash"]}}), "custom_password_hash.algorithm"),
            (json!({"generate_password": "yes"}), "generate_password"),
            (json!({"roles": ["rol_0000000000000000"]}), "roles[0]"),
        ] {
            let answer = server.post("/api/v2/users", ada(extra.clone())).await;
            assert!(!answer.text.contains("5f4dcc3b"), "{}", answer.text);
            let status = if field == "roles[0]" { 404 } else { 400 };
            assert_eq!(answer.status.as_u16(), status, "{extra}: {}", answer.text);
            assert_eq!(answer.body["field"], field, "{extra}: {}", answer.text);
        }
        assert!(server.found("email:\"ada@example.com\"").await.is_empty());
        let made = server.post("/api/v2/users", ada(json!({"custom_password_hash": custom}))).await.expect(201);
        assert!(made.get("generated_password").is_none() && made.get("custom_password_hash").is_none());
        server.patch(&Server::path_of(&made), json!({"password_hash": BCRYPT})).await.refused(400, "invalid_body");
    }
}

both_engines! {
    // S0.L24.12
    async fn people_are_told_of_their_account_by_mail_where_they_have_an_address(server: &Server) {
        let extra = json!({"notify": true, "generate_password": true, "name": "Ada", "user_metadata": {"lang": "zh-CN"}});
        let made = server.post("/api/v2/users", ada(extra)).await.expect(201);
        let mails = queued(server).await;
        let [mail] = &mails[..] else { panic!("{} mails", mails.len()) };
        assert_eq!((mail.to.as_str(), mail.language.as_str()), ("ada@example.com", "zh-CN"));
        assert!(mail.text.contains("ada@example.com") && mail.text.contains("/u/login"), "{}", mail.text);
        let password = made["generated_password"].as_str().expect("a password");
        assert!(!mail.text.contains(password) && !mail.html.contains(password), "{}", mail.text);
        let refused = server.post("/api/v2/users", json!({"connection": CONNECTION, "username": "ada", "notify": true}));
        assert_eq!(refused.await.refused(400, "invalid_body").as_deref(), Some("notify"));
        assert_eq!(queued(server).await.len(), 1);
    }
}

both_engines! {
    // S0.L24.12
    async fn a_user_is_made_with_roles_beside_the_default_ones(server: &Server) {
        let mut ids = Vec::new();
        for (name, is_default) in [("author", false), ("member", true)] {
            let made = server.post("/api/v2/roles", json!({"name": name, "is_default": is_default})).await.expect(200);
            ids.push(made["id"].clone());
        }
        let wanted = json!({"roles": [ids[0], ids[1], ids[0]]});
        let made = server.post("/api/v2/users", ada(wanted.clone())).await.expect(201);
        let roles = server.get(&format!("{}/roles", Server::path_of(&made))).await.expect(200);
        assert_eq!(roles.as_array().map(Vec::len), Some(2), "{roles}");
        assert_eq!(told(server, "roles").await, json!([ids[1], ids[0]]));
        let other = json!({"connection": CONNECTION, "username": "other", "roles": wanted["roles"]});
        for scopes in ["create:users", "create:users update:users", "create:users create:role_members"] {
            let token = server.machine(PlatformRole::Admin, scopes).await;
            let call = server.call("POST", "/api/v2/users").token(Some(&token));
            call.json(&other).send().await.refused(403, "insufficient_scope");
        }
        for roles in [json!("author"), json!([1])] {
            let answer = server.post("/api/v2/users", json!({"connection": CONNECTION, "username": "other", "roles": roles}));
            answer.await.refused(400, "invalid_body");
        }
    }
}
