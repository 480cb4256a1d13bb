//! Cookies: what a browser keeps for us, and under which conditions (RFC 6265bis).

use anteroom_model::{Origin, TenantId};
use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// The longest value that is looked at: our own are much shorter.
const MAX: usize = 256;

/// How long a browser keeps its secret for flows, in seconds; a flow's own hour begins anew with each.
const BROWSER_LIFETIME: i64 = 86_400;

/// What a cookie is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The browser that flows are bound to.
    Browser,
    /// The session.
    Session,
}

/// A tenant's cookies at one origin. Cookies of one host are shared by all its ports and, without the prefix, by both
/// schemes: their names tell tenants and schemes apart.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    tenant: TenantId,
    secure: bool,
}

impl Cookies {
    /// The cookies of this tenant at this origin.
    #[must_use]
    pub fn of(tenant: TenantId, origin: &Origin) -> Self {
        Self { tenant, secure: origin.secure }
    }

    /// The value that the browser sent.
    #[must_use]
    pub fn find(&self, headers: &HeaderMap, purpose: Purpose) -> Option<String> {
        let name = self.name(purpose);
        let sent = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
        sent.filter_map(|header| find_in(header, &name)).next().map(str::to_owned)
    }

    /// The header that sets a value. Every cookie of ours is for the server alone, for this host alone, and not sent by
    /// other sites' forms (ASVS 3.3.1 to 3.3.4).
    #[must_use]
    pub fn set(&self, purpose: Purpose, value: &str, seconds: i64) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", self.name(purpose));
        HeaderValue::try_from(text).ok()
    }

    /// The header that sets the browser's secret.
    #[must_use]
    pub fn set_browser(&self, value: &str) -> Option<HeaderValue> {
        self.set(Purpose::Browser, value, BROWSER_LIFETIME)
    }

    /// The header that makes the browser forget a value.
    #[must_use]
    pub fn forget(&self, purpose: Purpose) -> Option<HeaderValue> {
        self.set(purpose, "", 0)
    }

    /// `__Host-` keeps other hosts and plain connections from setting it; over plain http, on loopback alone, browsers
    /// refuse that prefix.
    fn name(self, purpose: Purpose) -> String {
        let purpose = match purpose {
            Purpose::Browser => "browser",
            Purpose::Session => "session",
        };
        let tenant = self.tenant.0;
        if self.secure {
            format!("__Host-anteroom-{tenant}-{purpose}")
        } else {
            format!("anteroom-http-{tenant}-{purpose}")
        }
    }
}

/// The value of the cookie of this name in a `Cookie` header; of several the first.
#[must_use]
pub fn find_in<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    let pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
    let value = pairs.filter(|(known, _)| *known == name).map(|(_, value)| value).next()?;
    let is_ours = !value.is_empty() && value.len() <= MAX && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_ours.then_some(value)
}

#[cfg(test)]
mod tests {
    use anteroom_model::{Origin, TenantId};

    use super::{Cookies, Purpose, find_in};

    fn set(origin: &str) -> String {
        let cookies = Cookies::of(TenantId(7), &Origin::parse(origin).expect("an origin"));
        cookies.set(Purpose::Session, "abc", 60).expect("a header").to_str().expect("ASCII").to_owned()
    }

    // ASVS v5.0.0-3.3.1, v5.0.0-3.3.2, v5.0.0-3.3.3, v5.0.0-3.3.4
    #[test]
    fn cookies_are_for_this_host_and_the_server_alone() {
        let expected = "__Host-anteroom-7-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure";
        assert_eq!(set("https://a.example"), expected);
        let expected = "anteroom-http-7-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60";
        assert_eq!(set("http://localhost:8480"), expected);
    }

    #[test]
    fn a_value_is_found_among_others_if_it_can_be_ours() {
        assert_eq!(find_in("a=1; b=xyz;c=3", "b"), Some("xyz"));
        assert_eq!(find_in("b=1; b=2", "b"), Some("1"));
        assert_eq!(find_in("bb=1; ; =; b", "b"), None);
        assert_eq!(find_in("b=\"x y\"", "b"), None);
        assert_eq!(find_in(&format!("b={}", "x".repeat(300)), "b"), None);
    }
}
