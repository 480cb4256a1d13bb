//! What applications ask for when they send somebody to sign in (RFC 6749, OpenID Connect Core).

mod parameters;
mod pkce;
mod request;
mod words;

pub use parameters::Parameters;
pub use pkce::CodeChallenge;
pub use request::{AuthorizationRequest, Return, Screen};
pub use words::{Prompts, ResponseMode};

/// The scopes of OpenID Connect that we know (OpenID Connect Core §5.4 and §11).
pub const STANDARD_SCOPES: [&str; 6] = ["openid", "profile", "email", "address", "phone", OFFLINE_ACCESS];

/// The scope that lets an application act while the person is away (OpenID Connect Core §11).
pub const OFFLINE_ACCESS: &str = "offline_access";

/// The path, behind an issuer, that is the audience of tokens for the person's own profile.
pub const USERINFO: &str = "userinfo";
