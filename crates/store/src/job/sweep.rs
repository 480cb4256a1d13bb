//! Forgetting jobs that are over, of all tenants: first what hangs on them, a little at a time, for their files may be
//! large.

use anteroom_model::Timestamp;
use anteroom_model::job::JobKind;

use crate::db::{Connection, Error, Sql};

/// The end of a condition: jobs that ended before a time. Over for as long, they were made before as well, which has an
/// index.
fn old(sql: Sql, before: Timestamp) -> Sql {
    let sql = sql.push("status IN ('completed', 'failed', 'cancelled') AND created_at < ").bind(before);
    sql.push(" AND updated_at < ").bind(before)
}

/// Forgets pieces of the files of jobs of this kind that ended before this time.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_chunks_of_old(
    connection: &Connection<'_>,
    kind: JobKind,
    before: Timestamp,
    limit: i64,
) -> Result<u64, Error> {
    let sql = Sql::new(
        "DELETE FROM job_chunk WHERE (job_key, position) IN (SELECT job_key, position FROM job_chunk \
         WHERE job_key IN (SELECT id FROM job WHERE kind = ",
    )
    .bind(kind.name())
    .push(" AND ");
    connection.execute(old(sql, before).push(") ORDER BY job_key, position LIMIT ").bind(limit).push(")")).await
}

/// Forgets errors of the entries of jobs that ended before this time.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_errors_of_old(connection: &Connection<'_>, before: Timestamp, limit: i64) -> Result<u64, Error> {
    let sql = Sql::new(
        "DELETE FROM job_error WHERE (job_key, position) IN (SELECT job_key, position FROM job_error \
         WHERE job_key IN (SELECT id FROM job WHERE ",
    );
    connection.execute(old(sql, before).push(") ORDER BY job_key, position LIMIT ").bind(limit).push(")")).await
}

/// Forgets jobs that ended before this time.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_old(connection: &Connection<'_>, before: Timestamp, limit: i64) -> Result<u64, Error> {
    let sql = old(Sql::new("DELETE FROM job WHERE id IN (SELECT id FROM job WHERE "), before);
    connection.execute(sql.push(" ORDER BY created_at, id LIMIT ").bind(limit).push(")")).await
}

/// Forgets jobs whose files stopped on their way.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_abandoned_uploads(connection: &Connection<'_>, now: Timestamp, limit: i64) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM job WHERE id IN (SELECT id FROM job WHERE status = 'uploading' AND lease_until < ");
    connection.execute(sql.bind(now).push(" ORDER BY lease_until, id LIMIT ").bind(limit).push(")")).await
}
