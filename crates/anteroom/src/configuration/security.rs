//! `[security]`: the master key and the cost of password hashing.

use std::path::PathBuf;

use super::key::{Key, Section};
use super::parse;
use super::problem::Problem;
use super::settings::Settings;

const MASTER_KEY_FILE: Key = Key::text(
    "master_key_file",
    "ANTEROOM_MASTER_KEY_FILE",
    "<data_dir>/master.key",
    "The file with the key that seals secrets in the database. Made at the first start with mode 0600; whoever loses \
     it loses those secrets, so back it up apart from the database.",
);

const PASSWORD_MEMORY_KIB: Key = Key::number(
    "password_memory_kib",
    "ANTEROOM_PASSWORD_MEMORY_KIB",
    "19456",
    "The memory argon2id takes for one password in KiB, 8 to 1048576.",
);

const PASSWORD_ITERATIONS: Key = Key::number(
    "password_iterations",
    "ANTEROOM_PASSWORD_ITERATIONS",
    "2",
    "The passes argon2id makes over that memory, 1 to 100.",
);

const PASSWORD_WORKERS: Key = Key::number(
    "password_workers",
    "ANTEROOM_PASSWORD_WORKERS",
    "<cores>",
    "How many passwords are hashed at the same time, 1 to 1024; others wait. At most this many times the memory is \
     taken.",
);

pub(super) const SECTION: Section = Section {
    name: "security",
    in_file: true,
    meaning: "The key that seals secrets, and what hashing a password costs. New costs are for new hashes; those \
              stored keep the costs they were made with.",
    keys: &[MASTER_KEY_FILE, PASSWORD_MEMORY_KIB, PASSWORD_ITERATIONS, PASSWORD_WORKERS],
};

/// The settings of `[security]`.
#[derive(Clone, Debug)]
pub struct Security {
    /// The file with the key that seals secrets in the database.
    pub master_key_file: PathBuf,
    /// argon2id's memory in KiB.
    pub password_memory_kib: u32,
    /// argon2id's passes.
    pub password_iterations: u32,
    /// How many passwords are hashed at the same time.
    pub password_workers: usize,
}

impl Security {
    pub(super) fn read(settings: &Settings) -> Result<Self, Problem> {
        Ok(Self {
            master_key_file: settings.read(&MASTER_KEY_FILE, parse::path)?,
            password_memory_kib: settings.read(&PASSWORD_MEMORY_KIB, parse::number(8..=1_048_576))?,
            password_iterations: settings.read(&PASSWORD_ITERATIONS, parse::number(1..=100))?,
            password_workers: settings.read(&PASSWORD_WORKERS, parse::number(1..=1024))?,
        })
    }
}
