//! `/u/reset-password/code`: the code of a mail, typed instead of following its link.

use anteroom_accounts::self_service::{self, ProveResetCode};
use anteroom_model::{Kind, codes};
use axum::response::Response;

use super::forgot_password::{self, Asking, flow};
use super::form::Form;
use super::view::{View, redirect};
use super::{reset_password, to_page};
use crate::error::{ApiError, told};
use crate::pages::views::CodeError;
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/reset-password/code";

/// There is nothing to see without having asked for a mail first.
pub async fn show(visit: Visit) -> Response {
    let state = visit.query.get("state").unwrap_or_default();
    to_page(forgot_password::PATH, state, visit.query.get("ui_locales"))
}

/// Goes on to the page for a new password, if the code is that of the mail this browser asked for.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let form = match form {
        Ok(form) => form,
        Err(refused) => return View::new(&visit, None).error(&refused.0),
    };
    let (state, typed, code) = (form.text("state"), form.text("username"), form.text("code"));
    let open = flow(&visit, state).await;
    let asking = Asking { visit: &visit, open: open.as_ref(), state };
    if code.trim().is_empty() {
        return asking.sent(typed, Some(CodeError::Empty));
    }
    let request = ProveResetCode {
        // Nothing was ever asked for by a browser without a secret.
        browser: visit.browser.clone().unwrap_or_default(),
        identifier: typed.to_owned(),
        code: code.to_owned(),
    };
    let (services, tenant) = (&visit.app.services, &visit.tenant);
    match self_service::prove_reset_code(services, tenant, &visit.context, request).await.map_err(told) {
        Ok(ticket) => to_new_password(&visit, &ticket, open.is_some().then_some(state)),
        Err(refusal) if refusal.code == &codes::RESET_CODE_WRONG => asking.sent(typed, Some(CodeError::Wrong)),
        Err(refusal) if refusal.code.kind == Kind::Unavailable => asking.sent(typed, Some(CodeError::Unavailable)),
        Err(refusal) => asking.view().error(&refusal),
    }
}

fn to_new_password(visit: &Visit, ticket: &str, state: Option<&str>) -> Response {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("ticket", ticket);
    let kept = [("state", state), ("ui_locales", visit.query.get("ui_locales"))];
    query.extend_pairs(kept.into_iter().filter_map(|(name, value)| Some((name, value?))));
    redirect(&format!("{}?{}", reset_password::PATH, query.finish()))
}
