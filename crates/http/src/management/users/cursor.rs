//! Cursors of user lists: opaque text that says which list they belong to.

use anteroom_model::{Refusal, UserKey};
use anteroom_store::Value;
use anteroom_store::user::{Cursor, Direction, Order, SortColumn};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use crate::management::paging::not_of_this_list;

#[derive(Serialize, Deserialize)]
struct Written {
    sort: String,
    descending: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    key: i64,
}

/// The cursor as text.
pub fn write(order: Order, cursor: &Cursor) -> String {
    let (number, text) = match &cursor.value {
        Value::Int(number) => (Some(*number), None),
        Value::Text(text) => (None, Some(text.clone())),
        _ => (None, None),
    };
    let (sort, descending) = described(order);
    let written = Written { sort: sort.to_owned(), descending, number, text, key: cursor.key.0 };
    BASE64URL_NOPAD.encode(&serde_json::to_vec(&written).unwrap_or_default())
}

/// The cursor that the text says.
///
/// # Errors
/// `invalid_paging` when it is not one of a list of this order.
pub fn read(order: Order, text: &str) -> Result<Cursor, Refusal> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| not_of_this_list())?;
    let written: Written = serde_json::from_slice(&bytes).map_err(|_| not_of_this_list())?;
    let value = match (written.number, written.text) {
        (Some(number), None) if order.column.is_number() => Value::Int(number),
        (None, Some(text)) if !order.column.is_number() && !text.contains('\0') => Value::Text(text),
        _ => return Err(not_of_this_list()),
    };
    if (written.sort.as_str(), written.descending) == described(order) {
        Ok(Cursor { value, key: UserKey(written.key) })
    } else {
        Err(not_of_this_list())
    }
}

fn described(order: Order) -> (&'static str, bool) {
    let name = SortColumn::ALL.into_iter().find(|(_, column)| *column == order.column).map_or("", |(name, _)| name);
    (name, order.direction == Direction::Descending)
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use anteroom_model::UserKey;
    use anteroom_store::Value;
    use anteroom_store::user::{Cursor, Direction, Order, SortColumn};

    #[test]
    fn a_cursor_belongs_to_one_order() {
        let order = Order { column: SortColumn::Name, direction: Direction::Descending };
        let cursor = Cursor { value: Value::from("müller"), key: UserKey(7) };
        let text = write(order, &cursor);
        assert_eq!(read(order, &text), Ok(cursor));
        assert!(read(Order { direction: Direction::Ascending, ..order }, &text).is_err());
        assert!(read(Order { column: SortColumn::Key, ..order }, &text).is_err());
        assert!(read(order, "nonsense").is_err());
    }
}
