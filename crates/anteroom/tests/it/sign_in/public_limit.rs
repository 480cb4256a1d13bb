//! How often anybody may ask for what anybody can reach.

use serde_json::json;

use super::tools::{SETTINGS, behind_proxy};
use crate::harness::{Answer, Application, Browser, Server, both_engines};

async fn limit(server: &Server, enabled: bool, per_user: i64, per_ip: i64) {
    let limits = json!({"enabled": enabled, "per_user_per_minute": per_user, "per_ip_per_minute": per_ip});
    server.patch(SETTINGS, json!({"rate_limits": limits})).await.expect(200);
}

/// Asks so often from this address.
async fn ask(server: &Server, path: &str, ip: &str, times: usize) -> Vec<Answer> {
    let mut answers = Vec::new();
    for _ in 0..times {
        answers.push(server.call("GET", path).token(None).header("x-forwarded-for", ip).send().await);
    }
    answers
}

fn count(answers: &[Answer], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status == status).count()
}

both_engines! {
    // S4.L34.5, S4.L35.5, S4.L35.6
    async fn an_address_that_asks_too_often_is_told_how_long_to_wait(server: &Server) {
        let behind = behind_proxy(server);
        let path = "/u/login?state=none";
        assert_eq!(count(&ask(&behind, path, "192.0.2.1", 60).await, 404), 60, "off by default");
        limit(server, true, 60, 3).await;
        let answers = ask(&behind, path, "192.0.2.2", 20).await;
        // What comes back every twenty seconds may let one more through on a slow machine.
        assert!((3..=4).contains(&count(&answers, 404)), "{answers:?}");
        assert!(answers[..3].iter().all(|answer| answer.status == 404 && answer.header("retry-after").is_none()));
        let refused = answers.iter().find(|answer| answer.status == 429).expect("a refusal");
        let wait: u64 = refused.header("retry-after").expect("Retry-After").parse().expect("seconds");
        assert!((1..=21).contains(&wait), "{wait}");
        assert!(refused.text.contains("too_many_requests"), "{}", refused.text);
        // Others are not concerned, nor is what everybody loads.
        assert_eq!(count(&ask(&behind, path, "192.0.2.3", 3).await, 404), 3);
        assert_eq!(count(&ask(&behind, "/.well-known/openid-configuration", "192.0.2.2", 20).await, 200), 20);
        // Tokens and sign-up count with it.
        for path in ["/oauth/token", "/dbconnections/signup", "/u/login"] {
            let call = behind.call("POST", path).token(None).header("x-forwarded-for", "192.0.2.2");
            assert_eq!(call.form("grant_type=x").send().await.status, 429, "{path}");
        }
        // An invented address helps only where proxies are trusted.
        let direct = ask(server, path, "192.0.2.200", 20).await;
        assert!(count(&direct, 429) >= 15, "{direct:?}");
        limit(server, false, 60, 3).await;
        // Refusals ask nothing of the database: the next request that gets through brings the news.
        ask(&behind, path, "192.0.2.4", 1).await;
        assert_eq!(count(&ask(&behind, path, "192.0.2.2", 20).await, 404), 20, "switched off, for an outer gateway to do");
    }
}

both_engines! {
    // S4.L34.5
    async fn a_person_who_asks_too_often_waits_from_every_address(server: &Server) {
        server.person("ada@example.com").await;
        server.person("bob@example.com").await;
        let app = Application::web(server, json!({})).await;
        let behind = behind_proxy(server);
        let adas = app.tokens(&Browser::new(server), "ada@example.com", &[]).await;
        let bobs = app.tokens(&Browser::new(server), "bob@example.com", &[]).await;
        limit(server, true, 4, 1000).await;
        let asked = async |tokens: &serde_json::Value, number: usize| {
            let call = behind.call("GET", "/userinfo").token(tokens["access_token"].as_str());
            call.header("x-forwarded-for", &format!("192.0.2.{number}")).send().await
        };
        let mut answers = Vec::new();
        for number in 0..16 {
            answers.push(asked(&adas, number).await);
        }
        assert!((4..=6).contains(&count(&answers, 200)), "{answers:?}");
        let refused = answers.iter().find(|answer| answer.status == 429).expect("a refusal");
        assert!(refused.header("retry-after").is_some(), "{:?}", refused.headers);
        assert_eq!(asked(&bobs, 1).await.status, 200);
    }
}
