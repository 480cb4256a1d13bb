//! From a verb to the outbox.

use anteroom_connect::mail::{Message, Sender};
use anteroom_crypto::Place;
use anteroom_model::language::Language;
use anteroom_model::{Context, TenantId, random};
use anteroom_store::Connection;
use anteroom_store::outbox::{self, StoredMessage};
use zeroize::Zeroizing;

use super::compose::{Composed, House, compose};
use super::kind::Mail;
use crate::configuration::TenantConfiguration;
use crate::{Error, Services};

/// The kind of a mail in the outbox.
pub(super) const MAIL: &str = "mail";

/// What is the same for all mails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    /// Whom they come from.
    pub from: Sender,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self { from: Sender { name: None, address: "no-reply@localhost".to_owned() } }
    }
}

/// A mail that is ready to be queued.
#[derive(Clone, Debug)]
pub struct Outgoing {
    tenant: TenantId,
    message_id: String,
    sealed_payload: String,
}

impl Outgoing {
    /// Composes and seals a mail. Before the transaction: this is what takes time.
    ///
    /// An address that turns out to be none is no error here, lest an answer tell who has an account; delivery then fails,
    /// with an event.
    ///
    /// # Errors
    /// When sealing or composing fails, which neither address nor names can bring about.
    pub fn prepare(
        services: &Services,
        context: &Context,
        tenant: &TenantConfiguration,
        language: Language,
        to: &str,
        mail: &Mail,
    ) -> Result<Self, Error> {
        let house = House::of(&tenant.settings, &tenant.tenant.name);
        let Composed { subject, text, html } = compose(language, &house, mail)?;
        let from = &services.mail.from;
        let message = Message {
            id: random::alphanumeric(&*context.random, 24),
            written_at: context.now().0,
            from: from.address.clone(),
            from_name: Some(from.name.clone().unwrap_or(house.name)),
            to: to.to_owned(),
            subject,
            text,
            html,
            language: language.code().to_owned(),
        };
        let payload = serde_json::to_vec(&message).map_err(|error| Error::Mail(error.to_string()))?;
        let place = place(tenant.tenant.id, &message.id);
        let sealed_payload = services.sealer.seal(&*context.random, &place, &Zeroizing::new(payload))?;
        Ok(Self { tenant: tenant.tenant.id, message_id: message.id, sealed_payload })
    }

    /// Puts the mail into the outbox, in the transaction of what it tells of.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn queue(&self, connection: &Connection<'_>, context: &Context) -> Result<(), Error> {
        let now = context.now();
        let stored = StoredMessage {
            tenant: self.tenant,
            message_id: self.message_id.clone(),
            kind: MAIL.to_owned(),
            sealed_payload: self.sealed_payload.clone(),
            created_at: now,
            attempts: 0,
            next_attempt_at: now,
        };
        Ok(outbox::insert(connection, &stored).await?)
    }
}

/// Where a mail stands: it opens in its own row only.
pub(super) fn place(tenant: TenantId, message_id: &str) -> Place<'_> {
    Place { tenant: tenant.0, table: "outbox", column: "sealed_payload", row: message_id }
}
