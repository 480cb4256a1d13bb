//! Ways to write hashes that others have, and that become ours when they are read: LDAP's, Django's and Logto's.

use serde_json::Value;

use super::HashProblem;
use super::digest::Digest;
use super::digested::Digested;
use super::encoding::{fields, from_base64, from_hex, number, unreadable};
use super::pbkdf2::Pbkdf2;
use super::scrypt::{Scrypt, ScryptCost};
use super::stored::{Kind, Stored};
use super::typed::Typed;

/// RFC 2307 §5.3 and what OpenLDAP added: `{SSHA}` and base64 of the digest and the salt that was put behind the password.
pub(super) fn ldap(text: &str) -> Result<Stored, HashProblem> {
    let (scheme, value) = text.strip_prefix('{').and_then(|rest| rest.split_once('}')).ok_or_else(unreadable)?;
    let scheme = scheme.to_ascii_uppercase();
    let (digest, is_salted) = match scheme.as_str() {
        "MD5" => (Digest::Md5, false),
        "SMD5" => (Digest::Md5, true),
        "SHA" => (Digest::Sha1, false),
        "SSHA" => (Digest::Sha1, true),
        "SHA256" => (Digest::Sha256, false),
        "SSHA256" => (Digest::Sha256, true),
        "SHA384" => (Digest::Sha384, false),
        "SSHA384" => (Digest::Sha384, true),
        "SHA512" => (Digest::Sha512, false),
        "SSHA512" => (Digest::Sha512, true),
        _ => {
            let rule = "must have one of the schemes {MD5}, {SMD5}, {SHA}, {SSHA} and those of SHA-256, 384 and 512";
            return Err(HashProblem::new("", "ENUM_MISMATCH", rule));
        }
    };
    let mut hash = from_base64(value)?;
    let after = if is_salted { hash.split_off(digest.length().min(hash.len())) } else { Vec::new() };
    if is_salted && after.is_empty() {
        return Err(unreadable());
    }
    let typed = Typed { after, ..Typed::default() };
    Ok(Stored { typed, kind: Kind::Digested(Digested::new(digest, None, hash)?) })
}

/// Django's hashers: a name, then what it needs, between signs `$`. Nothing if it has no such name.
pub(super) fn django(text: &str) -> Option<Result<Stored, HashProblem>> {
    let (name, rest) = text.split_once('$')?;
    let read = match name {
        "pbkdf2_sha256" => pbkdf2(Digest::Sha256, rest),
        "pbkdf2_sha1" => pbkdf2(Digest::Sha1, rest),
        "argon2" => return Some(Stored::read(&format!("${rest}"))),
        "bcrypt" => return Some(Stored::read(rest)),
        "scrypt" => scrypt(rest),
        "md5" => return Some(salted(Digest::Md5, rest)),
        "sha1" => return Some(salted(Digest::Sha1, rest)),
        _ => return None,
    };
    Some(read.map(|kind| Stored { typed: Typed::default(), kind }))
}

fn pbkdf2(digest: Digest, rest: &str) -> Result<Kind, HashProblem> {
    let [iterations, salt, hash] = fields(rest)?;
    let hash = from_base64(hash)?;
    if hash.len() != digest.length() {
        return Err(unreadable());
    }
    Pbkdf2::new(digest, number(iterations)?, salt.into(), hash).map(Kind::Pbkdf2)
}

fn scrypt(rest: &str) -> Result<Kind, HashProblem> {
    let [n, salt, r, p, hash] = fields(rest)?;
    let cost = ScryptCost { log_n: log2(number(n)?)?, r: number(r)?, p: number(p)? };
    let hash = from_base64(hash)?;
    if hash.len() != 64 {
        return Err(unreadable());
    }
    Scrypt::new(cost, salt.into(), hash).map(Kind::Scrypt)
}

fn salted(digest: Digest, rest: &str) -> Result<Stored, HashProblem> {
    let [salt, hash] = fields(rest)?;
    let typed = Typed { before: salt.into(), ..Typed::default() };
    Ok(Stored { typed, kind: Kind::Digested(Digested::new(digest, None, from_hex(hash)?)?) })
}

/// The exponent of a power of two.
pub(super) fn log2(n: u32) -> Result<u32, HashProblem> {
    if n.is_power_of_two() { Ok(n.ilog2()) } else { Err(HashProblem::new("", "FORMAT", "must be a power of two")) }
}

/// Logto's `Legacy` digests: `["sha256", ["salt", "@"], "hash"]`, the password standing where the sign `@` stands, and
/// `["pbkdf2", ["salt", "1000", "20", "sha512", "@"], "hash"]`.
pub(super) fn legacy(text: &str) -> Result<Stored, HashProblem> {
    let (name, arguments, hash): (String, Vec<String>, String) =
        serde_json::from_str::<Value>(text).and_then(serde_json::from_value).map_err(|_| unreadable())?;
    let hash = from_hex(&hash)?;
    if name == "pbkdf2" {
        let [salt, iterations, length, digest, _] = &arguments[..] else {
            return Err(unreadable());
        };
        if number(length)? as usize != hash.len() {
            return Err(unreadable());
        }
        let salt = match salt.strip_prefix("hex:") {
            Some(hex) => from_hex(hex)?,
            None => salt.clone().into_bytes(),
        };
        let digest = Digest::parse(digest).ok_or_else(unreadable)?;
        let kind = Kind::Pbkdf2(Pbkdf2::new(digest, number(iterations)?, salt, hash)?);
        return Ok(Stored { typed: Typed::default(), kind });
    }
    let digest = Digest::parse(&name).ok_or_else(unreadable)?;
    let mut places = arguments.iter().enumerate().filter(|(_, argument)| *argument == "@");
    let (Some((place, _)), None) = (places.next(), places.next()) else {
        return Err(unreadable());
    };
    let (before, after) = (arguments[..place].concat().into_bytes(), arguments[place + 1..].concat().into_bytes());
    let typed = Typed { before, after, ..Typed::default() };
    Ok(Stored { typed, kind: Kind::Digested(Digested::new(digest, None, hash)?) })
}
