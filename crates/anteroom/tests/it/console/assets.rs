//! The files that the console loads.

use super::{built, open};
use crate::harness::{Answer, Engine, Server};

const SCRIPT: &str = "/console/assets/app-A1b2C3d4.js";

async fn started() -> (Server, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    (built(&Server::start(Engine::Sqlite).await, folder.path()), folder)
}

async fn with(server: &Server, method: &str, headers: &[(&str, &str)]) -> Answer {
    let call = server.call(method, SCRIPT).token(None);
    headers.iter().fold(call, |call, (name, value)| call.header(name, value)).send().await
}

#[tokio::test]
async fn a_file_is_kept_for_good_where_its_name_changes_with_it() {
    let (server, _folder) = started().await;
    for (name, content_type, content, cache) in [
        ("app-A1b2C3d4.js", "text/javascript; charset=utf-8", "alert(1)", "public, max-age=31536000, immutable"),
        ("app-A1b2C3d4.css", "text/css; charset=utf-8", "a{}", "public, max-age=31536000, immutable"),
        ("icon.svg", "image/svg+xml", "<svg/>", "no-cache"),
    ] {
        let answer = open(&server, &format!("/console/assets/{name}")).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, content), "{name}");
        assert_eq!((answer.header("content-type"), answer.header("cache-control")), (Some(content_type), Some(cache)));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert!(answer.header("content-encoding").is_none(), "{name}");
    }
}

#[tokio::test]
async fn the_compressed_form_is_sent_to_those_who_take_it() {
    let (server, _folder) = started().await;
    let plain = with(&server, "GET", &[]).await;
    let small = with(&server, "GET", &[("accept-encoding", "gzip, deflate, br")]).await;
    assert_eq!((plain.text.as_str(), small.text.as_str()), ("alert(1)", "compressed"));
    assert_eq!((plain.header("content-encoding"), small.header("content-encoding")), (None, Some("br")));
    assert_eq!((plain.header("vary"), small.header("vary")), (Some("accept-encoding"), Some("accept-encoding")));
    let (of_plain, of_small) = (plain.header("etag").expect("a tag"), small.header("etag").expect("a tag"));
    assert_ne!(of_plain, of_small, "two contents have one tag");
    let refused = with(&server, "GET", &[("accept-encoding", "br;q=0")]).await;
    assert_eq!(refused.text, "alert(1)");
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let (server, _folder) = started().await;
    let tag = with(&server, "GET", &[]).await.header("etag").expect("a tag").to_owned();
    for known in [tag.clone(), format!("\"other\", W/{tag}")] {
        let answer = with(&server, "GET", &[("if-none-match", &known)]).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (304, ""), "{known}");
        assert_eq!(answer.header("etag"), Some(tag.as_str()));
    }
    // The tag of one form does not stand for the other.
    let other = [("if-none-match", tag.as_str()), ("accept-encoding", "br")];
    assert_eq!(with(&server, "GET", &other).await.text, "compressed");
    assert_eq!(with(&server, "GET", &[("if-none-match", "\"old\"")]).await.status, 200);
}

#[tokio::test]
async fn head_answers_the_same_without_the_content() {
    let (server, _folder) = started().await;
    let (whole, head) = (with(&server, "GET", &[]).await, with(&server, "HEAD", &[]).await);
    assert_eq!((head.status.as_u16(), head.text.as_str(), head.header("content-length")), (200, "", Some("8")));
    assert_eq!(
        (head.header("etag"), head.header("content-type")),
        (whole.header("etag"), whole.header("content-type"))
    );
}

// ASVS v5.0.0-5.3.2
#[tokio::test]
async fn what_is_no_file_of_the_console_is_not_found_and_never_the_page() {
    let (server, _folder) = started().await;
    for path in [
        "/console/assets",
        "/console/assets/",
        "/console/assets/nothing.js",
        "/console/assets/app-A1b2C3d4.js.br",
        "/console/assets/.hidden.js",
        "/console/assets/../secret.txt",
        "/console/assets/..%2fsecret.txt",
        "/console/assets/%2e%2e/secret.txt",
        "/console/assets/..%5csecret.txt",
        "/console/assets//etc/passwd",
        "/console/assets/icon.svg/",
        "/console/assets/icon.svg%00",
    ] {
        let answer = open(&server, path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (404, Some("application/problem+json")),
            "{path}"
        );
        assert!(!answer.text.contains("business") && !answer.text.contains("hidden"), "{path}");
    }
}
