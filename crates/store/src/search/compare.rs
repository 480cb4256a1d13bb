//! Patterns as conditions on a column.

use anteroom_model::query::{Bound, Pattern, Span};
use anteroom_model::text::{escape_like, fold, successor};

use crate::db::Sql;

/// The longest LIKE pattern asked for, in bytes: below SQLite's limit of 50,000, and above anything that is stored (a
/// name of 300 characters, each of which folding makes 18 of at most three bytes).
const LONGEST: usize = 32_768;

/// How the texts of a column are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// They are stored folded.
    Folded,
    /// Whole values, beginnings and ranges as they are; ends and parts without regard to the case of ASCII letters, which
    /// LIKE on SQLite does anyway.
    Stored,
}

impl Form {
    fn of(self, text: &str) -> String {
        match self {
            Self::Folded => fold(text),
            Self::Stored => text.to_owned(),
        }
    }

    /// The pattern with its texts in this form: never a phrase, and what has no text left is any value.
    pub(crate) fn pattern(self, pattern: &Pattern) -> Pattern {
        let part = |text: &str, kind: fn(String) -> Pattern| match self.of(text) {
            text if text.is_empty() => Pattern::Any,
            text => kind(text),
        };
        let bound =
            |bound: &Option<Bound>| bound.as_ref().map(|bound| Bound { text: self.of(&bound.text), ..bound.clone() });
        match pattern {
            Pattern::Exact(text) | Pattern::Phrase(text) => Pattern::Exact(self.of(text)),
            Pattern::Prefix(text) => part(text, Pattern::Prefix),
            Pattern::Suffix(text) => part(text, Pattern::Suffix),
            Pattern::Contains(text) => part(text, Pattern::Contains),
            Pattern::Wildcard(pieces) => self.wildcard(pieces),
            Pattern::Range { from, to } => Pattern::Range { from: bound(from), to: bound(to) },
            Pattern::Any => Pattern::Any,
        }
    }

    /// A pattern of several texts, of which some may have nothing left.
    fn wildcard(self, pieces: &[String]) -> Pattern {
        let mut formed: Vec<String> = pieces.iter().map(|piece| self.of(piece)).collect();
        let last = formed.len().saturating_sub(1);
        let mut place = 0;
        formed.retain(|piece| {
            place += 1;
            !piece.is_empty() || place == 1 || place == last + 1
        });
        if formed.iter().all(String::is_empty) {
            return Pattern::Any;
        }
        match formed.as_slice() {
            [first, behind] if behind.is_empty() => Pattern::Prefix(first.clone()),
            [before, last] if before.is_empty() => Pattern::Suffix(last.clone()),
            [before, part, behind] if before.is_empty() && behind.is_empty() => Pattern::Contains(part.clone()),
            _ => Pattern::Wildcard(formed),
        }
    }
}

/// Adds the condition that the column matches the pattern, which has the column's form; in brackets where it needs them.
///
/// Whole values, beginnings and ranges can use an index of the column. The empty text stands for no value: it is in no
/// range. NULL when the column is.
pub(crate) fn compare(sql: Sql, column: &str, form: Form, pattern: &Pattern) -> Sql {
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => sql.push(column).push(" = ").bind(text),
        Pattern::Prefix(text) => begins(sql, column, text),
        Pattern::Suffix(text) => alike(sql, column, form, &["", text]),
        Pattern::Contains(text) => alike(sql, column, form, &["", text, ""]),
        Pattern::Wildcard(pieces) => {
            let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
            match pieces.first() {
                Some(first) if !first.is_empty() => {
                    let sql = begins(sql.push("("), column, first).push(" AND ");
                    alike(sql, column, form, &pieces).push(")")
                }
                _ => alike(sql, column, form, &pieces),
            }
        }
        Pattern::Range { from, to } => between(sql, column, from.as_ref(), to.as_ref(), false),
        Pattern::Any => sql.push(column).push(" <> ''"),
    }
}

/// Adds the condition that the column holds these texts in this order, the first at its beginning, the last at its end.
fn alike(sql: Sql, column: &str, form: Form, pieces: &[&str]) -> Sql {
    match form {
        Form::Folded => like(sql, column, like_pattern(pieces)),
        Form::Stored => like(sql, &format!("lower({column})"), like_pattern(pieces).to_ascii_lowercase()),
    }
}

/// The texts with a `%` between each two.
pub(super) fn like_pattern<T: AsRef<str>>(pieces: &[T]) -> String {
    pieces.iter().map(|piece| escape_like(piece.as_ref())).collect::<Vec<_>>().join("%")
}

/// Adds the condition that the column begins with the text, in brackets.
pub(super) fn begins(sql: Sql, column: &str, text: &str) -> Sql {
    let sql = sql.push("(").push(column).push(" >= ").bind(text);
    match successor(text) {
        Some(end) => sql.push(" AND ").push(column).push(" < ").bind(end).push(")"),
        None => sql.push(")"),
    }
}

/// Adds the condition that the column's text lies between these, by code points, in brackets. `with_dates`: the column
/// may hold dates as text, and an end that is a date holds all texts that begin with it.
pub(super) fn between(sql: Sql, column: &str, from: Option<&Bound>, to: Option<&Bound>, with_dates: bool) -> Sql {
    let end_of = |bound: &Bound| successor(&bound.text).filter(|_| with_dates && bound.is_date());
    let mut sql = sql.push("(").push(column);
    sql = match from.filter(|bound| !bound.text.is_empty()) {
        None => sql.push(" <> ''"),
        Some(bound) if bound.is_inclusive => sql.push(" >= ").bind(&bound.text),
        Some(bound) => match end_of(bound) {
            Some(end) => sql.push(" >= ").bind(end),
            None => sql.push(" > ").bind(&bound.text),
        },
    };
    if let Some(bound) = to {
        sql = sql.push(" AND ").push(column);
        sql = match end_of(bound).filter(|_| bound.is_inclusive) {
            Some(end) => sql.push(" < ").bind(end),
            None => sql.push(if bound.is_inclusive { " <= " } else { " < " }).bind(&bound.text),
        };
    }
    sql.push(")")
}

/// Adds the condition that the number in the column is one of these, in brackets where it needs them.
pub(crate) fn within(sql: Sql, column: &str, span: Span) -> Sql {
    if span.first > span.last {
        return sql.push("false");
    }
    if span.first == span.last {
        return sql.push(column).push(" = ").bind(span.first);
    }
    let sql = sql.push("(").push(column).push(" >= ").bind(span.first);
    match span.last {
        i64::MAX => sql.push(")"),
        last => sql.push(" AND ").push(column).push(" <= ").bind(last).push(")"),
    }
}

/// Adds a LIKE with the backslash as escape character.
pub(super) fn like(sql: Sql, column: &str, pattern: String) -> Sql {
    if pattern.len() > LONGEST {
        return sql.push("false");
    }
    sql.push(column).push(" LIKE ").bind(pattern).push(" ESCAPE '\\'")
}
