//! Rotation of a client's secret: the old one and all it brought stop at once, the new one works at once.

use anteroom_model::PlatformRole;
use serde_json::Value;

use super::token::{AUDIENCE, ask_as, denied};
use super::verify::part;
use crate::harness::{Server, both_engines};

async fn status_with(server: &Server, token: &str) -> u16 {
    server.call("GET", "/api/v2/users").token(Some(token)).send().await.status.as_u16()
}

async fn rotate(server: &Server, id: &str) -> String {
    let answer: Value = server.call("POST", &format!("/api/v2/clients/{id}/rotate-secret")).send().await.expect(200);
    assert_eq!(answer["client_id"], id);
    answer["client_secret"].as_str().expect("a secret").to_owned()
}

both_engines! {
    // S0.L19.9
    async fn the_old_secret_and_its_tokens_stop_at_once_in_every_process(server: &Server) {
        let other_process = server.second_process().await;
        let processes = [server, &other_process];
        let (id, mut secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        // All rounds happen within one second of the clock, as the times in the tokens cannot tell.
        for _ in 0..3 {
            let old_tokens = [server.token_of(&id, &secret).await, other_process.token_of(&id, &secret).await];
            for (process, token) in processes.iter().zip(&old_tokens) {
                assert_eq!(status_with(process, token).await, 200);
            }
            let new = rotate(server, &id).await;
            assert_ne!(new, secret);
            for process in processes {
                for token in &old_tokens {
                    assert_eq!(status_with(process, token).await, 401);
                }
                denied(&ask_as(process, (&id, &secret), &[("audience", AUDIENCE)]).await, 401, "invalid_client");
                let token = process.token_of(&id, &new).await;
                for process in processes {
                    assert_eq!(status_with(process, &token).await, 200);
                }
            }
            secret = new;
        }
        server.clock.advance_seconds(10);
        assert_eq!(status_with(server, &server.token_of(&id, &secret).await).await, 200);
    }
}

both_engines! {
    async fn a_token_issued_right_after_lives_its_whole_life(server: &Server) {
        let (id, _) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let secret = rotate(server, &id).await;
        let claims = part(&server.token_of(&id, &secret).await, 1);
        let lifetime = claims["exp"].as_i64().expect("an end") - claims["iat"].as_i64().expect("a beginning");
        assert_eq!(lifetime, 86_400);
    }
}

both_engines! {
    // S0.L19.9
    async fn a_client_may_rotate_its_own_secret(server: &Server) {
        let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "update:client_keys read:users").await;
        let token = server.token_of(&id, &secret).await;
        let path = format!("/api/v2/clients/{id}/rotate-secret");
        let made = server.call("POST", &path).token(Some(&token)).send().await.expect(200);
        let new = made["client_secret"].as_str().expect("a secret");
        server.call("POST", &path).token(Some(&token)).send().await.refused(401, "invalid_token");
        assert_eq!(status_with(server, &server.token_of(&id, new).await).await, 200);
    }
}
