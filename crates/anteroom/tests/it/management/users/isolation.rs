//! Tenants do not see or touch each other.
//!
//! The harness shows after each test that the second tenant, which has all these people too, was not changed.

use anteroom_model::{PlatformRole, TenantId};
use anteroom_store::Sql;
use serde_json::{Value, json};

use crate::harness::{Call, Engine, HOST, OTHER_HOST, Server, both_engines, people};
use crate::management::users::tools::{column, encoded, search, users_path};

/// The ids of the second tenant's users.
async fn ids_of_others(server: &Server) -> Vec<String> {
    let session = server.services.db.session().await.expect("a session");
    let sql = Sql::new("SELECT user_id FROM users WHERE tenant_id = ").bind(server.world.other).push(" ORDER BY key");
    let rows: Vec<(String,)> = session.connection().all(sql).await.expect("ids");
    rows.into_iter().map(|(id,)| id).collect()
}

both_engines! {
    // S2.L20.1: the same people are others in another tenant.
    async fn the_same_addresses_and_names_are_free_in_each_tenant(server: &Server) {
        let made = server.create_people().await;
        let others = ids_of_others(server).await;
        assert_eq!(others.len(), 28);
        for (number, (email, username, _)) in people::PEOPLE.iter().enumerate() {
            let by_email = server.get(&format!("/api/v2/users-by-email?{}", encoded(&[("email", email)]))).await.expect(200);
            assert_eq!(by_email, json!([made[number]]));
            assert_eq!(search(server, &format!("username:{username}")).await.expect(200), json!([made[number]]));
            assert!(!others.contains(&made[number]["user_id"].as_str().expect("an id").to_owned()));
        }
    }
}

both_engines! {
    async fn lists_searches_and_totals_hold_the_own_users_only(server: &Server) {
        server.create_people().await;
        let listed = server.get("/api/v2/users?include_totals=true&per_page=100").await.expect(200);
        assert_eq!((&listed["total"], &listed["length"]), (&json!(9), &json!(9)));
        for (query, total) in [("more", 0), ("example.com", 9), ("李", 1), ("name:*", 9), ("username:mgarcia", 1), ("NOT username:mgarcia", 8), ("*", 9)] {
            let path = users_path(&[("q", query), ("include_totals", "true")]);
            assert_eq!(server.get(&path).await.expect(200)["total"], total, "{query}");
        }
        for sort in ["name:1", "last_login:1", "logins_count:-1", "email:-1"] {
            let rows = server.get(&users_path(&[("sort", sort)])).await.expect(200);
            assert_eq!(column(&rows, "email").len(), 9, "{sort}");
        }
    }
}

both_engines! {
    async fn ids_of_another_tenant_lead_nowhere(server: &Server) {
        for id in ids_of_others(server).await {
            let user = json!({"user_id": id});
            let path = Server::path_of(&user);
            server.get(&path).await.refused(404, "inexistent_user");
            server.patch(&path, json!({"name": "changed"})).await.refused(404, "inexistent_user");
            server.patch(&path, json!({"password": "correct horse battery"})).await.refused(404, "inexistent_user");
            server.patch(&format!("{path}/status"), json!({"status": "archived"})).await.refused(404, "inexistent_user");
            assert_eq!(server.get(&format!("{path}/logs")).await.expect(200), json!([]));
            server.delete(&path).await.expect(204);
            assert_eq!(search(server, &format!("user_id:\"{id}\"")).await.expect(200), json!([]));
        }
    }
}

both_engines! {
    async fn a_token_works_at_its_own_tenant_only(server: &Server) {
        let call = server.call("GET", "/api/v2/users").host(OTHER_HOST);
        call.send().await.refused(401, "invalid_token");
        let configuration = server.services.configuration.current();
        let other = configuration.tenant(server.world.other).expect("the other tenant");
        let key = other.keys.signing(anteroom_crypto::SigningAlgorithm::RS256).expect("a key");
        let now = anteroom_model::Clock::now(&*server.clock).seconds();
        let subject = format!("{}@clients", server.world.client_id);
        // Signed by the second tenant for itself, and for the first.
        for host in [OTHER_HOST, HOST] {
            let claims = json!({
                "iss": format!("http://{host}/"), "sub": subject, "aud": format!("http://{host}/api/v2/"), "iat": now,
                "exp": now + 600, "scope": "read:users",
            });
            let token = key.sign_jwt(anteroom_crypto::TokenType::Jwt, claims.to_string().as_bytes()).expect("a token");
            server.call("GET", "/api/v2/users").token(Some(&token)).send().await.refused(401, "invalid_token");
        }
    }
}

/// With a caller of its own the second tenant sees its own users, and the first one's not.
async fn the_second_tenant_sees_its_own(engine: Engine) {
    let server = Server::start(engine).await;
    let made = server.create_people().await;
    let token = token_of_other(&server, server.world.other).await;
    let call = |method, path: &str| -> Call<'_> { server.call(method, path).host(OTHER_HOST).token(Some(&token)) };
    let page = call("GET", "/api/v2/users?include_totals=true&per_page=100").send().await.expect(200);
    assert_eq!(page["total"], 28);
    assert_eq!(page["users"][0]["tenant"], "other");
    for user in &made {
        call("GET", &Server::path_of(user)).send().await.refused(404, "inexistent_user");
        call("DELETE", &Server::path_of(user)).send().await.expect(204);
        let query = encoded(&[("email", user["email"].as_str().expect("an address"))]);
        let found: Value = call("GET", &format!("/api/v2/users-by-email?{query}")).send().await.expect(200);
        assert_ne!(found[0]["user_id"], user["user_id"]);
        assert_eq!(server.get(&Server::path_of(user)).await.expect(200), *user);
    }
    // An administrator of one tenant is nobody in the other.
    server.call("GET", "/api/v2/users").token(Some(&token)).send().await.refused(401, "invalid_token");
}

async fn token_of_other(server: &Server, tenant: TenantId) -> String {
    let (client_id, secret) = server.client(tenant, PlatformRole::SuperAdmin, "read:users delete:users").await;
    let form = format!(
        "grant_type=client_credentials&client_id={client_id}&client_secret={secret}&audience=http://{OTHER_HOST}/api/v2/"
    );
    let answer = server.call("POST", "/oauth/token").host(OTHER_HOST).token(None).form(&form).send().await.expect(200);
    answer["access_token"].as_str().expect("a token").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_tenant_sees_its_own_on_sqlite() {
    the_second_tenant_sees_its_own(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_tenant_sees_its_own_on_postgres() {
    the_second_tenant_sees_its_own(Engine::Postgres).await;
}
