//! Every order: by each field, both ways, with ties in the order of making, so that it is total.

use anteroom_model::text::fold;
use serde_json::{Value, json};

use super::{by_cursors, by_pages};
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, sign_in, users_path};

const TEXTS: [&str; 7] = ["email", "username", "phone_number", "name", "nickname", "given_name", "family_name"];

/// People of many scripts, and some with equal or missing fields.
async fn directory(server: &Server) {
    // The world's administrator was made by a clock of its own.
    server.clock.advance_seconds(1);
    let people = server.create_people().await;
    for (number, given, family) in
        [(0, json!("Ana"), json!("Šimić")), (1, json!("ana"), json!(null)), (2, json!(null), json!("simic"))]
    {
        let body = json!({
            "connection": CONNECTION, "phone_number": format!("+4915{}", 9 - number), "name": "Twin", "nickname": "twin",
        });
        let made = server.create(body).await;
        server.clock.advance_seconds(1);
        server.patch(&Server::path_of(&made), json!({"given_name": given, "family_name": family})).await.expect(200);
    }
    server.clock.advance_seconds(1);
    server.patch(&Server::path_of(&people[3]), json!({"given_name": "María"})).await.expect(200);
    for (person, times) in [(5, 2), (1, 1), (6, 1)] {
        for _ in 0..times {
            server.clock.advance_seconds(1);
            sign_in(server, &people[person], false).await;
        }
    }
}

async fn sorted(server: &Server, sort: &str) -> Vec<Value> {
    let path = users_path(&[("sort", sort), ("per_page", "100")]);
    server.get(&path).await.expect(200).as_array().expect("users").clone()
}

fn ids(users: &[Value]) -> Vec<String> {
    column(&Value::Array(users.to_vec()), "user_id")
}

async fn assert_sorted_by<K: Ord>(server: &Server, field: &str, key: impl Fn(&Value) -> K) {
    let mut expected = sorted(server, "key:1").await;
    assert_eq!(expected.len(), 12);
    expected.sort_by_key(|user| key(user));
    for (direction, expected) in [("1", ids(&expected)), ("-1", ids(&expected).into_iter().rev().collect())] {
        let sort = format!("{field}:{direction}");
        assert_eq!(ids(&sorted(server, &sort).await), expected, "{sort}");
        let order = [("sort", sort.as_str())];
        assert_eq!(ids(&by_pages(server, 5, &order).await), expected, "{sort} by pages");
        assert_eq!(ids(&by_cursors(server, 5, &order).await), expected, "{sort} by cursors");
        assert_eq!(ids(&by_cursors(server, 1, &order).await), expected, "{sort} one by one");
    }
}

both_engines! {
    // S4.L06.13
    async fn by_text_without_regard_to_case_and_marks(server: &Server) {
        directory(server).await;
        for field in TEXTS {
            assert_sorted_by(server, field, |user| fold(user[field].as_str().unwrap_or_default())).await;
        }
    }
}

both_engines! {
    // S4.L06.10, S4.L06.11
    async fn by_number_and_time(server: &Server) {
        directory(server).await;
        assert_sorted_by(server, "logins_count", |user| user["logins_count"].as_i64()).await;
        assert_sorted_by(server, "last_login", |user| user["last_login"].as_str().unwrap_or_default().to_owned()).await;
        assert_sorted_by(server, "created_at", |user| user["created_at"].as_str().map(str::to_owned)).await;
        assert_sorted_by(server, "key", |_| 0).await;
    }
}

both_engines! {
    // S4.L06.12: the order is that of changes of the profile: sign-ins, which move what is shown, do not move a user here.
    async fn by_the_last_change(server: &Server) {
        directory(server).await;
        let names = column(&Value::Array(sorted(server, "updated_at:-1").await), "name");
        assert_eq!(names[..4], ["María García", "Twin", "Twin", "Twin"]);
        let ascending = ids(&sorted(server, "updated_at:1").await);
        let mut descending = ids(&sorted(server, "updated_at:-1").await);
        descending.reverse();
        assert_eq!(ascending, descending);
    }
}

both_engines! {
    async fn a_search_is_sorted_too(server: &Server) {
        directory(server).await;
        let path = users_path(&[("q", "nickname:twin"), ("sort", "phone_number:1"), ("fields", "phone_number")]);
        let found = server.get(&path).await.expect(200);
        assert_eq!(column(&found, "phone_number"), ["+49157", "+49158", "+49159"]);
        let query = [("q", "example.com"), ("sort", "name:-1")];
        let all = sorted(server, "name:-1").await.into_iter().filter(|user| !user["email"].is_null()).collect::<Vec<_>>();
        assert_eq!(by_cursors(server, 2, &query).await, all);
        assert_eq!(by_pages(server, 2, &query).await, all);
    }
}
