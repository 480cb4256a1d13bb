//! The digests that hashes from elsewhere are made of, some of them long broken: enough to tell whether a password is the
//! one that was hashed, and for nothing else.

use hmac::{KeyInit, Mac, SimpleHmac};
use sha2::Digest as _;

use crate::Error;

/// A digest by its usual name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digest {
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

/// Does the work with `$type` standing for the digest's implementation.
macro_rules! implemented {
    ($digest:expr, $type:ident => $work:expr) => {
        match $digest {
            Digest::Md4 => {
                type $type = md4::Md4;
                $work
            }
            Digest::Md5 => {
                type $type = md5::Md5;
                $work
            }
            Digest::Ripemd160 => {
                type $type = ripemd::Ripemd160;
                $work
            }
            Digest::Sha1 => {
                type $type = sha1::Sha1;
                $work
            }
            Digest::Sha224 => {
                type $type = sha2::Sha224;
                $work
            }
            Digest::Sha256 => {
                type $type = sha2::Sha256;
                $work
            }
            Digest::Sha384 => {
                type $type = sha2::Sha384;
                $work
            }
            Digest::Sha512 => {
                type $type = sha2::Sha512;
                $work
            }
            Digest::Whirlpool => {
                type $type = whirlpool::Whirlpool;
                $work
            }
        }
    };
}

impl Digest {
    pub(super) const ALL: [(&str, Self); 9] = [
        ("md4", Self::Md4),
        ("md5", Self::Md5),
        ("ripemd160", Self::Ripemd160),
        ("sha1", Self::Sha1),
        ("sha224", Self::Sha224),
        ("sha256", Self::Sha256),
        ("sha384", Self::Sha384),
        ("sha512", Self::Sha512),
        ("whirlpool", Self::Whirlpool),
    ];

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, digest)| digest)
    }

    pub(super) fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, digest)| *digest == self).map_or("", |(name, _)| name)
    }

    /// Bytes of its output.
    pub(super) fn length(self) -> usize {
        implemented!(self, D => D::output_size())
    }

    pub(super) fn of(self, bytes: &[u8]) -> Vec<u8> {
        implemented!(self, D => D::digest(bytes).to_vec())
    }

    /// HMAC (RFC 2104) with this digest.
    pub(super) fn hmac(self, key: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Error> {
        implemented!(self, D => {
            let mac = SimpleHmac::<D>::new_from_slice(key).map_err(|_| Error::Library("take the key of an HMAC"))?;
            Ok(mac.chain_update(bytes).finalize().into_bytes().to_vec())
        })
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::Digest;

    // Made with OpenSSL 3.0 (`openssl dgst -<name> -provider legacy -provider default`) over "abc".
    const OF_ABC: [(&str, &str); 9] = [
        ("md4", "a448017aaf21d8525fc10ae87aa6729d"),
        ("md5", "900150983cd24fb0d6963f7d28e17f72"),
        ("ripemd160", "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
        ("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("sha224", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
        ("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("sha384", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"),
        (
            "sha512",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ),
        (
            "whirlpool",
            "4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5",
        ),
    ];

    #[test]
    fn digests_agree_with_another_implementation() {
        for (name, expected) in OF_ABC {
            let digest = Digest::parse(name).unwrap();
            assert_eq!(HEXLOWER.encode(&digest.of(b"abc")), expected, "{name}");
            assert_eq!(digest.length() * 2, expected.len(), "{name}");
            assert_eq!(digest.name(), name);
        }
        assert_eq!(Digest::parse("md2"), None);
    }
}
