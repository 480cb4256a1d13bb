//! What a browser is told about a page: load nothing strange, stand in no frame, tell nobody where you came from.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

/// Schemes that run or show something in the browser itself; no form may go there.
const REFUSED: [&str; 8] = ["about", "blob", "data", "file", "filesystem", "javascript", "vbscript", "view-source"];

/// The headers of a page.
///
/// `form_action` are the URLs where its forms may lead besides our own origin, such as the redirect URI: Chromium holds
/// the redirect after a POST to `form-action` too. Of each only the origin is told, or the scheme of an application
/// on the device; what is no URL, or leads into the browser itself, is left out.
#[must_use]
pub fn page_headers(form_action: &[&str]) -> HeaderMap {
    let mut sources = vec!["'self'".to_owned()];
    for source in form_action.iter().filter_map(|url| source(url)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: data:; form-action {}; \
         frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
        sources.join(" ")
    );
    let fixed = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    let mut headers: HeaderMap =
        fixed.into_iter().map(|(name, value)| (name, HeaderValue::from_static(value))).collect();
    // Origins and schemes are visible ASCII, so this cannot fail; if it did, the page would load nothing and lead nowhere.
    let policy = HeaderValue::try_from(policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    headers
}

/// A URL as a source of the policy (CSP Level 3 §2.3.1): its origin, or its scheme alone.
fn source(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let scheme = url.scheme();
    if REFUSED.contains(&scheme) {
        return None;
    }
    let is_name = |host: &str| host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    match url.host_str() {
        Some(host) if url.origin().is_tuple() && is_name(host) => Some(url.origin().ascii_serialization()),
        // A policy cannot name an IPv6 address, nor the host of an application's own scheme.
        _ => Some(format!("{scheme}:")),
    }
}

#[cfg(test)]
mod tests {
    use super::{page_headers, source};

    fn policy(form_action: &[&str]) -> String {
        let headers = page_headers(form_action);
        headers["content-security-policy"].to_str().expect("ASCII").to_owned()
    }

    // ASVS v5.0.0-3.4.3, v5.0.0-3.4.6
    #[test]
    fn a_page_loads_only_its_own_and_stands_in_no_frame() {
        let policy = policy(&[]);
        assert!(policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self'; "), "{policy}");
        assert!(policy.contains("; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"));
        assert!(!policy.contains("unsafe"));
    }

    // ASVS v5.0.0-3.4.5, v5.0.0-3.4.8, v5.0.0-14.3.2
    #[test]
    fn a_page_is_not_kept_and_names_itself_to_nobody() {
        let headers = page_headers(&[]);
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["referrer-policy"], "no-referrer");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin");
        assert_eq!(headers["x-frame-options"], "DENY");
        assert_eq!(headers["x-content-type-options"], "nosniff");
    }

    #[test]
    fn a_form_may_lead_to_the_origins_it_is_given() {
        let policy = policy(&["https://a.example/cb?x=1", "https://a.example/other", "com.example.app://cb"]);
        assert!(policy.contains("form-action 'self' https://a.example com.example.app:; "), "{policy}");
        let given = [
            "http://127.0.0.1:8080/cb",
            "https://user@b.example:8443/",
            "https://例子.example/",
            "http://[::1]:3000/cb",
        ];
        let sources = given.map(|url| source(url).expect("a source"));
        assert_eq!(
            sources,
            ["http://127.0.0.1:8080", "https://b.example:8443", "https://xn--fsqu00a.example", "http:"]
        );
    }

    #[test]
    fn nothing_slips_into_the_policy() {
        for url in ["", "*", "/path", "javascript:alert(1)", "data:text/html,x", "blob:https://a.example/1", "a b:c"] {
            assert_eq!(source(url), None, "{url}");
        }
        for url in
            ["https://a.example;script-src/*", "https://a.example, default-src *", "x:;script-src *", "https://*.b/"]
        {
            let policy = policy(&[url]);
            assert_eq!((policy.matches(';').count(), policy.matches('*').count()), (7, 0), "{policy}");
        }
    }
}
