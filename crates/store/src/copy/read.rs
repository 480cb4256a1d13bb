//! The side that is read.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::mpsc::Sender;

use super::dialect::{columns, last_number};
use super::error::CopyError;
use super::tables::{EVENT, EVENT_DETAIL, TABLES, Table};
use super::{Batch, Message, Total};
use crate::db::{Connection, Db, Error, Sql, Value};

/// Rows of one batch, and values of all its rows: below what a statement of either engine takes.
const ROWS: usize = 500;
const VALUES: usize = 16_000;

/// Reads everything as it was at one moment and sends it; ends early when nobody takes it any more.
pub(super) async fn read(
    from: &Db,
    messages: Sender<Message>,
    mut on_table: impl FnMut(&'static str, u64),
) -> Result<(), CopyError> {
    let snapshot = from.snapshot().await.map_err(CopyError::Source)?;
    let reader = Reader { connection: snapshot.connection().map_err(CopyError::Source)?, messages };
    let mut totals = Vec::with_capacity(TABLES.len());
    for table in TABLES.iter().filter(|table| table.name != EVENT_DETAIL.name) {
        let read = match table.name == EVENT.name {
            true => reader.events().await,
            false => reader.table(table).await,
        };
        let Some(read) = read.map_err(CopyError::Source)? else { return Ok(()) };
        read.iter().for_each(|total| on_table(total.table.name, total.rows));
        totals.extend(read);
    }
    for total in &totals {
        let found = super::count(&reader.connection, total.table).await.map_err(CopyError::Source)?;
        total.check(found)?;
    }
    // Nobody takes it when the other side has failed, and then it is that side which says why.
    let _ = reader.messages.send(Message::End(totals)).await;
    Ok(())
}

struct Reader<'a> {
    connection: Connection<'a>,
    messages: Sender<Message>,
}

impl Reader<'_> {
    /// Reads and sends a table; nothing when nobody takes it.
    async fn table(&self, table: &'static Table) -> Result<Option<Vec<Total>>, Error> {
        let mut walk = Walk::new(&self.connection, table).await?;
        let mut total = Total { table, rows: 0, last: 0 };
        while let Some(rows) = walk.next(&self.connection).await? {
            if !self.send(table, &walk.columns, rows, &mut total).await {
                return Ok(None);
            }
        }
        if let Some(column) = table.numbered {
            total.last = last_number(&self.connection, table, column).await?;
        }
        Ok(Some(vec![total]))
    }

    /// Reads and sends the record.
    ///
    /// Its position is a transaction's number, which means nothing in another cluster. Instead the events get new
    /// numbers in the order of their positions, in which those of each tenant became visible, and the position 0.
    async fn events(&self) -> Result<Option<Vec<Total>>, Error> {
        let mut walk = Walk::new(&self.connection, EVENT).await?;
        let (id, position) = (walk.place("id")?, walk.place("position")?);
        let details: Arc<[String]> = columns(&self.connection, EVENT_DETAIL).await?.into();
        let event_id = place(&details, "event_id")?;
        let mut events = Total { table: EVENT, rows: 0, last: 0 };
        let mut of_events = Total { table: EVENT_DETAIL, rows: 0, last: 0 };
        while let Some(mut rows) = walk.next(&self.connection).await? {
            let mut renumbered = HashMap::with_capacity(rows.len());
            for row in &mut rows {
                events.last += 1;
                renumbered.insert(integer(&row[id])?, events.last);
                row[id] = Value::Int(events.last);
                row[position] = Value::Int(0);
            }
            let sql = select(&details, EVENT_DETAIL).push(" WHERE event_id IN (").bind_list(renumbered.keys().copied());
            let mut found: Vec<Vec<Value>> = self.connection.all_planned_anew(sql.push(")")).await?;
            for row in &mut found {
                row[event_id] = renumbered.get(&integer(&row[event_id])?).copied().into();
            }
            if !self.send(EVENT, &walk.columns, rows, &mut events).await
                || !self.send(EVENT_DETAIL, &details, found, &mut of_events).await
            {
                return Ok(None);
            }
        }
        Ok(Some(vec![events, of_events]))
    }

    /// Whether anybody took it.
    async fn send(
        &self,
        table: &'static Table,
        columns: &Arc<[String]>,
        rows: Vec<Vec<Value>>,
        total: &mut Total,
    ) -> bool {
        total.rows += rows.len() as u64;
        let batch = Batch { table, columns: Arc::clone(columns), rows };
        batch.rows.is_empty() || self.messages.send(Message::Rows(batch)).await.is_ok()
    }
}

/// A way through a table, batch by batch. No tenant is named here: all are copied.
struct Walk {
    table: &'static Table,
    columns: Arc<[String]>,
    /// The places of the key's columns.
    key: Vec<usize>,
    /// The key of the last row read.
    after: Option<Vec<Value>>,
}

impl Walk {
    async fn new(connection: &Connection<'_>, table: &'static Table) -> Result<Self, Error> {
        let columns = columns(connection, table).await?;
        let key = table.order.iter().map(|name| place(&columns, name)).collect::<Result<_, _>>()?;
        Ok(Self { table, columns: columns.into(), key, after: None })
    }

    fn place(&self, name: &str) -> Result<usize, Error> {
        place(&self.columns, name)
    }

    /// The next rows, if there are more.
    async fn next(&mut self, connection: &Connection<'_>) -> Result<Option<Vec<Vec<Value>>>, Error> {
        let order = quoted(self.table.order);
        let mut sql = select(&self.columns, self.table);
        if let Some(after) = self.after.take() {
            sql = sql.push(" WHERE (").push(&order).push(") > (").bind_list(after).push(")");
        }
        let limit = (VALUES / self.columns.len()).min(ROWS);
        sql = sql.push(" ORDER BY ").push(&order).push(" LIMIT ").push(&limit.to_string());
        let rows: Vec<Vec<Value>> = connection.all_planned_anew(sql).await?;
        self.after = rows.last().map(|row| self.key.iter().map(|place| row[*place].clone()).collect());
        Ok(self.after.is_some().then_some(rows))
    }
}

fn select(columns: &[String], table: &Table) -> Sql {
    Sql::new("SELECT ").push(&quoted(columns)).push(" FROM ").push(table.name)
}

/// The names as a statement takes them, whatever words of SQL they are.
pub(super) fn quoted<T: AsRef<str>>(names: &[T]) -> String {
    names.iter().map(|name| format!("\"{}\"", name.as_ref())).collect::<Vec<_>>().join(", ")
}

fn place(columns: &[String], name: &str) -> Result<usize, Error> {
    let found = columns.iter().position(|column| column == name);
    found.ok_or_else(|| Error::Corrupt(format!("there is no column {name}")))
}

fn integer(value: &Value) -> Result<i64, Error> {
    match value {
        Value::Int(value) => Ok(*value),
        _ => Err(Error::Corrupt("an event's number is not an integer".to_owned())),
    }
}
