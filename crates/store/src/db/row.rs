//! Reading rows, alike on both engines.

use anteroom_model::{TenantId, Timestamp, UserKey};
use rusqlite::types::ValueRef;
use tokio_postgres::types::Type;

use super::error::Error;
use super::value::Value;

/// One row of an answer, on either engine.
#[derive(Clone, Copy)]
pub enum Row<'a> {
    /// A row of SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// A row of PostgreSQL.
    Postgres(&'a tokio_postgres::Row),
}

/// Reads a row's columns from the left to the right, so that a reader lists them in the statement's order.
pub struct Columns<'a> {
    row: Row<'a>,
    next: usize,
}

impl<'a> Columns<'a> {
    /// The columns of this row, from the first.
    #[must_use]
    pub fn new(row: Row<'a>) -> Self {
        Self { row, next: 0 }
    }

    /// The next column.
    ///
    /// # Errors
    /// When it is of another type or there is none.
    pub fn take<T: Column>(&mut self) -> Result<T, Error> {
        let index = self.next;
        self.next += 1;
        T::read(self.row, index)
    }

    /// How many columns the row has.
    #[must_use]
    pub fn count(&self) -> usize {
        match self.row {
            Row::Sqlite(row) => row.as_ref().column_count(),
            Row::Postgres(row) => row.len(),
        }
    }

    /// Passes over the next column.
    pub fn skip(&mut self) {
        self.next += 1;
    }
}

/// A type that a column can be read as.
pub trait Column: Sized {
    /// Reads the column at this index, counted from 0.
    ///
    /// # Errors
    /// When it is of another type or there is none.
    fn read(row: Row<'_>, index: usize) -> Result<Self, Error>;
}

macro_rules! plain_column {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn read(row: Row<'_>, index: usize) -> Result<Self, Error> {
                match row {
                    Row::Sqlite(row) => row.get(index).map_err(Error::from),
                    Row::Postgres(row) => row.try_get(index).map_err(Error::from),
                }
            }
        }
        impl Column for Option<$type> {
            fn read(row: Row<'_>, index: usize) -> Result<Self, Error> {
                match row {
                    Row::Sqlite(row) => row.get(index).map_err(Error::from),
                    Row::Postgres(row) => row.try_get(index).map_err(Error::from),
                }
            }
        }
    )*};
}

plain_column!(i64, f64, bool, String, Vec<u8>);

macro_rules! wrapped_column {
    ($($type:ident),*) => {$(
        impl Column for $type {
            fn read(row: Row<'_>, index: usize) -> Result<Self, Error> {
                i64::read(row, index).map($type)
            }
        }
        impl Column for Option<$type> {
            fn read(row: Row<'_>, index: usize) -> Result<Self, Error> {
                Option::<i64>::read(row, index).map(|value| value.map($type))
            }
        }
    )*};
}

wrapped_column!(Timestamp, TenantId, UserKey);

/// Whatever the column holds. SQLite knows no truth values: they are read as integers.
impl Column for Value {
    fn read(row: Row<'_>, index: usize) -> Result<Self, Error> {
        match row {
            Row::Sqlite(row) => sqlite_value(row.get_ref(index)?),
            Row::Postgres(row) => postgres_value(row, index),
        }
    }
}

fn sqlite_value(value: ValueRef<'_>) -> Result<Value, Error> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Int(value),
        ValueRef::Real(value) => Value::Real(value),
        ValueRef::Text(text) => {
            Value::Text(String::from_utf8(text.to_vec()).map_err(|error| Error::Corrupt(error.to_string()))?)
        }
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    })
}

fn postgres_value(row: &tokio_postgres::Row, index: usize) -> Result<Value, Error> {
    let column = row.columns().get(index).ok_or_else(|| Error::Corrupt(format!("there is no column {index}")))?;
    Ok(match *column.type_() {
        Type::BOOL => row.try_get::<_, Option<bool>>(index)?.into(),
        Type::INT8 => row.try_get::<_, Option<i64>>(index)?.into(),
        Type::INT4 => row.try_get::<_, Option<i32>>(index)?.into(),
        Type::FLOAT8 => row.try_get::<_, Option<f64>>(index)?.into(),
        Type::TEXT => row.try_get::<_, Option<String>>(index)?.into(),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index)?.into(),
        ref other => return Err(Error::Corrupt(format!("the column {} is of the type {other}", column.name()))),
    })
}

/// A type that a whole row can be read as.
pub trait FromRow: Sized {
    /// Reads the row.
    ///
    /// # Errors
    /// When a column is of another type or missing, or its value breaks a rule of the type.
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error>;
}

macro_rules! tuple_from_row {
    ($(($($name:ident),+);)*) => {$(
        impl<$($name: Column),+> FromRow for ($($name,)+) {
            fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
                Ok(($(columns.take::<$name>()?,)+))
            }
        }
    )*};
}

tuple_from_row! { (A); (A, B); (A, B, C); (A, B, C, D); (A, B, C, D, E); (A, B, C, D, E, F); }

/// All columns, whatever they hold.
impl FromRow for Vec<Value> {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        (0..columns.count()).map(|_| columns.take()).collect()
    }
}
