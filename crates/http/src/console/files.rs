//! The console's files: part of the binary, or in a folder that is read at each request.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bytes::Bytes;
use data_encoding::HEXLOWER;
use md5::{Digest, Md5};

/// Where debug builds look for what `make console` built.
const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/dist");

/// A file as the build found it.
struct Embedded {
    name: &'static str,
    content: &'static [u8],
    brotli: Option<&'static [u8]>,
}

/// What `build.rs` found.
mod embedded {
    use super::Embedded;
    include!(concat!(env!("OUT_DIR"), "/console.rs"));
}

static ASSETS: LazyLock<HashMap<&'static str, Asset>> = LazyLock::new(|| {
    let asset = |file: &Embedded| {
        (file.name, Asset::new(Bytes::from_static(file.content), file.brotli.map(Bytes::from_static)))
    };
    embedded::ASSETS.iter().map(asset).collect()
});

/// A file that the console loads.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its content.
    pub content: Bytes,
    /// The same, compressed with Brotli (RFC 7932).
    pub brotli: Option<Bytes>,
    /// Tells one content from another: the middle of its `etag`.
    pub tag: String,
}

impl Asset {
    fn new(content: Bytes, brotli: Option<Bytes>) -> Self {
        // It guards nothing.
        let mut tag = HEXLOWER.encode(&Md5::digest(&content));
        tag.truncate(16);
        Self { content, brotli, tag }
    }
}

/// Where the console's files come from.
#[derive(Clone, Debug)]
pub enum Files {
    /// A folder such as `npm run build` makes, read at each request.
    Folder(PathBuf),
    /// This binary; without any if it was built before the console was.
    Embedded,
}

impl Files {
    /// Those of the folder that was configured, else those in the binary; debug builds read the folder that the console
    /// is built in.
    #[must_use]
    pub fn choose(configured: Option<PathBuf>) -> Self {
        match configured {
            Some(folder) => Self::Folder(folder),
            None if cfg!(debug_assertions) => Self::Folder(PathBuf::from(SOURCES)),
            None => Self::Embedded,
        }
    }

    /// The page; none if the console was not built.
    ///
    /// # Errors
    /// When the folder's file cannot be read.
    pub async fn index(&self) -> io::Result<Option<String>> {
        let Self::Folder(folder) = self else { return Ok(embedded::INDEX.map(str::to_owned)) };
        let text = read(folder.join("index.html")).await?;
        text.map(|bytes| String::from_utf8(bytes.into()).map_err(io::Error::other)).transpose()
    }

    /// The file of this name in the folder `assets`; none for what is no name of one.
    ///
    /// # Errors
    /// When the folder's file cannot be read.
    pub async fn asset(&self, name: &str) -> io::Result<Option<Asset>> {
        if !is_name(name) {
            return Ok(None);
        }
        let Self::Folder(folder) = self else { return Ok(ASSETS.get(name).cloned()) };
        let path = folder.join("assets").join(name);
        let Some(content) = read(path).await? else { return Ok(None) };
        let brotli = read(folder.join("assets").join(format!("{name}.br"))).await?;
        Ok(Some(Asset::new(content, brotli)))
    }
}

/// Whether a text can only be the name of a file in the folder itself, and of none that is the other form of another.
fn is_name(text: &str) -> bool {
    let signs = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    signs && !text.is_empty() && !text.starts_with('.') && Path::new(text).extension().is_some_and(|end| end != "br")
}

async fn read(path: PathBuf) -> io::Result<Option<Bytes>> {
    let read = tokio::task::spawn_blocking(move || match std::fs::read(path) {
        Ok(content) => Ok(Some(content.into())),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => Ok(None),
        Err(error) => Err(error),
    });
    read.await.map_err(io::Error::other)?
}

#[cfg(test)]
mod tests {
    use super::is_name;

    // ASVS v5.0.0-5.3.2
    #[test]
    fn a_name_leads_nowhere_else() {
        for name in ["index-Bx3_a.js", "a.css", "inter-latin.woff2"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", ".", "..", ".env", "../index.html", "a/b.js", "a%2fb.js", "a\\b.js", "a.js.br", "a", "ä.js"] {
            assert!(!is_name(name), "{name}");
        }
    }
}
