//! Making clients.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{create, events, path_of, text};
use crate::harness::both_engines;
use crate::stored;

both_engines! {
    async fn a_client_has_defaults_and_a_secret(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        assert_eq!(text(&made, "client_id").len(), 32);
        assert_eq!(text(&made, "client_secret").len(), 64);
        assert_eq!(made["created_at"], made["updated_at"]);
        let expected = json!({
            "client_id": made["client_id"], "tenant": "default", "name": "Shop", "client_secret": made["client_secret"],
            "app_type": "regular_web", "grant_types": ["authorization_code", "refresh_token"],
            "token_endpoint_auth_method": "client_secret_post", "rank": "admin", "is_first_party": true,
            "oidc_conformant": true, "global": false, "created_at": made["created_at"], "updated_at": made["updated_at"],
        });
        assert_eq!(made, expected);
        assert_eq!(server.get(&path_of(&made)).await.expect(200), made);
        let event = &events(server, "sapi", &made).await[0];
        assert_eq!(event["details"]["kind"], "client.created");
        assert_eq!(event["details"]["actor"]["id"], server.world.client_id);
        assert!(!event.to_string().contains(text(&made, "client_secret")));
    }
}

both_engines! {
    async fn what_is_sent_is_kept(server: &Server) {
        let body = json!({
            "name": "Läden & 商店 'O\"'", "description": "d".repeat(140), "app_type": "spa",
            "grant_types": ["client_credentials", "authorization_code"], "token_endpoint_auth_method": "client_secret_basic",
            "rank": "user", "client_metadata": {"k": "v", "ключ": "值"},
        });
        let made = create(server, body.clone()).await;
        for (name, value) in body.as_object().expect("fields") {
            assert_eq!(&made[name], value, "{name}");
        }
        assert_eq!(server.get(&path_of(&made)).await.expect(200), made);
        let machine = create(server, json!({"name": "Machine", "app_type": "non_interactive"})).await;
        assert_eq!(machine["grant_types"], json!(["client_credentials"]));
        let nulls = json!({"name": "Nulls", "description": null, "app_type": null, "client_metadata": null, "rank": null});
        assert_eq!(create(server, nulls).await["app_type"], "regular_web");
    }
}

both_engines! {
    async fn a_public_client_has_no_secret(server: &Server) {
        let made = create(server, json!({"name": "App", "app_type": "native", "token_endpoint_auth_method": "none"})).await;
        assert!(made.get("client_secret").is_none(), "{made}");
        assert!(server.get(&path_of(&made)).await.expect(200).get("client_secret").is_none());
        assert_eq!(events(server, "mgmt_api_read", &made).await.len(), 0);
    }
}

both_engines! {
    async fn a_value_that_breaks_a_rule_is_named_and_nothing_is_stored(server: &Server) {
        let long = |count: usize| "a".repeat(count);
        let many: serde_json::Map<_, _> = (0..11).map(|number| (number.to_string(), json!("v"))).collect();
        let wrong = [
            ("name", json!("")), ("name", json!(long(151))), ("name", json!("a<b")), ("name", json!("a>b")),
            ("name", json!("a\nb")), ("name", json!("a\u{0}b")), ("name", Value::Null), ("name", json!(1)),
            ("description", json!(long(141))), ("app_type", json!("toaster")), ("grant_types", json!("client_credentials")),
            ("grant_types", json!(["password"])), ("token_endpoint_auth_method", json!("private_key_jwt")),
            ("rank", json!("king")), ("client_metadata", json!({"k": 1})), ("client_metadata", json!({"k": long(256)})),
            ("client_metadata", json!({long(256): "v"})), ("client_metadata", json!(many)), ("client_metadata", json!([])),
            ("client_id", json!("chosen")), ("client_secret", json!("chosen")), ("tenant", json!("other")),
        ];
        let before = stored::rows(server).await;
        for (name, value) in wrong {
            let mut body = json!({"name": "Shop"});
            body[name] = value;
            let field = server.post("/api/v2/clients", body.clone()).await.refused(400, "invalid_body");
            assert!(field.as_deref().is_some_and(|field| field.starts_with(name)), "{body}: {field:?}");
        }
        assert_eq!(server.post("/api/v2/clients", json!({})).await.refused(400, "invalid_body").as_deref(), Some("name"));
        assert_eq!(stored::rows(server).await, before);
        for name in ["a".to_owned(), long(150), "商".repeat(150)] {
            create(server, json!({"name": name})).await;
        }
    }
}

both_engines! {
    // S4.L04.4
    async fn nobody_makes_a_client_above_the_own_rank(server: &Server) {
        let ranks = [PlatformRole::User, PlatformRole::Admin, PlatformRole::SuperAdmin];
        for own in ranks {
            let (id, secret) = server.client(server.world.tenant, own, "create:clients").await;
            let token = server.token_of(&id, &secret).await;
            for asked in ranks {
                let body = json!({"name": "Climber", "rank": asked.name()});
                let answer = server.call("POST", "/api/v2/clients").token(Some(&token)).json(&body).send().await;
                if asked <= own {
                    answer.expect(201);
                } else {
                    assert_eq!(answer.refused(403, "rank_exceeded").as_deref(), Some("rank"));
                }
            }
            let refused = server.get(&format!("/api/v2/logs?q=type:fapi%20AND%20client_id:{id}")).await.expect(200);
            let count = ranks.iter().filter(|asked| **asked > own).count();
            assert_eq!(refused.as_array().map(Vec::len), Some(count));
            assert!(refused.as_array().expect("events").iter().all(|event| event["details"]["reason"] == "rank_exceeded"));
        }
    }
}
