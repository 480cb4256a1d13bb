//! The mail that tells people of the account that an administrator made for them.

use anteroom_model::{Context, Refusal, User};

use crate::configuration::TenantConfiguration;
use crate::mail::{Mail, Outgoing};
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
    let Some(email) = &user.email else {
        return Err(Refusal::invalid_field("notify", "must be left out where there is no email to write to").into());
    };
    let login_link = match tenant.settings.default_redirection_uri.clone() {
        Some(link) => link,
        None => page(tenant, "/u/login")?,
    };
    let mail = Mail::AccountMade { login_link, identifier: email.clone(), name: user.profile.name.clone() };
    Outgoing::prepare(services, context, tenant, language_of(user), email, &mail)
}
