//! Calling jobs off.

use anteroom_store::job;
use serde_json::json;
use tokio::sync::watch;

use super::{EXPORTS, gated, many, path_of, read, run_all, runner};
use crate::harness::{OTHER_HOST, both_engines};

both_engines! {
    async fn a_job_that_waits_is_not_done_any_more(server: &Server) {
        let job = server.post(EXPORTS, json!({})).await.expect(200);
        let path = format!("{}/cancel", path_of(&job));
        server.call("POST", &path).host(OTHER_HOST).send().await.refused(401, "invalid_token");
        let cancelled = server.call("POST", &path).send().await.expect(200);
        assert_eq!((&cancelled["status"], &cancelled["status_details"]), (&json!("cancelled"), &json!("The job was cancelled.")));
        assert_eq!(run_all(&runner(server)).await, 0);
        assert_eq!(read(server, &job).await, cancelled);
        server.call("POST", &path).send().await.refused(409, "job_over");
        server.call("POST", "/api/v2/jobs/job_0000000000000000/cancel").send().await.refused(404, "inexistent_job");
    }
}

both_engines! {
    async fn a_job_in_the_middle_writes_nothing_any_more(server: &Server) {
        many(server, 1_500).await;
        let job = server.post(EXPORTS, json!({})).await.expect(200);
        // The first batch is through, the second one half.
        let (runner, gate, go_on) = gated(server, 1_200);
        let (_stop, mut stopped) = watch::channel(false);
        let running = tokio::spawn(async move { runner.run_next(&mut stopped).await });
        gate.reached().await;
        let seen = read(server, &job).await;
        assert_eq!(seen["status"], "processing");
        assert!((1..100).contains(&seen["percentage_done"].as_i64().expect("a number")), "{seen}");
        let cancelled = server.call("POST", &format!("{}/cancel", path_of(&job))).send().await.expect(200);
        go_on.send(()).expect("a runner");
        assert!(running.await.expect("no panic").expect("a database"));
        assert_eq!(read(server, &job).await, cancelled);
        let session = server.services.db.session().await.expect("a session");
        let (connection, tenant) = (session.connection(), server.world.tenant);
        let id = job["id"].as_str().expect("an id");
        let key = job::find_stored(&connection, tenant, id).await.expect("a database").expect("the job").key;
        let piece = async |position| job::chunk(&connection, tenant, key, position).await.expect("a database");
        assert!(piece(0).await.is_some() && piece(1).await.is_none());
    }
}
