//! Hashes of passwords become what the operator set, one sign-in at a time.

use std::num::NonZeroUsize;
use std::sync::Arc;

use anteroom_crypto::{HashCost, PasswordPool};
use anteroom_model::UserKey;
use anteroom_store::Sql;
use serde_json::json;

use super::tools::{WRONG, attempt, behind_proxy, is_let_in, opens, refused};
use crate::harness::{Application, PASSWORD, Server, both_engines};

/// The hash of whoever was made last.
async fn stored(server: &Server) -> String {
    let session = server.services.db.session().await.expect("a session");
    let sql = Sql::new("SELECT user_key, hash FROM password WHERE tenant_id = ")
        .bind(server.world.tenant)
        .push(" ORDER BY user_key");
    let rows: Vec<(UserKey, String)> = session.connection().all(sql).await.expect("passwords");
    rows.into_iter().map(|(_, hash)| hash).next_back().expect("a hash")
}

both_engines! {
    // ASVS v5.0.0-11.4.2
    async fn a_hash_of_another_cost_is_replaced_by_the_next_sign_in(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let before = stored(server).await;
        assert!(opens(&app, server, "ada@example.com").await);
        assert_eq!(stored(server).await, before, "the cost is the same");
        let cost = HashCost { memory_kib: 16, iterations: 2, ..HashCost::default() };
        let mut costly = server.clone();
        costly.services.passwords = Arc::new(PasswordPool::new(cost, NonZeroUsize::MIN).expect("a pool"));
        let costly = behind_proxy(&costly);
        refused(&attempt(&app, &costly, "ada@example.com", WRONG).await);
        assert_eq!(stored(server).await, before, "a wrong password replaces nothing");
        assert!(is_let_in(&attempt(&app, &costly, "ada@example.com", PASSWORD).await));
        let after = stored(server).await;
        assert!(after.contains("m=16,t=2") && after != before, "{after}");
        assert_eq!(server.found("email:\"ada@example.com\"").await.len(), 1);
        assert!(is_let_in(&attempt(&app, &costly, "ada@example.com", PASSWORD).await));
        refused(&attempt(&app, &costly, "ada@example.com", WRONG).await);
    }
}
