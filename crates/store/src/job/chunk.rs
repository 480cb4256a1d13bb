//! A job's file, in pieces: what it reads or has written.

use anteroom_model::TenantId;

use crate::db::{Connection, Error, Sql};

/// Adds a piece of a file. Positions begin at 0 and have no gaps.
///
/// # Errors
/// [`Error::Duplicate`] when the position is taken.
pub async fn append_chunk(
    connection: &Connection<'_>,
    tenant: TenantId,
    job_key: i64,
    position: i64,
    content: Vec<u8>,
) -> Result<(), Error> {
    let sql = Sql::new("INSERT INTO job_chunk (tenant_id, job_key, position, content) VALUES (").bind(tenant);
    let sql = sql.push(", ").bind_list([job_key, position]).push(", ").bind(content);
    connection.execute_one(sql.push(")")).await
}

/// The piece at this position; none behind the last one.
///
/// # Errors
/// When the database cannot be asked.
pub async fn chunk(
    connection: &Connection<'_>,
    tenant: TenantId,
    job_key: i64,
    position: i64,
) -> Result<Option<Vec<u8>>, Error> {
    let sql = Sql::new("SELECT content FROM job_chunk WHERE tenant_id = ").bind(tenant).push(" AND job_key = ");
    let sql = sql.bind(job_key).push(" AND position = ").bind(position);
    Ok(connection.one::<(Vec<u8>,)>(sql).await?.map(|(content,)| content))
}

/// Forgets pieces of a job's file, at most so many; answers how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_chunks(
    connection: &Connection<'_>,
    tenant: TenantId,
    job_key: i64,
    limit: i64,
) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM job_chunk WHERE tenant_id = ").bind(tenant).push(" AND job_key = ").bind(job_key);
    let sql = sql.push(" AND position IN (SELECT position FROM job_chunk WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND job_key = ").bind(job_key).push(" ORDER BY position LIMIT ").bind(limit);
    connection.execute(sql.push(")")).await
}
