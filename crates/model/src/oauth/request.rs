//! A request to `/authorize`.

use serde::{Deserialize, Serialize};

use super::{CodeChallenge, Parameters, Prompts, ResponseMode};
use crate::client::{AUTHORIZATION_CODE, Client};
use crate::codes;
use crate::refusal::Refusal;
use crate::scope::Scopes;

/// What an application asks for when it sends somebody to sign in (OpenID Connect Core §3.1.2.1), understood and checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorizationRequest {
    /// Which application.
    pub client_id: String,
    /// Where the answer goes: one of the client's callbacks.
    pub redirect_uri: String,
    /// How the answer gets there.
    pub response_mode: ResponseMode,
    /// What the application wants back unchanged.
    pub state: Option<String>,
    /// What it asks for.
    pub scopes: String,
    /// What the ID token is to repeat.
    pub nonce: Option<String>,
    /// What the person is to be asked.
    pub prompts: Prompts,
    /// How old a sign-in may be, in seconds.
    pub max_age: Option<i64>,
    /// Who it probably is.
    pub login_hint: Option<String>,
    /// The languages the person reads, best first.
    pub ui_locales: Option<String>,
    /// The API that the access token is to be for (Auth0).
    pub audience: Option<String>,
    /// The proof that the code will need.
    pub code_challenge: Option<CodeChallenge>,
    /// An ID token of the person who is expected.
    pub id_token_hint: Option<String>,
    /// The page to begin with (Auth0's `screen_hint`).
    pub screen: Screen,
}

/// The page a flow begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screen {
    /// Signing in.
    #[default]
    Login,
    /// Signing up.
    SignUp,
    /// A forgotten password.
    ResetPassword,
}

/// Where errors of a request may go, once client and redirect are known to belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// The redirect URI, one of the client's callbacks.
    pub redirect_uri: String,
    /// How.
    pub response_mode: ResponseMode,
    /// The application's state.
    pub state: Option<String>,
}

impl AuthorizationRequest {
    /// Where the answer may go: a redirect URI that the client has registered, exactly (RFC 9700 §2.1). Errors before
    /// this is known must not be redirected at all.
    ///
    /// # Errors
    /// `invalid_request` naming `redirect_uri`.
    pub fn destination(parameters: &Parameters, client: &Client) -> Result<Return, Refusal> {
        let callbacks = &client.settings.callbacks;
        let redirect_uri = match (parameters.get("redirect_uri"), callbacks.as_slice()) {
            (Some(asked), _) => asked,
            // Without openid a single registered URI may be left out (RFC 6749 §3.1.2.3).
            (None, [only]) if !asks_for_openid(parameters) => only,
            (None, _) => return Err(invalid("redirect_uri is missing.", "redirect_uri")),
        };
        if !client.allows_redirect(redirect_uri) {
            return Err(invalid("redirect_uri is not one of the application's callback URLs.", "redirect_uri"));
        }
        let mode = parameters.get("response_mode").and_then(ResponseMode::parse).unwrap_or_default();
        Ok(Return { redirect_uri: redirect_uri.to_owned(), response_mode: mode, state: parameters.text("state") })
    }

    /// The request, for a client that may make it.
    ///
    /// # Errors
    /// What OAuth and OpenID Connect name for it (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6): `invalid_request`,
    /// `unsupported_response_type`, `unauthorized_client`, `request_not_supported`, `request_uri_not_supported`.
    pub fn parse(parameters: &Parameters, client: &Client, to: &Return) -> Result<Self, Refusal> {
        refuse_request_objects(parameters)?;
        check_response(parameters)?;
        if !client.may_use(AUTHORIZATION_CODE) {
            let message = "The application may not use the authorization code grant.";
            return Err(Refusal::new(&codes::OAUTH_UNAUTHORIZED_CLIENT, message));
        }
        let prompts = Prompts::parse(parameters.get("prompt").unwrap_or_default());
        Ok(Self {
            client_id: client.client_id.clone(),
            redirect_uri: to.redirect_uri.clone(),
            response_mode: to.response_mode,
            state: to.state.clone(),
            scopes: Scopes::parse(parameters.get("scope").unwrap_or_default()).as_str().to_owned(),
            nonce: parameters.text("nonce"),
            prompts: prompts.map_err(|message| invalid(message, "prompt"))?,
            max_age: max_age(parameters)?,
            login_hint: parameters.text("login_hint"),
            ui_locales: parameters.text("ui_locales"),
            audience: parameters.text("audience"),
            code_challenge: code_challenge(parameters, client)?,
            id_token_hint: parameters.text("id_token_hint"),
            screen: screen(parameters),
        })
    }

