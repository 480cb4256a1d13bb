//! Many users and events, made by the database itself from two of each tenant's: one with a Latin name, one with a Chinese one.

use anteroom_model::text::search_form;
use serde_json::{Value, json};

use super::tenant::Tenant;
use crate::engine_room::raw;
use crate::harness::{CONNECTION, Engine, Server};

/// A row of `users` for each number `n`, from a user whose username is `{template}` and whose name is `{of}`. A minute
/// lies between two; some are not active, some not verified, some have a number.
const USERS: &str = "INSERT INTO users (tenant_id, user_id, public_id, external_id, connection_id, email, email_verified, \
        username, phone_number, phone_verified, name, nickname, user_metadata, app_metadata, status, status_changed_at, \
        platform_role, source, password_must_change, access_valid_after, created_at, updated_at, version, email_key, \
        username_key, phone_key, name_key, nickname_key, given_name_key, family_name_key, search_text) \
    SELECT tenant_id, 'auth0|{prefix}' || n, '{prefix}' || n, '{prefix}-' || n, connection_id, \
        '{prefix}' || n || '@example.com', n % 20 <> 3, '{prefix}' || n, \
        CASE WHEN n % 25 = 4 THEN '+49' || (1000000 + n) END, n % 25 = 4, {name}, '{prefix}' || n, user_metadata, \
        app_metadata, CASE WHEN n % 50 = 0 THEN 'suspended' WHEN n % 1000 = 1 THEN 'archived' ELSE status END, \
        created_at + n * 60000000 + CASE WHEN n % 50 = 0 OR n % 1000 = 1 THEN 1 ELSE 0 END, platform_role, source, \
        password_must_change, access_valid_after, created_at + n * 60000000, updated_at + n * 60000000, version, \
        '{prefix}' || n || '@example.com', '{prefix}' || n, \
        CASE WHEN n % 25 = 4 THEN '+49' || (1000000 + n) ELSE '' END, {name}, '{prefix}' || n, given_name_key, \
        family_name_key, replace(replace(search_text, '{template}', '{prefix}' || n), '{of}', '{to}') \
    FROM users CROSS JOIN n WHERE tenant_id = {tenant} AND username = '{template}'";

