//! Signing out: `/oidc/logout`, Auth0's `/v2/logout`, and the pages in between.

use std::collections::HashSet;

use anteroom_accounts::Error;
use anteroom_model::User;
use anteroom_model::client::Client;
use anteroom_model::oauth::Parameters;
use anteroom_signin::logout::{Leaving, LogoutRequest};
use axum::http::header::{REFERER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::Response;
use url::Url;

use super::form::Form;
use super::guard::FETCH_SITE;
use super::view::{View, redirect};
use crate::cookies::Purpose;
use crate::error::ApiError;
use crate::pages::views::{LoggedOut, LogoutConfirm};
use crate::visit::Visit;

/// Where a person confirms.
const CONFIRM: &str = "/u/logout";

/// `GET /oidc/logout` (OpenID Connect RP-Initiated Logout §2).
pub async fn oidc(visit: Visit) -> Response {
    let parameters = visit.query.clone();
    run(&visit, &parameters, Kind::Oidc, false).await
}

/// `POST /oidc/logout`. Another site's form brings no cookies along: the browser is sent on with a GET, which does.
pub async fn oidc_post(visit: Visit, form: Result<Form, ApiError>) -> Response {
    match form {
        Ok(form) => {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(form.parameters().iter());
            redirect(&format!("/oidc/logout?{}", query.finish()))
        }
        Err(refused) => View::new(&visit, None).error(&refused.0),
    }
}

/// `GET /v2/logout`, Auth0's. An address that was registered stands for the person's wish, as with Auth0, unless the
/// browser says that the page of a stranger sent it (ASVS 10.6.2).
pub async fn auth0(visit: Visit, headers: HeaderMap) -> Response {
    let parameters = visit.query.clone();
    let is_meant = parameters.get("returnTo").is_some() && !is_of_stranger(&headers, &visit.tenant.web_origins);
    run(&visit, &parameters, Kind::Auth0, is_meant).await
}

/// Whether a browser says that it comes from another site, and not from a page of one of the tenant's applications.
fn is_of_stranger(headers: &HeaderMap, applications: &HashSet<String>) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let is_from_elsewhere = matches!(text(FETCH_SITE), Some("cross-site" | "same-site"));
    let referrer = text(REFERER).and_then(|referrer| Url::parse(referrer).ok());
    let is_known = referrer.is_some_and(|page| applications.contains(&page.origin().ascii_serialization()));
    is_from_elsewhere && !is_known
}

/// `POST /u/logout`: the person wants it.
pub async fn confirm(visit: Visit, form: Result<Form, ApiError>) -> Response {
    match form {
        Ok(form) => {
            let kind = if form.text("kind") == "auth0" { Kind::Auth0 } else { Kind::Oidc };
            run(&visit, form.parameters(), kind, true).await
        }
        Err(refused) => View::new(&visit, None).error(&refused.0),
    }
}

/// `GET /u/logout`: the page behind it.
pub async fn show_done(visit: Visit) -> Response {
    View::new(&visit, None).page(StatusCode::OK, &LoggedOut::default(), &[])
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Oidc,
    Auth0,
}

async fn run(visit: &Visit, parameters: &Parameters, kind: Kind, is_confirmed: bool) -> Response {
    match leave(visit, parameters, kind, is_confirmed).await {
        Ok(response) => response,
        Err(error) => View::new(visit, parameters.get("ui_locales")).refused(error),
    }
}

async fn leave(visit: &Visit, parameters: &Parameters, kind: Kind, is_confirmed: bool) -> Result<Response, Error> {
    let (services, context, tenant) = (&visit.app.services, &visit.context, &visit.tenant);
    let request = match kind {
        Kind::Oidc => LogoutRequest::oidc(services, tenant, parameters).await?,
        Kind::Auth0 => LogoutRequest::auth0(services, tenant, parameters).await?,
    };
    let view = View::new(visit, parameters.get("ui_locales")).client(request.client.as_ref());
    let mut response = match request.leave(services, context, tenant, visit.session.as_deref(), is_confirmed).await? {
        Leaving::Ask(user) => return Ok(ask(&view, parameters, kind, &user, &request)),
        Leaving::Done => match &request.destination {
            Some(destination) => redirect(destination),
            None => view.page(StatusCode::OK, &LoggedOut::default(), &[]),
        },
    };
    // A request that another site's page made brings no cookie and takes none away: nobody is signed out unasked.
    if let Some(header) = visit.session.as_ref().and_then(|_| visit.cookies.forget(Purpose::Session)) {
        response.headers_mut().append(SET_COOKIE, header);
    }
    Ok(response)
}

fn ask(view: &View<'_>, parameters: &Parameters, kind: Kind, user: &User, request: &LogoutRequest) -> Response {
    let kind = if kind == Kind::Auth0 { "auth0" } else { "oidc" };
    // Not where signing out leads: the application would believe that it was done.
    let home = request.client.as_ref().and_then(Client::home);
    let mut fields: Vec<_> = parameters.iter().filter(|(name, _)| *name != "kind").collect();
    fields.push(("kind", kind));
    let page = LogoutConfirm {
        action: CONFIRM,
        fields,
        user_name: user.profile.name.as_deref(),
        user_identifier: user.email.as_deref().unwrap_or_else(|| user.display_name()),
        cancel_url: home.as_deref(),
    };
    let leads_to: Vec<_> = request.destination.as_deref().into_iter().collect();
    view.page(StatusCode::OK, &page, &leads_to)
}

#[cfg(test)]
mod tests {
    use super::is_of_stranger;
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn stranger(pairs: &[(&'static str, &'static str)]) -> bool {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        let headers: HeaderMap = pairs.iter().map(pair).collect();
        is_of_stranger(&headers, &["https://app.example".to_owned()].into())
    }

    // ASVS v5.0.0-10.6.2
    #[test]
    fn pages_of_strangers_are_told_from_those_of_applications() {
        assert!(!stranger(&[]));
        assert!(!stranger(&[("sec-fetch-site", "none")]));
        assert!(!stranger(&[("sec-fetch-site", "same-origin")]));
        assert!(!stranger(&[("sec-fetch-site", "cross-site"), ("referer", "https://app.example/account")]));
        assert!(stranger(&[("sec-fetch-site", "cross-site"), ("referer", "https://app.example.evil.example/")]));
        assert!(stranger(&[("sec-fetch-site", "cross-site")]));
        assert!(stranger(&[("sec-fetch-site", "same-site"), ("referer", "https://other.app.example/")]));
    }
}
