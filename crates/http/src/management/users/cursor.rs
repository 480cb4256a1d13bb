//! Cursors of user lists: opaque text that belongs to one list, that of its order and filter.

use anteroom_crypto::token::stored_digest;
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
    /// What shows that all of it is as it was written, and for which filter. It is no secret: what a cursor of one's own
    /// making would show is what a list shows anyway.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sum: String,
}

impl Written {
    /// The sum of what is written, for this filter.
    fn summed(&self, filter: &str) -> String {
        let Self { sort, descending, number, text, key, .. } = self;
        let mut sum = stored_digest(&format!("{sort} {descending} {number:?} {text:?} {key} {filter}"));
        sum.truncate(SUM);
        sum
    }
}

/// Letters of the sum, six bits each.
const SUM: usize = 16;

/// The cursor as text, for a list of this filter.
pub fn write(order: Order, filter: &str, cursor: &Cursor) -> String {
    let (number, text) = match &cursor.value {
        Value::Int(number) => (Some(*number), None),
        Value::Text(text) => (None, Some(text.clone())),
        _ => (None, None),
    };
    let (sort, descending) = described(order);
    let key = cursor.key.0;
    let mut written = Written { sort: sort.to_owned(), descending, number, text, key, sum: String::new() };
    written.sum = written.summed(filter);
    BASE64URL_NOPAD.encode(&serde_json::to_vec(&written).unwrap_or_default())
}

/// The cursor that the text says.
///
/// # Errors
/// `invalid_paging` when it is not one of a list of this order and filter.
pub fn read(order: Order, filter: &str, text: &str) -> Result<Cursor, Refusal> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| not_of_this_list())?;
    let written: Written = serde_json::from_slice(&bytes).map_err(|_| not_of_this_list())?;
    if written.sum != written.summed(filter) {
        return Err(not_of_this_list());
    }
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
    fn a_cursor_belongs_to_one_list() {
        let order = Order { column: SortColumn::Name, direction: Direction::Descending };
        let cursor = Cursor { value: Value::from("müller"), key: UserKey(7) };
        let text = write(order, "a filter", &cursor);
        assert_eq!(read(order, "a filter", &text), Ok(cursor));
        assert!(read(Order { direction: Direction::Ascending, ..order }, "a filter", &text).is_err());
        assert!(read(Order { column: SortColumn::Key, ..order }, "a filter", &text).is_err());
        assert!(read(order, "another", &text).is_err());
        assert!(read(order, "a filter", "nonsense").is_err());
    }

    #[test]
    fn a_cursor_that_was_changed_is_none() {
        let order = Order { column: SortColumn::Name, direction: Direction::Ascending };
        let text = write(order, "", &Cursor { value: Value::from("müller"), key: UserKey(7) });
        for place in 0..text.len() {
            for letter in ["A", "b", "-", "9"] {
                let mut changed = text.clone();
                changed.replace_range(place..=place, letter);
                assert!(changed == text || read(order, "", &changed).is_err(), "{changed}");
            }
        }
        assert!(read(order, "", &text[..text.len() - 1]).is_err() && read(order, "", &(text + "A")).is_err());
    }
}
