//! `GET /api/v2/clients`

use anteroom_accounts::clients;
use anteroom_model::Refusal;
use anteroom_model::client::{APP_TYPES, Client};
use anteroom_store::client::{ClientFilter, Part};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{ClientList, ClientView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::management::paging::{Page, Paging, asked, not_of_this_list, out_of_range};
use crate::reply;

/// Which part, which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ClientListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Clients of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all clients.
    include_totals: Option<bool>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Clients behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
    /// Only the server's own clients, such as the console's, or only others.
    is_global: Option<bool>,
    /// Only the tenant's own clients, or only those of others.
    is_first_party: Option<bool>,
    /// Only clients of these kinds, separated by commas.
    #[param(min_length = 1)]
    app_type: Option<String>,
}

/// List clients
///
/// Secrets are shown by the endpoint of the single client only.
#[utoipa::path(
    get, path = "/api/v2/clients", tag = "clients", operation_id = "get_clients",
    params(ClientListQuery),
    responses(
        (status = 200, description = "An array of clients; with include_totals=true {start, limit, length, total, clients}; with from or take {clients, next}", body = ClientList),
        (status = 400, description = "A parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:clients is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_clients(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:clients"])?;
    let wanted: ClientListQuery = query.read()?;
    let paging = asked!(wanted).check()?;
    let filter = filter(&wanted)?;
    let part = match paging {
        Paging::Offset { start, limit, .. } => Part { after: 0, offset: start, limit },
        // One more than asked for tells whether there is a next page.
        Paging::Checkpoint { from, take } => Part { after: place(from)?, offset: 0, limit: take + 1 },
    };
    let mut found = clients::list_clients(caller.services(), &caller.tenant, context, &filter, &part).await?;
    let next = match paging {
        Paging::Offset { .. } => None,
        Paging::Checkpoint { take, .. } => cut(&mut found, take),
    };
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let render = |client| ClientView::new(client, &caller, false).map(|view| fields.of(view));
    let rows = found.iter().map(render).collect::<Result<Vec<_>, _>>()?;
    let body = match paging {
        Paging::Offset { start, limit, totals } => {
            let total = match totals {
                true => Some(clients::total_clients(caller.services(), context, &filter).await?),
                false => None,
            };
            Page::by_number("clients", rows, start, limit, total)
        }
        Paging::Checkpoint { .. } => Page::Checkpoint { name: "clients", rows, next },
    };
    Ok(reply::json(StatusCode::OK, &body))
}

fn filter(wanted: &ClientListQuery) -> Result<ClientFilter, Refusal> {
    let app_types: Vec<String> = wanted.app_type.iter().flat_map(|kinds| kinds.split(',')).map(str::to_owned).collect();
    if !app_types.iter().all(|kind| APP_TYPES.contains(&kind.as_str())) {
        let rule = "must be of native, spa, regular_web and non_interactive, separated by commas";
        return Err(out_of_range("app_type", rule));
    }
    Ok(ClientFilter { is_global: wanted.is_global, app_types, is_first_party: wanted.is_first_party })
}

/// Leaves the rows asked for, and gives the place of the last if there are more.
fn cut(found: &mut Vec<Client>, take: i64) -> Option<String> {
    let take = usize::try_from(take).ok().filter(|take| found.len() > *take)?;
    found.truncate(take);
    found.last().map(|client| client.key.to_string())
}

fn place(from: Option<&str>) -> Result<i64, Refusal> {
    let Some(from) = from else { return Ok(0) };
    let place = from.parse().ok().filter(|place| *place > 0);
    place.ok_or_else(not_of_this_list)
}
