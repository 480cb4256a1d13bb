//! What the engines are asked in words of their own.

use super::tables::{TABLES, Table};
use crate::db::{Connection, Dialect, Error, Sql};
use crate::load::take_indexes_away;

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

/// Drops PostgreSQL's indexes but those of keys, and gives the statements that make them again: they are made of a whole
/// table in a small part of the time that adding row by row takes. SQLite's are cheap enough to stay.
pub(super) async fn drop_indexes(connection: &Connection<'_>) -> Result<Vec<String>, Error> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(Vec::new());
    }
    let tables: Vec<&str> = TABLES.iter().map(|table| table.name).chain(["user_attribute"]).collect();
    take_indexes_away(connection, &tables).await
}

/// Makes the database ready for use: of SQLite one file, with nothing beside it that a copy of the file would lack; for
/// PostgreSQL's planner the numbers of the rows, which it would else know a minute later.
pub(super) async fn settle(connection: &Connection<'_>) -> Result<(), Error> {
    connection
        .batch(match connection.dialect() {
            Dialect::Sqlite => "PRAGMA wal_checkpoint(TRUNCATE)",
            Dialect::Postgres => "ANALYZE",
        })
        .await
}
