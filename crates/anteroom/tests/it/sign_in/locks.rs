//! What wrong passwords lead to.

use serde_json::{Value, json};

use super::tools::{
    BRUTE_FORCE, IP_THROTTLING, WRONG, attempt, behind_proxy, cookie_of, fail, from_address, is_let_in, logged,
    login_form, opens,
};
use crate::harness::{Answer, Application, Browser, PASSWORD, Server, both_engines, race};

const BULK: &str = "/api/v2/users/bulk-actions";

async fn lock_after(server: &Server, attempts: i64, minutes: i64) {
    server.patch(BRUTE_FORCE, json!({"max_attempts": attempts, "lock_minutes": minutes})).await.expect(200);
}

async fn blocks(server: &Server, user: &Value) -> Value {
    let id = user["user_id"].as_str().expect("an id").replace('|', "%7C");
    server.get(&format!("/api/v2/user-blocks/{id}")).await.expect(200)["blocked_for"].clone()
}

both_engines! {
    // S4.L34.3, S4.L34.4, S4.L35.1, ASVS v5.0.0-6.3.1
    async fn after_so_many_wrong_passwords_the_right_one_is_refused_until_the_time_is_over(server: &Server) {
        let user = server.person("ada@example.com").await;
        server.person("bob@example.com").await;
        let app = Application::web(server, json!({})).await;
        for (attempts, minutes) in [(5, 15), (3, 2)] {
            lock_after(server, attempts, minutes).await;
            fail(&app, server, "ada@example.com", usize::try_from(attempts).expect("small") - 1).await;
            assert_eq!(blocks(server, &user).await, json!([]));
            fail(&app, server, "ADA@example.com", 1).await;
            assert_eq!(blocks(server, &user).await[0]["identifier"], "ada@example.com");
            assert!(!opens(&app, server, "ada@example.com").await);
            assert!(opens(&app, server, "bob@example.com").await, "others are not concerned");
            // Tries in between, right or wrong, make it no longer.
            server.clock.advance_seconds(minutes * 60 - 5);
            assert!(!opens(&app, server, "ada@example.com").await);
            fail(&app, server, "ada@example.com", 2).await;
            server.clock.advance_seconds(6);
            assert_eq!(blocks(server, &user).await, json!([]));
            // Afterwards counting begins anew.
            fail(&app, server, "ada@example.com", usize::try_from(attempts).expect("small") - 1).await;
            assert!(opens(&app, server, "ada@example.com").await);
        }
        assert_eq!(logged(server, "limit_wc").await.len(), 2);
    }
}

both_engines! {
    // S4.L35.2
    async fn signing_in_before_the_threshold_clears_the_counter(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        lock_after(server, 3, 15).await;
        for _ in 0..3 {
            fail(&app, server, "ada@example.com", 2).await;
            assert!(opens(&app, server, "ada@example.com").await);
        }
        assert!(logged(server, "limit_wc").await.is_empty());
    }
}

both_engines! {
    // S4.L34.3: what is set counts at once, in every process.
    async fn processes_count_and_lock_together(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let other = server.second_process().await;
        lock_after(server, 4, 15).await;
        fail(&app, server, "ada@example.com", 2).await;
        fail(&app, &other, "ada@example.com", 2).await;
        for process in [server, &other] {
            assert!(!opens(&app, process, "ada@example.com").await);
        }
        server.patch(BRUTE_FORCE, json!({"enabled": false})).await.expect(200);
        assert!(opens(&app, &other, "ada@example.com").await, "switched off, nothing is locked");
        fail(&app, &other, "ada@example.com", 6).await;
        assert!(opens(&app, server, "ada@example.com").await);
    }
}

both_engines! {
    // S4.L35.4
    async fn an_administrator_unlocks_early(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        lock_after(server, 2, 60).await;
        let id = user["user_id"].as_str().expect("an id").replace('|', "%7C");
        for path in [format!("/api/v2/user-blocks/{id}"), "/api/v2/user-blocks?identifier=ada@example.com".to_owned()] {
            fail(&app, server, "ada@example.com", 2).await;
            assert!(!opens(&app, server, "ada@example.com").await);
            // A lock is no status.
            assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["status"], "active");
            assert_eq!(server.delete(&path).await.status, 204);
            fail(&app, server, "ada@example.com", 1).await;
            assert!(opens(&app, server, "ada@example.com").await, "{path}");
        }
        assert_eq!(logged(server, "ublkdu").await.len(), 2);
    }
}

both_engines! {
    // S4.L11.5
    async fn who_is_set_active_is_not_locked_and_starts_to_count_anew(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        lock_after(server, 2, 60).await;
        let (path, id) = (Server::path_of(&user), user["user_id"].clone());
        let active = json!({"status": "active"});
        for (before, method, body, back) in [
            (None, "PATCH", active.clone(), format!("{path}/status")),
            (Some("suspended"), "PATCH", active, format!("{path}/status")),
            (Some("suspended"), "PATCH", json!({"blocked": false}), path.clone()),
            (None, "POST", json!({"user_ids": [id], "action": "set_status", "status": "active"}), BULK.to_owned()),
        ] {
            fail(&app, server, "ada@example.com", 2).await;
            assert!(!opens(&app, server, "ada@example.com").await);
            if let Some(before) = before {
                server.patch(&format!("{path}/status"), json!({"status": before})).await.expect(200);
            }
            let answer = server.call(method, &back).json(&body).send().await.expect(200);
            assert!(back != BULK || answer["results"][0]["outcome"] == "done", "{answer}");
            assert_eq!(blocks(server, &user).await, json!([]), "{back}");
            fail(&app, server, "ada@example.com", 1).await;
            assert!(opens(&app, server, "ada@example.com").await, "{back}: one failure of before is forgotten");
        }
        assert_eq!(logged(server, "ublkdu").await.len(), 4);
    }
}

