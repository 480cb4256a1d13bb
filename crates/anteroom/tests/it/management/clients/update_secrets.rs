//! Secrets that come and go with changes of a client.

use anteroom_model::PlatformRole;
use serde_json::json;

use super::{create, events, path_of, text};
use crate::harness::both_engines;

/// A secret of one's own choice.
const CHOSEN: &str = "chosen-chosen-chosen-chosen-chosen-1";

both_engines! {
    // S0.L19.9
    async fn a_chosen_secret_ends_what_the_one_before_was_used_for(server: &Server) {
        let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let old = server.token_of(&id, &secret).await;
        server.call("GET", "/api/v2/users").token(Some(&old)).send().await.expect(200);
        let client = json!({"client_id": id});
        let changed = server.patch(&path_of(&client), json!({"client_secret": CHOSEN})).await.expect(200);
        assert_eq!(changed["client_secret"], CHOSEN);
        server.call("GET", "/api/v2/users").token(Some(&old)).send().await.refused(401, "invalid_token");
        let form = format!(
            "grant_type=client_credentials&client_id={id}&client_secret={secret}&audience=http://localhost:8480/api/v2/"
        );
        assert_eq!(server.call("POST", "/oauth/token").token(None).form(&form).send().await.status, 401);
        let new = server.token_of(&id, CHOSEN).await;
        server.call("GET", "/api/v2/users").token(Some(&new)).send().await.expect(200);
        let recorded = events(server, "sapi", &client).await;
        assert_eq!(recorded[0]["details"]["kind"], "client.secret_rotated");
        assert!(!json!(recorded).to_string().contains(CHOSEN));
        assert!(crate::stored::rows(server).await.values().flatten().all(|row| !row.contains(CHOSEN)));
    }
}

both_engines! {
    async fn a_secret_is_chosen_by_those_who_may_rekey(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        let patch = async |scopes: &str, sent: serde_json::Value| {
            let token = server.machine(PlatformRole::Admin, scopes).await;
            server.call("PATCH", &path_of(&made)).token(Some(&token)).json(&sent).send().await
        };
        let answer = patch("update:clients", json!({"client_secret": CHOSEN})).await;
        assert_eq!(answer.refused(403, "insufficient_scope").as_deref(), Some("client_secret"));
        patch("update:client_keys", json!({"client_secret": CHOSEN, "name": "Till"})).await.refused(403, "insufficient_scope");
        patch("read:clients", json!({"name": "Till"})).await.refused(403, "insufficient_scope");
        assert_eq!(server.get(&path_of(&made)).await.expect(200), made);
        let answer = patch("update:client_keys", json!({"client_secret": CHOSEN})).await.expect(200);
        assert_eq!(answer["client_secret"], CHOSEN);
        patch("update:clients", json!({"name": "Till"})).await.expect(200);
        for short in ["", "short", "s".repeat(31).as_str(), "s".repeat(256).as_str(), &"ß".repeat(32), &" ".repeat(32)] {
            let answer = server.patch(&path_of(&made), json!({"client_secret": short})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("client_secret"), "{short:?}");
        }
    }
}

both_engines! {
    async fn a_client_that_becomes_public_loses_its_secret_and_gets_another_one_afterwards(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        let path = path_of(&made);
        let public = server.patch(&path, json!({"token_endpoint_auth_method": "none"})).await.expect(200);
        assert!(public.get("client_secret").is_none());
        assert!(server.get(&path).await.expect(200).get("client_secret").is_none());
        let basic = json!({"token_endpoint_auth_method": "client_secret_basic"});
        let again = server.patch(&path, basic.clone()).await.expect(200);
        assert_eq!(text(&again, "client_secret").len(), 64);
        assert_ne!(again["client_secret"], made["client_secret"]);
        assert_eq!(server.get(&path).await.expect(200)["client_secret"], again["client_secret"]);
        assert!(server.patch(&path, basic).await.expect(200).get("client_secret").is_none());
    }
}
