//! What the tests of signing in share.

use std::sync::Arc;
use std::time::Duration;

use anteroom_accounts::configuration::{ConfigurationCache, OwnOrigins};
use anteroom_crypto::SystemRandom;
use anteroom_http::{App, Settings, TrustedProxies, router};
use anteroom_model::Origin;
use serde_json::{Value, json};

use crate::harness::{Answer, Application, Browser, HOST, PASSWORD, Page, Server, TestClock};

/// What is said to everybody who is not let in, whatever the reason.
pub const GENERIC: &str = "We couldn’t sign you in. Check what you entered and try again.";

/// A password that nobody has.
pub const WRONG: &str = "staple battery horse correct";

/// Another one that nothing is wrong with.
pub const ANOTHER: &str = "quiet river under seven hills";

/// What locks accounts.
pub const BRUTE_FORCE: &str = "/api/v2/attack-protection/brute-force-protection";
/// What makes addresses wait.
pub const IP_THROTTLING: &str = "/api/v2/attack-protection/suspicious-ip-throttling";
/// The tenant's settings.
pub const SETTINGS: &str = "/api/v2/tenants/settings";

/// Changes the options of the connection.
pub async fn set_options(server: &Server, options: Value) {
    let connections = server.get("/api/v2/connections").await.expect(200);
    let path = format!("/api/v2/connections/{}", connections[0]["id"].as_str().expect("an id"));
    server.patch(&path, json!({"options": options})).await.expect(200);
}

/// One try to sign in, in a browser of its own.
pub async fn attempt(app: &Application<'_>, server: &Server, identifier: &str, password: &str) -> Page {
    let browser = Browser::new(server);
    let page = browser.visit(&app.authorize(&[])).await;
    browser.sign_in(&page, identifier, password).await
}

/// Whether the application was given a code.
pub fn is_let_in(page: &Page) -> bool {
    page.answer.header("location").is_some_and(|location| location.contains("?code="))
}

/// Whether the right password opens the account.
pub async fn opens(app: &Application<'_>, server: &Server, identifier: &str) -> bool {
    let page = attempt(app, server, identifier, PASSWORD).await;
    if !is_let_in(&page) {
        refused(&page);
    }
    is_let_in(&page)
}

/// So many tries with a wrong password.
pub async fn fail(app: &Application<'_>, server: &Server, identifier: &str, times: usize) {
    for _ in 0..times {
        refused(&attempt(app, server, identifier, WRONG).await);
    }
}

/// Checks that the page refuses in the words that everybody gets.
#[track_caller]
pub fn refused(page: &Page) {
    assert_eq!(page.answer.status, 400, "{}", page.answer.text);
    assert!(page.says(GENERIC), "{}", page.answer.text);
}

/// Checks that the page says that the sign-in is over, and nothing else.
#[track_caller]
pub fn over(page: &Page, title: &str) {
    assert_eq!(page.answer.status, 404, "{}", page.answer.text);
    assert!(page.says(title), "{}", page.answer.text);
}

/// The log's events of this code, newest first; there must not be more than a hundred.
pub async fn logged(server: &Server, code: &str) -> Vec<Value> {
    server.services.traffic.flush().await;
    let found = server.get(&format!("/api/v2/logs?per_page=100&include_totals=true&q=type:{code}")).await.expect(200);
    assert!(found["total"].as_i64().is_some_and(|total| total <= 100), "{code}: {}", found["total"]);
    found["logs"].as_array().expect("events").clone()
}

/// The `Cookie` header of a browser that has begun to sign in.
pub fn cookie_of(server: &Server, browser: &Browser<'_>) -> String {
    let tenant = server.world.tenant.0;
    format!("anteroom-http-{tenant}-browser={}", browser.cookie("-browser").expect("a cookie"))
}

/// The fields of the sign-in form.
pub fn login_form(state: &str, identifier: &str, password: &str) -> String {
    let fields = [("state", state), ("username", identifier), ("password", password)];
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// What `/authorize` answers without a page: the code, or the error.
pub async fn silent(app: &Application<'_>, browser: &Browser<'_>) -> Result<String, String> {
    let told = browser.visit(&app.authorize(&[("prompt", "none")])).await.told();
    match told.parameters.get("code") {
        Some(code) => Ok(code.clone()),
        None => Err(told.parameters["error"].clone()),
    }
}

/// What introspection says of a token at a process.
pub async fn introspected(app: &Application<'_>, server: &Server, token: &Value) -> Value {
    let token = token.as_str().expect("a token");
    app.post_to(server, "/oauth/introspect", &[("token", token)]).await.expect(200)
}

/// What the profile's endpoint of a process answers to a token.
pub async fn profile_status(server: &Server, token: &Value) -> u16 {
    server.userinfo(token).await.status.as_u16()
}

/// The same server behind a proxy on this machine, from which all requests of tests come.
pub fn behind_proxy(server: &Server) -> Server {
    let networks = vec!["127.0.0.0/8".parse().expect("a network")];
    let settings = Settings {
        trusted_proxies: TrustedProxies(networks),
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

/// The same server at `https://login.example.com`, behind a proxy on this machine.
pub async fn over_https(server: &Server) -> Server {
    let origin = |text: &str| Origin::parse(text).expect("an origin");
    let own = OwnOrigins {
        loopback: vec![origin(&format!("http://{HOST}"))],
        public: Some(origin("https://login.example.com")),
    };
    let (db, sealer) = (server.services.db.clone(), Arc::clone(&server.services.sealer));
    let cache = ConfigurationCache::load(db, sealer, own).await.expect("a configuration");
    let mut moved = server.clone();
    moved.services.configuration = Arc::new(cache);
    behind_proxy(&moved)
}

/// A form that a browser sends to the sign-in page from this address, through a proxy.
pub async fn from_address(
    app: &Application<'_>,
    behind: &Server,
    ip: &str,
    identifier: &str,
    password: &str,
) -> Answer {
    let browser = Browser::new(behind);
    let page = browser.visit(&app.authorize(&[])).await;
    let form = login_form(&page.field("state"), identifier, password);
    browser.request("POST", "/u/login", Some(&form), &[("x-forwarded-for", ip)]).await
}
