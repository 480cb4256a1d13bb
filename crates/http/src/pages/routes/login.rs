//! `/u/login`: who it is, and the password.

use anteroom_accounts::Error;
use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::flow::Step;
use anteroom_model::oauth::Screen;
use anteroom_model::user::IdentifierKind;
use anteroom_model::{Kind, codes};
use anteroom_signin::flow::{Attempt, OpenFlow, identify, prove_password};
use axum::http::StatusCode;
use axum::response::Response;
use zeroize::Zeroizing;

use super::form::Form;
use super::opened::{flow_of, form_of_flow};
use super::path_of;
use super::view::{View, to_page};
use crate::error::ApiError;
use crate::pages::views::{Identifiers, Login, LoginError, LoginMode, LoginNotice};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/login";

/// Shows the page; a flow that is at another step is sent to that page.
pub async fn show(visit: Visit) -> Response {
    let state = visit.query.get("state").unwrap_or_default();
    let open = match flow_of(&visit, state).await {
        Ok(open) => open,
        Err(refused) => return refused,
    };
    let step = open.flow.progress.step();
    if !matches!(step, Step::Identify | Step::Password) {
        return to_page(path_of(step, Screen::Login), state, visit.query.get("ui_locales"));
    }
    if visit.query.get("identifier") == Some("other") {
        return match identify(&visit.app.services, &visit.context, &visit.place(state), "").await {
            Ok(_) => to_page(PATH, state, visit.query.get("ui_locales")),
            Err(error) => View::of_flow(&visit, &open).refused(error),
        };
    }
    Asking { visit: &visit, open: &open, state }.page(StatusCode::OK, None, None)
}

/// Takes the step that the form is for.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let (form, open) = match form_of_flow(&visit, form).await {
        Ok(opened) => opened,
        Err(refused) => return refused,
    };
    let state = form.text("state");
    let place = visit.place(state);
    let asking = Asking { visit: &visit, open: &open, state };
    let (typed, password) = (form.text("username"), form.text("password"));
    let known = open.flow.progress.identifier.as_deref();
    let mode = asking.mode();
    if typed.is_empty() && known.is_none() {
        return asking.page(StatusCode::BAD_REQUEST, Some(LoginError::EmptyIdentifier), None);
    }
    let result = match (mode, password.is_empty()) {
        (LoginMode::Identifier, true) => identify(&visit.app.services, &visit.context, &place, typed).await,
        (_, true) => return asking.page(StatusCode::BAD_REQUEST, Some(LoginError::EmptyPassword), Some(typed)),
        (_, false) => {
            let identifier = Some(typed.to_owned()).filter(|typed| !typed.is_empty() && mode != LoginMode::Password);
            let attempt = Attempt { identifier, password: Zeroizing::new(password.to_owned()) };
            prove_password(&visit.app.services, &visit.context, &place, &open, attempt).await
        }
    };
    match result {
        Ok(next) => View::of_flow(&visit, &open).next(state, Screen::Login, next),
        Err(Error::Refused(refusal)) if refusal.code.name == codes::SIGN_IN_FAILED.name => {
            asking.page(StatusCode::BAD_REQUEST, Some(LoginError::WrongCredentials), Some(typed))
        }
        Err(error) => asking.failed(error, typed),
    }
}

/// The page of one flow.
struct Asking<'a> {
    visit: &'a Visit,
    open: &'a OpenFlow,
    state: &'a str,
}

impl Asking<'_> {
    fn mode(&self) -> LoginMode {
        let is_first = self.visit.tenant.settings.sign_in.identifier_first;
        match (is_first, self.open.flow.progress.identifier.is_some()) {
            (false, _) => LoginMode::OnePage,
            (true, false) => LoginMode::Identifier,
            (true, true) => LoginMode::Password,
        }
    }

    fn page(&self, status: StatusCode, error: Option<LoginError>, typed: Option<&str>) -> Response {
        let request = &self.open.flow.request;
        let source = self.visit.tenant.database();
        let known = self.open.flow.progress.identifier.as_deref();
        let identifier = typed.filter(|typed| !typed.is_empty()).or(known).or(request.login_hint.as_deref());
        let of_flow = |path: &str| format!("{path}?state={}", self.state);
        let signup = source.filter(|source| source.sign_up().is_some()).map(|_| of_flow("/u/signup"));
        let forgot = source.filter(|source| source.self_service_password_change());
        let forgot = forgot.map(|_| of_flow("/u/reset-password/request"));
        let back = format!("{PATH}?state={}&identifier=other", self.state);
        let page = Login {
            mode: self.mode(),
            action: PATH,
            state: self.state,
            identifier: identifier.unwrap_or_default(),
            identifiers: identifiers(source),
            error,
            notice: request.prompts.login.then_some(LoginNotice::SignInAgain).filter(|_| self.visit.session.is_some()),
            signup_url: signup.as_deref(),
            forgot_url: forgot.as_deref(),
            back_url: Some(&back),
        };
        View::of_flow(self.visit, self.open).page(status, &page, &[&request.redirect_uri])
    }

    fn failed(&self, error: Error, typed: &str) -> Response {
        let refusal = crate::error::told(error);
        match refusal.code.kind {
            Kind::TooManyRequests => {
                self.page(StatusCode::TOO_MANY_REQUESTS, Some(LoginError::TooManyRequests), Some(typed))
            }
            Kind::Unavailable => self.page(StatusCode::SERVICE_UNAVAILABLE, Some(LoginError::Unavailable), Some(typed)),
            _ => View::of_flow(self.visit, self.open).refused(refusal.into()),
        }
    }
}

/// What people may sign in by, for the field's label.
pub fn identifiers(source: Option<&UserConnection>) -> Identifiers {
    let by = |kind| source.is_some_and(|source| source.signs_in_by(kind));
    Identifiers {
        email: by(IdentifierKind::Email),
        username: by(IdentifierKind::Username),
        phone: by(IdentifierKind::Phone),
    }
}
