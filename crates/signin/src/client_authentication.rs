//! How applications prove which one they are (RFC 6749 §2.3).

use anteroom_accounts::clients::open_secret;
use anteroom_accounts::{Error, Services};
use anteroom_crypto::token::constant_time_eq;
use anteroom_model::client::Client;
use anteroom_model::{Context, Refusal, codes};
use anteroom_store::client::Dated;
use anteroom_store::{Connection, client};

/// What an application shows of itself.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    /// Which one it says it is.
    pub client_id: String,
    /// Its secret, if it has one.
    pub client_secret: Option<String>,
}

/// The application, proven: a confidential one by its secret; a public one has none and must not send one. With it comes
/// the number of the configuration at that moment.
///
/// # Errors
/// `invalid_client`, in the same words whether it is unknown or the secret is wrong.
pub async fn authenticate(
    services: &Services,
    connection: &Connection<'_>,
    context: &Context,
    credentials: &Credentials,
) -> Result<Dated, Error> {
    let found = client::dated_by_id(connection, context.tenant, &credentials.client_id).await?;
    let dated = found.ok_or_else(unproven)?;
    match (&credentials.client_secret, dated.client.is_public()) {
        (None, true) => Ok(dated),
        (Some(secret), false) => {
            prove(services, context, &dated.client, secret)?;
            Ok(dated)
        }
        _ => Err(unproven().into()),
    }
}

/// Proves a confidential application.
///
/// # Errors
/// `invalid_client`.
pub(crate) fn prove(services: &Services, context: &Context, client: &Client, secret: &str) -> Result<(), Error> {
    match open_secret(services, context.tenant, client)? {
        Some(known) if !client.is_public() && constant_time_eq(&known, secret.as_bytes()) => Ok(()),
        _ => Err(unproven().into()),
    }
}

/// Auth0's words; the same whether the client is unknown or the secret wrong.
pub(crate) fn unproven() -> Refusal {
    Refusal::new(&codes::OAUTH_INVALID_CLIENT, "Unauthorized")
}
