//! Making many users with one request (requirement S0.L24.11).

use anteroom_model::{Context, Refusal};

use super::{CreateUser, CreatedUser, create_user};
use crate::configuration::TenantConfiguration;
use crate::{Error, Services};

/// The most users that one request makes; more come by import.
pub const AT_ONCE: usize = 50;

/// Makes users one after the other, each wholly or not at all and with its own event: what is wrong with one is told of
/// it and hinders no other. Entries that could not even be read stand among them as their refusals, so that the answers
/// have the order of the entries.
///
/// # Errors
/// `invalid_body` if there are none or more than 50.
pub async fn create_users(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    entries: Vec<Result<CreateUser, Refusal>>,
) -> Result<Vec<Result<CreatedUser, Error>>, Refusal> {
    if entries.is_empty() || entries.len() > AT_ONCE {
        return Err(Refusal::invalid_field("users", "must be 1 to 50 entries"));
    }
    let mut made = Vec::with_capacity(entries.len());
    for entry in entries {
        made.push(match entry {
            Ok(request) => create_user(services, tenant, context, request).await,
            Err(refusal) => Err(refusal.into()),
        });
    }
    Ok(made)
}
