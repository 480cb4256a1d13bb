//! A tenant's settings.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{changes, recorded};
use crate::harness::{Server, both_engines, race};

const PATH: &str = "/api/v2/tenants/settings";

fn defaults() -> Value {
    json!({
        "allowed_logout_urls": [], "session_lifetime": 720, "session_lifetime_in_minutes": 43_200,
        "idle_session_lifetime": 72, "idle_session_lifetime_in_minutes": 4320,
        "verified_email_required": false,
        "rate_limits": {"enabled": false, "per_user_per_minute": 60, "per_ip_per_minute": 30},
    })
}

async fn read(server: &Server) -> Value {
    server.get(PATH).await.expect(200)
}

both_engines! {
    async fn a_tenant_begins_with_the_defaults(server: &Server) {
        assert_eq!(read(server).await, defaults());
        let some = server.get(&format!("{PATH}?fields=session_lifetime,rate_limits")).await.expect(200);
        assert_eq!(some, json!({"session_lifetime": 720, "rate_limits": defaults()["rate_limits"]}));
        let rest = server.get(&format!("{PATH}?fields=rate_limits&include_fields=false")).await.expect(200);
        assert_eq!((rest.get("rate_limits"), &rest["session_lifetime"]), (None, &json!(720)));
    }
}

both_engines! {
    async fn every_field_is_kept_and_null_is_the_default_again(server: &Server) {
        server.post("/api/v2/resource-servers", json!({"identifier": "urn:shop"})).await.expect(201);
        let sent = json!({
            "friendly_name": "Acme", "support_email": "Help@Acme.example", "support_url": "https://acme.example/help",
            "picture_url": "https://acme.example/logo.png", "default_audience": "urn:shop",
            "default_redirection_uri": "https://acme.example/welcome",
            "allowed_logout_urls": ["https://acme.example/bye", "http://localhost:3000"],
            "session_lifetime": 168, "idle_session_lifetime": 1.5, "verified_email_required": true,
            "rate_limits": {"enabled": true, "per_user_per_minute": 100, "per_ip_per_minute": 1},
        });
        let mut expected = sent.clone();
        expected["support_email"] = json!("help@acme.example");
        expected["session_lifetime_in_minutes"] = json!(168 * 60);
        expected["idle_session_lifetime_in_minutes"] = json!(90);
        assert_eq!(server.patch(PATH, sent.clone()).await.expect(200), expected);
        assert_eq!(read(server).await, expected);
        // One field alone leaves the others.
        server.patch(PATH, json!({"rate_limits": {"enabled": false}})).await.expect(200);
        expected["rate_limits"]["enabled"] = json!(false);
        assert_eq!(read(server).await, expected);
        let nothing: Value = sent.as_object().expect("an object").keys().map(|name| (name.clone(), Value::Null)).collect();
        assert_eq!(server.patch(PATH, nothing).await.expect(200), defaults());
        let management = json!({"default_audience": "http://localhost:8480/api/v2/"});
        server.patch(PATH, management).await.expect(200);
    }
}

// S4.L34.1 S4.L34.5
both_engines! {
    async fn another_process_sees_it_at_once_and_another_tenant_never(server: &Server) {
        let second = server.second_process().await;
        server.patch(PATH, json!({"session_lifetime": 2, "rate_limits": {"enabled": true}})).await.expect(200);
        let seen = read(&second).await;
        assert_eq!((&seen["session_lifetime"], &seen["idle_session_lifetime"]), (&json!(2), &json!(2)));
        let third = server.second_process().await;
        let configuration = third.services.configuration.fresh().await.expect("a configuration");
        let settings = &configuration.tenant(server.world.tenant).expect("the tenant").settings;
        assert_eq!((settings.session_seconds(), settings.idle_session_seconds()), (7200, 7200));
        assert!(settings.rate_limits.enabled);
        let other = &configuration.tenant(server.world.other).expect("the second tenant").settings;
        assert_eq!(*other, anteroom_model::settings::TenantSettings::default());
    }
}

