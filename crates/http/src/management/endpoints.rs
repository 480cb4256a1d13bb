//! Which endpoint answers what.

use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{
    anomaly, attack_protection, client_grants, clients, connections, device_credentials, document, grants, jobs, logs,
    prompts, refresh_tokens, resource_servers, roles, sessions, stats, tenants, tickets, user_blocks, user_fields,
    users,
};
use crate::state::App;

/// All endpoints with their document.
pub(super) fn endpoints() -> OpenApiRouter<App> {
    let empty = OpenApiRouter::with_openapi(document::Document::openapi());
    work(settings(applications(access(roles_of_applications(people(empty))))))
}

/// Users and what is said of them.
fn people(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(users::list::list_users, users::create::create_user))
        .routes(routes!(users::get::get_user, users::update::update_user, users::delete::delete_user))
        .routes(routes!(users::create_many::create_users))
        .routes(routes!(users::bulk::change_users))
        .routes(routes!(users::status::set_user_status))
        .routes(routes!(users::logs::list_user_logs))
        .routes(routes!(users::sessions::list_user_sessions, users::sessions::delete_user_sessions))
        .routes(routes!(
            users::refresh_tokens::list_user_refresh_tokens,
            users::refresh_tokens::delete_user_refresh_tokens
        ))
        .routes(routes!(users::revoke_access::revoke_user_access))
        .routes(routes!(users::roles::list_user_roles, users::roles::give_user_roles, users::roles::take_user_roles))
        .routes(routes!(
            users::permissions::list_user_permissions,
            users::permissions::give_user_permissions,
            users::permissions::take_user_permissions
        ))
        .routes(routes!(users::effective::roles::list_effective_roles))
        .routes(routes!(users::effective::permissions::list_effective_permissions))
        .routes(routes!(users::effective::sources::list_permission_roles))
        .routes(routes!(users::by_email::list_users_by_email))
        .routes(routes!(user_fields::list::list_user_fields))
        .routes(routes!(user_fields::update::update_user_field))
}

/// Roles of the tenant's own applications.
fn roles_of_applications(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(roles::list::list_roles, roles::create::create_role))
        .routes(routes!(roles::get::get_role, roles::update::update_role, roles::delete::delete_role))
        .routes(routes!(
            roles::permissions::list_role_permissions,
            roles::permissions::add_role_permissions,
            roles::permissions::remove_role_permissions
        ))
        .routes(routes!(roles::members::list_role_members, roles::members::add_role_members))
}

/// What was given to whom, and how it ends.
fn access(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
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
}

/// Applications, the APIs they call, and where users come from.
fn applications(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
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
}

/// What the tenant has chosen.
fn settings(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
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
}

/// Links, jobs and the record.
fn work(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(tickets::email_verification::create_email_verification))
        .routes(routes!(tickets::password_change::create_password_change))
        .routes(routes!(jobs::verification_email::create_verification_email))
        .routes(routes!(jobs::get::get_job))
        .routes(routes!(jobs::errors::get_job_errors))
        .routes(routes!(jobs::list::list_jobs))
        .routes(routes!(jobs::cancel::cancel_job))
        .routes(routes!(jobs::users_exports::create_users_export))
        .routes(routes!(jobs::users_imports::create_users_import))
        .routes(routes!(logs::list::list_logs))
        .routes(routes!(logs::get::get_log))
        .routes(routes!(stats::daily::list_daily_stats))
        .routes(routes!(stats::active_users::count_active_users))
}
