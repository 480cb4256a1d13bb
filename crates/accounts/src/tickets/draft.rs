//! A ticket that is about to be made.

use anteroom_crypto::token::{new_secret, stored_digest};
use anteroom_model::ticket::{Ticket, TicketKind, TicketSettings};
use anteroom_model::{Context, Refusal, Timestamp, UserKey, codes, reset_code};
use anteroom_store::ticket::StoredCode;
use anteroom_store::{Connection, ticket};

use super::Asker;
use crate::Error;
use crate::configuration::TenantConfiguration;

/// A ticket that is ready to be stored, and the link that carries its secret.
pub(crate) struct Draft {
    digest: String,
    link: String,
    ticket: Ticket,
    code: StoredCode,
}

impl Draft {
    /// A ticket for this address, good for so many seconds.
    pub(crate) fn new(
        context: &Context,
        tenant: &TenantConfiguration,
        kind: TicketKind,
        email: &str,
        lifetime: i64,
        settings: TicketSettings,
    ) -> Result<Self, Error> {
        let secret = new_secret(&*context.random);
        let path = match kind {
            TicketKind::EmailVerification => "/u/email-verification",
            TicketKind::PasswordChange => "/u/reset-password",
        };
        let now = context.now();
        let ticket = Ticket {
            key: 0,
            kind,
            user: UserKey(0),
            email: email.to_owned(),
            settings,
            created_at: now,
            expires_at: now.plus_seconds(lifetime),
            used_at: Timestamp(0),
        };
        let link = format!("{}?ticket={secret}", page(tenant, path)?);
        Ok(Self { digest: stored_digest(&secret), link, ticket, code: StoredCode::default() })
    }

    /// With a code that this asker may type instead of following the link.
    pub(crate) fn with_code(mut self, context: &Context, asker: &Asker, code: &str) -> Self {
        self.code = StoredCode {
            asker: asker.digest(),
            digest: asker.code_digest(&self.digest, code),
            expires_at: context.now().plus_seconds(reset_code::LIFETIME),
        };
        self
    }

    /// The link: whoever has it may do what it is for.
    pub(crate) fn link(&self) -> &str {
        &self.link
    }

    /// Stores the ticket as this user's.
    pub(crate) async fn store(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        user: UserKey,
    ) -> Result<(), Error> {
        let ticket = Ticket { user, ..self.ticket.clone() };
        Ok(ticket::insert(connection, context.tenant, &self.digest, &ticket, &self.code).await?)
    }
}

/// One of the tenant's pages, at its primary origin: never at one that a request has chosen.
pub(crate) fn page(tenant: &TenantConfiguration, path: &str) -> Result<String, Refusal> {
    let missing = || Refusal::new(&codes::UNAVAILABLE, "The tenant has no origin that links could lead to.");
    let primary = tenant.primary.as_ref().ok_or_else(missing)?;
    Ok(format!("{primary}{path}"))
}
