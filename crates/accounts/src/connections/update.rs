//! Changing a connection.

use anteroom_model::connection::{Connection as UserConnection, ConnectionChanges};
use anteroom_model::guard::may_configure;
use anteroom_model::{Context, EventKind, FieldChange, Party, Refusal, codes};
use anteroom_store::{Connection, connection, installation};
use serde_json::json;

use crate::differences::differences;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct UpdateConnection {
    /// The connection's id.
    pub connection_id: String,
    /// What becomes of it.
    pub changes: ConnectionChanges,
}

/// Changes a connection; the next request to any process sees it (requirement S4.L24.5).
///
/// # Errors
/// `connection_not_found`, `invalid_body`, `rank_exceeded`.
pub async fn update_connection(
    services: &Services,
    context: &Context,
    request: UpdateConnection,
) -> Result<UserConnection, Error> {
    let target = Party::new("connection", &request.connection_id, "");
    services
        .transact(context, Some(target), request, |connection, context, request| {
            Box::pin(run(connection, context, request))
        })
        .await
}

async fn run(
    connection: &Connection<'_>,
    context: &Context,
    request: &UpdateConnection,
) -> Result<UserConnection, Error> {
    may_configure(&context.actor)?;
    let found = connection::by_id_for_change(connection, context.tenant, &request.connection_id).await?;
    let before = found.ok_or_else(|| Refusal::new(&codes::CONNECTION_NOT_FOUND, "The connection does not exist."))?;
    let after = request.changes.clone().apply(before.clone())?;
    let changes = changes(&before, &after);
    if changes.is_empty() {
        return Ok(after);
    }
    connection::update(connection, context.tenant, &after).await?;
    installation::bump_config_version(connection).await?;
    let target = Party::new("connection", &after.connection_id, &after.name);
    let mut record = Record::new(context, EventKind::ConnectionUpdated).target(target).changes(changes);
    record.event.connection = Some(after.name.clone());
    record.write(connection).await?;
    Ok(after)
}

fn changes(before: &UserConnection, after: &UserConnection) -> Vec<FieldChange> {
    let told = |connection: &UserConnection| {
        json!({
            "display_name": connection.display_name, "options": connection.options, "enabled": connection.enabled,
        })
    };
    differences(&told(before), &told(after))
}
