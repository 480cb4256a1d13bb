//! Patterns as stretches of numbers and of time.

use super::{Bound, Pattern, date};

/// Whole numbers, or microseconds since 1970, from the first to the last, both included; none when the last is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first, `i64::MIN` when the pattern names none.
    pub first: i64,
    /// The last, `i64::MAX` when the pattern names none.
    pub last: i64,
}

impl Span {
    /// Whether the number is one of them.
    #[must_use]
    pub const fn contains(self, number: i64) -> bool {
        self.first <= number && number <= self.last
    }
}

/// The whole numbers that a value or range stands for; `None` when the pattern is of another kind or names no number.
#[must_use]
pub fn whole_numbers(pattern: &Pattern) -> Option<Span> {
    span(pattern, |text| text.parse().ok().map(|number| (number, number)))
}

/// The microseconds since 1970 that a date or a range of dates stands for (see [`period`](super::period)): `[2025-12-01
/// TO 2025-12-31]` holds the whole of both days, `{2025-12-01 TO 2025-12-31}` nothing of them.
#[must_use]
pub fn times(pattern: &Pattern) -> Option<Span> {
    span(pattern, |text| date::period(text).map(|(first, last)| (first.0, last.0)))
}

/// `read` gives the first and the last number that a text stands for.
fn span(pattern: &Pattern, read: impl Fn(&str) -> Option<(i64, i64)>) -> Option<Span> {
    let read = |text: &str| read(text.trim());
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => read(text).map(|(first, last)| Span { first, last }),
        Pattern::Range { from, to } => {
            let first = match from {
                None => i64::MIN,
                Some(bound) => {
                    let (first, last) = read(&bound.text)?;
                    if bound.is_inclusive { first } else { last.saturating_add(1) }
                }
            };
            let last = match to {
                None => i64::MAX,
                Some(bound) => {
                    let (first, last) = read(&bound.text)?;
                    if bound.is_inclusive { last } else { first.saturating_sub(1) }
                }
            };
            Some(Span { first, last })
        }
        _ => None,
    }
}

impl Bound {
    /// The number that an end without quotes is; only JSON's own way of writing numbers is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        let looks_like_one = self.text.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit());
        self.text.parse().ok().filter(|number: &f64| !self.is_quoted && looks_like_one && number.is_finite())
    }

    /// Whether the end is a date, so that texts that begin with it belong to it: `2025-12-31T10:00Z` to `2025-12-31`.
    #[must_use]
    pub fn is_date(&self) -> bool {
        date::period(&self.text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, times, whole_numbers};
    use crate::query::{Bound, Query, parse};

    fn pattern(text: &str) -> crate::query::Pattern {
        match parse(&format!("f:{text}")) {
            Ok(Query::Term { pattern, .. }) => pattern,
            other => panic!("{text} is {other:?}"),
        }
    }

    #[test]
    fn ends_of_whole_numbers_are_in_or_out() {
        let is = |text: &str, first: i64, last: i64| {
            assert_eq!(whole_numbers(&pattern(text)), Some(Span { first, last }), "{text}");
        };
        is("7", 7, 7);
        is("\"-7\"", -7, -7);
        is("[1 TO 5]", 1, 5);
        is("{1 TO 5}", 2, 4);
        is("[10 TO 100}", 10, 99);
        is("{* TO 10}", i64::MIN, 9);
        is("[3 TO *}", 3, i64::MAX);
        is("{5 TO 5}", 6, 4);
        for text in ["many", "1.5", "[1 TO many]", "[\"\" TO 5]", "1*", "9223372036854775808"] {
            assert_eq!(whole_numbers(&pattern(text)), None, "{text}");
        }
    }

    #[test]
    fn ends_of_dates_are_whole_days() {
        let day = 86_400_000_000;
        let is = |text: &str, first: i64, last: i64| {
            assert_eq!(times(&pattern(text)), Some(Span { first, last: last - 1 }), "{text}");
        };
        is("1970-01-02", day, 2 * day);
        is("[1970-01-02 TO 1970-01-03]", day, 3 * day);
        is("{1970-01-02 TO 1970-01-04}", 2 * day, 3 * day);
        is("[1970-01-02 TO 1970-01-03}", day, 2 * day);
        is("[1970-01-02T00:00:00.000Z TO 1970-01-02T00:00:00.000Z]", day, day + 1000);
        assert_eq!(times(&pattern("[2026 TO soon]")), None);
        assert_eq!(times(&pattern("2026*")), None);
    }

    #[test]
    fn an_end_is_a_number_only_as_json_writes_it() {
        let number = |text: &str, is_quoted| Bound { text: text.into(), is_inclusive: true, is_quoted }.number();
        assert_eq!(number("-1.5e3", false), Some(-1500.0));
        assert_eq!(number("5", true), None);
        for text in ["inf", "NaN", "+1", "", "1e999", "a", ".5"] {
            assert_eq!(number(text, false), None, "{text}");
        }
    }
}
