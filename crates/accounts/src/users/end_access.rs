//! Ending access: whatever a user was given so far stops working at its next use.

use anteroom_model::{Timestamp, User};

/// Ends the user's access.
pub(super) fn of(user: &mut User, now: Timestamp) {
    // After another end in the same second, access was given as of the time it set: that ends too.
    user.access_valid_after = now.max(user.access_valid_after).next_second();
}
