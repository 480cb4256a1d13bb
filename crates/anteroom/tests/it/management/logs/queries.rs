//! What `q` finds in the record.

use serde_json::{Value, json};

use super::{ids, kinds, logs};
use crate::harness::{Application, CONNECTION, PASSWORD, Server, both_engines};

fn encoded(query: &str) -> String {
    form_urlencoded::byte_serialize(query.as_bytes()).collect()
}

async fn found(server: &Server, query: &str) -> Vec<Value> {
    logs(server, &format!("?per_page=100&q={}", encoded(query))).await
}

/// Sign-ins of two people from two addresses, one of them an hour later, and what an administrator did.
async fn fill(server: &Server) -> (Value, Application<'_>) {
    let ada = server.person("ada@example.com").await;
    server.person("ben@example.com").await;
    let app = Application::web(server, json!({"name": "Shop"})).await;
    for (who, password) in
        [("ada@example.com", PASSWORD), ("ada@example.com", "a wrong one"), ("ben@example.com", PASSWORD)]
    {
        let browser = crate::harness::Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        browser.sign_in(&page, who, password).await;
        server.clock.advance_seconds(3600);
    }
    let machine = server.call("POST", "/api/v2/users").from("203.0.113.9:5000");
    machine.json(&json!({"connection": CONNECTION, "username": "carl", "name": "Carl Würz"})).send().await.expect(201);
    server.services.traffic.flush().await;
    (ada, app)
}

both_engines! {
    // S0.L29.2
    async fn the_record_is_filtered_by_type_person_application_address_time_and_words(server: &Server) {
        let (ada, app) = fill(server).await;
        let id = ada["user_id"].as_str().expect("an id");
        let client = &app.client_id;
        for (query, expected) in [
            ("type:(s OR fp)".to_owned(), vec!["sign_in.succeeded", "sign_in.wrong_password", "sign_in.succeeded"]),
            ("type:s OR type:fp".to_owned(), vec!["sign_in.succeeded", "sign_in.wrong_password", "sign_in.succeeded"]),
            (format!("type:(s OR fp) user_id:\"{id}\""), vec!["sign_in.wrong_password", "sign_in.succeeded"]),
            (format!("client_id:{client} NOT type:s"), vec!["sign_in.wrong_password"]),
            ("client_name:Shop type:s*".to_owned(), vec!["sign_in.succeeded", "sign_in.succeeded"]),
            ("type:s date:[2026-01-01 TO 2026-01-01T01:30:00Z]".to_owned(), vec!["sign_in.succeeded"]),
            ("type:s date:[2026-01-01T01:30:00Z TO *]".to_owned(), vec!["sign_in.succeeded"]),
            ("type:s date:2026-01-02".to_owned(), vec![]),
            ("ip:203.0.113.9".to_owned(), vec!["user.created"]),
            ("ip:203.0.113.*".to_owned(), vec!["user.created"]),
            (format!("description:*LOGIN* connection:{CONNECTION} NOT type:s"), vec!["sign_in.wrong_password"]),
            ("\"success login\"".to_owned(), vec!["sign_in.succeeded", "sign_in.succeeded"]),
            ("user_name:\"Carl Würz\"".to_owned(), vec!["user.created"]),
            ("Würz".to_owned(), vec!["user.created"]),
            ("carl".to_owned(), vec!["user.created"]),
            ("203.0.113.9 type:sapi".to_owned(), vec!["user.created"]),
            ("type:(s OR nonsense) user_id:nobody".to_owned(), vec![]),
            ("type:nonsense".to_owned(), vec![]),
        ] {
            assert_eq!(kinds(&found(server, &query).await), expected, "{query}");
        }
        let all = found(server, "").await;
        let both = found(server, "type:s").await.len() + found(server, "NOT type:s").await.len();
        assert_eq!(both, all.len(), "every event is of a type or is not");
        let with_client = found(server, "_exists_:client_id").await.len();
        assert_eq!(with_client + found(server, "NOT _exists_:client_id").await.len(), all.len());
    }
}

both_engines! {
    // S0.L29.1, S0.L29.2
    async fn a_users_own_record_is_filtered_in_the_same_way_and_tells_application_and_browser(server: &Server) {
        let (ada, app) = fill(server).await;
        let path = Server::path_of(&ada);
        let answer = server.get(&format!("{path}/logs?include_totals=true&q={}", encoded("type:(s OR fp)"))).await.expect(200);
        assert_eq!(answer["total"], 2);
        let logs = answer["logs"].as_array().expect("logs");
        assert_eq!(kinds(logs), ["sign_in.wrong_password", "sign_in.succeeded"]);
        for log in logs {
            assert_eq!((&log["client_id"], &log["client_name"]), (&json!(app.client_id), &json!("Shop")));
            assert_eq!((&log["details"]["browser"], &log["details"]["device"]), (&json!("Chrome 142"), &json!("Computer, Linux")));
            assert_eq!((&log["isMobile"], &log["ip"]), (&json!(false), &json!("127.0.0.1")));
        }
        let others = server.get(&format!("{path}/logs?q={}", encoded("user_name:ben*"))).await.expect(200);
        assert_eq!(others, json!([]));
        let refused = server.get(&format!("{path}/logs?q=colour:red")).await.refused(400, "invalid_search_query");
        assert_eq!(refused.as_deref(), Some("q"));
    }
}

both_engines! {
    async fn pages_behind_an_event_cover_everything_once_with_a_filter_too(server: &Server) {
        fill(server).await;
        for (query, sort) in [("", "date:-1"), ("NOT type:s", "date:1"), ("type:(s OR fp OR sapi)", "date:-1"), ("type:(s OR sapi)", "date:1")] {
            let query = encoded(query);
            let whole = logs(server, &format!("?per_page=100&sort={sort}&q={query}")).await;
            let mut walked: Vec<Value> = Vec::new();
            loop {
                let after = walked.last().map(|log| format!("&after={}", log["log_id"].as_str().expect("an id")));
                let page = logs(server, &format!("?per_page=2&sort={sort}&q={query}{}", after.unwrap_or_default())).await;
                let is_full = page.len() == 2;
                walked.extend(page);
                if !is_full {
                    break;
                }
            }
            assert!(whole.len() > 2, "{query}");
            assert_eq!(ids(&walked), ids(&whole), "{query}");
        }
    }
}
