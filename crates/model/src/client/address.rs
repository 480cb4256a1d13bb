//! What may be registered as an address: where sign-ins and signing out may end, and from where pages may call.

use url::{Host, Url};

use crate::refusal::Refusal;
use crate::tenant::Origin;

/// The most addresses of one list.
pub const MAX_ADDRESSES: usize = 100;
/// The longest address, in characters.
pub const MAX_CHARACTERS: usize = 2048;

/// What is wrong with an address, for people.
type Rule = &'static str;

/// Checks each entry of a list.
///
/// # Errors
/// `invalid_body` naming the entry (`callbacks[2]`).
pub(super) fn each(field: &str, entries: &[String], check: impl Fn(&str) -> Result<(), Rule>) -> Result<(), Refusal> {
    if entries.len() > MAX_ADDRESSES {
        return Err(Refusal::invalid_field(field, &format!("must not have more than {MAX_ADDRESSES} entries")));
    }
    let mut entries = entries.iter().enumerate();
    entries.try_for_each(|(index, entry)| {
        check(entry).map_err(|rule| Refusal::invalid_field(&format!("{field}[{index}]"), rule))
    })
}

/// An address to which a browser is sent with something that is worth stealing (RFC 9700 §4.1.3, RFC 8252 §7):
/// `https`; `http` on this machine alone; of native applications a scheme of their own, with a dot.
pub(super) fn redirect(text: &str, is_native: bool) -> Result<(), Rule> {
    let url = parse(text)?;
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback(&url) => Ok(()),
        "http" => Err("must be https, but for http://localhost, http://127.0.0.1 and http://[::1]"),
        scheme if !scheme.contains('.') => {
            Err("must be https, or a scheme of the application's own with a dot, such as com.example.app")
        }
        _ if is_native => Ok(()),
        _ => Err("must be https: schemes of their own are for clients of app_type native"),
    }
}

/// An address of a page or a picture: `https`, or `http` on this machine alone.
///
/// # Errors
/// What is wrong with it, for people.
pub fn page(text: &str) -> Result<(), Rule> {
    let url = parse(text)?;
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback(&url) => Ok(()),
        _ => Err("must be https, but for http://localhost, http://127.0.0.1 and http://[::1]"),
    }
}

/// An origin as browsers write it (RFC 6454 §6.2): it is compared character for character.
pub(super) fn origin(text: &str) -> Result<(), Rule> {
    const RULE: Rule = "must be scheme, host and port as browsers write them: https://app.example.com";
    let url = parse(text)?;
    let origin = Origin::parse(text)?;
    if origin.to_string() != text {
        return Err(RULE);
    }
    if origin.secure || is_loopback(&url) { Ok(()) } else { Err("must be https, but for http on this machine") }
}

fn parse(text: &str) -> Result<Url, Rule> {
    if text.chars().count() > MAX_CHARACTERS {
        return Err("must not have more than 2048 characters");
    }
    // What RFC 3986 does not let stand in an address; browsers would quietly make another address of it.
    if !text.bytes().all(|byte| byte.is_ascii_graphic())
        || text.contains(['"', '<', '>', '\\', '^', '`', '{', '|', '}'])
    {
        return Err("must hold no spaces, placeholders or other signs that an address cannot have");
    }
    if text.contains('*') {
        return Err("must hold no wildcard: every address is registered by itself");
    }
    if text.contains('#') {
        return Err("must have no fragment");
    }
    let url = Url::parse(text).map_err(|_| "must be an absolute address such as https://app.example.com/callback")?;
    if !url.username().is_empty() || url.password().is_some() || authority(text).contains('@') {
        return Err("must hold no user name");
    }
    // The parser mends slashes that are missing or too many: it would be another address than the one compared.
    if matches!(url.scheme(), "http" | "https") && authority(text).is_empty() {
        return Err("must be an absolute address such as https://app.example.com/callback");
    }
    Ok(url)
}

