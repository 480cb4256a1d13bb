//! Somebody to try rules on.

use serde_json::Map;

use super::{NewUser, User, UserChanges};
use crate::change::Change;
use crate::connection::Connection;
use crate::random::Random;
use crate::time::Timestamp;

struct Zeros;

impl Random for Zeros {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

/// A user with an e-mail address and nothing else.
pub(super) fn somebody() -> User {
    let connection = Connection {
        key: 1,
        connection_id: "con_1".to_owned(),
        name: "people".to_owned(),
        display_name: None,
        strategy: "auth0".to_owned(),
        options: Map::new(),
        enabled: true,
    };
    let fields = UserChanges { email: Change::Set("ada@example.com".to_owned()), ..UserChanges::default() };
    NewUser { fields, ..NewUser::default() }.build(&connection, &Zeros, Timestamp(0)).expect("a user")
}
