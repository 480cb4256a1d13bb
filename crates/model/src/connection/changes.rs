//! Changing a connection.

use serde_json::{Map, Value};

use super::{Connection, options};
use crate::change::Change;
use crate::refusal::Refusal;

/// The most characters of a connection's name for people.
pub const DISPLAY_NAME_CHARACTERS: usize = 128;

/// What is asked for of a connection.
#[derive(Clone, Debug, Default)]
pub struct ConnectionChanges {
    /// See [`Connection::display_name`].
    pub display_name: Change<String>,
    /// All options: as with Auth0 they replace the ones before wholesale.
    pub options: Change<Map<String, Value>>,
    /// See [`Connection::enabled`].
    pub enabled: Option<bool>,
}

impl ConnectionChanges {
    /// The connection after the change.
    ///
    /// # Errors
    /// `invalid_body` naming the field or option.
    pub fn apply(self, mut connection: Connection) -> Result<Connection, Refusal> {
        match self.display_name {
            Change::Keep => {}
            Change::Clear => connection.display_name = None,
            Change::Set(name) => connection.display_name = Some(display_name(name)?),
        }
        match self.options {
            Change::Keep => {}
            Change::Clear => connection.options = Map::new(),
            Change::Set(sent) => {
                options::check(&sent)?;
                connection.options = sent;
                options::check_whole(&connection)?;
            }
        }
        connection.enabled = self.enabled.unwrap_or(connection.enabled);
        Ok(connection)
    }
}

fn display_name(name: String) -> Result<String, Refusal> {
    let length = name.chars().count();
    if name.trim().is_empty() || length > DISPLAY_NAME_CHARACTERS || name.chars().any(char::is_control) {
        return Err(Refusal::invalid_field("display_name", "must have 1 to 128 characters"));
    }
    Ok(name)
}
