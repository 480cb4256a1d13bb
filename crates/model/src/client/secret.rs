//! Secrets that customers choose.

use crate::refusal::Refusal;

/// The shortest secret, in characters.
pub const MIN_SECRET: usize = 32;
/// The longest secret, in characters.
pub const MAX_SECRET: usize = 255;

/// Checks a secret that was chosen: long enough not to be guessed, and of signs that every way to send it has
/// (RFC 6749 appendix A.2).
///
/// # Errors
/// `invalid_body`; it does not repeat the secret.
pub fn check_secret(secret: &str) -> Result<(), Refusal> {
    let fits = (MIN_SECRET..=MAX_SECRET).contains(&secret.len());
    if fits && secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(());
    }
    let rule = "must have 32 to 255 letters, digits and signs of ASCII, without spaces";
    Err(Refusal::invalid_field("client_secret", rule))
}

#[cfg(test)]
mod tests {
    use super::check_secret;

    #[test]
    fn a_chosen_secret_is_long_and_of_ascii() {
        assert!(check_secret(&"s".repeat(32)).is_ok() && check_secret(&"~".repeat(255)).is_ok());
        for secret in ["", &"s".repeat(31), &"s".repeat(256), &" ".repeat(40), &"ß".repeat(40), "a\nb"] {
            let refusal = check_secret(secret).expect_err("is refused");
            assert_eq!(refusal.field.as_deref(), Some("client_secret"));
            assert!(secret.is_empty() || !refusal.message.contains(secret));
        }
    }
}
