//! A password is forgotten in the middle of a sign-in: the mail, its code, another password.

use anteroom_accounts::self_service::{self, ProveResetCode, RequestPasswordChange, ResetPassword};
use anteroom_model::{Actor, Context, Refusal, codes};
use anteroom_signin::flow::{OpenFlow, find_flow};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use zeroize::Zeroizing;

use super::Sent;
use super::view::FlowView;
use crate::error::ApiError;
use crate::reply;
use crate::visit::Visit;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ForgotBody {
    identifier: Option<String>,
}

/// Sends a mail with a link and a code. The answer, the flow as it was, is the same whether anybody is known by the identifier.
pub async fn ask_for_mail(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: ForgotBody = sent?.read()?;
    let open = find_flow(&visit.app.services, &visit.context, &visit.place(&flow)).await?;
    let off = || Refusal::new(&codes::PASSWORD_CHANGE_OFF, "People do not change their passwords themselves here.");
    let source = visit.tenant.database().ok_or_else(off)?;
    let client_id = Some(open.client.client_id.clone());
    let request = RequestPasswordChange {
        connection: source.name.clone(),
        client_id: client_id.clone(),
        identifier: who(&open, sent.identifier)?,
        browser: visit.browser.clone(),
        language: visit.language(open.flow.request.ui_locales.as_deref()),
    };
    let context = Context { actor: Actor::Visitor { client_id }, ..visit.context.clone() };
    self_service::request_password_change(&visit.app.services, &visit.tenant, &context, request).await?;
    Ok(reply::json(StatusCode::OK, &FlowView::of(&visit, &open, &flow)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeBody {
    identifier: Option<String>,
    code: Zeroizing<String>,
}

/// Takes the code of the mail: the answer is a ticket, with which another password can be chosen once.
pub async fn type_code(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: CodeBody = sent?.read()?;
    let open = find_flow(&visit.app.services, &visit.context, &visit.place(&flow)).await?;
    let request = ProveResetCode {
        browser: visit.browser.clone().unwrap_or_default(),
        identifier: who(&open, sent.identifier)?,
        code: sent.code.to_string(),
    };
    let (services, tenant) = (&visit.app.services, &visit.tenant);
    let ticket = self_service::prove_reset_code(services, tenant, &visit.context, request).await?;
    Ok(reply::json(StatusCode::OK, &json!({"ticket": ticket})))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordBody {
    ticket: String,
    password: Zeroizing<String>,
}

/// Chooses another password; the answer is the flow, which goes on with it.
pub async fn choose_password(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: PasswordBody = sent?.read()?;
    let open = find_flow(&visit.app.services, &visit.context, &visit.place(&flow)).await?;
    let language = visit.language(open.flow.request.ui_locales.as_deref());
    let request = ResetPassword { ticket: sent.ticket, password: sent.password.to_string(), language };
    self_service::reset_password(&visit.app.services, &visit.tenant, &visit.context, request).await?;
    Ok(reply::json(StatusCode::OK, &FlowView::of(&visit, &open, &flow)))
}

/// Who it is: as sent along, or as given to the flow before.
fn who(open: &OpenFlow, sent: Option<String>) -> Result<String, Refusal> {
    let known = sent.or_else(|| open.flow.progress.identifier.clone()).filter(|typed| !typed.trim().is_empty());
    known.ok_or_else(|| Refusal::invalid_field("identifier", "must be sent"))
}
