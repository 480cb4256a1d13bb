//! What was wrong with the entries of a job's file.

use anteroom_model::TenantId;
use serde_json::Value;

use super::{Claim, value};
use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

/// Entries written by one statement.
const AT_ONCE: usize = 50;

/// What was wrong with an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryErrors {
    /// The entry's place in the file, from 0; unique in the job.
    pub position: i64,
    /// The entry as it was sent, but without secrets.
    pub entry: Value,
    /// A list of `{code, message, path}`.
    pub errors: Value,
}

impl FromRow for EntryErrors {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { position: columns.take()?, entry: value(columns)?, errors: value(columns)? })
    }
}

/// Keeps what was wrong with entries: in the transaction of the batch that they stood in.
///
/// # Errors
/// [`Error::Duplicate`] when the job has errors of one of these positions.
pub async fn insert_errors(connection: &Connection<'_>, claim: &Claim, entries: &[EntryErrors]) -> Result<(), Error> {
    for entries in entries.chunks(AT_ONCE) {
        let mut sql = Sql::new("INSERT INTO job_error (tenant_id, job_key, position, entry, errors) VALUES ");
        for (index, entry) in entries.iter().enumerate() {
            sql = sql.push(if index == 0 { "(" } else { ", (" }).bind(claim.tenant).push(", ");
            sql = sql.bind_list([claim.key, entry.position]).push(", ");
            sql = sql.bind_list([json::text(&entry.entry), json::text(&entry.errors)]).push(")");
        }
        connection.execute(sql).await?;
    }
    Ok(())
}

/// Forgets what was wrong with a job's entries: they are looked at anew.
///
/// # Errors
/// When the database cannot be written.
pub async fn forget_errors(connection: &Connection<'_>, claim: &Claim) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM job_error WHERE tenant_id = ").bind(claim.tenant).push(" AND job_key = ");
    connection.execute(sql.bind(claim.key)).await?;
    Ok(())
}

/// What was wrong with entries behind this position (-1 for all), in the order of the file, at most so many.
///
/// # Errors
/// When the database cannot be asked.
pub async fn errors(
    connection: &Connection<'_>,
    tenant: TenantId,
    job_key: i64,
    after: i64,
    limit: i64,
) -> Result<Vec<EntryErrors>, Error> {
    let sql = Sql::new("SELECT position, entry, errors FROM job_error WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND job_key = ").bind(job_key).push(" AND position > ").bind(after);
    connection.all(sql.push(" ORDER BY position LIMIT ").bind(limit)).await
}

/// Whether anything was wrong with any entry.
///
/// # Errors
/// When the database cannot be asked.
pub async fn has_errors(connection: &Connection<'_>, tenant: TenantId, job_key: i64) -> Result<bool, Error> {
    let sql = Sql::new("SELECT position FROM job_error WHERE tenant_id = ").bind(tenant).push(" AND job_key = ");
    Ok(connection.one::<(i64,)>(sql.bind(job_key).push(" ORDER BY position LIMIT 1")).await?.is_some())
}
