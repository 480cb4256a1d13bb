//! `PATCH /api/v2/sessions/{id}`

use anteroom_accounts::access;
use anteroom_model::Change;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::SessionView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// What to change of a session.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SessionUpdate)]
pub struct SessionBody {
    /// Up to 25 texts of at most 255 characters, set one by one; null removes one, an empty object all.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    session_metadata: Change<Map<String, Value>>,
}

/// Change a session's metadata
#[utoipa::path(
    patch, path = "/api/v2/sessions/{id}", tag = "sessions", operation_id = "patch_sessions_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The session's id")),
    request_body = SessionBody,
    responses(
        (status = 200, description = "The session", body = SessionView),
        (status = 400, description = "The body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:sessions is missing", body = ErrorBody),
        (status = 404, description = "There is no such session, or it has ended", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_session(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:sessions"])?;
    query.none()?;
    let Id(id) = id?;
    let sent: SessionBody = body.read()?;
    let known =
        access::set_session_metadata(caller.services(), &caller.tenant, context, id, sent.session_metadata).await?;
    Ok(reply::json(StatusCode::OK, &SessionView::new(&known, access::session_lifetime(&caller.tenant))))
}
