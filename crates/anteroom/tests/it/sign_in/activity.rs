//! What a sign-in leaves on the account, and what can be told of who is signed in.

use serde_json::{Value, json};

use super::tools::{WRONG, attempt, introspected, silent};
use crate::harness::{Application, Browser, PASSWORD, Server, both_engines};

const FIELDS: [&str; 6] = ["logins_count", "last_login", "last_ip", "last_login_client", "device", "browser"];

async fn activity(server: &Server, user: &Value) -> Vec<Value> {
    let read = server.get(&Server::path_of(user)).await.expect(200);
    FIELDS.iter().map(|field| read[field].clone()).collect()
}

both_engines! {
    // S0.L23.17
    async fn a_sign_in_is_counted_with_its_circumstances_and_a_refusal_is_not(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let never = activity(server, &user).await;
        assert_eq!(never, [json!(0), Value::Null, Value::Null, Value::Null, Value::Null, Value::Null]);
        attempt(&app, server, "ada@example.com", WRONG).await;
        attempt(&app, server, "nobody@example.com", PASSWORD).await;
        server.patch(&Server::path_of(&user), json!({"blocked": true})).await.expect(200);
        assert_eq!(attempt(&app, server, "ada@example.com", PASSWORD).await.error(), "unauthorized");
        server.patch(&Server::path_of(&user), json!({"blocked": false})).await.expect(200);
        assert_eq!(activity(server, &user).await, never);
        server.clock.advance_seconds(3600);
        let browser = Browser::new(server);
        app.sign_in(&browser, "ada@example.com", &[]).await.code();
        let first = activity(server, &user).await;
        assert_eq!(first[0], 1);
        assert!(first[1].as_str().is_some_and(|at| at.starts_with("2026-01-01T01:00:0")), "{}", first[1]);
        assert_eq!(&first[2..], [json!("127.0.0.1"), json!(app.client_id), json!("Computer, Linux"), json!("Chrome 142")]);
        // Going on with a session proves nothing anew.
        server.clock.advance_seconds(60);
        assert!(silent(&app, &browser).await.is_ok());
        assert_eq!(activity(server, &user).await, first);
        let other = Application::spa(server, json!({})).await;
        other.sign_in(&browser, "ada@example.com", &[("prompt", "login")]).await.code();
        let second = activity(server, &user).await;
        assert_eq!((&second[0], &second[3]), (&json!(2), &json!(other.client_id)));
        assert!(second[1].as_str() > first[1].as_str(), "{} {}", first[1], second[1]);
    }
}

both_engines! {
    async fn many_sign_ins_at_once_are_all_counted(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let pages = futures_of(server, &app).await;
        assert!(pages.iter().all(|status| *status == 303), "{pages:?}");
        assert_eq!(activity(server, &user).await[0], 16);
    }
}

/// The answers to sixteen sign-ins that end at the same moment, each in a browser of its own.
async fn futures_of(server: &Server, app: &Application<'_>) -> Vec<u16> {
    let mut ready = Vec::new();
    for _ in 0..16 {
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        let form = super::tools::login_form(&page.field("state"), "ada@example.com", PASSWORD);
        ready.push((super::tools::cookie_of(server, &browser), form));
    }
    crate::harness::race(16, |number| {
        let (server, (cookie, form)) = (server.clone(), ready[number].clone());
        async move {
            let call = server.call("POST", "/u/login").token(None).header("cookie", &cookie);
            call.form(&form).send().await.status.as_u16()
        }
    })
    .await
}

both_engines! {
    // S0.L23.10, S0.L31.4
    async fn a_token_tells_whether_its_person_is_signed_in_and_until_when(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let tokens = app.tokens(&browser, "ada@example.com", &[("scope", "openid offline_access")]).await;
        let now = anteroom_model::Clock::now(&*server.clock).seconds();
        for name in ["access_token", "refresh_token"] {
            let told = introspected(&app, server, &tokens[name]).await;
            assert_eq!((&told["active"], &told["sub"], &told["client_id"]), (&json!(true), &user["user_id"], &json!(app.client_id)));
            assert!(told["exp"].as_i64().is_some_and(|exp| exp > now), "{told}");
        }
        assert_eq!(introspected(&app, server, &json!("no.such.token")).await, json!({"active": false}));
        assert_eq!(introspected(&app, server, &json!("nosuchtoken")).await, json!({"active": false}));
        server.post(&format!("{}/revoke-access", Server::path_of(&user)), json!({})).await.expect(202);
        for name in ["access_token", "refresh_token"] {
            assert_eq!(introspected(&app, server, &tokens[name]).await, json!({"active": false}), "{name}");
        }
    }
}

both_engines! {
    // S0.L31.1, S0.L31.4
    async fn an_administrator_sees_who_is_signed_in_where(server: &Server) {
        let user = server.person("ada@example.com").await;
        let (one, other) = (Application::web(server, json!({})).await, Application::spa(server, json!({})).await);
        let browser = Browser::new(server);
        let sessions = async |path: String| server.get(&path).await.expect(200)["sessions"].as_array().expect("sessions").clone();
        let of_user = || format!("{}/sessions", Server::path_of(&user));
        let at = |app: &Application<'_>| format!("{}/sessions?client_id={}", Server::path_of(&user), app.client_id);
        assert!(sessions(of_user()).await.is_empty());
        one.sign_in(&browser, "ada@example.com", &[]).await.code();
        assert_eq!((sessions(at(&one)).await.len(), sessions(at(&other)).await.len()), (1, 0));
        assert!(silent(&other, &browser).await.is_ok());
        let found = sessions(at(&other)).await;
        assert_eq!((found.len(), &found[0]["user_id"]), (1, &user["user_id"]));
        assert_eq!(found[0]["device"]["last_ip"], "127.0.0.1");
        let of_client = sessions(format!("/api/v2/clients/{}/sessions", other.client_id)).await;
        assert_eq!(of_client.len(), 1);
        assert_eq!(of_client[0]["user"]["email"], "ada@example.com");
        assert!(of_client[0]["user"]["last_login"].is_string(), "{}", of_client[0]);
        one.sign_in(&Browser::new(server), "ada@example.com", &[]).await.code();
        assert_eq!(sessions(of_user()).await.len(), 2);
    }
}

both_engines! {
    // S4.L11.6
    async fn an_account_that_waited_for_its_owner_is_active_from_the_first_sign_in(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let status = format!("{}/status", Server::path_of(&user));
        server.patch(&status, json!({"status": "pending_activation"})).await.expect(200);
        let read = async || server.get(&Server::path_of(&user)).await.expect(200)["status"].clone();
        attempt(&app, server, "ada@example.com", WRONG).await;
        assert_eq!(read().await, "pending_activation");
        attempt(&app, server, "ada@example.com", PASSWORD).await.code();
        assert_eq!(read().await, "active");
    }
}
