//! The upgrade corpus: what earlier versions left is opened by this one, on both engines, and it is all there.
//!
//! Each folder of `tests/corpus` is a data folder with what the API of its version answered about it. Answers may have
//! gained fields since; what they had then, they still have.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anteroom_accounts::Services;
use anteroom_accounts::configuration::{ConfigurationCache, OwnOrigins};
use anteroom_accounts::console::adopt;
use anteroom_accounts::mail::MailSettings;
use anteroom_accounts::traffic::Traffic;
use anteroom_crypto::{HashCost, MasterKey, PasswordPool, Sealer};
use anteroom_http::{App, Peer, Settings, TrustedProxies, router};
use anteroom_model::{Origin, TenantId};
use anteroom_store::{DatabaseUrl, Db, client, tenant, user};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::copy::run;
use crate::harness::engine::Database;
use crate::harness::{Engine, HOST, SeededRandom, TestClock};

/// The password that all users of the corpus have who have one.
const PASSWORD: &str = "Corpus-Password-4711";

fn folders() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let entries = fs::read_dir(corpus).expect("the corpus").map(|entry| entry.expect("an entry").path());
    let found: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    assert!(!found.is_empty());
    found
}

/// The folder's database, where tests may change it.
async fn database(folder: &Path, engine: Engine) -> Database {
    match engine {
        Engine::Sqlite => Database::copy_of_file(&folder.join("anteroom.db")),
        Engine::Postgres => {
            let database = Database::empty(Engine::Postgres).await;
            run(&database.url, &fs::read_to_string(folder.join("postgres.sql")).expect("the dump")).await;
            database
        }
    }
}

/// A server of this version on a database of an earlier one.
struct Opened {
    services: Services,
    router: Router,
    token: Option<String>,
}

impl Opened {
    async fn on(folder: &Path, url: &DatabaseUrl) -> Self {
        let db = Db::open(url, 4).expect("a database");
        db.migrate().await.expect("a migration");
        let key = fs::read_to_string(folder.join("master.key")).expect("a key file");
        let sealer = Arc::new(Sealer::new(&MasterKey::parse(&key).expect("a key")).expect("a sealer"));
        let loopback = vec![Origin::parse(&format!("http://{HOST}")).expect("an origin")];
        let own = OwnOrigins { loopback, public: None };
        let cache = ConfigurationCache::load(db.clone(), Arc::clone(&sealer), own).await.expect("the configuration");
        let passwords = PasswordPool::new(HashCost::default(), std::num::NonZeroUsize::MIN).expect("a pool");
        let services = Services {
            traffic: Traffic::start(db.clone()),
            jobs: Arc::default(),
            locator: anteroom_model::Locator::default(),
            db,
            passwords: Arc::new(passwords),
            sealer,
            configuration: Arc::new(cache),
            mail: MailSettings::default(),
        };
        let settings = Settings {
            trusted_proxies: TrustedProxies::default(),
            rate_limit: None,
            body_limit: 1024 * 1024,
            upload_limit: None,
            console: anteroom_http::ConsoleFiles::choose(None),
            timeout: Duration::from_secs(60),
        };
        // Long after the corpus was made: nothing in it may depend on being young.
        let clock = TestClock::default();
        clock.advance_seconds(50 * 365 * 86_400);
        let app = App::new(services.clone(), Arc::new(clock), Arc::new(SeededRandom::new("corpus")), settings)
            .expect("pages");
        let mut opened = Self { services, router: router(app), token: None };
        opened.sign_in(&read(folder, "management-key.json")).await;
        opened
    }

    /// With the client of the first start, whose secret was sealed then.
    async fn sign_in(&mut self, key: &Value) {
        let body = json!({
            "grant_type": "client_credentials", "client_id": key["client_id"], "client_secret": key["client_secret"],
            "audience": format!("http://{HOST}/api/v2/"),
        });
        let answer = self.call("POST", "/oauth/token", Some(&body)).await;
        self.token = Some(answer["access_token"].as_str().expect("a token").to_owned());
    }

    async fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let mut request = Request::builder().method(method).uri(path).header("host", HOST);
        request = request.header("content-type", "application/json");
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let body = Body::from(body.map(Value::to_string).unwrap_or_default());
        let mut request = request.body(body).expect("a request");
        request.extensions_mut().insert(Peer { address: ([127, 0, 0, 1], 50_000).into(), secure: false });
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let status = response.status();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        assert!(status.is_success(), "{method} {path}: {status} {}", String::from_utf8_lossy(&bytes));
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    async fn get(&self, path: &str) -> Value {
        self.call("GET", path, None).await
    }
}

fn read(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&fs::read(folder.join(name)).expect(name)).expect("JSON")
}