/// What stands between the slashes and the path.
fn authority(text: &str) -> &str {
    let after = text.split_once("://").map_or("", |(_, after)| after);
    after.split(['/', '?']).next().unwrap_or_default()
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_ADDRESSES, each, origin, page, redirect};

    // ASVS v5.0.0-10.4.1
    #[test]
    fn an_address_is_absolute_and_safe() {
        for text in [
            "https://app.example.com/callback",
            "https://app.example.com",
            "https://app.example.com:8443/cb?next=1",
            "http://localhost:3000/cb",
            "http://shop.localhost/cb",
            "http://127.0.0.1/cb",
            "http://[::1]:8000/",
            "https://[2001:db8::1]/cb",
        ] {
            assert_eq!(redirect(text, false), Ok(()), "{text}");
        }
        for text in [
            "",
            "/callback",
            "app.example.com/cb",
            "//app.example.com/cb",
            "https:app.example.com",
            "https:///cb",
            "https://",
            "http://app.example.com/cb",
            "http://10.0.0.1/cb",
            "http://localhost.example/cb",
            "http://127.0.0.1.example/cb",
            "https://app.example.com/cb#x",
            "https://app.example.com/cb#",
            "https://*.example.com/cb",
            "https://app.example.com/*",
            "https://{organization_name}.example.com/cb",
            "https://user@app.example.com/cb",
            "https://user:secret@app.example.com/cb",
            "https://:@app.example.com/cb",
            "https://@app.example.com/cb",
            "https://app.example.com\\@evil.example/cb",
            "https://app.example.com/a b",
            "https://app.example.com/\tcb",
            " https://app.example.com",
            "https://bücher.example/",
            "javascript:alert(1)",
            "JavaScript://app.example.com/%0aalert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "about:blank",
            "blob:https://app.example.com/1",
            "ftp://app.example.com/",
            "myapp://cb",
            "com.example.app:/cb",
        ] {
            assert!(redirect(text, false).is_err(), "{text}");
        }
        assert_eq!(redirect(&format!("https://a.example/{}", "a".repeat(2030)), false), Ok(()));
        assert!(redirect(&format!("https://a.example/{}", "a".repeat(2031)), false).is_err());
    }

    #[test]
    fn a_native_application_may_have_a_scheme_of_its_own() {
        for text in ["com.example.app:/cb", "com.example.app://auth.example.com/ios/com.example.app/callback"] {
            assert_eq!(redirect(text, true), Ok(()), "{text}");
        }
        for text in ["myapp://cb", "javascript:alert(1)", "com.example.app://u@h/", "com.example.app:/cb#x"] {
            assert!(redirect(text, true).is_err(), "{text}");
        }
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for text in ["https://app.example.com", "https://app.example.com:8443", "http://localhost:3000"] {
            assert_eq!(origin(text), Ok(()), "{text}");
        }
        for text in [
            "https://app.example.com/",
            "https://App.example.com",
            "https://app.example.com:443",
            "https://app.example.com/x",
            "https://app.example.com?x",
            "http://app.example.com",
            "https://*.example.com",
            "com.example.app://x",
            "null",
        ] {
            assert!(origin(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_page_has_no_scheme_of_its_own() {
        assert_eq!(page("https://app.example.com/logo.png"), Ok(()));
        assert!(page("com.example.app:/logo").is_err() && page("data:image/png;base64,x").is_err());
    }

    #[test]
    fn the_entry_at_fault_is_named() {
        let list = ["https://a.example".to_owned(), "nonsense".to_owned()];
        let refusal = each("callbacks", &list, |text| redirect(text, false)).expect_err("is wrong");
        assert_eq!(refusal.field.as_deref(), Some("callbacks[1]"));
        let many = vec!["https://a.example".to_owned(); MAX_ADDRESSES + 1];
        let refusal = each("callbacks", &many, |text| redirect(text, false)).expect_err("are too many");
        assert_eq!(refusal.field.as_deref(), Some("callbacks"));
    }
}
