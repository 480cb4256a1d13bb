//! `/authorize`

use anteroom_model::oauth::Parameters;
use anteroom_signin::flow::{Begin, BeginError, Begun, begin};
use axum::http::header::SET_COOKIE;
use axum::response::Response;

use crate::error::ApiError;
use crate::pages::routes::{Form, View, parameters, path_of, redirect, to_page};
use crate::visit::Visit;

/// Begins to sign somebody in (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
pub async fn authorize(visit: Visit) -> Response {
    let query = visit.uri.query().unwrap_or_default();
    match parameters(query.as_bytes()) {
        Ok(sent) => run(&visit, sent).await,
        Err(refusal) => View::new(&visit, None).error(&refusal),
    }
}

/// The same by POST (OpenID Connect Core §3.1.2.1). Another site's form brings no cookies along: the browser is sent on
/// with a GET, which does.
pub async fn authorize_by_form(visit: Visit, form: Result<Form, ApiError>) -> Response {
    match form {
        Ok(form) => {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(form.parameters().iter());
            redirect(&format!("/authorize?{}", query.finish()))
        }
        Err(refused) => View::new(&visit, None).error(&refused.0),
    }
}

async fn run(visit: &Visit, sent: Parameters) -> Response {
    let (browser, cookie) = visit.bound_browser();
    let ui_locales = sent.text("ui_locales");
    let request = Begin {
        tenant: std::sync::Arc::clone(&visit.tenant),
        parameters: sent,
        issuer: visit.arrival.origin.clone(),
        browser,
        session: visit.session.clone(),
    };
    let view = View::new(visit, ui_locales.as_deref());
    let mut response = match begin(&visit.app.services, &visit.context, &request).await {
        Ok(Begun::Flow(secret, step, screen)) => to_page(path_of(step, screen), &secret, None),
        Ok(Begun::Finished(finished)) => view.finished(&finished),
        Err(BeginError::Refused(refusal)) => return view.error(&refusal),
        Err(BeginError::Failed(error)) => return view.refused(error),
    };
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
