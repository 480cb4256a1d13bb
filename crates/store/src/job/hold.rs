//! Taking a job that is known by its key.

use anteroom_model::{TenantId, Timestamp};

use super::claim::Claim;
use super::find_stored;
use crate::db::{Connection, Error, Sql};

/// Takes a job that is being done, whoever holds it, until this time: for a command that is run again after it broke off.
/// Whoever held it writes nothing for it any more.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not being done.
pub async fn take_over(
    connection: &Connection<'_>,
    tenant: TenantId,
    job_id: &str,
    lease: &str,
    lease_until: Timestamp,
) -> Result<Claim, Error> {
    let sql = Sql::new("UPDATE job SET lease = ").bind(lease).push(", lease_until = ").bind(lease_until);
    let sql = sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND job_id = ").bind(job_id);
    connection.execute_one(sql.push(" AND status = 'processing'")).await?;
    let stored = find_stored(connection, tenant, job_id).await?.ok_or(Error::AffectedRows(0))?;
    Ok(Claim {
        tenant,
        key: stored.key,
        job: stored.job,
        request: stored.request,
        progress: stored.progress,
        attempts: 1,
        lease: lease.to_owned(),
    })
}
