//! Lists of all users: a walk along the index of the order.

use anteroom_model::TenantId;

use super::order::{Cursor, Order};
use super::{Page, UserList};
use crate::db::{Connection, Error, Sql};

/// From how many users to pass over on it is worth asking which end is nearer.
const FAR: i64 = 10_000;

/// The tenant's users, as its counter tells: for a statement that must see the same moment as the rest of it.
const COUNTED: &str = "(SELECT CAST(coalesce(sum(c.delta), 0) AS BIGINT) FROM user_count c WHERE c.tenant_id = ";

/// The places of the page. Only the index is read; passed over are at most half of the users.
pub(super) async fn page(connection: &Connection<'_>, tenant: TenantId, wanted: &UserList) -> Result<Page, Error> {
    if wanted.after.is_none() && wanted.offset >= FAR {
        let total = super::super::count(connection, tenant).await?;
        if wanted.offset > total / 2 {
            return from_the_end(connection, tenant, wanted).await;
        }
    }
    let sql = ordered(tenant, wanted.order, wanted.after.as_ref());
    let sql = sql.push(" LIMIT ").bind(wanted.limit.saturating_add(1));
    let sql = if wanted.offset == 0 { sql } else { sql.push(" OFFSET ").bind(wanted.offset) };
    Ok(Page::of(connection.all(sql).await?, wanted.limit))
}

/// The same, counted from the last user back, within one statement. It does not tell what follows: nobody reads on by
/// cursor from a page that was asked for by number.
async fn from_the_end(connection: &Connection<'_>, tenant: TenantId, wanted: &UserList) -> Result<Page, Error> {
    let order = Order { direction: wanted.order.direction.reversed(), ..wanted.order };
    // The last page may be shorter; what is negative is none of both.
    let left = |sql: Sql| sql.push(COUNTED).bind(tenant).push(") - ").bind(wanted.offset);
    let sql = left(ordered(tenant, order, None).push(" LIMIT CASE WHEN "));
    let sql = left(sql.push(" < 0 THEN 0 WHEN ")).push(" < ").bind(wanted.limit).push(" THEN ");
    let sql = left(sql).push(" ELSE ").bind(wanted.limit).push(" END OFFSET CASE WHEN ");
    let sql = left(sql).push(" > ").bind(wanted.limit).push(" THEN ");
    let sql = left(sql).push(" - ").bind(wanted.limit).push(" ELSE 0 END");
    let mut places: Vec<Cursor> = connection.all(sql).await?;
    places.reverse();
    Ok(Page { places, next: None, total: None })
}

fn ordered(tenant: TenantId, order: Order, after: Option<&Cursor>) -> Sql {
    let column = order.column;
    let (table, key, named) = match column.is_activity() {
        true => (" FROM user_activity s WHERE ", "s.user_key", "s.tenant_id = "),
        false => (" FROM users u WHERE ", "u.key", "u.tenant_id = "),
    };
    let sql = order.type_of_value(Sql::new("SELECT ").push(key)).push(column.sql()).push(table);
    let sql = order.behind(sql.push(named).bind(tenant), after, column.sql(), key);
    order.sorted(sql, column.sql(), key)
}
