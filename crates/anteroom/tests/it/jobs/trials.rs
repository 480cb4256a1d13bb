//! Imports that only look.

use serde_json::{Value, json};

use super::{connection_id, import, path_of, read, run_all, runner};
use crate::harness::both_engines;

both_engines! {
    // S3.L42.1
    async fn a_trial_tells_what_would_come_of_a_file_and_stores_nothing(server: &Server) {
        let there = json!({"connection": crate::harness::CONNECTION, "email": "there@example.com", "password": "correct horse battery staple"});
        let there = server.post("/api/v2/users", there).await.expect(201);
        let before = server.get("/api/v2/logs?include_totals=true&per_page=1").await.expect(200)["total"].clone();
        let entries = json!([
            {"email": "new@example.com"},
            {"email": "there@example.com", "name": "Another name"},
            {"email": "no address"},
            {"email": "new@example.com"},
        ]);
        let (id, entries) = (connection_id(server).await, entries.to_string());
        let parts = [("users", "", entries.as_str()), ("connection_id", "", &id), ("upsert", "", "true"), ("dry_run", "", "true")];
        let job = import(server, &parts).await.expect(202);
        assert_eq!(job["dry_run"], true);
        run_all(&runner(server)).await;
        let done = read(server, &job).await;
        assert_eq!(done["status"], "completed", "{done}");
        assert_eq!(done["summary"], json!({"failed": 2, "updated": 1, "inserted": 1, "total": 4}), "{done}");
        assert_eq!(done["asked_by"]["type"], "client", "{done}");
        let errors = server.get(&format!("{}/errors", path_of(&job))).await.expect(200);
        let positions: Vec<&Value> = errors.as_array().expect("a list").iter().map(|row| &row["position"]).collect();
        assert_eq!(positions, [&json!(2), &json!(3)], "{errors}");

        let people = server.get("/api/v2/users?q=new&include_totals=true").await.expect(200);
        assert_eq!(people["total"], 0, "{people}");
        let path = format!("/api/v2/users/{}", there["user_id"].as_str().expect("an id").replace('|', "%7C"));
        assert_eq!(server.get(&path).await.expect(200)["name"], there["name"]);
        // The job's own beginning and end are told, no change of anybody.
        let events = server.get("/api/v2/logs?include_totals=true&per_page=100").await.expect(200);
        let told = events["total"].as_i64().expect("a number") - before.as_i64().expect("a number");
        assert!(told <= 2, "{events}");
    }
}

both_engines! {
    async fn a_trial_that_broke_off_begins_anew_and_counts_nothing_twice(server: &Server) {
        let entries: Value = (0..600).map(|number| json!({"email": format!("n{}", number)})).collect();
        let (id, entries) = (connection_id(server).await, entries.to_string());
        let parts = [("users", "", entries.as_str()), ("connection_id", "", &id), ("dry_run", "", "true")];
        let job = import(server, &parts).await.expect(202);
        let runner = runner(server);
        let (stop, mut stopped) = tokio::sync::watch::channel(false);
        let first = tokio::spawn({
            let runner = runner.clone();
            async move { runner.run_next(&mut stopped).await }
        });
        // Somewhere in the middle, or before, or after: it must come out the same.
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
        stop.send_replace(true);
        first.await.expect("no panic").expect("a database");
        run_all(&runner).await;
        let done = read(server, &job).await;
        assert_eq!(done["summary"], json!({"failed": 600, "updated": 0, "inserted": 0, "total": 600}), "{done}");
        let errors = server.get(&format!("{}/errors", path_of(&job))).await.expect(200);
        assert_eq!(errors.as_array().expect("a list").len(), 600);
    }
}

both_engines! {
    async fn a_trial_is_asked_for_by_true_or_false(server: &Server) {
        let id = connection_id(server).await;
        let parts = [("users", "", "[{}]"), ("connection_id", "", id.as_str()), ("dry_run", "", "maybe")];
        assert_eq!(import(server, &parts).await.refused(400, "invalid_body").as_deref(), Some("dry_run"));
    }
}
