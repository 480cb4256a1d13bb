//! What is wrong with a request for a job.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{EXPORTS, IMPORTS, connection_id, form, form_type, import};
use crate::harness::both_engines;
use crate::stored;

/// A part of a form: its name, further words of its header, its content.
type Part<'a> = (&'a str, &'a str, &'a str);

both_engines! {
    async fn what_is_wrong_with_an_export_is_named(server: &Server) {
        let before = stored::rows(server).await;
        for (body, code, field) in [
            (json!({"format": "xml"}), "invalid_body", "format"),
            (json!({"limit": 0}), "invalid_body", "limit"),
            (json!({"connection_id": "con_0000000000000000"}), "inexistent_connection", "connection_id"),
            (json!({"q": "name:(a"}), "invalid_search_query", "q"),
            (json!({"q": "no_such_field:a"}), "invalid_search_query", "q"),
            (json!({"fields": [{"name": "a..b"}]}), "invalid_body", "fields[0].name"),
            (json!({"fields": [{"name": "a", "more": 1}]}), "invalid_body", "more"),
            (json!({"fields": [{"name": "a"}, {"name": "b", "export_as": "a"}]}), "invalid_body", "fields[1].export_as"),
            (json!({"fields": [{"export_as": "a"}]}), "invalid_body", "fields[0]"),
            (json!({"fields": [{"name": "a\u{0}"}]}), "invalid_body", "fields[0].name"),
            (json!({"include_password_hashes": true}), "invalid_body", "include_password_hashes"),
        ] {
            let named = server.post(EXPORTS, body.clone()).await.refused(400, code);
            assert_eq!(named.as_deref(), Some(field), "{body}");
        }
        let after = stored::rows(server).await;
        assert_eq!((&after["job"], &after["event"]), (&before["job"], &before["event"]));
    }
}

both_engines! {
    async fn what_is_wrong_with_an_import_is_named(server: &Server) {
        let id = connection_id(server).await;
        let users = ("users", "", "[]");
        let connection = ("connection_id", "", id.as_str());
        let cases: [(&[Part<'_>], &str, Option<&str>); 16] = [
            (&[connection], "Must provide 'users' file as multipart part.", Some("users")),
            (&[connection, ("users", "", "")], "Users file must not be empty.", Some("users")),
            (&[users], "Must provide 'connection_id' as multipart part.", Some("connection_id")),
            (&[users, ("connection_id", "", "con_x")], "String does not match pattern", Some("connection_id")),
            (&[users, ("connection_id", "", "con_0000000000000000")], "The connection does not exist.", Some("connection_id")),
            (&[users, connection, connection], "twice", Some("connection_id")),
            (&[users, users, connection], "twice", Some("users")),
            (&[users, connection, ("more", "", "1")], "Additional properties not allowed: more", Some("more")),
            (&[users, connection, ("upsert", "", "yes")], "true or false", Some("upsert")),
            (&[users, connection, ("send_completion_email", "", "1")], "true or false", Some("send_completion_email")),
            (&[users, connection, ("upsert_by", "", "name")], "must be email", Some("upsert_by")),
            (&[users, connection, ("metadata", "", "keep")], "replace or merge", Some("metadata")),
            (&[users, connection, ("format", "", "xml")], "json, ndjson or csv", Some("format")),
            (&[users, connection, ("mapping", "", "[1]")], "JSON object", Some("mapping")),
            (&[users, connection, ("external_id", "", "a\u{0}")], "U+0000", Some("external_id")),
            (&[users, connection, ("external_id", "", &"a".repeat(70_000))], "65536", Some("external_id")),
        ];
        for (parts, message, field) in cases {
            let answer = import(server, parts).await;
            assert_eq!(answer.status, 400, "{}", answer.text);
            assert!(answer.body["message"].as_str().expect("a message").contains(message), "{}", answer.text);
            assert_eq!(answer.body["field"].as_str(), field);
        }
        let whole = form(&[users, connection]);
        let send = async |media_type: &str, body: Vec<u8>| server.call("POST", IMPORTS).bytes(media_type, body).send().await;
        send("application/json", b"{}".to_vec()).await.refused(415, "unsupported_media_type");
        for (media_type, body) in [
            ("multipart/form-data".to_owned(), whole.clone()),
            (form_type(), whole[..whole.len() - 8].to_vec()),
            (form_type(), b"nothing of the kind".to_vec()),
            (form_type(), Vec::new()),
        ] {
            send(&media_type, body).await.refused(400, "invalid_body");
        }
        let token = server.machine(PlatformRole::Admin, "read:users").await;
        let call = server.call("POST", IMPORTS).token(Some(&token)).bytes(&form_type(), whole);
        call.send().await.refused(403, "insufficient_scope");
        assert_eq!(server.get("/api/v2/jobs").await.expect(200)["jobs"], Value::Array(Vec::new()));
    }
}
