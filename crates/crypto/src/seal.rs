//! Secrets at rest: sealed with the master key, each bound to its place in the database.

use std::fmt;

use anteroom_model::Random;
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, MAX_TAG_LEN, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::{hkdf, hmac};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::token::constant_time_eq;
use crate::{Error, MasterKey};

const VERSION: &str = "v1";

/// Where a sealed value is stored. A value opens in its own place only, so that nobody who can write to the database
/// moves one row's secret to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The tenant's internal key.
    pub tenant: i64,
    /// The table's name.
    pub table: &'a str,
    /// The column's name.
    pub column: &'a str,
    /// What identifies the row and never changes.
    pub row: &'a str,
}

impl Place<'_> {
    /// The associated data: each text after its length, so that no two places are written alike.
    fn associated_data(&self) -> Vec<u8> {
        let mut bytes = self.tenant.to_be_bytes().to_vec();
        for text in [self.table, self.column, self.row] {
            bytes.extend_from_slice(&(text.len() as u64).to_be_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
        bytes
    }
}

/// Seals and opens secrets (AES-256-GCM, NIST SP 800-38D) and signs what leaves the server and must come back unchanged
/// (HMAC-SHA256), with keys derived from the master key (HKDF, RFC 5869).
///
/// Nonces are random: one master key is good for 2³² sealings (SP 800-38D §8.3), far more than it will see.
pub struct Sealer {
    kid: String,
    sealing: LessSafeKey,
    fingerprinting: hmac::Key,
}

impl Sealer {
    /// A sealer with this master key.
    ///
    /// # Errors
    /// [`Error::Library`] only if the cryptographic library is broken.
    pub fn new(master_key: &MasterKey) -> Result<Self, Error> {
        let identifying = derive(master_key, "anteroom key id v1")?;
        let sealing = derive(master_key, "anteroom seal v1")?;
        let sealing = UnboundKey::new(&AES_256_GCM, sealing.as_slice()).map_err(|_| Error::Library("make a key"))?;
        let fingerprinting = derive(master_key, "anteroom fingerprint v1")?;
        Ok(Self {
            kid: HEXLOWER.encode(&digest(&SHA256, identifying.as_slice()).as_ref()[..4]),
            sealing: LessSafeKey::new(sealing),
            fingerprinting: hmac::Key::new(hmac::HMAC_SHA256, fingerprinting.as_slice()),
        })
    }

    /// The master key's id: eight hexadecimal digits that say which key it is and nothing about it.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Seals a secret for this place: `v1.<kid>.<nonce>.<ciphertext and tag>`, the last two in base64url without padding.
    ///
    /// # Errors
    /// [`Error::Library`] only if the secret is beyond 64 GiB.
    pub fn seal(&self, random: &dyn Random, place: &Place<'_>, plaintext: &[u8]) -> Result<String, Error> {
        let mut nonce = [0; NONCE_LEN];
        random.fill(&mut nonce);
        let aad = Aad::from(place.associated_data());
        // Room for the tag from the start: growing would leave a copy of the secret in freed memory.
        let mut buffer = Vec::with_capacity(plaintext.len() + MAX_TAG_LEN);
        buffer.extend_from_slice(plaintext);
        self.sealing
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut buffer)
            .map_err(|_| Error::Library("seal"))?;
        let (nonce, ciphertext) = (URL_SAFE_NO_PAD.encode(nonce), URL_SAFE_NO_PAD.encode(buffer));
        Ok(format!("{VERSION}.{}.{nonce}.{ciphertext}", self.kid))
    }

    /// Opens what was sealed for this place.
    ///
    /// # Errors
    /// [`Error::SealedMalformed`], [`Error::UnknownMasterKey`], or [`Error::SealBroken`] if the value was changed or
    /// sealed for another place.
    pub fn open(&self, place: &Place<'_>, sealed: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        let mut parts = sealed.split('.');
        let (Some(VERSION), Some(kid), Some(nonce), Some(ciphertext), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(Error::SealedMalformed);
        };
        if kid != self.kid {
            return Err(Error::UnknownMasterKey { sealed_with: kid.to_owned(), at_hand: self.kid.clone() });
        }
        let nonce = URL_SAFE_NO_PAD.decode(nonce).map_err(|_| Error::SealedMalformed)?;
        let nonce = Nonce::try_assume_unique_for_key(&nonce).map_err(|_| Error::SealedMalformed)?;
        let mut buffer = Zeroizing::new(URL_SAFE_NO_PAD.decode(ciphertext).map_err(|_| Error::SealedMalformed)?);
        let aad = Aad::from(place.associated_data());
        let length = self.sealing.open_in_place(nonce, aad, &mut buffer).map_err(|_| Error::SealBroken)?.len();
        buffer.truncate(length);
        Ok(buffer)
    }

    /// A fingerprint of the bytes that only holders of the master key can make: 43 characters of base64url. The same
    /// bytes have different fingerprints for different purposes.
    #[must_use]
    pub fn fingerprint(&self, purpose: &str, bytes: &[u8]) -> String {
        let mut context = hmac::Context::with_key(&self.fingerprinting);
        context.update(&(purpose.len() as u64).to_be_bytes());
        context.update(purpose.as_bytes());
        context.update(bytes);
        URL_SAFE_NO_PAD.encode(context.sign())
    }

    /// Whether this is the fingerprint of the bytes for that purpose; compares in constant time.
    #[must_use]
    pub fn has_fingerprint(&self, purpose: &str, bytes: &[u8], fingerprint: &str) -> bool {
        constant_time_eq(self.fingerprint(purpose, bytes).as_bytes(), fingerprint.as_bytes())
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Sealer").field("kid", &self.kid).finish_non_exhaustive()
    }
}

fn derive(master_key: &MasterKey, purpose: &str) -> Result<Zeroizing<[u8; 32]>, Error> {
    let failure = |_| Error::Library("derive a key");
    let mut key = Zeroizing::new([0; 32]);
    hkdf::Salt::new(hkdf::HKDF_SHA256, b"anteroom")
        .extract(master_key.bytes())
        .expand(&[purpose.as_bytes()], hkdf::HKDF_SHA256)
        .map_err(failure)?
        .fill(key.as_mut_slice())
        .map_err(failure)?;
    Ok(key)
}

#[cfg(test)]
mod tests;
