//! The way from what a person types to the bytes that were hashed.

use zeroize::Zeroizing;

use super::HashProblem;
use super::encoding::{from_base64, to_base64, unreadable};

/// How characters became bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Characters {
    /// UTF-8, which everybody uses now.
    #[default]
    Utf8,
    /// Two bytes for each unit of UTF-16, the lower one first.
    Utf16Le,
    /// The lower byte of each unit of UTF-16: what Node.js calls `latin1`, `binary` and, when it writes, `ascii`.
    Latin1,
}

impl Characters {
    pub(super) fn parse(name: &str) -> Option<Self> {
        match name {
            "utf8" => Some(Self::Utf8),
            "utf16le" | "ucs2" => Some(Self::Utf16Le),
            "latin1" | "binary" | "ascii" => Some(Self::Latin1),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Utf16Le => "utf16le",
            Self::Latin1 => "latin1",
        }
    }

    fn append(self, password: &str, to: &mut Vec<u8>) {
        match self {
            Self::Utf8 => to.extend_from_slice(password.as_bytes()),
            Self::Utf16Le => to.extend(password.encode_utf16().flat_map(u16::to_le_bytes)),
            Self::Latin1 => to.extend(password.encode_utf16().map(|unit| unit.to_le_bytes()[0])),
        }
    }
}

/// What was hashed together with a password, and how its characters became bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) characters: Characters,
    /// Salt before the password.
    pub(super) before: Vec<u8>,
    /// Salt behind the password.
    pub(super) after: Vec<u8>,
}

/// How a stored text begins whose password is hashed other than as its UTF-8 bytes alone.
pub(super) const PREFIX: &str = "$typed$";

impl Typed {
    pub(super) fn bytes(&self, password: &str) -> Zeroizing<Vec<u8>> {
        // Room for all, so that growing leaves no copy behind.
        let room = self.before.len() + password.len() * 2 + self.after.len() + 1;
        let mut bytes = Zeroizing::new(Vec::with_capacity(room));
        bytes.extend_from_slice(&self.before);
        self.characters.append(password, &mut bytes);
        bytes.extend_from_slice(&self.after);
        bytes
    }

    /// `$typed$e=latin1$before$after`, to stand before the hash's own text; nothing where there is nothing to say.
    pub(super) fn text(&self) -> String {
        if *self == Self::default() {
            return String::new();
        }
        format!("{PREFIX}e={}${}${}", self.characters.name(), to_base64(&self.before), to_base64(&self.after))
    }

    /// Reads [`Typed::text`], and gives back what stands behind it.
    pub(super) fn read(text: &str) -> Result<(Self, &str), HashProblem> {
        let Some(rest) = text.strip_prefix(PREFIX) else {
            return Ok((Self::default(), text));
        };
        let mut parts = rest.splitn(4, '$');
        let mut part = || parts.next().ok_or_else(unreadable);
        let characters = part()?.strip_prefix("e=").and_then(Characters::parse).ok_or_else(unreadable)?;
        let (before, after) = (from_base64(part()?)?, from_base64(part()?)?);
        let inner = part()?;
        // The sign that the split took belongs to what follows.
        let inner = &text[text.len() - inner.len() - 1..];
        Ok((Self { characters, before, after }, inner))
    }
}

#[cfg(test)]
mod tests {
    use super::{Characters, Typed};

    #[test]
    fn characters_become_the_bytes_that_node_makes_of_them() {
        // Buffer.from("pä€", "<name>").toString("hex") in Node.js 20.
        for (name, expected) in [
            ("utf8", "70c3a4e282ac"),
            ("utf16le", "7000e400ac20"),
            ("ucs2", "7000e400ac20"),
            ("latin1", "70e4ac"),
            ("binary", "70e4ac"),
            ("ascii", "70e4ac"),
        ] {
            let typed = Typed { characters: Characters::parse(name).unwrap(), ..Typed::default() };
            assert_eq!(data_encoding::HEXLOWER.encode(&typed.bytes("pä€")), expected, "{name}");
        }
    }

    #[test]
    fn what_surrounds_a_password_is_written_and_read() {
        let typed = Typed { characters: Characters::Latin1, before: b"before".to_vec(), after: vec![0, 255] };
        let text = format!("{}$digest-md5$abc", typed.text());
        assert_eq!(Typed::read(&text).unwrap(), (typed.clone(), "$digest-md5$abc"));
        assert_eq!(typed.bytes("é").as_slice(), b"before\xe9\x00\xff");
        assert_eq!(Typed::read("$2b$10$x").unwrap(), (Typed::default(), "$2b$10$x"));
        assert!(Typed::read("$typed$e=utf8$YQ").is_err());
        assert!(Typed::read("$typed$e=utf7$$$$2b$").is_err());
    }
}
