//! Changing a connection.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{list, path};
use crate::harness::{CONNECTION, both_engines};
use crate::management::{changes, recorded};

// S4.L24.1 S4.L24.2 S4.L24.3 S4.L24.5
both_engines! {
    async fn options_are_replaced_wholesale_and_every_process_sees_it(server: &Server) {
        let path = path(server).await;
        let second = server.second_process().await;
        let off = json!({"disable_signup": false, "attributes": {"username": {"identifier": {"active": false}}}});
        let changed = server.patch(&path, json!({"options": off})).await.expect(200);
        assert_eq!(changed["options"], off);
        assert_eq!(second.get(&path).await.expect(200), changed);
        let configuration = second.services.configuration.fresh().await.expect("a configuration");
        let known = &configuration.tenant(server.world.tenant).expect("the tenant").connections[0];
        assert!(known.sign_up().is_some());
        assert!(!known.signs_in_by(anteroom_model::user::IdentifierKind::Username));
        assert!(known.signs_in_by(anteroom_model::user::IdentifierKind::Email));
        let other = configuration.tenant(server.world.other).expect("the second tenant");
        assert!(other.connections[0].options.is_empty());

        let again = server.patch(&path, json!({"options": {"brute_force_protection": true}})).await.expect(200);
        assert_eq!(again["options"], json!({"brute_force_protection": true, "disable_signup": true}));
        assert_eq!(server.patch(&path, json!({"options": null})).await.expect(200)["options"], json!({"disable_signup": true}));
    }
}

both_engines! {
    async fn a_change_is_recorded_field_by_field(server: &Server) {
        let path = path(server).await;
        let first = json!({"display_name": "People", "enabled": true, "options": {"disable_signup": false}});
        let changed = server.patch(&path, first.clone()).await.expect(200);
        assert_eq!((&changed["display_name"], &changed["name"]), (&json!("People"), &json!(CONNECTION)));
        let expected = [
            ("display_name".to_owned(), Value::Null, json!("People")),
            ("options.disable_signup".to_owned(), Value::Null, json!(false)),
        ];
        assert_eq!(changes(server, "connection.updated").await, expected);
        let event = &recorded(server, "connection.updated").await[0];
        assert_eq!(event["details"]["actor"]["id"], json!(server.world.client_id));
        assert_eq!((&event["connection"], &event["details"]["target"]["kind"]), (&json!(CONNECTION), &json!("connection")));

        // The same again changes nothing, and neither does an empty body.
        for body in [first, json!({})] {
            assert_eq!(server.patch(&path, body).await.expect(200), changed);
        }
        assert_eq!(recorded(server, "connection.updated").await.len(), 1);
        let cleared = server.patch(&path, json!({"display_name": null})).await.expect(200);
        assert_eq!(cleared.get("display_name"), None);
    }
}

both_engines! {
    async fn a_disabled_connection_takes_no_users(server: &Server) {
        let path = path(server).await;
        assert_eq!(server.patch(&path, json!({"enabled": false})).await.expect(200)["enabled"], false);
        let user = json!({"connection": CONNECTION, "email": "new@example.com"});
        server.post("/api/v2/users", user.clone()).await.refused(400, "operation_not_supported");
        assert_eq!(list(server, "").await[0]["enabled"], false);
        server.patch(&path, json!({"enabled": true})).await.expect(200);
        server.create(user).await;
    }
}

both_engines! {
    async fn only_administrators_with_the_scope_change_connections(server: &Server) {
        let path = path(server).await;
        let body = json!({"options": {"disable_signup": false}});
        let reader = server.machine(PlatformRole::SuperAdmin, "read:connections").await;
        let answer = server.call("PATCH", &path).token(Some(&reader)).json(&body).send().await;
        answer.refused(403, "insufficient_scope");
        let low = server.machine(PlatformRole::User, "update:connections").await;
        let answer = server.call("PATCH", &path).token(Some(&low)).json(&body).send().await;
        answer.refused(403, "rank_exceeded");
        let refused = recorded(server, "act.refused").await;
        assert_eq!(refused[0]["details"]["reason"], "rank_exceeded");
        assert_eq!(refused[0]["details"]["target"]["kind"], "connection");
        let admin = server.machine(PlatformRole::Admin, "update:connections").await;
        server.call("PATCH", &path).token(Some(&admin)).json(&body).send().await.expect(200);
    }
}

both_engines! {
    async fn what_cannot_change_is_refused_by_name(server: &Server) {
        let path = path(server).await;
        for (body, field) in [
            (json!({"name": "other"}), "name"),
            (json!({"strategy": "samlp"}), "strategy"),
            (json!({"enabled_clients": []}), "enabled_clients"),
            (json!({"display_name": "a".repeat(129)}), "display_name"),
            (json!({"display_name": " "}), "display_name"),
            (json!({"options": [1]}), "options"),
        ] {
            assert_eq!(server.patch(&path, body).await.refused(400, "invalid_body").as_deref(), Some(field));
        }
        server.patch("/api/v2/connections/con_nothing", json!({})).await.refused(404, "connection_not_found");
        assert!(recorded(server, "connection.updated").await.is_empty());
    }
}
