//! Connections on the wire.

use anteroom_model::connection::Connection;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::options::ConnectionOptions;
use crate::management::schema::{List, Listed, Partial};

/// A source of users.
#[derive(Serialize, ToSchema)]
#[schema(as = Connection)]
pub struct ConnectionView<'a> {
    /// The id.
    id: &'a str,
    /// The name, unique in the tenant.
    name: &'a str,
    /// The name shown to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<&'a str>,
    /// The kind of source; `auth0` is a database of our own.
    strategy: &'a str,
    /// Its options; whether people may sign up is always said.
    #[schema(value_type = ConnectionOptions)]
    options: Map<String, Value>,
    /// Whether users may be made and signed in through it.
    enabled: bool,
    /// The names by which password grants know it.
    realms: [&'a str; 1],
    /// Whether it serves a whole domain of addresses.
    is_domain_connection: bool,
}

/// Connections, or the fields of them that were asked for.
pub type ConnectionList = List<Partial<ConnectionView<'static>>>;

impl Listed for ConnectionView<'_> {
    const ROWS: &'static str = "connections";
    const HAS_CURSOR: bool = true;
}

impl<'a> ConnectionView<'a> {
    /// The connection as seen from outside.
    pub fn new(connection: &'a Connection) -> Self {
        Self {
            id: &connection.connection_id,
            name: &connection.name,
            display_name: connection.display_name.as_deref(),
            strategy: &connection.strategy,
            options: connection.shown_options(),
            enabled: connection.enabled,
            realms: [&connection.name],
            is_domain_connection: false,
        }
    }
}
