//! SQLite's one writer: whatever waits shares a commit, and every answer waits for it.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use anteroom_store::{DatabaseUrl, Db, Error, Sql};
use tokio::task::JoinHandle;

use super::notes::{act, make_table, note, notes, refusal, write_note};
use super::raw;
use crate::harness::engine::Database;
use crate::harness::{Engine, race};

/// An empty database with the table of notes.
async fn database() -> (Database, Db) {
    let database = Database::empty(Engine::Sqlite).await;
    let db = Db::open(&database.url, 1).expect("a database");
    make_table(&db).await;
    (database, db)
}

fn wal(database: &Database) -> PathBuf {
    let DatabaseUrl::Sqlite(path) = &database.url else { panic!("not SQLite") };
    path.with_extension("db-wal")
}

/// How many commits the log holds: a frame that ends one names the size of the database after it (file format §4.1).
fn commits(database: &Database) -> usize {
    let log = std::fs::read(wal(database)).expect("the log");
    let page = u32::from_be_bytes(log[8..12].try_into().expect("four bytes")) as usize;
    let salts = &log[16..24];
    let frames = log[32..].chunks_exact(24 + page).take_while(|frame| &frame[8..16] == salts);
    frames.filter(|frame| frame[4..8] != [0; 4]).count()
}

/// Work that keeps the writer busy from the moment it says so until it is told to go on.
struct Held {
    answer: JoinHandle<Result<(), Error>>,
    go_on: Sender<()>,
}

impl Held {
    async fn new(db: &Db, text: &str) -> Self {
        let text = text.to_owned();
        let (go_on, wait) = channel::<()>();
        let (begun, has_begun) = channel::<()>();
        let (wait, begun): (Mutex<Receiver<()>>, Mutex<Sender<()>>) = (Mutex::new(wait), Mutex::new(begun));
        let work = act(move |connection| {
            begun.lock().expect("a lock").send(()).expect("the test waits");
            wait.lock().expect("a lock").recv().expect("a word");
            let text = text.clone();
            Box::pin(async move { note(connection, &text).await })
        });
        let db = db.clone();
        let answer = tokio::spawn(async move { db.write(work).await });
        tokio::task::spawn_blocking(move || has_begun.recv().expect("it begins")).await.expect("it begins");
        Self { answer, go_on }
    }

    async fn finish(self) -> Result<(), Error> {
        self.go_on.send(()).expect("it waits");
        self.answer.await.expect("an answer")
    }
}

