//! The side that is filled.

use tokio::sync::Mutex;
use tokio::sync::mpsc::Receiver;

use super::dialect::{drop_indexes, set_last_number};
use super::error::CopyError;
use super::read::quoted;
use super::tables::{INSTALLATION, TABLES};
use super::{Batch, Message, Total, count};
use crate::db::{BoxFuture, Connection, Dialect, Error, Sql, Work};
use crate::installation;

/// Fills an empty database in one transaction with what comes in.
pub(super) struct Fill {
    messages: Mutex<Receiver<Message>>,
}

impl Fill {
    pub(super) fn new(messages: Receiver<Message>) -> Self {
        Self { messages: Mutex::new(messages) }
    }

    async fn fill(&self, connection: &Connection<'_>) -> Result<u64, CopyError> {
        // A server that starts meanwhile waits here to see whether there is a tenant.
        installation::lock(connection).await?;
        check_is_empty(connection).await?;
        let indexes = drop_indexes(connection).await?;
        loop {
            match self.next(connection.dialect()).await {
                Some(Message::Rows(batch)) if batch.table.name == INSTALLATION.name => {
                    update_installation(connection, batch).await?;
                }
                Some(Message::Rows(batch)) => insert(connection, batch).await?,
                Some(Message::End(totals)) => return finish(connection, &indexes, &totals).await,
                None => return Err(CopyError::Interrupted),
            }
        }
    }

    async fn next(&self, dialect: Dialect) -> Option<Message> {
        let mut messages = self.messages.lock().await;
        match dialect {
            // Its transactions run to their end in a thread of their own, which may stand still.
            Dialect::Sqlite => messages.blocking_recv(),
            Dialect::Postgres => messages.recv().await,
        }
    }
}

impl Work for Fill {
    type Output = u64;
    type Error = CopyError;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<u64, CopyError>> {
        Box::pin(self.fill(connection))
    }
}

async fn check_is_empty(connection: &Connection<'_>) -> Result<(), CopyError> {
    for table in TABLES.iter().filter(|table| table.name != INSTALLATION.name) {
        let text = format!("SELECT count(*) FROM (SELECT 1 FROM {} LIMIT 1) AS first", table.name);
        let found: Option<(i64,)> = connection.one(Sql::new(&text)).await?;
        if found != Some((0,)) {
            return Err(CopyError::NotEmpty(table.name));
        }
    }
    Ok(())
}

/// Inserts the rows of a batch with one statement.
async fn insert(connection: &Connection<'_>, batch: Batch) -> Result<(), Error> {
    let wanted = batch.rows.len() as u64;
    let mut sql =
        Sql::new("INSERT INTO ").push(batch.table.name).push(" (").push(&quoted(&batch.columns)).push(") VALUES ");
    for (number, row) in batch.rows.into_iter().enumerate() {
        sql = sql.push(if number == 0 { "(" } else { ", (" }).bind_list(row).push(")");
    }
    match connection.execute(sql).await? {
        inserted if inserted == wanted => Ok(()),
        inserted => Err(Error::AffectedRows(inserted)),
    }
}

/// The row is there already. Which cluster of PostgreSQL it stands in is the one thing that it keeps.
async fn update_installation(connection: &Connection<'_>, batch: Batch) -> Result<(), Error> {
    let row = batch.rows.into_iter().next().unwrap_or_default();
    let mut sql = Sql::new("UPDATE installation SET ");
    let kept = batch.columns.iter().zip(row).filter(|(column, _)| *column != "cluster");
    for (number, (column, value)) in kept.enumerate() {
        sql = sql.push(if number == 0 { "" } else { ", " }).push(&quoted(&[column])).push(" = ").bind(value);
    }
    connection.execute_one(sql.push(" WHERE id = 1")).await
}

/// Makes the indexes again and the leaves of metadata, lets the numbered columns go on behind their last number, and counts what is there.
async fn finish(connection: &Connection<'_>, indexes: &[String], totals: &[Total]) -> Result<u64, CopyError> {
    crate::user::rebuild_attributes(connection).await?;
    for definition in indexes {
        connection.batch(definition).await?;
    }
    for total in totals {
        if let Some(column) = total.table.numbered {
            set_last_number(connection, total.table, column, total.last).await?;
        }
        total.check(count(connection, total.table).await?)?;
    }
    Ok(totals.iter().map(|total| total.rows).sum())
}
