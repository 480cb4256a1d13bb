//! The one row about the whole installation.

use crate::db::{Connection, Error, Sql};

/// The number of the configuration: it grows with every change of tenants, origins, connections, resource servers and
/// keys, so that every process notices that what it has cached is old.
///
/// # Errors
/// When the database cannot be asked.
pub async fn config_version(connection: &Connection<'_>) -> Result<i64, Error> {
    let found: Option<(i64,)> =
        connection.one(Sql::new("SELECT config_version FROM installation WHERE id = 1")).await?;
    found.map(|(version,)| version).ok_or_else(|| Error::Corrupt("the table installation is empty".to_owned()))
}

/// Says that the configuration has changed.
///
/// # Errors
/// When the database cannot be written.
pub async fn bump_config_version(connection: &Connection<'_>) -> Result<(), Error> {
    connection.execute_one(Sql::new("UPDATE installation SET config_version = config_version + 1 WHERE id = 1")).await
}

/// Locks the installation until the transaction ends, so that only one process makes the first tenant.
///
/// # Errors
/// When the database cannot be asked.
pub async fn lock(connection: &Connection<'_>) -> Result<(), Error> {
    let sql = Sql::new("SELECT id FROM installation WHERE id = 1").push(connection.dialect().for_update());
    let _: Option<(i64,)> = connection.one(sql).await?;
    Ok(())
}
