//! What every page asks of a request before anything is done.

use anteroom_model::{Refusal, codes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::view::View;
use crate::origin::Arrival;
use crate::pages::views::InsecureTransport;
use crate::state::App;
use crate::visit::Visit;

/// Where a browser says that a request comes from (Fetch Metadata §2.3).
pub const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses forms that another site's page sends. The cookies are not sent along with those either; this is the second
/// lock (ASVS 3.5.1).
pub async fn same_site(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let own = request.extensions().get::<Arrival>().map(|arrival| arrival.origin.to_string());
    if is_read || is_from(request.headers(), own.as_deref().unwrap_or_default()) {
        return next.run(request).await;
    }
    let refusal = Refusal::new(&codes::CROSS_SITE, "The form was sent by a page of another site.");
    refuse_with_page(&app, request, &refusal).await
}

/// Whether people see what is answered at this path.
pub fn is_page(path: &str) -> bool {
    let is_console = path.starts_with("/console/") && !path.starts_with("/console/assets/");
    path.starts_with("/u/")
        || is_console
        || matches!(path, "/" | "/authorize" | "/oidc/logout" | "/v2/logout" | "/console")
}

/// The refusal as a page.
pub async fn refuse_with_page(app: &App, request: Request, refusal: &Refusal) -> Response {
    with_visit(app, request, |visit| View::new(visit, None).error(refusal)).await
}

/// What is answered to a visitor, whatever else the request holds.
pub(super) async fn with_visit(app: &App, request: Request, answer: impl FnOnce(&Visit) -> Response) -> Response {
    let (mut parts, _) = request.into_parts();
    match Visit::from_request_parts(&mut parts, app).await {
        Ok(visit) => answer(&visit),
        Err(refused) => refused.into_response(),
    }
}

/// Browsers say where a request comes from. With our own referrer policy they write `null` as the origin of our forms, so
/// that it tells nothing where the newer header is missing.
fn is_from(headers: &HeaderMap, own: &str) -> bool {
    let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text(&FETCH_SITE), text(&ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => origin == own || origin == "null",
        (None, None) => true,
    }
}

/// Passwords do not travel in the clear: off this machine pages are shown over https alone.
pub async fn secure_transport(State(app): State<App>, request: Request, next: Next) -> Response {
    let arrival = request.extensions().get::<Arrival>();
    if arrival.is_some_and(|arrival| arrival.origin.secure || arrival.origin.is_loopback()) {
        return next.run(request).await;
    }
    let is_read = *request.method() == Method::GET;
    with_visit(&app, request, |visit| {
        let path = visit.uri.path_and_query().map_or("/", |path| path.as_str());
        let secure = visit.tenant.origins.iter().find(|origin| origin.secure);
        let https = secure.filter(|_| is_read).map(|origin| format!("{origin}{path}"));
        let page = InsecureTransport { https_url: https.as_deref() };
        View::new(visit, None).page(StatusCode::FORBIDDEN, &page, &[])
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::is_from;
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn sent(pairs: &[(&'static str, &'static str)]) -> bool {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        is_from(&pairs.iter().map(pair).collect::<HeaderMap>(), "https://a.example")
    }

    // ASVS v5.0.0-3.5.1
    #[test]
    fn forms_of_other_sites_are_told_apart() {
        assert!(sent(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(!sent(&[("sec-fetch-site", "cross-site"), ("origin", "https://a.example")]));
        assert!(!sent(&[("sec-fetch-site", "same-site")]));
        assert!(sent(&[("origin", "https://a.example")]));
        assert!(!sent(&[("origin", "https://b.example")]));
        assert!(sent(&[]));
    }
}
