//! Signing out: `/oidc/logout`, Auth0's `/v2/logout`, and the pages in between.

use anteroom_accounts::Error;
use anteroom_model::User;
use anteroom_model::oauth::Parameters;
use anteroom_signin::logout::{Leaving, LogoutRequest};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

use super::form::Form;
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

/// `POST /oidc/logout`.
pub async fn oidc_post(visit: Visit, form: Result<Form, ApiError>) -> Response {
    match form {
        Ok(form) => run(&visit, form.parameters(), Kind::Oidc, false).await,
        Err(refused) => View::new(&visit, None).error(&refused.0),
    }
}

/// `GET /v2/logout`, Auth0's. An address that was registered stands for the person's wish, as with Auth0.
pub async fn auth0(visit: Visit) -> Response {
    let parameters = visit.query.clone();
    let has_address = parameters.get("returnTo").is_some();
    run(&visit, &parameters, Kind::Auth0, has_address).await
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
        Kind::Oidc => LogoutRequest::oidc(services, context, tenant, parameters).await?,
        Kind::Auth0 => LogoutRequest::auth0(services, context, tenant, parameters).await?,
    };
    let view = View::new(visit, parameters.get("ui_locales")).client(request.client.as_ref());
    let mut response = match request.leave(services, context, tenant, visit.session.as_deref(), is_confirmed).await? {
        Leaving::Ask(user) => return Ok(ask(&view, parameters, kind, &user, request.destination.as_deref())),
        Leaving::Done => match &request.destination {
            Some(destination) => redirect(destination),
            None => view.page(StatusCode::OK, &LoggedOut::default(), &[]),
        },
    };
    if let Some(header) = visit.cookies.forget(Purpose::Session) {
        response.headers_mut().append(SET_COOKIE, header);
    }
    Ok(response)
}

fn ask(view: &View<'_>, parameters: &Parameters, kind: Kind, user: &User, destination: Option<&str>) -> Response {
    let kind = if kind == Kind::Auth0 { "auth0" } else { "oidc" };
    let mut fields: Vec<_> = parameters.iter().filter(|(name, _)| *name != "kind").collect();
    fields.push(("kind", kind));
    let page = LogoutConfirm {
        action: CONFIRM,
        fields,
        user_name: user.profile.name.as_deref(),
        user_identifier: user.email.as_deref().unwrap_or_else(|| user.display_name()),
        cancel_url: destination,
    };
    let leads_to: Vec<_> = destination.into_iter().collect();
    view.page(StatusCode::OK, &page, &leads_to)
}
