//! The values a statement is given, alike on both engines.

use anteroom_model::{TenantId, Timestamp, UserKey};
use bytes::BytesMut;
use rusqlite::types::ToSqlOutput;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

/// A value bound to a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// SQL's NULL.
    Null,
    /// A truth value (an integer 0 or 1 on SQLite).
    Bool(bool),
    /// A 64-bit integer; also times, as microseconds since 1970.
    Int(i64),
    /// A 64-bit floating-point number.
    Real(f64),
    /// Text; JSON is kept as text too, byte for byte as it came.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Value {
    /// The PostgreSQL type to name when a statement is sent without being prepared.
    #[must_use]
    pub fn postgres_type(&self) -> Type {
        match self {
            Self::Null | Self::Text(_) => Type::TEXT,
            Self::Bool(_) => Type::BOOL,
            Self::Int(_) => Type::INT8,
            Self::Real(_) => Type::FLOAT8,
            Self::Bytes(_) => Type::BYTEA,
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Bool(value) => value.to_sql(kind, out),
            // A truth value that was read from SQLite.
            Self::Int(value) if *kind == Type::BOOL => (*value != 0).to_sql(kind, out),
            Self::Int(value) if *kind == Type::INT4 => i32::try_from(*value)?.to_sql(kind, out),
            Self::Int(value) => value.to_sql(kind, out),
            Self::Real(value) => value.to_sql(kind, out),
            Self::Text(value) => value.to_sql(kind, out),
            Self::Bytes(value) => value.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Null => Ok(ToSqlOutput::Owned(rusqlite::types::Value::Null)),
            Self::Bool(value) => Ok(ToSqlOutput::from(*value)),
            Self::Int(value) => Ok(ToSqlOutput::from(*value)),
            Self::Real(value) => Ok(ToSqlOutput::from(*value)),
            Self::Text(value) => Ok(ToSqlOutput::from(value.as_str())),
            Self::Bytes(value) => Ok(ToSqlOutput::from(value.as_slice())),
        }
    }
}

macro_rules! value_from {
    ($($from:ty, $name:ident => $value:expr;)*) => {$(
        impl From<$from> for Value {
            fn from($name: $from) -> Self {
                $value
            }
        }
    )*};
}

value_from! {
    bool, value => Self::Bool(value);
    i64, value => Self::Int(value);
    i32, value => Self::Int(i64::from(value));
    u32, value => Self::Int(i64::from(value));
    f64, value => Self::Real(value);
    String, value => Self::Text(value);
    &str, value => Self::Text(value.to_owned());
    &String, value => Self::Text(value.clone());
    Vec<u8>, value => Self::Bytes(value);
    Timestamp, value => Self::Int(value.0);
    TenantId, value => Self::Int(value.0);
    UserKey, value => Self::Int(value.0);
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