/// What hangs on those users, `p`.
const BESIDE: [&str; 13] = [
    "INSERT INTO identifier (tenant_id, connection_id, kind, key, user_key) \
        SELECT tenant_id, connection_id, 'email', email_key, key FROM users p WHERE {made}",
    "INSERT INTO identity (tenant_id, user_key, position, connection_id, provider, provider_user_id, is_social) \
        SELECT tenant_id, key, 0, connection_id, 'auth0', public_id, false FROM users p WHERE {made}",
    "INSERT INTO user_activity (user_key, tenant_id, logins_count, last_login) \
        SELECT key, tenant_id, key % 10, CASE WHEN key % 10 = 0 THEN 0 ELSE created_at END FROM users p WHERE {made}",
    "INSERT INTO user_count (tenant_id, delta) SELECT tenant_id, count(*) FROM users p WHERE {made} GROUP BY tenant_id",
    "UPDATE users AS p SET user_metadata = '{\"city\":\"city ' || (key % 500) || '\"}', app_metadata = CASE WHEN key % 500 = 1 \
        THEN '{\"seats\":11}' WHEN key % 4 = 1 THEN '{\"seats\":30}' ELSE '{}' END WHERE {made}",
    "INSERT INTO attribute_path (tenant_id, path, kind) SELECT {tenant}, p.path, p.kind FROM (SELECT 'user_metadata.city' \
        AS path, 'text' AS kind UNION ALL SELECT 'app_metadata.seats', 'digits' UNION ALL SELECT 'app_metadata.seats', 'number') p",
    "INSERT INTO user_attribute (tenant_id, path, key, user_key) \
        SELECT p.tenant_id, a.id, 'city ' || (p.key % 500), p.key FROM users p JOIN attribute_path a \
        ON a.tenant_id = p.tenant_id AND a.path = 'user_metadata.city' WHERE p.{made}",
    "INSERT INTO user_attribute (tenant_id, path, key, user_key) \
        SELECT p.tenant_id, a.id, '' || (p.key % 5000), p.key FROM users p JOIN attribute_path a \
        ON a.tenant_id = p.tenant_id AND a.path = 'app_metadata.seats' AND a.kind = 'digits' WHERE p.{made} AND p.key % 4 = 1",
    // Few have 11, the others more than 20, as the numbers' order has it.
    "INSERT INTO user_attribute (tenant_id, path, key, user_key) \
        SELECT p.tenant_id, a.id, CASE WHEN p.key % 500 = 1 THEN 'k1N' ELSE 'k9' || (p.key % 5000) END, p.key \
        FROM users p JOIN attribute_path a \
        ON a.tenant_id = p.tenant_id AND a.path = 'app_metadata.seats' AND a.kind = 'number' WHERE p.{made} AND p.key % 4 = 1",
    "INSERT INTO user_role (tenant_id, role_key, user_key, created_at) \
        SELECT tenant_id, {large role}, key, 0 FROM users p WHERE {made} AND key % 5 = 1",
    "INSERT INTO user_role (tenant_id, role_key, user_key, created_at) \
        SELECT tenant_id, {other role}, key, 0 FROM users p WHERE {made} AND key % 5 > 2",
    "INSERT INTO user_role (tenant_id, role_key, user_key, created_at) \
        SELECT tenant_id, {small role}, key, 0 FROM users p WHERE {made} AND user_id LIKE '%{end}'",
    "INSERT INTO user_permission (tenant_id, user_key, resource_server_key, name) \
        SELECT p.tenant_id, p.key, r.resource_server_key, r.name FROM users p JOIN role_permission r \
        ON r.role_key = {small role} WHERE p.{made} AND p.user_id LIKE '%{end}'",
];

/// Events of whoever has each number, from those that tell of the first template.
const EVENTS: &str = "INSERT INTO event (tenant_id, log_id, at, kind, actor_kind, actor_id, client_id, target_kind, target_id) \
    SELECT tenant_id, '{prefix}' || n, at + n, kind, actor_kind, actor_id, client_id, target_kind, 'auth0|{prefix}' || n \
    FROM event CROSS JOIN n WHERE tenant_id = {tenant} AND target_id = '{id}'";

const DETAILS: &str = "INSERT INTO event_detail (event_id, tenant_id, actor_name, target_name, operation) \
    SELECT id, tenant_id, 'a', 'b', 'c' FROM event WHERE tenant_id = {tenant} AND log_id LIKE '{prefix}%'";

/// Jobs that are over, so many as a tenant may have that imports every day.
const JOBS: &str = "INSERT INTO job (tenant_id, job_id, kind, status, request, result, created_at, updated_at) \
    SELECT {tenant}, 'job_{prefix}' || n, 'users_export', 'completed', '{}', '{}', n, n FROM n WHERE n % 20 = 0";

