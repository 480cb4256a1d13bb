//! `POST /api/v2/jobs/users-exports`

use anteroom_accounts::exports;
use anteroom_model::Refusal;
use anteroom_model::job::{ExportField, ExportFormat, ExportRequest};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, present};
use crate::management::closed::Closed;
use crate::management::schema::words::JobExportFormat;
use crate::reply;

/// Which users to export, and how.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UsersExportJob)]
pub struct UsersExportBody {
    /// The id of the connection whose users are wanted; those of all if absent.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String)]
    connection_id: Option<String>,
    /// The form of the file: an object a line (`json`, by default) or a table (`csv`).
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = JobExportFormat)]
    format: Option<String>,
    /// How many users at most; all if absent.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = i64, minimum = 1)]
    limit: Option<i64>,
    /// The fields in their order; without any, whole users, or the usual columns of a table.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Vec<ExportFieldBody>, max_items = 500)]
    fields: Option<Vec<Closed<ExportFieldBody>>>,
    /// Which users, as a search query in the grammar of docs/search.md; all if absent.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String, max_length = 1024)]
    q: Option<String>,
}

/// A field of an export.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UsersExportField)]
pub struct ExportFieldBody {
    /// Where it stands in a user: `email`, `identities[0].connection`, `user_metadata.a.b`.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// What it is called in the file, if otherwise.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String, min_length = 1, max_length = 100)]
    export_as: Option<String>,
}

/// Export users
///
/// The job writes users into a file; once it is completed, reading it answers a link to the file as `location`. Password
/// hashes are never part of it. Texts of tables that a spreadsheet would take for formulas begin with an apostrophe.
#[utoipa::path(
    post, path = "/api/v2/jobs/users-exports", tag = "jobs", operation_id = "post_users-exports",
    request_body = UsersExportBody,
    responses(
        (status = 200, description = "The job", body = JobView),
        (status = 400, description = "The body breaks a rule of a field, there is no such connection, or the search query is not understood", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_users_export(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    query.none()?;
    let sent: UsersExportBody = body.read()?;
    let format =
        |name: &str| ExportFormat::parse(name).ok_or_else(|| Refusal::invalid_field("format", "must be json or csv"));
    let field = |Closed(field): Closed<ExportFieldBody>| ExportField { name: field.name, export_as: field.export_as };
    let request = ExportRequest {
        connection_id: sent.connection_id,
        connection: None,
        format: sent.format.as_deref().map(format).transpose()?.unwrap_or_default(),
        limit: sent.limit,
        fields: sent.fields.unwrap_or_default().into_iter().map(field).collect(),
        q: sent.q,
    };
    let (job, work) = exports::create_export(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::OK, &JobView::asked(&job, &json!(work))))
}
