//! What the hosted pages do: read the form, take one step, show what comes next.

mod after;
mod change_password;
mod consent;
mod email_verification;
mod forgot_password;
mod form;
mod guard;
mod login;
mod logout;
mod not_found;
mod opened;
mod password_error;
mod reset_code;
mod reset_password;
mod sign_up;
mod static_files;
mod verify_email;
mod view;

use anteroom_model::flow::{Step, Task};
use anteroom_model::oauth::Screen;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;

use crate::state::App;

pub use form::{Form, parameters};
pub use guard::{is_page, refuse_with_page, secure_transport};
pub use not_found::nothing_here;
pub use view::{View, destination, redirect, tenant_name, to_page};

/// The pages under `/u`, and signing out.
pub fn router(app: &App) -> Router<App> {
    let pages = Router::new()
        .route("/u/login", get(login::show).post(login::submit))
        .route("/u/signup", get(sign_up::show).post(sign_up::submit))
        .route("/u/change-password", get(change_password::show).post(change_password::submit))
        .route("/u/reset-password/request", get(forgot_password::show).post(forgot_password::submit))
        .route("/u/reset-password/code", get(reset_code::show).post(reset_code::submit))
        .route("/u/reset-password", get(reset_password::show).post(reset_password::submit))
        .route("/u/email-verification", get(email_verification::show).post(email_verification::submit))
        .route("/u/verify-email", get(verify_email::show).post(verify_email::submit))
        .route("/u/consent", get(consent::show).post(consent::submit))
        .route("/u/logout", get(logout::show_done).post(logout::confirm))
        .layer(from_fn_with_state(app.clone(), guard::same_site))
        .layer(from_fn_with_state(app.clone(), guard::secure_transport));
    Router::new()
        .merge(pages)
        .route("/oidc/logout", get(logout::oidc).post(logout::oidc_post))
        .route("/v2/logout", get(logout::auth0))
        .route("/u/assets/{name}", get(static_files::asset))
}

/// The path of the page that shows a step.
pub fn path_of(step: Step, screen: Screen) -> &'static str {
    match (step, screen) {
        (Step::Identify, Screen::SignUp) => "/u/signup",
        (Step::Identify, Screen::ResetPassword) => "/u/reset-password/request",
        (Step::Task(Task::VerifyEmail), _) => "/u/verify-email",
        (Step::Task(Task::ChangePassword), _) => "/u/change-password",
        (Step::Task(Task::Consent), _) => "/u/consent",
        (Step::Identify | Step::Password | Step::Finish, _) => "/u/login",
    }
}
