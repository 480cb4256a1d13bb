//! Ending access: whatever a user was given so far stops working at its next use.

use anteroom_model::{Timestamp, User};

/// Ends the user's access.
pub(super) fn of(user: &mut User, now: Timestamp) {
    user.access_valid_after = now.next_second();
}
