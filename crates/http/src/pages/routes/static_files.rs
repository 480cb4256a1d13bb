//! `GET /u/assets/{name}`

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::Response;

use crate::pages::assets;

/// A file that pages load, to be kept for good.
pub async fn asset(uri: Uri) -> Response {
    let Some(asset) = assets::find(uri.path()) else {
        return crate::error::on_path(
            &uri,
            anteroom_model::Refusal::new(&anteroom_model::codes::NOT_FOUND, "Not Found"),
        );
    };
    let mut response = Response::new(Body::from(asset.body));
    *response.status_mut() = StatusCode::OK;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(assets::CACHE_CONTROL));
    if let Ok(etag) = HeaderValue::try_from(&asset.etag) {
        headers.insert(ETAG, etag);
    }
    response
}
