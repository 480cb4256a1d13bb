//! How often a caller may ask, and what every answer says of it.

use anteroom_http::RateLimit;
use anteroom_model::{Clock, PlatformRole};
use serde_json::json;

use crate::harness::{Answer, Engine, HOST, Server};

const LIMIT: RateLimit = RateLimit { per_second: 1, burst: 20 };

/// Limit, remaining and reset of an answer.
fn allowance(answer: &Answer) -> (i64, i64, i64) {
    let number = |name: &str| {
        let header = answer.header(name).unwrap_or_else(|| panic!("no {name}: {} {}", answer.status, answer.text));
        header.parse().expect("a number")
    };
    (number("x-ratelimit-limit"), number("x-ratelimit-remaining"), number("x-ratelimit-reset"))
}

/// Asks until it is too often, which must be soon.
async fn exhausted(server: &Server, token: &str) -> Answer {
    for _ in 0..60 {
        let answer = server.call("GET", "/api/v2/connections").token(Some(token)).send().await;
        if answer.status == 429 {
            return answer;
        }
        assert_eq!(answer.status, 200);
    }
    panic!("sixty requests at once are allowed");
}

async fn every_answer_tells_the_allowance(engine: Engine) {
    let server = Server::start_limited(engine, Some(LIMIT)).await;
    let answers = [
        (200, server.get("/api/v2/users").await),
        (201, server.post("/api/v2/clients", json!({"name": "Shop"})).await),
        (204, server.delete("/api/v2/clients/nobody").await),
        (400, server.get("/api/v2/users?page=-1").await),
        (401, server.call("GET", "/api/v2/users").token(None).send().await),
        (401, server.call("GET", "/api/v2/users").token(Some("nonsense")).send().await),
        (404, server.get("/api/v2/users/auth0%7Cnobody").await),
        (404, server.get("/api/v2/nothing").await),
        (405, server.call("PUT", "/api/v2/users").send().await),
        (415, server.call("POST", "/api/v2/clients").bytes("text/plain", b"a".to_vec()).send().await),
        (200, server.call("GET", "/api/v2/openapi.json").token(None).send().await),
    ];
    for (status, answer) in answers {
        assert_eq!(answer.status, status, "{}", answer.text);
        let (limit, remaining, reset) = allowance(&answer);
        let now = server.clock.now().seconds();
        assert_eq!(limit, 20);
        assert!((0..20).contains(&remaining), "{remaining}");
        assert!((now + 1..=now + 20).contains(&reset), "{reset} at {now}");
        assert_eq!(answer.header("retry-after"), None);
    }
    // Elsewhere there is no such limit.
    let answer = server.call("GET", "/.well-known/jwks.json").send().await;
    assert_eq!((answer.status.as_u16(), answer.header("x-ratelimit-limit")), (200, None));
}

async fn each_caller_has_its_own_allowance(engine: Engine) {
    let server = Server::start_limited(engine, Some(LIMIT)).await;
    let (eager, calm) = (
        server.machine(PlatformRole::Admin, "read:connections").await,
        server.machine(PlatformRole::Admin, "read:connections").await,
    );
    let refused = exhausted(&server, &eager).await;
    let (limit, remaining, reset) = allowance(&refused);
    let wait: i64 = refused.header("retry-after").expect("Retry-After").parse().expect("seconds");
    let now = server.clock.now().seconds();
    assert_eq!((limit, remaining, reset), (20, 0, now + wait));
    assert!((1..=2).contains(&wait), "{wait}");
    assert_eq!(refused.body["message"], "Global limit has been reached");
    assert_eq!(refused.refused(429, "too_many_requests"), None);
    let answer = server.call("GET", "/api/v2/connections").token(Some(&calm)).send().await;
    assert_eq!((answer.status.as_u16(), allowance(&answer).1), (200, 19));
    // The wait that was told is enough.
    tokio::time::sleep(std::time::Duration::from_secs(wait.unsigned_abs())).await;
    server.call("GET", "/api/v2/connections").token(Some(&eager)).send().await.expect(200);
}

async fn a_new_token_brings_no_new_allowance(engine: Engine) {
    let server = Server::start_limited(engine, Some(LIMIT)).await;
    let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:connections").await;
    exhausted(&server, &server.token_of(&id, &secret).await).await;
    server.clock.advance_seconds(1);
    let again =
        server.call("GET", "/api/v2/connections").token(Some(&server.token_of(&id, &secret).await)).send().await;
    assert!(again.status == 429 || allowance(&again).1 <= 1, "{}", again.status);
}

macro_rules! on_both_engines {
    ($($name:ident)*) => {$(
        mod $name {
            use crate::harness::Engine;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                super::$name(Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                super::$name(Engine::Postgres).await;
            }
        }
    )*};
}

on_both_engines! {
    every_answer_tells_the_allowance
    each_caller_has_its_own_allowance
    a_new_token_brings_no_new_allowance
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_limit_nothing_is_said_of_one() {
    let server = Server::start(Engine::Sqlite).await;
    let answer = server.call("GET", "/api/v2/users").host(HOST).send().await;
    assert_eq!((answer.status.as_u16(), answer.header("x-ratelimit-limit")), (200, None));
}
