//! What SQLite is taught.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::db::error::Error;
use crate::user::{ATTRIBUTE_COLUMNS, keys_at};

/// Arguments before the columns.
const NAMED: usize = 2;

/// Adds `attribute_keys(path, kind, …)` of [`ATTRIBUTE_COLUMNS`]: the keys that a row of `users` has at a path, as
/// `user_attribute` has them, in a JSON array. A walk asks so whether a user that it meets fits: the tree of
/// `user_attribute` has no order by user.
pub(super) fn add(connection: &Connection) -> Result<(), Error> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("attribute_keys", -1, flags, |context| {
        let text = |index: usize| match index < context.len() {
            true => context.get_raw(index).as_str().ok(),
            false => None,
        };
        let columns = std::array::from_fn::<_, { ATTRIBUTE_COLUMNS.len() }, _>(|index| text(index + NAMED));
        Ok(crate::json::text(&keys_at(text(0).unwrap_or_default(), text(1).unwrap_or_default(), columns)))
    })?;
    Ok(())
}
