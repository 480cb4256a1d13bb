//! How a verb refuses or fails.

use anteroom_model::{Refusal, codes};
use anteroom_store::Retry;

/// How a verb refuses or fails.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The verb does not do what was asked, and says why.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] anteroom_store::Error),
    /// Hashing, sealing or signing failed.
    #[error(transparent)]
    Crypto(#[from] anteroom_crypto::Error),
    /// A mail could not be composed.
    #[error("a mail could not be composed: {0}")]
    Mail(String),
}

impl Error {
    /// The refusal a caller is told; failures of ours all read alike and are for the log.
    #[must_use]
    pub fn into_refusal(self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal,
            Self::Store(anteroom_store::Error::TooSlow) => {
                let message = "The search takes longer than a request may. Narrow it, or ask for no exact total.";
                Refusal::new(&codes::SEARCH_TOO_SLOW, message)
            }
            Self::Store(_) | Self::Crypto(_) | Self::Mail(_) => {
                Refusal::new(&codes::UNAVAILABLE, "The request could not be answered now.")
            }
        }
    }
}

impl Retry for Error {
    fn is_worth_another_try(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_worth_another_try())
    }
}
