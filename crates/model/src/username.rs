//! Usernames.

/// The longest username, in characters.
const MAX: usize = 128;

/// Signs a username may hold besides letters and digits (Auth0's set).
const SIGNS: &str = "@^$.!`#+'~_-";

/// Checks a username; it is kept as typed and is unique without regard to case.
///
/// # Errors
/// What is wrong with it, for people.
pub fn validate(text: &str) -> Result<(), &'static str> {
    let length = text.chars().count();
    if length == 0 || length > MAX {
        return Err("must have between 1 and 128 characters");
    }
    if !text.chars().all(|character| character.is_alphanumeric() || SIGNS.contains(character)) {
        return Err("may only hold letters, digits and @ ^ $ . ! ` # + ' ~ _ -");
    }
    // Otherwise one person's username could be another one's address or number at sign-in.
    if crate::email::normalize(text).is_ok() {
        return Err("must not look like an e-mail address");
    }
    if crate::phone::validate(text).is_ok() {
        return Err("must not look like a phone number");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::validate;

    #[test]
    fn letters_of_every_script_are_taken() {
        for text in ["johndoe", "J.O'Brien", "李雷", "a@b", "x"] {
            assert_eq!(validate(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_could_be_another_identifier_is_refused() {
        for text in ["a@b.cd", "+4912345", "", "a b", "a/b", &"x".repeat(129)] {
            assert!(validate(text).is_err(), "{text}");
        }
    }
}
