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

    /// Adds a whole statement with its values, which get new numbers.
    #[must_use]
    pub fn append(mut self, other: &Self) -> Self {
        let first = self.values.len();
        for (index, part) in other.text.split('$').enumerate() {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) =
                if index == 0 { ("", part) } else { part.split_at_checked(digits).unwrap_or_default() };
            if let Ok(number) = number.parse::<usize>() {
                self.text.push('$');
                self.text.push_str(&(first + number).to_string());
            }
            self.text.push_str(rest);
        }
        self.values.extend(other.values.iter().cloned());
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
    fn a_statement_within_another_keeps_its_values() {
        let mut inner = Sql::new("SELECT a WHERE ");
        for number in 0..12_i64 {
            inner = inner.push(" a=").bind(number);
        }
        let sql = Sql::new("SELECT 1 WHERE b=").bind("x").push(" AND c IN (").append(&inner).push(") AND d=").bind("y");
        assert!(sql.text().starts_with("SELECT 1 WHERE b=$1 AND c IN (SELECT a WHERE  a=$2 a=$3"), "{}", sql.text());
        assert!(sql.text().ends_with(" a=$12 a=$13) AND d=$14"), "{}", sql.text());
        assert_eq!(
            (sql.values().len(), &sql.values()[12], &sql.values()[13]),
            (14, &Value::Int(11), &Value::from("y"))
        );
    }

    #[test]
    fn values_are_numbered_in_the_order_they_come() {
        let sql = Sql::new("SELECT 1 WHERE a=").bind(7_i64).push(" AND b IN (").bind_list(["x", "y"]).push(")");
        assert_eq!(sql.text(), "SELECT 1 WHERE a=$1 AND b IN ($2,$3)");
        assert_eq!(sql.values(), [Value::Int(7), Value::from("x"), Value::from("y")]);
    }
}
