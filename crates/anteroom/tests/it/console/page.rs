//! The one page, at every path below `/console`.

use std::collections::BTreeSet;
use std::sync::Arc;

use anteroom_accounts::tenants::create_tenant;
use anteroom_crypto::SystemRandom;
use anteroom_model::{Actor, Clock, Context, Origin, RequestOrigin, TenantId};
use serde_json::json;

use super::{audience, between, built, config, open, reading};
use crate::harness::{Engine, OTHER_HOST, Server, both_engines};

// S0.L29.1, ASVS v5.0.0-3.4.3, v5.0.0-3.4.4, v5.0.0-3.4.5, v5.0.0-3.4.6, v5.0.0-3.4.8, v5.0.0-14.3.2
#[tokio::test]
async fn every_path_of_the_console_answers_the_page_with_a_nonce_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = built(&Server::start(Engine::Sqlite).await, folder.path());
    let mut nonces = BTreeSet::new();
    for path in
        ["/console", "/console/", "/console/users", "/console/users/auth0%7C1?tab=raw", "/console/callback?code=x"]
    {
        let page = open(&server, path).await;
        assert_eq!(page.status, 200, "{path}");
        let nonce = between(&page.text, "csp-nonce\" content=\"", "\"").to_owned();
        assert!(nonce.len() == 32 && nonce.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{nonce}");
        assert!(page.text.contains(&format!("nonce=\"{nonce}\"></script>")), "{}", page.text);
        let policy = format!(
            "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; \
             img-src 'self' https: data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
             frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
        );
        assert_eq!(page.header("content-security-policy"), Some(policy.as_str()), "{path}");
        for (name, value) in [
            ("content-type", "text/html; charset=utf-8"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(page.header(name), Some(value), "{path}");
        }
        assert!(page.header("set-cookie").is_none(), "{path}");
        assert!(nonces.insert(nonce), "{path} has the nonce of another answer");
    }
    let head = server.call("HEAD", "/console/users").token(None).send().await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
    let posted = server.call("POST", "/console").token(None).form("a=b").send().await;
    assert_eq!(posted.status, 405);
}

both_engines! {
    async fn the_page_says_what_is_public_and_nothing_ends_its_attribute(server: &Server) {
        let folder = tempfile::tempdir().expect("a folder");
        let server = built(server, folder.path());
        let name = "Acme \"><script>alert('__NONCE__')</script>&amp;";
        server.patch("/api/v2/tenants/settings", json!({"friendly_name": name})).await.expect(200);
        let page = open(&server, "/console").await;
        assert_eq!(page.text.matches("<script").count(), 1, "{}", page.text);
        let config = config(&page);
        let keys: Vec<_> = config.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["clientId", "audience", "scope", "tenantName", "version"]);
        assert_eq!((&config["tenantName"], &config["audience"]), (&json!(name), &json!(audience())));
        assert_eq!(config["version"], env!("CARGO_PKG_VERSION"));
        let scope = config["scope"].as_str().expect("scopes");
        assert!(scope.starts_with("openid profile email read:users ") && scope.ends_with("update:prompts"), "{scope}");
        let known = server.get("/api/v2/clients?is_global=true").await.expect(200);
        assert_eq!(config["clientId"], known[0]["client_id"]);
    }
}

both_engines! {
    async fn each_tenant_has_a_console_of_its_own(server: &Server) {
        let folder = tempfile::tempdir().expect("a folder");
        let server = built(server, folder.path());
        let context = Context {
            tenant: TenantId(0),
            actor: Actor::System,
            clock: Arc::clone(&server.clock) as Arc<dyn Clock>,
            random: Arc::new(SystemRandom),
            origin: RequestOrigin::default(),
        };
        let origin = Origin::parse("http://third.localhost").expect("an origin");
        create_tenant(&server.services, &context, "third".to_owned(), vec![origin]).await.expect("a tenant");
        let third = server.call("GET", "/console").token(None).host("third.localhost").send().await;
        let (own, third) = (config(&open(&server, "/console").await), config(&third));
        assert_eq!([&third["tenantName"], &third["audience"]], ["third", "http://third.localhost/api/v2/"]);
        for id in [&own["clientId"], &third["clientId"]] {
            assert!(id.as_str().is_some_and(|id| id.starts_with("console_") && id.len() == 24), "{id}");
        }
        assert_ne!(own["clientId"], third["clientId"]);
        // Neither is known at the other's.
        let path = format!("/authorize?client_id={}&response_type=code", third["clientId"].as_str().expect("an id"));
        assert_eq!(open(&server, &path).await.status, 400);
    }
}

#[tokio::test]
async fn without_a_build_a_page_says_how_to_make_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = reading(&Server::start(Engine::Sqlite).await, folder.path());
    let shown = async |language| {
        let page = server.call("GET", "/console/users").token(None).header("accept-language", language).send().await;
        assert_eq!(page.status, 200);
        assert!(
            page.header("content-security-policy").is_some_and(|policy| policy.starts_with("default-src 'none'; "))
        );
        assert!(page.text.contains("make console"), "{}", page.text);
        page.text
    };
    assert!(shown("en").await.contains("The console is not built yet"));
    let chinese = shown("zh-CN,zh;q=0.9").await;
    assert!(chinese.contains("控制台尚未构建") && chinese.contains("<html lang=\"zh-CN\">"), "{chinese}");
    // It is read at each request: what is built now is shown now.
    assert_eq!(open(&built(&server, folder.path()), "/console").await.text.matches("<script").count(), 1);
    assert_eq!(open(&server, "/console").await.text.matches("<script").count(), 1);
}

// ASVS v5.0.0-12.2.1
#[tokio::test]
async fn over_plain_http_nobody_is_asked_to_sign_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = built(&Server::start(Engine::Sqlite).await, folder.path());
    let page = server.call("GET", "/console").token(None).host(OTHER_HOST).send().await;
    assert_eq!(page.status, 403);
    assert!(!page.text.contains("anteroom-config"), "{}", page.text);
    let stranger = server.call("GET", "/console").token(None).host("stranger.test").send().await;
    assert_eq!(stranger.status, 421);
}

#[tokio::test]
async fn the_bare_origin_leads_to_the_console() {
    let server = Server::start(Engine::Sqlite).await;
    for method in ["GET", "HEAD"] {
        let answer = server.call(method, "/").token(None).send().await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, Some("/console")));
    }
}
