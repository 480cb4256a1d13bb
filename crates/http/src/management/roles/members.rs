//! `GET` and `POST /api/v2/roles/{id}/users`

use anteroom_accounts::roles::{self, MemberList};
use anteroom_model::{Refusal, UserKey};
use axum::http::StatusCode;
use axum::response::Response;
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use utoipa::IntoParams;

use super::body::UsersBody;
use super::view::{EmptyObject, RoleMemberList, RoleMemberView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::management::paging::{Page, Paging, asked, not_of_this_list};
use crate::reply;

/// Which part.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RoleMembersQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Users of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all users who have the role.
    include_totals: Option<bool>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Users behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
}

/// List the users who have a role
///
/// In the order in which the users were made; no number of them is too many.
#[utoipa::path(
    get, path = "/api/v2/roles/{id}/users", tag = "roles", operation_id = "get_role_user",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id"), RoleMembersQuery),
    responses(
        (status = 200, description = "An array of users; with include_totals=true {start, limit, length, total, users}; with from or take {users, next}", body = RoleMemberList),
        (status = 400, description = "The id or a parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:users, read:roles or read:role_members is missing", body = ErrorBody),
        (status = 404, description = "There is no such role", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_role_members(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:users"])?;
    caller.holding(&["read:roles"])?;
    let context = caller.holding(&["read:role_members"])?;
    let (Id(role_id), wanted) = (id?, query.read::<RoleMembersQuery>()?);
    let paging = asked!(wanted).check()?;
    let first = UserKey(0);
    let (offset, limit, with_total, after) = match paging {
        Paging::Offset { start, limit, totals } => (start, limit, totals, first),
        Paging::Checkpoint { from, take } => (0, take, false, from.map_or(Ok(first), read_cursor)?),
    };
    let list = MemberList { role_id, after, offset, limit, with_total };
    let page = roles::list_members(caller.services(), context, &list).await?;
    let rows = page.users.iter().map(RoleMemberView::new).collect();
    let body = match paging {
        Paging::Offset { start, limit, .. } => Page::by_number("users", rows, start, limit, page.total),
        Paging::Checkpoint { .. } => Page::Checkpoint { name: "users", rows, next: page.next.map(cursor) },
    };
    Ok(reply::json(StatusCode::OK, &body))
}

/// Give a role to users
///
/// To all of them, or to none if one is not there or the caller may not.
#[utoipa::path(
    post, path = "/api/v2/roles/{id}/users", tag = "roles", operation_id = "post_role_users",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id")),
    request_body = UsersBody,
    responses(
        (status = 200, description = "They have the role: an empty object", body = EmptyObject),
        (status = 400, description = "The id is malformed, the body breaks a rule of a field, or one of them has as many roles as there can be", body = ErrorBody),
        (status = 403, description = "Scope update:roles or create:role_members is missing, or the caller may not do this to one of them", body = ErrorBody),
        (status = 404, description = "There is no such role, or one of the users is not there", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn add_role_members(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    caller.holding(&["update:roles"])?;
    let context = caller.holding(&["create:role_members"])?;
    query.none()?;
    let Id(id) = id?;
    let users = body.read::<UsersBody>()?.ids()?;
    roles::add_members(caller.services(), context, id, users).await?;
    Ok(reply::json(StatusCode::OK, &EmptyObject {}))
}

/// What cursors of this list begin with, so that those of other lists are none of it.
const CURSOR: &str = "role member ";

/// The place behind a user as text that says nothing to others.
fn cursor(last: UserKey) -> String {
    BASE64URL_NOPAD.encode(format!("{CURSOR}{}", last.0).as_bytes())
}

fn read_cursor(text: &str) -> Result<UserKey, Refusal> {
    let decoded = BASE64URL_NOPAD.decode(text.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let key = decoded.as_deref().and_then(|text| text.strip_prefix(CURSOR)).and_then(|key| key.parse().ok());
    key.map(UserKey).ok_or_else(not_of_this_list)
}

#[cfg(test)]
mod tests {
    use super::{cursor, read_cursor};
    use anteroom_model::UserKey;

    #[test]
    fn a_cursor_is_one_of_this_list() {
        assert_eq!(read_cursor(&cursor(UserKey(7))), Ok(UserKey(7)));
        for wrong in ["", "7", "nonsense", "!"] {
            assert_eq!(read_cursor(wrong).expect_err(wrong).code.name, "invalid_paging");
        }
    }
}
