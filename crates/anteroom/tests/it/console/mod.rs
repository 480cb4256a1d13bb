//! The administrators' console: its page, its files, its own client.

mod assets;
mod client;
mod page;
mod sign_in;
mod upgrade;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anteroom_crypto::SystemRandom;
use anteroom_http::{App, ConsoleFiles, Settings, TrustedProxies, router};
use serde_json::Value;

use crate::harness::{Answer, Application, HOST, Server, TestClock};

const INDEX: &str = "<!doctype html><html><head><meta name=\"csp-nonce\" content=\"__NONCE__\">\
    <meta name=\"anteroom-config\" content=\"__CONFIG__\">\
    <script type=\"module\" src=\"/console/assets/app-A1b2C3d4.js\" nonce=\"__NONCE__\"></script></head></html>";

/// The same server with a console in a folder such as a build makes.
fn built(server: &Server, folder: &Path) -> Server {
    let assets = folder.join("assets");
    fs::create_dir(&assets).expect("a folder");
    for (path, content) in [
        (folder.join("index.html"), INDEX),
        (folder.join("secret.txt"), "nobody's business"),
        (assets.join("app-A1b2C3d4.js"), "alert(1)"),
        (assets.join("app-A1b2C3d4.js.br"), "compressed"),
        (assets.join("app-A1b2C3d4.css"), "a{}"),
        (assets.join("icon.svg"), "<svg/>"),
        (assets.join(".hidden.js"), "hidden"),
    ] {
        fs::write(path, content).expect("a file");
    }
    reading(server, folder)
}

/// The same server with the console that this folder holds.
fn reading(server: &Server, folder: &Path) -> Server {
    let settings = Settings {
        trusted_proxies: TrustedProxies::default(),
        rate_limit: None,
        body_limit: 1024 * 1024,
        upload_limit: None,
        timeout: Duration::from_secs(60),
        console: ConsoleFiles::choose(Some(folder.to_owned())),
    };
    let clock = Arc::<TestClock>::clone(&server.clock);
    let app = App::new(server.services.clone(), clock, Arc::new(SystemRandom), settings).expect("pages");
    let mut reading = server.clone();
    reading.router = router(app);
    reading
}

async fn open(server: &Server, path: &str) -> Answer {
    server.call("GET", path).token(None).send().await
}

/// The part between two marks.
#[track_caller]
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}"));
    rest.split_once(after).unwrap_or_else(|| panic!("no {after} in {text}")).0
}

/// What the page says to the console, as a browser reads the attribute.
fn config(page: &Answer) -> Value {
    let text = between(&page.text, "anteroom-config\" content=\"", "\"");
    let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'");
    serde_json::from_str(&text.replace("&amp;", "&")).expect("JSON")
}

/// The tenant's console as an application.
async fn console(server: &Server) -> Application<'_> {
    let found = server.get("/api/v2/clients?is_global=true").await.expect(200);
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    Application::public(server, found[0]["client_id"].as_str().expect("an id"), &origin("/console/callback"))
}

fn origin(path: &str) -> String {
    format!("http://{HOST}{path}")
}

fn audience() -> String {
    origin("/api/v2/")
}
