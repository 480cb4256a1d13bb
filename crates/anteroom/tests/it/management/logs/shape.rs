//! What an event says.

use serde_json::{Value, json};

use super::{kinds, logs};
use crate::engine_room::raw;
use crate::harness::{CONNECTION, Engine, Server, both_engines};

/// What was from and to, by field.
fn changes(log: &Value) -> Vec<(&str, &Value, &Value)> {
    let changes = log["details"]["changes"].as_array().expect("changes");
    changes.iter().map(|change| (change["field"].as_str().expect("a field"), &change["from"], &change["to"])).collect()
}

both_engines! {
    async fn making_changing_blocking_and_deleting_a_user_is_on_record(server: &Server) {
        let made = server.call("POST", "/api/v2/users")
            .header("user-agent", "tests/1").header("x-correlation-id", "c-1")
            .json(&json!({"connection": CONNECTION, "email": "Sinead.OBrien@example.com", "name": "Sinéad O'Brien"}))
            .send().await.expect(201);
        let path = Server::path_of(&made);
        server.patch(&path, json!({"name": "Sinéad", "nickname": "S"})).await.expect(200);
        server.patch(&path, json!({"platform_role": "admin"})).await.expect(200);
        server.patch(&path, json!({"blocked": true})).await.expect(200);
        server.patch(&format!("{path}/status"), json!({"status": "active", "reason": "paid"})).await.expect(200);
        server.patch(&path, json!({"password": "a long and winding road"})).await.expect(200);
        server.delete(&path).await.expect(204);

        let found = server.get(&format!("{path}/logs?sort=date:1")).await.expect(200);
        let found = found.as_array().expect("an array");
        assert_eq!(kinds(found), [
            "user.created", "user.updated", "user.role_changed", "user.status_changed", "user.status_changed",
            "user.password_changed", "user.deleted",
        ]);
        let types: Vec<_> = found.iter().map(|log| log["type"].as_str().expect("a type")).collect();
        assert_eq!(types, ["sapi", "sapi", "sapi", "sapi", "sapi", "scp", "sdu"]);

        let null = Value::Null;
        assert_eq!(changes(&found[0]), [
            ("email", &null, &json!("sinead.obrien@example.com")),
            ("name", &null, &json!("Sinéad O'Brien")),
            ("status", &null, &json!("active")),
        ]);
        assert_eq!(changes(&found[1]), [
            ("name", &json!("Sinéad O'Brien"), &json!("Sinéad")),
            ("nickname", &json!("sinead.obrien"), &json!("S")),
        ]);
        assert_eq!(changes(&found[2]), [("platform_role", &json!("user"), &json!("admin"))]);
        assert_eq!(changes(&found[3]), [("status", &json!("active"), &json!("suspended"))]);
        assert_eq!(changes(&found[4]), [("status", &json!("suspended"), &json!("active"))]);
        assert_eq!(found[4]["details"]["reason"], "paid");
        assert!(found[5]["details"].get("changes").is_none(), "a password is never told");
        for log in found {
            assert_eq!(log["user_id"], made["user_id"]);
            assert_eq!(log["connection"], CONNECTION);
            assert_eq!(log["client_id"], server.world.client_id.as_str());
            assert_eq!(log["client_name"], "Management key");
            assert_eq!(log["details"]["actor"], json!({"kind": "client", "id": server.world.client_id, "name": "Management key"}));
            assert_eq!(log["details"]["target"]["kind"], "user");
            assert_eq!(log["ip"], "127.0.0.1");
        }
        assert_eq!((&found[0]["user_name"], &found[6]["user_name"]), (&json!("Sinéad O'Brien"), &json!("Sinéad")));
        assert_eq!(found[0]["user_agent"], "tests/1");
        assert_eq!(found[0]["details"]["correlation_id"], "c-1");
        assert_eq!(found[0]["details"]["operation"], "POST /api/v2/users");
        assert_eq!(found[0]["description"], "Create a User");
    }
}

