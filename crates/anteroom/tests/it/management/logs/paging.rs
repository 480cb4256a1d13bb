//! Parts of the list: by page, by query, by checkpoint.

use serde_json::{Value, json};

use super::{ids, kinds, logs};
use crate::harness::{CONNECTION, Server, both_engines};

/// Twelve events of three users, besides those the world begins with.
async fn fill(server: &Server) -> Vec<Value> {
    let mut users = Vec::new();
    for number in 0..3 {
        let user = server.create(json!({"connection": CONNECTION, "username": format!("user{number}")})).await;
        for step in 0..3 {
            server.patch(&Server::path_of(&user), json!({"nickname": format!("n{step}")})).await.expect(200);
        }
        users.push(user);
    }
    server.services.traffic.flush().await;
    users
}

/// Waits until no transaction elsewhere in PostgreSQL's cluster holds back the newest events (a few dozen at most).
async fn until_settled(server: &Server) {
    let total = server.get("/api/v2/logs?include_totals=true&per_page=0").await.expect(200)["total"].as_u64();
    for _ in 0..3000 {
        if Some(logs(server, "?take=100").await.len() as u64) == total {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("events stay hidden");
}

/// Pages until one is not full, by a function from a page's number to its query.
async fn pages(server: &Server, size: usize, query: impl Fn(usize) -> String) -> Vec<Value> {
    let mut found = Vec::new();
    for number in 0.. {
        let page = logs(server, &query(number)).await;
        let is_full = page.len() == size;
        found.extend(page);
        if !is_full {
            break;
        }
    }
    found
}

both_engines! {
    async fn pages_cover_every_event_once_newest_first_or_oldest_first(server: &Server) {
        fill(server).await;
        let whole = logs(server, "?per_page=100").await;
        let dates: Vec<_> = whole.iter().map(|log| log["date"].as_str().expect("a date")).collect();
        assert!(dates.is_sorted_by(|one, next| one >= next), "{dates:?}");
        let newest_first = pages(server, 5, |page| format!("?per_page=5&page={page}")).await;
        assert_eq!(ids(&newest_first), ids(&whole));
        let mut oldest_first = pages(server, 5, |page| format!("?per_page=5&page={page}&sort=date:1")).await;
        oldest_first.reverse();
        assert_eq!(ids(&oldest_first), ids(&whole));
        let page = server.get("/api/v2/logs?per_page=5&page=1&include_totals=true").await.expect(200);
        assert_eq!((&page["start"], &page["limit"], &page["length"]), (&json!(5), &json!(5), &json!(5)));
        assert_eq!(page["total"], whole.len());
        assert_eq!(page["logs"], json!(whole[5..10]));
        assert_eq!(logs(server, "?page=1000").await.len(), 0);
    }
}

both_engines! {
    async fn the_record_of_one_user_holds_what_it_did_and_what_was_done_to_it(server: &Server) {
        let users = fill(server).await;
        let path = Server::path_of(&users[1]);
        let page = server.get(&format!("{path}/logs?include_totals=true&per_page=3")).await.expect(200);
        assert_eq!((&page["total"], &page["length"]), (&json!(4), &json!(3)));
        let all = server.get(&format!("{path}/logs?sort=date:1")).await.expect(200);
        assert_eq!(kinds(all.as_array().expect("logs")), ["user.created", "user.updated", "user.updated", "user.updated"]);
        // As an administrator it changes another one: that is on both records.
        server.patch(&path, json!({"platform_role": "admin"})).await.expect(200);
        // What it was given before its new role has ended.
        server.clock.advance_seconds(2);
        let token = server.user_token(&users[1], "update:users").await;
        let other = Server::path_of(&users[2]);
        server.call("PATCH", &other).token(Some(&token)).json(&json!({"nickname": "by user1"})).send().await.expect(200);
        for (path, count) in [(&path, 6), (&other, 5)] {
            let logs = server.get(&format!("{path}/logs")).await.expect(200);
            let logs = logs.as_array().expect("logs");
            assert_eq!(logs.len(), count);
            assert_eq!(logs[0]["details"]["actor"]["id"], users[1]["user_id"]);
            assert_eq!(logs[0]["details"]["target"]["id"], users[2]["user_id"]);
            assert_eq!(logs[0]["client_id"], "console");
        }
        assert_eq!(server.get("/api/v2/users/auth0%7Cnobody/logs").await.expect(200), json!([]));
    }
}

both_engines! {
    async fn queries_find_whole_values_joined_by_and(server: &Server) {
        let users = fill(server).await;
        server.delete(&Server::path_of(&users[0])).await.expect(204);
        let id = users[0]["user_id"].as_str().expect("an id");
        let (encoded, client): (String, _) = (form_urlencoded::byte_serialize(id.as_bytes()).collect(), &server.world.client_id);
        for (query, expected) in [
            ("type:sdu".to_owned(), 1),
            ("type:scp".to_owned(), 0),
            ("type:nonsense".to_owned(), 0),
            (format!("user_id:%22{encoded}%22"), 5),
            (format!("user_id:%22{encoded}%22%20AND%20type:sapi"), 4),
            (format!("type:sdu%20AND%20client_id:{client}"), 1),
            (format!("client_id:{}", client.to_uppercase()), 0),
            ("type:sdu%20AND%20type:sapi".to_owned(), 0),
            ("type:sdu%20AND%20user_id:somebody".to_owned(), 0),
        ] {
            let page = server.get(&format!("/api/v2/logs?include_totals=true&q={query}")).await.expect(200);
            assert_eq!((&page["total"], &page["length"]), (&json!(expected), &json!(expected)), "{query}");
        }
        for query in ["colour:red", "date:soon", "type:(", "%22"] {
            let refused = server.get(&format!("/api/v2/logs?q={query}")).await.refused(400, "invalid_search_query");
            assert_eq!(refused.as_deref(), Some("q"), "{query}");
        }
    }
}

both_engines! {
    async fn checkpoints_walk_through_all_events_in_the_order_they_came(server: &Server) {
        fill(server).await;
        until_settled(server).await;
        let mut oldest_first = logs(server, "?per_page=100&sort=date:1").await;
        let mut walked: Vec<Value> = Vec::new();
        loop {
            let query = match walked.last() {
                None => "?take=4".to_owned(),
                Some(log) => format!("?take=4&from={}", log["log_id"].as_str().expect("an id")),
            };
            let next = logs(server, &query).await;
            assert!(next.len() <= 4);
            if next.is_empty() {
                break;
            }
            walked.extend(next);
        }
        // Traffic is written a little later than it happened: the two orders hold the same events.
        let by_id = |log: &Value| log["log_id"].as_str().expect("an id").to_owned();
        oldest_first.sort_by_key(by_id);
        let mut sorted = walked.clone();
        sorted.sort_by_key(by_id);
        assert_eq!(ids(&sorted), ids(&oldest_first));
        // With from, q does not count.
        let from = walked[0]["log_id"].as_str().expect("an id");
        assert_eq!(logs(server, &format!("?from={from}&take=100&q=type:sdu")).await, walked[1..]);
        server.create(json!({"connection": CONNECTION, "username": "late"})).await;
        until_settled(server).await;
        let last = walked[walked.len() - 1]["log_id"].as_str().expect("an id");
        assert_eq!(kinds(&logs(server, &format!("?from={last}")).await), ["user.created"]);
    }
}

both_engines! {
    async fn parameters_out_of_range_are_refused_by_name(server: &Server) {
        for (query, code, field) in [
            ("per_page=101", "invalid_query_string", "per_page"),
            ("page=-1", "invalid_query_string", "page"),
            ("take=0", "invalid_query_string", "take"),
            ("take=101", "invalid_query_string", "take"),
            ("sort=name:1", "invalid_query_string", "sort"),
            ("include_totals=perhaps", "invalid_query_string", "include_totals"),
            ("colour=red", "invalid_query_string", "colour"),
            ("from=", "invalid_query_string", "from"),
            ("from=nothing", "invalid_paging", "from"),
            ("take=1&page=0", "invalid_paging", "from"),
            ("after=", "invalid_query_string", "after"),
            ("after=nothing", "invalid_paging", "after"),
            ("after=nothing&page=1", "invalid_paging", "after"),
            ("after=nothing&take=1", "invalid_paging", "after"),
        ] {
            let refused = server.get(&format!("/api/v2/logs?{query}")).await.refused(400, code);
            assert_eq!(refused.as_deref(), Some(field), "{query}");
        }
    }
}
