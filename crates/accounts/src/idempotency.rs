//! Creating once, however often the request comes.

use anteroom_model::{Context, Refusal, codes};
use anteroom_store::Connection;
use anteroom_store::idempotency::{self, Owner};

use crate::Error;

/// A caller's `Idempotency-Key` with the fingerprint of the request it came with. Keys are forgotten after a day.
#[derive(Clone, Debug)]
pub struct IdempotencyKey {
    /// The key, 1 to 255 characters.
    pub key: String,
    /// A keyed fingerprint of method, path and body; nothing can be guessed from it without the master key.
    pub fingerprint: String,
}

/// How long keys are remembered, in seconds.
pub const REMEMBERED: i64 = 86_400;

impl IdempotencyKey {
    /// The id of what an equal request with this key made before.
    ///
    /// # Errors
    /// `idempotency_key_reused` when the request was another one.
    pub(crate) async fn made(&self, connection: &Connection<'_>, context: &Context) -> Result<Option<String>, Error> {
        match idempotency::find(connection, self.owner(context)).await? {
            None => Ok(None),
            Some((fingerprint, made)) if fingerprint == self.fingerprint => Ok(Some(made)),
            Some(_) => Err(reused("The Idempotency-Key was used with another request.").into()),
        }
    }

    /// Remembers what the request made.
    pub(crate) async fn remember(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        made: &str,
    ) -> Result<(), Error> {
        let owner = self.owner(context);
        Ok(idempotency::insert(connection, owner, &self.fingerprint, made, context.now()).await?)
    }

    fn owner<'a>(&'a self, context: &'a Context) -> Owner<'a> {
        Owner { tenant: context.tenant, actor: context.actor.id(), key: &self.key }
    }
}

pub(crate) fn reused(message: &'static str) -> Refusal {
    Refusal::new(&codes::IDEMPOTENCY_KEY_REUSED, message).field("Idempotency-Key")
}
