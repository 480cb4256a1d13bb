//! What a browser is shown where there is nothing.

use axum::extract::{Request, State};
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::Response;

use super::guard::with_visit;
use super::view::View;
use crate::error;
use crate::pages::views::NotFound;
use crate::state::App;

/// A page for people, a refusal in the shape of the path for everybody else.
pub async fn nothing_here(State(app): State<App>, request: Request) -> Response {
    if !is_for_people(request.method(), request.uri(), request.headers()) {
        return error::nothing_here(request.uri().clone()).await;
    }
    with_visit(&app, request, |visit| {
        let home = visit.tenant.settings.default_redirection_uri.as_deref();
        View::new(visit, None).page(StatusCode::NOT_FOUND, &NotFound { home_url: home }, &[])
    })
    .await
}

/// Browsers ask for HTML first; the APIs never answer it.
fn is_for_people(method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    let is_api = ["/api/", "/oauth/", "/.well-known/"].into_iter().any(|folder| uri.path().starts_with(folder));
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    is_read && !is_api && accepted.split(',').any(|kind| kind.trim().starts_with("text/html"))
}

#[cfg(test)]
mod tests {
    use super::is_for_people;
    use axum::http::header::ACCEPT;
    use axum::http::{HeaderMap, HeaderValue, Method, Uri};

    #[test]
    fn browsers_are_told_from_programs() {
        let browser = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("text/html,*/*;q=0.8"))]);
        let program = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("*/*"))]);
        let asks = |method, path: &'static str, headers| is_for_people(&method, &Uri::from_static(path), headers);
        assert!(asks(Method::GET, "/u/nothing", &browser) && asks(Method::GET, "/", &browser));
        assert!(!asks(Method::GET, "/u/nothing", &program) && !asks(Method::POST, "/u/nothing", &browser));
        assert!(!asks(Method::GET, "/api/v2/nothing", &browser));
    }
}
