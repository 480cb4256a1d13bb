//! `GET /api/v2/users`

use anteroom_accounts::users::{self, Totals, UserPage};
use anteroom_model::advanced_search;
use anteroom_model::{Refusal, codes};
use anteroom_store::user::{Direction, Order, SortColumn, UserList};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::advanced::AdvancedSearchQuery;
use super::locked::Locks;
use super::view;
use super::{cursor, filter};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::management::paging::{Asked, Page, Paging, out_of_range};
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
    /// Whether the answer is an object that tells the number of all users found: `true` for the exact number, `estimate`
    /// for one that is quick to tell, with total_is_estimate.
    #[param(pattern = "^(true|false|estimate)$")]
    include_totals: Option<String>,
    /// The field to sort by and the direction: `name:1` or `created_at:-1`.
    #[param(
        pattern = "^(key|created_at|updated_at|email|username|phone_number|name|nickname|given_name|family_name|last_login|logins_count):-?1$"
    )]
    sort: Option<String>,
    /// Only users of this status.
    #[param(pattern = "^(pending_activation|active|suspended|deactivated|archived)$")]
    pub(super) status: Option<String>,
    /// Only users who have the role of this id.
    #[param(pattern = "^rol_")]
    pub(super) role: Option<String>,
    /// Only users of the connection of this name.
    pub(super) connection: Option<String>,
    /// Only users whose e-mail address is proven (true) or not (false).
    pub(super) email_verified: Option<bool>,
    /// Only users whose phone number is proven (true) or not (false).
    pub(super) phone_verified: Option<bool>,
    /// Only users made at this time or later; a date begins with its first moment. RFC 3339.
    pub(super) created_from: Option<String>,
    /// Only users made at this time or earlier; a date ends with its last moment.
    pub(super) created_to: Option<String>,
    /// Only users who last signed in at this time or later.
    pub(super) last_login_from: Option<String>,
    /// Only users who last signed in at this time or earlier; not those who never did.
    pub(super) last_login_to: Option<String>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
    /// The search query, in Auth0's Lucene syntax; docs/search.md shows it.
    #[param(max_length = 1024)]
    pub(super) q: Option<String>,
    /// Taken for compatibility: `v2` or `v3`.
    #[param(pattern = "^v[23]$")]
    search_engine: Option<String>,
    /// Taken for compatibility: lists are always in order.
    #[expect(dead_code, reason = "lists are always in order")]
    primary_order: Option<bool>,
    /// The cursor that an earlier answer gave as `next`, to the same list.
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
    params(UserListQuery, AdvancedSearchQuery),
    responses(
        (status = 200, description = "An array of users; with include_totals=true or estimate {start, limit, length, total, users}; with from or take {users, next}", body = view::UserList),
        (status = 400, description = "A parameter is malformed or out of range, both kinds of paging are mixed, the cursor is not one of this list, or the search query is not understood", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        (status = 414, description = "The query is too long", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_users(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    let (advanced, query) = query.divide(advanced_search::is_parameter)?;
    let wanted: UserListQuery = query.read()?;
    let totals = totals(wanted.include_totals.as_deref())?;
    let asked = Asked {
        page: wanted.page,
        per_page: wanted.per_page,
        include_totals: Some(totals != Totals::None),
        from: wanted.from.as_deref(),
        take: wanted.take,
    };
    let (paging, order) = (asked.check()?, order(wanted.sort.as_deref())?);
    check_search_engine(wanted.search_engine.as_deref())?;
    let filter = filter::read(&wanted, &advanced)?;
    let (offset, limit, totals, after) = match paging {
        Paging::Offset { start, limit, .. } => (start, limit, totals, None),
        Paging::Checkpoint { from, take } => {
            (0, take, Totals::None, from.map(|text| cursor::read(order, &filter.text, text)).transpose()?)
        }
    };
    let list = UserList { query: filter.query, now: context.now(), search: filter.search, order, after, offset, limit };
    let page = users::list_users(caller.services(), context, list, totals).await?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let locks = Locks::asked(&caller, context, &fields, &page.users).await?;
    let rows: Vec<_> = page.users.iter().map(|user| fields.of(locks.view(user, &caller.tenant))).collect();
    let body = match paging {
        Paging::Offset { start, limit, .. } => by_number(rows, start, limit, &page, totals),
        Paging::Checkpoint { .. } => {
            let next = page.next.as_ref().map(|place| cursor::write(order, &filter.text, place));
            Page::Checkpoint { name: "users", rows, next }
        }
    };
    Ok(reply::json(StatusCode::OK, &body))
}

fn by_number<T>(rows: Vec<T>, start: i64, limit: i64, page: &UserPage, totals: Totals) -> Page<T> {
    match page.total {
        None => Page::Rows(rows),
        Some(total) => {
            let is_estimate = (totals == Totals::Estimate).then_some(total.is_estimate);
            Page::Totals { name: "users", rows, start, limit, total: total.count, is_estimate }
        }
    }
}

fn totals(include_totals: Option<&str>) -> Result<Totals, Refusal> {
    match include_totals {
        None | Some("false") => Ok(Totals::None),
        Some("true") => Ok(Totals::Exact),
        Some("estimate") => Ok(Totals::Estimate),
        Some(_) => Err(out_of_range("include_totals", "must be true, false or estimate")),
    }
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

fn check_search_engine(engine: Option<&str>) -> Result<(), Refusal> {
    match engine {
        None | Some("v2" | "v3") => Ok(()),
        Some(engine) => {
            let message = format!("You are not allowed to use search_engine={engine}. Use search_engine=v3 instead.");
            Err(Refusal::new(&codes::INVALID_QUERY, message).field("search_engine"))
        }
    }
}
