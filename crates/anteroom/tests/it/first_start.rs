//! The first start on an empty database, by one process or by several at once; and health.

use std::process::{Command, Output};
use std::sync::Arc;

use anteroom_accounts::bootstrap::{FirstAdministrator, Made, Tools, first_start};
use anteroom_crypto::{HashCost, MasterKey, PasswordPool, Sealer, SystemRandom};
use anteroom_store::{DatabaseUrl, Db};

use crate::harness::engine::Database;
use crate::harness::{Engine, Server, TestClock, race};

fn administrator(password: Option<&str>) -> FirstAdministrator {
    let password = password.map(|password| password.to_owned().into());
    FirstAdministrator { email: "Root@Example.com".to_owned(), password }
}

/// What a process of its own works with.
fn process(url: &DatabaseUrl) -> Tools {
    let cost = HashCost { memory_kib: 8, iterations: 1, ..HashCost::default() };
    Tools {
        db: Db::open(url, 4).expect("a database"),
        passwords: Arc::new(PasswordPool::new(cost, std::num::NonZeroUsize::MIN).expect("a pool")),
        sealer: Arc::new(Sealer::new(&MasterKey::generate(&SystemRandom)).expect("a sealer")),
        clock: Arc::new(TestClock::default()),
        random: Arc::new(SystemRandom),
        token_lifetime: 86_400,
    }
}

async fn count(url: &DatabaseUrl, table: &str) -> i64 {
    let db = Db::open(url, 1).expect("a database");
    let session = db.session().await.expect("a session");
    let sql = anteroom_store::Sql::new("SELECT count(*) FROM ").push(table);
    session.connection().one::<(i64,)>(sql).await.expect("a count").expect("a row").0
}

async fn of_many_processes_one_makes_the_first_tenant(engine: Engine) {
    let database = Database::empty(engine).await;
    let url = database.url.clone();
    let made: Vec<Option<Made>> = race(6, |_| {
        let url = url.clone();
        async move {
            let tools = process(&url);
            tools.db.migrate().await.expect("a schema");
            first_start(&tools, administrator(None)).await.expect("a first start")
        }
    })
    .await;
    let winners: Vec<_> = made.into_iter().flatten().collect();
    assert_eq!(winners.len(), 1);
    assert_eq!(winners[0].tenant.name, "default");
    for (table, rows) in [
        ("tenant", 1),
        ("connection", 1),
        ("resource_server", 1),
        // One of them is the console's.
        ("client", 2),
        ("client_grant", 2),
        ("users", 1),
        ("password", 1),
        ("signing_key", 2),
        ("origin", 0),
    ] {
        assert_eq!(count(&url, table).await, rows, "{table}");
    }
    // Nor does a later start make anything.
    assert!(first_start(&process(&url), administrator(None)).await.expect("a start").is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
// S2.L09.1: an empty file is all that is needed.
async fn of_many_processes_one_makes_the_first_tenant_on_sqlite() {
    of_many_processes_one_makes_the_first_tenant(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_processes_one_makes_the_first_tenant_on_postgres() {
    of_many_processes_one_makes_the_first_tenant(Engine::Postgres).await;
}

async fn a_weak_password_is_refused_and_nothing_is_made(engine: Engine) {
    let database = Database::empty(engine).await;
    let tools = process(&database.url);
    tools.db.migrate().await.expect("a schema");
    for weak in ["short", "password123", "root@example.com"] {
        let refused = first_start(&tools, administrator(Some(weak))).await.err().expect("a refusal").into_refusal();
        assert_eq!(refused.code.name, "invalid_password", "{weak}");
        assert!(!refused.message.contains(weak));
    }
    let nobody = FirstAdministrator { email: "nobody".to_owned(), password: None };
    assert_eq!(
        first_start(&tools, nobody).await.err().expect("a refusal").into_refusal().field.as_deref(),
        Some("email")
    );
    assert_eq!((count(&database.url, "tenant").await, count(&database.url, "users").await), (0, 0));
    let made = first_start(&tools, administrator(Some("correct horse battery staple"))).await.expect("a first start");
    assert_eq!(*made.expect("an empty database").password, "correct horse battery staple");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_weak_password_is_refused_and_nothing_is_made_on_sqlite() {
    a_weak_password_is_refused_and_nothing_is_made(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_weak_password_is_refused_and_nothing_is_made_on_postgres() {
    a_weak_password_is_refused_and_nothing_is_made(Engine::Postgres).await;
}

crate::harness::both_engines! {
    async fn the_first_administrator_may_administer_everything(server: &Server) {
        let users = server.get("/api/v2/users").await.expect(200);
        assert_eq!(users.as_array().map(Vec::len), Some(1));
        let root = &users[0];
        assert_eq!([&root["email"], &root["platform_role"], &root["status"]], ["root@example.com", "super_admin", "active"]);
        assert_eq!(root["email_verified"], true);
        assert_eq!(root["identities"][0]["connection"], crate::harness::CONNECTION);
        let client = server.get(&format!("/api/v2/clients/{}", server.world.client_id)).await.expect(200);
        assert_eq!([&client["rank"], &client["app_type"]], ["super_admin", "non_interactive"]);
        let events = server.get("/api/v2/logs?take=4").await.expect(200);
        let kinds = events.as_array().expect("events").iter().map(|event| event["details"]["kind"].as_str());
        let kinds: Vec<_> = kinds.collect();
        assert_eq!(kinds, ["tenant.created", "client.created", "user.created", "client.created"].map(Some));
        assert_eq!(events[1]["details"]["target"]["name"], "Anteroom console");
        assert_eq!(events[0]["details"]["operation"], "first start");
    }
}

crate::harness::both_engines! {
    async fn health_is_told_to_any_host(server: &Server) {
        for path in ["/health/live", "/health/ready"] {
            let answer = server.call("GET", path).host("10.1.2.3:8480").token(None).send().await;
            assert_eq!(answer.expect(200), serde_json::json!({"status": "ok"}), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_database_a_process_lives_but_is_not_ready() {
    let server = Server::start(Engine::Postgres).await;
    let DatabaseUrl::Postgres(url) = &server.database.url else { panic!("not PostgreSQL") };
    let (cluster, name) = url.rsplit_once('/').expect("a database's URL");
    let (client, connection) =
        tokio_postgres::connect(&format!("{cluster}/postgres"), tokio_postgres::NoTls).await.expect("a connection");
    tokio::spawn(connection);
    client.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")).await.expect("the database is gone");
    let get = async |path: &str| server.call("GET", path).send().await;
    assert_eq!(get("/health/ready").await.status, 503);
    assert_eq!(get("/health/live").await.status, 200);
    let answer = get("/api/v2/users").await;
    assert_eq!(answer.header("retry-after"), Some("1"));
    answer.refused(503, "service_unavailable");
}

/// Starts the program with this password for the first administrator.
fn serve_with(folder: &std::path::Path, password: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_anteroom"))
        .args(["serve", "--listen", "127.0.0.1:0", "--tls-listen", "127.0.0.1:0", "--data-dir"])
        .arg(folder)
        .env("ANTEROOM_ADMIN_EMAIL", "root@example.com")
        .env("ANTEROOM_ADMIN_PASSWORD", password)
        .output()
        .expect("the program")
}

#[test]
fn the_program_refuses_a_weak_password_for_the_first_administrator() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = serve_with(folder.path(), "password123");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains("password") && !said.contains("password123"), "{said}");
    assert!(!folder.path().join("management-key.json").exists());
}
