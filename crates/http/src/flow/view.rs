//! Flows on the wire, and `GET /api/flow/{flow}`.

use anteroom_model::flow::{Step, Task};
use anteroom_model::oauth::ResponseMode;
use anteroom_model::user::IdentifierKind;
use anteroom_signin::flow::{Finished, Next, OpenFlow, find_flow};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use crate::cookies::Purpose;
use crate::error::ApiError;
use crate::pages::routes::{destination, tenant_name};
use crate::reply;
use crate::visit::Visit;

/// A flow: what comes next, for whom, and what a page needs to ask it.
#[derive(Serialize)]
pub struct FlowView<'a> {
    /// The flow's handle; it is worth nothing in another browser.
    flow: &'a str,
    /// What comes next: `identifier`, `password`, `verify_email`, `change_password` or `consent`.
    step: &'static str,
    /// The tenant's name for people.
    tenant_name: &'a str,
    /// The application.
    client: Value,
    /// What people sign in by.
    identifiers: Vec<&'static str>,
    /// Whether people may sign up.
    sign_up: bool,
    /// Who it is, as typed or as the application guesses.
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    /// Who it is, once proven.
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<Value>,
    /// The fewest characters of a new password.
    password_min_length: usize,
    /// What the application asks for, at the step `consent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<Vec<String>>,
    /// When the flow is over.
    expires_at: String,
}

impl<'a> FlowView<'a> {
    /// The flow as its own browser may see it.
    pub fn of(visit: &'a Visit, open: &'a OpenFlow, flow: &'a str) -> Self {
        let (progress, request) = (&open.flow.progress, &open.flow.request);
        let step = progress.step();
        let source = visit.tenant.database();
        let kinds = [IdentifierKind::Email, IdentifierKind::Username, IdentifierKind::Phone];
        let kinds = kinds.into_iter().filter(|kind| source.is_some_and(|source| source.signs_in_by(*kind)));
        let scopes = (step == Step::Task(Task::Consent)).then(|| request.scopes().names().map(str::to_owned).collect());
        Self {
            flow,
            step: step.name(),
            tenant_name: tenant_name(&visit.tenant),
            client: json!({
                "client_id": open.client.client_id, "name": open.client.name, "logo_uri": open.client.settings.logo_uri,
            }),
            identifiers: kinds.map(IdentifierKind::field).collect(),
            sign_up: source.is_some_and(|source| source.sign_up().is_some()),
            identifier: progress.identifier.as_deref().or(request.login_hint.as_deref()),
            user: open.user.as_ref().map(|user| json!({"name": user.display_name(), "email": user.email})),
            password_min_length: source.map(|source| source.password_policy().min_length).unwrap_or_default(),
            scopes,
            expires_at: open.flow.expires_at.to_string(),
        }
    }
}

/// Shows a flow to the browser it belongs to.
pub async fn get_flow(visit: Visit, Path(flow): Path<String>) -> Result<Response, ApiError> {
    let open = find_flow(&visit.app.services, &visit.context, &visit.place(&flow)).await?;
    Ok(reply::json(StatusCode::OK, &FlowView::of(&visit, &open, &flow)))
}

/// What comes after a step.
pub async fn next(visit: &Visit, flow: &str, next: Next) -> Result<Response, ApiError> {
    match next {
        Next::Finished(answer) => Ok(finished(visit, &answer)),
        Next::Step(_) => {
            let open = find_flow(&visit.app.services, &visit.context, &visit.place(flow)).await?;
            Ok(reply::json(StatusCode::OK, &FlowView::of(visit, &open, flow)))
        }
    }
}

/// The end of a flow: where to send the browser, or what to post there.
pub fn finished(visit: &Visit, finished: &Finished) -> Response {
    let answer = &finished.answer;
    let body = match answer.response_mode {
        ResponseMode::FormPost => {
            let fields: serde_json::Map<_, _> =
                answer.parameters.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
            json!({"step": "finish", "form": {"action": answer.redirect_uri, "fields": fields}})
        }
        mode => json!({
            "step": "finish", "redirect_to": destination(&answer.redirect_uri, mode, &answer.parameters),
        }),
    };
    let mut response = reply::json(StatusCode::OK, &body);
    let seconds = visit.tenant.settings.session_seconds();
    let cookie = finished.session.as_ref().and_then(|secret| visit.cookies.set(Purpose::Session, secret, seconds));
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
