//! What can go wrong in this crate.

use std::io;
use std::path::PathBuf;

/// Why an operation of this crate failed. No variant holds a secret; the texts may be shown to operators.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The password pool's queue is full; asking again later may succeed.
    #[error("too many passwords are being hashed or checked at this moment")]
    Busy,
    /// The work was dropped because the process is shutting down, or its thread died.
    #[error("hashing was interrupted")]
    Interrupted,
    /// A password hash that is to be made or checked costs more than is allowed, or less than argon2 can do.
    #[error("the cost of the password hash is out of bounds: {0}")]
    Cost(String),
    /// A stored password hash is of no known kind, or damaged.
    #[error("the password hash is of a kind that cannot be checked")]
    UnsupportedHash,
    /// The name is not that of a signing algorithm in use here.
    #[error("unknown signing algorithm {0:?}: RS256 and ES256 are known")]
    UnknownAlgorithm(String),
    /// A private signing key cannot be read, or is of another kind or weaker than its algorithm needs.
    #[error("the private signing key is not a usable {0} key")]
    SigningKey(&'static str),
    /// A public key cannot be used to verify tokens.
    #[error("the public key {0:?} cannot be used to verify tokens")]
    PublicKey(String),
    /// The cryptographic library refused an operation that does not fail in a healthy process.
    #[error("the cryptographic library failed to {0}")]
    Library(&'static str),
    /// A sealed value does not have the form `v1.kid.nonce.ciphertext`.
    #[error("the sealed value is malformed")]
    SealedMalformed,
    /// A value was sealed with another master key than the one at hand.
    #[error("the value was sealed with the master key {sealed_with}, but the master key at hand is {at_hand}")]
    UnknownMasterKey {
        /// The id of the key that sealed it, as the value says.
        sealed_with: String,
        /// The id of the key that was to open it.
        at_hand: String,
    },
    /// A sealed value was changed, or belongs to another place in the database.
    #[error("the sealed value was changed or does not belong where it was found")]
    SealBroken,
    /// The master key is not 32 bytes in base64.
    #[error("the master key must be 32 bytes in base64 (44 characters), as `openssl rand -base64 32` makes it")]
    MasterKeyMalformed,
    /// A file that holds a secret may be read by others than its owner.
    #[error("{path} may be read by others (mode {mode:04o}); make it private with: chmod 600 {path}")]
    FileExposed {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}
