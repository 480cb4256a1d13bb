//! What surrounds every request: a log line, a time limit, and a net for mistakes of ours.

use std::panic::AssertUnwindSafe;

use anteroom_model::{Refusal, codes};
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;

use crate::error;
use crate::state::App;

/// The longest path and query, in bytes.
const URI_MAX: usize = 16 * 1024;

/// Answers in the end, whatever happens: in time, and in words.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    if uri.path_and_query().is_some_and(|text| text.as_str().len() > URI_MAX) {
        return error::on_path(
            &uri,
            Refusal::new(&codes::QUERY_TOO_LONG, "The path and query are longer than 16 KiB."),
        );
    }
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind();
    let mut response = match in_time(&app, uri.path(), answer).await {
        Ok(Ok(response)) => response,
        Ok(Err(_)) => {
            tracing::error!(path = uri.path(), "a request's code panicked");
            error::on_path(&uri, unavailable("The request could not be answered."))
        }
        Err(_) => error::on_path(&uri, unavailable("The request took too long.")),
    };
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.entry(HeaderName::from_static("cache-control")).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// The answer, unless it takes too long. A file to import may take any time: its own route bounds the silence in it.
async fn in_time<T>(app: &App, path: &str, answer: impl Future<Output = T>) -> Result<T, tokio::time::error::Elapsed> {
    match path {
        "/api/v2/jobs/users-imports" => Ok(answer.await),
        _ => tokio::time::timeout(app.settings.timeout, answer).await,
    }
}

fn unavailable(message: &'static str) -> Refusal {
    Refusal::new(&codes::UNAVAILABLE, message)
}

/// One line a request at level debug; the query is left out, for it may hold personal data.
pub async fn log(request: Request, next: Next) -> Response {
    if !tracing::enabled!(tracing::Level::DEBUG) {
        return next.run(request).await;
    }
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    tracing::debug!(%method, path, status = response.status().as_u16(), "answered");
    response
}
