//! Whether something happened lately.

use anteroom_model::{EventKind, TenantId, Timestamp};

use crate::db::{Connection, Error, Sql};

/// Whether an event of this kind and for this reason was done to the user since then.
///
/// # Errors
/// When the database cannot be asked.
pub async fn happened_since(
    connection: &Connection<'_>,
    tenant: TenantId,
    user_id: &str,
    (kind, reason): (EventKind, &str),
    since: Timestamp,
) -> Result<bool, Error> {
    let sql = Sql::new("SELECT id FROM event WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND target_kind = 'user' AND target_id = ").bind(user_id).push(" AND at > ").bind(since);
    let sql = sql.push(" AND kind = ").bind(kind.name()).push(" AND reason = ").bind(reason).push(" LIMIT 1");
    Ok(connection.one::<(i64,)>(sql).await?.is_some())
}
