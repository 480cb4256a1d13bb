//! `/u/reset-password`: another password, by the link or the code of a mail.

use anteroom_accounts::self_service::{self, ResetPassword as Request};
use anteroom_accounts::tickets::find_ticket;
use anteroom_model::connection::Connection;
use anteroom_model::email::masked;
use anteroom_model::ticket::TicketKind;
use anteroom_model::{Kind, User, codes};
use axum::http::StatusCode;
use axum::response::Response;

use super::after::after;
use super::forgot_password::{self, flow};
use super::form::Form;
use super::login;
use super::password_error::password_error;
use super::view::View;
use crate::error::{ApiError, told};
use crate::pages::views::{Expired, ExpiredKind, FormError, PasswordError, ResetPassword, ResetPasswordDone};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/reset-password";

/// Shows the form while the link is good; nothing is used up.
pub async fn show(visit: Visit) -> Response {
    let ticket = visit.query.get("ticket").unwrap_or_default();
    match find_ticket(&visit.app.services, &visit.context, TicketKind::PasswordChange, ticket).await.map_err(told) {
        Ok((_, user)) => {
            let state = visit.query.get("state").unwrap_or_default();
            Choosing { visit: &visit, user: &user, ticket, state }.page(StatusCode::OK, None, None)
        }
        Err(refusal) if refusal.code == &codes::TICKET_UNKNOWN => over(&visit),
        Err(refusal) => View::new(&visit, None).error(&refusal),
    }
}

/// Sets the password.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let form = match form {
        Ok(form) => form,
        Err(refused) => return View::new(&visit, None).error(&refused.0),
    };
    let (ticket, password, services) = (form.text("ticket"), form.text("password"), &visit.app.services);
    let found = find_ticket(services, &visit.context, TicketKind::PasswordChange, ticket).await.map_err(told);
    let user = match found {
        Ok((_, user)) => user,
        Err(refusal) if refusal.code == &codes::TICKET_UNKNOWN => return over(&visit),
        Err(refusal) => return View::new(&visit, None).error(&refusal),
    };
    let state = form.text("state");
    let choosing = Choosing { visit: &visit, user: &user, ticket, state };
    if password.is_empty() {
        return choosing.page(StatusCode::BAD_REQUEST, Some(PasswordError::Empty), None);
    }
    let language = visit.language(None);
    let request = Request { ticket: ticket.to_owned(), password: password.to_owned(), language };
    match self_service::reset_password(services, &visit.tenant, &visit.context, request).await.map_err(told) {
        Ok(done) => {
            let continue_url = match flow(&visit, state).await {
                Some(_) => Some(format!("{}?state={state}", login::PATH)),
                None => after(&visit, &done).await,
            };
            let page = ResetPasswordDone { continue_url: continue_url.as_deref() };
            View::new(&visit, None).page(StatusCode::OK, &page, &[])
        }
        Err(refusal) if refusal.code == &codes::INVALID_PASSWORD => {
            let error = password_error(&choosing.policy(), password, &user.own_words());
            choosing.page(StatusCode::BAD_REQUEST, Some(error), None)
        }
        Err(refusal) if refusal.code == &codes::TICKET_UNKNOWN => over(&visit),
        Err(refusal) if refusal.code.kind == Kind::Unavailable => {
            choosing.page(StatusCode::SERVICE_UNAVAILABLE, None, Some(FormError::Unavailable))
        }
        Err(refusal) => View::new(&visit, None).error(&refusal),
    }
}

fn over(visit: &Visit) -> Response {
    let page = Expired { kind: ExpiredKind::ResetLink, again_url: Some(forgot_password::PATH) };
    View::new(visit, None).page(StatusCode::NOT_FOUND, &page, &[])
}

struct Choosing<'a> {
    visit: &'a Visit,
    user: &'a User,
    ticket: &'a str,
    /// The sign-in in this browser that asked for it, if it did.
    state: &'a str,
}

impl Choosing<'_> {
    fn policy(&self) -> anteroom_model::password::PasswordPolicy {
        self.visit.tenant.connection_of(self.user).map(Connection::password_policy).unwrap_or_default()
    }

    fn page(&self, status: StatusCode, password_error: Option<PasswordError>, error: Option<FormError>) -> Response {
        let masked = self.user.email.as_deref().map(masked);
        let page = ResetPassword {
            action: PATH,
            ticket: self.ticket,
            state: self.state,
            masked_email: masked.as_deref(),
            min_length: self.policy().min_length,
            password_error,
            error,
        };
        View::new(self.visit, None).page(status, &page, &[])
    }
}
