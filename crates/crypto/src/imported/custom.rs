//! Auth0's `custom_password_hash`: a closed object that tells how a hash was made.

use serde_json::{Map, Value};

use super::digest::Digest;
use super::digested::Digested;
use super::encoding::Encoding;
use super::foreign::{ldap, log2};
use super::scrypt::{Scrypt, ScryptCost};
use super::stored::{Kind, Stored};
use super::typed::{Characters, Typed};
use super::{HashProblem, MAX_TEXT};

type Object = Map<String, Value>;

const ALGORITHMS: &str = "must be one of argon2, bcrypt, hmac, ldap, md4, md5, pbkdf2, scrypt, sha1, sha256 and sha512";

/// The fields that only scrypt has.
const COSTS: [&str; 4] = ["keylen", "cost", "blockSize", "parallelization"];

/// Reads the object.
pub(super) fn read(value: &Value) -> Result<Stored, HashProblem> {
    let object = value.as_object().ok_or_else(|| HashProblem::new("", "INVALID_TYPE", "must be an object"))?;
    let algorithm = text(object, "algorithm")?.ok_or_else(|| missing("algorithm"))?;
    let is_scrypt = algorithm == "scrypt";
    let known = ["algorithm", "hash", "salt", "password"];
    closed(object, |name| known.contains(&name) || is_scrypt && COSTS.contains(&name))?;
    let hash = Hash::read(object).map_err(|problem| problem.at("hash"))?;
    let salt = salt(object).map_err(|problem| problem.at("salt"))?;
    let characters = characters(object).map_err(|problem| problem.at("password"))?;
    hash.only_for_hmac(algorithm).map_err(|problem| problem.at("hash"))?;
    let mut stored = match algorithm {
        "argon2" => hash.written(salt.as_ref(), "$argon2")?,
        "pbkdf2" => hash.written(salt.as_ref(), "$pbkdf2")?,
        "ldap" => hash.ldap(salt.as_ref())?,
        "bcrypt" => {
            let stored = hash.written(None, "$2")?;
            Stored { typed: surrounding(salt), ..stored }
        }
        "scrypt" => scrypt(object, &hash, salt)?,
        "hmac" => {
            let kind = hash.keyed().map_err(|problem| problem.at("hash"))?;
            Stored { typed: surrounding(salt), kind }
        }
        "md4" | "md5" | "sha1" | "sha256" | "sha512" => {
            let digest = Digest::parse(algorithm).ok_or_else(|| mismatch("algorithm", ALGORITHMS))?;
            let kind = hash.digested(digest, None).map_err(|problem| problem.at("hash"))?;
            Stored { typed: surrounding(salt), kind }
        }
        _ => return Err(mismatch("algorithm", ALGORITHMS)),
    };
    stored.typed.characters = characters;
    Ok(stored)
}

/// What stands under `hash`.
struct Hash<'a> {
    value: &'a str,
    encoding: Option<Encoding>,
    digest: Option<&'a str>,
    key: Option<Vec<u8>>,
}

impl<'a> Hash<'a> {
    fn read(object: &'a Object) -> Result<Self, HashProblem> {
        let hash = inner(object, "hash")?.ok_or_else(|| missing(""))?;
        closed(hash, |name| ["value", "encoding", "digest", "key"].contains(&name))?;
        let key = match inner(hash, "key").map_err(|problem| problem.at("key"))? {
            Some(key) => Some(decoded(key, &["value", "encoding"]).map_err(|problem| problem.at("key"))?),
            None => None,
        };
        let value = text(hash, "value")?.ok_or_else(|| missing("value"))?;
        Ok(Self { value, encoding: encoding(hash)?, digest: text(hash, "digest")?, key })
    }

    fn only_for_hmac(&self, algorithm: &str) -> Result<(), HashProblem> {
        let other = if self.digest.is_some() { "digest" } else { "key" };
        if algorithm != "hmac" && (self.digest.is_some() || self.key.is_some()) {
            return Err(HashProblem::new(other, "NOT_PASSED", "is only for hmac"));
        }
        Ok(())
    }

