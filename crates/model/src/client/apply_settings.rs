//! What a request's changes make of a client's settings.

use serde_json::{Map, Value};

use super::{ClientChanges, ClientSettings, Mobile, address};
use crate::change::Change;
use crate::refusal::Refusal;

/// Auth0's limits of `client_metadata`: pairs, and characters of a name or a value.
pub const METADATA_PAIRS: usize = 10;
/// See [`METADATA_PAIRS`].
pub const METADATA_CHARACTERS: usize = 255;

/// The longest text that is only kept, in characters.
const TEXT: usize = 255;

impl ClientSettings {
    /// Makes the changes, checking each field.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub(super) fn apply(&mut self, changes: ClientChanges, is_native: bool) -> Result<(), Refusal> {
        let redirect = |text: &str| address::redirect(text, is_native);
        set_list("callbacks", &mut self.callbacks, changes.callbacks, redirect)?;
        set_list("allowed_logout_urls", &mut self.allowed_logout_urls, changes.allowed_logout_urls, redirect)?;
        set_list("web_origins", &mut self.web_origins, changes.web_origins, address::origin)?;
        set_list("allowed_origins", &mut self.allowed_origins, changes.allowed_origins, address::origin)?;
        set_list("allowed_clients", &mut self.allowed_clients, changes.allowed_clients, short)?;
        set_list("client_aliases", &mut self.client_aliases, changes.client_aliases, short)?;
        set_text("description", &mut self.description, changes.description, |text| {
            if text.chars().count() > 140 { Err("must not have more than 140 characters") } else { Ok(()) }
        })?;
        set_text("logo_uri", &mut self.logo_uri, changes.logo_uri, address::page)?;
        set_text("initiate_login_uri", &mut self.initiate_login_uri, changes.initiate_login_uri, address::page)?;
        set_flag(&mut self.is_first_party, &changes.is_first_party, true);
        set_flag(&mut self.require_pkce, &changes.require_pkce, false);
        set_flag(&mut self.sso_disabled, &changes.sso_disabled, false);
        self.sso = changes.sso.apply(self.sso);
        self.custom_login_page_on = changes.custom_login_page_on.apply(self.custom_login_page_on);
        if changes.jwt_configuration.is_mentioned() {
            self.jwt_configuration = changes.jwt_configuration.apply(None).unwrap_or_default();
            self.jwt_configuration.check()?;
        }
        if changes.refresh_token.is_mentioned() {
            self.refresh_token = changes.refresh_token.apply(None).unwrap_or_default();
            self.refresh_token.check()?;
        }
        if let Change::Set(mobile) = &changes.mobile {
            mobile.check()?;
        }
        self.mobile = changes.mobile.apply(self.mobile.take());
        self.apply_metadata(changes.client_metadata)
    }

    fn apply_metadata(&mut self, change: Change<Map<String, Value>>) -> Result<(), Refusal> {
        let sent = match change {
            Change::Keep => return Ok(()),
            Change::Clear => {
                self.client_metadata.clear();
                return Ok(());
            }
            Change::Set(sent) => sent,
        };
        let is_short = |text: &str| text.chars().count() <= METADATA_CHARACTERS;
        for (name, value) in sent {
            if value.is_null() {
                self.client_metadata.shift_remove(&name);
            } else if is_short(&name) && value.as_str().is_some_and(is_short) {
                self.client_metadata.insert(name, value);
            } else {
                return Err(too_much_metadata());
            }
        }
        if self.client_metadata.len() > METADATA_PAIRS { Err(too_much_metadata()) } else { Ok(()) }
    }
}

fn too_much_metadata() -> Refusal {
    Refusal::invalid_field("client_metadata", "must be at most 10 texts of at most 255 characters")
}

fn set_list(
    field: &str,
    list: &mut Vec<String>,
    change: Change<Vec<String>>,
    check: impl Fn(&str) -> Result<(), &'static str>,
) -> Result<(), Refusal> {
    if change.is_mentioned() {
        let sent = change.apply(None).unwrap_or_default();
        address::each(field, &sent, check)?;
        *list = sent;
    }
    Ok(())
}

/// Sets a text; an empty one is none, as with Auth0.
fn set_text(
    field: &str,
    slot: &mut Option<String>,
    change: Change<String>,
    check: impl Fn(&str) -> Result<(), &'static str>,
) -> Result<(), Refusal> {
    if change.is_mentioned() {
        let sent = change.apply(None).filter(|text| !text.is_empty());
        sent.as_deref().map_or(Ok(()), check).map_err(|rule| Refusal::invalid_field(field, rule))?;
        *slot = sent;
    }
    Ok(())
}

fn set_flag(slot: &mut bool, change: &Change<bool>, default: bool) {
    match change {
        Change::Keep => {}
        Change::Clear => *slot = default,
        Change::Set(value) => *slot = *value,
    }
}

fn short(text: &str) -> Result<(), &'static str> {
    let length = text.chars().count();
    if length == 0 || length > TEXT || text.chars().any(char::is_control) {
        Err("must have 1 to 255 characters")
    } else {
        Ok(())
    }
}

impl Mobile {
    fn check(&self) -> Result<(), Refusal> {
        let (android, ios) = (self.android.as_ref(), self.ios.as_ref());
        let texts = [
            ("mobile.android.app_package_name", android.and_then(|android| android.app_package_name.as_deref())),
            ("mobile.ios.team_id", ios.and_then(|ios| ios.team_id.as_deref())),
            ("mobile.ios.app_bundle_identifier", ios.and_then(|ios| ios.app_bundle_identifier.as_deref())),
        ];
        for (field, text) in texts {
            text.map_or(Ok(()), short).map_err(|rule| Refusal::invalid_field(field, rule))?;
        }
        let prints = android.map_or(&[][..], |android| android.sha256_cert_fingerprints.as_slice());
        address::each("mobile.android.sha256_cert_fingerprints", prints, short)
    }
}
