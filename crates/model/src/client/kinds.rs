//! Kinds of application, and what each may be.

use super::{AUTHORIZATION_CODE, CLIENT_CREDENTIALS, Client, ClientAuthentication, REFRESH_TOKEN};
use crate::refusal::Refusal;

/// The `app_type` of what runs on people's own devices.
pub const NATIVE: &str = "native";
/// The `app_type` of pages that run in the browser alone.
pub const SPA: &str = "spa";
/// The `app_type` of machines.
pub const NON_INTERACTIVE: &str = "non_interactive";
/// The `app_type` of what none is said of.
pub const REGULAR_WEB: &str = "regular_web";

/// Auth0's kinds of application that stand for a protocol we speak.
pub const APP_TYPES: [&str; 4] = [NATIVE, SPA, REGULAR_WEB, NON_INTERACTIVE];

/// The grants a client may be given.
pub const GRANT_TYPES: [&str; 3] = [AUTHORIZATION_CODE, REFRESH_TOKEN, CLIENT_CREDENTIALS];

/// The grants of a kind of application that none are chosen for.
pub(super) fn grants_of(app_type: &str) -> Vec<String> {
    let grants: &[&str] = match app_type {
        NON_INTERACTIVE => &[CLIENT_CREDENTIALS],
        _ => &[AUTHORIZATION_CODE, REFRESH_TOKEN],
    };
    grants.iter().map(ToString::to_string).collect()
}

/// How a kind of application proves itself if nothing is chosen: what runs at people's cannot keep a secret
/// (RFC 8252 §8.5).
pub(super) fn authentication_of(app_type: &str) -> ClientAuthentication {
    match app_type {
        NATIVE | SPA => ClientAuthentication::None,
        _ => ClientAuthentication::SecretPost,
    }
}

/// What does not go together, whichever of it was sent.
///
/// # Errors
/// `invalid_body` naming the field to change.
pub(super) fn check(client: &Client) -> Result<(), Refusal> {
    if client.app_type == NON_INTERACTIVE && client.may_use(AUTHORIZATION_CODE) {
        let rule = "must not hold authorization_code where app_type is non_interactive: nobody signs in at a machine";
        return Err(Refusal::invalid_field("grant_types", rule));
    }
    if !client.is_public() {
        return Ok(());
    }
    // RFC 6749 §4.4: the client credentials grant is for confidential clients only.
    if client.may_use(CLIENT_CREDENTIALS) {
        let rule = "must not be none where grant_types holds client_credentials: a public client has nothing to prove itself with";
        return Err(Refusal::invalid_field("token_endpoint_auth_method", rule));
    }
    // RFC 9700 §2.2.2: refresh tokens of public clients are rotated.
    if client.may_use(REFRESH_TOKEN) && !client.settings.refresh_token.is_rotating() {
        let rule = "must be rotating where token_endpoint_auth_method is none: a stolen token would not be noticed";
        return Err(Refusal::invalid_field("refresh_token.rotation_type", rule));
    }
    Ok(())
}
