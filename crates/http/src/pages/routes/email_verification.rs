//! `/u/email-verification`: an address is proven, by the link of a mail.

use anteroom_accounts::self_service;
use anteroom_accounts::tickets::find_verification;
use anteroom_model::{Kind, codes};
use axum::http::StatusCode;
use axum::response::Response;

use super::after::after;
use super::form::Form;
use super::view::View;
use crate::error::{ApiError, told};
use crate::pages::views::{Expired, ExpiredKind, FormError, VerifyEmail, VerifyEmailDone};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/email-verification";

/// Shows a button: programs that follow the links in mails prove nothing. Who has proven the address with this link
/// already is told so.
pub async fn show(visit: Visit) -> Response {
    let ticket = visit.query.get("ticket").unwrap_or_default();
    match find_verification(&visit.app.services, &visit.context, ticket).await.map_err(told) {
        Ok((ticket, true)) => done(&visit, &ticket.email, None),
        Ok((found, false)) => asking(&visit, ticket, &found.email, None),
        Err(refusal) if refusal.code == &codes::TICKET_UNKNOWN => over(&visit),
        Err(refusal) => View::new(&visit, None).error(&refusal),
    }
}

/// Proves the address.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let form = match form {
        Ok(form) => form,
        Err(refused) => return View::new(&visit, None).error(&refused.0),
    };
    let (ticket, services) = (form.text("ticket"), &visit.app.services);
    match self_service::verify_email(services, &visit.context, ticket.to_owned()).await.map_err(told) {
        Ok(proven) => {
            let continue_url = after(&visit, &proven).await;
            done(&visit, proven.user.email.as_deref().unwrap_or_default(), continue_url.as_deref())
        }
        Err(refusal) if refusal.code == &codes::TICKET_UNKNOWN => over(&visit),
        Err(refusal) if refusal.code.kind == Kind::Unavailable => {
            match find_verification(services, &visit.context, ticket).await {
                Ok((found, _)) => asking(&visit, ticket, &found.email, Some(FormError::Unavailable)),
                Err(_) => View::new(&visit, None).error(&refusal),
            }
        }
        Err(refusal) => View::new(&visit, None).error(&refusal),
    }
}

fn asking(visit: &Visit, ticket: &str, email: &str, error: Option<FormError>) -> Response {
    let status = if error.is_some() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let page = VerifyEmail { action: PATH, ticket, email, error };
    View::new(visit, None).page(status, &page, &[])
}

fn done(visit: &Visit, email: &str, continue_url: Option<&str>) -> Response {
    let page = VerifyEmailDone { email: Some(email), continue_url };
    View::new(visit, None).page(StatusCode::OK, &page, &[])
}

fn over(visit: &Visit) -> Response {
    let page = Expired { kind: ExpiredKind::VerifyLink, again_url: None };
    View::new(visit, None).page(StatusCode::NOT_FOUND, &page, &[])
}