/// Checks that everything of the old answer is in the new one, whatever stands beside it.
#[track_caller]
fn still_says(new: &Value, old: &Value, place: &str) {
    match (new, old) {
        (Value::Object(new), Value::Object(old)) => {
            for (name, value) in old {
                still_says(new.get(name).unwrap_or(&Value::Null), value, &format!("{place}.{name}"));
            }
        }
        (Value::Array(new), Value::Array(old)) => {
            assert_eq!(new.len(), old.len(), "{place}");
            new.iter()
                .zip(old)
                .enumerate()
                .for_each(|(index, (new, old))| still_says(new, old, &format!("{place}[{index}]")));
        }
        _ => assert_eq!(new, old, "{place}"),
    }
}

async fn every_version_opens(engine: Engine) {
    for folder in folders() {
        let database = database(&folder, engine).await;
        let opened = Opened::on(&folder, &database.url).await;
        directory_is_there(&opened, &folder).await;
        console_is_there(&opened).await;
        record_is_there(&opened, &folder).await;
        passwords_are_there(&opened, &folder).await;
        // The machine that held all scopes there were holds those that came since.
        opened.get("/api/v2/tenants/settings").await;
        let made = json!({"connection": "Username-Password-Authentication", "email": "new@example.org"});
        let made = opened.call("POST", "/api/v2/users", Some(&made)).await;
        assert_eq!(opened.get("/api/v2/users?q=email:new@example.org").await[0]["user_id"], made["user_id"]);
    }
}

async fn directory_is_there(opened: &Opened, folder: &Path) {
    let users = read(folder, "users.json");
    still_says(&opened.get("/api/v2/users?per_page=100").await, &users, "users");
    still_says(&opened.get("/api/v2/clients?per_page=100").await, &read(folder, "clients.json"), "clients");
    let blocked: Vec<_> = users.as_array().expect("users").iter().filter(|user| user["blocked"] == true).collect();
    assert!(blocked.len() > 1);
    // Found by the middle of a name, and by a leaf of the metadata.
    let found = opened.get("/api/v2/users?q=name:*%CE%BA%CE%BF%CE%BD%CF%8C%CE%BC*").await;
    assert_eq!(found[0]["name"], "Δημήτρης Οικονόμου");
    let found = opened.get("/api/v2/users?q=user_metadata.answer:42").await;
    assert_eq!(found[0]["user_metadata"]["note"], "ünïcödé 李");
    let session = opened.services.db.session().await.expect("a session");
    let tenants = tenant::all(&session.connection()).await.expect("the tenants");
    assert_eq!(tenants.iter().map(|tenant| tenant.name.as_str()).collect::<Vec<_>>(), ["default", "acme"]);
}

/// A release of before may not have had one.
async fn console_is_there(opened: &Opened) {
    let (db, clock) = (&opened.services.db, TestClock::default());
    // After all that the corpus has recorded.
    clock.advance_seconds(50 * 365 * 86_400);
    adopt(db, Arc::new(clock), Arc::new(SeededRandom::new("console"))).await.expect("a console");
    let session = db.session().await.expect("a session");
    for tenant in tenant::all(&session.connection()).await.expect("the tenants") {
        let console = client::console_id(&session.connection(), tenant.id).await.expect("asked");
        assert!(console.is_some(), "{}", tenant.name);
    }
    assert_eq!(opened.get("/api/v2/clients?is_global=true").await[0]["name"], "Anteroom console");
}

/// By time, and read on from the first.
async fn record_is_there(opened: &Opened, folder: &Path) {
    let mut old = read(folder, "logs.json");
    for event in old.as_array_mut().expect("log events") {
        // 0.1.0 told the name of whom it was done to beside the id of who did it; a name is now that id's own.
        event.as_object_mut().expect("an event").remove("client_name");
    }
    let old = old.as_array().expect("log events");
    let new = opened.get("/api/v2/logs?per_page=100&sort=date:1").await;
    let new = new.as_array().expect("log events");
    still_says(&json!(new[..old.len()]), &json!(old), "logs");
    let mut read_on = opened.get("/api/v2/logs?take=100").await;
    for event in old {
        let id = event["log_id"].as_str().expect("an id");
        let events = read_on.as_array_mut().expect("log events");
        let place =
            events.iter().position(|event| event["log_id"] == id).unwrap_or_else(|| panic!("{id} is not read on to"));
        events.swap_remove(place);
        still_says(&opened.get(&format!("/api/v2/logs/{id}")).await, event, id);
    }
}

async fn passwords_are_there(opened: &Opened, folder: &Path) {
    let users = read(folder, "users.json");
    let session = opened.services.db.session().await.expect("a session");
    let mut checked = 0;
    for id in users.as_array().expect("users").iter().filter_map(|user| user["user_id"].as_str()).take(3) {
        let connection = session.connection();
        let user = user::by_id(&connection, TenantId(1), id).await.expect("asked").expect("the user");
        let hash = user::password_hash(&connection, TenantId(1), user.key).await.expect("asked").expect("a hash");
        let password = zeroize::Zeroizing::new(PASSWORD.to_owned());
        assert!(opened.services.passwords.verify(password, &hash).await.expect("checked"));
        checked += 1;
    }
    assert_eq!(checked, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_version_opens_on_sqlite() {
    every_version_opens(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_version_opens_on_postgres() {
    every_version_opens(Engine::Postgres).await;
}
