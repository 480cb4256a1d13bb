//! Reads values from their text; every error says what would be right, and none repeats what was written.

use std::fmt::Display;
use std::net::{IpAddr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use ipnet::IpNet;
use url::Url;

use crate::loopback::is_loopback;

/// Reads a whole number within these limits.
pub(super) fn number<T>(limits: RangeInclusive<T>) -> impl FnOnce(&str) -> Result<T, String>
where
    T: FromStr + PartialOrd + Display,
{
    move |text| match text.parse() {
        Ok(number) if limits.contains(&number) => Ok(number),
        _ => Err(format!("must be a whole number from {} to {}", limits.start(), limits.end())),
    }
}

/// Reads an address and port to listen on.
pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "must be an IP address and a port, such as 127.0.0.1:8480 or [::]:8480".to_owned())
}

/// Reads a path that is not empty.
pub(super) fn path(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() { Err("must not be empty".to_owned()) } else { Ok(PathBuf::from(text)) }
}

/// Reads networks in CIDR notation separated by commas; a bare address is a network of one.
pub(super) fn networks(text: &str) -> Result<Vec<IpNet>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from)))
        .collect::<Result<_, _>>()
        .map_err(|_| "must be addresses or networks such as 10.0.0.0/8 or 2001:db8::/32".to_owned())
}

/// Reads an origin: scheme, host and port alone; https, or http on a loopback host.
pub(super) fn origin(text: &str) -> Result<Url, String> {
    const RIGHT: &str = "must be an origin alone, such as https://accounts.example.org";
    let url = Url::parse(text).map_err(|error| format!("{RIGHT}: {error}"))?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none();
    let Some(host) = url.host().filter(|_| bare && anonymous) else {
        return Err(RIGHT.to_owned());
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&host) => Ok(url),
        "http" => Err("must be https; plain http is for loopback hosts such as localhost".to_owned()),
        _ => Err(RIGHT.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{networks, number, origin};

    #[test]
    fn an_origin_is_https_or_on_a_loopback_host() {
        for right in [
            "https://accounts.example.org",
            "https://accounts.example.org:8443/",
            "http://localhost:8480",
            "http://acme.localhost",
            "http://127.0.0.1:1",
            "http://[::1]:8480",
        ] {
            assert!(origin(right).is_ok(), "{right}");
        }
        for wrong in [
            "",
            "accounts.example.org",
            "http://accounts.example.org",
            "http://localhost.example.org",
            "https://accounts.example.org/path",
            "https://accounts.example.org/?a",
            "https://accounts.example.org/#a",
            "https://user@accounts.example.org",
            "ftp://localhost",
            "mailto:a@b",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn networks_may_be_single_addresses() {
        let read = networks("10.0.0.0/8, ::1,192.0.2.7").expect("networks");
        assert_eq!(read.iter().map(ToString::to_string).collect::<Vec<_>>(), ["10.0.0.0/8", "::1/128", "192.0.2.7/32"]);
        assert!(networks("10.0.0.0/33").is_err());
        assert_eq!(networks("").expect("none"), []);
    }

    #[test]
    fn numbers_keep_their_limits() {
        assert_eq!(number(1..=9)("9"), Ok(9));
        for wrong in ["0", "10", "-1", "1.5", "", "x", "99999999999999999999"] {
            assert_eq!(number(1..=9)(wrong), Err("must be a whole number from 1 to 9".to_owned()), "{wrong}");
        }
    }
}
