//! From the cells of a line to the object they make.

use serde_json::{Map, Value};

use super::mapping::{Kind, Target};
use super::{Mapping, RowError, codes};

/// What each column of a table is.
#[derive(Clone, Debug)]
pub(super) struct Columns(Vec<Option<Target>>);

impl Columns {
    pub fn new(header: &[String], mapping: &Mapping) -> Result<Self, String> {
        let is_there = |column: &str| header.iter().any(|there| there.trim() == column.trim());
        let missing = mapping.0.keys().find(|column| !is_there(column));
        if let Some(column) = missing {
            return Err(format!("The mapping names the column {column}, which is not there"));
        }
        let mut targets: Vec<Option<Target>> = Vec::with_capacity(header.len());
        for column in header {
            let target = mapping.target(column).map_err(|error| error.to_string())?;
            if let Some(target) = &target
                && targets.iter().flatten().any(|other| other.path == target.path)
            {
                return Err(format!("Two columns are {}", target.path.join(".")));
            }
            targets.push(target);
        }
        Ok(Self(targets))
    }

    /// The object that the cells of a line make; an empty cell says nothing.
    pub fn object(&self, cells: Vec<String>) -> Result<Map<String, Value>, RowError> {
        let mut object = Map::new();
        for (target, cell) in self.0.iter().zip(cells) {
            let Some(target) = target else { continue };
            if cell.is_empty() {
                continue;
            }
            let value = understood(target.kind, plain(&cell))
                .map_err(|message| RowError::new(codes::INVALID_TYPE, &target.path.join("."), message))?;
            put(&mut object, &target.path, value)?;
        }
        Ok(object)
    }
}

/// The cell without the quote that keeps spreadsheets from taking it for a formula, as our export writes it.
fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

fn understood(kind: Kind, cell: &str) -> Result<Value, String> {
    let flag = || match cell.trim().to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" => Ok(true),
        "false" | "0" | "no" => Ok(false),
        _ => Err("The cell must be true or false.".to_owned()),
    };
    match kind {
        Kind::Text => Ok(Value::from(cell)),
        Kind::Flag => flag().map(Value::from),
        Kind::Negated => flag().map(|flag| Value::from(!flag)),
        Kind::Number => serde_json::from_str::<serde_json::Number>(cell.trim())
            .map(Value::from)
            .map_err(|_| "The cell must be a number.".to_owned()),
        Kind::Json => serde_json::from_str(cell).map_err(|_| "The cell must be JSON.".to_owned()),
    }
}

fn put(object: &mut Map<String, Value>, path: &[String], value: Value) -> Result<(), RowError> {
    let Some((name, below)) = path.split_first() else { return Ok(()) };
    if below.is_empty() {
        object.insert(name.clone(), value);
        return Ok(());
    }
    match object.entry(name).or_insert_with(|| Value::Object(Map::new())) {
        Value::Object(inner) => put(inner, below, value),
        _ => Err(RowError::new(codes::INVALID_TYPE, name, "Two columns contradict each other.")),
    }
}
