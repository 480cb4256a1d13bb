//! A server that is killed in the midst of a thousand creates: what it has acknowledged is there, all of it, and nothing
//! is there by half.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anteroom_store::DatabaseUrl;
use serde_json::{Value, json};

use super::process::Process;
use super::whole;
use crate::harness::engine::Database;
use crate::harness::{CONNECTION, Engine};

/// Creates under way at once.
const CREATES: usize = 1000;
/// Acknowledged ones after which the server is killed.
const ENOUGH: usize = 300;

/// The body that makes this user of this round.
pub fn body(round: usize, number: usize) -> Value {
    json!({
        "connection": CONNECTION, "email": format!("user{number}.round{round}@example.com"),
        "password": "a long and winding road", "user_metadata": {"number": number},
    })
}

/// Begins all creates at once and kills the server when enough are acknowledged; the ids of those that were.
pub async fn kill_while_creating(
    process: &mut Process,
    round: usize,
    creates: usize,
    enough: usize,
) -> BTreeSet<String> {
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let mut clients = Vec::new();
    for _ in 0..creates {
        clients.push(process.connect().await);
    }
    let mut running = Vec::new();
    for (number, mut client) in clients.into_iter().enumerate() {
        let acknowledged = Arc::clone(&acknowledged);
        running.push(tokio::spawn(async move {
            let (status, user) = client.send("POST", "/api/v2/users", Some(&body(round, number))).await.ok()?;
            assert_eq!(status, 201, "{user}");
            acknowledged.fetch_add(1, Ordering::SeqCst);
            Some(user["user_id"].as_str().expect("an id").to_owned())
        }));
    }
    while acknowledged.load(Ordering::SeqCst) < enough {
        tokio::time::sleep(std::time::Duration::from_micros(200)).await;
    }
    process.kill();
    let mut made = BTreeSet::new();
    for answer in running {
        made.extend(answer.await.expect("no other answer"));
    }
    assert!(made.len() >= enough && made.len() < creates, "{} of {creates} were acknowledged", made.len());
    made
}

/// Checks that all that was acknowledged is answered and found, and that the server goes on.
pub async fn assert_served(process: &Process, round: usize, acknowledged: &BTreeSet<String>, users: usize) {
    let mut client = process.connect().await;
    for (place, id) in acknowledged.iter().enumerate() {
        let (status, user) =
            client.send("GET", &format!("/api/v2/users/{}", id.replace('|', "%7C")), None).await.expect("an answer");
        assert_eq!((status, user["user_id"].as_str()), (200, Some(id.as_str())), "{user}");
        let email = user["email"].as_str().expect("an address");
        let number = &user["user_metadata"]["number"];
        assert_eq!(email, format!("user{number}.round{round}@example.com"));
        if place % 10 > 0 {
            continue;
        }
        let (_, found) =
            client.send("GET", &format!("/api/v2/users-by-email?email={email}"), None).await.expect("an answer");
        assert_eq!(found[0]["user_id"], user["user_id"]);
        let (_, found) = client.send("GET", &format!("/api/v2/users?q={email}"), None).await.expect("an answer");
        assert_eq!(found[0]["user_id"], user["user_id"], "{email} is not found by search");
    }
    let (_, page) = client.send("GET", "/api/v2/users?include_totals=true&per_page=1", None).await.expect("an answer");
    assert_eq!(page["total"], users);
    let (status, made) = client.send("POST", "/api/v2/users", Some(&body(round, CREATES))).await.expect("an answer");
    assert_eq!(status, 201, "{made}");
}

async fn acknowledged_users_survive_a_kill(engine: Engine) {
    let database = Database::empty(engine).await;
    let url = match &database.url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mut process = Process::start(folder.path(), &url, &[]).await;
    for round in 0..2 {
        let acknowledged = kill_while_creating(&mut process, round, CREATES, ENOUGH).await;
        settle(&database).await;
        let users = whole::check(&database.url).await;
        let missing: Vec<_> = acknowledged.difference(&users).collect();
        assert!(missing.is_empty(), "{} acknowledged users are gone: {missing:?}", missing.len());
        process = Process::start(folder.path(), &url, &[]).await;
        assert_served(&process, round, &acknowledged, users.len()).await;
    }
}

/// PostgreSQL may still be at work on what the killed server had sent; a server started meanwhile would find it so.
async fn settle(database: &Database) {
    if let DatabaseUrl::Postgres(_) = &database.url {
        let raw = super::raw::connect(&database.url).await;
        super::raw::until_activity(&raw, 0, "application_name = 'anteroom'").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_users_survive_a_kill_on_sqlite() {
    acknowledged_users_survive_a_kill(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_users_survive_a_kill_on_postgres() {
    acknowledged_users_survive_a_kill(Engine::Postgres).await;
}
