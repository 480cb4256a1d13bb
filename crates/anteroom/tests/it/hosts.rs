//! Which tenant a request is for: by its Host, and by what trusted proxies forward.

use std::sync::Arc;
use std::time::Duration;

use anteroom_accounts::configuration::{ConfigurationCache, OwnOrigins};
use anteroom_accounts::tenants::create_tenant;
use anteroom_crypto::SystemRandom;
use anteroom_http::{App, Settings, TrustedProxies, router};
use anteroom_model::{Actor, Context, Origin, PlatformRole, RequestOrigin, TenantId};
use serde_json::Value;

use crate::harness::{Answer, Engine, HOST, OTHER_HOST, Server, TestClock, both_engines};
use crate::stored;

const DISCOVERY: &str = "/.well-known/openid-configuration";

/// The same server behind proxies in these networks. The harness's requests come from 127.0.0.1.
fn behind(server: &Server, proxies: &[&str]) -> Server {
    let settings = Settings {
        trusted_proxies: TrustedProxies(proxies.iter().map(|network| network.parse().expect("a network")).collect()),
        rate_limit: None,
        body_limit: 1024 * 1024,
        upload_limit: None,
        console: anteroom_http::ConsoleFiles::choose(None),
        timeout: Duration::from_secs(60),
    };
    let clock = Arc::<TestClock>::clone(&server.clock);
    let app = App::new(server.services.clone(), clock, Arc::new(SystemRandom), settings).expect("pages");
    let mut behind = server.clone();
    behind.router = router(app);
    behind
}

/// The same server, listening and known elsewhere.
async fn known_as(server: &Server, loopback: &[&str], public: Option<&str>) -> Server {
    let origin = |text: &&str| Origin::parse(text).expect("an origin");
    let own = OwnOrigins { loopback: loopback.iter().map(origin).collect(), public: public.as_ref().map(origin) };
    let (db, sealer) = (server.services.db.clone(), Arc::clone(&server.services.sealer));
    let cache = ConfigurationCache::load(db, sealer, own).await.expect("a configuration");
    let mut moved = server.clone();
    moved.services.configuration = Arc::new(cache);
    moved
}

async fn discovery(server: &Server, host: &str, headers: &[(&str, &str)]) -> Answer {
    let call = server.call("GET", DISCOVERY).host(host).token(None);
    headers.iter().fold(call, |call, (name, value)| call.header(name, value)).send().await
}

async fn issuer(server: &Server, host: &str, headers: &[(&str, &str)]) -> String {
    let said = discovery(server, host, headers).await.expect(200);
    said["issuer"].as_str().expect("an issuer").to_owned()
}

both_engines! {
    async fn an_unlisted_host_is_refused_and_never_echoed(server: &Server) {
        let unlisted = [
            "evil.example", "localhost", "localhost:8481", "127.0.0.1:8480", "[::1]:8480", "other.test:8443", "xother.test",
            "localhost:8480.evil.example", "evil@localhost:8480", "localhost:8480/evil", "localhost:8480?evil", "evil host", "",
        ];
        for host in unlisted {
            for path in ["/api/v2/users", "/oauth/token", DISCOVERY, "/"] {
                let answer = server.call("GET", path).host(host).send().await;
                assert_eq!(answer.status, 421, "{host}{path}: {}", answer.text);
                assert!(answer.text.contains("misdirected_request"), "{}", answer.text);
                let said = format!("{:?} {}", answer.headers, answer.text);
                assert!(!said.contains("evil") && (host.is_empty() || !said.contains(host)), "{said}");
            }
        }
        for host in [HOST, OTHER_HOST, "evil.example"] {
            let twice = server.call("GET", "/api/v2/users").header("host", host).host(HOST).send().await;
            assert_eq!(twice.refused(421, "misdirected_request"), None);
        }
        let answer = server.call("GET", "http://evil.example/api/v2/users").host(HOST).send().await;
        assert_eq!(answer.refused(421, "misdirected_request"), None);
    }
}

