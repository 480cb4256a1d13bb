//! Lists of roles.

use serde_json::json;

use super::{column, role};
use crate::harness::both_engines;

both_engines! {
    async fn roles_are_listed_in_the_order_they_were_made(server: &Server) {
        for name in ["Zebra keeper", "Author", "Éditeur"] {
            role(server, name).await;
        }
        let all = server.get("/api/v2/roles").await.expect(200);
        assert_eq!(column(&all, "name"), ["Zebra keeper", "Author", "Éditeur"]);
        let page = server.get("/api/v2/roles?page=1&per_page=2&include_totals=true").await.expect(200);
        let expected = json!({"start": 2, "limit": 2, "length": 1, "total": 3, "roles": [all[2]]});
        assert_eq!(page, expected);
        assert_eq!(server.get("/api/v2/roles?page=9").await.expect(200), json!([]));
        let answer = server.get("/api/v2/roles?take=1").await;
        assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), Some("take"));
    }
}

both_engines! {
    async fn a_part_of_the_name_finds_roles_in_any_case(server: &Server) {
        for name in ["Order reader", "Order WRITER", "100%", "管理者"] {
            role(server, name).await;
        }
        for (filter, found) in [
            ("order", vec!["Order reader", "Order WRITER"]), ("Writer", vec!["Order WRITER"]), ("%25", vec!["100%"]),
            ("%E7%90%86", vec!["管理者"]), ("nobody", vec![]), ("", vec!["Order reader", "Order WRITER", "100%", "管理者"]),
        ] {
            let answer = server.get(&format!("/api/v2/roles?name_filter={filter}")).await.expect(200);
            assert_eq!(column(&answer, "name"), found, "{filter}");
        }
        let page = server.get("/api/v2/roles?name_filter=order&per_page=1&include_totals=true").await.expect(200);
        assert_eq!((&page["total"], &page["length"]), (&json!(2), &json!(1)));
    }
}
