//! `POST /api/v2/jobs/verification-email`

use anteroom_accounts::jobs::{self, CreateVerificationJob};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, present};
use crate::management::tickets::IdentityBody;
use crate::reply;

/// Whom to send a mail to prove the address.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = VerificationEmailJob)]
pub struct VerificationEmailBody {
    /// The user's id.
    user_id: String,
    /// The client the mail is about.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String)]
    client_id: Option<String>,
    /// The identity meant, one of the user's own.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = IdentityBody)]
    identity: Option<IdentityBody>,
}

/// Send a mail to prove an address
///
/// The job is completed as soon as the mail is on its way.
#[utoipa::path(
    post, path = "/api/v2/jobs/verification-email", tag = "jobs", operation_id = "post_verification-email",
    request_body = VerificationEmailBody,
    responses(
        (status = 201, description = "The job", body = JobView),
        (status = 400, description = "The body breaks a rule of a field, or the user has no address", body = ErrorBody),
        (status = 403, description = "Scope update:users is missing, or the user's role exceeds the caller's rank", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_verification_email(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:users"])?;
    query.none()?;
    let sent: VerificationEmailBody = body.read()?;
    let request = CreateVerificationJob {
        user_id: sent.user_id,
        client_id: sent.client_id,
        identity: sent.identity.map(IdentityBody::pair),
    };
    let job = jobs::create_verification_job(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &JobView::new(&job)))
}
