//! Making jobs and calling them off.

use anteroom_model::job::{Job, JobStatus};
use anteroom_model::{TenantId, Timestamp};
use serde_json::Value;

use crate::db::{Connection, Error, Sql};
use crate::json;

/// Stores a job that has nothing to remember.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has a job of this id.
pub async fn insert(connection: &Connection<'_>, tenant: TenantId, job: &Job) -> Result<(), Error> {
    insert_asked(connection, tenant, job, &Value::Object(serde_json::Map::new()), Timestamp(0)).await.map(|_| ())
}

/// Stores a job with what was asked for, and answers its internal key. One whose file is still on its way is abandoned
/// when nothing is heard of it until this time; others wait until then, if at all.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has a job of this id.
pub async fn insert_asked(
    connection: &Connection<'_>,
    tenant: TenantId,
    job: &Job,
    request: &Value,
    until: Timestamp,
) -> Result<i64, Error> {
    let sql = Sql::new(
        "INSERT INTO job (tenant_id, job_id, kind, status, request, result, created_at, updated_at, lease_until) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([&job.job_id, job.kind.name(), job.status.name(), &json::text(request), "{}"])
    .push(", ")
    .bind_list([job.created_at, job.updated_at, until])
    .push(") RETURNING id");
    Ok(connection.one::<(i64,)>(sql).await?.ok_or(Error::AffectedRows(0))?.0)
}

/// Notes that a file is still on its way. Answers false when its job is gone.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_upload(
    connection: &Connection<'_>,
    tenant: TenantId,
    key: i64,
    until: Timestamp,
) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE job SET lease_until = ").bind(until);
    Ok(connection.execute(uploading(sql, tenant, key)).await? == 1)
}

/// Shows a job whose file is there now: it waits to be done.
///
/// # Errors
/// [`Error::AffectedRows`] when it is gone.
pub async fn uploaded(
    connection: &Connection<'_>,
    tenant: TenantId,
    key: i64,
    request: &Value,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE job SET lease_until = 0, status = ")
        .bind(JobStatus::Pending.name())
        .push(", request = ")
        .bind(json::text(request))
        .push(", created_at = ")
        .bind(now)
        .push(", updated_at = ")
        .bind(now);
    connection.execute_one(uploading(sql, tenant, key)).await
}

/// Forgets a job whose file did not arrive, and what of it did.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_upload(connection: &Connection<'_>, tenant: TenantId, key: i64) -> Result<(), Error> {
    connection.execute(uploading(Sql::new("DELETE FROM job"), tenant, key)).await.map(|_| ())
}

fn uploading(sql: Sql, tenant: TenantId, key: i64) -> Sql {
    sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(key).push(" AND status = 'uploading'")
}

/// What became of the wish to call a job off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// It is called off.
    Now,
    /// It was over before.
    TooLate,
}

/// Calls a job off: whoever holds it writes nothing for it any more.
///
/// # Errors
/// When the database cannot be written.
pub async fn cancel(
    connection: &Connection<'_>,
    tenant: TenantId,
    key: i64,
    result: &Value,
    now: Timestamp,
) -> Result<Cancelled, Error> {
    let sql = Sql::new("UPDATE job SET status = 'cancelled', lease = '', result = ")
        .bind(json::text(result))
        .push(", updated_at = ")
        .bind(now)
        .push(" WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND id = ")
        .bind(key)
        .push(" AND status IN ('pending', 'processing')");
    Ok(if connection.execute(sql).await? == 1 { Cancelled::Now } else { Cancelled::TooLate })
}
