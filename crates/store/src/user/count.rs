//! How many users a tenant has, without counting them.

use anteroom_model::TenantId;

use crate::db::{Connection, Error, Sql};

/// The number of the tenant's users.
///
/// # Errors
/// When the database cannot be asked.
pub async fn count(connection: &Connection<'_>, tenant: TenantId) -> Result<i64, Error> {
    // PostgreSQL makes a decimal of a sum of integers; JSON numbers and our rows want an integer.
    let sql =
        Sql::new("SELECT CAST(coalesce(sum(delta), 0) AS BIGINT) FROM user_count WHERE tenant_id = ").bind(tenant);
    Ok(connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// Notes that users came or went. A row of its own, so that nobody waits for anybody.
pub(super) async fn add(connection: &Connection<'_>, tenant: TenantId, delta: i64) -> Result<(), Error> {
    let sql = Sql::new("INSERT INTO user_count (tenant_id, delta) VALUES (").bind(tenant).push(", ").bind(delta);
    connection.execute_one(sql.push(")")).await
}

/// Folds the deltas of every tenant that has more than a hundred of them into one.
///
/// # Errors
/// When the database cannot be written.
pub async fn compact_counts(connection: &Connection<'_>) -> Result<(), Error> {
    let text = "SELECT tenant_id FROM user_count GROUP BY tenant_id HAVING count(*) > 100 ORDER BY tenant_id";
    for (tenant,) in connection.all::<(TenantId,)>(Sql::new(text)).await? {
        // Deltas of transactions that have not committed are not seen, not deleted and so not lost.
        let sql = Sql::new("DELETE FROM user_count WHERE tenant_id = ").bind(tenant).push(" RETURNING delta");
        let deltas = connection.all::<(i64,)>(sql).await?;
        add(connection, tenant, deltas.into_iter().map(|(delta,)| delta).sum()).await?;
    }
    Ok(())
}
