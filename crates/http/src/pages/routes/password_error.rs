//! What is wrong with a new password, in the pages' words.

use anteroom_model::password::{PasswordPolicy, Weakness};

use crate::pages::views::PasswordError;

/// Why a password was refused that the policy judges so; one that the policy takes was the same as before.
pub fn password_error(policy: &PasswordPolicy, password: &str, own_words: &[&str]) -> PasswordError {
    if password.is_empty() {
        return PasswordError::Empty;
    }
    match policy.judge(password, own_words) {
        Err(Weakness::TooShort) => PasswordError::TooShort,
        Err(Weakness::TooLong) => PasswordError::TooLong,
        Err(Weakness::RuledOut | Weakness::Common) => PasswordError::Common,
        Ok(_) => PasswordError::Unchanged,
    }
}
