//! Auth0's Management API: `/api/v2`. One file an endpoint.

mod anomaly;
mod attack_protection;
mod checkpoint;
mod client_grants;
mod clients;
mod closed;
mod connections;
mod device_credentials;
mod document;
mod fields;
mod grants;
mod jobs;
mod logs;
mod paging;
mod prompts;
mod refresh_tokens;
mod resource_servers;
mod schema;
mod sessions;
mod tenants;
mod tickets;
mod user_blocks;
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
        .routes(routes!(users::sessions::list_user_sessions, users::sessions::delete_user_sessions))
        .routes(routes!(
            users::refresh_tokens::list_user_refresh_tokens,
            users::refresh_tokens::delete_user_refresh_tokens
        ))
        .routes(routes!(users::revoke_access::revoke_user_access))
        .routes(routes!(clients::sessions::list_client_sessions))
        .routes(routes!(sessions::get::get_session, sessions::update::update_session, sessions::delete::delete_session))
        .routes(routes!(sessions::revoke::revoke_session))
        .routes(routes!(refresh_tokens::list::list_refresh_tokens))
        .routes(routes!(refresh_tokens::revoke::revoke_refresh_tokens))
        .routes(routes!(
            refresh_tokens::get::get_refresh_token,
            refresh_tokens::update::update_refresh_token,
            refresh_tokens::delete::delete_refresh_token
        ))
        .routes(routes!(
            device_credentials::list::list_device_credentials,
            device_credentials::create::create_device_credential
        ))
        .routes(routes!(device_credentials::delete::delete_device_credential))
        .routes(routes!(grants::list::list_grants, grants::delete_all::delete_grants))
        .routes(routes!(grants::delete::delete_grant))
        .routes(routes!(
            user_blocks::get_by_identifier::get_user_blocks_by_identifier,
            user_blocks::delete_by_identifier::delete_user_blocks_by_identifier
        ))
        .routes(routes!(user_blocks::get::get_user_blocks, user_blocks::delete::delete_user_blocks))
        .routes(routes!(anomaly::get::get_blocked_address, anomaly::delete::delete_blocked_address))
        .routes(routes!(users::by_email::list_users_by_email))
        .routes(routes!(clients::list::list_clients, clients::create::create_client))
        .routes(routes!(clients::get::get_client, clients::update::update_client, clients::delete::delete_client))
        .routes(routes!(clients::rotate_secret::rotate_client_secret))
        .routes(routes!(client_grants::list::list_client_grants, client_grants::create::create_client_grant))
        .routes(routes!(
            client_grants::get::get_client_grant,
            client_grants::update::update_client_grant,
            client_grants::delete::delete_client_grant
        ))
        .routes(routes!(connections::list::list_connections))
        .routes(routes!(connections::get::get_connection, connections::update::update_connection))
        .routes(routes!(
            resource_servers::list::list_resource_servers,
            resource_servers::create::create_resource_server
        ))
        .routes(routes!(
            resource_servers::get::get_resource_server,
            resource_servers::update::update_resource_server,
            resource_servers::delete::delete_resource_server
        ))
        .routes(routes!(tenants::get::get_settings, tenants::update::update_settings))
        .routes(routes!(
            attack_protection::brute_force::get::get_brute_force,
            attack_protection::brute_force::update::update_brute_force
        ))
        .routes(routes!(
            attack_protection::ip_throttling::get::get_ip_throttling,
            attack_protection::ip_throttling::update::update_ip_throttling
        ))
        .routes(routes!(prompts::get::get_prompts, prompts::update::update_prompts))
        .routes(routes!(tickets::email_verification::create_email_verification))
        .routes(routes!(tickets::password_change::create_password_change))
        .routes(routes!(jobs::verification_email::create_verification_email))
        .routes(routes!(jobs::get::get_job))
        .routes(routes!(jobs::errors::get_job_errors))
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
