//! Files that must be whole and, mostly, private.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Owner reads and writes, nobody else.
pub const PRIVATE: u32 = 0o600;

/// Owner reads and writes, everybody reads.
pub const PUBLIC: u32 = 0o644;

/// Makes the folder and those above it, for their owner alone (0700). One that exists stays as it is.
///
/// # Errors
/// When the operating system refuses.
pub fn make_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Makes a file that its owner alone reads (0600), empty even if there was one.
///
/// # Errors
/// When the operating system refuses.
pub fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(PRIVATE).open(path)
}

/// Writes a file so that its old or its new content is there whole, whatever happens meanwhile, and never readable for
/// more than `mode` says.
///
/// # Errors
/// When the folder is missing or the operating system refuses; the old file is then untouched.
pub fn write_atomically(path: &Path, mode: u32, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The temporary file is private from its birth, and removed when anything below fails.
    let mut file = tempfile::Builder::new().prefix(".anteroom-").tempfile_in(folder)?;
    file.write_all(content)?;
    fs::set_permissions(file.path(), Permissions::from_mode(mode))?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::{PRIVATE, PUBLIC, make_folder, write_atomically};

    #[test]
    fn writes_whole_files_with_their_mode_and_leaves_nothing_else() {
        let parent = tempfile::tempdir().expect("a folder");
        let folder = parent.path().join("a/b");
        make_folder(&folder).expect("made");
        make_folder(&folder).expect("made again");
        let mode = |path| fs::metadata(path).expect("metadata").permissions().mode() & 0o777;
        assert_eq!(mode(folder.clone()), 0o700);

        let path = folder.join("key");
        write_atomically(&path, PUBLIC, b"one").expect("written");
        assert_eq!(mode(path.clone()), PUBLIC);
        write_atomically(&path, PRIVATE, b"two").expect("replaced");
        assert_eq!((mode(path.clone()), fs::read(&path).expect("read")), (PRIVATE, b"two".to_vec()));
        assert_eq!(fs::read_dir(&folder).expect("listed").count(), 1);
        assert!(write_atomically(&folder.join("none/key"), PRIVATE, b"x").is_err());
    }
}
