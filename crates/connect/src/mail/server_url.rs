//! Which mail server, as one URL says it.

use std::fmt;

use percent_encoding::percent_decode_str;
use url::{Host, Url};

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (`smtps://`, RFC 8314 §3.3).
    Tls,
    /// A plain connection that must become TLS before anything is said (`smtp://`, RFC 3207).
    StartTls,
    /// None; on this machine alone.
    None,
}

/// A mail server and the account there. `Debug` and `Display` leave the account out.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpServer {
    /// The host's name or address.
    pub host: String,
    /// The port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// User and password.
    pub(super) account: Option<(String, String)>,
}

impl SmtpServer {
    /// Reads `smtps://USER:PASSWORD@HOST:PORT` or `smtp://…`. Without a port it is 465 or 587 (RFC 8314 §3.3). User and
    /// password are percent-encoded.
    ///
    /// # Errors
    /// A text that says what would be right and repeats nothing of the URL.
    pub fn parse(text: &str) -> Result<Self, String> {
        const RIGHT: &str = "must be smtp://USER:PASSWORD@HOST:587 or smtps://USER:PASSWORD@HOST:465";
        let url = Url::parse(text).map_err(|error| format!("{RIGHT}: {error}"))?;
        // These schemes are not among those whose hosts the parser reads itself.
        let host = url.host_str().and_then(|host| Host::parse(host).ok()).ok_or_else(|| RIGHT.to_owned())?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(format!("{RIGHT}, and nothing behind the port"));
        }
        let security = match (url.scheme(), url.query()) {
            ("smtps", None) => Security::Tls,
            ("smtp", None) => Security::StartTls,
            ("smtp", Some("tls=none")) if is_loopback(&host) => Security::None,
            ("smtp", Some("tls=none")) => {
                return Err("may go without TLS on a loopback host only: leave ?tls=none out".to_owned());
            }
            ("smtp" | "smtps", Some(_)) => return Err("takes no other parameter than ?tls=none".to_owned()),
            _ => return Err(RIGHT.to_owned()),
        };
        let port = url.port().unwrap_or(if security == Security::Tls { 465 } else { 587 });
        let host = match host {
            Host::Domain(name) => name,
            Host::Ipv4(address) => address.to_string(),
            Host::Ipv6(address) => address.to_string(),
        };
        Ok(Self { host, port, security, account: account(&url)? })
    }

    /// Whether it is this machine itself.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        Host::parse(&self.host).is_ok_and(|host| is_loopback(&host))
            || self.host.parse().is_ok_and(|address: std::net::Ipv6Addr| address.is_loopback())
    }

    /// Whether user and password belong to it: for those who check where they stand.
    #[must_use]
    pub fn has_account(&self) -> bool {
        self.account.is_some()
    }
}

fn account(url: &Url) -> Result<Option<(String, String)>, String> {
    let decode = |text: &str| {
        let decoded = percent_decode_str(text).decode_utf8().ok().filter(|text| !text.contains('\0'));
        decoded.map(std::borrow::Cow::into_owned).ok_or("has a user or password that is not percent-encoded UTF-8")
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() && !password.is_empty() => {
            Ok(Some((decode(user)?, decode(password)?)))
        }
        _ => Err("needs a user and a password, or neither".to_owned()),
    }
}

/// `localhost` and its subdomains (RFC 6761 §6.3), 127.0.0.0/8 or ::1.
fn is_loopback(host: &Host<String>) -> bool {
    match host {
        Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

impl fmt::Display for SmtpServer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let security = match self.security {
            Security::Tls => "TLS",
            Security::StartTls => "STARTTLS",
            Security::None => "without TLS",
        };
        let (open, close) = if self.host.contains(':') { ("[", "]") } else { ("", "") };
        write!(out, "{open}{}{close}:{} ({security})", self.host, self.port)
    }
}

impl fmt::Debug for SmtpServer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::{Security, SmtpServer};

    fn parse(text: &str) -> SmtpServer {
        SmtpServer::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn the_scheme_says_how_the_connection_is_protected() {
        let server = parse("smtp://robot%40example.org:pa%2F55@mail.example.org");
        assert_eq!((server.host.as_str(), server.port, server.security), ("mail.example.org", 587, Security::StartTls));
        assert_eq!(server.account, Some(("robot@example.org".to_owned(), "pa/55".to_owned())));
        assert_eq!(parse("smtps://mail.example.org/").port, 465);
        assert_eq!(parse("smtps://mail.example.org:2465").security, Security::Tls);
        for loopback in ["localhost", "mail.localhost", "127.0.0.1", "127.1.2.3", "[::1]"] {
            let server = parse(&format!("smtp://{loopback}:1025?tls=none"));
            assert!(server.security == Security::None && server.is_loopback(), "{loopback}");
        }
        assert!(!parse("smtp://mail.example.org").is_loopback());
    }

    #[test]
    fn no_password_leaves_this_machine_in_the_clear() {
        for remote in ["mail.example.org", "localhost.example.org", "192.0.2.1", "[2001:db8::1]", "10.0.0.1"] {
            let error = SmtpServer::parse(&format!("smtp://{remote}?tls=none")).unwrap_err();
            assert!(error.contains("loopback"), "{remote}: {error}");
        }
    }

    #[test]
    fn a_wrong_url_is_refused_without_being_repeated() {
        for wrong in [
            "",
            "mail.example.org:587",
            "http://u:pa55@mail.example.org",
            "smtp://",
            "smtp://u@mail.example.org",
            "smtp://:pa55@mail.example.org",
            "smtp://u:pa55@mail.example.org/path",
            "smtp://u:pa55@mail.example.org#x",
            "smtp://u:pa55@mail.example.org?tls=opportunistic",
            "smtps://u:pa55@mail.example.org?tls=none",
            "smtp://u:pa55@mail.example.org:99999",
            "smtp://u:pa%00@mail.example.org",
        ] {
            let error = SmtpServer::parse(wrong).expect_err(wrong);
            assert!(!error.contains("pa55") && !error.contains("example.org"), "{error}");
        }
    }

    #[test]
    fn neither_way_of_showing_it_shows_the_account() {
        let server = parse("smtp://robot:pa55@mail.example.org");
        for shown in [format!("{server}"), format!("{server:?}")] {
            assert_eq!(shown, "mail.example.org:587 (STARTTLS)");
        }
        assert_eq!(parse("smtp://[::1]:25?tls=none").to_string(), "[::1]:25 (without TLS)");
    }
}
