//! Who is locked after failed sign-ins: found, counted, told, and no more once the time is over or the lock is lifted.

use anteroom_model::Clock;
use anteroom_store::sign_in_failure::FailureKind;
use serde_json::{Value, json};

use super::{by_cursors, by_pages, fill};
use crate::harness::{Server, both_engines};
use crate::jobs::exported;
use crate::management::access::blocks::lock;
use crate::management::users::tools::{column, encoded, search, stored, users_path};

const ALL: [(&str, &str); 2] = [("fields", "email,locked_until"), ("per_page", "100")];

async fn addresses(server: &Server, q: &str) -> Vec<String> {
    column(&search(server, q).await.expect(200), "email")
}

/// Makes some users and locks these of them, for a quarter of an hour; answers the users.
async fn locked(server: &Server, count: usize, which: &[usize]) -> Vec<Value> {
    fill(server, count).await;
    let users = search(server, "email:user*").await.expect(200).as_array().expect("users").clone();
    for number in which {
        let id = users[*number]["user_id"].as_str().expect("an id");
        lock(server, FailureKind::Account, id).await;
    }
    users
}

both_engines! {
    // S4.L06.7, S4.L06.9, S4.L11.5
    async fn the_locked_are_found_counted_and_in_any_order(server: &Server) {
        let users = locked(server, 8, &[1, 4, 6]).await;
        // Neither another's lock nor one of something else is this account's.
        lock(server, FailureKind::ResetCode, users[2]["user_id"].as_str().expect("an id")).await;
        lock(server, FailureKind::Unknown, users[3]["user_id"].as_str().expect("an id")).await;
        let of = |numbers: &[usize]| numbers.iter().map(|number| format!("user{number}@example.com")).collect::<Vec<_>>();
        assert_eq!(addresses(server, "locked:true").await, of(&[1, 4, 6]));
        assert_eq!(addresses(server, "locked:\"TRUE\"").await, of(&[1, 4, 6]));
        assert_eq!(addresses(server, "locked:false email:user*").await, of(&[0, 2, 3, 5, 7]));
        assert_eq!(addresses(server, "NOT locked:true email:user*").await, of(&[0, 2, 3, 5, 7]));
        assert_eq!(addresses(server, "_exists_:locked email:user*").await.len(), 8);
        assert_eq!(addresses(server, "locked:true OR email:user0*").await, of(&[0, 1, 4, 6]));
        assert_eq!(addresses(server, "locked:true name:\"Name 2\"").await, of(&[6]));
        assert_eq!(addresses(server, "locked:true status:suspended").await, [""; 0]);
        for sort in ["email:-1", "name:-1", "created_at:-1", "last_login:-1", "logins_count:-1", "key:-1"] {
            let filter = [("q", "locked:true"), ("sort", sort)];
            assert_eq!(column(&Value::Array(by_pages(server, 2, &filter).await), "email"), of(&[6, 4, 1]), "{sort}");
            assert_eq!(column(&Value::Array(by_cursors(server, 2, &filter).await), "email"), of(&[6, 4, 1]), "{sort}");
        }
        let everybody = server.get("/api/v2/users?include_totals=true").await.expect(200)["total"].as_i64().expect("a number");
        for (q, total) in [
            ("locked:true", 3), ("locked:false", everybody - 3), ("NOT locked:true", everybody - 3), ("NOT locked:false", 3),
            ("locked:true email:user4*", 1), ("locked:false email:user*", 5), ("locked:*", everybody),
        ] {
            for totals in ["true", "estimate"] {
                let path = users_path(&[("q", q), ("include_totals", totals), ("per_page", "1")]);
                assert_eq!(server.get(&path).await.expect(200)["total"], total, "{q} {totals}");
            }
        }
    }
}

both_engines! {
    // S4.L07.3, S4.L35.1
    async fn until_when_is_told_where_it_is_named_and_ends_with_the_time(server: &Server) {
        let users = locked(server, 3, &[1]).await;
        let until = server.clock.now().plus_seconds(900).to_string();
        let list = server.get(&users_path(&[&ALL[..], &[("q", "email:user*")]].concat())).await.expect(200);
        assert_eq!(column(&list, "locked_until"), ["", until.as_str(), ""]);
        let path = Server::path_of(&users[1]);
        let by_email = "/api/v2/users-by-email?email=user1@example.com";
        assert_eq!(server.get(&format!("{path}?fields=locked_until")).await.expect(200), json!({"locked_until": until}));
        assert_eq!(server.get(&format!("{by_email}&fields=locked_until")).await.expect(200), json!([{"locked_until": until}]));
        assert_eq!(server.get(&format!("{}?fields=locked_until", Server::path_of(&users[0]))).await.expect(200), json!({}));
        for more in ["", "?fields=name&include_fields=false", "?fields=locked_until&include_fields=false"] {
            assert_eq!(server.get(&format!("{path}{more}")).await.expect(200).get("locked_until"), None, "{more}");
        }
        server.clock.advance_seconds(899);
        assert_eq!(addresses(server, "locked:true").await, ["user1@example.com"]);
        server.clock.advance_seconds(1);
        assert_eq!(addresses(server, "locked:true").await, [""; 0]);
        assert_eq!(server.get(&format!("{path}?fields=locked_until")).await.expect(200), json!({}));
    }
}

both_engines! {
    // S4.L35.4
    async fn who_is_freed_or_deleted_is_locked_no_more(server: &Server) {
        let users = locked(server, 3, &[0, 1, 2]).await;
        let id = users[0]["user_id"].as_str().expect("an id");
        server.delete(&format!("/api/v2/user-blocks/{}", id.replace('|', "%7C"))).await.expect(204);
        assert_eq!(addresses(server, "locked:true").await, ["user1@example.com", "user2@example.com"]);
        server.delete(&Server::path_of(&users[1])).await.expect(204);
        // A lock of nobody counts for nobody.
        lock(server, FailureKind::Account, "auth0|nobody").await;
        let path = format!("/api/v2/users?{}", encoded(&[("q", "locked:true"), ("include_totals", "true")]));
        let found = server.get(&path).await.expect(200);
        assert_eq!((column(&found["users"], "email"), &found["total"]), (vec!["user2@example.com".to_owned()], &json!(1)));
    }
}

both_engines! {
    // S4.L06.7
    async fn the_locked_are_exported(server: &Server) {
        let users = locked(server, 3, &[2]).await;
        let asked = json!({"q": "locked:true", "fields": [{"name": "email"}]});
        assert_eq!(exported(server, asked.clone()).await.text, "{\"email\":\"user2@example.com\"}\n");
        assert_eq!(stored(server, &users[2]).await.email.as_deref(), Some("user2@example.com"));
        server.clock.advance_seconds(900);
        assert_eq!(exported(server, asked).await.text, "");
    }
}
