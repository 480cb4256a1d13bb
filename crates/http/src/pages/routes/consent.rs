//! `/u/consent`: what an application asks for.

use anteroom_model::oauth::{STANDARD_SCOPES, Screen};
use anteroom_signin::flow::{OpenFlow, decide_consent};
use axum::http::StatusCode;
use axum::response::Response;
use url::Url;

use super::form::Form;
use super::opened::{flow_of, form_of_flow};
use super::path_of;
use super::view::{View, to_page};
use crate::error::ApiError;
use crate::pages::views::{Consent, ConsentApi, ConsentScope};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/consent";

/// Shows what the application asks for.
pub async fn show(visit: Visit) -> Response {
    let state = visit.query.get("state").unwrap_or_default();
    match flow_of(&visit, state).await {
        Ok(open) => match path_of(open.flow.progress.step(), Screen::Login) {
            PATH => page(&visit, &open, state),
            other => to_page(other, state, visit.query.get("ui_locales")),
        },
        Err(refused) => refused,
    }
}

/// Takes the person's decision: what is not `allow` is a denial.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let (form, open) = match form_of_flow(&visit, form).await {
        Ok(opened) => opened,
        Err(refused) => return refused,
    };
    let (state, services) = (form.text("state"), &visit.app.services);
    let place = visit.place(state);
    let agrees = form.text("decision") == "allow";
    match decide_consent(services, &visit.context, &place, agrees).await {
        Ok(next) => View::of_flow(&visit, &open).next(state, Screen::Login, next),
        Err(error) => View::of_flow(&visit, &open).refused(error),
    }
}

fn page(visit: &Visit, open: &OpenFlow, state: &str) -> Response {
    let request = &open.flow.request;
    let asked = request.scopes();
    let standard = asked.names().filter(|scope| STANDARD_SCOPES.contains(scope));
    let scopes = standard.map(|value| ConsentScope { value, description: None }).collect();
    let audience = request.audience.as_deref().or(visit.tenant.settings.default_audience.as_deref());
    let server = audience.and_then(|audience| visit.tenant.resource_server(audience));
    let api = server.map(|server| ConsentApi {
        name: &server.name,
        scopes: server
            .scopes
            .iter()
            .filter(|scope| asked.contains(&scope.value))
            .map(|scope| ConsentScope {
                value: &scope.value,
                description: Some(scope.description.as_str()).filter(|text| !text.is_empty()),
            })
            .collect(),
    });
    let user = open.user.as_ref();
    let host = Url::parse(&request.redirect_uri).ok();
    let host = host.map(|url| url.host_str().unwrap_or(url.scheme()).to_owned());
    let lasts = open.client.settings.refresh_token.absolute_seconds().filter(|_| asked.contains("offline_access"));
    let page = Consent {
        action: PATH,
        state,
        user_name: user.and_then(|user| user.profile.name.as_deref()),
        user_identifier: user
            .map(|user| user.email.as_deref().unwrap_or_else(|| user.display_name()))
            .unwrap_or_default(),
        scopes,
        api,
        lasts_seconds: lasts.and_then(|seconds| u64::try_from(seconds).ok()),
        redirect_host: host.as_deref(),
        ..Consent::default()
    };
    View::of_flow(visit, open).page(StatusCode::OK, &page, &[&request.redirect_uri])
}
