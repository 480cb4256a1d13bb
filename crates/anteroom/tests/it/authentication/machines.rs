//! Tokens of machines: good for as long as client and grant stand.

use anteroom_model::PlatformRole;
use anteroom_store::Sql;

use crate::harness::{Answer, Server, both_engines};
use crate::stored;

async fn get(server: &Server, token: &str) -> Answer {
    server.call("GET", "/api/v2/users").token(Some(token)).send().await
}

fn gone(answer: Answer) {
    assert_eq!(answer.body["message"], "Client is not global.");
    answer.refused(401, "invalid_token");
}

both_engines! {
    async fn a_deleted_clients_token_is_refused_by_every_process(server: &Server) {
        let other_process = server.second_process().await;
        let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let token = server.token_of(&id, &secret).await;
        get(server, &token).await.expect(200);
        get(&other_process, &token).await.expect(200);
        assert_eq!(server.delete(&format!("/api/v2/clients/{id}")).await.status, 204);
        gone(get(server, &token).await);
        gone(get(&other_process, &token).await);
    }
}

both_engines! {
    async fn a_grant_narrowed_or_taken_counts_at_once(server: &Server) {
        let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users read:logs").await;
        let token = server.token_of(&id, &secret).await;
        get(server, &token).await.expect(200);
        let of_client = |sql: Sql| {
            let sql = sql.push(" WHERE client_key = (SELECT id FROM client WHERE client_id = ").bind(id.as_str());
            vec![sql.push(")")]
        };
        stored::change(server, of_client(Sql::new("UPDATE client_grant SET scopes = 'read:logs'"))).await;
        get(server, &token).await.refused(403, "insufficient_scope");
        server.call("GET", "/api/v2/logs").token(Some(&token)).send().await.expect(200);
        stored::change(server, of_client(Sql::new("DELETE FROM client_grant"))).await;
        gone(get(server, &token).await);
    }
}

both_engines! {
    async fn a_grant_widened_waits_for_a_new_token(server: &Server) {
        let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:logs").await;
        let token = server.token_of(&id, &secret).await;
        let sql = Sql::new("UPDATE client_grant SET scopes = 'read:logs read:users' WHERE client_key = ");
        let sql = sql.push("(SELECT id FROM client WHERE client_id = ").bind(id.as_str()).push(")");
        stored::change(server, vec![sql]).await;
        get(server, &token).await.refused(403, "insufficient_scope");
        get(server, &server.token_of(&id, &secret).await).await.expect(200);
    }
}