both_engines! {
    async fn the_tenant_is_the_one_of_the_host(server: &Server) {
        assert_eq!(issuer(server, HOST, &[]).await, "http://localhost:8480/");
        for host in [OTHER_HOST, "OTHER.test", "other.test:80"] {
            assert_eq!(issuer(server, host, &[]).await, "http://other.test/");
        }
        // The absolute form names the host itself (RFC 9112 §3.2.2).
        let said = server.call("GET", "http://other.test/.well-known/openid-configuration").host(HOST).send().await;
        assert_eq!(said.expect(200)["issuer"], "http://other.test/");
    }
}

both_engines! {
    async fn forwarded_headers_count_from_trusted_proxies_only(server: &Server) {
        let forwarded = [("x-forwarded-host", OTHER_HOST)];
        assert_eq!(issuer(&behind(server, &["127.0.0.0/8"]), HOST, &forwarded).await, "http://other.test/");
        assert_eq!(issuer(&behind(server, &["127.0.0.0/8"]), "inner", &forwarded).await, "http://other.test/");
        for proxies in [&[] as &[&str], &["10.0.0.0/8"]] {
            assert_eq!(issuer(&behind(server, proxies), HOST, &forwarded).await, "http://localhost:8480/");
            assert_eq!(discovery(&behind(server, proxies), "inner", &forwarded).await.status, 421);
        }
        let unlisted = [("x-forwarded-host", "evil.example")];
        assert_eq!(discovery(&behind(server, &["127.0.0.0/8"]), HOST, &unlisted).await.status, 421);
    }
}

both_engines! {
    async fn the_recorded_address_is_the_clients(server: &Server) {
        let body = |number: usize| serde_json::json!({"name": format!("Client {number}")});
        let forwarded = "198.51.100.1, 203.0.113.9, 127.0.0.7";
        for (number, (proxies, ip)) in [(&["127.0.0.0/8"] as &[&str], "203.0.113.9"), (&[], "127.0.0.1")].into_iter().enumerate() {
            let call = behind(server, proxies);
            let call = call.call("POST", "/api/v2/clients").header("x-forwarded-for", forwarded).json(&body(number));
            let made = call.send().await.expect(201);
            let log = server.get("/api/v2/logs?q=type:sapi").await.expect(200);
            let mut events = log.as_array().expect("events").iter();
            let event = events.find(|event| event["details"]["target"]["id"] == made["client_id"]).expect("an event");
            assert_eq!(event["ip"], ip);
        }
    }
}

both_engines! {
    async fn loopback_origins_follow_the_listeners_and_are_not_stored(server: &Server) {
        let before = stored::rows(server).await["origin"].clone();
        let loopback = ["https://localhost:9443", "http://localhost:9000", "http://127.0.0.1:9000", "http://[::1]:9000"];
        let moved = behind(&known_as(server, &loopback, Some("https://login.example.com")).await, &["127.0.0.0/8"]);
        for origin in loopback.iter().chain(&["https://login.example.com"]) {
            let (scheme, host) = origin.split_once("://").expect("an origin");
            let answer = discovery(&moved, host, &[("x-forwarded-proto", scheme)]).await;
            // Browsers are told to keep to HTTPS where that cannot spoil other servers of this machine.
            assert_eq!(answer.header("strict-transport-security").is_some(), host == "login.example.com", "{origin}");
            assert_eq!(answer.expect(200)["issuer"], format!("{origin}/"));
            let other = if scheme == "http" { "https" } else { "http" };
            assert_eq!(discovery(&moved, host, &[("x-forwarded-proto", other)]).await.status, 421, "{origin}");
        }
        assert_eq!(discovery(&moved, HOST, &[]).await.status, 421);
        assert_eq!(stored::rows(server).await["origin"], before);
    }
}

both_engines! {
    async fn the_public_url_is_the_primary_origin(server: &Server) {
        let moved = behind(&known_as(server, &["http://localhost:8480"], Some("https://login.example.com")).await, &[]);
        let grants = moved.get("/api/v2/client-grants").await.expect(200);
        assert_eq!(grants[0]["audience"], "https://login.example.com/api/v2/");
    }
}