/// Fills the tenant: so many users, and one in a hundred of them once more with a Chinese name.
pub async fn fill(server: &Server, tenant: &Tenant) {
    let template = tenant.made(server, "/api/v2/users", user("template", "template"), 201).await;
    tenant.made(server, "/api/v2/users", user("vorlage", "模板"), 201).await;
    let [large, other, small] = roles(server, tenant).await;
    let numbers = |first: i64, last: i64| {
        format!(
            "WITH RECURSIVE n(n) AS (SELECT CAST({first} AS BIGINT) UNION ALL SELECT n + 1 FROM n WHERE n < {last})"
        )
    };
    let (many, all) = (tenant.many, tenant.many + tenant.many / 100);
    let filled = |text: &str| {
        text.replace("{made}", "tenant_id = {tenant} AND p.user_id LIKE 'auth0|{prefix}%'")
            .replace("{large role}", &large.to_string())
            .replace("{other role}", &other.to_string())
            .replace("{small role}", &small.to_string())
            .replace("{tenant}", &tenant.id.0.to_string())
            .replace("{prefix}", tenant.prefix)
            .replace("{end}", &(tenant.somebody % 100).to_string())
            .replace("{id}", template["user_id"].as_str().expect("an id"))
    };
    let latin = USERS.replace("{template}", "template").replace("{name}", "'{prefix} ' || n");
    let latin = latin.replace("{of}", "template").replace("{to}", tenant.prefix);
    let chinese = USERS.replace("{template}", "vorlage").replace("{name}", "'王小明'");
    let chinese = chinese.replace("{of}", &search_form("模板")).replace("{to}", &search_form("王小明"));
    let mut statements = vec![
        filled(&format!("{} {latin}", numbers(1, many))),
        filled(&format!("{} {chinese}", numbers(many + 1, all))),
    ];
    statements.extend(BESIDE.map(filled));
    statements.extend([EVENTS, JOBS].map(|text| filled(&format!("{} {text}", numbers(1, many)))));
    statements.push(filled(DETAILS));
    run(server, &around_index(server, statements).await).await;
    let page = tenant.get(server, "/api/v2/users?include_totals=true").await;
    assert!(page["total"].as_i64().is_some_and(|total| total >= all), "{}", page["total"]);
}

fn user(username: &str, name: &str) -> Value {
    json!({"connection": CONNECTION, "username": username, "name": name})
}

/// The keys of two roles of many, and of one of few that gives two permissions.
async fn roles(server: &Server, tenant: &Tenant) -> [i64; 3] {
    const API: &str = "https://orders.example";
    let scopes = json!([{"value": "read:orders"}, {"value": "write:orders"}]);
    let api = json!({"identifier": API, "name": "Orders", "scopes": scopes});
    tenant.made(server, "/api/v2/resource-servers", api, 201).await;
    let mut keys = [0; 3];
    for (key, name) in keys.iter_mut().zip(["Large", "Other", "Small"]) {
        let role = tenant.made(server, "/api/v2/roles", json!({"name": name}), 200).await;
        *key = key_of_role(server, tenant, &role).await;
        if name == "Small" {
            let named = |name| json!({"resource_server_identifier": API, "permission_name": name});
            let permissions = json!({"permissions": [named("read:orders"), named("write:orders")]});
            let path = format!("/api/v2/roles/{}/permissions", role["id"].as_str().expect("an id"));
            tenant.made(server, &path, permissions, 201).await;
        }
    }
    keys
}

async fn key_of_role(server: &Server, tenant: &Tenant, role: &Value) -> i64 {
    let session = server.services.db.session().await.expect("a session");
    let id = role["id"].as_str().expect("an id");
    let sql = anteroom_store::Sql::new("SELECT id FROM role WHERE tenant_id = ").bind(tenant.id);
    let key: Option<(i64,)> = session.connection().one(sql.push(" AND role_id = ").bind(id)).await.expect("a role");
    key.expect("the role").0
}

/// Runs the statements, and does what the database's server does by itself after a while.
pub async fn run(server: &Server, statements: &[String]) {
    let text = statements.join(";\n");
    match server.engine {
        Engine::Sqlite => {
            let raw = raw::sqlite(&server.database.url);
            raw.execute_batch(&format!("BEGIN;\n{text};\nCOMMIT; PRAGMA wal_checkpoint(TRUNCATE)")).expect("rows");
        }
        Engine::Postgres => {
            let raw = raw::postgres(server).await;
            raw.batch_execute(&text).await.expect("rows");
            raw.batch_execute("VACUUM ANALYZE").await.expect("statistics");
        }
    }
}

/// An index of many rows is made faster than many rows are added to it.
async fn around_index(server: &Server, statements: Vec<String>) -> Vec<String> {
    if server.engine == Engine::Sqlite {
        return statements;
    }
    let index = "SELECT indexdef FROM pg_indexes WHERE indexname = 'users_search'";
    let index: String = raw::postgres(server).await.query_one(index, &[]).await.expect("an index").get(0);
    [vec!["DROP INDEX users_search".to_owned()], statements, vec![index]].concat()
}
