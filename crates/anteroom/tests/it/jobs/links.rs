//! Links to finished files.

use anteroom_model::PlatformRole;
use serde_json::json;

use super::{EXPORTS, fetch, path_of, read, run_all, runner};
use crate::harness::{HOST, OTHER_HOST, both_engines};

both_engines! {
    async fn a_link_opens_its_own_file_for_a_minute(server: &Server) {
        let mut jobs = Vec::new();
        for _ in 0..2 {
            jobs.push(server.post(EXPORTS, json!({})).await.expect(200));
        }
        assert_eq!(run_all(&runner(server)).await, 2);
        let job = read(server, &jobs[0]).await;
        assert_eq!(fetch(server, &job).await.status, 200);
        let link = job["location"].as_str().expect("a link");
        assert!(link.starts_with(&format!("http://{HOST}{}/file?token=", path_of(&job))), "{link}");
        let token = link.rsplit_once("token=").expect("a token").1;
        let file = |job: &serde_json::Value, token: &str| format!("{}/file?token={token}", path_of(job));
        let later = token.split_once('.').expect("a time").0.parse::<i64>().expect("seconds") + 60;
        let moved = format!("{later}.{}", token.split_once('.').expect("a mark").1);
        for (path, host) in [
            (file(&jobs[1], token), HOST),
            (file(&job, token), OTHER_HOST),
            (file(&job, &moved), HOST),
            (file(&job, "1.a"), HOST),
            (file(&job, "x"), HOST),
        ] {
            let answer = server.call("GET", &path).host(host).token(None).send().await;
            assert_eq!(answer.refused(404, "invalid_job_link").as_deref(), Some("token"), "{path}");
        }
        server.call("GET", &format!("{}/file", path_of(&job))).token(None).send().await.refused(400, "invalid_query_string");
        server.clock.advance_seconds(60);
        fetch(server, &job).await.refused(404, "invalid_job_link");
        assert_eq!(fetch(server, &read(server, &job).await).await.status, 200);
    }
}

both_engines! {
    async fn who_may_only_make_users_gets_no_link_and_cancels_no_export(server: &Server) {
        let job = server.post(EXPORTS, json!({})).await.expect(200);
        let token = server.machine(PlatformRole::Admin, "create:users").await;
        let call = |method: &str, path: &str| server.call(method, path).token(Some(&token));
        call("POST", &format!("{}/cancel", path_of(&job))).send().await.refused(403, "insufficient_scope");
        call("POST", EXPORTS).json(&json!({})).send().await.refused(403, "insufficient_scope");
        run_all(&runner(server)).await;
        let seen = call("GET", &path_of(&job)).send().await.expect(200);
        assert_eq!((&seen["status"], seen.get("location")), (&json!("completed"), None));
        assert!(read(server, &job).await["location"].is_string());
    }
}
