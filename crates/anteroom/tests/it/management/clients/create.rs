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
            "cross_origin_authentication": false, "is_token_endpoint_ip_header_trusted": false, "sso_disabled": false,
            "require_pkce": false, "callbacks": [], "allowed_logout_urls": [], "web_origins": [], "allowed_origins": [],
            "client_metadata": {}, "jwt_configuration": {"lifetime_in_seconds": 36000, "alg": "RS256"},
            "refresh_token": {
                "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0, "token_lifetime": 2_592_000,
                "idle_token_lifetime": 1_296_000, "infinite_token_lifetime": false, "infinite_idle_token_lifetime": false,
            },
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
            "rank": "user", "client_metadata": {"k": "v", "ключ": "值"}, "logo_uri": "https://shop.example/logo.png",
            "callbacks": ["https://shop.example/cb?x=1", "http://localhost:3000/cb"], "web_origins": ["https://shop.example"],
            "allowed_logout_urls": ["https://shop.example/bye"], "allowed_origins": ["http://localhost:3000"],
            "initiate_login_uri": "https://shop.example/login", "is_first_party": false, "require_pkce": true,
            "jwt_configuration": {"lifetime_in_seconds": 600, "alg": "RS256"}, "sso_disabled": true, "sso": false,
            "refresh_token": {
                "rotation_type": "non-rotating", "expiration_type": "non-expiring", "leeway": 60, "token_lifetime": 3600,
                "idle_token_lifetime": 60, "infinite_token_lifetime": true, "infinite_idle_token_lifetime": true,
            },
            "custom_login_page_on": true, "allowed_clients": ["a"], "client_aliases": ["b"],
            "mobile": {"android": {"app_package_name": "com.example"}, "ios": {"team_id": "T", "app_bundle_identifier": "B"}},
            "client_secret": "s".repeat(32),
        });
        let made = create(server, body.clone()).await;
        for (name, value) in body.as_object().expect("fields") {
            assert_eq!(&made[name], value, "{name}");
        }
        assert_eq!(server.get(&path_of(&made)).await.expect(200), made);
        let machine = create(server, json!({"name": "Machine", "app_type": "non_interactive"})).await;
        assert_eq!(machine["grant_types"], json!(["client_credentials"]));
        let nulls = json!({
            "name": "Nulls", "description": null, "app_type": null, "client_metadata": null, "rank": null, "callbacks": null,
            "refresh_token": null, "jwt_configuration": null, "oidc_conformant": null, "addons": null, "mobile": null,
        });
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
            ("client_id", json!("chosen")), ("client_secret", json!("chosen")), ("tenant", json!("other")), ("callbacks", json!(["https://*.example.com"])),
            ("callbacks", json!(["https://a.example", "http://a.example"])), ("callbacks", json!(["com.example.app:/cb"])),
            ("callbacks", json!(vec!["https://a.example"; 101])), ("callbacks", json!([1])),
            ("allowed_logout_urls", json!(["javascript:alert(1)"])), ("web_origins", json!(["https://a.example/"])),
            ("allowed_origins", json!(["https://a.example/x"])), ("initiate_login_uri", json!("http://a.example")),
            ("logo_uri", json!("data:image/png;base64,x")), ("jwt_configuration", json!({"alg": "HS256"})),
            ("jwt_configuration", json!({"lifetime_in_seconds": 0})), ("jwt_configuration", json!({"secret_encoded": true})),
            ("refresh_token", json!({"rotation_type": "sometimes"})), ("refresh_token", json!({"leeway": 61})),
            ("refresh_token", json!({"token_lifetime": 60, "idle_token_lifetime": 61})), ("mobile", json!({"ios": {"team_id": ""}})),
            ("oidc_conformant", json!(false)), ("cross_origin_authentication", json!(true)), ("cross_origin_auth", json!(true)),
            ("organization_usage", json!("require")), ("organization_require_behavior", json!("pre_login_prompt")),
            ("is_token_endpoint_ip_header_trusted", json!(true)), ("require_pushed_authorization_requests", json!(true)),
            ("require_proof_of_possession", json!(true)), ("compliance_level", json!("fapi1_adv_pkj_par")),
            ("addons", json!({"samlp": {}, "wams": {"masterkey": "k"}})), ("native_social_login", json!({"apple": {"enabled": true}})),
            ("encryption_key", json!({"pub": "x"})), ("custom_login_page", json!("<p>")),
            ("oidc_logout", json!({"backchannel_logout_urls": ["https://a.example"]})),
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

both_engines! {
    async fn a_kind_of_application_has_its_own_defaults(server: &Server) {
        for (kind, grants, method) in [
            ("regular_web", json!(["authorization_code", "refresh_token"]), "client_secret_post"),
            ("spa", json!(["authorization_code", "refresh_token"]), "none"),
            ("native", json!(["authorization_code", "refresh_token"]), "none"),
            ("non_interactive", json!(["client_credentials"]), "client_secret_post"),
        ] {
            let made = create(server, json!({"name": kind, "app_type": kind})).await;
            assert_eq!((&made["grant_types"], &made["token_endpoint_auth_method"]), (&grants, &json!(method)), "{kind}");
            assert_eq!(made.get("client_secret").is_some(), method != "none", "{kind}");
        }
        let native = create(server, json!({"name": "App", "app_type": "native", "callbacks": ["com.example.app:/cb"]})).await;
        assert_eq!(native["callbacks"], json!(["com.example.app:/cb"]));
    }
}

both_engines! {
    async fn what_does_not_go_together_is_refused(server: &Server) {
        let before = stored::rows(server).await;
        for (body, field) in [
            (json!({"app_type": "non_interactive", "grant_types": ["authorization_code"]}), "grant_types"),
            (json!({"app_type": "non_interactive", "token_endpoint_auth_method": "none"}), "token_endpoint_auth_method"),
            (json!({"app_type": "spa", "grant_types": ["client_credentials"]}), "token_endpoint_auth_method"),
            (json!({"app_type": "spa", "refresh_token": {"rotation_type": "non-rotating"}}), "refresh_token.rotation_type"),
            (json!({"app_type": "native", "client_secret": "s".repeat(40)}), "client_secret"),
        ] {
            let mut body = body;
            body["name"] = json!("Shop");
            let named = server.post("/api/v2/clients", body).await.refused(400, "invalid_body");
            assert_eq!(named.as_deref(), Some(field));
        }
        assert_eq!(stored::rows(server).await, before);
    }
}

both_engines! {
    async fn a_chosen_secret_is_the_clients_secret(server: &Server) {
        let secret = "a chosen secret has no spaces".replace(' ', "-") + "~1234";
        let body = json!({"name": "Shop", "app_type": "non_interactive", "client_secret": secret});
        let made = create(server, body).await;
        assert_eq!(made["client_secret"], secret);
        let grant = json!({"client_id": made["client_id"], "audience": "http://localhost:8480/api/v2/", "scope": ["read:users"]});
        server.post("/api/v2/client-grants", grant).await.expect(201);
        server.token_of(text(&made, "client_id"), &secret).await;
        let event = &events(server, "sapi", &made).await[0];
        assert!(!event.to_string().contains(&secret), "{event}");
    }
}
