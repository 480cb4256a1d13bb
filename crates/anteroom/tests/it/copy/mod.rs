//! `anteroom copy`: everything arrives, or nothing.

mod contents;
mod refusals;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anteroom_store::copy::copy;
use anteroom_store::{DatabaseUrl, Db, Sql};
use serde_json::json;

pub use contents::{assert_same, contents, run, without_event_numbers};

use crate::harness::engine::Database;
use crate::harness::{CONNECTION, Engine, Server, World, race};

async fn copied(from: &DatabaseUrl, to: Engine) -> Database {
    let target = Database::empty(to).await;
    let source = Db::open_for_reading(from, 2).expect("the source");
    let db = Db::open(&target.url, 2).expect("the target");
    db.migrate().await.expect("a schema");
    copy(&source, &db, |_, _| ()).await.expect("a copy");
    target
}

/// Users with all that they can have, a number that is used no more, and a record longer than any batch, which lacks
/// some details.
async fn fill(server: &Server) {
    // What is queued for the record comes before the copy, not beside it.
    server.services.traffic.flush().await;
    let people = server.create_people().await;
    let many: serde_json::Map<_, _> =
        (0..90).map(|number| (format!("字{number}"), json!(number as f64 / 4.0))).collect();
    for person in &people {
        let body =
            json!({"user_metadata": many, "app_metadata": {"text": "a\nb\"c'\u{1F600}", "yes": true, "none": null}});
        server.patch(&Server::path_of(person), body).await.expect(200);
    }
    server.patch(&Server::path_of(&people[1]), json!({"blocked": true})).await.expect(200);
    let with_password =
        json!({"connection": CONNECTION, "email": "p@example.com", "password": "correct horse battery"});
    server.create(with_password).await;
    let last = server.create(json!({"connection": CONNECTION, "email": "gone@example.com"})).await;
    server.delete(&Server::path_of(&last)).await.expect(204);
    run(
        &server.database.url,
        "INSERT INTO event (tenant_id, log_id, at, kind, actor_kind, actor_id)
             SELECT e.tenant_id, e.log_id || '-' || u.user_id, e.at, e.kind, e.actor_kind, e.actor_id FROM event e, users u;
         INSERT INTO event_detail (event_id, tenant_id, ip, changes, location)
             SELECT id, tenant_id, '2001:db8::1', '[]', '{\"city_name\":\"Zürich\"}' FROM event WHERE log_id LIKE '%-%' AND id % 3 = 0;",
    )
    .await;
}

