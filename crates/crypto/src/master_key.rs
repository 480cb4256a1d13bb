//! The key that protects the secrets in the database, and is itself never there.

use std::fmt;
use std::io;
use std::path::Path;

use anteroom_model::Random;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::{Error, private_file};

/// 32 random bytes from which every other symmetric key is derived. Wiped from memory when dropped; never shown.
#[derive(Clone)]
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    /// A new key.
    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        random.fill(bytes.as_mut());
        Self(bytes)
    }

    /// Reads a key from base64 (standard alphabet, padded); white space around it is ignored.
    ///
    /// # Errors
    /// [`Error::MasterKeyMalformed`] if it is anything else, or not 32 bytes.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let decoded = STANDARD.decode(text.trim()).map_err(|_| Error::MasterKeyMalformed)?;
        let decoded = Zeroizing::new(decoded);
        let mut bytes = Zeroizing::new([0; 32]);
        if decoded.len() != bytes.len() {
            return Err(Error::MasterKeyMalformed);
        }
        bytes.copy_from_slice(&decoded);
        Ok(Self(bytes))
    }

    /// The key as [`MasterKey::parse`] reads it.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<String> {
        Zeroizing::new(STANDARD.encode(self.0.as_slice()))
    }

    /// Reads the key in this file, which must exist.
    ///
    /// # Errors
    /// [`Error::FileExposed`] if others may read the file, [`Error::File`] if it cannot be read,
    /// [`Error::MasterKeyMalformed`] if it holds no key.
    pub fn load(path: &Path) -> Result<Self, Error> {
        let contents = private_file::read(path)?;
        let text = std::str::from_utf8(&contents).map_err(|_| Error::MasterKeyMalformed)?;
        Self::parse(text)
    }

    /// Reads the key in this file, or makes one and writes it there with mode 0600. When several processes do so at
    /// once, all get the same key.
    ///
    /// # Errors
    /// Those of [`MasterKey::load`], and [`Error::File`] if the file cannot be written. A file that is there but
    /// unusable is never replaced: what it sealed would be lost.
    pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Self, Error> {
        match Self::load(path) {
            Err(Error::File { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                let line = Zeroizing::new(format!("{}\n", *Self::generate(random).encode()));
                private_file::create(path, line.as_bytes(), random)?;
                // Read back whoever's key won.
                Self::load(path)
            }
            loaded => loaded,
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("MasterKey(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::MasterKey;
    use crate::{Error, SystemRandom};

    #[test]
    fn text_and_back() {
        let key = MasterKey::generate(&SystemRandom);
        let text = key.encode();
        assert_eq!(text.len(), 44);
        let parsed = MasterKey::parse(&format!(" {}\n", *text)).unwrap();
        assert_eq!(parsed.bytes(), key.bytes());
    }

    #[test]
    fn anything_but_32_bytes_is_refused() {
        for text in ["", "not base64!", "c2hvcnQ=", &"A".repeat(88)] {
            assert!(matches!(MasterKey::parse(text), Err(Error::MasterKeyMalformed)), "{text:?}");
        }
    }

    #[test]
    fn debug_does_not_show_the_key() {
        assert_eq!(format!("{:?}", MasterKey::generate(&SystemRandom)), "MasterKey(hidden)");
    }

    #[test]
    fn the_second_start_finds_the_first_starts_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let created = MasterKey::load_or_create(&path, &SystemRandom).unwrap();
        let loaded = MasterKey::load_or_create(&path, &SystemRandom).unwrap();
        assert_eq!(created.bytes(), loaded.bytes());
    }

    #[test]
    fn processes_that_start_at_once_agree_on_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let load = || MasterKey::load_or_create(&path, &SystemRandom).unwrap().encode();
        let keys: Vec<_> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8).map(|_| scope.spawn(load)).collect();
            starts.into_iter().map(|start| start.join().unwrap()).collect()
        });
        assert!(keys.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_unusable_file_is_refused_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        fs::write(&path, "damaged").unwrap();
        assert!(matches!(MasterKey::load_or_create(&path, &SystemRandom), Err(Error::FileExposed { .. })));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(matches!(MasterKey::load_or_create(&path, &SystemRandom), Err(Error::MasterKeyMalformed)));
        assert_eq!(fs::read(&path).unwrap(), b"damaged");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = MasterKey::load_or_create(Path::new("/nonexistent/master.key"), &SystemRandom).unwrap_err();
        assert!(error.to_string().contains("/nonexistent/"), "{error}");
    }
}
