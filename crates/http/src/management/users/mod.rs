//! `/api/v2/users` and `/api/v2/users-by-email`.

mod address;
mod advanced;
mod body;
pub mod bulk;
pub mod by_email;
pub mod create;
pub mod create_many;
mod cursor;
mod custom_hash;
pub mod delete;
pub mod effective;
mod filter;
pub mod get;
pub mod list;
mod locked;
pub mod logs;
pub mod permissions;
pub mod refresh_tokens;
pub mod revoke_access;
pub mod roles;
pub mod sessions;
pub mod shape;
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
