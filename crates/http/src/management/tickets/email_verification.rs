//! `POST /api/v2/tickets/email-verification`

use anteroom_accounts::tickets::{self, CreateTicket, TicketUser};
use anteroom_model::Refusal;
use anteroom_model::ticket::{TicketKind, TicketSettings};
use axum::http::StatusCode;
use axum::response::Response;

use super::TicketView;
use super::body::{EmailVerificationBody, IdentityBody};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::reply;

/// Make a link to prove an address
///
/// The link works once, and only while the user has the address. It is answered, not sent.
#[utoipa::path(
    post, path = "/api/v2/tickets/email-verification", tag = "tickets", operation_id = "post_email-verification",
    request_body = EmailVerificationBody,
    responses(
        (status = 201, description = "The link", body = TicketView),
        (status = 400, description = "The body breaks a rule of a field, or the user has no address", body = ErrorBody),
        (status = 403, description = "Scope create:user_tickets is missing, or the user's role exceeds the caller's rank", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_email_verification(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:user_tickets"])?;
    query.none()?;
    let sent: EmailVerificationBody = body.read()?;
    if sent.result_url.is_some() && sent.client_id.is_some() {
        return Err(Refusal::invalid_field("result_url", "must not come together with client_id").into());
    }
    let settings = TicketSettings {
        result_url: sent.result_url,
        client_id: sent.client_id,
        include_email: sent.include_email.unwrap_or_default(),
        marks_email_as_verified: true,
    };
    let request = CreateTicket {
        kind: TicketKind::EmailVerification,
        user: TicketUser { user_id: Some(sent.user_id), ..TicketUser::default() },
        lifetime: sent.ttl_sec,
        settings,
        identity: sent.identity.map(IdentityBody::pair),
    };
    let ticket = tickets::create_ticket(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &TicketView { ticket }))
}
