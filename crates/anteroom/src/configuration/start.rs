//! What can be said by environment and command line only: the file's place, and the first administrator.

use super::key::{Key, Section};
use super::problem::Problem;
use super::secret::Secret;
use super::settings::Settings;

/// The configuration file.
pub const CONFIG: Key = Key::text(
    "config",
    "ANTEROOM_CONFIG",
    "",
    "The configuration file. By default `anteroom.toml` in the data folder, if there is one.",
)
.option("--config");

const ADMIN_EMAIL: Key = Key::text(
    "admin_email",
    "ANTEROOM_ADMIN_EMAIL",
    "",
    "First start only: the e-mail address of the super administrator.",
);

const ADMIN_PASSWORD: Key = Key::text(
    "admin_password",
    "ANTEROOM_ADMIN_PASSWORD",
    "",
    "First start only: the super administrator's password. Without it a random one is made and printed once.",
)
.secret();

pub(super) const SECTION: Section = Section {
    name: "start",
    in_file: false,
    meaning: "Said by environment or command line only. The administrator's are read when the database is empty and \
              do nothing afterwards.",
    keys: &[CONFIG, ADMIN_EMAIL, ADMIN_PASSWORD],
};

/// The super administrator the first start makes, as far as it was said.
#[derive(Clone, Debug, Default)]
pub struct FirstAdministrator {
    /// The e-mail address.
    pub email: Option<String>,
    /// The password.
    pub password: Option<Secret>,
}

impl FirstAdministrator {
    pub(super) fn read(settings: &Settings) -> Result<Self, Problem> {
        Ok(Self {
            email: settings.read_optional(&ADMIN_EMAIL, |text| Ok(text.to_owned()))?,
            password: settings.read_optional(&ADMIN_PASSWORD, |text| Ok(Secret::from(text.to_owned())))?,
        })
    }
}