// S4.L34.1 S4.L34.7
both_engines! {
    async fn what_is_out_of_range_is_refused_with_the_range(server: &Server) {
        for (body, field, rule) in [
            (json!({"session_lifetime": 0}), "session_lifetime", "from 1 to 8760"),
            (json!({"session_lifetime": 8760.5}), "session_lifetime", "from 1 to 8760"),
            (json!({"session_lifetime_in_minutes": 59}), "session_lifetime_in_minutes", "from 60 to 525600"),
            (json!({"session_lifetime_in_minutes": 525_601}), "session_lifetime_in_minutes", "from 60 to 525600"),
            (json!({"session_lifetime": 2, "session_lifetime_in_minutes": 60}), "session_lifetime_in_minutes", "send one"),
            (json!({"idle_session_lifetime": -1}), "idle_session_lifetime", "from 1 to 8760"),
            (json!({"session_lifetime": 10, "idle_session_lifetime": 11}), "idle_session_lifetime", "from 1 to 10"),
            (json!({"rate_limits": {"per_user_per_minute": 0}}), "rate_limits.per_user_per_minute", "from 1 to 100000"),
            (json!({"rate_limits": {"per_ip_per_minute": 100_001}}), "rate_limits.per_ip_per_minute", "from 1 to 100000"),
            (json!({"friendly_name": " "}), "friendly_name", "1 to 200"),
            (json!({"support_email": "nobody"}), "support_email", "e-mail"),
            (json!({"support_url": "javascript:alert(1)"}), "support_url", "https://"),
            (json!({"picture_url": "logo.png"}), "picture_url", "URL"),
            (json!({"default_audience": "urn:nothing"}), "default_audience", "resource server"),
            (json!({"default_redirection_uri": "https://a.example/#x"}), "default_redirection_uri", "fragment"),
            (json!({"allowed_logout_urls": ["https://a.example", "https://*.example"]}), "allowed_logout_urls[1]", "wildcards"),
            (json!({"allowed_logout_urls": vec!["https://a.example"; 101]}), "allowed_logout_urls", "100"),
            (json!({"flags": {}}), "flags", "not allowed"),
        ] {
            let answer = server.patch(PATH, body).await;
            assert!(answer.text.contains(rule), "{rule}: {}", answer.text);
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        let answer = server.patch(PATH, json!({"rate_limits": {"per_day": 1}})).await;
        assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("per_day"));
        assert_eq!(read(server).await, defaults());
        assert!(recorded(server, "settings.updated").await.is_empty());
    }
}

both_engines! {
    async fn a_change_is_recorded_with_who_made_it(server: &Server) {
        let body = json!({"session_lifetime": 24, "rate_limits": {"enabled": true}, "friendly_name": "Acme"});
        for _ in 0..2 {
            server.patch(PATH, body.clone()).await.expect(200);
        }
        let events = recorded(server, "settings.updated").await;
        assert_eq!(events.len(), 1, "the same again changes nothing");
        assert_eq!(events[0]["details"]["actor"]["id"], json!(server.world.client_id));
        assert_eq!(events[0]["details"]["target"]["kind"], "tenant");
        let expected = [
            ("friendly_name".to_owned(), Value::Null, json!("Acme")),
            ("rate_limits.enabled".to_owned(), json!(false), json!(true)),
            ("session_lifetime_in_minutes".to_owned(), json!(43_200), json!(1440)),
        ];
        assert_eq!(changes(server, "settings.updated").await, expected);
    }
}

