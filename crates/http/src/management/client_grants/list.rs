//! `GET /api/v2/client-grants`

use anteroom_accounts::client_grants;
use anteroom_store::client_grant::GrantFilter;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{ClientGrantList, ClientGrantView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::paging::{asked, page_of};
use crate::reply;

/// Which grants, which part of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ClientGrantListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Grants of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all grants found.
    include_totals: Option<bool>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Grants behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
    /// Only grants of this client.
    client_id: Option<String>,
    /// Only grants for the API of this identifier.
    audience: Option<String>,
    /// Only grants for this kind of subject: `client` or `user`.
    subject_type: Option<String>,
}

/// List client grants
#[utoipa::path(
    get, path = "/api/v2/client-grants", tag = "client-grants", operation_id = "get_client-grants",
    params(ClientGrantListQuery),
    responses(
        (status = 200, description = "An array of grants; with include_totals=true {start, limit, length, total, client_grants}; with from or take {client_grants, next}", body = ClientGrantList),
        (status = 400, description = "A parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:client_grants is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_client_grants(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:client_grants"])?;
    let wanted: ClientGrantListQuery = query.read()?;
    let paging = asked!(wanted).check()?;
    // An audience that no API has finds nothing; the Management API has several names for one stored identifier.
    let identifier = wanted
        .audience
        .map(|audience| caller.tenant.resource_server(&audience).map_or(audience, |server| server.identifier.clone()));
    let filter = GrantFilter { client_id: wanted.client_id, identifier, subject_type: wanted.subject_type };
    let found = client_grants::list_grants(caller.services(), context, &filter).await?;
    let render = |grant| ClientGrantView::new(grant, &caller.tenant);
    Ok(reply::json(StatusCode::OK, &page_of(found.iter().collect(), "client_grants", &paging, render)?))
}
