//! `GET /api/v2/jobs/{id}/file`: the finished file of an export, for whoever has a link. It stands in no document: the
//! links are made by `GET /api/v2/jobs/{id}`.

use std::io::Write;
use std::sync::Arc;

use anteroom_accounts::{Services, jobs};
use anteroom_model::job::ExportFormat;
use anteroom_model::{Actor, Context, RequestOrigin, TenantId};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
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
    headers: HeaderMap,
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
    let is_packed = takes_gzip(&headers);
    let packer = is_packed.then(|| GzEncoder::new(Vec::new(), Compression::fast()));
    let pieces = pieces(app.services.clone(), tenant.id, stored.key, packer);
    let mut response = Response::new(Body::from_stream(pieces));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{}.{ending}\"", tenant.name)) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    if is_packed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

type Packer = GzEncoder<Vec<u8>>;

/// The file's pieces, each read when the one before is sent.
fn pieces(
    services: Services,
    tenant: TenantId,
    key: i64,
    packer: Option<Packer>,
) -> impl Stream<Item = Result<Bytes, anteroom_accounts::Error>> {
    stream::try_unfold(Some((0, packer)), move |state| {
        let services = services.clone();
        async move {
            let Some((position, packer)) = state else { return Ok(None) };
            let piece = jobs::read_chunk(&services, tenant, key, position).await?;
            Ok(match (piece, packer) {
                (None, None) => None,
                // Writing into memory cannot fail.
                (None, Some(packer)) => Some((Bytes::from(packer.finish().unwrap_or_default()), None)),
                (Some(piece), None) => Some((Bytes::from(piece), Some((position + 1, None)))),
                (Some(piece), Some(packer)) => {
                    let (packed, packer) = pack(packer, &piece);
                    Some((packed, Some((position + 1, Some(packer)))))
                }
            })
        }
    })
}

fn pack(mut packer: Packer, piece: &[u8]) -> (Bytes, Packer) {
    let _ = packer.write_all(piece);
    (Bytes::from(std::mem::take(packer.get_mut())), packer)
}

/// Whether the client takes gzip (RFC 9110 §12.5.3).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let texts = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    texts.flat_map(|text| text.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case("gzip") && weight.is_none_or(|weight| weight > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::takes_gzip;

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        let takes = |text: &'static str| {
            takes_gzip(&HeaderMap::from_iter([(super::ACCEPT_ENCODING, HeaderValue::from_static(text))]))
        };
        assert!(["gzip", "br, gzip", "deflate;q=0.5, GZIP;q=0.1"].into_iter().all(takes));
        assert!(!["", "identity", "gzip;q=0", "br, gzip; q=0.0", "xgzip"].into_iter().any(takes));
        assert!(!takes_gzip(&HeaderMap::new()));
    }
}
