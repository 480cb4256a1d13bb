//! Auth0's Management API: `/api/v2`. One file an endpoint.

mod client_grants;
mod clients;
mod connections;
mod document;
mod fields;
mod logs;
mod paging;
mod resource_servers;
mod schema;
mod users;

use axum::Router;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::App;

fn endpoints() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(document::Document::openapi())
        .routes(routes!(users::list::list_users, users::create::create_user))
        .routes(routes!(users::get::get_user, users::update::update_user, users::delete::delete_user))
        .routes(routes!(users::status::set_user_status))
        .routes(routes!(users::logs::list_user_logs))
        .routes(routes!(users::by_email::list_users_by_email))
        .routes(routes!(clients::list::list_clients, clients::create::create_client))
        .routes(routes!(clients::get::get_client, clients::delete::delete_client))
        .routes(routes!(clients::rotate_secret::rotate_client_secret))
        .routes(routes!(client_grants::list::list_client_grants))
        .routes(routes!(client_grants::get::get_client_grant))
        .routes(routes!(connections::list::list_connections))
        .routes(routes!(connections::get::get_connection))
        .routes(routes!(resource_servers::list::list_resource_servers))
        .routes(routes!(resource_servers::get::get_resource_server))
        .routes(routes!(logs::list::list_logs))
        .routes(routes!(logs::get::get_log))
}

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
    router.route("/api/v2/openapi.json", get(async move || crate::reply::json(axum::http::StatusCode::OK, &document)))
}
