//! Hashes of passwords that people bring along from elsewhere (requirement S1.L48.1).
//!
//! They are kept as they are, in one line that tells how a password becomes the hash, and are replaced by argon2id the
//! first time that somebody signs in with the password. What checking may cost is bounded when they come in: argon2 and
//! scrypt take at most 256 MiB of memory, PBKDF2, SHA-crypt and phpass ten million rounds, bcrypt a cost of 15.

mod bcrypt;
mod crypt;
mod custom;
mod digest;
mod digested;
mod encoding;
mod foreign;
mod pbkdf2;
mod problem;
mod scrypt;
mod stored;
#[cfg(test)]
mod tests;
mod typed;

pub use problem::HashProblem;
pub(crate) use stored::Stored;

/// The longest text that may be part of a hash, in bytes.
const MAX_TEXT: usize = 1024;

/// The longest text that may be a hash with all that belongs to it, in bytes.
const MAX_WHOLE: usize = 8 * MAX_TEXT;

/// The text for the database of a hash that is given as one text, `password_hash`.
///
/// Auth0 means bcrypt by it (`$2a$`, `$2b$`, `$2y$`). Taken as well are argon2, PBKDF2 and scrypt in PHC format, SHA-crypt
/// (`$5$`, `$6$`), phpass (`$P$`, `$H$`), Firebase's scrypt (`$fbscrypt$`), LDAP's `{SSHA}` and its like, Django's hashes,
/// Logto's `Legacy` arrays, and whatever this function made.
///
/// # Errors
/// [`HashProblem`] if it is of no known kind, damaged, or costs too much.
pub fn password_hash(text: &str) -> Result<String, HashProblem> {
    if text.len() > MAX_WHOLE {
        return Err(HashProblem::new("", "MAX_LENGTH", format!("must be at most {MAX_WHOLE} bytes long")));
    }
    let stored = match text.as_bytes().first() {
        Some(b'{') => foreign::ldap(text),
        Some(b'[') => foreign::legacy(text),
        _ => foreign::django(text).unwrap_or_else(|| Stored::read(text)),
    };
    stored.map(|stored| stored.text())
}

/// The text for the database of a hash that is described as Auth0's `custom_password_hash` does: algorithm, hash, salt,
/// the password's encoding and scrypt's costs.
///
/// # Errors
/// [`HashProblem`] naming the field that is wrong.
pub fn custom_password_hash(value: &serde_json::Value) -> Result<String, HashProblem> {
    custom::read(value).map(|stored| stored.text())
}