    /// A text that tells all of itself, beginning with this.
    fn written(&self, salt: Option<&Salt>, prefix: &str) -> Result<Stored, HashProblem> {
        self.in_utf8(salt)?;
        if !self.value.starts_with(prefix) {
            let rule = format!("must begin with {prefix}");
            return Err(HashProblem::new("hash.value", "PATTERN", rule));
        }
        Stored::read(self.value).map_err(|problem| problem.at("hash.value"))
    }

    fn ldap(&self, salt: Option<&Salt>) -> Result<Stored, HashProblem> {
        self.in_utf8(salt)?;
        ldap(self.value).map_err(|problem| problem.at("hash.value"))
    }

    fn in_utf8(&self, salt: Option<&Salt>) -> Result<(), HashProblem> {
        if salt.is_some() {
            return Err(HashProblem::new("salt", "NOT_PASSED", "must be left out, the hash holds its own"));
        }
        match self.encoding {
            None | Some(Encoding::Utf8) => Ok(()),
            Some(_) => Err(mismatch("hash.encoding", "must be utf8")),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, HashProblem> {
        match self.encoding {
            Some(Encoding::Utf8) => Err(mismatch("encoding", "must be one of base64 and hex")),
            None => Err(missing("encoding")),
            Some(encoding) => encoding.decode(self.value).map_err(|problem| problem.at("value")),
        }
    }

    fn digested(&self, digest: Digest, key: Option<Vec<u8>>) -> Result<Kind, HashProblem> {
        let bytes = self.bytes()?;
        Digested::new(digest, key, bytes).map(Kind::Digested).map_err(|problem| problem.at("value"))
    }

    fn keyed(&self) -> Result<Kind, HashProblem> {
        let name = self.digest.ok_or_else(|| missing("digest"))?;
        let rule = "must be one of md4, md5, ripemd160, sha1, sha224, sha256, sha384, sha512 and whirlpool";
        let digest = Digest::parse(name).ok_or_else(|| mismatch("digest", rule))?;
        let key = self.key.clone().ok_or_else(|| missing("key"))?;
        self.digested(digest, Some(key))
    }
}

/// What stands under `salt`.
struct Salt {
    bytes: Vec<u8>,
    is_behind: bool,
}

fn salt(object: &Object) -> Result<Option<Salt>, HashProblem> {
    let Some(salt) = inner(object, "salt")? else {
        return Ok(None);
    };
    let bytes = decoded(salt, &["value", "encoding", "position"])?;
    let is_behind = match text(salt, "position")? {
        None | Some("prefix") => false,
        Some("suffix") => true,
        Some(_) => return Err(mismatch("position", "must be one of prefix and suffix")),
    };
    Ok(Some(Salt { bytes, is_behind }))
}

fn surrounding(salt: Option<Salt>) -> Typed {
    match salt {
        Some(Salt { bytes, is_behind: true }) => Typed { after: bytes, ..Typed::default() },
        Some(Salt { bytes, is_behind: false }) => Typed { before: bytes, ..Typed::default() },
        None => Typed::default(),
    }
}

fn characters(object: &Object) -> Result<Characters, HashProblem> {
    let Some(password) = inner(object, "password")? else {
        return Ok(Characters::default());
    };
    closed(password, |name| name == "encoding")?;
    let rule = "must be one of ascii, utf8, utf16le, ucs2, latin1 and binary";
    text(password, "encoding")?
        .map_or(Ok(Characters::default()), |name| Characters::parse(name).ok_or_else(|| mismatch("encoding", rule)))
}

/// scrypt, whose salt is its own and whose costs stand beside the hash.
fn scrypt(object: &Object, hash: &Hash<'_>, salt: Option<Salt>) -> Result<Stored, HashProblem> {
    let length = positive(object, "keylen")?.ok_or_else(|| missing("keylen"))?;
    let cost = positive(object, "cost")?.unwrap_or(16_384);
    let cost = ScryptCost {
        log_n: log2(cost).map_err(|problem| problem.at("cost"))?,
        r: positive(object, "blockSize")?.unwrap_or(8),
        p: positive(object, "parallelization")?.unwrap_or(1),
    };
    cost.check().map_err(|problem| problem.at("cost"))?;
    let bytes = hash.bytes().map_err(|problem| problem.at("hash"))?;
    if bytes.len() != length as usize {
        return Err(HashProblem::new("hash.value", "FORMAT", "must be as long as keylen says"));
    }
    let salt = salt.map(|salt| salt.bytes).unwrap_or_default();
    let hash = Scrypt::new(cost, salt, bytes).map_err(|problem| problem.at("hash.value"))?;
    Ok(Stored { typed: Typed::default(), kind: Kind::Scrypt(hash) })
}

fn positive(object: &Object, name: &str) -> Result<Option<u32>, HashProblem> {
    let Some(value) = object.get(name) else {
        return Ok(None);
    };
    let number = value.as_u64().ok_or_else(|| HashProblem::new(name, "INVALID_TYPE", "must be a whole number"))?;
    match u32::try_from(number) {
        Ok(0) => Err(HashProblem::new(name, "MINIMUM", "must be at least 1")),
        Ok(number) => Ok(Some(number)),
        Err(_) => Err(HashProblem::new(name, "MAXIMUM", "has a cost beyond all bounds")),
    }
}

/// An object of `value` and `encoding`, UTF-8 if not told, as bytes.
fn decoded(object: &Object, known: &[&str]) -> Result<Vec<u8>, HashProblem> {
    closed(object, |name| known.contains(&name))?;
    let value = text(object, "value")?.ok_or_else(|| missing("value"))?;
    let encoding = encoding(object)?.unwrap_or(Encoding::Utf8);
    encoding.decode(value).map_err(|problem| problem.at("value"))
}

fn encoding(object: &Object) -> Result<Option<Encoding>, HashProblem> {
    let rule = "must be one of base64, hex and utf8";
    let name = text(object, "encoding")?;
    name.map(|name| Encoding::parse(name).ok_or_else(|| mismatch("encoding", rule))).transpose()
}

fn inner<'a>(object: &'a Object, name: &str) -> Result<Option<&'a Object>, HashProblem> {
    let Some(value) = object.get(name) else {
        return Ok(None);
    };
    value.as_object().map(Some).ok_or_else(|| HashProblem::new("", "INVALID_TYPE", "must be an object"))
}

fn text<'a>(object: &'a Object, name: &str) -> Result<Option<&'a str>, HashProblem> {
    let Some(value) = object.get(name) else {
        return Ok(None);
    };
    let text = value.as_str().ok_or_else(|| HashProblem::new(name, "INVALID_TYPE", "must be a string"))?;
    if text.len() > MAX_TEXT {
        return Err(HashProblem::new(name, "MAX_LENGTH", format!("must be at most {MAX_TEXT} bytes long")));
    }
    Ok(Some(text))
}

fn closed(object: &Object, is_known: impl Fn(&str) -> bool) -> Result<(), HashProblem> {
    match object.keys().find(|name| !is_known(name)) {
        // The name is the sender's own, and may be as long as a book.
        Some(name) => {
            let name: String = name.chars().take(64).collect();
            Err(HashProblem::new(&name, "NOT_PASSED", "is not known here, or not for this algorithm"))
        }
        None => Ok(()),
    }
}

fn missing(path: &str) -> HashProblem {
    HashProblem::new(path, "OBJECT_REQUIRED", "is missing")
}

fn mismatch(path: &str, rule: &str) -> HashProblem {
    HashProblem::new(path, "ENUM_MISMATCH", rule)
}
