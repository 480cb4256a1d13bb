//! One text for both engines, and the values that belong to it.

use super::value::Value;

/// A statement: its text, with a `$n` for every value, and the values.
///
/// Values never enter the text. `$n` is PostgreSQL's own form; SQLite reads the same signs as named parameters.
#[derive(Clone, Debug, Default)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    /// A statement that begins with this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut sql = Self { text: String::with_capacity(text.len() + 64), values: Vec::with_capacity(8) };
        sql.text.push_str(text);
        sql
    }

    /// Adds text, which must not hold anything a caller sent.
    #[must_use]
    pub fn push(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Adds a value: a `$n` in the text.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
        self
    }

    /// Adds values separated by commas: `$4,$5,$6`, without brackets.
    #[must_use]
    pub fn bind_list<T: Into<Value>>(mut self, values: impl IntoIterator<Item = T>) -> Self {
        for (index, value) in values.into_iter().enumerate() {
            self = if index == 0 { self } else { self.push(",") }.bind(value);
        }
        self
    }

    /// The values with the last one repeated until their number is a power of two: lists of any length then make a
    /// handful of texts, each prepared once, instead of one for every length.
    #[must_use]
    pub fn padded<T: Clone>(mut values: Vec<T>) -> Vec<T> {
        if let Some(last) = values.last().cloned() {
            values.resize(values.len().next_power_of_two(), last);
        }
        values
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The values, in the order of their numbers.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }
}

#[cfg(test)]
mod tests {
    use super::{Sql, Value};

    #[test]
    fn padding_repeats_the_last_value() {
        assert_eq!(Sql::padded(vec![1, 2, 3, 4, 5]), [1, 2, 3, 4, 5, 5, 5, 5]);
        assert_eq!(Sql::padded(vec![1]), [1]);
        assert!(Sql::padded(Vec::<i64>::new()).is_empty());
    }

    #[test]
    fn values_are_numbered_in_the_order_they_come() {
        let sql = Sql::new("SELECT 1 WHERE a=").bind(7_i64).push(" AND b IN (").bind_list(["x", "y"]).push(")");
        assert_eq!(sql.text(), "SELECT 1 WHERE a=$1 AND b IN ($2,$3)");
        assert_eq!(sql.values(), [Value::Int(7), Value::from("x"), Value::from("y")]);
    }
}
