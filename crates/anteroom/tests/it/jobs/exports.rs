//! What is in exported files.

use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::{EXPORTS, connection_id, exported, fetch, ids, many, read, run_all, runner};
use crate::harness::{CONNECTION, both_engines};

both_engines! {
    // S1.L48.1
    async fn whole_users_are_exported_as_they_are_answered(server: &Server) {
        server.create_people().await;
        let file = exported(server, json!({})).await;
        assert_eq!(file.header("content-type"), Some("application/x-ndjson; charset=utf-8"));
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"default.json\""));
        assert_eq!(file.header("cache-control"), Some("no-store"));
        let rows: Vec<Value> = file.text.lines().map(|line| serde_json::from_str(line).expect("a line")).collect();
        let listed = server.get("/api/v2/users?per_page=100&sort=key:1").await.expect(200);
        assert!(rows.len() > 5);
        assert_eq!(Value::Array(rows), listed);
        assert!(!file.text.contains("argon2"), "hashes stay");
    }
}

both_engines! {
    async fn chosen_fields_of_found_users_make_a_table(server: &Server) {
        for (name, phone, shoes) in [("=HYPERLINK(1)", "+4915112345678", 42), ("Zo\u{eb}, \"Z\"", "+4915112345679", 43)] {
            server.create(json!({
                "connection": CONNECTION, "name": name, "phone_number": phone, "family_name": "Sheet",
                "user_metadata": {"shoes": {"size": shoes}, "tags": ["a", "b"]},
            })).await;
        }
        let fields = json!([
            {"name": "name"}, {"name": "phone_number", "export_as": "=phone"}, {"name": "user_metadata.shoes.size"},
            {"name": "user_metadata.tags"}, {"name": "identities[0].connection", "export_as": "from"}, {"name": "email"},
        ]);
        let asked = json!({"format": "csv", "q": "family_name:Sheet", "fields": fields});
        let file = exported(server, asked).await;
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"default.csv\""));
        assert_eq!(
            file.text,
            format!(
                "name,\"'=phone\",user_metadata.shoes.size,user_metadata.tags,from,email\r\n\
                 \"'=HYPERLINK(1)\",\"'+4915112345678\",42,\"[\"\"a\"\",\"\"b\"\"]\",{CONNECTION},\r\n\
                 \"Zo\u{eb}, \"\"Z\"\"\",\"'+4915112345679\",43,\"[\"\"a\"\",\"\"b\"\"]\",{CONNECTION},\r\n"
            )
        );
        let asked = json!({"q": "family_name:Sheet", "fields": [{"name": "user_metadata.shoes", "export_as": "s"}, {"name": "email"}]});
        assert_eq!(exported(server, asked).await.text, "{\"s\":{\"size\":42}}\n{\"s\":{\"size\":43}}\n");
    }
}

both_engines! {
    async fn nobody_found_makes_a_table_with_a_head(server: &Server) {
        let asked = json!({"format": "csv", "q": "email:nobody@example.com", "fields": [{"name": "email"}]});
        assert_eq!(exported(server, asked).await.text, "email\r\n");
        assert_eq!(exported(server, json!({"q": "email:nobody@example.com"})).await.text, "");
    }
}

both_engines! {
    async fn the_job_tells_what_was_asked_for_and_how_far_it_is(server: &Server) {
        let id = connection_id(server).await;
        let asked = json!({
            "connection_id": id, "format": "csv", "limit": 5, "fields": [{"name": "email", "export_as": "mail"}], "q": "a*",
        });
        let job = server.post(EXPORTS, asked).await.expect(200);
        let mut expected = json!({
            "id": job["id"], "type": "users_export", "status": "pending",
            "created_at": job["created_at"], "updated_at": job["created_at"],
            "connection_id": id, "connection": CONNECTION, "format": "csv", "limit": 5, "q": "a*",
            "fields": [{"name": "email", "export_as": "mail"}],
        });
        assert_eq!(job, expected);
        let asker = server.get(&format!("/api/v2/clients/{}?fields=name", server.world.client_id)).await.expect(200);
        expected["asked_by"] = json!({"type": "client", "id": server.world.client_id, "name": asker["name"]});
        assert_eq!(read(server, &job).await, expected);
        assert_eq!(server.get("/api/v2/jobs").await.expect(200)["jobs"][0], expected);
        run_all(&runner(server)).await;
        let done = read(server, &job).await;
        let told = (&done["status"], &done["percentage_done"], &done["time_left_seconds"]);
        assert_eq!(told, (&json!("completed"), &json!(100), &json!(0)));
        let kinds = ["job.created", "job.completed"];
        let logs = server.get("/api/v2/logs?per_page=10").await.expect(200);
        for kind in kinds {
            let event = logs.as_array().expect("events").iter().find(|event| event["details"]["kind"] == kind);
            let event = event.expect(kind);
            assert_eq!(event["client_id"], server.world.client_id, "{event}");
            assert!(event.to_string().contains(job["id"].as_str().expect("an id")), "{event}");
        }
    }
}

both_engines! {
    async fn every_user_is_in_the_file_once_however_many_batches_it_takes(server: &Server) {
        many(server, 2_300).await;
        let file = exported(server, json!({})).await;
        let found = ids(&file.text);
        assert_eq!(found.len(), 2_301, "the users and the administrator");
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len());
        let limited = exported(server, json!({"limit": 1_234})).await;
        assert_eq!(ids(&limited.text), found[..1_234]);
        let chosen = exported(server, json!({"format": "csv", "q": "email:n1*", "fields": [{"name": "email"}]})).await;
        assert_eq!(chosen.text.lines().count(), 1 + 1 + 10 + 100 + 1_000);
    }
}

both_engines! {
    async fn a_file_is_packed_for_those_who_take_that(server: &Server) {
        many(server, 1_500).await;
        let job = server.post(EXPORTS, json!({})).await.expect(200);
        run_all(&runner(server)).await;
        let job = read(server, &job).await;
        let plain = fetch(server, &job).await;
        assert_eq!((plain.header("content-encoding"), plain.header("vary")), (None, Some("accept-encoding")));
        let path = job["location"].as_str().expect("a link").strip_prefix("http://localhost:8480").expect("our origin");
        let packed = server.call("GET", path).token(None).header("accept-encoding", "br, gzip").send().await;
        assert_eq!(packed.header("content-encoding"), Some("gzip"));
        assert!(packed.weight * 4 < plain.weight, "{} of {}", packed.weight, plain.weight);
        assert_eq!(packed.text, plain.text);
    }
}
