//! `POST /api/v2/refresh-tokens/revoke`

use anteroom_accounts::access::{self, RevokeMatching};
use anteroom_model::Refusal;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::reply;

/// Which refresh tokens to revoke: by `ids`, or all of `user_id`, of them those for `client_id`, of them those for
/// `audience`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RefreshTokenRevoke)]
pub struct RevokeBody {
    /// Their ids.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>, min_items = 1, max_items = 100)]
    ids: Option<Vec<String>>,
    /// Whose.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 300)]
    user_id: Option<String>,
    /// To which application.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 64)]
    client_id: Option<String>,
    /// For which API.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 600)]
    audience: Option<String>,
}

impl RevokeBody {
    fn check(self) -> Result<Wanted, Refusal> {
        let length = |text: &str| text.chars().count();
        let texts = [
            ("user_id", &self.user_id, 300, "must have 1 to 300 characters"),
            ("client_id", &self.client_id, 64, "must have 1 to 64 characters"),
            ("audience", &self.audience, 600, "must have 1 to 600 characters"),
        ];
        for (field, text, most, rule) in texts {
            if text.as_deref().is_some_and(|text| text.is_empty() || length(text) > most) {
                return Err(Refusal::invalid_field(field, rule));
            }
        }
        if self.audience.is_some() && self.client_id.is_none() {
            return Err(Refusal::invalid_field("audience", "goes with client_id"));
        }
        match (self.ids, self.user_id) {
            (Some(_), Some(_)) => Err(Refusal::invalid_field("ids", "does not go with user_id")),
            (None, None) => Err(Refusal::invalid_field("ids", "or user_id is needed")),
            (Some(_), None) if self.client_id.is_some() => {
                Err(Refusal::invalid_field("client_id", "does not go with ids"))
            }
            (Some(ids), None) if ids.is_empty() || ids.len() > 100 => {
                Err(Refusal::invalid_field("ids", "must be 1 to 100 ids"))
            }
            (Some(ids), None) => Ok(Wanted::Ids(ids)),
            (None, Some(user_id)) => {
                Ok(Wanted::Matching(RevokeMatching { user_id, client_id: self.client_id, audience: self.audience }))
            }
        }
    }
}

enum Wanted {
    Ids(Vec<String>),
    Matching(RevokeMatching),
}

/// Revoke several refresh tokens
///
/// They and the access tokens given for them stop working at once. Ids of what is not there are no error.
#[utoipa::path(
    post, path = "/api/v2/refresh-tokens/revoke", tag = "refresh-tokens", operation_id = "revoke_refresh_tokens",
    request_body = RevokeBody,
    responses(
        (status = 202, description = "The refresh tokens have ended"),
        (status = 400, description = "The body breaks a rule of a field, or its fields do not go together", body = ErrorBody),
        (status = 403, description = "Scope delete:refresh_tokens is missing, or the caller may not do this to one of the users", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn revoke_refresh_tokens(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:refresh_tokens"])?;
    query.none()?;
    let services = caller.services();
    match body.read::<RevokeBody>()?.check()? {
        Wanted::Ids(ids) => drop(access::revoke_refresh_tokens(services, context, ids).await?),
        Wanted::Matching(wanted) => {
            access::revoke_matching_refresh_tokens(services, &caller.tenant, context, wanted).await?;
        }
    }
    Ok(reply::empty(StatusCode::ACCEPTED))
}
