//! Proof Key for Code Exchange (RFC 7636).

/// A code challenge of the method S256, the only one we take (RFC 9700 §2.1.1): `plain` protects nothing.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct CodeChallenge(String);

/// The length of a SHA-256 digest as base64url without padding.
const LENGTH: usize = 43;

impl CodeChallenge {
    /// The challenge that a request names.
    ///
    /// # Errors
    /// What is wrong, for developers.
    pub fn parse(challenge: &str, method: Option<&str>) -> Result<Self, &'static str> {
        if method != Some("S256") {
            return Err("code_challenge_method must be S256.");
        }
        if challenge.len() != LENGTH || !challenge.bytes().all(is_base64url) {
            return Err("code_challenge must be the base64url-encoded SHA-256 digest of the code_verifier.");
        }
        Ok(Self(challenge.to_owned()))
    }

    /// The challenge that was stored.
    #[must_use]
    pub fn stored(challenge: String) -> Self {
        Self(challenge)
    }

    /// The challenge as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text can be a code verifier: 43 to 128 unreserved characters (RFC 7636 §4.1).
    #[must_use]
    pub fn is_verifier(text: &str) -> bool {
        (43..=128).contains(&text.len()) && text.bytes().all(|byte| is_base64url(byte) || byte == b'.' || byte == b'~')
    }
}

fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::CodeChallenge;

    // RFC 7636, appendix B.
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn only_s256_is_taken() {
        assert!(CodeChallenge::parse(CHALLENGE, Some("S256")).is_ok());
        assert!(CodeChallenge::parse(CHALLENGE, Some("plain")).is_err());
        assert!(CodeChallenge::parse(CHALLENGE, None).is_err());
        assert!(CodeChallenge::parse("short", Some("S256")).is_err());
    }

    #[test]
    fn verifiers_have_the_form_of_the_standard() {
        assert!(CodeChallenge::is_verifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        assert!(!CodeChallenge::is_verifier(&"a".repeat(42)));
        assert!(!CodeChallenge::is_verifier(&"ä".repeat(43)));
    }
}
