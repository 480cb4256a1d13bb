//! All of a piece of work is stored or nothing; what a refusal leaves is its record alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use anteroom_store::{Error, Sql};
use serde_json::json;

use super::notes::{act, make_table, note, notes, refusal, write_note};
use super::raw;
use crate::harness::{CONNECTION, Engine, Server, both_engines, race};

both_engines! {
    async fn a_refusal_undoes_all_that_was_done_and_leaves_its_record(server: &Server) {
        let db = &server.services.db;
        make_table(db).await;
        let work = act(|connection| Box::pin(async move {
            note(connection, "done before the refusal").await?;
            Err::<(), _>(refusal())
        }));
        let refused = db.write(work).await.expect_err("is refused");
        assert!(matches!(refused, Error::Unusable(_)), "{refused:?}");
        assert_eq!(notes(db).await, ["refused"]);
    }
}

both_engines! {
    async fn a_refused_request_changes_nothing_and_is_on_record_with_who_what_and_why(server: &Server) {
        let root = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone();
        let path = Server::path_of(&root);
        let before = server.get(&path).await;
        let change = json!({"platform_role": "user", "nickname": "gone", "user_metadata": {"a": 1}});
        server.patch(&path, change).await.refused(409, "last_super_admin");
        let after = server.get(&path).await;
        assert_eq!((&after.body, after.header("etag")), (&before.body, before.header("etag")));
        let logs = server.get("/api/v2/logs?q=type:fapi").await.expect(200);
        let [log] = logs.as_array().expect("logs").as_slice() else { panic!("{logs}") };
        assert_eq!(log["user_id"], root["user_id"]);
        assert_eq!(log["details"]["reason"], "last_super_admin");
        assert_eq!(log["details"]["actor"]["id"], server.world.client_id.as_str());
        assert_eq!(log["details"]["operation"], format!("PATCH {path}"));
    }
}

both_engines! {
    async fn work_that_fails_or_panics_leaves_nothing_and_the_next_goes_on(server: &Server) {
        let db = server.services.db.clone();
        make_table(&db).await;
        let broken = act(|connection| Box::pin(async move {
            note(connection, "before the failure").await?;
            connection.execute(Sql::new("INSERT INTO nowhere (text) VALUES (1)")).await
        }));
        let failed = db.write(broken).await.expect_err("fails");
        assert!(matches!(failed, Error::Statement(_)), "{failed:?}");
        let panicking = act(|connection| Box::pin(async move {
            note(connection, "before the panic").await?;
            if notes_of(connection).await? == 1 { panic!("as this test wants") }
            Ok(())
        }));
        let beside = db.clone();
        let outcome = tokio::spawn(async move { beside.write(panicking).await }).await;
        // Whoever asked is told either by an error or by the end of its own task.
        assert!(outcome.is_err() || outcome.is_ok_and(|answer| answer.is_err()));
        assert_eq!(notes(&db).await, [""; 0]);
        for number in 0..20 {
            write_note(&db, &number.to_string()).await.expect("is written");
        }
        assert_eq!(notes(&db).await.len(), 20);
    }
}

async fn notes_of(connection: &anteroom_store::Connection<'_>) -> Result<i64, Error> {
    Ok(connection.one::<(i64,)>(Sql::new("SELECT count(*) FROM note")).await?.map_or(0, |(count,)| count))
}

both_engines! {
    async fn of_work_done_together_each_piece_fails_or_succeeds_alone(server: &Server) {
        let db = &server.services.db;
        make_table(db).await;
        let answers = race(60, |number| {
            let db = db.clone();
            async move {
                let work = act(move |connection| Box::pin(async move {
                    note(connection, &format!("{number:02}")).await?;
                    match number % 3 {
                        0 => Ok(()),
                        1 => Err(refusal()),
                        _ => connection.execute(Sql::new("INSERT INTO nowhere (text) VALUES (1)")).await.map(drop),
                    }
                }));
                db.write(work).await
            }
        })
        .await;
        for (number, answer) in answers.into_iter().enumerate() {
            assert!(matches!((number % 3, &answer), (0, Ok(())) | (1, Err(Error::Unusable(_))) | (2, Err(Error::Statement(_)))), "{answer:?}");
        }
        let numbers = (0..60).step_by(3).map(|number| format!("{number:02}"));
        let expected: Vec<String> = numbers.chain(std::iter::repeat_n("refused".to_owned(), 20)).collect();
        assert_eq!(notes(db).await, expected);
    }
}

