//! `GET /console/assets/{name}`

use anteroom_model::{Refusal, codes};
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::Response;

use super::files::Asset;
use crate::error;
use crate::pages::assets;
use crate::state::App;

/// A file that the console loads, to be kept for good where its name changes with its content. What is not there is never
/// answered with the page.
pub async fn asset(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let name = uri.path().strip_prefix(super::ASSETS).unwrap_or_default();
    match app.settings.console.asset(name).await {
        Ok(Some(asset)) => render(name, asset, &headers),
        Ok(None) => error::on_path(&uri, Refusal::new(&codes::NOT_FOUND, "There is nothing at this path.")),
        Err(failure) => {
            tracing::error!(error = %failure, name, "a file of the console cannot be read");
            error::on_path(&uri, Refusal::new(&codes::UNAVAILABLE, "The file cannot be read."))
        }
    }
}

fn render(name: &str, asset: Asset, asked: &HeaderMap) -> Response {
    let compressed = asset.brotli.filter(|_| takes_brotli(asked));
    // Each form of the content has a tag of its own (RFC 9110 §8.8.3.3).
    let etag = format!("\"{}{}\"", asset.tag, if compressed.is_some() { "-br" } else { "" });
    let cache = if is_hashed(name) { assets::CACHE_CONTROL } else { "no-cache" };
    let mut headers = HeaderMap::from_iter([
        (CACHE_CONTROL, HeaderValue::from_static(cache)),
        (VARY, HeaderValue::from_static("accept-encoding")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    ]);
    let is_known = names(asked, &IF_NONE_MATCH).any(|known| known == "*" || known.trim_start_matches("W/") == etag);
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(ETAG, etag);
    }
    let mut response = Response::new(Body::empty());
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
        if compressed.is_some() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        *response.body_mut() = Body::from(compressed.unwrap_or(asset.content));
    }
    *response.headers_mut() = headers;
    response
}

/// Whether the name ends with a hyphen and the eight signs that stand for the content, as the build writes it.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    stem.len().checked_sub(9).is_some_and(|place| stem.as_bytes()[place] == b'-')
}

/// The items of a header that is a list.
fn names<'a>(headers: &'a HeaderMap, name: &'a HeaderName) -> impl Iterator<Item = &'a str> {
    let texts = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    texts.flat_map(|text| text.split(',')).map(str::trim)
}

/// Whether the browser takes Brotli: it names it, and not with the weight 0 (RFC 9110 §12.5.3).
fn takes_brotli(headers: &HeaderMap) -> bool {
    names(headers, &ACCEPT_ENCODING).any(|item| {
        let (coding, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        coding.trim().eq_ignore_ascii_case("br") && weight.is_ok_and(|weight| weight > 0.0)
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{is_hashed, takes_brotli};
    use axum::http::header::ACCEPT_ENCODING;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn only_what_changes_its_name_is_kept_for_good() {
        assert!(is_hashed("index-DHh2xSdS.js") && is_hashed("rolldown-runtime-WkwZ5CU-.js"));
        assert!(!is_hashed("icon.svg") && !is_hashed("a-b.js") && !is_hashed(""));
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        let takes = |sent| takes_brotli(&HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(sent))]));
        assert!(takes("gzip, deflate, br, zstd") && takes("BR") && takes("gzip;q=1.0, br;q=0.5"));
        assert!(!takes("gzip") && !takes("br;q=0") && !takes("br;q=0.0, gzip") && !takes("brx") && !takes(""));
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}