both_engines! {
    async fn a_tenant_made_while_running_is_found_without_restart(server: &Server) {
        let other_process = server.second_process().await;
        assert_eq!(discovery(&other_process, "new.test", &[]).await.status, 421);
        let context = Context {
            tenant: TenantId(0),
            actor: Actor::System,
            clock: Arc::<TestClock>::clone(&server.clock),
            random: Arc::new(SystemRandom),
            origin: RequestOrigin::default(),
        };
        let origins = vec![Origin::parse("http://new.test").expect("an origin")];
        create_tenant(&server.services, &context, "new".to_owned(), origins).await.expect("a tenant");
        for process in [server, &other_process] {
            assert_eq!(issuer(process, "new.test", &[]).await, "http://new.test/");
            let keys = process.call("GET", "/.well-known/jwks.json").host("new.test").send().await.expect(200);
            assert_eq!(keys["keys"].as_array().map(Vec::len), Some(2));
        }
    }
}

/// The second tenant's client sees and changes nothing of the first one's, and the other way round.
async fn tenants_do_not_see_each_other(engine: Engine) {
    let server = Server::start(engine).await;
    let scopes = anteroom_model::scope::all_management();
    let (id, secret) = server.client(server.world.other, PlatformRole::SuperAdmin, scopes.as_str()).await;
    let form = format!(
        "grant_type=client_credentials&client_id={id}&client_secret={secret}&audience=http://{OTHER_HOST}/api/v2/"
    );
    let ask = async |host: &str| server.call("POST", "/oauth/token").host(host).token(None).form(&form).send().await;
    assert_eq!(ask(HOST).await.status, 401);
    let made = ask(OTHER_HOST).await.expect(200);
    let theirs = made["access_token"].as_str().expect("a token");
    let own = server.token_of(&server.world.client_id, &server.world.client_secret).await;
    let sides = [(HOST, own.as_str(), OTHER_HOST, theirs), (OTHER_HOST, theirs, HOST, own.as_str())];
    let lists = [
        ("clients", "client_id"),
        ("client-grants", "id"),
        ("connections", "id"),
        ("resource-servers", "id"),
        ("users", "user_id"),
        ("logs", "log_id"),
    ];
    for (host, token, other_host, other_token) in sides {
        for (list, id) in lists {
            let get = async |host: &str, token: &str, path: &str| {
                server.call("GET", &format!("/api/v2/{path}")).host(host).token(Some(token)).send().await
            };
            let seen = get(host, token, list).await.expect(200);
            let other: Vec<Value> =
                get(other_host, other_token, list).await.expect(200).as_array().expect("rows").clone();
            assert!(!other.is_empty(), "{list}");
            for row in seen.as_array().expect("rows") {
                let id = row[id].as_str().expect("an id");
                assert!(other.iter().all(|row| !row.to_string().contains(&format!("\"{id}\""))), "{list}: {id}");
                let path = format!("{list}/{}", id.replace('|', "%7C"));
                assert_eq!(get(other_host, other_token, &path).await.status, 404, "{path}");
                assert_eq!(get(host, token, &path).await.status, 200, "{path}");
            }
        }
    }
    // What deletes or changes reaches no further.
    let path = format!("/api/v2/clients/{}", server.world.client_id);
    let delete = server.call("DELETE", &path).host(OTHER_HOST).token(Some(theirs)).send().await;
    assert_eq!(delete.status, 204);
    let rotate =
        server.call("POST", &format!("{path}/rotate-secret")).host(OTHER_HOST).token(Some(theirs)).send().await;
    rotate.refused(404, "inexistent_client");
    server.token_of(&server.world.client_id, &server.world.client_secret).await;
}

// S2.L09.3
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tenants_do_not_see_each_other_on_sqlite() {
    tenants_do_not_see_each_other(Engine::Sqlite).await;
}

// S2.L09.3
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tenants_do_not_see_each_other_on_postgres() {
    tenants_do_not_see_each_other(Engine::Postgres).await;
}
