//! `/u/reset-password/request`: a password is forgotten.

use anteroom_accounts::Error;
use anteroom_accounts::self_service::{self, RequestPasswordChange};
use anteroom_model::{Actor, Context, Kind, Refusal, codes};
use anteroom_signin::flow::{OpenFlow, find_flow};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

use super::form::Form;
use super::login::{self, identifiers};
use super::reset_code;
use super::view::View;
use crate::error::{ApiError, told};
use crate::pages::views::{CodeError, ForgotPassword, ForgotPasswordSent, FormError};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/reset-password/request";

/// Shows the page: in a sign-in, or to somebody who follows a link in a mail.
pub async fn show(visit: Visit) -> Response {
    let state = visit.query.get("state").unwrap_or_default();
    let open = flow(&visit, state).await;
    Asking { visit: &visit, open: open.as_ref(), state }.page(visit.query.get("login_hint").unwrap_or_default(), None)
}

/// Sends the link and the code, and says the same whether or not there is an account (requirement S4.L35.3).
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let form = match form {
        Ok(form) => form,
        Err(refused) => return View::new(&visit, None).error(&refused.0),
    };
    let (state, typed) = (form.text("state"), form.text("username"));
    let open = flow(&visit, state).await;
    let asking = Asking { visit: &visit, open: open.as_ref(), state };
    if typed.trim().is_empty() {
        return asking.page(typed, Some(Wrong::Empty));
    }
    let (browser, cookie) = visit.bound_browser();
    match asking.request(typed, browser).await.map_err(told) {
        Ok(()) => {
            let mut sent = asking.sent(typed, None);
            sent.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
            sent
        }
        Err(refusal) => match refusal.code.kind {
            Kind::TooManyRequests => asking.page(typed, Some(Wrong::Form(FormError::TooManyRequests))),
            Kind::Unavailable => asking.page(typed, Some(Wrong::Form(FormError::Unavailable))),
            _ => asking.view().error(&refusal),
        },
    }
}

/// The sign-in that the person comes from, if it stands.
pub(super) async fn flow(visit: &Visit, state: &str) -> Option<OpenFlow> {
    if state.is_empty() {
        return None;
    }
    find_flow(&visit.app.services, &visit.context, &visit.place(state)).await.ok()
}

/// What is wrong with what was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Empty,
    Form(FormError),
}

/// The pages of who has forgotten a password.
pub(super) struct Asking<'a> {
    pub(super) visit: &'a Visit,
    pub(super) open: Option<&'a OpenFlow>,
    pub(super) state: &'a str,
}

impl<'a> Asking<'a> {
    async fn request(&self, typed: &str, browser: String) -> Result<(), Error> {
        let off = || Refusal::new(&codes::PASSWORD_CHANGE_OFF, "People do not change their passwords themselves here.");
        let source = self.visit.tenant.database().ok_or_else(off)?;
        let client_id = self.open.map(|open| open.client.client_id.clone());
        let context = Context { actor: Actor::Visitor { client_id: client_id.clone() }, ..self.visit.context.clone() };
        let request = RequestPasswordChange {
            connection: source.name.clone(),
            client_id,
            identifier: typed.to_owned(),
            browser: Some(browser),
            language: self.visit.language(self.open.and_then(|open| open.flow.request.ui_locales.as_deref())),
        };
        self_service::request_password_change(&self.visit.app.services, &self.visit.tenant, &context, request).await
    }

    fn page(&self, typed: &str, wrong: Option<Wrong>) -> Response {
        let back = self.back_url();
        let page = ForgotPassword {
            action: PATH,
            state: self.state,
            identifier: typed,
            identifiers: identifiers(self.visit.tenant.database()),
            is_empty: wrong == Some(Wrong::Empty),
            error: match wrong {
                Some(Wrong::Form(error)) => Some(error),
                Some(Wrong::Empty) | None => None,
            },
            back_url: back.as_deref(),
        };
        let status = match wrong {
            None => StatusCode::OK,
            Some(Wrong::Empty) => StatusCode::BAD_REQUEST,
            Some(Wrong::Form(FormError::TooManyRequests)) => StatusCode::TOO_MANY_REQUESTS,
            Some(Wrong::Form(FormError::Unavailable)) => StatusCode::SERVICE_UNAVAILABLE,
        };
        self.view().page(status, &page, &[])
    }

    /// That a mail is on its way, and the form for its code.
    pub(super) fn sent(&self, typed: &str, error: Option<CodeError>) -> Response {
        let back = self.back_url();
        let again = if self.open.is_some() { format!("{PATH}?state={}", self.state) } else { PATH.to_owned() };
        let page = ForgotPasswordSent {
            action: reset_code::PATH,
            state: self.state,
            identifier: typed,
            error,
            back_url: back.as_deref(),
            again_url: Some(&again),
        };
        let status = match error {
            None => StatusCode::OK,
            Some(CodeError::Empty | CodeError::Wrong) => StatusCode::BAD_REQUEST,
            Some(CodeError::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
        };
        self.view().page(status, &page, &[])
    }

    fn back_url(&self) -> Option<String> {
        self.open.map(|_| format!("{}?state={}", login::PATH, self.state))
    }

    pub(super) fn view(&self) -> View<'a> {
        self.open.map_or_else(|| View::new(self.visit, None), |open| View::of_flow(self.visit, open))
    }
}
