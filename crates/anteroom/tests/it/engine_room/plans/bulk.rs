//! Many users and events, made by the database itself from one of each.

use serde_json::json;

use super::MANY;
use crate::engine_room::raw;
use crate::harness::{CONNECTION, Engine, Server};

const USERS: &str = "INSERT INTO users (tenant_id, user_id, public_id, connection_id, email, email_verified, username, \
        phone_verified, name, nickname, user_metadata, app_metadata, status, status_changed_at, platform_role, source, \
        password_must_change, access_valid_after, created_at, updated_at, version, email_key, username_key, phone_key, \
        name_key, nickname_key, given_name_key, family_name_key, search_text) \
    SELECT tenant_id, 'auth0|bulk' || n, 'bulk' || n, connection_id, 'bulk' || n || '@example.com', email_verified, \
        'bulk' || n, phone_verified, 'bulk ' || n, 'bulk' || n, user_metadata, app_metadata, status, status_changed_at, \
        platform_role, source, password_must_change, access_valid_after, created_at + n, updated_at + n, version, \
        'bulk' || n || '@example.com', 'bulk' || n, phone_key, 'bulk ' || n, 'bulk' || n, given_name_key, family_name_key, \
        replace(search_text, 'template', 'bulk' || n) \
    FROM users CROSS JOIN n WHERE username = 'template'";

const BESIDE: [&str; 4] = [
    "INSERT INTO identifier (tenant_id, connection_id, kind, key, user_key) \
        SELECT tenant_id, connection_id, 'email', email_key, key FROM users WHERE user_id LIKE 'auth0|bulk%'",
    "INSERT INTO identity (tenant_id, user_key, position, connection_id, provider, provider_user_id, is_social) \
        SELECT tenant_id, key, 0, connection_id, 'auth0', public_id, false FROM users WHERE user_id LIKE 'auth0|bulk%'",
    "INSERT INTO user_activity (user_key, tenant_id, logins_count, last_login) \
        SELECT key, tenant_id, key % 10, created_at FROM users WHERE user_id LIKE 'auth0|bulk%'",
    "INSERT INTO user_count (tenant_id, delta) \
        SELECT tenant_id, count(*) FROM users WHERE user_id LIKE 'auth0|bulk%' GROUP BY tenant_id",
];

const EVENTS: &str = "INSERT INTO event (tenant_id, log_id, at, kind, actor_kind, actor_id, client_id, target_kind, target_id) \
    SELECT tenant_id, 'bulk' || n, at + n, kind, actor_kind, actor_id, client_id, target_kind, 'auth0|bulk' || n \
    FROM event CROSS JOIN n WHERE target_id = ";

const DETAILS: &str = "INSERT INTO event_detail (event_id, tenant_id, actor_name, target_name, operation) \
    SELECT id, tenant_id, 'a', 'b', 'c' FROM event WHERE log_id LIKE 'bulk%'";

/// Fills the tenant.
pub async fn fill(server: &Server) {
    let template = server.create(json!({"connection": CONNECTION, "username": "template", "name": "template"})).await;
    let numbers = format!("WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {MANY})");
    let id = template["user_id"].as_str().expect("an id");
    let mut statements = vec![format!("{numbers} {USERS}")];
    statements.extend(BESIDE.map(str::to_owned));
    statements.extend([format!("{numbers} {EVENTS} '{id}'"), DETAILS.to_owned()]);
    let text = statements.join(";\n");
    match server.engine {
        Engine::Sqlite => {
            raw::sqlite(&server.database.url).execute_batch(&format!("BEGIN;\n{text};\nCOMMIT")).expect("rows")
        }
        Engine::Postgres => {
            let raw = raw::postgres(server).await;
            // An index of many rows is made faster than many rows are added to it.
            let index = "SELECT indexdef FROM pg_indexes WHERE indexname = 'users_search'";
            let index: String = raw.query_one(index, &[]).await.expect("an index").get(0);
            raw.batch_execute("DROP INDEX users_search").await.expect("no index");
            raw.batch_execute(&text).await.expect("rows");
            raw.batch_execute(&index).await.expect("an index");
            // As the server of the database does by itself after a while.
            raw.batch_execute("ANALYZE").await.expect("statistics");
        }
    }
    let page = server.get("/api/v2/users?include_totals=true").await.expect(200);
    assert_eq!(page["total"], MANY + 2);
}
