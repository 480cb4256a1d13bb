//! Pages by number.

use serde_json::{Value, json};

use super::{by_pages, fill};
use crate::harness::{Server, both_engines};
use crate::management::users::tools::{column, total, users_path};

both_engines! {
    // S2.L14.3, S3.L35.1
    async fn users_come_in_the_order_they_were_made(server: &Server) {
        let people = server.create_people().await;
        let listed = server.get("/api/v2/users").await.expect(200);
        assert_eq!(listed.as_array().expect("an array")[1..], people);
        assert_eq!(listed[0]["email"], "root@example.com");
    }
}

both_engines! {
    async fn pages_hold_everybody_once_to_the_last(server: &Server) {
        fill(server, 22).await;
        let all = server.get("/api/v2/users?per_page=100").await.expect(200);
        assert_eq!(all.as_array().map(Vec::len), Some(23));
        for per_page in [1, 5, 23, 24] {
            assert_eq!(Value::Array(by_pages(server, per_page, &[]).await), all, "{per_page}");
        }
    }
}

both_engines! {
    async fn totals_are_exact(server: &Server) {
        fill(server, 7).await;
        let page = server.get("/api/v2/users?per_page=3&page=2&include_totals=true").await.expect(200);
        let users = page["users"].clone();
        assert_eq!(page, json!({"start": 6, "limit": 3, "length": 2, "total": 8, "users": users}));
        assert_eq!(column(&users, "email"), ["user5@example.com", "user6@example.com"]);
        let path = users_path(&[("q", "user*"), ("include_totals", "true"), ("per_page", "2")]);
        let found = server.get(&path).await.expect(200);
        assert_eq!((&found["total"], &found["length"]), (&json!(7), &json!(2)));
        server.delete(&Server::path_of(&users[0])).await.expect(204);
        assert_eq!(server.get(&path).await.expect(200)["total"], 6);
        assert_eq!(total(server).await, 7);
        // A refused user counts nowhere.
        server.post("/api/v2/users", json!({"connection": "unknown", "email": "x@example.com"})).await.refused(400, "inexistent_connection");
        assert_eq!(total(server).await, 7);
    }
}

both_engines! {
    async fn a_page_past_the_end_is_empty(server: &Server) {
        fill(server, 3).await;
        for page in ["1", "2", "2147483647"] {
            let path = users_path(&[("page", page), ("per_page", "100"), ("include_totals", "true")]);
            let answer = server.get(&path).await.expect(200);
            assert_eq!((&answer["users"], &answer["length"], &answer["total"]), (&json!([]), &json!(0), &json!(4)));
        }
        assert_eq!(server.get("/api/v2/users?page=9").await.expect(200), json!([]));
    }
}

both_engines! {
    async fn a_page_has_fifty_users_by_default_and_a_hundred_at_most(server: &Server) {
        fill(server, 55).await;
        let page = server.get("/api/v2/users?include_totals=true").await.expect(200);
        assert_eq!((&page["limit"], &page["length"], &page["total"]), (&json!(50), &json!(50), &json!(56)));
        assert_eq!(server.get("/api/v2/users?per_page=0").await.expect(200), json!([]));
        assert_eq!(server.get("/api/v2/users?take=100").await.expect(200)["users"].as_array().map(Vec::len), Some(56));
        assert_eq!(server.get("/api/v2/users?from=").await.refused(400, "invalid_paging").as_deref(), Some("from"));
    }
}

