//! Running a verb's transaction, and recording what a rule refused.

use anteroom_model::{Context, EventKind, Party};
use anteroom_store::{BoxFuture, Connection, Work};

use crate::{Error, Record, Services};

/// The body of a verb's transaction.
pub type Body<S, T> = for<'a> fn(&'a Connection<'a>, &'a Context, &'a S) -> BoxFuture<'a, Result<T, Error>>;

struct Verb<S, T> {
    context: Context,
    target: Option<Party>,
    state: S,
    body: Body<S, T>,
    is_synced: bool,
}

impl Services {
    /// Runs the body in one transaction. A refusal whose code says so is recorded with actor, target and rule
    /// (requirement S4.L04.13), though everything else is undone.
    ///
    /// # Errors
    /// What the body answers, or that the database failed.
    pub async fn transact<S, T>(
        &self,
        context: &Context,
        target: Option<Party>,
        state: S,
        body: Body<S, T>,
    ) -> Result<T, Error>
    where
        S: Send + Sync + 'static,
        T: Send + 'static,
    {
        self.db.write(Verb { context: context.clone(), target, state, body, is_synced: true }).await
    }

    /// As [`Self::transact`], without waiting for the disk: for what is worth nothing by itself and is begun anew where a
    /// crash of the machine has lost it. See [`Work::is_synced`].
    ///
    /// # Errors
    /// What the body answers, or that the database failed.
    pub async fn transact_unsynced<S, T>(&self, context: &Context, state: S, body: Body<S, T>) -> Result<T, Error>
    where
        S: Send + Sync + 'static,
        T: Send + 'static,
    {
        self.db.write(Verb { context: context.clone(), target: None, state, body, is_synced: false }).await
    }
}

impl<S: Send + Sync + 'static, T: Send + 'static> Work for Verb<S, T> {
    type Output = T;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<T, Error>> {
        (self.body)(connection, &self.context, &self.state)
    }

    fn is_synced(&self) -> bool {
        self.is_synced
    }

    fn is_recorded(&self, error: &Error) -> bool {
        matches!(error, Error::Refused(refusal) if refusal.code.audited)
    }

    fn record<'a>(&'a self, connection: &'a Connection<'a>, error: &'a Error) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let mut record = Record::new(&self.context, EventKind::ActRefused);
            record.event.target.clone_from(&self.target);
            if let Error::Refused(refusal) = error {
                record.event.reason = Some(refusal.code.name.to_owned());
            }
            record.write(connection).await
        })
    }
}
