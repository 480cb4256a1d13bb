//! `/u/verify-email`: an address that must be proven before the sign-in goes on.

use anteroom_accounts::Error;
use anteroom_model::codes;
use anteroom_model::flow::{Step, Task};
use anteroom_model::oauth::Screen;
use anteroom_signin::flow::{Next, OpenFlow, go_on_verified, send_verification_again};
use axum::http::StatusCode;
use axum::response::Response;

use super::form::Form;
use super::opened::{flow_of, form_of_flow};
use super::path_of;
use super::view::{View, to_page};
use crate::error::ApiError;
use crate::pages::views::{EmailNeeded, EmailNotice};
use crate::visit::Visit;

/// The page's path.
pub const PATH: &str = "/u/verify-email";

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

/// Goes on where the address is proven by now, or sends another mail.
pub async fn submit(visit: Visit, form: Result<Form, ApiError>) -> Response {
    let (form, open) = match form_of_flow(&visit, form).await {
        Ok(opened) => opened,
        Err(refused) => return refused,
    };
    let (state, services) = (form.text("state"), &visit.app.services);
    let place = visit.place(state);
    if form.text("resend").is_empty() {
        return match go_on_verified(services, &visit.context, &place).await {
            Ok(Next::Step(Step::Task(Task::VerifyEmail))) => page(&visit, &open, state, Some(EmailNotice::NotYet)),
            Ok(next) => View::of_flow(&visit, &open).next(state, Screen::Login, next),
            Err(error) => View::of_flow(&visit, &open).refused(error),
        };
    }
    match send_verification_again(services, &visit.context, &place).await {
        Ok(()) => page(&visit, &open, state, Some(EmailNotice::SentAgain)),
        Err(Error::Refused(refusal)) if refusal.code.name == codes::TOO_MANY_REQUESTS.name => {
            page(&visit, &open, state, Some(EmailNotice::TooSoon))
        }
        // Proven in between: the button goes on.
        Err(Error::Refused(refusal)) if refusal.code.name == codes::OPERATION_NOT_SUPPORTED.name => {
            page(&visit, &open, state, None)
        }
        Err(error) => View::of_flow(&visit, &open).refused(error),
    }
}

fn page(visit: &Visit, open: &OpenFlow, state: &str, notice: Option<EmailNotice>) -> Response {
    let email = open.user.as_ref().and_then(|user| user.email.as_deref()).unwrap_or_default();
    let page = EmailNeeded { action: PATH, state, email, notice };
    let status = match notice {
        Some(EmailNotice::TooSoon) => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::OK,
    };
    View::of_flow(visit, open).page(status, &page, &[&open.flow.request.redirect_uri])
}
