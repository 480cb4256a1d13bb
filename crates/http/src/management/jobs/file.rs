//! `GET /api/v2/jobs/{id}/file`: the finished file of an export, for whoever has a link. It stands in no document: the
//! links are made by `GET /api/v2/jobs/{id}`.

use std::sync::Arc;

use anteroom_accounts::{Services, jobs};
use anteroom_model::job::ExportFormat;
use anteroom_model::{Actor, Context, RequestOrigin, TenantId};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::Response;
use futures_util::{Stream, stream};
use serde::Deserialize;

use crate::error::ApiError;
use crate::extract::{Id, Query};
use crate::origin::Arrival;
use crate::state::App;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileQuery {
    token: String,
}

/// The file, as long as the link holds.
pub async fn get_job_file(
    State(app): State<App>,
    Extension(arrival): Extension<Arrival>,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let FileQuery { token } = query.read()?;
    let Id(id) = id?;
    let tenant = &arrival.tenant.tenant;
    let context = Context {
        tenant: tenant.id,
        actor: Actor::Visitor { client_id: None },
        clock: Arc::clone(&app.clock),
        random: Arc::clone(&app.random),
        origin: RequestOrigin::default(),
    };
    let (stored, request) = jobs::find_file(&app.services, &context, &id, &token).await?;
    let (ending, media_type) = match request.format {
        ExportFormat::Json => ("json", "application/x-ndjson; charset=utf-8"),
        ExportFormat::Csv => ("csv", "text/csv; charset=utf-8; header=present"),
    };
    let mut response = Response::new(Body::from_stream(pieces(app.services.clone(), tenant.id, stored.key)));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{}.{ending}\"", tenant.name)) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// The file's pieces, each read when the one before is sent.
fn pieces(
    services: Services,
    tenant: TenantId,
    key: i64,
) -> impl Stream<Item = Result<Bytes, anteroom_accounts::Error>> {
    stream::try_unfold(0, move |position| {
        let services = services.clone();
        async move {
            let piece = jobs::read_chunk(&services, tenant, key, position).await?;
            Ok(piece.map(|piece| (Bytes::from(piece), position + 1)))
        }
    })
}
