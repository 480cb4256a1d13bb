//! Reading rows, alike on both engines.

use anteroom_model::{TenantId, Timestamp, UserKey};

use super::error::Error;

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
