//! `POST /api/v2/tickets/password-change`

use anteroom_accounts::tickets::{self, CreateTicket, TicketUser};
use anteroom_model::ticket::{TicketKind, TicketSettings};
use axum::http::StatusCode;
use axum::response::Response;

use super::TicketView;
use super::body::{IdentityBody, PasswordChangeBody};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::reply;

/// Make a link to choose another password
///
/// The link works once, and only while the user has the address. It is answered, not sent: whoever has it can be the user.
#[utoipa::path(
    post, path = "/api/v2/tickets/password-change", tag = "tickets", operation_id = "post_password-change",
    request_body = PasswordChangeBody,
    responses(
        (status = 201, description = "The link", body = TicketView),
        (status = 400, description = "The body breaks a rule of a field, names no user, or the user has no address", body = ErrorBody),
        (status = 403, description = "Scope create:user_tickets is missing, or the caller may not change the user's password", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 409, description = "The user is a super administrator", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_password_change(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:user_tickets"])?;
    query.none()?;
    let mut sent: PasswordChangeBody = body.read()?;
    let settings = TicketSettings {
        result_url: sent.result_url.take(),
        client_id: sent.client_id.take(),
        include_email: sent.include_email.unwrap_or_default(),
        marks_email_as_verified: sent.mark_email_as_verified.unwrap_or_default(),
    };
    let identity = sent.identity.take().map(IdentityBody::pair);
    let lifetime = sent.ttl_sec;
    let user = TicketUser { user_id: sent.user_id, connection_id: sent.connection_id, email: sent.email };
    let request = CreateTicket { kind: TicketKind::PasswordChange, user, lifetime, settings, identity };
    let ticket = tickets::create_ticket(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &TicketView { ticket }))
}
