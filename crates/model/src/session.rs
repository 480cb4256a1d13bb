//! Sessions: browsers that are signed in.

use serde_json::{Map, Value};

use crate::flow::Proof;
use crate::ids::UserKey;
use crate::time::Timestamp;

/// A browser that is signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its internal key.
    pub key: i64,
    /// Its id outside: `ses_` and 22 letters and digits.
    pub session_id: String,
    /// Who is signed in.
    pub user: UserKey,
    /// That user's id.
    pub user_id: String,
    /// How the person was recognised.
    pub methods: Vec<Proof>,
    /// When it began.
    pub created_at: Timestamp,
    /// When the person last proved who it is.
    pub authenticated_at: Timestamp,
    /// When it was last used to sign in to an application.
    pub last_interacted_at: Timestamp,
    /// From where.
    pub device: Device,
    /// The customer's own texts.
    pub metadata: Map<String, Value>,
}

/// The device at the other end, first and last seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The address it first came from.
    pub initial_ip: Option<String>,
    /// The `User-Agent` it first named.
    pub initial_user_agent: Option<String>,
    /// The address it last came from.
    pub last_ip: Option<String>,
    /// The `User-Agent` it last named.
    pub last_user_agent: Option<String>,
}

/// How long something holds after it began and after it was last used; both in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// However much it is used; without end if absent.
    pub absolute: Option<i64>,
    /// Without being used; without end if absent.
    pub idle: Option<i64>,
}

impl Lifetime {
    /// When something that began and was last used then ends by its age.
    #[must_use]
    pub fn expires_at(self, began: Timestamp) -> Option<Timestamp> {
        self.absolute.map(|seconds| began.plus_seconds(seconds))
    }

    /// When it ends for want of use.
    #[must_use]
    pub fn idle_expires_at(self, used: Timestamp) -> Option<Timestamp> {
        self.idle.map(|seconds| used.plus_seconds(seconds))
    }

    /// Whether it still holds. What is set now counts, for those that began before too (requirement S4.L34.6).
    #[must_use]
    pub fn holds(self, began: Timestamp, used: Timestamp, now: Timestamp) -> bool {
        self.expires_at(began).is_none_or(|end| now < end) && self.idle_expires_at(used).is_none_or(|end| now < end)
    }
}

impl Session {
    /// Whether it still holds under this lifetime.
    #[must_use]
    pub fn holds(&self, lifetime: Lifetime, now: Timestamp) -> bool {
        lifetime.holds(self.created_at, self.last_interacted_at, now)
    }
}

#[cfg(test)]
mod tests {
    use super::Lifetime;
    use crate::time::Timestamp;

    #[test]
    fn it_ends_by_age_and_for_want_of_use() {
        let at = Timestamp::from_seconds;
        let lifetime = Lifetime { absolute: Some(100), idle: Some(10) };
        assert!(lifetime.holds(at(0), at(0), at(9)));
        assert!(!lifetime.holds(at(0), at(0), at(10)));
        assert!(lifetime.holds(at(0), at(95), at(99)));
        assert!(!lifetime.holds(at(0), at(95), at(100)));
        assert!(Lifetime { absolute: None, idle: None }.holds(at(0), at(0), at(1_000_000_000)));
    }
}
