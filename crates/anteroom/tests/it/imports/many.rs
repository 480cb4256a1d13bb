//! Many users at once.

use anteroom_model::job::{ImportFormat, UpsertBy};
use anteroom_store::Sql;
use serde_json::json;

use super::{import, request, upserting};
use crate::harness::{Server, both_engines};

const MANY: usize = 10_000;

async fn count(server: &Server, table: &str) -> i64 {
    let session = server.services.db.session().await.expect("a session");
    let sql = Sql::new("SELECT count(*) FROM ").push(table).push(" WHERE tenant_id = ").bind(server.world.tenant);
    session.connection().one::<(i64,)>(sql).await.expect("a count").expect("a row").0
}

both_engines! {
    async fn ten_thousand_users_come_with_all_that_belongs_to_them(server: &Server) {
        let role = server.post("/api/v2/roles", json!({"name": "member", "is_default": true})).await.expect(200);
        let tables = ["users", "identity", "user_activity", "event", "user_role", "identifier", "user_attribute"];
        // What is queued for the record is not counted as this import's.
        server.services.traffic.flush().await;
        let mut before = Vec::new();
        for table in tables {
            before.push(count(server, table).await);
        }
        let file: String = (0..MANY)
            .map(|number| {
                let entry = json!({"email": format!("many{number}@example.com"), "username": format!("many{number}"),
                    "name": format!("Many No{number}"), "user_metadata": {"number": number, "tags": ["a", "a", "b"]}});
                entry.to_string() + "\n"
            })
            .collect();
        let told = import(server, request(server, ImportFormat::Ndjson), file.clone()).await;
        assert_eq!(told.counts(), [MANY as u64, 0, 0, MANY as u64]);
        // An event for each, and two of the job. A number stands twice, as it is written and by its size.
        for ((table, before), (each, more)) in tables.iter().zip(before).zip([(1, 0), (1, 0), (1, 0), (1, 2), (1, 0), (2, 0), (4, 0)]) {
            assert_eq!(count(server, table).await - before, each * MANY as i64 + more, "{table}");
        }
        assert_eq!(server.found("no7654").await, ["Many No7654"]);
        assert_eq!(server.found("user_metadata.number:[77 TO 78]").await.len(), 2);
        let path = format!("/api/v2/roles/{}/users?include_totals=true", role["id"].as_str().expect("an id"));
        assert_eq!(server.get(&path).await.expect(200)["total"], MANY);
        let again = import(server, upserting(server, UpsertBy::Username), "[]").await;
        assert_eq!(again.counts(), [0; 4]);
    }
}
