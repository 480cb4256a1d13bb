//! Any number of processes do jobs, each job once.

use std::collections::BTreeSet;
use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::exports::Shape;
use anteroom_accounts::jobs::Runner;
use anteroom_model::{Clock, User};
use anteroom_store::job::{self, Claim};
use anteroom_store::{BoxFuture, Connection, Error, Work};
use serde_json::{Map, Value, json};
use tokio::sync::watch;

use super::{EXPORTS, fetch, gated, ids, many, path_of, read, run_all, runner};
use crate::harness::both_engines;

/// Takes the next job, as a process that then says no more.
struct Take(anteroom_model::Timestamp);

impl Work for Take {
    type Output = Option<Claim>;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<Option<Claim>, Error>> {
        Box::pin(job::claim(connection, self.0, self.0.plus_seconds(60), "lost"))
    }
}

struct Save(Claim, anteroom_model::Timestamp);

impl Work for Save {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            job::append_chunk(connection, self.0.tenant, self.0.key, 7, b"late".to_vec()).await?;
            job::save(connection, &self.0, &json!({}), self.1).await
        })
    }
}

both_engines! {
    async fn two_processes_do_each_job_once(server: &Server) {
        let second = server.second_process().await;
        let mut jobs = Vec::new();
        for _ in 0..12 {
            jobs.push(server.post(EXPORTS, json!({})).await.expect(200));
        }
        let (here, there) = (runner(server), runner(&second));
        let mut begun = 0;
        // Whoever comes second to a job goes away empty-handed and comes again.
        for _ in 0..20 {
            let (one, other) = tokio::join!(run_all(&here), run_all(&there));
            begun += one + other;
        }
        assert_eq!(begun, 12);
        for job in &jobs {
            let job = read(server, job).await;
            assert_eq!(ids(&fetch(server, &job).await.text).len(), 1, "{job}");
        }
        let logs = server.get("/api/v2/logs?q=type:job_completed&per_page=100").await.expect(200);
        assert_eq!(logs.as_array().expect("events").len(), 12);
    }
}

both_engines! {
    async fn a_job_whose_process_is_gone_is_done_by_another_one_when_its_time_is_over(server: &Server) {
        let job = server.post(EXPORTS, json!({})).await.expect(200);
        let lost = server.services.db.write(Take(server.clock.now())).await.expect("a database").expect("a job");
        assert_eq!(run_all(&runner(server)).await, 0, "it is held");
        assert!(server.services.db.write(Take(server.clock.now())).await.expect("a database").is_none());
        server.clock.advance_seconds(61);
        assert_eq!(run_all(&runner(server)).await, 1);
        let done = read(server, &job).await;
        assert_eq!(done["status"], "completed");
        // The one that was thought to be gone wakes up: nothing of its step stays.
        let late = server.services.db.write(Save(lost, server.clock.now())).await;
        assert!(matches!(late, Err(Error::AffectedRows(0))), "{late:?}");
        assert_eq!(ids(&fetch(server, &done).await.text).len(), 1);
    }
}

both_engines! {
    async fn a_job_that_is_stopped_goes_on_where_it_was(server: &Server) {
        many(server, 2_500).await;
        let job = server.post(EXPORTS, json!({})).await.expect(200);
        let (stopping, gate, go_on) = gated(server, 1_700);
        let (stop, mut stopped) = watch::channel(false);
        let running = tokio::spawn(async move { stopping.run_next(&mut stopped).await });
        gate.reached().await;
        stop.send(true).expect("a runner");
        go_on.send(()).expect("a runner");
        assert!(running.await.expect("no panic").expect("a database"));
        let seen = read(server, &job).await;
        assert_eq!(seen["status"], "processing");
        // At once: it was given back.
        assert_eq!(run_all(&runner(server)).await, 1);
        let found = ids(&fetch(server, &read(server, &job).await).await.text);
        assert_eq!((found.len(), found.iter().collect::<BTreeSet<_>>().len()), (2_501, 2_501));
    }
}

/// A mistake of ours.
struct Mistake;

impl Shape for Mistake {
    fn write(&self, _: &User, _: &TenantConfiguration, _: &mut Vec<u8>) {
        panic!("a mistake, on purpose");
    }

    fn object(&self, _: &User, _: &TenantConfiguration) -> Map<String, Value> {
        Map::new()
    }
}

both_engines! {
    async fn a_job_that_comes_no_further_is_given_up(server: &Server) {
        let job = server.post(EXPORTS, json!({})).await.expect(200);
        for _ in 0..5 {
            let broken = Runner { shape: Arc::new(Mistake), ..runner(server) };
            let (_stop, mut stopped) = watch::channel(false);
            let ran = tokio::spawn(async move { broken.run_next(&mut stopped).await }).await;
            assert!(ran.is_err_and(|error| error.is_panic()));
            assert_eq!(read(server, &job).await["status"], "processing");
            server.clock.advance_seconds(61);
        }
        assert_eq!(run_all(&runner(server)).await, 1);
        let failed = read(server, &job).await;
        assert_eq!(failed["status"], "failed");
        assert!(failed["status_details"].as_str().expect("a reason").contains("5 times"), "{failed}");
        let path = format!("{}/errors", path_of(&job));
        assert_eq!(server.get(&path).await.expect(200), failed);
        let logs = server.get("/api/v2/logs?q=type:job_failed").await.expect(200);
        assert_eq!(logs.as_array().expect("events").len(), 1);
    }
}

both_engines! {
    async fn jobs_are_listed_from_the_newest(server: &Server) {
        let mut made = Vec::new();
        for _ in 0..5 {
            made.push(server.post(EXPORTS, json!({})).await.expect(200)["id"].clone());
        }
        made.reverse();
        let (mut seen, mut path) = (Vec::new(), "/api/v2/jobs?take=2&type=users_export".to_owned());
        loop {
            let page = server.get(&path).await.expect(200);
            seen.extend(page["jobs"].as_array().expect("jobs").iter().map(|job| job["id"].clone()));
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/api/v2/jobs?take=2&type=users_export&from={next}");
        }
        assert_eq!(seen, made);
        assert_eq!(server.get("/api/v2/jobs?type=users_import").await.expect(200), json!({"jobs": []}));
        assert_eq!(server.get("/api/v2/jobs?type=x").await.refused(400, "invalid_query_string").as_deref(), Some("type"));
        assert_eq!(server.get("/api/v2/jobs?from=x").await.refused(400, "invalid_paging").as_deref(), Some("from"));
    }
}
