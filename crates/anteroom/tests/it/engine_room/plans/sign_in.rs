//! A sign-in with all that an application asks afterwards, as PostgreSQL carries it out. The same texts are then shown to
//! SQLite, whose transactions run in a thread of their own where nobody listens.

use serde_json::{Value, json};

use super::directory::Directory;
use super::hot;
use super::postgres::{self, Explained};
use super::sqlite;
use crate::harness::{Application, Browser, CONNECTION, Engine, PASSWORD, Server};

/// What differs between the engines' texts, and stands for it on SQLite.
const DIALECT: [(&str, &str); 2] =
    [(" FOR NO KEY UPDATE", ""), ("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", "9223372036854775807")];

/// Signs somebody in.
pub async fn check() {
    let directory = Directory::on(Engine::Postgres).await;
    let server = directory.server(Engine::Postgres).await;
    let explained = Explained::new(&server).await;
    // Plans do not depend on what an SQLite database holds.
    let other_engine = Server::start(Engine::Sqlite).await;
    let server = &explained.server;
    let person = json!({
        "connection": CONNECTION, "email": "ada@example.com", "username": "ada", "phone_number": "+15550100",
        "password": PASSWORD, "email_verified": true, "user_metadata": {"city": "city 1"},
    });
    server.create(person).await;
    let app = Application::web(server, json!({"grant_types": ["authorization_code", "refresh_token"]})).await;
    // What was configured just now is read once more.
    whole_sign_in(server, &app).await;
    explained.plans().await;
    let mut kinds = 0;
    for round in 0..7 {
        whole_sign_in(server, &app).await;
        let plans = explained.plans().await;
        assert!(plans.len() >= 30, "{round}: {} plans", plans.len());
        for plan in &plans {
            let faults = postgres::faults(plan, hot::MOST);
            assert!(faults.is_empty(), "{faults:#?}");
        }
        if round == 0 {
            let texts: std::collections::BTreeSet<String> = plans.iter().map(text).collect();
            kinds = texts.len();
            let faults: Vec<_> = texts.iter().flat_map(|text| sqlite::faults(&other_engine, text)).collect();
            assert!(faults.is_empty(), "{faults:#?}");
        }
    }
    assert!(kinds >= 25, "{kinds} statements");
}

fn text(plan: &Value) -> String {
    let text = plan["Query Text"].as_str().expect("a statement");
    DIALECT.iter().fold(text.to_owned(), |text, (postgres, sqlite)| text.replace(postgres, sqlite))
}

/// From `/authorize` to a refreshed token, and without a page once more.
async fn whole_sign_in(server: &Server, app: &Application<'_>) {
    let browser = Browser::new(server);
    let scope = [("scope", "openid profile email offline_access")];
    let tokens = app.tokens(&browser, "ada@example.com", &scope).await;
    server.userinfo(&tokens["access_token"]).await.expect(200);
    let token = tokens["access_token"].as_str().expect("a token");
    let told = app.post("/oauth/introspect", &[("token", token)]).await.expect(200);
    assert_eq!(told["active"], true);
    let renewed = app.refresh(&tokens["refresh_token"]).await.expect(200);
    let refresh_token = renewed["refresh_token"].as_str().expect("a refresh token");
    app.post("/oauth/introspect", &[("token", refresh_token)]).await.expect(200);
    browser.visit(&app.authorize(&[("prompt", "none")])).await.code();
    app.post("/oauth/revoke", &[("token", refresh_token)]).await;
}
