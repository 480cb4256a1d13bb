//! What a request's changes make of a user: every rule of the profile, for making and for changing alike.

use serde_json::{Map, Value, json};

use super::{User, UserChanges};
use crate::change::Change;
use crate::event::FieldChange;
use crate::metadata::{self, Bag, Merge};
use crate::refusal::Refusal;
use crate::time::Timestamp;
use crate::{email, phone, username};

/// How metadata is merged.
pub type Merges = Merge;

/// What applying changes did.
#[derive(Clone, Debug, Default)]
pub struct Applied {
    /// Fields of the profile that are now different.
    pub profile: Vec<FieldChange>,
    /// The status, if it is now different.
    pub status: Option<FieldChange>,
}

impl Applied {
    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.profile.is_empty() && self.status.is_none()
    }
}

impl User {
    /// Makes the changes, checking each field.
    ///
    /// A new e-mail address or phone number is unverified unless the same request says otherwise (requirement
    /// S2.L17.6).
    ///
    /// # Errors
    /// `invalid_body` naming the field; `operation_not_supported` where `blocked` does not fit the status.
    pub fn apply(&mut self, changes: UserChanges, merges: Merges, now: Timestamp) -> Result<Applied, Refusal> {
        let mut log = ChangeLog::default();
        self.apply_identifiers(&changes, &mut log)?;
        self.apply_flags(&changes, &mut log);
        self.apply_profile(&changes, &mut log)?;
        self.apply_metadata(changes.user_metadata, changes.app_metadata, merges, &mut log)?;
        let status = self.apply_blocked(changes.blocked, now)?;
        Ok(Applied { profile: log.changes, status })
    }

    fn apply_identifiers(&mut self, changes: &UserChanges, log: &mut ChangeLog) -> Result<(), Refusal> {
        let address = normalized("email", &changes.email, email::normalize)?;
        if log.set("email", &mut self.email, address) {
            log.set_flag("email_verified", &mut self.email_verified, Some(false));
        }
        let number =
            normalized("phone_number", &changes.phone_number, |text| phone::validate(text).map(|()| text.to_owned()))?;
        if log.set("phone_number", &mut self.phone_number, number) {
            log.set_flag("phone_verified", &mut self.phone_verified, Some(false));
        }
        let name =
            normalized("username", &changes.username, |text| username::validate(text).map(|()| text.to_owned()))?;
        log.set("username", &mut self.username, name);
        let id = bounded("external_id", &changes.external_id, 255)?;
        log.set("external_id", &mut self.external_id, id);
        Ok(())
    }

    fn apply_flags(&mut self, changes: &UserChanges, log: &mut ChangeLog) {
        log.set_flag("email_verified", &mut self.email_verified, changes.email_verified);
        log.set_flag("phone_verified", &mut self.phone_verified, changes.phone_verified);
        log.set_flag("reset_password_on_next_login", &mut self.password.must_change, changes.must_change_password);
    }

    fn apply_profile(&mut self, changes: &UserChanges, log: &mut ChangeLog) -> Result<(), Refusal> {
        let profile = &mut self.profile;
        for (field, slot, change, longest) in [
            ("name", &mut profile.name, &changes.name, 300),
            ("nickname", &mut profile.nickname, &changes.nickname, 300),
            ("given_name", &mut profile.given_name, &changes.given_name, 150),
            ("family_name", &mut profile.family_name, &changes.family_name, 150),
            ("middle_name", &mut profile.middle_name, &changes.middle_name, 150),
            ("preferred_username", &mut profile.preferred_username, &changes.preferred_username, 150),
        ] {
            log.set(field, slot, bounded(field, change, longest)?);
        }
        let picture = normalized("picture", &changes.picture, picture_url)?;
        log.set("picture", &mut profile.picture, picture);
        Ok(())
    }

    fn apply_metadata(
        &mut self,
        user: Change<Map<String, Value>>,
        app: Change<Map<String, Value>>,
        merges: Merges,
        log: &mut ChangeLog,
    ) -> Result<(), Refusal> {
        for (bag, stored, sent) in [(Bag::User, &mut self.user_metadata, user), (Bag::App, &mut self.app_metadata, app)]
        {
            let merged = match sent {
                Change::Keep => continue,
                Change::Clear => Map::new(),
                Change::Set(sent) => {
                    metadata::check(bag, &sent)?;
                    metadata::merge(bag, stored, sent, merges)?
                }
            };
            if merged != *stored {
                log.note(bag.name(), Some(json!(stored)), Some(json!(merged)));
                *stored = merged;
            }
        }
        Ok(())
    }

    fn apply_blocked(&mut self, blocked: Option<bool>, now: Timestamp) -> Result<Option<FieldChange>, Refusal> {
        let Some(blocked) = blocked else { return Ok(None) };
        let next = self.state.with_blocked(blocked)?;
        if next == self.state {
            return Ok(None);
        }
        let (from, to) = (self.state.status.name(), next.status.name());
        self.state = next;
        self.status_changed_at = now;
        self.status_reason = None;
        Ok(Some(FieldChange::between("status", from, to)))
    }
}

#[derive(Default)]
struct ChangeLog {
    changes: Vec<FieldChange>,
}

impl ChangeLog {
    fn set(&mut self, field: &str, slot: &mut Option<String>, change: Change<String>) -> bool {
        let next = change.apply(slot.clone());
        if next == *slot {
            return false;
        }
        self.note(field, slot.take().map(Value::from), next.clone().map(Value::from));
        *slot = next;
        true
    }

    fn set_flag(&mut self, field: &str, slot: &mut bool, change: Option<bool>) {
        if let Some(next) = change
            && next != *slot
        {
            self.note(field, Some(json!(*slot)), Some(json!(next)));
            *slot = next;
        }
    }

    fn note(&mut self, field: &str, from: Option<Value>, to: Option<Value>) {
        // A flag may change twice in one request; what counts is where it began and where it ended.
        if let Some(earlier) = self.changes.iter_mut().find(|change| change.field == field) {
            earlier.to = to;
        } else {
            self.changes.push(FieldChange { field: field.to_owned(), from, to });
        }
        self.changes.retain(|change| change.from != change.to);
    }
}

fn normalized(
    field: &str,
    change: &Change<String>,
    normalize: impl Fn(&str) -> Result<String, &'static str>,
) -> Result<Change<String>, Refusal> {
    match change {
        Change::Set(text) => normalize(text).map(Change::Set).map_err(|rule| Refusal::invalid_field(field, rule)),
        other => Ok(other.clone()),
    }
}

fn bounded(field: &str, change: &Change<String>, longest: usize) -> Result<Change<String>, Refusal> {
    normalized(field, change, |text| {
        let length = text.chars().count();
        if text.chars().any(char::is_control) {
            Err("must not hold control characters")
        } else if length == 0 {
            Err("must not be empty")
        } else if length > longest {
            Err("is too long")
        } else {
            Ok(text.to_owned())
        }
    })
}

fn picture_url(text: &str) -> Result<String, &'static str> {
    const RULE: &str = "must be an http or https URL of at most 2048 characters";
    let url = url::Url::parse(text).map_err(|_| RULE)?;
    if text.len() <= 2048 && matches!(url.scheme(), "http" | "https") { Ok(text.to_owned()) } else { Err(RULE) }
}
