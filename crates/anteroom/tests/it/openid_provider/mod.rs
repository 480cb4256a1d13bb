//! The provider as applications meet it: the certification modules of the OpenID Foundation by their names, and the
//! rules of OAuth 2.0 beyond them.

mod audiences;
mod bearers;
mod bound_codes;
mod client_authentication;
mod code_reuse;
mod conformance;
mod consent;
mod cors;
mod discovery;
mod happy;
mod hints;
mod id_token;
mod introspection;
mod logout;
mod permissions;
mod pkce;
mod prompts;
mod races;
mod redirects;
mod refused_requests;
mod requests;
mod response_modes;
mod revocation;
mod scopes;
mod userinfo;

use anteroom_model::Clock;
use serde_json::{Value, json};

use crate::authentication::verify::{part, verified};
use crate::harness::{Answer, Application, Browser, CALLBACK, CONNECTION, HOST, PASSWORD, Page, Server};

/// Who signs in.
const ADA: &str = "ada@example.com";

/// Who is somebody else.
const BOB: &str = "bob@example.com";

/// What every issuer of the tests is called.
fn issuer() -> String {
    format!("http://{HOST}/")
}

/// An application as the certification's is: confidential, its secret in the header, without PKCE.
async fn certified(server: &Server) -> Application<'_> {
    let settings = json!({"name": "Suite", "token_endpoint_auth_method": "client_secret_basic"});
    Application::web(server, settings).await.without_pkce().in_header()
}

/// Ada with all that a profile can hold.
async fn whole_ada(server: &Server) -> Value {
    let body = json!({
        "connection": CONNECTION, "email": ADA, "email_verified": true, "password": PASSWORD, "username": "ada",
        "phone_number": "+14155550100", "phone_verified": true, "name": "Ada King", "given_name": "Ada",
        "family_name": "King", "middle_name": "Augusta", "nickname": "countess", "preferred_username": "ada.king",
        "picture": "https://pictures.example/ada.png", "profile": "https://people.example/ada",
        "website": "https://ada.example/", "gender": "female", "birthdate": "1815-12-10", "zoneinfo": "Europe/London",
        "locale": "en-GB", "company": "Analytical Engines", "identity_number": "L01X00T47", "unionid": "u1", "openid": "o1",
        "address": {
            "formatted": "12 St James's Square\nLondon", "street_address": "12 St James's Square", "city": "London",
            "region": "England", "province": "Middlesex", "postal_code": "SW1Y 4JH", "country": "GB",
        },
        "preferences": {"theme": "dark"},
    });
    server.create(body).await
}

/// The code of an answer that is right in everything else: at the redirect URI, with state and issuer (RFC 9207), and
/// nothing besides.
#[track_caller]
fn code_of(page: &Page) -> String {
    let told = page.told();
    assert_eq!((page.answer.status.as_u16(), told.to.as_str()), (303, CALLBACK), "{told:?}");
    let names: Vec<_> = told.parameters.keys().map(String::as_str).collect();
    assert_eq!(names, ["code", "iss", "state"], "{told:?}");
    assert_eq!((told.parameters["state"].as_str(), told.parameters["iss"].clone()), ("the-state", issuer()));
    told.parameters["code"].clone()
}

/// What an application is told of a request that was refused: the error, right in everything else.
#[track_caller]
fn error_of(page: &Page) -> String {
    let told = page.told();
    assert_eq!((page.answer.status.as_u16(), told.to.as_str()), (303, CALLBACK), "{told:?}");
    let names: Vec<_> = told.parameters.keys().map(String::as_str).collect();
    assert_eq!(names, ["error", "error_description", "iss", "state"], "{told:?}");
    assert_eq!((told.parameters["state"].as_str(), told.parameters["iss"].clone()), ("the-state", issuer()));
    told.parameters["error"].clone()
}

/// Checks that a request is answered by a page of ours that names the parameter at fault, and not by a redirect.
#[track_caller]
fn shown(page: &Page, parameter: &str) {
    let answer = &page.answer;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (400, None), "{}: {}", page.at, answer.text);
    assert!(answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html")), "{}", page.at);
    assert!(page.says("invalid_request") && page.says(parameter), "{}: {}", page.at, answer.text);
}

