//! What a new release brings to databases of the release before, besides tables.

use anteroom_model::resource_server::{ResourceServer, management_scopes};
use anteroom_model::scope::{Scopes, all_management};
use anteroom_model::{PlatformRole, TenantId};

use crate::db::{Connection, Error, Sql};
use crate::{json, resource_server, tenant};

/// Gives every tenant's Management API the scopes that this release has. A super administrator's machine that held all
/// scopes there were holds all there are now; whoever was granted fewer keeps those.
///
/// # Errors
/// When the database cannot be asked or written.
pub async fn adopt_scopes(connection: &Connection<'_>) -> Result<(), Error> {
    for tenant in tenant::all(connection).await? {
        let servers = resource_server::all(connection, tenant.id).await?;
        for server in servers.into_iter().filter(|server| server.is_system && lacks_scopes(server)) {
            widen_grants(connection, tenant.id, &server).await?;
            let sql = Sql::new("UPDATE resource_server SET scopes = ").bind(json::text(&management_scopes()));
            let sql = sql.push(" WHERE tenant_id = ").bind(tenant.id).push(" AND id = ").bind(server.key);
            connection.execute_one(sql).await?;
        }
    }
    Ok(())
}

fn lacks_scopes(server: &ResourceServer) -> bool {
    all_management().first_beyond(&known(server)).is_some()
}

fn known(server: &ResourceServer) -> Scopes {
    Scopes::from_names(server.scopes.iter().map(|scope| scope.value.as_str()))
}

async fn widen_grants(connection: &Connection<'_>, tenant: TenantId, server: &ResourceServer) -> Result<(), Error> {
    let sql = Sql::new(
        "SELECT g.id, g.scopes FROM client_grant g JOIN client c ON c.id = g.client_key AND c.tenant_id = g.tenant_id \
         WHERE g.subject_type = 'client' AND g.tenant_id = ",
    )
    .bind(tenant)
    .push(" AND g.resource_server_key = ")
    .bind(server.key)
    .push(" AND c.platform_rank = ")
    .bind(PlatformRole::SuperAdmin.name());
    let grants: Vec<(i64, String)> = connection.all(sql.push(" ORDER BY g.id")).await?;
    let before = known(server);
    for (grant, scopes) in grants {
        let scopes = Scopes::stored(scopes);
        if before.first_beyond(&scopes).is_none() {
            let all = all_management();
            let all = Scopes::from_names(scopes.names().chain(all.names()));
            let sql = Sql::new("UPDATE client_grant SET scopes = ").bind(all.as_str()).push(" WHERE tenant_id = ");
            connection.execute_one(sql.bind(tenant).push(" AND id = ").bind(grant)).await?;
        }
    }
    Ok(())
}
