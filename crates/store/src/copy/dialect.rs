//! What the engines are asked in words of their own.

use super::tables::Table;
use crate::db::{Connection, Dialect, Error, Sql};

/// The names of a table's columns, in the table's order.
pub(super) async fn columns(connection: &Connection<'_>, table: &Table) -> Result<Vec<String>, Error> {
    let sql = match connection.dialect() {
        Dialect::Sqlite => Sql::new("SELECT name FROM pragma_table_info(").bind(table.name).push(") ORDER BY cid"),
        Dialect::Postgres => Sql::new(
            "SELECT attname::text FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attrelid = to_regclass(",
        )
        .bind(table.name)
        .push(") ORDER BY attnum"),
    };
    let found: Vec<(String,)> = connection.all(sql).await?;
    if found.is_empty() {
        return Err(Error::Corrupt(format!("there is no table {}", table.name)));
    }
    Ok(found.into_iter().map(|(name,)| name).collect())
}

/// The greatest number that the column ever had, also in rows that were deleted; 0 if it never had one.
pub(super) async fn last_number(connection: &Connection<'_>, table: &Table, column: &str) -> Result<i64, Error> {
    let given = match connection.dialect() {
        Dialect::Sqlite => Sql::new("SELECT seq FROM sqlite_sequence WHERE name = ").bind(table.name),
        Dialect::Postgres => Sql::new("SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(")
            .bind(table.name)
            .push(", ")
            .bind(column)
            .push(")::regclass), 0)"),
    };
    let given: Option<(i64,)> = connection.one(given).await?;
    let present = format!("SELECT coalesce(max(\"{column}\"), 0) FROM {}", table.name);
    let present: Option<(i64,)> = connection.one(Sql::new(&present)).await?;
    Ok(given.max(present).map_or(0, |(last,)| last))
}

/// Sets the number behind which the column goes on.
pub(super) async fn set_last_number(
    connection: &Connection<'_>,
    table: &Table,
    column: &str,
    last: i64,
) -> Result<(), Error> {
    if last == 0 {
        return Ok(());
    }
    if connection.dialect() == Dialect::Sqlite {
        connection.execute(Sql::new("DELETE FROM sqlite_sequence WHERE name = ").bind(table.name)).await?;
        let sql = Sql::new("INSERT INTO sqlite_sequence (name, seq) VALUES (").bind(table.name).push(", ").bind(last);
        return connection.execute_one(sql.push(")")).await;
    }
    let sql = Sql::new("SELECT setval(pg_get_serial_sequence(").bind(table.name).push(", ").bind(column);
    connection.one::<(i64,)>(sql.push(")::regclass, ").bind(last).push(")")).await?;
    Ok(())
}

/// Makes one file of a SQLite database again, with nothing beside it that a copy of the file would lack.
pub(super) async fn settle(connection: &Connection<'_>) -> Result<(), Error> {
    match connection.dialect() {
        Dialect::Sqlite => connection.batch("PRAGMA wal_checkpoint(TRUNCATE)").await,
        Dialect::Postgres => Ok(()),
    }
}
