//! A reader that goes on from the last event it has seen, while others write and some commit late.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use super::ids;
use crate::engine_room::raw;
use crate::harness::{CONNECTION, Engine, Server, both_engines};

const WRITERS: usize = 8;
const EVENTS: usize = 50;
const LATE: usize = 5;

/// All that can be read on from an event, or from the first.
async fn read_on(server: &Server, seen: &mut Vec<Value>) {
    loop {
        let from =
            seen.last().map(|log| format!("&from={}", log["log_id"].as_str().expect("an id"))).unwrap_or_default();
        let answer = server.get(&format!("/api/v2/logs?take=7{from}")).await.expect(200);
        let found = answer.as_array().expect("an array");
        if found.is_empty() {
            return;
        }
        seen.extend(found.iter().cloned());
    }
}

/// Each writer makes a user and changes it again and again: an event each time.
async fn write(server: Server, writer: usize) {
    let user = server.create(json!({"connection": CONNECTION, "username": format!("writer{writer}")})).await;
    for number in 1..EVENTS {
        server.patch(&Server::path_of(&user), json!({"nickname": format!("n{number}")})).await.expect(200);
    }
}

/// Transactions that take their place in the order, and commit when many others have gone by.
async fn commit_late(server: Server) {
    let tenant = server.world.tenant.0;
    for number in 0..LATE {
        let text = format!(
            "INSERT INTO event (tenant_id, log_id, at, kind, actor_kind, actor_id) \
             VALUES ({tenant}, 'late-{number}', 1767225600000000, 'user.updated', 'system', 'system')"
        );
        match server.engine {
            Engine::Postgres => {
                let raw = raw::postgres(&server).await;
                raw.batch_execute(&format!("BEGIN; {text}")).await.expect("an event");
                tokio::time::sleep(Duration::from_millis(120)).await;
                raw.batch_execute("COMMIT").await.expect("a commit");
            }
            Engine::Sqlite => {
                let raw = raw::sqlite(&server.database.url);
                raw.execute_batch(&format!("BEGIN IMMEDIATE; {text}")).expect("an event");
                tokio::time::sleep(Duration::from_millis(20)).await;
                raw.execute_batch("COMMIT").expect("a commit");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

both_engines! {
    async fn a_reader_that_goes_on_sees_every_event_once_in_one_order(server: &Server) {
        let is_over = Arc::new(AtomicBool::new(false));
        let reading = {
            let (server, is_over) = (server.clone(), Arc::clone(&is_over));
            tokio::spawn(async move {
                let mut seen = Vec::new();
                while !is_over.load(Ordering::SeqCst) {
                    read_on(&server, &mut seen).await;
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
                seen
            })
        };
        let mut writing: Vec<_> = (0..WRITERS).map(|writer| tokio::spawn(write(server.clone(), writer))).collect();
        writing.push(tokio::spawn(commit_late(server.clone())));
        for writer in writing {
            writer.await.expect("all is written");
        }
        server.services.traffic.flush().await;
        is_over.store(true, Ordering::SeqCst);
        let mut seen = reading.await.expect("a reader");

        let expected = server.get("/api/v2/logs?include_totals=true&per_page=0").await.expect(200)["total"].as_u64();
        // Transactions elsewhere in the cluster may hold the last events back for a while.
        for _ in 0..3000 {
            read_on(server, &mut seen).await;
            if Some(seen.len() as u64) >= expected {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(Some(seen.len() as u64), expected, "an event is missing or came twice");
        let seen = ids(&seen);
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len(), "an event came twice");
        assert_eq!(seen.iter().filter(|id| id.starts_with("late-")).count(), LATE);
        assert!(seen.len() >= WRITERS * EVENTS + LATE);
        let mut again = Vec::new();
        read_on(server, &mut again).await;
        assert_eq!(ids(&again), seen, "the order is another one the second time");
    }
}

/// Why the reader waits: an event that took its place earlier is not visible yet.
#[tokio::test]
async fn events_behind_an_open_transaction_are_held_back_until_it_ends() {
    Server::test(Engine::Postgres, async |server| {
        server.services.traffic.flush().await;
        server.clock.advance_seconds(60);
        let mut seen = Vec::new();
        let raw = raw::postgres(server).await;
        let text = format!(
            "BEGIN; INSERT INTO event (tenant_id, log_id, at, kind, actor_kind, actor_id) \
             VALUES ({}, 'early', 0, 'user.updated', 'system', 'system')",
            server.world.tenant.0
        );
        raw.batch_execute(&text).await.expect("an event");
        server.create(json!({"connection": CONNECTION, "username": "overtaking"})).await;
        read_on(server, &mut seen).await;
        assert!(seen.iter().all(|log| log["user_name"] != "overtaking"), "{seen:?}");
        // The list by time hides nothing.
        let newest = server.get("/api/v2/logs?per_page=1").await.expect(200);
        assert_eq!(newest[0]["details"]["kind"], "user.created");
        raw.batch_execute("COMMIT").await.expect("a commit");
        let overtaking = |log: &Value| log["user_name"] == "overtaking";
        for _ in 0..3000 {
            read_on(server, &mut seen).await;
            if seen.iter().any(overtaking) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let places = |is_it: &dyn Fn(&Value) -> bool| -> Vec<usize> {
            (0..seen.len()).filter(|place| is_it(&seen[*place])).collect()
        };
        let (early, late) = (places(&|log| log["log_id"] == "early"), places(&overtaking));
        assert!(early.len() == 1 && late.len() == 1 && early[0] < late[0], "{early:?} {late:?}");
    })
    .await;
}
