//! Paging by number and by cursor, and the envelopes around both.

use anteroom_model::{Refusal, codes};
use serde_json::{Map, Value, json};

/// The most rows of one page.
pub const MAX: u32 = 100;
const DEFAULT: u32 = 50;

/// The last page there can be: the document says int32, and so it is.
const LAST_PAGE: u32 = i32::MAX.unsigned_abs();

/// The paging parameters of a list.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// The page's number, from 0.
    pub page: Option<u32>,
    /// Rows of a page.
    pub per_page: Option<u32>,
    /// Whether the answer tells the number of all rows.
    pub include_totals: Option<bool>,
    /// A cursor.
    pub from: Option<&'a str>,
    /// Rows behind the cursor.
    pub take: Option<u32>,
}

/// What they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paging<'a> {
    /// By number.
    Offset {
        /// Rows passed over.
        start: i64,
        /// Rows at most.
        limit: i64,
        /// Whether the number of all rows is told.
        totals: bool,
    },
    /// By cursor.
    Checkpoint {
        /// The cursor; from the first row if absent.
        from: Option<&'a str>,
        /// Rows at most.
        take: i64,
    },
}

impl<'a> Asked<'a> {
    /// Checks the parameters.
    ///
    /// # Errors
    /// `invalid_query_string` naming the one out of range; `invalid_paging` when both kinds are mixed.
    pub fn check(&self) -> Result<Paging<'a>, Refusal> {
        at_most("page", self.page, LAST_PAGE)?;
        at_most("per_page", self.per_page, MAX)?;
        at_most("take", self.take, MAX)?;
        if self.take == Some(0) {
            return Err(out_of_range("take", "must be at least 1"));
        }
        let by_cursor = self.from.is_some() || self.take.is_some();
        if by_cursor && (self.page.is_some() || self.per_page.is_some()) {
            let message = "Use either page and per_page, or from and take.";
            return Err(Refusal::new(&codes::INVALID_PAGING, message).field("from"));
        }
        if by_cursor {
            return Ok(Paging::Checkpoint { from: self.from, take: i64::from(self.take.unwrap_or(DEFAULT)) });
        }
        let limit = i64::from(self.per_page.unwrap_or(DEFAULT));
        let start = i64::from(self.page.unwrap_or(0)) * limit;
        Ok(Paging::Offset { start, limit, totals: self.include_totals.unwrap_or(false) })
    }
}

impl Paging<'_> {
    /// Start, limit and whether totals are told, for lists that have no cursor.
    ///
    /// # Errors
    /// `invalid_paging` when it is by cursor.
    pub fn by_number(self) -> Result<(i64, i64, bool), Refusal> {
        match self {
            Self::Offset { start, limit, totals } => Ok((start, limit, totals)),
            Self::Checkpoint { .. } => {
                Err(Refusal::new(&codes::INVALID_PAGING, "This list is paged by page and per_page.").field("from"))
            }
        }
    }
}

fn at_most(field: &str, value: Option<u32>, most: u32) -> Result<(), Refusal> {
    match value {
        Some(value) if value > most => Err(out_of_range(field, &format!("must be at most {most}"))),
        _ => Ok(()),
    }
}

/// A refusal of a parameter's value, in Auth0's words.
pub fn out_of_range(field: &str, rule: &str) -> Refusal {
    Refusal::new(&codes::INVALID_QUERY, format!("Query validation error: '{rule}' on property {field}.")).field(field)
}

/// Auth0's envelope of a page with totals.
pub fn envelope(name: &str, rows: Vec<Value>, start: i64, limit: i64, total: i64) -> Value {
    let mut object = Map::new();
    object.insert("start".to_owned(), json!(start));
    object.insert("limit".to_owned(), json!(limit));
    object.insert("length".to_owned(), json!(rows.len()));
    object.insert("total".to_owned(), json!(total));
    object.insert(name.to_owned(), Value::Array(rows));
    Value::Object(object)
}

/// Auth0's envelope of rows behind a cursor; without `next` on the last.
pub fn checkpoint(name: &str, rows: Vec<Value>, next: Option<String>) -> Value {
    let mut object = Map::new();
    object.insert(name.to_owned(), Value::Array(rows));
    if let Some(next) = next {
        object.insert("next".to_owned(), json!(next));
    }
    Value::Object(object)
}

/// A page of rows that are all at hand, as short lists of configuration are.
pub fn page_of<T>(rows: Vec<T>, name: &str, paging: &Paging<'_>, render: impl Fn(T) -> Value) -> Result<Value, Refusal> {
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let cut = |start: i64, limit: i64, rows: Vec<T>| -> Vec<Value> {
        let (start, limit) = (usize::try_from(start).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(0));
        rows.into_iter().skip(start).take(limit).map(&render).collect()
    };
    match *paging {
        Paging::Offset { start, limit, totals } => {
            let rows = cut(start, limit, rows);
            Ok(if totals { envelope(name, rows, start, limit, total) } else { Value::Array(rows) })
        }
        Paging::Checkpoint { from, take } => {
            let start = from.map_or(Ok(0), str::parse::<i64>).ok().filter(|start| *start >= 0);
            let start = start.ok_or_else(|| Refusal::new(&codes::INVALID_PAGING, "The cursor is not one of this list.").field("from"))?;
            let next = start.saturating_add(take);
            let rows = cut(start, take, rows);
            Ok(checkpoint(name, rows, (next < total).then(|| next.to_string())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Paging, page_of};
    use serde_json::{Value, json};

    #[test]
    fn pages_are_fifty_rows_by_default_and_a_hundred_at_most() {
        assert_eq!(Asked::default().check(), Ok(Paging::Offset { start: 0, limit: 50, totals: false }));
        let asked = Asked { page: Some(3), per_page: Some(100), include_totals: Some(true), ..Asked::default() };
        assert_eq!(asked.check(), Ok(Paging::Offset { start: 300, limit: 100, totals: true }));
        let refusal = Asked { per_page: Some(101), ..Asked::default() }.check().expect_err("is too many");
        assert_eq!(refusal.field.as_deref(), Some("per_page"));
    }

    #[test]
    fn the_two_kinds_do_not_mix() {
        let asked = Asked { page: Some(0), take: Some(10), ..Asked::default() };
        assert_eq!(asked.check().expect_err("is mixed").code.name, "invalid_paging");
    }

    #[test]
    fn a_short_list_is_walked_by_cursor_to_its_end() {
        let mut seen = Vec::new();
        let mut from = None;
        loop {
            let asked = Asked { from: from.as_deref(), take: Some(2), ..Asked::default() };
            let paging = asked.check().expect("is right");
            let page = page_of(vec![1, 2, 3, 4, 5], "rows", &paging, |row| json!(row)).expect("a page");
            seen.extend(page["rows"].as_array().expect("rows").clone());
            match page.get("next").and_then(Value::as_str) {
                Some(next) => from = Some(next.to_owned()),
                None => break,
            }
        }
        assert_eq!(seen, [1, 2, 3, 4, 5].map(Value::from));
    }
}
