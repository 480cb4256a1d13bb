//! `custom_password_hash` as the OpenAPI document describes it. It is read by [`anteroom_crypto::imported`].
#![expect(dead_code, reason = "they only describe bodies")]

use utoipa::ToSchema;

/// A hash that was made elsewhere, and how. Its costs are bounded: argon2 and scrypt to 256 MiB, PBKDF2 to ten million
/// iterations, bcrypt to a cost of 15.
#[derive(ToSchema)]
pub struct CustomPasswordHash {
    /// What made it.
    algorithm: HashAlgorithm,
    /// The hash itself.
    #[schema(inline)]
    hash: HashValue,
    /// What was hashed together with the password, or scrypt's salt. The hashes of argon2, ldap and pbkdf2 hold their own.
    #[schema(inline, required = false)]
    salt: Option<Salt>,
    /// How the password became bytes.
    #[schema(inline, required = false)]
    password: Option<PasswordEncoding>,
    /// The length of scrypt's hash in bytes.
    #[schema(value_type = u32, minimum = 20, required = false)]
    keylen: Option<u32>,
    /// scrypt's N, a power of two; 16384 by default.
    #[schema(value_type = u32, minimum = 2, required = false)]
    cost: Option<u32>,
    /// scrypt's r; 8 by default.
    #[serde(rename = "blockSize")]
    #[schema(value_type = u32, minimum = 1, required = false)]
    block_size: Option<u32>,
    /// scrypt's p; 1 by default.
    #[schema(value_type = u32, minimum = 1, required = false)]
    parallelization: Option<u32>,
}

/// What made a hash.
#[derive(ToSchema)]
#[serde(rename_all = "lowercase")]
enum HashAlgorithm {
    Argon2,
    Bcrypt,
    Hmac,
    Ldap,
    Md4,
    Md5,
    Sha1,
    Sha256,
    Sha512,
    Pbkdf2,
    Scrypt,
}

/// The hash itself.
#[derive(ToSchema)]
struct HashValue {
    /// The hash: a text that tells all of itself for argon2, bcrypt, ldap and pbkdf2, bytes otherwise.
    #[schema(max_length = 1024)]
    value: String,
    /// How its bytes are written; `utf8` for texts.
    #[schema(inline, required = false)]
    encoding: Option<Encoding>,
    /// The digest of an hmac.
    #[schema(inline, required = false)]
    digest: Option<HmacDigest>,
    /// The key of an hmac.
    #[schema(inline, required = false)]
    key: Option<HmacKey>,
}

#[derive(ToSchema)]
#[serde(rename_all = "lowercase")]
enum Encoding {
    Base64,
    Hex,
    Utf8,
}

#[derive(ToSchema)]
#[serde(rename_all = "lowercase")]
enum HmacDigest {
    Md4,
    Md5,
    Ripemd160,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Whirlpool,
}

#[derive(ToSchema)]
struct HmacKey {
    /// The key.
    #[schema(max_length = 1024)]
    value: String,
    /// How its bytes are written; `utf8` by default.
    #[schema(inline, required = false)]
    encoding: Option<Encoding>,
}

#[derive(ToSchema)]
struct Salt {
    /// The salt.
    #[schema(max_length = 1024)]
    value: String,
    /// How its bytes are written; `utf8` by default.
    #[schema(inline, required = false)]
    encoding: Option<Encoding>,
    /// Where it stands; before the password by default.
    #[schema(inline, required = false)]
    position: Option<Position>,
}

#[derive(ToSchema)]
#[serde(rename_all = "lowercase")]
enum Position {
    Prefix,
    Suffix,
}

#[derive(ToSchema)]
struct PasswordEncoding {
    /// The encoding; `utf8` by default.
    #[schema(inline, required = false)]
    encoding: Option<Characters>,
}

#[derive(ToSchema)]
#[serde(rename_all = "lowercase")]
enum Characters {
    Ascii,
    Utf8,
    Utf16le,
    Ucs2,
    Latin1,
    Binary,
}