    /// The scopes asked for.
    #[must_use]
    pub fn scopes(&self) -> Scopes {
        Scopes::stored(self.scopes.clone())
    }

    /// Whether it is a request of OpenID Connect.
    #[must_use]
    pub fn is_openid(&self) -> bool {
        self.scopes().contains("openid")
    }
}

fn asks_for_openid(parameters: &Parameters) -> bool {
    Scopes::parse(parameters.get("scope").unwrap_or_default()).contains("openid")
}

/// Request objects are not taken, and must not be passed over: they could say something else (OpenID Connect Core §6).
fn refuse_request_objects(parameters: &Parameters) -> Result<(), Refusal> {
    let named = [
        ("request", &codes::OAUTH_REQUEST_NOT_SUPPORTED),
        ("request_uri", &codes::OAUTH_REQUEST_URI_NOT_SUPPORTED),
        ("registration", &codes::OAUTH_REGISTRATION_NOT_SUPPORTED),
    ];
    match named.into_iter().find(|(name, _)| parameters.get(name).is_some()) {
        Some((name, code)) => Err(Refusal::new(code, format!("The parameter {name} is not supported.")).field(name)),
        None => Ok(()),
    }
}

fn check_response(parameters: &Parameters) -> Result<(), Refusal> {
    match parameters.get("response_type") {
        Some("code") => {}
        None => return Err(invalid("response_type is missing.", "response_type")),
        Some(_) => {
            let message = "response_type must be code.";
            return Err(Refusal::new(&codes::OAUTH_UNSUPPORTED_RESPONSE_TYPE, message).field("response_type"));
        }
    }
    match parameters.get("response_mode").map(ResponseMode::parse) {
        Some(None) => Err(invalid("response_mode must be one of query, fragment and form_post.", "response_mode")),
        _ => Ok(()),
    }
}

fn max_age(parameters: &Parameters) -> Result<Option<i64>, Refusal> {
    let Some(text) = parameters.get("max_age") else { return Ok(None) };
    match text.parse() {
        Ok(seconds @ 0..=i64::MAX) => Ok(Some(seconds)),
        _ => Err(invalid("max_age must be a number of seconds.", "max_age")),
    }
}

/// Public clients must prove that they asked for the code (RFC 9700 §2.1.1); others if their settings say so.
fn code_challenge(parameters: &Parameters, client: &Client) -> Result<Option<CodeChallenge>, Refusal> {
    let method = parameters.get("code_challenge_method");
    match parameters.get("code_challenge") {
        Some(challenge) => {
            let parsed = CodeChallenge::parse(challenge, method);
            Ok(Some(parsed.map_err(|message| invalid(message, "code_challenge"))?))
        }
        None if method.is_some() => Err(invalid("code_challenge is missing.", "code_challenge")),
        None if client.requires_pkce() => {
            Err(invalid("code_challenge is missing: the application must use PKCE.", "code_challenge"))
        }
        None => Ok(None),
    }
}

fn screen(parameters: &Parameters) -> Screen {
    match (parameters.get("screen_hint"), parameters.get("prompt")) {
        (Some("signup"), _) => Screen::SignUp,
        (Some("reset_password"), _) => Screen::ResetPassword,
        _ => Screen::Login,
    }
}

fn invalid(message: impl Into<std::borrow::Cow<'static, str>>, field: &'static str) -> Refusal {
    Refusal::new(&codes::OAUTH_INVALID_REQUEST, message).field(field)
}
