//! What the checks found.

use std::fmt::Display;

use crate::commands::say;

/// What a check found: how it is, or what is wrong and what to do.
pub(super) type Finding = Result<String, String>;

/// Says what each check found, as soon as it is known.
#[derive(Default)]
pub(super) struct Report {
    pub(super) checks: usize,
    pub(super) failures: usize,
}

impl Report {
    /// Says what the check of this subject found.
    pub(super) fn add(&mut self, subject: impl Display, finding: Finding) {
        self.checks += 1;
        match finding {
            Ok(text) => say(&format!("ok    {subject}: {text}")),
            Err(text) => {
                self.failures += 1;
                say(&format!("fail  {subject}: {text}"));
            }
        }
    }
}