both_engines! {
    async fn an_event_read_by_its_id_is_the_one_of_the_list(server: &Server) {
        server.create(json!({"connection": CONNECTION, "username": "sinead"})).await;
        let listed = logs(server, "?per_page=1").await.remove(0);
        let id = listed["log_id"].as_str().expect("an id");
        assert_eq!(listed["_id"], id);
        let date = listed["date"].as_str().expect("a date");
        assert!(date.starts_with("2026-01-01T00:00:00.") && date.ends_with('Z') && date.len() == 24, "{date}");
        assert_eq!(server.get(&format!("/api/v2/logs/{id}")).await.expect(200), listed);
        server.get("/api/v2/logs/0000").await.refused(404, "inexistent_log");
        let other = server.services.db.session().await.expect("a session");
        let sql = anteroom_store::Sql::new("SELECT log_id FROM event WHERE tenant_id = ").bind(server.world.other);
        let (others,): (String,) = other.connection().one(sql).await.expect("an answer").expect("an event");
        server.get(&format!("/api/v2/logs/{others}")).await.refused(404, "inexistent_log");
    }
}

both_engines! {
    async fn fields_are_chosen_or_left_out(server: &Server) {
        server.create(json!({"connection": CONNECTION, "username": "sinead"})).await;
        let chosen = logs(server, "?per_page=1&fields=type,log_id").await.remove(0);
        let mut names: Vec<_> = chosen.as_object().expect("an object").keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["log_id", "type"]);
        let rest = logs(server, "?per_page=1&fields=type,log_id&include_fields=false").await.remove(0);
        assert!(rest.get("type").is_none() && rest.get("log_id").is_none() && rest.get("date").is_some(), "{rest}");
        let first = logs(server, "?take=1&fields=log_id").await.remove(0);
        assert_eq!(first.as_object().expect("an object").len(), 1);
    }
}

both_engines! {
    async fn what_is_personal_in_an_event_can_be_deleted_by_itself(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "sinead.obrien@example.com", "name": "Sinéad O'Brien"})).await;
        let path = Server::path_of(&made);
        server.patch(&path, json!({"name": "Sinéad"})).await.expect(200);
        server.delete(&path).await.expect(204);
        let before = server.get(&format!("{path}/logs")).await.expect(200);
        assert!(before.to_string().contains("Sinéad") && before.to_string().contains("sinead.obrien"));
        let text = format!("DELETE FROM event_detail WHERE event_id IN (SELECT id FROM event WHERE target_id = '{}')", made["user_id"].as_str().expect("an id"));
        match server.engine {
            Engine::Sqlite => raw::sqlite(&server.database.url).execute_batch(&text).expect("deleted"),
            Engine::Postgres => raw::postgres(server).await.batch_execute(&text).await.expect("deleted"),
        }
        let after = server.get(&format!("{path}/logs?include_totals=true")).await.expect(200);
        assert_eq!(after["total"], 3);
        let after = after["logs"].as_array().expect("logs");
        assert_eq!(kinds(after), ["user.deleted", "user.updated", "user.created"]);
        for log in after {
            let text = log.to_string();
            assert!(!text.contains("Sinéad") && !text.contains("sinead") && !text.contains("127.0.0.1"), "{text}");
            assert_eq!((&log["user_id"], &log["details"]["actor"]["id"]), (&made["user_id"], &json!(server.world.client_id)));
            assert_eq!(&server.get(&format!("/api/v2/logs/{}", log["log_id"].as_str().expect("an id"))).await.expect(200), log);
        }
    }
}

both_engines! {
    async fn the_record_is_read_with_its_scopes_alone(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "username": "sinead"})).await;
        let of_user = format!("{}/logs", Server::path_of(&user));
        let with = async |scopes: &str| server.machine(anteroom_model::PlatformRole::Admin, scopes).await;
        let (all, users, none) = (with("read:logs").await, with("read:logs_users").await, with("read:users").await);
        for (token, list_allowed, user_allowed) in [(&all, true, true), (&users, false, true), (&none, false, false)] {
            for (path, allowed) in [("/api/v2/logs", list_allowed), ("/api/v2/logs/0", list_allowed), (of_user.as_str(), user_allowed)] {
                let answer = server.call("GET", path).token(Some(token)).send().await;
                match allowed {
                    true => assert_ne!(answer.status, 403, "{path}"),
                    false => drop(answer.refused(403, "insufficient_scope")),
                }
            }
        }
    }
}