/// Checks that the sign-in page is shown.
#[track_caller]
fn asked_to_sign_in(page: &Page) {
    assert_eq!(page.answer.status, 200, "{}: {}", page.at, page.answer.text);
    assert!(page.at.starts_with("/u/login?state=") && page.says("name=\"password\""), "{}", page.at);
}

/// Checks that the token endpoint, or one beside it, refuses with this status and error (RFC 6749 §5.2).
#[track_caller]
fn refused(answer: &Answer, status: u16, error: &str) {
    assert_eq!((answer.status.as_u16(), answer.body["error"].as_str()), (status, Some(error)), "{}", answer.text);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert!(answer.body["error_description"].as_str().is_some_and(|text| !text.is_empty()), "{}", answer.text);
}

/// What the token endpoint gave, checked.
struct Tokens {
    /// The body.
    body: Value,
    /// The claims of the ID token.
    id: Value,
}

impl Tokens {
    /// Checks an answer as the suite checks each (OpenID Connect Core §3.1.3.3 and §3.1.3.7), the signature by another
    /// library.
    async fn of(server: &Server, app: &Application<'_>, answer: Answer, nonce: Option<&str>) -> Self {
        assert_eq!((answer.header("cache-control"), answer.header("pragma")), (Some("no-store"), Some("no-cache")));
        assert!(answer.header("content-type").is_some_and(|kind| kind.starts_with("application/json")));
        let body = answer.expect(200);
        assert_eq!(body["token_type"], "Bearer");
        assert!(body["expires_in"].as_i64().is_some_and(|seconds| seconds > 0), "{body}");
        assert!(body["access_token"].as_str().is_some_and(|token| token.len() > 40), "{body}");
        let token = body["id_token"].as_str().expect("an ID token");
        let header = part(token, 0);
        assert_eq!(header["alg"], "RS256");
        assert!(header["kid"].is_string(), "{header}");
        let id = verified(server, HOST, token).await;
        let now = server.clock.now().seconds();
        let number = |name: &str| id[name].as_i64().unwrap_or_else(|| panic!("no number {name}: {id}"));
        assert_eq!((&id["iss"], &id["aud"]), (&json!(issuer()), &json!(app.client_id)));
        assert!(id["sub"].as_str().is_some_and(|sub| !sub.is_empty() && sub.len() <= 255 && sub.is_ascii()), "{id}");
        assert!(number("exp") > now && (now - number("iat")).abs() < 300 && number("auth_time") <= now, "{id}");
        assert_eq!(id.get("nonce").and_then(Value::as_str), nonce, "{id}");
        Self { body, id }
    }

    /// Signs Ada in anew and checks all there is on the way to the tokens.
    async fn new(server: &Server, app: &Application<'_>, changes: &[(&str, &str)]) -> Self {
        Self::within(server, app, &Browser::new(server), changes).await
    }

    /// The same in a browser that somebody may be signed in to already.
    async fn within(server: &Server, app: &Application<'_>, browser: &Browser<'_>, changes: &[(&str, &str)]) -> Self {
        let page = browser.visit(&app.authorize(changes)).await;
        asked_to_sign_in(&page);
        Self::after(server, app, &browser.sign_in(&page, ADA, PASSWORD).await, changes).await
    }

    /// What the code of this answer gives.
    async fn after(server: &Server, app: &Application<'_>, page: &Page, changes: &[(&str, &str)]) -> Self {
        let changed = changes.iter().find(|(name, _)| *name == "nonce").map(|(_, value)| *value);
        let nonce = Some(changed.unwrap_or("the-nonce")).filter(|nonce| !nonce.is_empty());
        let answer = app.exchange(&code_of(page)).await;
        Self::of(server, app, answer, nonce).await
    }

    /// What the profile's endpoint tells, about the same person (OpenID Connect Core §5.3.2).
    async fn userinfo(&self, server: &Server) -> Value {
        let info = server.userinfo(&self.body["access_token"]).await.expect(200);
        assert_eq!(info["sub"], self.id["sub"]);
        info
    }

    /// The access token.
    fn access(&self) -> &str {
        self.body["access_token"].as_str().expect("an access token")
    }

    /// The ID token.
    fn id_token(&self) -> &str {
        self.body["id_token"].as_str().expect("an ID token")
    }

    /// The refresh token.
    fn refresh(&self) -> &str {
        self.body["refresh_token"].as_str().expect("a refresh token")
    }
}
