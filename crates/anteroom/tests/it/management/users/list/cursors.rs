//! Cursors.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{by_cursors, fill};
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, users_path};

async fn page(server: &Server, parameters: &[(&str, &str)]) -> Value {
    server.get(&users_path(parameters)).await.expect(200)
}

/// Deletes everybody but the administrator.
async fn delete_all(server: &Server) {
    let users = page(server, &[("per_page", "100"), ("q", "platform_role:user")]).await;
    for user in users.as_array().expect("users") {
        server.delete(&Server::path_of(user)).await.expect(204);
    }
}

/// Every order there is, both ways.
fn orders() -> Vec<String> {
    let names = anteroom_store::user::SortColumn::ALL.map(|(name, _)| name);
    names.into_iter().flat_map(|name| [format!("{name}:1"), format!("{name}:-1")]).collect()
}

/// Walks a list while users come and go, and counts how often each was seen.
async fn walk_while_users_come_and_go(server: &Server, sort: &str) -> HashMap<String, usize> {
    let mut seen = HashMap::new();
    let mut next = String::new();
    for step in 0.. {
        let mut parameters = vec![("take", "4"), ("sort", sort)];
        if !next.is_empty() {
            parameters.push(("from", &next));
        }
        let rows = page(server, &parameters).await;
        for id in column(&rows["users"], "email") {
            *seen.entry(id).or_default() += 1;
        }
        let Some(cursor) = rows["next"].as_str() else { break };
        next = cursor.to_owned();
        // One comes in front or behind, the last one seen goes, and so does one who may not have been seen yet.
        let name = if step % 2 == 0 { "A newcomer" } else { "Zoe" };
        server.create(json!({"connection": CONNECTION, "email": format!("new{step}-{}@example.com", &sort[..3]), "name": name})).await;
        let unseen = page(server, &[("q", &format!("email:leaver{step}*"))]).await;
        // Somebody changes, but not in what the list is sorted by.
        let stayer = page(server, &[("q", &format!("email:user{}@example.com", step % 18))]).await;
        if !sort.starts_with("updated_at") && stayer[0].is_object() {
            server.patch(&Server::path_of(&stayer[0]), json!({"user_metadata": {"step": step}})).await.expect(200);
        }
        for leaver in [&rows["users"][3], &unseen[0]] {
            if leaver["platform_role"] == "user" {
                server.delete(&Server::path_of(leaver)).await.expect(204);
            }
        }
    }
    seen
}

both_engines! {
    async fn those_who_stay_are_seen_once_while_others_come_and_go(server: &Server) {
        for sort in orders() {
            let sort = sort.as_str();
            fill(server, 18).await;
            for number in 0..6 {
                let body = json!({"connection": CONNECTION, "email": format!("leaver{number}@example.com"), "name": format!("Name {number}")});
                server.create(body).await;
            }
            let seen = walk_while_users_come_and_go(server, sort).await;
            assert!(seen.values().all(|times| *times == 1), "{sort}: {seen:?}");
            let left = page(server, &[("per_page", "100")]).await;
            for email in column(&left, "email").iter().filter(|email| email.starts_with("user")) {
                assert_eq!(seen.get(email), Some(&1), "{sort}: {email}");
            }
            delete_all(server).await;
        }
    }
}

both_engines! {
    async fn a_page_ends_where_the_next_begins(server: &Server) {
        fill(server, 5).await;
        let first = page(server, &[("take", "2")]).await;
        assert_eq!(first.as_object().expect("an object").keys().collect::<Vec<_>>(), ["users", "next"]);
        assert_eq!(column(&first["users"], "email"), ["root@example.com", "user0@example.com"]);
        let cursor = first["next"].as_str().expect("a cursor");
        let second = page(server, &[("from", cursor), ("take", "3")]).await;
        assert_eq!(column(&second["users"], "email"), ["user1@example.com", "user2@example.com", "user3@example.com"]);
        let third = page(server, &[("from", second["next"].as_str().expect("a cursor"))]).await;
        assert_eq!((column(&third["users"], "email"), third.get("next")), (vec!["user4@example.com".to_owned()], None));
        // The same cursor gives the same page.
        assert_eq!(page(server, &[("from", cursor), ("take", "3")]).await, second);
    }
}

both_engines! {
    // Auth0: `next` is absent on the last page.
    async fn the_last_page_has_no_cursor_even_when_it_is_full(server: &Server) {
        fill(server, 5).await;
        let last = page(server, &[("take", "6")]).await;
        assert_eq!((last["users"].as_array().map(Vec::len), last.get("next")), (Some(6), None));
        assert_eq!(by_cursors(server, 3, &[]).await.len(), 6);
        let none = page(server, &[("take", "6"), ("q", "nobody-is-called-so")]).await;
        assert_eq!(none, json!({"users": []}));
    }
}

both_engines! {
    async fn behind_the_last_there_is_nobody(server: &Server) {
        // In each of these orders the administrator comes first.
        for sort in ["key:1", "name:-1", "last_login:1"] {
            fill(server, 5).await;
            let first = page(server, &[("take", "3"), ("sort", sort)]).await;
            for user in page(server, &[("sort", sort)]).await.as_array().expect("users").iter().skip(3) {
                server.delete(&Server::path_of(user)).await.expect(204);
            }
            let cursor = first["next"].as_str().expect("a cursor");
            assert_eq!(page(server, &[("take", "3"), ("sort", sort), ("from", cursor)]).await, json!({"users": []}), "{sort}");
            delete_all(server).await;
        }
    }
}

both_engines! {
    async fn a_cursor_of_another_order_is_refused(server: &Server) {
        fill(server, 3).await;
        let of = async |sort: &str| page(server, &[("take", "1"), ("sort", sort)]).await["next"].as_str().expect("a cursor").to_owned();
        let orders = ["key:1", "key:-1", "name:1", "name:-1", "email:1", "created_at:1", "last_login:-1", "logins_count:1"];
        for made in orders {
            let cursor = of(made).await;
            for used in orders.into_iter().filter(|order| *order != made) {
                let answer = server.get(&users_path(&[("from", &cursor), ("sort", used)])).await;
                assert_eq!(answer.refused(400, "invalid_paging").as_deref(), Some("from"), "{made} {used}");
            }
        }
        for text in ["", "x", "e30", "bm9uc2Vuc2U", "李", "eyJrZXkiOjF9", &"A".repeat(2000)] {
            let answer = server.get(&users_path(&[("from", text)])).await;
            assert_eq!(answer.refused(400, "invalid_paging").as_deref(), Some("from"), "{text}");
        }
    }
}