both_engines! {
    async fn parameters_out_of_range_are_refused_by_name(server: &Server) {
        for (parameter, value) in [
            ("page", "-1"), ("page", "x"), ("page", "1.5"), ("page", "2147483648"), ("per_page", "101"), ("per_page", "-1"),
            ("per_page", ""), ("take", "0"), ("take", "101"), ("take", "x"), ("include_totals", "yes"), ("include_fields", "1"),
            ("sort", "name"), ("sort", "name:2"), ("sort", "colour:1"), ("sort", "user_metadata.a:1"), ("sort", ":1"), ("sort", ""),
            ("search_engine", "v1"), ("primary_order", "maybe"), ("order", "name"), ("limit", "5"),
        ] {
            let answer = server.get(&users_path(&[(parameter, value)])).await;
            assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), Some(parameter), "{parameter}={value}");
        }
        for query in ["page=0&take=5", "per_page=5&take=5", "page=0&from=x"] {
            let answer = server.get(&format!("/api/v2/users?{query}")).await;
            assert_eq!(answer.refused(400, "invalid_paging").as_deref(), Some("from"));
        }
        let twice = server.get("/api/v2/users?page=0&page=1").await;
        assert_eq!(twice.refused(400, "invalid_query_string").as_deref(), Some("page"));
        for broken in ["q=%FF", "q=a%00b", "fields=%00"] {
            server.get(&format!("/api/v2/users?{broken}")).await.refused(400, "invalid_query_string");
        }
    }
}

both_engines! {
    async fn what_auth0s_clients_send_is_taken(server: &Server) {
        fill(server, 2).await;
        let plain = server.get("/api/v2/users").await.expect(200);
        for query in ["search_engine=v3", "search_engine=v2", "primary_order=false", "q=", "q=%20", "q=*", "include_totals=false"] {
            assert_eq!(server.get(&format!("/api/v2/users?{query}")).await.expect(200), plain, "{query}");
        }
    }
}

both_engines! {
    async fn fields_are_chosen_or_left_out(server: &Server) {
        fill(server, 1).await;
        let chosen = server.get("/api/v2/users?fields=email").await.expect(200);
        assert_eq!(chosen, json!([{"email": "root@example.com"}, {"email": "user0@example.com"}]));
        let page = server.get("/api/v2/users?fields=email&include_fields=false&include_totals=true").await.expect(200);
        assert_eq!((&page["users"][1]["email"], &page["users"][1]["name"]), (&Value::Null, &json!("Name 0")));
        let page = server.get("/api/v2/users?fields=email&take=1").await.expect(200);
        assert_eq!(page["users"], json!([{"email": "root@example.com"}]));
    }
}

both_engines! {
    async fn the_users_of_a_connection_are_listed(server: &Server) {
        fill(server, 2).await;
        let of = async |connection: &str, q: &str| {
            let path = users_path(&[("connection", connection), ("q", q), ("include_totals", "true")]);
            server.get(&path).await.expect(200)["total"].clone()
        };
        assert_eq!(of(crate::harness::CONNECTION, "").await, 3);
        assert_eq!(of(crate::harness::CONNECTION, "user1").await, 1);
        assert_eq!(of("username-password-authentication", "").await, 0);
        assert_eq!(of("other", "user1").await, 0);
    }
}

both_engines! {
    async fn a_long_answer_is_packed_for_those_who_take_that(server: &Server) {
        fill(server, 30).await;
        let one = Server::path_of(&server.get(&users_path(&[("per_page", "1")])).await.expect(200)[0]);
        let taking = async |coding: &str, path: &str| server.call("GET", path).header("accept-encoding", coding).send().await;
        let plain = server.get("/api/v2/users").await;
        for coding in ["gzip", "br, gzip;q=0.5"] {
            let packed = taking(coding, "/api/v2/users").await;
            assert_eq!((packed.header("content-encoding"), packed.header("vary")), (Some("gzip"), Some("accept-encoding")));
            assert!(packed.weight * 4 < plain.weight, "{} of {}", packed.weight, plain.weight);
            assert_eq!(packed.expect(200), plain.body);
        }
        for (coding, path) in [("identity", "/api/v2/users"), ("br, gzip;q=0", "/api/v2/users"), ("gzip", one.as_str())] {
            assert_eq!(taking(coding, path).await.header("content-encoding"), None, "{coding} {path}");
        }
    }
}
