//! Writing events.

use anteroom_model::event::new_log_id;
use anteroom_model::{Actor, Context, Event, EventKind, FieldChange, Party, TenantId, User};
use anteroom_store::Connection;

use crate::Error;

/// An event about to be written.
pub struct Record {
    tenant: TenantId,
    /// The event, with actor, time and origin of the context.
    pub event: Event,
}

impl Record {
    /// An event of this kind in this context.
    #[must_use]
    pub fn new(context: &Context, kind: EventKind) -> Self {
        let at = context.now();
        let event = Event {
            log_id: new_log_id(at, &*context.random),
            at,
            kind,
            actor: actor_party(&context.actor),
            client_id: client_id(&context.actor),
            target: None,
            connection: None,
            reason: None,
            changes: Vec::new(),
            token: None,
            origin: context.origin.clone(),
        };
        Self { tenant: context.tenant, event }
    }

    /// With this user as its target.
    #[must_use]
    pub fn user(mut self, user: &User) -> Self {
        self.event.target = Some(user_party(user));
        self.event.connection = user.identities.first().map(|identity| identity.connection.clone());
        self
    }

    /// Done by this user, to the own account.
    #[must_use]
    pub fn by(mut self, user: &User) -> Self {
        self.event.actor = user_party(user);
        self.user(user)
    }

    /// With this target.
    #[must_use]
    pub fn target(mut self, target: Party) -> Self {
        self.event.target = Some(target);
        self
    }

    /// With these changes.
    #[must_use]
    pub fn changes(mut self, changes: Vec<FieldChange>) -> Self {
        self.event.changes = changes;
        self
    }

    /// For this reason.
    #[must_use]
    pub fn reason(mut self, reason: Option<String>) -> Self {
        self.event.reason = reason;
        self
    }

    /// Stores the event in the transaction of what it records.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn write(self, connection: &Connection<'_>) -> Result<(), Error> {
        Ok(anteroom_store::event::insert(connection, self.tenant, &self.event).await?)
    }
}

/// A user as events know it.
pub(crate) fn user_party(user: &User) -> Party {
    Party::new("user", &user.user_id, user.display_name())
}

/// An actor as events know it.
#[must_use]
pub fn actor_party(actor: &Actor) -> Party {
    match actor {
        Actor::System => Party::new("system", actor.id(), ""),
        Actor::Visitor { .. } => Party::new("visitor", actor.id(), ""),
        Actor::Client { name, .. } => Party::new("client", actor.id(), name),
        Actor::User { name, .. } => Party::new("user", actor.id(), name),
    }
}

fn client_id(actor: &Actor) -> Option<String> {
    match actor {
        Actor::System => None,
        Actor::Visitor { client_id } => client_id.clone(),
        Actor::Client { client_id, .. } | Actor::User { client_id, .. } => Some(client_id.clone()),
    }
}
