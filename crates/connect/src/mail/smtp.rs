//! Through a mail server.

use std::fmt;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::error::DeliveryError;
use super::message::Message;
use super::server_url::{Security, SmtpServer};

/// How long the server may think about one command.
const COMMAND: Duration = Duration::from_secs(30);
/// How long one mail may take in all.
const WHOLE: Duration = Duration::from_secs(50);

/// A way to a mail server. Each mail has a connection of its own: one that was given up in the middle of a mail must
/// never carry the next.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

/// Without what the library keeps of the account.
impl fmt::Debug for Smtp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Smtp").finish_non_exhaustive()
    }
}

impl Smtp {
    /// The longest that [`Self::deliver`] takes.
    pub const LIMIT: Duration = WHOLE;

    /// A way to this server. Its certificate must be from an authority that this machine trusts.
    ///
    /// # Errors
    /// A text that says why TLS cannot be used on this machine.
    pub fn new(server: &SmtpServer) -> Result<Self, String> {
        let tls = || TlsParameters::new(server.host.clone()).map_err(|error| error.to_string());
        let tls = match server.security {
            Security::Tls => Tls::Wrapper(tls()?),
            Security::StartTls => Tls::Required(tls()?),
            Security::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .tls(tls)
            .timeout(Some(COMMAND));
        if let Some((user, password)) = &server.account {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self { transport: builder.build() })
    }

    /// Delivers a mail to the server, within [`Self::LIMIT`].
    ///
    /// # Errors
    /// [`DeliveryError`].
    pub async fn deliver(&self, message: &Message) -> Result<(), DeliveryError> {
        let built = message.build()?;
        match tokio::time::timeout(WHOLE, self.transport.send(built)).await {
            Ok(sent) => sent.map(drop).map_err(DeliveryError::from),
            Err(_) => Err(DeliveryError::passing("the mail server did not answer in time")),
        }
    }
}
