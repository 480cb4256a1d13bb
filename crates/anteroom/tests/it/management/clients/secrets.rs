//! Clients' secrets: who sees them, what is recorded of that, and how they are kept.

use anteroom_model::PlatformRole;
use anteroom_store::DatabaseUrl;
use serde_json::{Value, json};

use super::{create, events, path_of, text};
use crate::harness::{Server, both_engines};
use crate::stored;

async fn get_as(server: &Server, token: &str, client: &Value) -> Value {
    server.call("GET", &path_of(client)).token(Some(token)).send().await.expect(200)
}

both_engines! {
    // S0.L19.9
    async fn a_secret_is_shown_to_those_who_may_read_it_and_that_is_recorded(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        let without = server.machine(PlatformRole::SuperAdmin, "read:clients update:client_keys").await;
        assert!(get_as(server, &without, &made).await.get("client_secret").is_none());
        assert_eq!(events(server, "mgmt_api_read", &made).await.len(), 0);
        for scopes in ["read:client_keys", "read:clients read:client_keys"] {
            let (reader, secret) = server.client(server.world.tenant, PlatformRole::Admin, scopes).await;
            let token = server.token_of(&reader, &secret).await;
            assert_eq!(get_as(server, &token, &made).await["client_secret"], made["client_secret"]);
            let event = &events(server, "mgmt_api_read", &made).await[0];
            assert_eq!(event["details"]["kind"], "client.secret_read");
            assert_eq!(event["details"]["actor"]["id"], reader);
            assert!(!event.to_string().contains(text(&made, "client_secret")), "{event}");
        }
        assert_eq!(events(server, "mgmt_api_read", &made).await.len(), 2);
    }
}

both_engines! {
    // Whoever reads a client's secret can do all that the client may.
    async fn a_secret_is_not_shown_to_those_who_may_do_less(server: &Server) {
        let reader = server.machine(PlatformRole::Admin, "read:client_keys read:users").await;
        let (same, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let (more, _) = server.client(server.world.tenant, PlatformRole::Admin, "read:users delete:users").await;
        let (above, _) = server.client(server.world.tenant, PlatformRole::SuperAdmin, "read:users").await;
        let client = |id: &str| json!({"client_id": id});
        assert_eq!(get_as(server, &reader, &client(&same)).await["client_secret"], secret);
        for hidden in [&more, &above, &server.world.client_id] {
            assert!(get_as(server, &reader, &client(hidden)).await.get("client_secret").is_none(), "{hidden}");
            assert_eq!(events(server, "mgmt_api_read", &client(hidden)).await.len(), 0);
        }
    }
}

both_engines! {
    async fn a_rotation_is_recorded_without_the_secret(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        let path = format!("{}/rotate-secret", path_of(&made));
        let rotated = server.call("POST", &path).send().await.expect(200);
        assert_eq!(text(&rotated, "client_secret").len(), 64);
        assert_ne!(rotated["client_secret"], made["client_secret"]);
        assert!(text(&rotated, "updated_at") >= text(&made, "updated_at"));
        let event = &events(server, "sapi", &made).await[0];
        assert_eq!(event["details"]["kind"], "client.secret_rotated");
        assert!(!event.to_string().contains(text(&rotated, "client_secret")), "{event}");
        assert_eq!(server.get(&path_of(&made)).await.expect(200)["client_secret"], rotated["client_secret"]);
    }
}

both_engines! {
    async fn no_secret_is_anywhere_in_the_database(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        let path = format!("{}/rotate-secret", path_of(&made));
        let rotated = server.call("POST", &path).send().await.expect(200);
        server.get(&path_of(&made)).await.expect(200);
        let secrets = [text(&made, "client_secret"), text(&rotated, "client_secret"), &server.world.client_secret];
        let tables = stored::rows(server).await;
        assert!(tables["client"].iter().any(|row| row.contains(text(&made, "client_id"))));
        for (table, rows) in tables {
            for row in rows {
                assert!(secrets.iter().all(|secret| !row.contains(secret)), "a secret in {table}");
            }
        }
        // Nor in what the engine has not tidied up yet.
        if let DatabaseUrl::Sqlite(file) = &server.database.url {
            let mut bytes = std::fs::read(file).expect("the file");
            bytes.extend(std::fs::read(file.with_extension("db-wal")).expect("its log"));
            let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(holds(text(&made, "client_id")));
            assert!(secrets.iter().all(|secret| !holds(secret)));
        }
    }
}

both_engines! {
    async fn a_public_client_is_not_given_a_secret(server: &Server) {
        let made = create(server, json!({"name": "App", "token_endpoint_auth_method": "none"})).await;
        let path = format!("{}/rotate-secret", path_of(&made));
        server.call("POST", &path).send().await.refused(400, "operation_not_supported");
    }
}

both_engines! {
    async fn a_secret_that_was_not_asked_for_is_not_read(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        let client = server.get(&format!("{}?fields=name", path_of(&made))).await.expect(200);
        assert_eq!(client, json!({"name": "Shop"}));
        server.get(&format!("{}?fields=client_secret&include_fields=false", path_of(&made))).await.expect(200);
        assert_eq!(events(server, "mgmt_api_read", &made).await.len(), 0);
    }
}
