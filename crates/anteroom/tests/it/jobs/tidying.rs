//! What becomes of jobs that are over.

use anteroom_accounts::jobs::{Upload, forget_old_jobs};
use anteroom_crypto::SystemRandom;
use anteroom_model::job::Asker;
use anteroom_model::{Actor, Clock, Context, RequestOrigin};
use serde_json::json;

use super::{EXPORTS, connection_id, import, run_all, runner};
use crate::harness::both_engines;
use crate::stored;

async fn counts(server: &crate::harness::Server) -> [usize; 3] {
    let rows = stored::rows(server).await;
    ["job", "job_chunk", "job_error"].map(|table| rows[table].len())
}

both_engines! {
    async fn files_of_imports_go_when_they_are_done_and_all_the_rest_a_day_later(server: &Server) {
        let id = connection_id(server).await;
        let entries = json!([{"email": "a@example.com"}, {"email": "b"}]).to_string();
        import(server, &[("users", "", &entries), ("connection_id", "", &id)]).await.expect(202);
        server.post(EXPORTS, json!({})).await.expect(200);
        let tidy = async || forget_old_jobs(&server.services, server.clock.now()).await.expect("a database");
        tidy().await;
        assert_eq!(counts(server).await, [2, 1, 0], "the import's file waits");
        run_all(&runner(server)).await;
        assert_eq!(counts(server).await, [2, 2, 1]);
        tidy().await;
        assert_eq!(counts(server).await, [2, 1, 1]);
        server.clock.advance_seconds(86_390);
        tidy().await;
        assert_eq!(counts(server).await, [2, 1, 1]);
        server.clock.advance_seconds(20);
        tidy().await;
        assert_eq!(counts(server).await, [0, 0, 0]);
    }
}

both_engines! {
    async fn a_file_that_stopped_on_its_way_is_forgotten_after_an_hour(server: &Server) {
        let context = Context {
            tenant: server.world.tenant,
            actor: Actor::System,
            clock: server.clock.clone(),
            random: std::sync::Arc::new(SystemRandom),
            origin: RequestOrigin::default(),
        };
        assert_eq!(Asker::of(&context).context(context.tenant, server.clock.clone(), context.random.clone()).actor.id(), "system");
        let mut upload = Upload::begin(&server.services, &context).await.expect("a database");
        upload.append(&vec![b' '; 3 << 20]).await.expect("a database");
        // As if the process were killed: nothing is dropped.
        std::mem::forget(upload);
        let tidy = async || forget_old_jobs(&server.services, server.clock.now()).await.expect("a database");
        tidy().await;
        assert_eq!(counts(server).await, [1, 12, 0]);
        server.clock.advance_seconds(3601);
        tidy().await;
        assert_eq!(counts(server).await, [0, 0, 0]);
    }
}
