//! Tenants and their origins.

use std::fmt;

use crate::ids::TenantId;

/// A tenant: users, settings and issuers of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// Its internal key.
    pub id: TenantId,
    /// Its name: lower-case letters, digits and hyphens, 1 to 63 characters, unique in the installation.
    pub name: String,
}

/// The name of the tenant that the first start makes.
pub const DEFAULT_TENANT: &str = "default";

/// Checks a tenant's name.
///
/// # Errors
/// What is wrong with it, for people.
pub fn validate_name(name: &str) -> Result<(), &'static str> {
    let inside = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if (1..=63).contains(&name.len()) && inside && !name.starts_with('-') && !name.ends_with('-') {
        Ok(())
    } else {
        Err("must have 1 to 63 lower-case letters, digits and hyphens, and neither begin nor end with a hyphen")
    }
}

/// Scheme, host and port under which a tenant is reached (RFC 6454 §4).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Whether the scheme is `https`; otherwise it is `http`.
    pub secure: bool,
    /// The host in lower case, ASCII; IPv6 in brackets.
    pub host: String,
    /// The port.
    pub port: u16,
}

impl Origin {
    /// The origin that a URL without path, query and fragment says.
    ///
    /// # Errors
    /// What is wrong with it, for people.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let url = url::Url::parse(text).map_err(|_| "must be a URL such as https://login.example.com")?;
        let secure = match url.scheme() {
            "https" => true,
            "http" => false,
            _ => return Err("must begin with https:// or http://"),
        };
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
            return Err("must be scheme, host and port only");
        }
        let host = url.host_str().ok_or("must name a host")?.to_ascii_lowercase();
        let port = url.port_or_known_default().ok_or("must name a port")?;
        Ok(Self { secure, host, port })
    }

    /// The issuer this origin is: itself and a slash.
    #[must_use]
    pub fn issuer(&self) -> String {
        format!("{self}/")
    }

    /// Host and port, without the scheme's default port: what SDKs call the domain.
    #[must_use]
    pub fn authority(&self) -> String {
        match (self.secure, self.port) {
            (true, 443) | (false, 80) => self.host.clone(),
            (_, port) => format!("{}:{port}", self.host),
        }
    }

    /// Whether the host is this machine as it sees itself: `localhost`, a name below it, or a loopback address.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let address = self.host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || address.is_ok_and(|address| address.is_loopback())
    }

    /// The identifier of the Management API at this origin: the audience its tokens carry.
    #[must_use]
    pub fn management_audience(&self) -> String {
        format!("{self}/api/v2/")
    }
}

/// The origin as browsers write it.
impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}://{}", if self.secure { "https" } else { "http" }, self.authority())
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, validate_name};

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        for (text, shown) in [
            ("https://Login.Example.com", "https://login.example.com"),
            ("https://a.example:443/", "https://a.example"),
            ("http://localhost:8480", "http://localhost:8480"),
            ("http://[::1]:8480", "http://[::1]:8480"),
        ] {
            assert_eq!(Origin::parse(text).expect("an origin").to_string(), shown);
        }
        for text in ["localhost", "ftp://a", "https://a/b", "https://a?b", "https://u@a"] {
            assert!(Origin::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn loopback_is_this_machine_alone() {
        let is_loopback = |text| Origin::parse(text).expect("an origin").is_loopback();
        for text in ["http://localhost:1", "https://a.localhost", "http://127.0.0.2", "http://[::1]:8480"] {
            assert!(is_loopback(text), "{text}");
        }
        assert!(!is_loopback("https://localhost.example") && !is_loopback("http://10.0.0.1"));
    }

    #[test]
    fn tenant_names_are_host_labels() {
        assert_eq!(validate_name("acme-1"), Ok(()));
        for name in ["", "-a", "a-", "Acme", "a_b", &"a".repeat(64)] {
            assert!(validate_name(name).is_err(), "{name}");
        }
    }
}
