//! Events as they are stored.

use anteroom_model::event::TokenFacts;
use anteroom_model::{EventKind, FieldChange, Location, Party, Timestamp};

use crate::db::{Columns, Error, FromRow};
use crate::json;

/// What is read of an event, from [`FROM`].
pub(super) const COLUMNS: &str = "e.id, e.log_id, e.at, e.kind, e.actor_kind, e.actor_id, d.actor_name, e.client_id, \
    c.name, e.target_kind, e.target_id, d.target_name, e.connection, e.reason, d.ip, d.user_agent, d.correlation_id, \
    d.operation, d.changes, d.token, d.location";

/// Where it is read from.
pub(super) const FROM: &str = " FROM event e \
    LEFT JOIN event_detail d ON d.event_id = e.id AND d.tenant_id = e.tenant_id \
    LEFT JOIN client c ON c.tenant_id = e.tenant_id AND c.client_id = e.client_id";

/// An event as stored; its personal parts are empty when its detail row was deleted.
#[derive(Clone, Debug)]
pub struct StoredEvent {
    /// Its number in the database.
    pub(super) id: i64,
    /// Its id outside.
    pub log_id: String,
    /// When.
    pub at: Timestamp,
    /// What; absent when a newer version wrote a kind that this one does not know.
    pub kind: Option<EventKind>,
    /// The kind's name.
    pub kind_name: String,
    /// Who did it.
    pub actor: Party,
    /// The client through which it was done.
    pub client_id: Option<String>,
    /// That client's name now, as long as there is one.
    pub client_name: Option<String>,
    /// To whom or what it was done.
    pub target: Option<Party>,
    /// The connection concerned.
    pub connection: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// From which address.
    pub ip: Option<String>,
    /// With which user agent.
    pub user_agent: Option<String>,
    /// The caller's own id of the request.
    pub correlation_id: Option<String>,
    /// The method and path, or the command.
    pub operation: Option<String>,
    /// What changed.
    pub changes: Vec<FieldChange>,
    /// What a token was for.
    pub token: Option<TokenFacts>,
    /// Where the address was at that time.
    pub location: Option<Location>,
}

impl FromRow for StoredEvent {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let id = columns.take()?;
        let (log_id, at, kind_name) = (columns.take()?, columns.take()?, columns.take::<String>()?);
        let (actor_kind, actor_id) = (columns.take::<String>()?, columns.take::<String>()?);
        let actor_name: Option<String> = columns.take()?;
        let (client_id, client_name) = (columns.take()?, columns.take()?);
        let (target_kind, target_id) = (columns.take::<Option<String>>()?, columns.take::<Option<String>>()?);
        let target_name: Option<String> = columns.take()?;
        let target = target_kind.zip(target_id);
        Ok(Self {
            id,
            log_id,
            at,
            kind: EventKind::parse(&kind_name),
            kind_name,
            actor: Party { kind: actor_kind, id: actor_id, name: actor_name.unwrap_or_default() },
            client_id,
            client_name,
            target: target.map(|(kind, id)| Party { kind, id, name: target_name.unwrap_or_default() }),
            connection: columns.take()?,
            reason: columns.take()?,
            ip: columns.take()?,
            user_agent: columns.take()?,
            correlation_id: columns.take()?,
            operation: columns.take()?,
            changes: parsed(columns)?.unwrap_or_default(),
            token: parsed(columns)?,
            location: parsed(columns)?,
        })
    }
}

fn parsed<T: serde::de::DeserializeOwned>(columns: &mut Columns<'_>) -> Result<Option<T>, Error> {
    columns.take::<Option<String>>()?.map(|text| json::value(&text)).transpose()
}
