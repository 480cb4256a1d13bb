//! Headers that make a request safe to repeat or to send late.

use anteroom_accounts::Services;
use anteroom_accounts::idempotency::IdempotencyKey;
use anteroom_model::{Refusal, codes};
use axum::http::header::{HeaderName, IF_MATCH};
use axum::http::{HeaderMap, HeaderValue};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The entity tag of a version (RFC 9110 §8.8.3).
pub fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""))
}

/// The version named in `If-Match`; none for `*` or without the header.
///
/// # Errors
/// `invalid_header` when it is not one of our tags.
pub fn expected_version(headers: &HeaderMap) -> Result<Option<i64>, Refusal> {
    let Some(header) = headers.get(IF_MATCH) else { return Ok(None) };
    let text = header.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let version = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).and_then(|digits| digits.parse().ok());
    let message = "If-Match must be the ETag of an earlier answer.";
    version.map(Some).ok_or_else(|| Refusal::new(&codes::INVALID_HEADER, message).field("If-Match"))
}

/// The `Idempotency-Key` with a fingerprint of the request it came with.
///
/// # Errors
/// `invalid_header` when it is empty, too long or not printable ASCII.
pub fn idempotency_key(
    services: &Services,
    headers: &HeaderMap,
    operation: &str,
    body: &[u8],
) -> Result<Option<IdempotencyKey>, Refusal> {
    let Some(header) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = header
        .to_str()
        .ok()
        .filter(|key| (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()));
    let Some(key) = key else {
        let message = "Idempotency-Key must have 1 to 255 printable ASCII characters without spaces.";
        return Err(Refusal::new(&codes::INVALID_HEADER, message).field("Idempotency-Key"));
    };
    let request = [operation.as_bytes(), b"\n", body].concat();
    let fingerprint = services.sealer.fingerprint("idempotency", &request);
    Ok(Some(IdempotencyKey { key: key.to_owned(), fingerprint }))
}
