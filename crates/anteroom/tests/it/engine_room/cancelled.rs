//! Callers that go away in the midst of a transaction of PostgreSQL.

use std::pin::pin;
use std::task::Poll;

use anteroom_store::{Db, Error, Sql};

use super::notes::{act, make_table, note, notes, write_note};
use super::raw;
use crate::harness::Engine;
use crate::harness::engine::Database;

/// Polls the future at most this often, then drops it; its output if it came to that.
async fn polled<T>(times: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = times;
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

async fn three_notes(db: &Db) -> Result<(), Error> {
    let work = act(|connection| {
        Box::pin(async move {
            for _ in 0..3 {
                note(connection, "abandoned").await?;
            }
            Ok(())
        })
    });
    db.write(work).await
}

/// The transaction is abandoned once at every point at which it waits; each time the next one finds the pool's only
/// connection clean, or a new one.
#[tokio::test]
async fn a_transaction_abandoned_anywhere_leaves_no_open_one_and_no_dirty_connection() {
    let database = Database::empty(Engine::Postgres).await;
    let raw = raw::connect(&database.url).await;
    let mut points = 0;
    let db = Db::open(&database.url, 1).expect("a database");
    make_table(&db).await;
    loop {
        points += 1;
        let finished = polled(points, three_notes(&db)).await;
        raw::until_activity(&raw, 0, "state LIKE 'idle in transaction%'").await;
        let session = db.session().await.expect("a session");
        // Two statements of one transaction would see the same time.
        let now = || Sql::new("SELECT CAST(extract(epoch FROM now()) * 1000000 AS BIGINT)");
        let first: Option<(i64,)> = session.connection().one(now()).await.expect("a time");
        let second: Option<(i64,)> = session.connection().one(now()).await.expect("a time");
        assert!(first < second, "abandoned at point {points}, the connection is inside a transaction");
        drop(session);
        write_note(&db, "next").await.expect("is written");
        if let Some(answer) = finished {
            answer.expect("is written");
            break;
        }
    }
    // BEGIN, three statements, the preparation of one, COMMIT: at each it must have been cut off.
    assert!(points >= 6, "only {points} points");
    let found = notes(&db).await;
    assert_eq!(found.iter().filter(|text| *text == "next").count(), points);
    assert_eq!(found.iter().filter(|text| *text == "abandoned").count() % 3, 0, "{found:?}");
}

/// Cut off while it waits for a lock, a transaction is not left to take it later.
#[tokio::test]
async fn a_transaction_abandoned_while_it_waits_for_a_lock_is_undone() {
    let database = Database::empty(Engine::Postgres).await;
    let db = Db::open(&database.url, 2).expect("a database");
    make_table(&db).await;
    let raw = raw::connect(&database.url).await;
    raw.batch_execute("BEGIN; LOCK TABLE note").await.expect("a lock");
    let beside = db.clone();
    let abandoned = tokio::spawn(async move { three_notes(&beside).await });
    raw::until_activity(&raw, 1, "wait_event_type = 'Lock'").await;
    abandoned.abort();
    assert!(abandoned.await.expect_err("was cut off").is_cancelled());
    raw.batch_execute("COMMIT").await.expect("unlocked");
    raw::until_activity(&raw, 0, "state <> 'idle'").await;
    assert_eq!(notes(&db).await, [""; 0]);
    write_note(&db, "next").await.expect("is written");
}

/// Connections that the server has ended are replaced, not handed out again.
#[tokio::test]
async fn connections_that_the_database_has_ended_are_replaced() {
    let database = Database::empty(Engine::Postgres).await;
    let db = Db::open(&database.url, 4).expect("a database");
    make_table(&db).await;
    let raw = raw::connect(&database.url).await;
    let end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for _ in 0..5 {
        raw.batch_execute(end_all).await.expect("ended");
        raw::until_activity(&raw, 0, "true").await;
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        write_note(&db, "next").await.expect("is written");
    }
    assert_eq!(notes(&db).await, ["next"; 5]);
}
