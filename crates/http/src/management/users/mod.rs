//! `/api/v2/users` and `/api/v2/users-by-email`.

mod body;
pub mod by_email;
pub mod create;
mod cursor;
pub mod delete;
pub mod get;
pub mod list;
pub mod logs;
pub mod refresh_tokens;
pub mod revoke_access;
pub mod sessions;
pub mod status;
pub mod update;
mod view;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::User;
use axum::http::StatusCode;
use axum::http::header::ETAG;
use axum::response::Response;

use crate::extract::etag;
use crate::reply;

/// A user with its version as entity tag.
fn reply_with(status: StatusCode, user: &User, tenant: &TenantConfiguration) -> Response {
    let mut response = reply::json(status, &view::UserView::new(user, tenant));
    response.headers_mut().insert(ETAG, etag(user.version));
    response
}
