//! What was counted of each day: rows to be summed, so that nobody waits for anybody and nobody counts events.

use anteroom_model::stats::{Day, Measure};
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql, Value};
use crate::user::insert_rows;

/// Rows of a day and measure that may lie about before they are folded into one.
const LOOSE: i64 = 20;

/// Something to add.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// To which day.
    pub day: Day,
    /// To what.
    pub measure: Measure,
    /// How many.
    pub delta: i64,
    /// When it happened.
    pub at: Timestamp,
}

/// What a day comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The day.
    pub day: Day,
    /// What was counted; absent when a newer version counts what this one does not know.
    pub measure: Option<Measure>,
    /// How many.
    pub count: i64,
    /// When the first of them was added.
    pub first_at: Timestamp,
    /// When the last was.
    pub last_at: Timestamp,
}

impl FromRow for Counted {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            day: Day(columns.take()?),
            measure: Measure::parse(&columns.take::<String>()?),
            count: columns.take()?,
            first_at: columns.take()?,
            last_at: columns.take()?,
        })
    }
}

/// Adds these, with one statement.
///
/// # Errors
/// When the database cannot be written.
pub async fn add(connection: &Connection<'_>, tenant: TenantId, counts: &[Count]) -> Result<(), Error> {
    let row = |count: &Count| -> Vec<Value> {
        let Count { day, measure, delta, at } = *count;
        vec![tenant.into(), day.0.into(), measure.name().into(), delta.into(), at.into(), at.into()]
    };
    let head = "INSERT INTO daily_count (tenant_id, day, measure, delta, first_at, last_at) VALUES ";
    insert_rows(connection, head, counts.iter().map(row).collect()).await
}

/// What the days from the first to the last come to, where anything was counted.
///
/// # Errors
/// When the database cannot be asked.
pub async fn between(
    connection: &Connection<'_>,
    tenant: TenantId,
    (first, last): (Day, Day),
) -> Result<Vec<Counted>, Error> {
    // PostgreSQL makes a decimal of a sum of integers.
    let sql = Sql::new(
        "SELECT day, measure, CAST(sum(delta) AS BIGINT), min(first_at), max(last_at) FROM daily_count \
         WHERE tenant_id = ",
    );
    let sql = sql.bind(tenant).push(" AND day >= ").bind(first.0).push(" AND day <= ").bind(last.0);
    connection.all(sql.push(" GROUP BY day, measure ORDER BY day, measure")).await
}

/// Folds what was added to a day and measure into one row, wherever that is many.
///
/// # Errors
/// When the database cannot be written.
pub async fn compact(connection: &Connection<'_>) -> Result<(), Error> {
    let sql = Sql::new(
        "SELECT tenant_id, day, measure FROM daily_count WHERE NOT is_folded GROUP BY tenant_id, day, measure \
         HAVING count(*) > ",
    )
    .bind(LOOSE);
    let found: Vec<(TenantId, i64, String)> = connection.all(sql.push(" ORDER BY tenant_id, day, measure")).await?;
    for (tenant, day, measure) in found {
        // Rows of transactions that have not committed are not seen, not deleted and so not lost.
        let sql = Sql::new("DELETE FROM daily_count WHERE tenant_id = ").bind(tenant).push(" AND day = ").bind(day);
        let sql = sql.push(" AND measure = ").bind(&measure).push(" RETURNING delta, first_at, last_at");
        let rows: Vec<(i64, i64, i64)> = connection.all(sql).await?;
        let Some(first_at) = rows.iter().map(|(_, first_at, _)| *first_at).min() else { continue };
        let last_at = rows.iter().map(|(_, _, last_at)| *last_at).max().unwrap_or(first_at);
        let delta: i64 = rows.iter().map(|(delta, ..)| *delta).sum();
        let sql =
            Sql::new("INSERT INTO daily_count (tenant_id, day, measure, delta, first_at, last_at, is_folded) VALUES (");
        let sql = sql.bind(tenant).push(", ").bind(day).push(", ").bind(&measure).push(", ");
        connection.execute_one(sql.bind_list([delta, first_at, last_at]).push(", TRUE)")).await?;
    }
    Ok(())
}
