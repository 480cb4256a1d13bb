//! Which pages of other origins may call: those that the tenant's applications registered (Fetch §3.2).

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD,
    ORIGIN, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use crate::error::{self, ApiError};
use crate::origin::Arrival;
use crate::state::App;

/// Whether pages elsewhere have business at this path at all, and whether the browser's cookies go along.
fn policy(path: &str) -> Option<bool> {
    match path {
        "/oauth/token" | "/oauth/revoke" | "/userinfo" | "/dbconnections/signup" | "/dbconnections/change_password" => {
            Some(false)
        }
        _ if path.starts_with("/.well-known/") || path.starts_with("/api/account/") => Some(false),
        _ if path.starts_with("/api/flow") => Some(true),
        _ => None,
    }
}

/// Tells a browser whether the page that calls may read the answer. An origin is named only if an application of the
/// tenant registered it (ASVS 3.4.2). What was registered or taken back counts at once, in every process.
pub async fn allow(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let Some(with_cookies) = policy(request.uri().path()) else { return next.run(request).await };
    if let Err(failure) = refresh(&app, &mut request).await {
        return error::on_path(request.uri(), failure.0);
    }
    let origin = request.headers().get(ORIGIN).cloned();
    let arrival = request.extensions().get::<Arrival>();
    let known = origin.filter(|origin| {
        let text = origin.to_str().unwrap_or_default();
        arrival.is_some_and(|arrival| arrival.tenant.web_origins.contains(text))
    });
    let is_preflight =
        *request.method() == Method::OPTIONS && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = if is_preflight { preflight() } else { next.run(request).await };
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = known {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        tell(headers, is_preflight, with_cookies);
    }
    response
}

/// Looks at the tenant as it is configured now, where a page of another origin may be calling.
async fn refresh(app: &App, request: &mut Request) -> Result<(), ApiError> {
    if !request.headers().contains_key(ORIGIN) {
        return Ok(());
    }
    let configuration = app.services.configuration.fresh().await?;
    if let Some(arrival) = request.extensions_mut().get_mut::<Arrival>()
        && let Some(tenant) = configuration.tenant(arrival.tenant.tenant.id)
    {
        arrival.tenant = Arc::clone(tenant);
    }
    Ok(())
}

fn preflight() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}

fn tell(headers: &mut HeaderMap, is_preflight: bool, with_cookies: bool) {
    if with_cookies {
        headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
    if is_preflight {
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
        headers.insert(
            ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static("authorization, content-type, auth0-client, x-correlation-id"),
        );
        headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    } else {
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("www-authenticate, retry-after"));
    }
}