both_engines! {
    // S4.L35.1, S4.L35.6: the address is the client's, told by a trusted proxy alone.
    async fn an_address_that_tries_many_accounts_waits(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        server.patch(IP_THROTTLING, json!({"stage": {"pre-login": {"max_attempts": 6}}, "minutes": 10})).await.expect(200);
        let behind = behind_proxy(server);
        let is_open = async |process: &Server, ip: &str| {
            from_address(&app, process, ip, "ada@example.com", PASSWORD).await.status == 303
        };
        for number in 0..6 {
            assert!(is_open(&behind, "198.51.100.1").await, "{number}: a success does not count");
            let spray = from_address(&app, &behind, "198.51.100.1", &format!("n{number}@example.com"), WRONG).await;
            assert_eq!(spray.status, 400);
        }
        assert!(!is_open(&behind, "198.51.100.1").await);
        assert!(is_open(&behind, "198.51.100.2").await);
        // Without trust in the proxy the header is anybody's invention: all come from this machine.
        assert!(is_open(server, "198.51.100.1").await);
        assert_eq!(logged(server, "limit_mu").await[0]["ip"], "198.51.100.1");
        server.patch(IP_THROTTLING, json!({"allowlist": ["198.51.100.0/24"]})).await.expect(200);
        assert!(is_open(&behind, "198.51.100.1").await);
        server.patch(IP_THROTTLING, json!({"allowlist": []})).await.expect(200);
        assert!(!is_open(&behind, "198.51.100.1").await);
        server.clock.advance_seconds(601);
        assert!(is_open(&behind, "198.51.100.1").await);
    }
}

both_engines! {
    async fn addresses_on_the_allowlist_lock_no_accounts(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        server.patch(BRUTE_FORCE, json!({"max_attempts": 2, "allowlist": ["10.0.0.0/8"]})).await.expect(200);
        let behind = behind_proxy(server);
        for _ in 0..4 {
            from_address(&app, &behind, "10.1.2.3", "ada@example.com", WRONG).await;
        }
        let status = async |ip: &str| from_address(&app, &behind, ip, "ada@example.com", PASSWORD).await.status.as_u16();
        assert_eq!(status("192.0.2.1").await, 303);
        for _ in 0..2 {
            from_address(&app, &behind, "192.0.2.1", "ada@example.com", WRONG).await;
        }
        assert_eq!((status("192.0.2.1").await, status("10.1.2.3").await), (400, 303));
    }
}

/// Tries with these passwords, all at the same moment, spread over two processes.
async fn at_once(server: &Server, app: &Application<'_>, passwords: Vec<&'static str>) -> Vec<Answer> {
    let browser = Browser::new(server);
    let page = browser.visit(&app.authorize(&[])).await;
    let (state, cookie) = (page.field("state"), cookie_of(server, &browser));
    let processes = [server.clone(), server.second_process().await];
    race(passwords.len(), |number| {
        let (process, cookie) = (processes[number % 2].clone(), cookie.clone());
        let form = login_form(&state, "ada@example.com", passwords[number]);
        async move { process.call("POST", "/u/login").token(None).header("cookie", &cookie).form(&form).send().await }
    })
    .await
}

both_engines! {
    // S4.L35.1, ASVS v5.0.0-6.3.1
    async fn guesses_made_side_by_side_are_worth_no_more_than_one_after_the_other(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        lock_after(server, 5, 15).await;
        server.patch(IP_THROTTLING, json!({"enabled": false})).await.expect(200);
        let mut passwords = vec![WRONG; 99];
        passwords.push(PASSWORD);
        let answers = at_once(server, &app, passwords).await;
        let let_in = answers.iter().filter(|answer| answer.status == 303).count();
        assert!(answers.iter().all(|answer| matches!(answer.status.as_u16(), 303 | 400 | 404)), "{answers:?}");
        // Only those are looked at that came before the lock; the right one, had it been among them, began the count anew.
        let looked_at = logged(server, "fp").await.len();
        assert!(looked_at <= if let_in == 1 { 9 } else { 5 }, "{looked_at} passwords were compared, {let_in} let in");
        assert_eq!(let_in, usize::from(answers[99].status == 303));
        if let_in == 0 {
            assert_eq!((looked_at, logged(server, "limit_wc").await.len()), (5, 1));
            assert!(!opens(&app, server, "ada@example.com").await);
        }
        server.clock.advance_seconds(901);
        assert!(opens(&app, server, "ada@example.com").await);
    }
}

both_engines! {
    // S4.L35.1
    async fn once_it_is_locked_no_number_of_tries_at_once_opens_it(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        lock_after(server, 2, 15).await;
        fail(&app, server, "ada@example.com", 2).await;
        let answers = at_once(server, &app, vec![PASSWORD; 30]).await;
        assert!(answers.iter().all(|answer| answer.status == 400), "{answers:?}");
        assert!(!is_let_in(&attempt(&app, server, "ada@example.com", PASSWORD).await));
    }
}
