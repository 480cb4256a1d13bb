//! Queries that are not understood, with the place.

use crate::harness::{Server, both_engines};
use crate::management::users::tools::{encoded, search};

async fn refusal(server: &Server, query: &str) -> String {
    let answer = search(server, query).await;
    let message = answer.body["message"].as_str().unwrap_or_default().to_owned();
    assert_eq!(answer.refused(400, "invalid_search_query").as_deref(), Some("q"), "{query}");
    message
}

both_engines! {
    async fn an_unknown_field_is_named(server: &Server) {
        for field in ["colour", "password", "arn", "Email", "email.local", "key", "user_metadata", "user_metadata.", "app_metadata..a", "hash"] {
            let message = refusal(server, &format!("{field}:x")).await;
            assert!(message.contains(&format!("`{field}`")), "{message}");
        }
    }
}

both_engines! {
    async fn a_value_that_does_not_fit_its_field_is_refused(server: &Server) {
        for (query, field) in [
            ("blocked:maybe", "blocked"), ("email_verified:1", "email_verified"), ("status:locked", "status"),
            ("platform_role:owner", "platform_role"), ("logins_count:many", "logins_count"), ("blocked:tr*", "blocked"),
            ("logins_count:99999999999999999999", "logins_count"), ("logins_count:[1 TO many]", "logins_count"),
            ("created_at:yesterday", "created_at"), ("last_login:[2026-02-30 TO *]", "last_login"), ("source:nowhere", "source"),
            ("status:[a TO b]", "status"), ("user_metadata.a:[1 TO b]", "user_metadata.a"), ("email.domain:[a TO b]", "email.domain"),
        ] {
            let message = refusal(server, query).await;
            assert!(message.contains(&format!("`{field}`")), "{message}");
        }
    }
}

both_engines! {
    async fn a_fault_is_told_with_its_position(server: &Server) {
        for (query, position) in [
            ("(a", 0), ("李 (a", 2), ("a)", 1), ("\"a", 0), ("name:", 5), ("name:\"a\"b", 8), ("a AND", 5), ("OR a", 0), ("a OR OR b", 5),
            ("NOT", 3), ("name:*a*b", 5), ("a?", 1), ("[1 TO 2]", 0), ("logins_count:[1 TO 2", 13), ("logins_count:[1 2]", 13),
            ("name:[a* TO b]", 7), ("name:[a TO b]c", 13), ("_exists_:*", 9), ("_exists_:", 9), ("*ab", 0), ("name:*a*", 5), (":a", 0),
            ("()", 1), ("a\\", 1), ("a*b*c*d*e*f*g*h*i", 0),
        ] {
            let message = refusal(server, query).await;
            assert!(message.ends_with(&format!("(at position {position})")), "{query}: {message}");
        }
    }
}

both_engines! {
    async fn a_query_has_at_most_1024_characters(server: &Server) {
        search(server, &"李".repeat(1024)).await.expect(200);
        search(server, &format!("name:{}", "x".repeat(1019))).await.expect(200);
        for query in ["x".repeat(1025), "李".repeat(1025), "a ".repeat(513)] {
            assert!(refusal(server, &query).await.contains("1024"));
        }
    }
}

both_engines! {
    async fn depth_and_number_of_terms_are_limited(server: &Server) {
        let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
        search(server, &nested(16)).await.expect(200);
        search(server, &vec!["abc"; 64].join(" ")).await.expect(200);
        search(server, &vec!["user_metadata.a:*abc*"; 40].join(" OR ")).await.expect(200);
        for query in [nested(17), nested(500), "(".repeat(1024), "NOT ".repeat(17) + "a", vec!["a"; 65].join(" ")] {
            refusal(server, &query).await;
        }
    }
}

both_engines! {
    async fn ten_thousand_brackets_are_refused_unread(server: &Server) {
        for query in ["(".repeat(10_000), "(".repeat(5_000) + "a" + &")".repeat(4_999), "NOT(".repeat(3_333)] {
            // Percent-encoded they are longer than any path and query may be; as they are, longer than a query.
            search(server, &query).await.refused(414, "query_too_long");
            let answer = server.get(&format!("/api/v2/users?q={query}")).await;
            assert_eq!(answer.refused(400, "invalid_search_query").as_deref(), Some("q"));
        }
        let path = format!("/api/v2/users?{}", encoded(&[("q", &"李".repeat(2_000))]));
        server.get(&path).await.refused(414, "query_too_long");
    }
}
