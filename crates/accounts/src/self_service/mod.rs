//! What people do for themselves: sign up, prove an address, choose another password.
//!
//! Whether there is an account is told to its owner alone, by mail: answers and the work they take are the same either way.

mod change_password;
mod client;
mod lock;
mod prove_reset_code;
mod proven;
mod refused;
mod request_password_change;
mod request_verification;
mod reset_password;
mod sign_up;
mod verify_email;

pub use change_password::{ChangePassword, change_password};
pub use prove_reset_code::{ProveResetCode, prove_reset_code};
pub use request_password_change::{RequestPasswordChange, request_password_change};
pub use request_verification::{RequestVerification, request_verification};
pub use reset_password::{ResetPassword, reset_password};
pub use sign_up::{SignUp, sign_up};
pub use verify_email::verify_email;

use anteroom_model::ticket::TicketSettings;
use anteroom_model::{Context, Language, Refusal, User, codes};

use crate::configuration::TenantConfiguration;
use crate::mail::{Mail, Outgoing};
use crate::tickets::page;
use crate::{Error, Services};

/// What a link has led to.
#[derive(Clone, Debug)]
pub struct Done {
    /// The user as it is now.
    pub user: User,
    /// What comes after.
    pub settings: TicketSettings,
}

fn blocked() -> Refusal {
    Refusal::new(&codes::OAUTH_UNAUTHORIZED, "The account is blocked.")
}

/// The mail that tells the owner of a changed password (ASVS 6.3.7).
///
/// # Errors
/// When it cannot be sealed.
pub fn changed_mail(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    language: Language,
    address: &str,
) -> Result<Outgoing, Error> {
    let reset_link = Some(page(tenant, "/u/reset-password/request")?);
    let mail = Mail::PasswordChanged { at: context.now(), ip: context.origin.ip, reset_link };
    Outgoing::prepare(services, context, tenant, language, address, &mail)
}
