//! The files that the pages load: part of the binary, and kept by browsers for good.

use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use md5::{Digest, Md5};

/// What to send as `cache-control` with an asset: its path changes with its content.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// Where the assets lie.
pub const FOLDER: &str = "/u/assets/";

/// A file that pages load.
#[derive(Debug)]
pub struct Asset {
    /// Its path, which holds a hash of its content.
    pub path: String,
    /// Its `content-type`.
    pub content_type: &'static str,
    /// Its content.
    pub body: &'static str,
    /// Its `etag`, quoted.
    pub etag: String,
}

impl Asset {
    fn new(name: &str, extension: &str, content_type: &'static str, body: &'static str) -> Self {
        // It tells one content from another, and guards nothing.
        let mut hash = HEXLOWER.encode(&Md5::digest(body.as_bytes()));
        hash.truncate(12);
        Self { path: format!("{FOLDER}{name}.{hash}.{extension}"), content_type, body, etag: format!("\"{hash}\"") }
    }
}

/// The stylesheet.
pub static STYLE: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("style", "css", "text/css; charset=utf-8", include_str!("../../pages/style.css")));

/// The script; pages work without it.
pub static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("script", "js", "text/javascript; charset=utf-8", include_str!("../../pages/script.js"))
});

/// The icon in the browser's tab.
pub static ICON: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("icon", "svg", "image/svg+xml", include_str!("../../pages/icon.svg")));

/// The asset at a path, whole and with its hash.
#[must_use]
pub fn find(path: &str) -> Option<&'static Asset> {
    [&STYLE, &SCRIPT, &ICON].into_iter().map(|asset| &**asset).find(|asset| asset.path == path)
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, ICON, SCRIPT, STYLE, find};

    #[test]
    fn an_asset_is_found_at_its_path_alone() {
        for asset in [&*STYLE, &*SCRIPT, &*ICON] {
            assert!(asset.path.starts_with(FOLDER));
            assert_eq!(find(&asset.path).map(|found| found.body), Some(asset.body));
        }
        assert!(find("/u/assets/style.css").is_none());
        assert!(find("").is_none());
    }

    #[test]
    fn assets_ask_nothing_of_other_servers() {
        let namespace = "http://www.w3.org/2000/svg";
        for asset in [&*STYLE, &*SCRIPT, &*ICON] {
            let body = asset.body.replace(namespace, "");
            assert!(!body.contains("http") && !body.contains("@import"), "{}", asset.path);
        }
    }
}
