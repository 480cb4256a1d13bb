//! Changing a client.

use anteroom_crypto::token::new_secret;
use anteroom_model::client::{Client, ClientChanges, check_secret};
use anteroom_model::{Context, EventKind, FieldChange, Party, Refusal, codes};
use anteroom_store::{Connection, client, installation};

use super::secret::{public_has_none, secret_place};
use super::{load_within_rank, refuse_rank};
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Default)]
pub struct UpdateClient {
    /// The client's id.
    pub client_id: String,
    /// The fields.
    pub changes: ClientChanges,
    /// A secret of the caller's choice; who sends one needs the scope `update:client_keys`.
    pub client_secret: Option<String>,
}

/// A client that was changed.
#[derive(Debug)]
pub struct Updated {
    /// The client.
    pub client: Client,
    /// Whether it has a secret that it had not before, which the caller is told.
    pub has_new_secret: bool,
}

struct Update {
    client_id: String,
    changes: ClientChanges,
    /// The chosen secret, sealed.
    chosen: Option<String>,
    /// A random secret, sealed, for a client that was public and has none.
    random: String,
}

/// Changes a client: all of it or nothing. Of two changes at once to different fields both hold.
///
/// # Errors
/// `inexistent_client`, `client_built_in`, `invalid_body`, `rank_exceeded`, `insufficient_scope` for a secret without the scope for it.
pub async fn update_client(services: &Services, context: &Context, request: UpdateClient) -> Result<Updated, Error> {
    let UpdateClient { client_id, changes, client_secret } = request;
    if let Some(secret) = &client_secret {
        if !context.actor.holds("update:client_keys") {
            let message = "Insufficient scope, expected any of: update:client_keys";
            return Err(Refusal::new(&codes::INSUFFICIENT_SCOPE, message).field("client_secret").into());
        }
        check_secret(secret)?;
    }
    let place = secret_place(context.tenant, &client_id);
    let seal = |secret: &str| services.sealer.seal(&*context.random, &place, secret.as_bytes());
    let (chosen, random) = (client_secret.as_deref().map(seal).transpose()?, seal(&new_secret(&*context.random))?);
    let target = Party::new("client", &client_id, "");
    services
        .transact(
            context,
            Some(target),
            Update { client_id, changes, chosen, random },
            |connection, context, update| Box::pin(run(connection, context, update)),
        )
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, update: &Update) -> Result<Updated, Error> {
    let mut client = load_within_rank(connection, context, &update.client_id).await?;
    let had_secret = client.sealed_secret.is_some();
    let changes = client.apply(update.changes.clone())?;
    refuse_rank(context, client.rank)?;
    set_secret(&mut client, context, update)?;
    let has_new_secret = client.sealed_secret.is_some() && (update.chosen.is_some() || !had_secret);
    if changes.is_empty() && !has_new_secret {
        return Ok(Updated { client, has_new_secret });
    }
    client.updated_at = context.now();
    client::update(connection, context.tenant, &client).await?;
    if touches_origins(&changes) {
        installation::bump_config_version(connection).await?;
    }
    let is_rekeyed = had_secret && has_new_secret;
    for (kind, happened, changes) in [
        (EventKind::ClientUpdated, !changes.is_empty(), changes),
        (EventKind::ClientSecretRotated, is_rekeyed, Vec::new()),
    ] {
        if happened {
            let record = Record::new(context, kind).target(super::party(&client)).changes(changes);
            record.write(connection).await?;
        }
    }
    Ok(Updated { client, has_new_secret })
}

/// A public client has no secret, any other one has; a chosen one ends what the one before was used for.
fn set_secret(client: &mut Client, context: &Context, update: &Update) -> Result<(), Refusal> {
    if client.is_public() {
        client.sealed_secret = None;
        return if update.chosen.is_some() { Err(public_has_none()) } else { Ok(()) };
    }
    if let Some(chosen) = &update.chosen {
        client.sealed_secret = Some(chosen.clone());
        // As after a rotation: see there.
        client.valid_after = context.now().max(client.valid_after).next_second();
    } else if client.sealed_secret.is_none() {
        client.sealed_secret = Some(update.random.clone());
    }
    Ok(())
}

/// Whether the origins that the cached configuration knows may be others now.
fn touches_origins(changes: &[FieldChange]) -> bool {
    changes.iter().any(|change| ["callbacks", "web_origins", "allowed_origins"].contains(&change.field.as_str()))
}
