//! The file of an import.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use anteroom_accounts::Error;
use anteroom_accounts::imports::Source;
use anteroom_model::job::ImportFormat;
use anteroom_store::BoxFuture;
use aws_lc_rs::digest::{Context, SHA256};

/// Bytes read at once.
const PIECE: usize = 256 * 1024;

/// The length of a file in bytes, and a digest of all it holds: by it the same file is known again.
pub fn fingerprint(path: &Path) -> io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let mut digest = Context::new(&SHA256);
    let mut piece = vec![0; PIECE];
    let mut size = 0;
    loop {
        let length = file.read(&mut piece)?;
        if length == 0 {
            break;
        }
        size += length as u64;
        digest.update(piece.get(..length).unwrap_or_default());
    }
    let text = digest.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((size, text))
}

/// The format that a file's name tells by its end.
pub fn format_of(name: &str) -> Option<ImportFormat> {
    let (_, end) = name.rsplit_once('.')?;
    match end.to_ascii_lowercase().as_str() {
        "jsonl" => Some(ImportFormat::Ndjson),
        "tsv" => Some(ImportFormat::Csv),
        other => ImportFormat::parse(other),
    }
}

/// Reads a file from wherever it is to be gone on with.
pub struct FileSource {
    file: File,
    offset: u64,
}

impl FileSource {
    /// Opens it.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { file: File::open(path)?, offset: 0 })
    }

    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut piece = vec![0; PIECE];
        self.file.seek(SeekFrom::Start(self.offset))?;
        let length = self.file.read(&mut piece)?;
        self.offset += length as u64;
        piece.truncate(length);
        Ok((length > 0).then_some(piece))
    }
}

impl Source for FileSource {
    fn go_to(&mut self, offset: u64) {
        self.offset = offset;
    }

    fn read(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, Error>> {
        let piece = self.next();
        Box::pin(std::future::ready(piece.map_err(|error| {
            // What a command reads is unavailable as the database is: run again, it goes on.
            Error::Store(anteroom_store::Error::Unavailable(format!("the file cannot be read: {error}")))
        })))
    }
}

#[cfg(test)]
mod tests {
    use anteroom_model::job::ImportFormat;

    use super::{fingerprint, format_of};

    #[test]
    fn formats_are_told_by_the_end_of_the_name() {
        let told = ["a.json", "b/c.NDJSON", "d.jsonl", "e.csv", "f.tsv", "g.xlsx", "json"].map(format_of);
        let (json, ndjson, csv) = (Some(ImportFormat::Json), Some(ImportFormat::Ndjson), Some(ImportFormat::Csv));
        assert_eq!(told, [json, ndjson, ndjson, csv, csv, None, None]);
    }

    #[test]
    fn the_same_bytes_have_the_same_fingerprint_and_others_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).expect("written");
            fingerprint(&path).expect("read")
        };
        let first = of("a", b"[]");
        assert_eq!(first, of("b", b"[]"));
        assert_ne!(first.1, of("a", b"[ ").1);
        assert_eq!((first.0, first.1.len()), (2, 64));
    }
}
