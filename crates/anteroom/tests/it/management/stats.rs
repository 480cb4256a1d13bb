//! How many, day by day.

use anteroom_model::PlatformRole;
use anteroom_store::{BoxFuture, Connection, Error, Work};
use serde_json::{Value, json};

use crate::harness::{Answer, Application, Browser, PASSWORD, Server, both_engines};

const DAY: i64 = 86_400;

async fn try_to_sign_in(server: &Server, app: &Application<'_>, who: &str, password: &str) {
    let browser = Browser::new(server);
    let page = browser.visit(&app.authorize(&[])).await;
    browser.sign_in(&page, who, password).await;
}

/// With a token of now: days go by in these tests.
async fn call(server: &Server, method: &str, path: &str) -> Answer {
    let token = server.token_of(&server.world.client_id, &server.world.client_secret).await;
    server.call(method, path).token(Some(&token)).send().await
}

async fn days(server: &Server, query: &str) -> Vec<Value> {
    let answer = call(server, "GET", &format!("/api/v2/stats/daily{query}")).await.expect(200);
    answer.as_array().expect("an array").clone()
}

/// The figures of a day: sign-ins, sign-ups, failures, active users, users made and deleted.
fn figures(day: &Value) -> [i64; 6] {
    ["logins", "signups", "failures", "active_users", "created_users", "deleted_users"]
        .map(|name| day[name].as_i64().expect("a number"))
}

struct Fold;

impl Work for Fold {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(anteroom_store::daily_count::compact(connection))
    }
}

both_engines! {
    async fn every_day_tells_what_happened_on_it(server: &Server) {
        let before = days(server, "").await;
        assert_eq!(before.len(), 30);
        assert_eq!((&before[29]["date"], &before[0]["date"]), (&json!("2026-01-01T00:00:00.000Z"), &json!("2025-12-03T00:00:00.000Z")));
        assert_eq!(before[0], json!({
            "date": "2025-12-03T00:00:00.000Z", "logins": 0, "signups": 0, "leaked_passwords": 0, "failures": 0,
            "active_users": 0, "created_users": 0, "deleted_users": 0, "created_at": "2025-12-03T00:00:00.000Z",
            "updated_at": "2025-12-03T00:00:00.000Z",
        }));
        let made = figures(&before[29])[4];
        server.person("ada@example.com").await;
        server.person("ben@example.com").await;
        let gone = server.create(json!({"connection": crate::harness::CONNECTION, "username": "gone"})).await;
        let app = Application::web(server, json!({})).await;
        for (who, password) in [("ada@example.com", PASSWORD), ("ada@example.com", PASSWORD), ("ada@example.com", "wrong"), ("nobody@example.com", "wrong")] {
            try_to_sign_in(server, &app, who, password).await;
        }
        assert_eq!(figures(&days(server, "").await[29]), [2, 0, 2, 1, made + 3, 0]);
        server.clock.advance_seconds(2 * DAY);
        for who in ["ada@example.com", "ben@example.com", "ben@example.com"] {
            try_to_sign_in(server, &app, who, PASSWORD).await;
            server.clock.advance_seconds(60);
        }
        call(server, "DELETE", &Server::path_of(&gone)).await.expect(204);
        let told = days(server, "?from=20260101&to=20260104").await;
        let found: Vec<_> = told.iter().map(figures).collect();
        assert_eq!(found, [[2, 0, 2, 1, made + 3, 0], [0; 6], [3, 0, 0, 2, 0, 1], [0; 6]]);
        let at = |day: &Value, field: &str| day[field].as_str().expect("a time").to_owned();
        assert!(at(&told[2], "created_at") < at(&told[2], "updated_at") && at(&told[2], "updated_at").starts_with("2026-01-03T"), "{told:?}");
        assert!(at(&told[0], "updated_at").starts_with("2026-01-01T"), "who comes back later does not change the day before: {told:?}");
        assert_eq!(call(server, "GET", "/api/v2/stats/active-users").await.expect(200), json!(2));
        // Folded together it says the same.
        for _ in 0..25 {
            try_to_sign_in(server, &app, "nobody@example.com", "wrong").await;
        }
        let loose = days(server, "").await;
        server.services.db.write(Fold).await.expect("is folded");
        assert_eq!(days(server, "").await, loose);
        assert_eq!(figures(&loose[29]), [3, 0, 25, 2, 0, 1]);
        // Beyond what is folded already, more is folded.
        for _ in 0..25 {
            try_to_sign_in(server, &app, "nobody@example.com", "wrong").await;
        }
        server.services.db.write(Fold).await.expect("is folded");
        assert_eq!(figures(&days(server, "").await[29]), [3, 0, 50, 2, 0, 1]);
    }
}

both_engines! {
    async fn active_users_are_those_of_thirty_days_each_once(server: &Server) {
        let active = async || call(server, "GET", "/api/v2/stats/active-users").await.expect(200).as_i64().expect("a number");
        assert_eq!(active().await, 0);
        let (ada, _) = (server.person("ada@example.com").await, server.person("ben@example.com").await);
        let app = Application::web(server, json!({})).await;
        try_to_sign_in(server, &app, "ada@example.com", PASSWORD).await;
        for _ in 0..3 {
            try_to_sign_in(server, &app, "ben@example.com", PASSWORD).await;
            server.clock.advance_seconds(10 * DAY);
        }
        assert_eq!(active().await, 1, "the first came 30 days ago, the second 10, 20 and 30");
        try_to_sign_in(server, &app, "ada@example.com", PASSWORD).await;
        assert_eq!(active().await, 2);
        call(server, "DELETE", &Server::path_of(&ada)).await.expect(204);
        assert_eq!(active().await, 2, "who was there was there");
        server.clock.advance_seconds(20 * DAY);
        assert_eq!(active().await, 1);
        server.clock.advance_seconds(10 * DAY);
        assert_eq!(active().await, 0);
    }
}

both_engines! {
    async fn days_are_named_by_eight_digits_and_told_with_their_scope_alone(server: &Server) {
        assert_eq!(days(server, "?from=20250101&to=20251231").await.len(), 365);
        assert_eq!(days(server, "?from=20260101").await.len(), 1);
        for (query, field) in [
            ("?from=yesterday", "from"),
            ("?to=20260231", "to"),
            ("?from=20260102&to=20260101", "to"),
            ("?from=20240101&to=20250601", "from"),
            ("?color=red", "color"),
        ] {
            let refused = server.get(&format!("/api/v2/stats/daily{query}")).await.refused(400, "invalid_query_string");
            assert_eq!(refused.as_deref(), Some(field), "{query}");
        }
        let with = async |scopes: &str| server.machine(PlatformRole::Admin, scopes).await;
        let (allowed, not_allowed) = (with("read:stats").await, with("read:logs").await);
        for path in ["/api/v2/stats/daily", "/api/v2/stats/active-users"] {
            server.call("GET", path).token(Some(&allowed)).send().await.expect(200);
            server.call("GET", path).token(Some(&not_allowed)).send().await.refused(403, "insufficient_scope");
        }
    }
}
