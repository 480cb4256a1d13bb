//! Auth0's Management API: `/api/v2`. One file an endpoint.

mod anomaly;
mod attack_protection;
mod checkpoint;
mod client_grants;
mod clients;
mod closed;
mod compression;
mod connections;
mod device_credentials;
mod document;
mod endpoints;
mod fields;
mod grants;
mod jobs;
mod logs;
mod pages;
mod paging;
mod prompts;
mod refresh_tokens;
mod resource_servers;
mod roles;
mod schema;
mod sessions;
mod stats;
mod tenants;
mod tickets;
mod user_blocks;
mod user_fields;
mod users;

use axum::Router;
use axum::routing::get;

use self::endpoints::endpoints;
use crate::state::App;

pub use users::shape::UserShape;

/// The OpenAPI document of the Management API, made from the code.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = endpoints().split_for_parts().1;
    schema::null::remove(&mut document);
    document
}

/// All endpoints under `/api/v2`, and their document.
pub fn router() -> Router<App> {
    let (router, _) = endpoints().split_for_parts();
    // Made once: the document is the same for everybody.
    let document = serde_json::to_value(openapi()).unwrap_or_default();
    let router = router.route("/api/v2/jobs/{id}/file", get(jobs::file::get_job_file));
    let document = get(async move || crate::reply::json(axum::http::StatusCode::OK, &document));
    router.route("/api/v2/openapi.json", document).layer(compression::layer())
}
