//! What requests cost with many users: every statement finds its rows by an index, and none reads or sorts a whole tenant.

mod bulk;
mod hot;
mod postgres;
mod sqlite;

use crate::harness::{Engine, Server};

/// Users, and events, of the tenant asked.
const MANY: i64 = 20_000;

/// The requests that everybody's day is made of, by what they are; `{…}` are filled in from what is there.
const REQUESTS: [(&str, &str); 15] = [
    ("a user by id", "/api/v2/users/{id}"),
    ("users by e-mail", "/api/v2/users-by-email?email=Bulk7777@Example.com"),
    ("the first page", "/api/v2/users"),
    ("the first page with the total", "/api/v2/users?include_totals=true"),
    ("the newest first", "/api/v2/users?sort=created_at:-1"),
    ("by name", "/api/v2/users?sort=name:1"),
    ("by the last sign-in", "/api/v2/users?sort=last_login:-1"),
    ("a page by cursor", "/api/v2/users?take=50&from={cursor}"),
    ("a page by cursor in another order", "/api/v2/users?take=50&sort=name:1&from={cursor by name}"),
    ("a search for a whole value", "/api/v2/users?q=email:bulk7777@example.com"),
    ("a search for a word", "/api/v2/users?q=bulk7777"),
    ("the newest events", "/api/v2/logs"),
    ("events read on", "/api/v2/logs?take=50&from={event}"),
    ("the first events", "/api/v2/logs?take=50"),
    ("a user's events", "/api/v2/users/{id}/logs"),
];

/// The requests with all blanks filled in.
async fn requests(server: &Server) -> Vec<(&'static str, String)> {
    let user = server.get("/api/v2/users?q=username:bulk7777").await.expect(200)[0].clone();
    let cursor = async |query: &str| {
        let mut next = String::new();
        // Well into the list, where passing over what comes before would show.
        for _ in 0..3 {
            let page = server.get(&format!("/api/v2/users?take=100{query}{next}")).await.expect(200);
            next = format!("&from={}", page["next"].as_str().expect("more"));
        }
        next.trim_start_matches("&from=").to_owned()
    };
    let events = server.get("/api/v2/logs?page=100&per_page=100").await.expect(200);
    let blanks = [
        ("{id}", user["user_id"].as_str().expect("an id").replace('|', "%7C")),
        ("{cursor}", cursor("").await),
        ("{cursor by name}", cursor("&sort=name:1").await),
        ("{event}", events[0]["log_id"].as_str().expect("an id").to_owned()),
    ];
    let filled = |path: &str| blanks.iter().fold(path.to_owned(), |path, (blank, value)| path.replace(blank, value));
    REQUESTS.into_iter().map(|(name, path)| (name, filled(path))).collect()
}

/// What must be found at fault, or the test shows nothing.
const BAD: [&str; 3] = [
    "SELECT count(*) FROM users WHERE nickname = 'bulk7777'",
    "SELECT u.key FROM users u WHERE u.tenant_id = 1 AND u.nickname = 'bulk7777'",
    "SELECT u.key FROM users u WHERE u.tenant_id = 1 ORDER BY u.nickname LIMIT 50",
];

#[tokio::test]
async fn statements_use_indexes_on_sqlite() {
    Server::test(Engine::Sqlite, async |server| {
        bulk::fill(server).await;
        for (name, path) in requests(server).await {
            let (answer, statements) = sqlite::listen(server.get(&path)).await;
            answer.expect(200);
            assert!(statements.len() >= 2, "{name}: who calls is asked too: {statements:?}");
            let faults: Vec<_> = statements.iter().flat_map(|statement| sqlite::faults(server, statement)).collect();
            assert!(faults.is_empty(), "{name}: {faults:#?}");
        }
        hot::fill(server).await;
        for name in hot::STATEMENTS {
            let ((), statements) = sqlite::listen(hot::run(server, name)).await;
            assert!(statements.len() >= 3, "{name}: beside those that find the user: {statements:?}");
            let faults: Vec<_> = statements.iter().flat_map(|statement| sqlite::faults(server, statement)).collect();
            assert!(faults.is_empty(), "{name}: {faults:#?}");
        }
        for statement in BAD {
            assert!(!sqlite::faults(server, statement).is_empty(), "{statement}");
        }
    })
    .await;
}

#[tokio::test]
async fn statements_use_indexes_on_postgres() {
    Server::test(Engine::Postgres, async |server| {
        bulk::fill(server).await;
        let requests = requests(server).await;
        let explained = postgres::Explained::new(server).await;
        for (name, path) in &requests {
            // More often than PostgreSQL plans a prepared statement for its values, so that its plan for any is seen too.
            for _ in 0..7 {
                explained.server.get(path).await.expect(200);
            }
            let plans = explained.plans().await;
            assert!(plans.len() >= 14, "{name}: {} plans", plans.len());
            let faults: Vec<_> = plans.iter().flat_map(postgres::faults).collect();
            assert!(faults.is_empty(), "{name}: {faults:#?}");
        }
        hot::fill(server).await;
        for name in hot::STATEMENTS {
            for _ in 0..7 {
                hot::run(&explained.server, name).await;
            }
            let plans = explained.plans().await;
            assert!(plans.len() >= 21, "{name}: {} plans", plans.len());
            let faults: Vec<_> = plans.iter().flat_map(postgres::faults).collect();
            assert!(faults.is_empty(), "{name}: {faults:#?}");
        }
        for statement in BAD {
            let session = explained.server.services.db.session().await.expect("a session");
            session.connection().batch(statement).await.expect("an answer");
            assert!(explained.plans().await.iter().any(|plan| !postgres::faults(plan).is_empty()), "{statement}");
        }
    })
    .await;
}
