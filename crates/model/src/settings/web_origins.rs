//! From which origins browsers may call: what clients say of themselves.

use crate::client::ClientSettings;

/// The origins that a client's settings name: its web origins, its allowed origins and those of its callbacks, as
/// browsers write them. Callbacks of apps, with schemes of their own, have none.
#[must_use]
pub fn web_origins(settings: &ClientSettings) -> Vec<String> {
    let urls = settings.callbacks.iter().chain(&settings.web_origins).chain(&settings.allowed_origins);
    urls.filter_map(|url| origin_of(url)).collect()
}

fn origin_of(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::web_origins;
    use crate::client::ClientSettings;

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        let settings = ClientSettings {
            callbacks: vec!["https://App.example:443/callback?x=1".to_owned(), "com.example.app://callback".to_owned()],
            web_origins: vec!["http://localhost:3000".to_owned()],
            allowed_origins: vec!["https://other.example/".to_owned()],
            ..ClientSettings::default()
        };
        let found = web_origins(&settings);
        assert_eq!(found, ["https://app.example", "http://localhost:3000", "https://other.example"]);
        assert!(web_origins(&ClientSettings::default()).is_empty());
    }
}
