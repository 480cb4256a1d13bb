//! `GET /api/v2/clients/{id}/sessions`

use anteroom_accounts::access::{self, SessionList};
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::checkpoint::checkpoint;
use crate::management::sessions::{SessionPageView, query};
use crate::reply;

query! {
    /// Which part.
    ClientSessionsQuery {}
}

/// List who is signed in to an application now
///
/// Each session tells of its user too, with the last sign-in.
#[utoipa::path(
    get, path = "/api/v2/clients/{id}/sessions", tag = "clients", operation_id = "get_sessions_for_client",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The client's id"), ClientSessionsQuery),
    responses(
        (status = 200, description = "{sessions, next}; with include_totals=true total too", body = SessionPageView),
        (status = 400, description = "The id or a parameter is malformed or out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:sessions or read:users is missing", body = ErrorBody),
        (status = 404, description = "There is no such client", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_client_sessions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    caller.holding(&["read:users"])?;
    let context = caller.holding(&["read:sessions"])?;
    let (Id(client_id), wanted) = (id?, query.read::<ClientSessionsQuery>()?);
    let part = checkpoint(wanted.from.as_deref(), wanted.take)?;
    let list = SessionList {
        user_id: None,
        client_id: Some(client_id),
        after: part.after,
        limit: part.take,
        with_users: true,
        with_total: wanted.include_totals.unwrap_or(false),
    };
    let page = access::list_sessions(caller.services(), &caller.tenant, context, &list).await?;
    Ok(reply::json(StatusCode::OK, &SessionPageView::new(&page, access::session_lifetime(&caller.tenant))))
}
