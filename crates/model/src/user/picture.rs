//! The picture that a user is shown by.

use md5::{Digest, Md5};

use super::User;

impl User {
    /// The user's own picture; Gravatar's for the address if there is none, as with Auth0, which draws a figure for
    /// addresses it does not know. Administrators and applications see the same one (requirement S2.L15.1).
    #[must_use]
    pub fn picture(&self) -> Option<String> {
        self.profile.picture.clone().or_else(|| self.email.as_deref().map(gravatar))
    }
}

fn gravatar(email: &str) -> String {
    let hash = data_encoding::HEXLOWER.encode(&Md5::digest(email.as_bytes()));
    format!("https://s.gravatar.com/avatar/{hash}?s=480&r=pg&d=mp")
}
