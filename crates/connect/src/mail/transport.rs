//! The ways out.

use super::error::DeliveryError;
use super::folder::Folder;
use super::message::Message;
use super::server_url::SmtpServer;
use super::smtp::Smtp;

/// A way out for mails.
#[derive(Clone, Debug)]
pub enum Transport {
    /// Through a mail server.
    Smtp(Smtp),
    /// Into a folder.
    Folder(Folder),
}

impl Transport {
    /// A way to this mail server.
    ///
    /// # Errors
    /// As [`Smtp::new`].
    pub fn smtp(server: &SmtpServer) -> Result<Self, String> {
        Smtp::new(server).map(Self::Smtp)
    }

    /// Delivers a mail. Delivering one again is recognisable: it has the same Message-ID.
    ///
    /// # Errors
    /// [`DeliveryError`], which says whether another try may succeed.
    pub async fn deliver(&self, message: &Message) -> Result<(), DeliveryError> {
        match self {
            Self::Smtp(smtp) => smtp.deliver(message).await,
            Self::Folder(folder) => folder.deliver(message).await,
        }
    }
}
