//! Each field of the profile: set, kept when not sent, removed by null.

use serde_json::{Map, Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{kinds, record_of};

/// The fields that null removes, with a value for each.
fn removable() -> Map<String, Value> {
    let fields = json!({
        "phone_number": "+4915112345678", "username": "li", "external_id": "hr-1", "name": "Li", "nickname": "Lil",
        "given_name": "Xiaolong", "family_name": "Li", "middle_name": "B", "preferred_username": "bruce",
        "picture": "https://example.com/a.png", "profile": "https://example.com/li", "website": "https://li.example/",
        "gender": "male", "birthdate": "1940-11-27", "zoneinfo": "Asia/Shanghai", "locale": "zh-CN", "company": "Concord",
        "identity_number": "A123456(7)", "unionid": "u", "openid": "o", "address": {"city": "香港", "country": "HK"},
        "preferences": {"theme": "dark"},
    });
    fields.as_object().expect("fields").clone()
}

both_engines! {
    // S4.L10.11–13, S3.L11.2, S0.L25.1, S2.L14.5, S3.L35.2
    async fn each_field_is_set_alone(server: &Server) {
        let mut expected = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        let mut fields = removable();
        fields.extend([("phone_verified".to_owned(), json!(true)), ("email_verified".to_owned(), json!(true))]);
        fields.insert("reset_password_on_next_login".to_owned(), json!(true));
        for (field, value) in fields {
            server.clock.advance_seconds(1);
            let changed = server.patch(&Server::path_of(&expected), json!({&field: value})).await.expect(200);
            assert_ne!(changed["updated_at"], expected["updated_at"]);
            expected[&field] = value;
            expected["updated_at"] = changed["updated_at"].clone();
            if field == "phone_number" {
                expected["phone_country_code"] = json!("+49");
                expected["phone_verified"] = json!(false);
            }
            assert_eq!(changed, expected);
            assert_eq!(server.get(&Server::path_of(&expected)).await.expect(200), expected);
        }
    }
}

both_engines! {
    // S2.L14.5: as Auth0 does it.
    async fn null_removes(server: &Server) {
        let mut body = json!({"connection": CONNECTION, "email": "a@example.com"});
        body.as_object_mut().expect("a body").extend(removable());
        let made = server.create(body).await;
        for field in removable().keys() {
            let changed = server.patch(&Server::path_of(&made), json!({field: null})).await.expect(200);
            if field == "picture" {
                assert!(changed["picture"].as_str().is_some_and(|url| url.starts_with("https://s.gravatar.com/")));
            } else {
                assert!(changed.get(field).is_none(), "{changed}");
            }
        }
        let left = server.get(&Server::path_of(&made)).await.expect(200);
        assert_eq!((left.get("phone_verified"), left.get("phone_country_code")), (None, None));
    }
}

both_engines! {
    async fn flags_and_roles_cannot_be_null(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        for field in ["email_verified", "phone_verified", "blocked", "reset_password_on_next_login", "password", "platform_role"] {
            let answer = server.patch(&Server::path_of(&made), json!({field: null})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
    }
}

both_engines! {
    async fn a_change_is_recorded_with_what_was_and_what_is(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "name": "A", "nickname": "n"})).await;
        let sent = json!({"name": "B", "nickname": null, "given_name": "G", "email": "A@EXAMPLE.COM", "user_metadata": {"k": 1}});
        server.patch(&Server::path_of(&made), sent).await.expect(200);
        let events = record_of(server, &made).await;
        assert_eq!(kinds(&events), ["user.created", "user.updated"]);
        assert_eq!((&events[1]["type"], &events[1]["user_name"]), (&json!("sapi"), &json!("B")));
        assert_eq!(events[1]["details"]["changes"], json!([
            {"field": "name", "from": "A", "to": "B"},
            {"field": "nickname", "from": "n"},
            {"field": "given_name", "to": "G"},
            {"field": "user_metadata", "from": {}, "to": {"k": 1}},
        ]));
    }
}

both_engines! {
    async fn all_of_a_change_is_made_or_nothing(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "name": "A"})).await;
        for wrong in [json!({"name": "B", "given_name": ""}), json!({"name": "B", "app_metadata": {"a.b": 1}}), json!({"name": "B", "colour": 1})] {
            server.patch(&Server::path_of(&made), wrong).await.refused(400, "invalid_body");
        }
        assert_eq!(server.get(&Server::path_of(&made)).await.expect(200), made);
        assert_eq!(kinds(&record_of(server, &made).await), ["user.created"]);
    }
}

both_engines! {
    async fn who_is_not_there_cannot_be_changed(server: &Server) {
        for (path, body) in [("", json!({"name": "A"})), ("", json!({"password": "correct horse battery"})), ("/status", json!({"status": "suspended"}))] {
            server.patch(&format!("/api/v2/users/auth0%7Cnobody{path}"), body).await.refused(404, "inexistent_user");
        }
    }
}
