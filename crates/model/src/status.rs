//! The states of an account.

use crate::codes;
use crate::refusal::Refusal;

/// A stored state. That an account is locked, or suspended until a time, is derived when it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Made, but its owner has not yet shown up.
    PendingActivation,
    /// In use.
    #[default]
    Active,
    /// Kept out by an administrator, for now.
    Suspended,
    /// Kept out for good; can be made active again by a status action only.
    Deactivated,
    /// Kept for the record.
    Archived,
}

impl Status {
    /// All states.
    pub const ALL: [Self; 5] =
        [Self::PendingActivation, Self::Active, Self::Suspended, Self::Deactivated, Self::Archived];

    /// The name on the wire and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PendingActivation => "pending_activation",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Deactivated => "deactivated",
            Self::Archived => "archived",
        }
    }

    /// The state of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Auth0's `blocked`: the account cannot sign in.
    #[must_use]
    pub const fn is_blocked(self) -> bool {
        matches!(self, Self::Suspended | Self::Deactivated | Self::Archived)
    }
}

/// A state and the one to return to when a block is lifted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccountState {
    /// The state.
    pub status: Status,
    /// The state before the suspension, while suspended.
    pub before_suspension: Option<Status>,
}

impl AccountState {
    /// What writing Auth0's `blocked` makes of this state.
    ///
    /// True suspends and remembers; false returns a suspended account to where it was; an equal value changes nothing.
    ///
    /// # Errors
    /// `operation_not_supported` when a deactivated or archived account would be unblocked.
    pub fn with_blocked(self, blocked: bool) -> Result<Self, Refusal> {
        match (self.status, blocked) {
            (Status::Active | Status::PendingActivation, true) => {
                Ok(Self { status: Status::Suspended, before_suspension: Some(self.status) })
            }
            (Status::Suspended, false) => {
                Ok(Self { status: self.before_suspension.unwrap_or_default(), before_suspension: None })
            }
            (Status::Deactivated | Status::Archived, false) => Err(Refusal::new(
                &codes::OPERATION_NOT_SUPPORTED,
                format!("A user who is {} is not unblocked but set active by a status action.", self.status.name()),
            )
            .field("blocked")),
            _ => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AccountState, Status};

    fn state(status: Status) -> AccountState {
        AccountState { status, before_suspension: None }
    }

    #[test]
    fn blocking_remembers_and_unblocking_returns() {
        for status in [Status::Active, Status::PendingActivation] {
            let blocked = state(status).with_blocked(true).expect("may be blocked");
            assert!(blocked.status.is_blocked());
            assert_eq!(blocked.with_blocked(true), Ok(blocked));
            assert_eq!(blocked.with_blocked(false), Ok(state(status)));
        }
    }

    #[test]
    fn only_a_suspended_account_is_unblocked() {
        for status in [Status::Deactivated, Status::Archived] {
            assert_eq!(state(status).with_blocked(true), Ok(state(status)));
            let refusal = state(status).with_blocked(false).expect_err("must be refused");
            assert_eq!(refusal.code.name, "operation_not_supported");
        }
        assert_eq!(state(Status::Active).with_blocked(false), Ok(state(Status::Active)));
    }
}
