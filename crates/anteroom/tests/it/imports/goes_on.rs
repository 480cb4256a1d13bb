//! What breaks off goes on where it was.

use anteroom_model::Actor;
use anteroom_model::job::{ImportFormat, UpsertBy};
use serde_json::json;

use super::{Bytes, configuration, context, import_as, request, upserting};
use crate::harness::{Server, both_engines};

fn lines(count: usize) -> String {
    (0..count).map(|number| json!({"email": format!("p{number}@example.com")}).to_string() + "\n").collect()
}

async fn total(server: &Server) -> serde_json::Value {
    server.get("/api/v2/users?include_totals=true&per_page=1").await.expect(200)["total"].clone()
}

both_engines! {
    async fn an_import_that_broke_off_goes_on_and_does_every_entry_once(server: &Server) {
        let file = lines(2000);
        let (before, asked) = (total(server).await, request(server, ImportFormat::Ndjson));
        let mut broken = Bytes::new(file.clone()).breaking_at(file.len() / 2);
        assert!(import_as(server, Actor::System, asked.clone(), &mut broken).await.is_err());
        let half = total(server).await;
        assert!(half.as_i64() > before.as_i64().map(|count| count + 100), "{half}");
        let told = import_as(server, Actor::System, asked, &mut Bytes::new(file)).await.expect("the rest");
        assert_eq!(told.counts(), [2000, 0, 0, 2000], "{:?}", told.codes());
        assert_eq!(total(server).await.as_i64(), before.as_i64().map(|count| count + 2000));
    }
}

both_engines! {
    async fn a_user_who_stands_in_a_file_twice_is_noticed_across_a_break(server: &Server) {
        let file = lines(1000) + &lines(1);
        let mut asked = upserting(server, UpsertBy::Email);
        asked.format = ImportFormat::Ndjson;
        let mut broken = Bytes::new(file.clone()).breaking_at(file.len() - 1000);
        assert!(import_as(server, Actor::System, asked.clone(), &mut broken).await.is_err());
        let told = import_as(server, Actor::System, asked, &mut Bytes::new(file)).await.expect("the rest");
        assert_eq!(told.counts(), [1000, 0, 1, 1001]);
        assert_eq!(told.codes(), [(1000, "DUPLICATED_USER email".to_owned())]);
    }
}

both_engines! {
    async fn a_job_that_is_called_off_does_nothing_more(server: &Server) {
        let asked = request(server, ImportFormat::Ndjson);
        let mut broken = Bytes::new(lines(500)).breaking_at(1000);
        assert!(import_as(server, Actor::System, asked.clone(), &mut broken).await.is_err());
        let asking = context(server, Actor::System);
        let claim = anteroom_accounts::imports::begin(&server.services, &asking, asked).await.expect("the job again");
        server.call("POST", &format!("/api/v2/jobs/{}/cancel", claim.job.job_id)).send().await.expect(200);
        let before = total(server).await;
        let tenant = configuration(server);
        let mut source = Bytes::new(lines(500));
        let done = anteroom_accounts::imports::import(&server.services, &tenant, &asking, &claim, &mut source, &|_| ());
        assert!(done.await.is_err());
        assert_eq!(total(server).await, before);
    }
}

both_engines! {
    async fn a_command_that_is_never_run_again_leaves_no_job_that_seems_to_go_on(server: &Server) {
        let asked = request(server, ImportFormat::Ndjson);
        let mut broken = Bytes::new(lines(500)).breaking_at(5_000);
        assert!(import_as(server, Actor::System, asked.clone(), &mut broken).await.is_err());
        let runner = crate::jobs::runner(server);
        let (_stop, mut stopped) = tokio::sync::watch::channel(false);
        server.clock.advance_seconds(86_000);
        assert!(!runner.run_next(&mut stopped).await.expect("asked"), "a day is not over");
        server.clock.advance_seconds(500);
        assert!(runner.run_next(&mut stopped).await.expect("asked"));
        let token = server.token_of(&server.world.client_id, &server.world.client_secret).await;
        let listed = server.call("GET", "/api/v2/jobs").token(Some(&token)).send().await.expect(200);
        let jobs = &listed["jobs"];
        assert_eq!((&jobs[0]["type"], &jobs[0]["status"]), (&json!("users_import"), &json!("failed")), "{jobs}");
        assert!(jobs[0]["status_details"].as_str().is_some_and(|why| why.contains("not run again")), "{jobs}");
    }
}
