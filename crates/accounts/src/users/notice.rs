//! The mails that tell people what an administrator did: that there is an account for them, and what became of it.

use anteroom_model::{Context, Refusal, User};
use anteroom_store::{Connection, user};

use super::unknown_user;
use crate::configuration::TenantConfiguration;
use crate::mail::{AdminAct, Mail, Outgoing};
use crate::tickets::{language_of, page};
use crate::{Error, Services};

/// The mail to a new user's address, with the way to the sign-in page. It holds no password: who has none yet, or knows
/// none, has the page's own way to one.
///
/// # Errors
/// `invalid_body` if there is no address to write to.
pub(super) fn prepare(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user: &User,
) -> Result<Outgoing, Error> {
    let Some(email) = &user.email else { return Err(no_address().into()) };
    let login_link = login_link(tenant)?;
    let mail = Mail::AccountMade { login_link, identifier: email.clone(), name: user.profile.name.clone() };
    Outgoing::prepare(services, context, tenant, language_of(user), email, &mail)
}

/// The mail that tells a user what an administrator does to the account (requirement S4.L22.2).
pub(crate) struct ActNotice {
    /// The address and the mail to it, where there is one.
    mail: Option<(String, Outgoing)>,
}

impl ActNotice {
    /// The mail of an act on this user, composed before the transaction. Who may do it is for the transaction to say, and
    /// so is that there is no address.
    ///
    /// # Errors
    /// When it cannot be sealed.
    pub(super) fn prepare(
        services: &Services,
        tenant: &TenantConfiguration,
        context: &Context,
        user: &User,
        act: AdminAct,
    ) -> Result<Self, Error> {
        let Some(email) = &user.email else { return Ok(Self { mail: None }) };
        let mail = Mail::AdminActed { act, at: context.now(), link: way_on(tenant, user, act)? };
        let outgoing = Outgoing::prepare(services, context, tenant, language_of(user), email, &mail)?;
        Ok(Self { mail: Some((email.clone(), outgoing)) })
    }

    /// As [`Self::prepare`], for the user of this id.
    ///
    /// # Errors
    /// `inexistent_user`.
    pub(crate) async fn prepare_for(
        services: &Services,
        tenant: &TenantConfiguration,
        context: &Context,
        user_id: &str,
        act: impl FnOnce(&User) -> AdminAct,
    ) -> Result<Self, Error> {
        let found = user::by_id(&services.db.session().await?.connection(), context.tenant, user_id).await?;
        let user = found.ok_or_else(unknown_user)?;
        let act = act(&user);
        Self::prepare(services, tenant, context, &user, act)
    }

    /// Queues the mail, in the transaction of the act and behind its guards.
    ///
    /// # Errors
    /// `invalid_body` if there is no address to write to, or another one since the mail was composed.
    pub(crate) async fn queue(&self, connection: &Connection<'_>, context: &Context, user: &User) -> Result<(), Error> {
        match &self.mail {
            None => Err(no_address().into()),
            Some((email, mail)) if user.email.as_ref() == Some(email) => mail.queue(connection, context).await,
            Some(_) => {
                Err(Refusal::invalid_field("notify", "must be sent again, for the email has changed meanwhile").into())
            }
        }
    }
}

/// Where the mail leads: to another password, if people choose theirs at this connection, or in again.
fn way_on(tenant: &TenantConfiguration, user: &User, act: AdminAct) -> Result<Option<String>, Error> {
    if !act.can_sign_in() {
        return Ok(None);
    }
    if matches!(act, AdminAct::StatusSet(_)) {
        return login_link(tenant).map(Some);
    }
    let is_offered = tenant.connection_of(user).is_some_and(|source| source.self_service_password_change());
    Ok(is_offered.then(|| page(tenant, "/u/reset-password/request")).transpose()?)
}

fn login_link(tenant: &TenantConfiguration) -> Result<String, Error> {
    match tenant.settings.default_redirection_uri.clone() {
        Some(link) => Ok(link),
        None => Ok(page(tenant, "/u/login")?),
    }
}

fn no_address() -> Refusal {
    Refusal::invalid_field("notify", "must be left out where there is no email to write to")
}