/// Work that is told by PostgreSQL that it collided, as often as this; how often it ran, and its answer.
async fn colliding(server: &Server, code: &'static str, times: u32) -> (u32, Result<(), Error>) {
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let work = act(move |connection| {
        let run = counted.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            note(connection, &format!("run {run}")).await?;
            if run < times {
                connection.batch(&format!("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{code}'; END $$")).await?;
            }
            Ok(())
        })
    });
    let answer = server.services.db.write(work).await;
    (runs.load(Ordering::SeqCst), answer)
}

#[tokio::test]
async fn a_collision_is_tried_again_but_not_for_ever() {
    Server::test(Engine::Postgres, async |server| {
        make_table(&server.services.db).await;
        for code in ["40001", "40P01", "23505"] {
            let (runs, answer) = colliding(server, code, 2).await;
            assert_eq!((runs, answer.is_ok()), (3, true), "{code}: {answer:?}");
            let (runs, answer) = colliding(server, code, 9).await;
            assert_eq!((runs, answer.is_err()), (3, true), "{code}: {answer:?}");
        }
        let (runs, answer) = colliding(server, "22012", 9).await;
        assert_eq!((runs, answer.is_err()), (1, true), "a mistake of ours is not tried again: {answer:?}");
        // Of every success the last run alone is stored.
        assert_eq!(notes(&server.services.db).await, ["run 2", "run 2", "run 2"]);
    })
    .await;
}

/// Two transactions that change the same two rows, each in the other's order.
#[tokio::test]
async fn two_transactions_that_wait_for_each_other_both_succeed() {
    Server::test(Engine::Postgres, async |server| {
        let db = &server.services.db;
        make_table(db).await;
        write_note(db, "one").await.expect("a row");
        write_note(db, "other").await.expect("a row");
        let raw = raw::postgres(server).await;
        let answers = race(2, |number| {
            let db = db.clone();
            async move {
                let work = act(move |connection| {
                    Box::pin(async move {
                        for place in 0..2 {
                            let text = if place == number { "one" } else { "other" };
                            let sql = Sql::new("UPDATE note SET text = text WHERE text = ").bind(text);
                            connection.execute_one(sql).await?;
                            // Long enough for the other one to have taken its first row.
                            connection.batch("SELECT pg_sleep(1)").await?;
                        }
                        Ok(())
                    })
                });
                db.write(work).await
            }
        })
        .await;
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        let deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
        for _ in 0..500 {
            if raw.query_one(deadlocks, &[]).await.expect("a count").get::<_, i64>(0) == 1 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("the two never waited for each other");
    })
    .await;
}

#[tokio::test]
async fn waiting_for_the_outside_within_a_transaction_of_sqlite_is_an_error_and_no_hang() {
    Server::test(Engine::Sqlite, async |server| {
        let db = &server.services.db;
        make_table(db).await;
        let work = act(|connection| {
            Box::pin(async move {
                note(connection, "before the wait").await?;
                std::future::pending::<Result<(), Error>>().await
            })
        });
        let answer = tokio::time::timeout(std::time::Duration::from_secs(10), db.write(work)).await.expect("no hang");
        assert!(matches!(answer, Err(Error::Statement(_))), "{answer:?}");
        assert_eq!(notes(db).await, [""; 0]);
        server.create(json!({"connection": CONNECTION, "username": "next"})).await;
    })
    .await;
}
