//! Files that only their owner may read.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use anteroom_model::{Random, random};
use zeroize::Zeroizing;

use crate::Error;

/// The most that [`read`] takes: keys and credentials are small, and a wrong path may name anything.
pub const MAX_BYTES: u64 = 64 * 1024;

/// Reads a private file whole.
///
/// # Errors
/// [`Error::FileExposed`] if its mode lets group or others do anything; [`Error::File`] if it cannot be read, is not an
/// ordinary file or is larger than [`MAX_BYTES`].
pub fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, Error> {
    // The opened file is asked, not the path: nobody can exchange it in between.
    let file = File::open(path).map_err(|source| failure(path, source))?;
    let metadata = file.metadata().map_err(|source| failure(path, source))?;
    if !metadata.is_file() || metadata.len() > MAX_BYTES {
        return Err(failure(path, io::Error::new(io::ErrorKind::InvalidData, "not a small ordinary file")));
    }
    let mode = metadata.permissions().mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(Error::FileExposed { path: path.to_owned(), mode });
    }
    let mut contents = Zeroizing::new(Vec::with_capacity(MAX_BYTES as usize));
    file.take(MAX_BYTES).read_to_end(&mut contents).map_err(|source| failure(path, source))?;
    Ok(contents)
}

/// Creates a file of mode 0600 with these contents, unless one of that name exists: then nothing is touched. The file
/// appears whole or not at all, whatever crashes, and is on disk when this returns. Answers whether it was created.
///
/// # Errors
/// [`Error::File`] if the folder is missing or not writable, or its file system knows no hard links.
pub fn create(path: &Path, contents: &[u8], random: &dyn Random) -> Result<bool, Error> {
    let temporary = path.with_file_name(format!(".{}.tmp", random::hexadecimal(random, 16)));
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary);
    let file = file.map_err(|source| failure(&temporary, source))?;
    // A hard link, unlike a rename, never replaces what has the name already.
    let linked = write_durably(file, contents).and_then(|()| fs::hard_link(&temporary, path));
    let removed = fs::remove_file(&temporary);
    match linked {
        Ok(()) => {
            removed.and_then(|()| sync_folder(path)).map_err(|source| failure(path, source))?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(source) => Err(failure(path, source)),
    }
}

fn write_durably(mut file: File, contents: &[u8]) -> io::Result<()> {
    file.write_all(contents)?;
    file.sync_all()
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn failure(path: &Path, source: io::Error) -> Error {
    Error::File { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::{MAX_BYTES, create, read};
    use crate::{Error, SystemRandom};

    #[test]
    fn a_created_file_is_private_and_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        assert!(create(&path, b"first", &SystemRandom).unwrap());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
        assert_eq!(read(&path).unwrap().as_slice(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_existing_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        assert!(create(&path, b"first", &SystemRandom).unwrap());
        assert!(!create(&path, b"second", &SystemRandom).unwrap());
        assert_eq!(read(&path).unwrap().as_slice(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_others_may_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        create(&path, b"contents", &SystemRandom).unwrap();
        for mode in [0o640, 0o604, 0o620] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let error = read(&path).unwrap_err();
            assert!(matches!(error, Error::FileExposed { mode: found, .. } if found == mode));
            assert!(error.to_string().contains("chmod 600"), "{error}");
        }
    }

    #[test]
    fn large_files_and_folders_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        create(&path, &vec![0; MAX_BYTES as usize + 1], &SystemRandom).unwrap();
        assert!(matches!(read(&path), Err(Error::File { .. })));
        assert!(matches!(read(folder.path()), Err(Error::File { .. })));
    }
}
