//! What a new user has: the fields sent, and what the server adds.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{configure_connection, stored, total};

/// Every field of the profile that can be sent.
fn everything() -> Value {
    json!({
        "email": "li.xiaolong@example.com", "email_verified": true, "username": "Li.Xiaolong",
        "phone_number": "+8613912345678", "phone_verified": true, "external_id": "hr-0001", "name": "李小龙",
        "nickname": "小龙", "given_name": "小龙", "family_name": "李", "middle_name": "Bruce",
        "preferred_username": "bruce", "picture": "https://example.com/li.png", "platform_role": "admin",
        "profile": "https://example.com/li", "website": "https://li.example/", "gender": "male", "birthdate": "1940-11-27",
        "zoneinfo": "Asia/Shanghai", "locale": "zh-Hans-CN", "company": "Concord", "identity_number": "A123456(7)",
        "unionid": "o6_bmasdasdsad6", "openid": "OPENID",
        "address": {
            "formatted": "41 Cumberland Road\nKowloon Tong", "street_address": "41 Cumberland Road", "locality": "Kowloon",
            "region": "Kowloon", "postal_code": "999077", "country": "HK", "city": "香港", "province": "九龍",
        },
        "preferences": {"theme": "dark", "mails": {"news": false}},
        "user_metadata": {"theme": "dark", "list": [1, 2.5, true, null, "x", {"deep": {"er": []}}]},
        "app_metadata": {"plan": "pro"}, "blocked": false, "reset_password_on_next_login": true,
    })
}

both_engines! {
    // S0.L23.2, S0.L23.3, S0.L23.4, S0.L23.5, S0.L23.6, S0.L23.7, S0.L23.9, S4.L09.2, S4.L09.5, S4.L09.6, S4.L09.7, S4.L09.8, S4.L09.9, S2.L14.2, S2.L16.1, S3.L22.1, S3.L25.1, S3.L32.1
    async fn every_field_sent_is_answered_and_kept(server: &Server) {
        let mut body = everything();
        body["connection"] = json!(CONNECTION);
        body["verify_email"] = json!(false);
        let answer = server.post("/api/v2/users", body).await;
        assert_eq!(answer.header("etag"), Some("\"1\""));
        let made = answer.expect(201);
        for (field, value) in everything().as_object().expect("fields") {
            assert_eq!(&made[field], value, "{field}");
        }
        assert_eq!(made["phone_country_code"], "+86");
        assert_eq!(server.get(&Server::path_of(&made)).await.expect(200), made);
        assert_eq!(stored(server, &made).await.user_id, made["user_id"].as_str().expect("an id"));
    }
}

both_engines! {
    // S0.L23.2, S0.L23.8, S0.L23.9, S2.L14.1, S4.L09.1: and nothing that has no value yet.
    async fn an_address_alone_makes_a_whole_user(server: &Server) {
        let mut made = server.create(json!({"connection": CONNECTION, "email": "Li.Xiaolong@Example.com"})).await;
        let fields = made.as_object_mut().expect("a user");
        let public_id = fields.remove("public_id").expect("a public id");
        let user_id = fields.remove("user_id").expect("an id");
        let at = fields.remove("created_at").expect("a time");
        let identity_id = user_id.as_str().and_then(|id| id.strip_prefix("auth0|")).expect("the provider");
        let expected = json!({
            "arn": format!("arn:anteroom:default:user:{}", public_id.as_str().expect("text")), "tenant": "default",
            "email": "li.xiaolong@example.com", "email_verified": false, "name": "li.xiaolong@example.com",
            "nickname": "li.xiaolong",
            "picture": "https://s.gravatar.com/avatar/9276435c02d45fb87eb5dc64e93f22d6?s=480&r=pg&d=mp",
            "identities": [{"connection": CONNECTION, "provider": "auth0", "user_id": identity_id, "isSocial": false}],
            "status": "active", "status_changed_at": at, "blocked": false, "archived": false, "platform_role": "user",
            "source": "admin", "reset_password_on_next_login": false, "logins_count": 0, "updated_at": at,
        });
        assert_eq!(made, expected);
        assert!(at.as_str().is_some_and(|time| time.starts_with("2026-01-01T00:00:00.") && time.ends_with('Z')), "{at}");
    }
}

both_engines! {
    // S0.L24.3, S4.L09.2, S4.L09.3, S4.L09.4
    async fn a_username_is_enough_with_or_without_a_password(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "username": "Bob"})).await;
        assert_eq!((&made["username"], &made["name"], &made["nickname"]), (&json!("Bob"), &json!("Bob"), &json!("Bob")));
        assert_eq!((&made["email"], &made["email_verified"], &made["picture"]), (&Value::Null, &Value::Null, &Value::Null));
        assert_eq!(made["password_set_at"], Value::Null);
        let body = json!({"connection": CONNECTION, "username": "Eve", "password": "correct horse battery"});
        assert_eq!(server.create(body).await["password_set_at"], "2026-01-01T00:00:00.000Z");
    }
}

both_engines! {
    // S0.L24.7, S0.L24.8: no code is asked for, and none was given.
    async fn a_phone_number_is_enough_and_unverified(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "phone_number": "+4915112345678"})).await;
        assert_eq!((&made["name"], &made["phone_country_code"]), (&json!("+4915112345678"), &json!("+49")));
        assert_eq!((&made["phone_verified"], &made["status"]), (&json!(false), &json!("active")));
    }
}

both_engines! {
    // S0.L24.4
    async fn without_any_identifier_nobody_is_made(server: &Server) {
        let body = json!({"connection": CONNECTION, "name": "Nobody", "external_id": "x", "password": "correct horse battery"});
        assert_eq!(server.post("/api/v2/users", body).await.refused(400, "identifier_missing").as_deref(), Some("email"));
        assert_eq!(total(server).await, 1);
    }
}

both_engines! {
    // S0.L24.5, S0.L24.6: what a connection says of sign-up binds sign-up only.
    async fn a_connection_closed_to_sign_up_takes_users_from_administrators(server: &Server) {
        configure_connection(server, "options", r#"{"disable_signup":true,"domain_aliases":["only.example"]}"#).await;
        server.create(json!({"connection": CONNECTION, "email": "someone@elsewhere.example"})).await;
    }
}

both_engines! {
    // S0.L23.14
    async fn nicknames_and_names_are_not_unique(server: &Server) {
        for email in ["a@example.com", "b@example.com"] {
            server.create(json!({"connection": CONNECTION, "email": email, "name": "Li", "nickname": "Li"})).await;
        }
        assert_eq!(server.found("nickname:Li").await, ["Li", "Li"]);
    }
}

both_engines! {
    // S0.L23.9, S0.L23.18
    async fn a_user_can_be_made_blocked(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "blocked": true})).await;
        assert_eq!((&made["blocked"], &made["status"]), (&json!(true), &json!("suspended")));
        let unblocked = server.patch(&Server::path_of(&made), json!({"blocked": false})).await.expect(200);
        assert_eq!(unblocked["status"], "active");
    }
}
