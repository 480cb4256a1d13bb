//! `/u/change-password`: a password that must be changed before the sign-in goes on.

use anteroom_accounts::Error;
use anteroom_model::connection::Connection;
use anteroom_model::oauth::Screen;
use anteroom_model::{User, codes};
use anteroom_signin::flow::{OpenFlow, change_password};
use axum::http::StatusCode;
use axum::response::Response;
use zeroize::Zeroizing;

use super::form::Form;
use super::opened::{flow_of, form_of_flow};
use super::password_error::password_error;
use super::path_of;
use super::view::{View, to_page};
use crate::error::ApiError;
use crate::pages::views::{ChangePassword, ChangeReason, PasswordError};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/change-password";

/// Shows the page.
pub async fn show(visit: Visit) -> Response {
    let state = visit.query.get("state").unwrap_or_default();
    match flow_of(&visit, state).await {
        Ok(open) => match path_of(open.flow.progress.step(), Screen::Login) {
            PATH => page(&visit, &open, state, None),
            other => to_page(other, state, visit.query.get("ui_locales")),
        },
        Err(refused) => refused,
    }
}

/// Sets the new password.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let (form, open) = match form_of_flow(&visit, form).await {
        Ok(opened) => opened,
        Err(refused) => return refused,
    };
    let (state, password, services) = (form.text("state"), form.text("password"), &visit.app.services);
    let place = visit.place(state);
    if password.is_empty() {
        return page(&visit, &open, state, Some(PasswordError::Empty));
    }
    match change_password(services, &visit.context, &place, Zeroizing::new(password.to_owned())).await {
        Ok(next) => View::of_flow(&visit, &open).next(state, Screen::Login, next),
        Err(Error::Refused(refusal)) if refusal.code.name == codes::INVALID_PASSWORD.name => {
            let source = open.user.as_ref().and_then(|user| visit.tenant.connection_of(user));
            let policy = source.map(Connection::password_policy).unwrap_or_default();
            let own_words = open.user.as_ref().map(User::own_words).unwrap_or_default();
            page(&visit, &open, state, Some(password_error(&policy, password, &own_words)))
        }
        Err(error) => View::of_flow(&visit, &open).refused(error),
    }
}

fn page(visit: &Visit, open: &OpenFlow, state: &str, error: Option<PasswordError>) -> Response {
    let source = open.user.as_ref().and_then(|user| visit.tenant.connection_of(user));
    let page = ChangePassword {
        action: PATH,
        state,
        identifier: open.user.as_ref().map(User::display_name).unwrap_or_default(),
        reason: ChangeReason::Required,
        min_length: source.map(|source| source.password_policy().min_length).unwrap_or_default(),
        password_error: error,
        ..ChangePassword::default()
    };
    let status = if error.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    View::of_flow(visit, open).page(status, &page, &[&open.flow.request.redirect_uri])
}
