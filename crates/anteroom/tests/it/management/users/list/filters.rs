//! Filters beside `q`.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, sign_in, users_path};

/// Three users of whom each filter finds some.
async fn directory(server: &Server) -> Vec<Value> {
    let mut made = Vec::new();
    for number in 0..3 {
        // Each at an hour of its own.
        server.clock.advance_seconds(3_600);
        let body = json!({
            "connection": CONNECTION, "email": format!("user{number}@example.com"), "email_verified": number == 0,
            "phone_number": format!("+49151000{number}"), "phone_verified": number == 1, "name": format!("Name {}", 9 - number),
        });
        made.push(server.create(body).await);
    }
    server.clock.advance_seconds(3_600);
    sign_in(server, &made[2], false).await;
    server.patch(&Server::path_of(&made[1]), json!({"blocked": true})).await.expect(200);
    made
}

/// Parameters, and whom they find.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

async fn found(server: &Server, parameters: &[(&str, &str)]) -> Vec<String> {
    let path = users_path(&[parameters, &[("include_totals", "true"), ("q", "email:user*")]].concat());
    let page = server.get(&path).await.expect(200);
    let emails = column(&page["users"], "email");
    assert_eq!(page["total"], emails.len(), "{parameters:?}");
    emails.into_iter().map(|email| email.trim_end_matches("@example.com").to_owned()).collect()
}

both_engines! {
    // S2.L14.3, S4.L06.6, S4.L06.7, S4.L06.9
    async fn a_list_is_filtered_by_what_is_asked_for_most(server: &Server) {
        let users = directory(server).await;
        let role = server.post("/api/v2/roles", json!({"name": "Editor"})).await.expect(200);
        let role_id = role["id"].as_str().expect("an id");
        server.post(&format!("{}/roles", Server::path_of(&users[1])), json!({"roles": [role_id]})).await.expect(204);
        let made = |user: &Value| user["created_at"].as_str().expect("a time").to_owned();
        let (second, third) = (made(&users[1]), made(&users[2]));
        let everybody = ["user0", "user1", "user2"].as_slice();
        let cases: [Case<'_>; 16] = [
            (&[], everybody),
            (&[("status", "active")], &["user0", "user2"]),
            (&[("status", "suspended")], &["user1"]),
            (&[("status", "archived")], &[]),
            (&[("role", role_id)], &["user1"]),
            (&[("role", "rol_0000000000000000")], &[]),
            (&[("email_verified", "true")], &["user0"]),
            (&[("email_verified", "false")], &["user1", "user2"]),
            (&[("phone_verified", "true")], &["user1"]),
            (&[("connection", CONNECTION)], everybody),
            (&[("created_from", &second)], &["user1", "user2"]),
            (&[("created_to", &second)], &["user0", "user1"]),
            (&[("created_from", &second), ("created_to", &second)], &["user1"]),
            (&[("last_login_from", &third)], &["user2"]),
            (&[("last_login_to", "2999")], &["user2"]),
            (&[("status", "active"), ("email_verified", "false"), ("sort", "name:1")], &["user2"]),
        ];
        for (parameters, expected) in cases {
            assert_eq!(found(server, parameters).await, expected, "{parameters:?}");
        }
        assert_eq!(found(server, &[("status", "active"), ("sort", "name:1")]).await, ["user2", "user0"]);
        for (parameter, value) in [
            ("status", "gone"), ("status", ""), ("role", "Editor"), ("email_verified", "maybe"), ("created_from", "yesterday"),
            ("created_to", "2026-02-30"), ("last_login_from", ""), ("last_login_to", "1"), ("include_totals", "about"),
        ] {
            let answer = server.get(&users_path(&[(parameter, value)])).await;
            assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), Some(parameter), "{parameter}={value}");
        }
    }
}

both_engines! {
    // S4.L06.9
    async fn an_estimate_says_that_it_is_one(server: &Server) {
        directory(server).await;
        for q in ["", "user", "status:active", "NOT user0", "name:name*"] {
            let of = async |totals: &str| server.get(&users_path(&[("q", q), ("include_totals", totals)])).await.expect(200);
            let (exact, about) = (of("true").await, of("estimate").await);
            assert_eq!((&about["total"], &about["total_is_estimate"]), (&exact["total"], &json!(false)), "{q}");
            assert_eq!(exact.get("total_is_estimate"), None);
            assert_eq!(about["users"], exact["users"]);
        }
    }
}

both_engines! {
    // S4.L06.9
    async fn a_tenants_only_connection_is_everybodys(server: &Server) {
        directory(server).await;
        let of = async |parameters: &[(&str, &str)]| server.get(&users_path(parameters)).await.expect(200);
        for totals in ["true", "estimate"] {
            let everybody = of(&[("include_totals", totals), ("sort", "name:1")]).await;
            let filtered = of(&[("include_totals", totals), ("sort", "name:1"), ("connection", CONNECTION)]).await;
            assert_eq!(filtered, everybody);
            let blocked = of(&[("include_totals", totals), ("connection", CONNECTION), ("status", "suspended")]).await;
            assert_eq!(column(&blocked["users"], "email"), ["user1@example.com"]);
            assert_eq!(blocked["total"], 1);
            for other in ["other", "username-password-authentication"] {
                assert_eq!(of(&[("include_totals", totals), ("connection", other)]).await["total"], 0, "{other}");
            }
        }
    }
}

both_engines! {
    async fn a_cursor_belongs_to_its_filter(server: &Server) {
        directory(server).await;
        let first = server.get(&users_path(&[("take", "1"), ("q", "user"), ("email_verified", "false")])).await.expect(200);
        let cursor = first["next"].as_str().expect("a cursor");
        let same = server.get(&users_path(&[("from", cursor), ("q", "user"), ("email_verified", "false")])).await.expect(200);
        assert_eq!(column(&same["users"], "email"), ["user2@example.com"]);
        for other in [&[][..], &[("q", "user")], &[("q", "users"), ("email_verified", "false")], &[("q", "user"), ("email_verified", "true")]] {
            let answer = server.get(&users_path(&[&[("from", cursor)], other].concat())).await;
            assert_eq!(answer.refused(400, "invalid_paging").as_deref(), Some("from"), "{other:?}");
        }
    }
}