both_engines! {
    async fn only_administrators_with_the_scope_read_and_change_settings(server: &Server) {
        let body = json!({"session_lifetime": 24});
        for (path, read, update) in [
            (PATH, "read:tenant_settings", "update:tenant_settings"),
            ("/api/v2/prompts", "read:prompts", "update:prompts"),
            ("/api/v2/attack-protection/brute-force-protection", "read:attack_protection", "update:attack_protection"),
            ("/api/v2/attack-protection/suspicious-ip-throttling", "read:attack_protection", "update:attack_protection"),
        ] {
            let reader = server.machine(PlatformRole::SuperAdmin, read).await;
            server.call("GET", path).token(Some(&reader)).send().await.expect(200);
            server.call("PATCH", path).token(Some(&reader)).json(&body).send().await.refused(403, "insufficient_scope");
            let writer = server.machine(PlatformRole::User, update).await;
            server.call("GET", path).token(Some(&writer)).send().await.refused(403, "insufficient_scope");
            let answer = server.call("PATCH", path).token(Some(&writer)).json(&json!({})).send().await;
            answer.refused(403, "rank_exceeded");
            let admin = server.machine(PlatformRole::Admin, update).await;
            server.call("PATCH", path).token(Some(&admin)).json(&json!({})).send().await.expect(200);
        }
        assert_eq!(recorded(server, "act.refused").await.len(), 4);
        assert_eq!(read(server).await, defaults());
    }
}

// Two administrators at once: neither undoes what the other did.
both_engines! {
    async fn changes_at_the_same_moment_all_hold(server: &Server) {
        let bodies = [
            (PATH, json!({"session_lifetime": 10})),
            (PATH, json!({"friendly_name": "Acme"})),
            (PATH, json!({"rate_limits": {"enabled": true}})),
            ("/api/v2/prompts", json!({"identifier_first": true})),
            ("/api/v2/attack-protection/brute-force-protection", json!({"max_attempts": 7})),
            ("/api/v2/attack-protection/suspicious-ip-throttling", json!({"minutes": 9})),
        ];
        let answers = race(bodies.len(), |number| {
            let (server, (path, body)) = (server.clone(), bodies[number].clone());
            async move { server.patch(path, body).await }
        })
        .await;
        assert!(answers.iter().all(|answer| answer.status == 200), "{answers:?}");
        let configuration = server.services.configuration.fresh().await.expect("a configuration");
        let settings = &configuration.tenant(server.world.tenant).expect("the tenant").settings;
        assert_eq!((settings.session_minutes, settings.friendly_name.as_deref()), (600, Some("Acme")));
        assert!(settings.rate_limits.enabled && settings.sign_in.identifier_first);
        assert_eq!((settings.brute_force.max_attempts, settings.ip_throttling.minutes), (7, 9));
        assert_eq!(recorded(server, "settings.updated").await.len(), bodies.len());
    }
}

both_engines! {
    async fn the_origins_that_clients_name_are_known_to_every_process(server: &Server) {
        let second = server.second_process().await;
        let known = async || {
            let configuration = second.services.configuration.fresh().await.expect("a configuration");
            let mut origins: Vec<_> =
                configuration.tenant(server.world.tenant).expect("the tenant").web_origins.iter().cloned().collect();
            origins.sort();
            assert!(configuration.tenant(server.world.other).expect("the second tenant").web_origins.is_empty());
            origins
        };
        assert!(known().await.is_empty());
        let body = json!({
            "name": "Shop", "app_type": "native", "callbacks": ["https://shop.example/callback", "com.shop.app://callback"],
            "web_origins": ["http://localhost:3000"],
        });
        let client = server.post("/api/v2/clients", body).await.expect(201);
        assert_eq!(known().await, ["http://localhost:3000", "https://shop.example"]);
        let path = format!("/api/v2/clients/{}", client["client_id"].as_str().expect("an id"));
        server.patch(&path, json!({"web_origins": [], "allowed_origins": ["https://a.example"]})).await.expect(200);
        assert_eq!(known().await, ["https://a.example", "https://shop.example"]);
        assert_eq!(server.delete(&path).await.status, 204);
        assert!(known().await.is_empty());
    }
}
