//! `GET /api/v2/users`

use anteroom_accounts::users;
use anteroom_model::query::{self, Pattern, Query as Search};
use anteroom_model::{Refusal, codes};
use anteroom_store::user::{Direction, Order, SortColumn, UserList};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::cursor;
use super::view::{self, UserView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::management::paging::{Page, Paging, asked, out_of_range};
use crate::reply;

/// Which users, in which order, which part of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UserListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Users of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all users found.
    include_totals: Option<bool>,
    /// The field to sort by and the direction: `name:1` or `created_at:-1`.
    #[param(
        pattern = "^(key|created_at|updated_at|email|username|phone_number|name|nickname|given_name|family_name|last_login|logins_count):-?1$"
    )]
    sort: Option<String>,
    /// Only users of the connection of this name.
    connection: Option<String>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
    /// The search query, in Auth0's Lucene syntax; docs/search.md shows it.
    #[param(max_length = 1024)]
    q: Option<String>,
    /// Taken for compatibility: `v2` or `v3`.
    #[param(pattern = "^v[23]$")]
    search_engine: Option<String>,
    /// Taken for compatibility: lists are always in order.
    #[expect(dead_code, reason = "lists are always in order")]
    primary_order: Option<bool>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Users behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
}

/// List and search users
///
/// Every committed change is found by the next request, and no number of users is too many.
#[utoipa::path(
    get, path = "/api/v2/users", tag = "users", operation_id = "get_users",
    params(UserListQuery),
    responses(
        (status = 200, description = "An array of users; with include_totals=true {start, limit, length, total, users}; with from or take {users, next}", body = view::UserList),
        (status = 400, description = "A parameter is malformed or out of range, both kinds of paging are mixed, the cursor is not one of this list, or the search query is not understood", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        (status = 414, description = "The query is too long", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_users(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    let wanted: UserListQuery = query.read()?;
    let (paging, order) = (asked!(wanted).check()?, order(wanted.sort.as_deref())?);
    let (offset, limit, totals, after) = match paging {
        Paging::Offset { start, limit, totals } => (start, limit, totals, None),
        Paging::Checkpoint { from, take } => (0, take, false, from.map(|text| cursor::read(order, text)).transpose()?),
    };
    let list = UserList { query: search(&wanted)?, order, after, offset, limit };
    let page = users::list_users(caller.services(), context, list, totals).await?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let rows: Vec<_> = page.users.iter().map(|user| fields.of(UserView::new(user, &caller.tenant))).collect();
    let body = match paging {
        Paging::Offset { start, limit, .. } => Page::by_number("users", rows, start, limit, page.total),
        Paging::Checkpoint { .. } => {
            Page::Checkpoint { name: "users", rows, next: page.next.as_ref().map(|place| cursor::write(order, place)) }
        }
    };
    Ok(reply::json(StatusCode::OK, &body))
}

fn order(sort: Option<&str>) -> Result<Order, Refusal> {
    let Some(sort) = sort else { return Ok(Order { column: SortColumn::Key, direction: Direction::Ascending }) };
    let rule = "must be a sortable field, a colon, and 1 or -1";
    let (field, direction) = sort.split_once(':').ok_or_else(|| out_of_range("sort", rule))?;
    let column = SortColumn::ALL.into_iter().find(|(name, _)| *name == field).map(|(_, column)| column);
    let direction = match direction {
        "1" => Direction::Ascending,
        "-1" => Direction::Descending,
        _ => return Err(out_of_range("sort", rule)),
    };
    Ok(Order { column: column.ok_or_else(|| out_of_range("sort", rule))?, direction })
}

fn search(wanted: &UserListQuery) -> Result<Search, Refusal> {
    if let Some(engine) = wanted.search_engine.as_deref().filter(|engine| !matches!(*engine, "v2" | "v3")) {
        let message = format!("You are not allowed to use search_engine={engine}. Use search_engine=v3 instead.");
        return Err(Refusal::new(&codes::INVALID_QUERY, message).field("search_engine"));
    }
    let found = match wanted.q.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        None => Search::Everything,
        Some(text) => query::parse(text).map_err(|error| {
            let message = format!("{} (at position {})", error.message, error.position);
            Refusal::new(&codes::INVALID_SEARCH, message).field("q")
        })?,
    };
    let Some(connection) = &wanted.connection else { return Ok(found) };
    let field = Some("identities.connection".to_owned());
    let of_connection = Search::Term { field, pattern: Pattern::Phrase(connection.clone()) };
    Ok(if found == Search::Everything { of_connection } else { Search::And(vec![of_connection, found]) })
}
