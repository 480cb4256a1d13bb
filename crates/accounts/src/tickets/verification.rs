//! The mail that asks to confirm an address, with the ticket that does.

use anteroom_model::ticket::{LIFETIME, TicketKind, TicketSettings};
use anteroom_model::{Context, Language, User, UserKey};
use anteroom_store::Connection;

use super::Draft;
use crate::configuration::TenantConfiguration;
use crate::mail::{Mail, Outgoing};
use crate::{Error, Services};

/// A mail that asks to confirm an address, ready to be queued.
pub(crate) struct Verification {
    draft: Draft,
    mail: Outgoing,
}

impl Verification {
    /// The mail to this user's address; none if there is none. Before the transaction.
    pub(crate) fn prepare(
        services: &Services,
        context: &Context,
        tenant: &TenantConfiguration,
        language: Language,
        user: &User,
        client_id: Option<String>,
    ) -> Result<Option<Self>, Error> {
        let Some(email) = &user.email else { return Ok(None) };
        let settings = TicketSettings { client_id, ..TicketSettings::default() };
        let draft = Draft::new(context, tenant, TicketKind::EmailVerification, email, LIFETIME, settings)?;
        let mail = Mail::VerifyEmail { link: draft.link().to_owned(), name: user.profile.name.clone() };
        let mail = Outgoing::prepare(services, context, tenant, language, email, &mail)?;
        Ok(Some(Self { draft, mail }))
    }

    /// Stores the ticket and queues the mail.
    pub(crate) async fn queue(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        user: UserKey,
    ) -> Result<(), Error> {
        self.draft.store(connection, context, user).await?;
        self.mail.queue(connection, context).await
    }
}

/// The language to write to a user in who is not there to say it: `lang`, `locale` or `language` of the user's own
/// metadata, as Auth0's templates read it.
pub(crate) fn language_of(user: &User) -> Language {
    let said = ["lang", "locale", "language"].iter().find_map(|name| user.user_metadata.get(*name)?.as_str());
    Language::choose(said, None)
}
