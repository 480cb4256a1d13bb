//! What administrators do to an account, as its owner is told.

use anteroom_model::Status;

/// What an administrator did to somebody's account (requirement S4.L22.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdminAct {
    /// Set a password.
    PasswordSet {
        /// Whether another one is asked for at the next sign-in.
        must_change: bool,
        /// Whether the account can be signed in to at all.
        can_sign_in: bool,
    },
    /// Ended access.
    AccessEnded {
        /// Whether all of it, and not that of one session or application.
        is_all: bool,
        /// Whether the account can be signed in to again.
        can_sign_in: bool,
    },
    /// Gave the account a status.
    StatusSet(Status),
}

impl AdminAct {
    /// The key of the words that tell of it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::PasswordSet { .. } => "password_set",
            Self::AccessEnded { .. } => "signed_out",
            Self::StatusSet(Status::Suspended) => "account_suspended",
            Self::StatusSet(Status::Deactivated | Status::Archived) => "account_closed",
            Self::StatusSet(Status::Active | Status::PendingActivation) => "account_opened",
        }
    }

    /// Whether the account can be signed in to afterwards.
    pub(crate) fn can_sign_in(self) -> bool {
        match self {
            Self::PasswordSet { can_sign_in, .. } | Self::AccessEnded { can_sign_in, .. } => can_sign_in,
            Self::StatusSet(status) => !status.is_blocked(),
        }
    }

    pub(super) fn must_change(self) -> bool {
        matches!(self, Self::PasswordSet { must_change: true, .. })
    }

    pub(super) fn is_all(self) -> bool {
        matches!(self, Self::AccessEnded { is_all: true, .. })
    }
}
