//! The mail that asks to confirm an address which an administrator gave a user.

use anteroom_model::{Change, Context, User, email};
use anteroom_store::Connection;

use super::UpdateUser;
use crate::configuration::TenantConfiguration;
use crate::tickets::{Verification, language_of};
use crate::{Error, Services};

/// A mail that is sent if the change turns out to call for it.
pub(super) struct AddressMail {
    verification: Verification,
    address: String,
    is_forced: bool,
}

/// The mail to a new user: sent to an address that is not verified, unless the request says otherwise.
pub(super) fn for_new(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user: &User,
    wanted: Option<bool>,
) -> Result<Option<Verification>, Error> {
    if !wanted.unwrap_or(!user.email_verified) {
        return Ok(None);
    }
    Verification::prepare(services, context, tenant, language_of(user), user, None)
}

/// The mail that this change may call for.
pub(super) fn for_change(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user: &User,
    request: &UpdateUser,
) -> Result<Option<AddressMail>, Error> {
    let is_forced = request.verify_email == Some(true);
    let address = match &request.changes.email {
        Change::Set(new) if request.verify_email != Some(false) => email::normalize(new).ok(),
        Change::Keep if is_forced => user.email.clone(),
        _ => None,
    };
    let Some(address) = address else { return Ok(None) };
    let named = User { email: Some(address.clone()), ..user.clone() };
    let client_id = request.client_id.clone();
    let prepared = Verification::prepare(services, context, tenant, language_of(user), &named, client_id)?;
    Ok(prepared.map(|verification| AddressMail { verification, address, is_forced }))
}

impl AddressMail {
    /// Queues the mail if the user has this address now, and it is new and not verified, or the request wants it anyway.
    pub(super) async fn queue_if_due(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        before: &User,
        user: &User,
    ) -> Result<(), Error> {
        let is_due = self.is_forced || (before.email != user.email && !user.email_verified);
        if is_due && user.email.as_ref() == Some(&self.address) {
            self.verification.queue(connection, context, user.key).await?;
        }
        Ok(())
    }
}
