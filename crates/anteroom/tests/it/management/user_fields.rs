//! The built-in fields of users.

use std::collections::BTreeSet;

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{changes, recorded};
use crate::harness::{Server, both_engines};

const PATH: &str = "/api/v2/user-fields";

async fn field(server: &Server, name: &str) -> Value {
    let fields = server.get(PATH).await.expect(200);
    let found = fields.as_array().expect("fields").iter().find(|field| field["name"] == name);
    found.expect("the field").clone()
}

#[test]
fn every_field_of_a_user_is_listed_and_no_other() {
    let document = serde_json::to_value(anteroom_http::openapi()).expect("a document");
    let properties = document["components"]["schemas"]["User"]["properties"].as_object().expect("properties");
    let listed: BTreeSet<_> = anteroom_model::user::FIELDS.iter().map(|field| field.name).collect();
    assert_eq!(properties.keys().map(String::as_str).collect::<BTreeSet<_>>(), listed);
}

both_engines! {
    // S0.L23.20
    async fn built_in_fields_are_listed_with_what_they_are_and_who_sees_them(server: &Server) {
        assert_eq!(field(server, "email").await, json!({
            "name": "email", "label": "E-mail", "type": "email", "unique": true, "editable_by_user": true,
            "visible_in_console": true, "visible_in_personal_center": true,
        }));
        let last_login = field(server, "last_login").await;
        assert_eq!((&last_login["type"], &last_login["editable_by_user"]), (&json!("time"), &json!(false)));
        let reader = server.machine(PlatformRole::User, "read:users").await;
        server.call("GET", PATH).token(Some(&reader)).send().await.expect(200);
        server.call("GET", &format!("{PATH}?fields=name")).token(Some(&reader)).send().await.refused(400, "invalid_query_string");
    }
}

both_engines! {
    // S0.L23.20
    async fn label_and_flags_are_set_for_the_tenant_and_null_sets_them_back(server: &Server) {
        let before = field(server, "nickname").await;
        let sent = json!({"label": "花名", "editable_by_user": false, "visible_in_personal_center": false});
        let changed = server.patch(&format!("{PATH}/nickname"), sent.clone()).await.expect(200);
        let mut expected = before.clone();
        expected.as_object_mut().expect("a field").extend(sent.as_object().cloned().expect("fields"));
        assert_eq!(changed, expected);
        let second = server.second_process().await;
        assert_eq!(field(&second, "nickname").await, expected);
        let told = changes(server, "settings.updated").await;
        assert_eq!(told, [("user_fields.nickname".to_owned(), Value::Null, sent)]);
        server.patch(&format!("{PATH}/nickname"), json!({"label": "别名"})).await.expect(200);
        let told = changes(server, "settings.updated").await;
        assert_eq!(told, [("user_fields.nickname.label".to_owned(), json!("花名"), json!("别名"))]);
        let nothing = json!({"label": null, "editable_by_user": null, "visible_in_personal_center": null});
        assert_eq!(server.patch(&format!("{PATH}/nickname"), nothing).await.expect(200), before);
        assert_eq!(field(server, "nickname").await, before);
    }
}

both_engines! {
    // S0.L23.20, S2.L16.3
    async fn what_a_field_is_cannot_be_changed(server: &Server) {
        for (name, body, named) in [
            ("nickname", json!({"type": "number"}), "type"),
            ("nickname", json!({"unique": true}), "unique"),
            ("nickname", json!({"name": "n"}), "name"),
            ("nickname", json!({"label": ""}), "label"),
            ("nickname", json!({"label": "x".repeat(201)}), "label"),
            ("nickname", json!({"editable_by_user": "yes"}), "editable_by_user"),
            ("app_metadata", json!({"editable_by_user": true}), "editable_by_user"),
            ("last_login", json!({"editable_by_user": true}), "editable_by_user"),
        ] {
            let answer = server.patch(&format!("{PATH}/{name}"), body).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(named));
        }
        let answer = server.patch(&format!("{PATH}/shoe_size"), json!({"label": "Size"})).await;
        assert_eq!(answer.refused(404, "inexistent_user_field").as_deref(), Some("id"));
        assert!(recorded(server, "settings.updated").await.is_empty());
    }
}

both_engines! {
    async fn only_administrators_with_the_scope_change_fields(server: &Server) {
        let path = format!("{PATH}/nickname");
        let body = json!({"label": "Nick"});
        let reader = server.machine(PlatformRole::SuperAdmin, "read:users update:users").await;
        server.call("PATCH", &path).token(Some(&reader)).json(&body).send().await.refused(403, "insufficient_scope");
        let writer = server.machine(PlatformRole::User, "update:tenant_settings").await;
        server.call("GET", PATH).token(Some(&writer)).send().await.refused(403, "insufficient_scope");
        server.call("PATCH", &path).token(Some(&writer)).json(&body).send().await.refused(403, "rank_exceeded");
        let admin = server.machine(PlatformRole::Admin, "update:tenant_settings").await;
        server.call("PATCH", &path).token(Some(&admin)).json(&body).send().await.expect(200);
    }
}
