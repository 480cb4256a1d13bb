//! Reading clients.

use serde_json::{Value, json};

use super::{create, text};
use crate::harness::{Server, both_engines};

/// Makes four clients beside the console's and the one of the first start; the ids of all in the order they were made.
async fn six(server: &Server) -> Vec<String> {
    let console = server.get("/api/v2/clients?is_global=true").await.expect(200);
    let mut ids = vec![text(&console[0], "client_id").to_owned(), server.world.client_id.clone()];
    for name in ["One", "Two", "Three", "Four"] {
        ids.push(text(&create(server, json!({"name": name})).await, "client_id").to_owned());
    }
    ids
}

fn ids(clients: &Value) -> Vec<String> {
    clients.as_array().expect("clients").iter().map(|client| text(client, "client_id").to_owned()).collect()
}

both_engines! {
    async fn clients_are_listed_in_the_order_they_were_made_without_secrets(server: &Server) {
        let made = six(server).await;
        let answer = server.get("/api/v2/clients").await;
        assert!(!answer.text.contains("\"client_secret\":"), "{}", answer.text);
        let list = answer.expect(200);
        assert_eq!(ids(&list), made);
        assert_eq!((&list[1]["name"], &list[1]["rank"]), (&json!("Management key"), &json!("super_admin")));
    }
}

both_engines! {
    async fn pages_are_cut_by_number(server: &Server) {
        let made = six(server).await;
        let page = async |query: &str| server.get(&format!("/api/v2/clients?{query}")).await.expect(200);
        assert_eq!(ids(&page("per_page=2&page=1").await), made[2..4]);
        assert_eq!(page("per_page=2&page=4").await, json!([]));
        assert_eq!(page("per_page=0").await, json!([]));
        let totals = page("per_page=2&page=2&include_totals=true").await;
        assert_eq!(ids(&totals["clients"]), made[4..]);
        assert_eq!((&totals["start"], &totals["limit"], &totals["total"]), (&json!(4), &json!(2), &json!(6)));
        assert_eq!(page("page=2147483647&per_page=100").await, json!([]));
    }
}

both_engines! {
    async fn a_cursor_walks_through_all_and_ends_with_the_last(server: &Server) {
        let made = six(server).await;
        for take in 1..=7 {
            let (mut seen, mut from, mut pages) = (Vec::new(), String::new(), 0);
            loop {
                let page = server.get(&format!("/api/v2/clients?take={take}{from}")).await.expect(200);
                seen.extend(ids(&page["clients"]));
                pages += 1;
                match page.get("next").and_then(Value::as_str) {
                    Some(next) => from = format!("&from={next}"),
                    None => break,
                }
            }
            assert_eq!(seen, made, "take={take}");
            assert_eq!(pages, made.len().div_ceil(take), "take={take}");
        }
        let refused = async |query: &str, code: &str| {
            server.get(&format!("/api/v2/clients?{query}")).await.refused(400, code)
        };
        assert_eq!(refused("from=nonsense", "invalid_paging").await.as_deref(), Some("from"));
        assert_eq!(refused("from=1&page=0", "invalid_paging").await.as_deref(), Some("from"));
        assert_eq!(refused("take=0", "invalid_query_string").await.as_deref(), Some("take"));
    }
}

both_engines! {
    async fn only_the_fields_asked_for_are_answered(server: &Server) {
        let id = &server.world.client_id;
        let get = async |path: &str| server.get(&format!("/api/v2/clients{path}")).await.expect(200);
        assert_eq!(get("?fields=client_id,nothing&is_global=false").await, json!([{"client_id": id}]));
        assert_eq!(get(&format!("/{id}?fields=name,rank")).await, json!({"name": "Management key", "rank": "super_admin"}));
        let rest = get(&format!("/{id}?fields=name,client_secret&include_fields=false")).await;
        assert_eq!((rest.get("name"), rest.get("client_secret")), (None, None));
        assert_eq!(&rest["client_id"], id);
    }
}

both_engines! {
    async fn an_unknown_client_is_not_found(server: &Server) {
        assert_eq!(server.get("/api/v2/clients/nobody").await.refused(404, "inexistent_client"), None);
        let answer = server.call("POST", "/api/v2/clients/nobody/rotate-secret").send().await;
        assert_eq!(answer.refused(404, "inexistent_client"), None);
        assert_eq!(server.delete("/api/v2/clients/nobody").await.status, 204);
    }
}

both_engines! {
    async fn clients_are_found_by_kind_and_by_whose_they_are(server: &Server) {
        for (name, kind, first_party) in [("One", "spa", true), ("Two", "native", false), ("Three", "regular_web", false)] {
            // A text that says so is none.
            let metadata = json!({"is_first_party": "false", "x": "\"is_first_party\":false"});
            let body = json!({"name": name, "app_type": kind, "is_first_party": first_party, "client_metadata": metadata});
            create(server, body).await;
        }
        let names = async |query: &str| {
            let found = server.get(&format!("/api/v2/clients?{query}")).await.expect(200);
            let found = found.as_array().expect("clients").iter().map(|client| text(client, "name").to_owned());
            found.collect::<Vec<_>>()
        };
        assert_eq!(names("is_first_party=true").await, ["Anteroom console", "Management key", "One"]);
        assert_eq!(names("is_first_party=false").await, ["Two", "Three"]);
        assert_eq!(names("app_type=spa").await, ["Anteroom console", "One"]);
        let several = names("app_type=spa,native,non_interactive&is_global=false").await;
        assert_eq!(several, ["Management key", "One", "Two"]);
        assert_eq!(names("app_type=native&is_first_party=true").await, Vec::<String>::new());
        assert_eq!(names("is_global=true").await, ["Anteroom console"]);
        assert_eq!(names("is_global=false").await.len(), 4);
        let totals = server.get("/api/v2/clients?is_first_party=false&include_totals=true&per_page=1").await.expect(200);
        assert_eq!((&totals["total"], &totals["length"]), (&json!(2), &json!(1)));
        let page = server.get("/api/v2/clients?is_first_party=false&take=1").await.expect(200);
        let rest = format!("/api/v2/clients?is_first_party=false&take=1&from={}", text(&page, "next"));
        assert_eq!(server.get(&rest).await.expect(200)["clients"][0]["name"], "Three");
        for wrong in ["toaster", "spa,", ""] {
            let refused = server.get(&format!("/api/v2/clients?app_type={wrong}")).await;
            assert_eq!(refused.refused(400, "invalid_query_string").as_deref(), Some("app_type"), "{wrong}");
        }
    }
}
