//! Where an application is to be found.

use super::Client;
use crate::settings::web_origins;

impl Client {
    /// The page that people begin at, for links in mails and at the end of a way: where sign-ins begin if that is
    /// registered, else the first origin of its callbacks. None of applications that are only on devices.
    #[must_use]
    pub fn home(&self) -> Option<String> {
        let begins = self.settings.initiate_login_uri.clone();
        begins.or_else(|| web_origins(&self.settings).first().map(|origin| format!("{origin}/")))
    }
}
