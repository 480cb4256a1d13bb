//! `GET /api/v2/grants`

use anteroom_accounts::access;
use anteroom_model::consent::Consent;
use anteroom_store::consent::ConsentFilter;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::paging::{Asked, Page};
use crate::management::schema::{List, Listed};
use crate::reply;

/// Which grants, which part of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GrantListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Grants of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all grants found.
    include_totals: Option<bool>,
    /// Only grants of this user.
    user_id: Option<String>,
    /// Only grants to this application.
    client_id: Option<String>,
    /// Only grants for this API.
    audience: Option<String>,
}

/// What a user agreed that an application may see and do.
#[derive(Serialize, ToSchema)]
#[schema(as = Grant)]
pub struct GrantView<'a> {
    /// The grant's id.
    id: &'a str,
    /// The application.
    #[serde(rename = "clientID")]
    client_id: &'a str,
    /// Who agreed.
    user_id: &'a str,
    /// The API; left out where it is about the profile alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<&'a str>,
    /// The scopes.
    scope: Vec<&'a str>,
}

/// What users consented to.
pub type GrantList = List<GrantView<'static>>;

impl Listed for GrantView<'_> {
    const ROWS: &'static str = "grants";
    const HAS_CURSOR: bool = false;
}

impl<'a> GrantView<'a> {
    fn new(consent: &'a Consent) -> Self {
        Self {
            id: &consent.consent_id,
            client_id: &consent.client_id,
            user_id: &consent.user_id,
            audience: consent.audience.as_deref(),
            scope: consent.scopes.names().collect(),
        }
    }
}

/// List what users consented to
#[utoipa::path(
    get, path = "/api/v2/grants", tag = "grants", operation_id = "get_grants",
    params(GrantListQuery),
    responses(
        (status = 200, description = "An array of grants; with include_totals=true {start, limit, length, total, grants}", body = GrantList),
        (status = 400, description = "A parameter is malformed or out of range", body = ErrorBody),
        (status = 403, description = "Scope read:grants is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_grants(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:grants"])?;
    let wanted: GrantListQuery = query.read()?;
    let GrantListQuery { page, per_page, include_totals, .. } = wanted;
    let part = Asked { page, per_page, include_totals, ..Asked::default() }.check()?.by_number()?;
    let filter = ConsentFilter { user: None, client_id: wanted.client_id, audience: wanted.audience };
    let found = access::find_consents(caller.services(), context, wanted.user_id.as_deref(), filter, part).await?;
    let rows = found.consents.iter().map(GrantView::new).collect();
    Ok(reply::json(StatusCode::OK, &Page::by_number("grants", rows, part.0, part.1, found.total)))
}