/// Queues work in the order of the calls; nothing is done before the writer is free.
async fn queued<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    let handle = tokio::spawn(work);
    tokio::time::sleep(Duration::from_millis(20)).await;
    handle
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_together_shares_one_commit() {
    let (database, db) = database().await;
    let before = commits(&database);
    let held = Held::new(&db, "first").await;
    let mut waiting = Vec::new();
    for number in 0..100 {
        let db = db.clone();
        waiting.push(tokio::spawn(async move { write_note(&db, &number.to_string()).await }));
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    held.finish().await.expect("is written");
    for answer in waiting {
        answer.await.expect("an answer").expect("is written");
    }
    assert_eq!(notes(&db).await.len(), 101);
    assert_eq!(commits(&database) - before, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writers_that_never_wait_for_each_other_still_share_most_commits() {
    let (database, db) = database().await;
    let before = commits(&database);
    race(400, |number| {
        let db = db.clone();
        async move { write_note(&db, &number.to_string()).await.expect("is written") }
    })
    .await;
    let made = commits(&database) - before;
    assert!((4..200).contains(&made), "400 writes took {made} commits");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_waits_for_the_commit_a_refusal_s_too() {
    let (_database, db) = database().await;
    let first = Held::new(&db, "first").await;
    let beside = db.clone();
    let done = queued(async move { write_note(&beside, "done").await }).await;
    let beside = db.clone();
    let refused = queued(async move { beside.write(act(|_| Box::pin(async { Err::<(), _>(refusal()) }))).await }).await;
    let beside = db.clone();
    let last = queued(async move { Held::new(&beside, "last").await }).await;
    first.go_on.send(()).expect("it waits");
    // The last one of the burst has begun, so the others are done; yet nobody hears of it and nobody sees it.
    let last = last.await.expect("it begins");
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!first.answer.is_finished() && !done.is_finished() && !refused.is_finished());
    assert_eq!(notes(&db).await, [""; 0]);
    last.finish().await.expect("is written");
    first.answer.await.expect("an answer").expect("is written");
    done.await.expect("an answer").expect("is written");
    assert!(matches!(refused.await.expect("an answer"), Err(Error::Unusable(_))));
    assert_eq!(notes(&db).await, ["done", "first", "last", "refused"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failed_commit_fails_all_that_shared_it_and_nothing_more() {
    let (_database, db) = database().await;
    db.write(act(|connection| {
        Box::pin(connection.batch(
            "CREATE TABLE parent (id INTEGER PRIMARY KEY);
         CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)",
        ))
    }))
    .await
    .expect("tables");
    let first = Held::new(&db, "first").await;
    let beside = db.clone();
    let done = queued(async move { write_note(&beside, "done").await }).await;
    let beside = db.clone();
    let refused = queued(async move { beside.write(act(|_| Box::pin(async { Err::<(), _>(refusal()) }))).await }).await;
    // What only the commit finds out: it refers to a row that never comes.
    let beside = db.clone();
    let orphan = queued(async move {
        let sql = || Sql::new("INSERT INTO child (parent) VALUES (1)");
        beside.write(act(move |connection| Box::pin(connection.execute_one(sql())))).await
    })
    .await;
    let answers = [
        first.finish().await,
        done.await.expect("an answer"),
        refused.await.expect("an answer"),
        orphan.await.expect("an answer"),
    ];
    for answer in answers {
        assert!(matches!(&answer, Err(Error::Statement(text)) if text.contains("FOREIGN KEY")), "{answer:?}");
    }
    assert_eq!(notes(&db).await, [""; 0]);
    write_note(&db, "next").await.expect("is written");
    assert_eq!(notes(&db).await, ["next"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_caller_that_goes_away_stops_nothing() {
    let (_database, db) = database().await;
    let held = Held::new(&db, "first").await;
    let beside = db.clone();
    let abandoned = queued(async move { write_note(&beside, "abandoned").await }).await;
    abandoned.abort();
    held.finish().await.expect("is written");
    write_note(&db, "next").await.expect("is written");
    assert_eq!(notes(&db).await, ["abandoned", "first", "next"]);
}

/// Another process, such as a command beside the server, holds the write lock for longer than anyone waits.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_locked_from_outside_is_waited_for_and_then_told_of() {
    let (database, db) = database().await;
    let other = raw::sqlite(&database.url);
    other.execute_batch("BEGIN IMMEDIATE").expect("a lock");
    let beside = db.clone();
    let patient = tokio::spawn(async move { write_note(&beside, "patient").await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!patient.is_finished());
    other.execute_batch("COMMIT").expect("unlocked");
    patient.await.expect("an answer").expect("is written");
    other.execute_batch("BEGIN IMMEDIATE").expect("a lock");
    let answers = race(3, |_| {
        let db = db.clone();
        async move { write_note(&db, "in vain").await }
    });
    // However many wait, they are told together and not one after the other.
    let answers = tokio::time::timeout(Duration::from_secs(12), answers).await.expect("an answer in time");
    assert!(answers.iter().all(|answer| matches!(answer, Err(Error::Unavailable(_)))), "{answers:?}");
    other.execute_batch("COMMIT").expect("unlocked");
    write_note(&db, "next").await.expect("is written");
    assert_eq!(notes(&db).await, ["next", "patient"]);
}

/// The log is written back and begun anew, however many write and read all the time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_does_not_grow_without_bound() {
    let (database, db) = database().await;
    let text = "x".repeat(2000);
    let answers = race(100, |number| {
        let (db, text) = (db.clone(), text.clone());
        async move {
            for _ in 0..200 {
                let text = text.clone();
                // Its answer is the first row, where a statement that is not read to its end would stop.
                let work = act(move |connection| {
                    let sql = Sql::new("INSERT INTO note (text) VALUES (").bind(&text).push(") RETURNING rowid");
                    Box::pin(async move { connection.one::<(i64,)>(sql).await })
                });
                db.write(work).await.expect("is written");
                if number < 2 {
                    let session = db.session().await.expect("a session");
                    let count = Sql::new("SELECT count(*) FROM note WHERE rowid > 10000");
                    session.connection().one::<(i64,)>(count).await.expect("a count");
                }
            }
        }
    });
    answers.await;
    let grown = std::fs::metadata(wal(&database)).expect("the log").len();
    assert!(grown < 16 * 1024 * 1024, "the log has {grown} bytes after 20,000 writes");
    assert_eq!(notes(&db).await.len(), 20_000);
}