async fn there_and_back(engine: Engine, other: Engine) {
    let server = Server::start(engine).await;
    fill(&server).await;
    let url = &server.database.url;
    if engine == Engine::Postgres {
        // As if transactions had overtaken others: the order of becoming visible is not that of the numbers.
        run(url, "UPDATE event SET position = position - 1 - id % 5 WHERE id % 7 = 0").await;
    }
    let there = copied(url, other).await;
    let back = copied(&there.url, engine).await;

    let (original, first, second) = (contents(url).await, contents(&there.url).await, contents(&back.url).await);
    assert!(original.len() > 15 && original.values().any(|rows| rows.len() > 1000));
    let without_numbers = without_event_numbers(&there.url, first.clone()).await;
    assert_same(&without_event_numbers(url, original).await, &without_numbers);
    assert_same(&first, &second);
    let on_sqlite = if engine == Engine::Sqlite { &back.url } else { &there.url };
    // The full-text index is compared with the rows.
    run(on_sqlite, "INSERT INTO user_search (user_search, rank) VALUES ('integrity-check', 1)").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_to_postgres_and_back_changes_nothing() {
    there_and_back(Engine::Sqlite, Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_to_sqlite_and_back_changes_nothing() {
    there_and_back(Engine::Postgres, Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_has_the_indexes_of_the_schema() {
    let source = World::on(Engine::Postgres).await.database().await;
    let target = copied(&source.url, Engine::Postgres).await;
    let indexes = async |url: &DatabaseUrl| -> Vec<(String,)> {
        let db = Db::open_for_reading(url, 1).expect("a database");
        let text = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname";
        db.session().await.expect("a session").connection().all(Sql::new(text)).await.expect("the indexes")
    };
    let expected = indexes(&source.url).await;
    assert!(expected.iter().any(|(definition,)| definition.contains("gin_trgm_ops")));
    assert_eq!(indexes(&target.url).await, expected);
}

async fn numbers_go_on(engine: Engine) {
    let server = Server::start(engine).await;
    fill(&server).await;
    for other in [Engine::Sqlite, Engine::Postgres] {
        let target = copied(&server.database.url, other).await;
        // The last number ever given belongs to a user who is deleted in the source.
        let greatest = numbers(&target.url).await;
        run(&target.url, "INSERT INTO user_count (tenant_id, delta) VALUES (1, 0)").await;
        run(&target.url, "INSERT INTO tenant (name, created_at) VALUES ('another', 0)").await;
        let after = numbers(&target.url).await;
        assert_eq!((after.0, after.1), (greatest.0 + 1, greatest.1 + 1));
        assert_eq!(next_user(&target.url).await, next_user(&server.database.url).await);
    }
}

async fn numbers(url: &DatabaseUrl) -> (i64, i64) {
    let db = Db::open_for_reading(url, 1).expect("a database");
    let session = db.session().await.expect("a session");
    let text = "SELECT (SELECT max(id) FROM user_count), (SELECT max(id) FROM tenant)";
    session.connection().one(Sql::new(text)).await.expect("the numbers").expect("a row")
}

/// The number that the next user will get.
async fn next_user(url: &DatabaseUrl) -> i64 {
    let text = match url {
        DatabaseUrl::Sqlite(_) => "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'users'",
        DatabaseUrl::Postgres(_) => "SELECT nextval(pg_get_serial_sequence('users', 'key'))",
    };
    let db = Db::open_for_reading(url, 1).expect("a database");
    let session = db.session().await.expect("a session");
    let (next,) = session.connection().one::<(i64,)>(Sql::new(text)).await.expect("a number").expect("a row");
    next
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_sqlite_gives_no_number_twice() {
    numbers_go_on(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_postgres_gives_no_number_twice() {
    numbers_go_on(Engine::Postgres).await;
}

/// While others write, the copy is of one moment: each user has come with all that belongs to it.
async fn one_moment(engine: Engine, other: Engine) {
    let server = Server::start(engine).await;
    let (writer, is_copied) = (server.clone(), Arc::new(AtomicBool::new(false)));
    let results = race(9, move |number| {
        let (server, is_copied) = (writer.clone(), Arc::clone(&is_copied));
        async move {
            if number == 0 {
                let target = copied(&server.database.url, other).await;
                is_copied.store(true, Ordering::SeqCst);
                return Some(target);
            }
            for round in 0.. {
                let email = format!("writer{number}.{round}@example.com");
                server.create(json!({"connection": CONNECTION, "email": email})).await;
                if is_copied.load(Ordering::SeqCst) {
                    break;
                }
            }
            None
        }
    });
    let target = results.await.into_iter().flatten().next().expect("a copy");
    let db = Db::open_for_reading(&target.url, 1).expect("a database");
    let session = db.session().await.expect("a session");
    let text = "SELECT (SELECT count(*) FROM users), (SELECT CAST(sum(delta) AS BIGINT) FROM user_count), \
                (SELECT count(*) FROM identity), (SELECT count(DISTINCT user_key) FROM identifier), \
                (SELECT count(*) FROM user_activity)";
    let found = session.connection().one::<(i64, i64, i64, i64, i64)>(Sql::new(text)).await;
    let (users, counted, identities, identified, active) = found.expect("the counts").expect("a row");
    assert!(users > 28, "{users}");
    assert_eq!((counted, identities, identified, active), (users, users, users, users));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_sqlite_is_of_one_moment() {
    one_moment(Engine::Sqlite, Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_postgres_is_of_one_moment() {
    one_moment(Engine::Postgres, Engine::Sqlite).await;
}
