//! What a password must be.

use zxcvbn::matching::patterns::MatchPattern;

use crate::codes;
use crate::refusal::Refusal;

/// The longest password, in characters. ASVS 6.2.9 asks for 64 at least.
const MAX: usize = 256;

/// What a connection asks of passwords.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// The fewest characters; 8 by default, and there are no rules of composition (NIST SP 800-63B §3.1.1.2).
    pub min_length: usize,
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        Self { min_length: 8 }
    }
}

impl PasswordPolicy {
    /// Checks a password, exactly as typed, against the policy and the list of common ones.
    ///
    /// `about_the_user` are words that belong to the user, such as name and address. Takes about 0.1 ms.
    ///
    /// Answers how hard it is to guess, from 0 to 4 (zxcvbn's scale).
    ///
    /// # Errors
    /// `invalid_password`, with the reason.
    pub fn check(self, password: &str, about_the_user: &[&str]) -> Result<i64, Refusal> {
        let length = password.chars().count();
        if length < self.min_length {
            return Err(weak(format!(
                "PasswordStrengthError: Password is too weak: it must have at least {} characters.",
                self.min_length
            )));
        }
        if length > MAX {
            return Err(weak(format!("The password must not have more than {MAX} characters.")));
        }
        let estimate = zxcvbn::zxcvbn(password, about_the_user);
        if is_common(&estimate, about_the_user) {
            return Err(weak(
                "PasswordStrengthError: Password is too weak: it is a common one or close to one.".to_owned(),
            ));
        }
        Ok(i64::from(u8::from(estimate.score())))
    }
}

fn weak(message: String) -> Refusal {
    Refusal::new(&codes::INVALID_PASSWORD, message).field("password")
}

/// Whether the whole password is one entry of the lists of common passwords, words and names, or one of the user's own
/// words, also with usual letter swaps or backwards, or one run such as `12345678` or `aaaaaaaa`.
fn is_common(estimate: &zxcvbn::Entropy, about_the_user: &[&str]) -> bool {
    let [only] = estimate.sequence() else { return false };
    match &only.pattern {
        MatchPattern::Dictionary(_) | MatchPattern::Sequence(_) | MatchPattern::Spatial(_) => true,
        MatchPattern::Repeat(run) => {
            let base = &run.base_token;
            base.chars().count() <= 3 || is_common(&zxcvbn::zxcvbn(base, about_the_user), about_the_user)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::PasswordPolicy;

    #[test]
    fn common_passwords_are_refused_in_every_dress() {
        for password in
            ["password", "P@ssw0rd", "drowssap", "iloveyou", "12345678", "aaaaaaaa", "abcabcabc", "qwertyuiop"]
        {
            assert!(PasswordPolicy::default().check(password, &[]).is_err(), "{password}");
        }
    }

    #[test]
    fn the_users_own_words_are_refused() {
        assert!(PasswordPolicy::default().check("annabelle.smith", &["annabelle.smith"]).is_err());
    }

    #[test]
    fn length_is_counted_in_characters() {
        let policy = PasswordPolicy::default();
        assert!(policy.check("short7!", &[]).is_err());
        assert!(policy.check("春眠不覺曉處處聞", &[]).is_ok());
        assert!(policy.check("correct horse battery staple", &[]).is_ok());
        assert!(policy.check(&"xK9 ".repeat(65), &[]).is_err());
    }
}
