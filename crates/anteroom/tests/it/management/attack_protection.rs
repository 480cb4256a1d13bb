//! What protects sign-in.

use serde_json::{Value, json};

use super::changes;
use crate::harness::both_engines;

const BRUTE_FORCE: &str = "/api/v2/attack-protection/brute-force-protection";
const IP_THROTTLING: &str = "/api/v2/attack-protection/suspicious-ip-throttling";

fn brute_force() -> Value {
    json!({
        "enabled": true, "shields": ["block"], "mode": "count_per_identifier", "allowlist": [], "max_attempts": 5,
        "lock_minutes": 15,
    })
}

fn ip_throttling() -> Value {
    json!({
        "enabled": true, "shields": ["block"], "allowlist": [], "stage": {"pre-login": {"max_attempts": 100}},
        "minutes": 15,
    })
}

// S4.L34.3 S4.L34.4 ASVS v5.0.0-6.1.1
both_engines! {
    async fn threshold_and_duration_are_configurable(server: &Server) {
        let second = server.second_process().await;
        assert_eq!(server.get(BRUTE_FORCE).await.expect(200), brute_force());
        assert_eq!(server.get(IP_THROTTLING).await.expect(200), ip_throttling());
        let accounts = json!({
            "enabled": true, "shields": ["block"], "mode": "count_per_identifier",
            "allowlist": ["192.0.2.0/24", "2001:db8::1"], "max_attempts": 3, "lock_minutes": 60,
        });
        assert_eq!(server.patch(BRUTE_FORCE, accounts.clone()).await.expect(200), accounts);
        let told = changes(server, "settings.updated").await;
        let fields: Vec<_> = told.iter().map(|(field, ..)| field.as_str()).collect();
        assert_eq!(fields, ["brute_force.allowlist", "brute_force.lock_minutes", "brute_force.max_attempts"]);
        let addresses = json!({
            "enabled": true, "shields": ["block"], "allowlist": ["10.0.0.0/8"],
            "stage": {"pre-login": {"max_attempts": 20}}, "minutes": 5,
        });
        assert_eq!(server.patch(IP_THROTTLING, addresses.clone()).await.expect(200), addresses);
        assert_eq!(second.get(BRUTE_FORCE).await.expect(200), accounts);
        assert_eq!(second.get(IP_THROTTLING).await.expect(200), addresses);

        let configuration = second.services.configuration.current();
        let settings = &configuration.tenant(server.world.tenant).expect("the tenant").settings;
        assert_eq!((settings.lock_threshold(), settings.lock_seconds()), (Some(3), 3600));
        assert_eq!((settings.ip_threshold(), settings.ip_seconds()), (Some(20), 300));
        let other = &configuration.tenant(server.world.other).expect("the second tenant").settings;
        assert_eq!((other.lock_threshold(), other.ip_threshold()), (Some(5), Some(100)));
    }
}

both_engines! {
    async fn it_can_be_switched_off_and_null_is_the_default_again(server: &Server) {
        for (path, defaults) in [(BRUTE_FORCE, brute_force()), (IP_THROTTLING, ip_throttling())] {
            assert_eq!(server.patch(path, json!({"enabled": false})).await.expect(200)["enabled"], false);
            server.patch(path, json!({"shields": []})).await.expect(200);
            let configuration = server.services.configuration.fresh().await.expect("a configuration");
            let settings = &configuration.tenant(server.world.tenant).expect("the tenant").settings;
            let off = if path == BRUTE_FORCE { settings.lock_threshold() } else { settings.ip_threshold() };
            assert_eq!(off, None);
            let mut nothing = defaults.clone();
            nothing.as_object_mut().expect("an object").values_mut().for_each(|value| *value = Value::Null);
            assert_eq!(server.patch(path, nothing).await.expect(200), defaults);
        }
        server.patch(IP_THROTTLING, json!({"stage": {"pre-login": {"max_attempts": 7}}})).await.expect(200);
        let changed = server.patch(IP_THROTTLING, json!({"stage": {"pre-login": null}})).await.expect(200);
        assert_eq!(changed, ip_throttling());
    }
}

// S4.L34.7
both_engines! {
    async fn what_is_out_of_range_is_refused_with_the_range(server: &Server) {
        for (path, body, field, rule) in [
            (BRUTE_FORCE, json!({"max_attempts": 0}), "max_attempts", "from 1 to 100"),
            (BRUTE_FORCE, json!({"max_attempts": 101}), "max_attempts", "from 1 to 100"),
            (BRUTE_FORCE, json!({"lock_minutes": 0}), "lock_minutes", "from 1 to 10080"),
            (BRUTE_FORCE, json!({"lock_minutes": 10_081}), "lock_minutes", "from 1 to 10080"),
            (BRUTE_FORCE, json!({"mode": "count_per_identifier_and_ip"}), "mode", "count_per_identifier"),
            (BRUTE_FORCE, json!({"shields": ["user_notification"]}), "shields[0]", "not supported"),
            (BRUTE_FORCE, json!({"allowlist": ["192.0.2.0/33"]}), "allowlist[0]", "network"),
            (BRUTE_FORCE, json!({"allowlist": vec!["::1"; 101]}), "allowlist", "100"),
            (BRUTE_FORCE, json!({"stage": {}}), "stage", "not allowed"),
            (IP_THROTTLING, json!({"stage": {"pre-login": {"max_attempts": 0}}}), "stage.pre-login.max_attempts", "from 1 to 10000"),
            (IP_THROTTLING, json!({"stage": {"pre-login": {"max_attempts": 10_001}}}), "stage.pre-login.max_attempts", "from 1 to 10000"),
            (IP_THROTTLING, json!({"stage": {"pre-login": {"rate": 1}}}), "rate", "not allowed"),
            (IP_THROTTLING, json!({"stage": {"pre-user-registration": {}}}), "pre-user-registration", "not allowed"),
            (IP_THROTTLING, json!({"stage": {"pre-login": [1]}}), "stage.pre-login", "an object"),
            (IP_THROTTLING, json!({"minutes": 0}), "minutes", "from 1 to 10080"),
            (IP_THROTTLING, json!({"shields": ["admin_notification"]}), "shields[0]", "not supported"),
            (IP_THROTTLING, json!({"allowlist": ["example.com"]}), "allowlist[0]", "network"),
        ] {
            let answer = server.patch(path, body).await;
            assert!(answer.text.contains(rule), "{rule}: {}", answer.text);
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(server.get(BRUTE_FORCE).await.expect(200), brute_force());
        assert_eq!(server.get(IP_THROTTLING).await.expect(200), ip_throttling());
    }
}
