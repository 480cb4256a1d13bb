//! Bytes as texts: how hashes, salts and keys are written.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use data_encoding::HEXLOWER_PERMISSIVE;

use super::HashProblem;

/// Padding is as the writer liked it, and so are the bits that stand for nothing.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_encode_padding(false)
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);

const BASE64: GeneralPurpose = GeneralPurpose::new(&STANDARD, LENIENT);
const BASE64_URL: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, LENIENT);

/// How bytes are written as a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Base64,
    Hex,
    Utf8,
}

impl Encoding {
    pub(super) fn parse(name: &str) -> Option<Self> {
        match name {
            "base64" => Some(Self::Base64),
            "hex" => Some(Self::Hex),
            "utf8" => Some(Self::Utf8),
            _ => None,
        }
    }

    pub(super) fn decode(self, text: &str) -> Result<Vec<u8>, HashProblem> {
        match self {
            Self::Base64 => from_base64(text),
            Self::Hex => from_hex(text),
            Self::Utf8 => Ok(text.as_bytes().to_vec()),
        }
    }
}

/// Base64 of the standard alphabet without padding, as it stands in what is stored.
pub(super) fn to_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// Base64 in whatever dress: both alphabets, and passlib's, which writes `.` for `+`.
pub(super) fn from_base64(text: &str) -> Result<Vec<u8>, HashProblem> {
    let text = text.replace('.', "+");
    let read = BASE64.decode(&text).or_else(|_| BASE64_URL.decode(&text));
    read.map_err(|_| HashProblem::format("must be base64"))
}

pub(super) fn from_hex(text: &str) -> Result<Vec<u8>, HashProblem> {
    HEXLOWER_PERMISSIVE.decode(text.as_bytes()).map_err(|_| HashProblem::format("must be hexadecimal"))
}

/// What stands between the signs `$` of a text that begins with one, at least `N` of them.
pub(super) fn fields<const N: usize>(text: &str) -> Result<[&str; N], HashProblem> {
    let parts: Vec<&str> = text.strip_prefix('$').unwrap_or(text).split('$').collect();
    parts.try_into().map_err(|_| unreadable())
}

/// A number of a cost.
pub(super) fn number(text: &str) -> Result<u32, HashProblem> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain {
        return Err(unreadable());
    }
    text.parse().map_err(|_| HashProblem::cost("has a cost beyond all bounds"))
}

/// The form is not the one its beginning promises.
pub(super) fn unreadable() -> HashProblem {
    HashProblem::format("is not complete, or not in the form its beginning promises")
}

#[cfg(test)]
mod tests {
    use super::{Encoding, from_base64, to_base64};

    #[test]
    fn base64_is_read_in_every_dress() {
        for text in ["+/8=", "+/8", "-_8", "./8", "-_8="] {
            assert_eq!(from_base64(text).unwrap(), [0xfb, 0xff], "{text}");
        }
        assert_eq!(to_base64(&[0xfb, 0xff]), "+/8");
        assert!(from_base64("a b").is_err());
    }

    #[test]
    fn encodings_are_read_by_name() {
        for (name, text) in [("hex", "41fF"), ("base64", "Qf8="), ("utf8", "Aÿ")] {
            let read = Encoding::parse(name).unwrap().decode(text).unwrap();
            assert_eq!(read[0], b'A', "{name}");
        }
        assert!(Encoding::Hex.decode("4").is_err());
        assert_eq!(Encoding::parse("latin1"), None);
    }
}
