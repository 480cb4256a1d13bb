//! `POST /api/v2/jobs/users-imports`

use std::collections::BTreeMap;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::jobs;
use anteroom_model::connection::Connection;
use anteroom_model::job::{ImportFormat, ImportRequest, Job, JobStatus, MetadataMode, UpsertBy};
use anteroom_model::{Refusal, codes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::multipart::{self, FILE, File};
use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::schema::words::{JobImportFormat, JobMetadataMode, JobUpsertBy};
use crate::reply;
use crate::state::App;

/// The file of users to import, and how. Read part by part, not as a whole.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UsersImportJob)]
#[expect(dead_code, reason = "it describes the parts of the form")]
pub struct UsersImportForm {
    /// The file: a JSON array of users, a user a line, or a table.
    #[schema(value_type = String, format = Binary)]
    users: String,
    /// The id of the connection that the users are made in.
    #[schema(pattern = "^con_[A-Za-z0-9]{16}$")]
    connection_id: String,
    /// Whether users that are there already are changed; otherwise their entries fail.
    #[schema(value_type = bool, default = false)]
    upsert: Option<bool>,
    /// By what an entry finds the user that it changes.
    #[schema(value_type = JobUpsertBy)]
    upsert_by: Option<String>,
    /// Whether metadata take the place of those of a user that is changed, or are merged into them.
    #[schema(value_type = JobMetadataMode)]
    metadata: Option<String>,
    /// The form of the file; without it, the file's name and media type say so.
    #[schema(value_type = JobImportFormat)]
    format: Option<String>,
    /// A JSON object of fields by the names of a table's columns; without it, columns are called as the fields.
    #[schema(value_type = String)]
    mapping: Option<String>,
    /// Whether every entry is looked at as an import would, and nothing is stored: the job tells what would come of it.
    #[schema(value_type = bool, default = false)]
    dry_run: Option<bool>,
    /// The caller's own name for the job.
    #[schema(value_type = String, max_length = 255)]
    external_id: Option<String>,
    /// Taken for compatibility: no mail is sent.
    #[schema(value_type = bool, default = true)]
    send_completion_email: Option<bool>,
}

const TEXTS: [&str; 9] = [
    "connection_id",
    "upsert",
    "upsert_by",
    "metadata",
    "format",
    "mapping",
    "dry_run",
    "external_id",
    "send_completion_email",
];

/// Import users
///
/// The job makes a user of every entry of the file, or changes one; what is wrong with an entry is kept beside the job,
/// which goes on with the next one.
#[utoipa::path(
    post, path = "/api/v2/jobs/users-imports", tag = "jobs", operation_id = "post_users-imports",
    request_body(content = UsersImportForm, content_type = "multipart/form-data"),
    responses(
        (status = 202, description = "The job", body = JobView),
        (status = 400, description = "A part is missing, unknown or breaks a rule, or there is no such connection", body = ErrorBody),
        (status = 403, description = "Scope create:users is missing", body = ErrorBody),
        (status = 413, description = "The file is too large", body = ErrorBody),
        (status = 415, description = "The body is not multipart/form-data", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_users_import(
    State(app): State<App>,
    caller: Caller,
    query: Query,
    request: Request,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users"])?;
    query.none()?;
    let form = multipart::read(&app, context, request, &TEXTS).await?;
    let missing = "Must provide 'users' file as multipart part.";
    let file = form.file.ok_or_else(|| Refusal::new(&codes::INVALID_BODY, missing).field(FILE))?;
    if file.upload.size() == 0 {
        return Err(Refusal::new(&codes::INVALID_BODY, "Users file must not be empty.").field(FILE).into());
    }
    let work = request_of(&form.texts, &caller.tenant, &file)?;
    let id = file.upload.finish(work).await?;
    let stored = jobs::find_job(caller.services(), context, &id).await?;
    let work = stored.request.get("work").cloned().unwrap_or_default();
    // A process may have begun with it already: it is told as it was made.
    let job = Job { status: JobStatus::Pending, updated_at: stored.job.created_at, ..stored.job };
    Ok(reply::json(StatusCode::ACCEPTED, &JobView::asked(&job, &work)))
}

fn request_of(
    texts: &BTreeMap<String, String>,
    tenant: &TenantConfiguration,
    file: &File,
) -> Result<ImportRequest, Refusal> {
    let given = |name: &str| texts.get(name).map(String::as_str);
    let connection = connection(given("connection_id"), tenant)?;
    flag("send_completion_email", given("send_completion_email"))?;
    if given("external_id").is_some_and(|id| id.chars().count() > 255) {
        return Err(Refusal::invalid_field("external_id", "must have at most 255 characters"));
    }
    let word = |name: &str, rule: &str| Refusal::invalid_field(name, rule);
    let format = match given("format") {
        None => format_of(file),
        Some(text) => ImportFormat::parse(text).ok_or_else(|| word("format", "must be json, ndjson or csv"))?,
    };
    let by = |text| {
        let rule = "must be email, user_id, username, phone_number or external_id";
        UpsertBy::parse(text).ok_or_else(|| word("upsert_by", rule))
    };
    let mode = |text| MetadataMode::parse(text).ok_or_else(|| word("metadata", "must be replace or merge"));
    let mapping = |text| serde_json::from_str(text).map_err(|_| word("mapping", "must be a JSON object of texts"));
    Ok(ImportRequest {
        connection_id: connection.connection_id.clone(),
        connection: connection.name.clone(),
        format,
        mapping: given("mapping").map(mapping).transpose()?.unwrap_or_default(),
        upsert: flag("upsert", given("upsert"))?.unwrap_or(false),
        upsert_by: given("upsert_by").map(by).transpose()?.unwrap_or_default(),
        metadata: given("metadata").map(mode).transpose()?.unwrap_or_default(),
        external_id: given("external_id").map(str::to_owned),
        size: 0,
        dry_run: flag("dry_run", given("dry_run"))?.unwrap_or(false),
        fingerprint: None,
    })
}

fn connection<'a>(id: Option<&str>, tenant: &'a TenantConfiguration) -> Result<&'a Connection, Refusal> {
    let refused = |message: String| Refusal::new(&codes::INVALID_BODY, message).field("connection_id");
    let id = id.ok_or_else(|| refused("Must provide 'connection_id' as multipart part.".to_owned()))?;
    let sign = id.strip_prefix("con_").unwrap_or_default();
    if sign.len() != 16 || !sign.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let rule = "String does not match pattern ^con_[A-Za-z0-9]{16}$";
        return Err(refused(format!("Payload validation error: '{rule}' on property connection_id.")));
    }
    let found = tenant.connections.iter().find(|connection| connection.connection_id == id);
    let unknown = || Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection_id");
    let found = found.ok_or_else(unknown)?;
    if found.strategy != "auth0" {
        return Err(refused("Connection must be a database connection.".to_owned()));
    }
    if !found.enabled {
        return Err(refused("Connection must be enabled.".to_owned()));
    }
    Ok(found)
}

fn flag(name: &str, text: Option<&str>) -> Result<Option<bool>, Refusal> {
    match text {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(Refusal::invalid_field(name, "must be true or false")),
    }
}

fn format_of(file: &File) -> ImportFormat {
    let name = file.name.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    match file.media_type.as_str() {
        "text/csv" => ImportFormat::Csv,
        "application/x-ndjson" | "application/jsonl" => ImportFormat::Ndjson,
        _ if ends(&[".csv"]) => ImportFormat::Csv,
        _ if ends(&[".ndjson", ".jsonl"]) => ImportFormat::Ndjson,
        _ => ImportFormat::Json,
    }
}
