//! Storing many rows at once.

use std::pin::pin;

use deadpool_postgres::Client;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};

use super::error::Error;
use super::value::Value;

/// The most values of one statement. Many rows of one statement cost SQLite less than as many statements, above all for
/// its full-text index.
const VALUES: usize = 12_800;

/// Into SQLite, many rows a statement.
pub(super) fn into_sqlite(connection: &rusqlite::Connection, head: &str, rows: &[&[Value]]) -> Result<u64, Error> {
    let mut stored = 0;
    for part in parts(rows, rows.first().map_or(1, |row| row.len())) {
        let width = part.first().map_or(1, |row| row.len());
        let row = format!("({})", vec!["?"; width].join(", "));
        let mut statement =
            connection.prepare_cached(&format!("{head}{}", vec![row.as_str(); part.len()].join(", ")))?;
        let values = part.iter().flat_map(|row| row.iter());
        stored += statement.execute(rusqlite::params_from_iter(values))? as u64;
    }
    Ok(stored)
}

/// Into PostgreSQL, as a stream (`COPY`): it reads no statements and no numbers of values.
pub(super) async fn into_postgres(client: &Client, head: &str, rows: &[&[Value]]) -> Result<u64, Error> {
    if rows.is_empty() {
        return Ok(0);
    }
    let wrong = || Error::Statement("rows are stored by an INSERT up to its VALUES".to_owned());
    let named = head.strip_prefix("INSERT INTO ").and_then(|rest| rest.strip_suffix(" VALUES ")).ok_or_else(wrong)?;
    let types = types(client, named).await?;
    let sink = client.copy_in(&format!("COPY {named} FROM STDIN BINARY")).await?;
    let mut writer = pin!(BinaryCopyInWriter::new(sink, &types));
    for row in rows {
        let values: Vec<&(dyn ToSql + Sync)> = row.iter().map(|value| value as _).collect();
        writer.as_mut().write(&values).await?;
    }
    Ok(writer.finish().await?)
}

/// The types of the columns that are named behind the table.
async fn types(client: &Client, named: &str) -> Result<Vec<Type>, Error> {
    let columns = named.split_once(" (").and_then(|(table, columns)| Some((table, columns.strip_suffix(')')?)));
    let (table, columns) = columns.ok_or_else(|| Error::Statement("no columns are named".to_owned()))?;
    let asked = client.prepare_cached(&format!("SELECT {columns} FROM {table} LIMIT 0")).await?;
    Ok(asked.columns().iter().map(|column| column.type_().clone()).collect())
}

/// Parts of a list whose lengths are powers of two, so that few texts are made, with as many rows of this width as one
/// statement takes.
fn parts<T>(mut rows: &[T], width: usize) -> Vec<&[T]> {
    let most = (VALUES / width.max(1)).max(1);
    let most = if most.is_power_of_two() { most } else { most.next_power_of_two() / 2 };
    let mut parts = Vec::new();
    while !rows.is_empty() {
        let half = rows.len().next_power_of_two();
        let length = most.min(if half > rows.len() { half / 2 } else { half });
        let (part, rest) = rows.split_at(length);
        parts.push(part);
        rows = rest;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn parts_have_few_lengths_and_lose_nothing() {
        for count in 0..300_usize {
            let all: Vec<_> = (0..count).collect();
            let found = parts(&all, 100);
            assert!(found.iter().all(|part| part.len().is_power_of_two() && part.len() <= 128));
            assert_eq!(found.concat(), all);
        }
        assert_eq!(parts(&[1, 2, 3], 100_000).len(), 3);
    }
}
