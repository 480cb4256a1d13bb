//! Paging by number and by cursor, and the envelopes around both.

use anteroom_model::{Refusal, codes};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

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

/// The paging parameters of a query that has them all.
macro_rules! asked {
    ($query:expr) => {
        $crate::management::paging::Asked {
            page: $query.page,
            per_page: $query.per_page,
            include_totals: $query.include_totals,
            from: $query.from.as_deref(),
            take: $query.take,
        }
    };
}

pub(crate) use asked;

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

/// A page of a list, as it is answered.
#[derive(Debug)]
pub enum Page<T> {
    /// A bare array.
    Rows(Vec<T>),
    /// Auth0's envelope of a page with totals.
    Totals {
        /// The name of the rows.
        name: &'static str,
        /// The rows.
        rows: Vec<T>,
        /// Rows passed over.
        start: i64,
        /// Rows at most.
        limit: i64,
        /// The number of all rows.
        total: i64,
        /// Whether that number is an estimate; told only where an estimate was asked for.
        is_estimate: Option<bool>,
    },
    /// Auth0's envelope of rows behind a cursor.
    Checkpoint {
        /// The name of the rows.
        name: &'static str,
        /// The rows.
        rows: Vec<T>,
        /// The next cursor; none on the last page.
        next: Option<String>,
    },
}

impl<T: Serialize> Serialize for Page<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Rows(rows) => rows.serialize(serializer),
            Self::Totals { name, rows, start, limit, total, is_estimate } => {
                let mut object = serializer.serialize_map(None)?;
                object.serialize_entry("start", start)?;
                object.serialize_entry("limit", limit)?;
                object.serialize_entry("length", &rows.len())?;
                object.serialize_entry("total", total)?;
                if let Some(is_estimate) = is_estimate {
                    object.serialize_entry("total_is_estimate", is_estimate)?;
                }
                object.serialize_entry(name, rows)?;
                object.end()
            }
            Self::Checkpoint { name, rows, next } => {
                let mut object = serializer.serialize_map(None)?;
                object.serialize_entry(name, rows)?;
                if let Some(next) = next {
                    object.serialize_entry("next", next)?;
                }
                object.end()
            }
        }
    }
}

impl<T> Page<T> {
    /// A page by number, with totals if they were counted.
    pub fn by_number(name: &'static str, rows: Vec<T>, start: i64, limit: i64, total: Option<i64>) -> Self {
        match total {
            Some(total) => Self::Totals { name, rows, start, limit, total, is_estimate: None },
            None => Self::Rows(rows),
        }
    }
}

/// A page of rows that are all at hand, as short lists of configuration are.
///
/// # Errors
/// `invalid_paging` when the cursor is not one of this list.
pub fn page_of<T, R>(
    rows: Vec<T>,
    name: &'static str,
    paging: &Paging<'_>,
    render: impl Fn(T) -> R,
) -> Result<Page<R>, Refusal> {
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let cut = |start: i64, limit: i64, rows: Vec<T>| -> Vec<R> {
        let (start, limit) = (usize::try_from(start).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(0));
        rows.into_iter().skip(start).take(limit).map(&render).collect()
    };
    match *paging {
        Paging::Offset { start, limit, totals } => {
            Ok(Page::by_number(name, cut(start, limit, rows), start, limit, totals.then_some(count)))
        }
        Paging::Checkpoint { from, take } => {
            let start = from.map_or(Ok(0), str::parse::<i64>).ok().filter(|start| *start >= 0);
            let start = start.ok_or_else(not_of_this_list)?;
            let next = start.saturating_add(take);
            Ok(Page::Checkpoint { name, rows: cut(start, take, rows), next: (next < count).then(|| next.to_string()) })
        }
    }
}

/// The refusal of a cursor that no answer of this list gave.
pub fn not_of_this_list() -> Refusal {
    Refusal::new(&codes::INVALID_PAGING, "The cursor is not one of this list.").field("from")
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
            let page = page_of(vec![1, 2, 3, 4, 5], "rows", &paging, |row| row).expect("a page");
            let page = json!(page);
            seen.extend(page["rows"].as_array().expect("rows").clone());
            match page.get("next").and_then(Value::as_str) {
                Some(next) => from = Some(next.to_owned()),
                None => break,
            }
        }
        assert_eq!(seen, [1, 2, 3, 4, 5].map(Value::from));
    }
}
