//! What a password must be.

use zxcvbn::matching::patterns::MatchPattern;

use crate::codes;
use crate::refusal::Refusal;
use crate::text::fold;

/// The longest password, in characters. ASVS 6.2.9 asks for 64 at least.
const MAX: usize = 256;

/// The fewest characters a connection may ask for (ASVS 6.2.1).
pub const MIN: usize = 8;

/// What a connection asks of passwords.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// The fewest characters; 8 by default, and there are no rules of composition (NIST SP 800-63B §3.1.1.2).
    pub min_length: usize,
    /// Words that belong to the tenant, such as its name and products: a password needs [`MIN`] characters besides
    /// them (ASVS 6.1.2, 6.2.11).
    pub words: Vec<String>,
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        Self { min_length: MIN, words: Vec::new() }
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
    pub fn check(&self, password: &str, about_the_user: &[&str]) -> Result<i64, Refusal> {
        self.judge(password, about_the_user).map_err(|weakness| weak(self.told(weakness)))
    }

    /// As [`Self::check`], for pages that have words of their own for what is wrong.
    ///
    /// # Errors
    /// What is wrong.
    pub fn judge(&self, password: &str, about_the_user: &[&str]) -> Result<i64, Weakness> {
        let length = password.chars().count();
        if length < self.min_length {
            return Err(Weakness::TooShort);
        }
        if length > MAX {
            return Err(Weakness::TooLong);
        }
        if rests_on(password, &self.words) {
            return Err(Weakness::RuledOut);
        }
        let mut words = about_the_user.to_vec();
        words.extend(self.words.iter().map(String::as_str));
        let estimate = zxcvbn::zxcvbn(password, &words);
        if is_common(&estimate, &words) { Err(Weakness::Common) } else { Ok(i64::from(u8::from(estimate.score()))) }
    }

    fn told(&self, weakness: Weakness) -> String {
        match weakness {
            Weakness::TooShort => format!(
                "PasswordStrengthError: Password is too weak: it must have at least {} characters.",
                self.min_length
            ),
            Weakness::TooLong => format!("The password must not have more than {MAX} characters."),
            Weakness::RuledOut => format!(
                "PasswordStrengthError: Password is too weak: it rests on a word that is ruled out here; without it, \
                 it must have at least {MIN} characters."
            ),
            Weakness::Common => {
                "PasswordStrengthError: Password is too weak: it is a common one or close to one.".to_owned()
            }
        }
    }
}

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// It has fewer characters than the policy asks for.
    TooShort,
    /// It has more characters than any may have.
    TooLong,
    /// It rests on one of the connection's own words.
    RuledOut,
    /// It is a common one, one of the user's own words, or close to one.
    Common,
}

fn weak(message: String) -> Refusal {
    Refusal::new(&codes::INVALID_PASSWORD, message).field("password")
}

/// Whether too little is left of the password without these words, in whatever case and width they are written.
fn rests_on(password: &str, words: &[String]) -> bool {
    let folded = fold(password);
    let mut left = folded.clone();
    for word in words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()) {
        left = left.replace(&word, "");
    }
    left != folded && left.chars().count() < MIN
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
