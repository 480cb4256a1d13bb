//! `GET /console` and what lies below: the one page, filled in for this tenant and this answer.

use anteroom_model::random::alphanumeric;
use anteroom_model::scope::all_management;
use anteroom_model::{Refusal, codes};
use axum::body::Body;
use axum::extract::State;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::placeholder::placeholder;
use crate::error;
use crate::pages::page_headers;
use crate::pages::routes::tenant_name;
use crate::state::App;
use crate::visit::Visit;

/// Where the page has the nonce of its answer.
const NONCE: &str = "__NONCE__";
/// Where the page has, in an attribute, what the console must know before anybody has signed in. No secret is in it.
const CONFIG: &str = "__CONFIG__";

/// The console's page.
pub async fn show(State(app): State<App>, visit: Visit) -> Response {
    let nonce = alphanumeric(&*app.random, 32);
    let html = match app.settings.console.index().await {
        Ok(Some(index)) => fill(&index, &nonce, &visit),
        Ok(None) => placeholder(visit.language(None)),
        Err(failure) => {
            tracing::error!(error = %failure, "the console's page cannot be read");
            let refusal = Refusal::new(&codes::UNAVAILABLE, "The console's page cannot be read.");
            return error::on_path(&visit.uri, refusal);
        }
    };
    (headers(&nonce), Body::from(html)).into_response()
}

fn fill(index: &str, nonce: &str, visit: &Visit) -> String {
    let config = json!({
        "clientId": visit.tenant.console,
        "audience": visit.arrival.origin.management_audience(),
        "scope": format!("openid profile email {}", all_management().as_str()),
        "tenantName": tenant_name(&visit.tenant),
        "version": env!("CARGO_PKG_VERSION"),
    });
    // What the tenant is called is looked at no more: it cannot ask for the nonce.
    index.replace(NONCE, nonce).replace(CONFIG, &escaped(&config.to_string()))
}

/// The text as it stands in an attribute (HTML §13.3).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// As of every page, but that scripts and styles with the nonce of this answer run, and calls go to our own origin alone
/// (ASVS 3.4.3). Pictures are those of users, from wherever they are.
fn headers(nonce: &str) -> HeaderMap {
    let mut headers = page_headers(&[]);
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' https: data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    );
    // Letters and digits alone, so this cannot fail; if it did, the page would load nothing.
    let policy = HeaderValue::try_from(policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    headers
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_ends_the_attribute() {
        assert_eq!(escaped(r#"{"a":"'><b>&"}"#), "{&quot;a&quot;:&quot;&#39;&gt;&lt;b&gt;&amp;&quot;}");
    }
}
