//! What a request's changes make of a user: every rule of the profile, for making and for changing alike.

use super::change_log::ChangeLog;
use super::check::{Checked, line, web_url};
use super::{User, UserChanges};
use crate::event::FieldChange;
use crate::metadata::{Bag, Merge};
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
    /// Makes the changes, checking each field. Of a user that was refused nothing may be kept.
    ///
    /// A new e-mail address or phone number is unverified unless the same request says otherwise (requirement
    /// S2.L17.6).
    ///
    /// # Errors
    /// `invalid_body` naming every field that breaks a rule; `operation_not_supported` where `blocked` does not fit the
    /// status.
    pub fn apply(&mut self, changes: UserChanges, merges: Merges, now: Timestamp) -> Result<Applied, Refusal> {
        let mut log = ChangeLog::default();
        self.apply_identifiers(&changes, &mut log);
        self.apply_flags(&changes, &mut log);
        self.apply_profile(&changes, &mut log);
        changes.details.apply(&mut self.details, merges, &mut log);
        log.merge(Bag::User, &mut self.user_metadata, changes.user_metadata, merges);
        log.merge(Bag::App, &mut self.app_metadata, changes.app_metadata, merges);
        let profile = log.finish()?;
        let status = self.apply_blocked(changes.blocked, now)?;
        Ok(Applied { profile, status })
    }

    fn apply_identifiers(&mut self, changes: &UserChanges, log: &mut ChangeLog) {
        if log.set("email", &mut self.email, &changes.email, email::normalize) {
            log.set_flag("email_verified", &mut self.email_verified, Some(false));
        }
        if log.set("phone_number", &mut self.phone_number, &changes.phone_number, phone_number) {
            log.set_flag("phone_verified", &mut self.phone_verified, Some(false));
        }
        log.set("username", &mut self.username, &changes.username, username);
        log.set("external_id", &mut self.external_id, &changes.external_id, line(255));
    }

    fn apply_flags(&mut self, changes: &UserChanges, log: &mut ChangeLog) {
        log.set_flag("email_verified", &mut self.email_verified, changes.email_verified);
        log.set_flag("phone_verified", &mut self.phone_verified, changes.phone_verified);
        log.set_flag("reset_password_on_next_login", &mut self.password.must_change, changes.must_change_password);
    }

    fn apply_profile(&mut self, changes: &UserChanges, log: &mut ChangeLog) {
        let profile = &mut self.profile;
        for (field, slot, change, longest) in [
            ("name", &mut profile.name, &changes.name, 300),
            ("nickname", &mut profile.nickname, &changes.nickname, 300),
            ("given_name", &mut profile.given_name, &changes.given_name, 150),
            ("family_name", &mut profile.family_name, &changes.family_name, 150),
            ("middle_name", &mut profile.middle_name, &changes.middle_name, 150),
            ("preferred_username", &mut profile.preferred_username, &changes.preferred_username, 150),
        ] {
            log.set(field, slot, change, line(longest));
        }
        log.set("picture", &mut profile.picture, &changes.picture, web_url);
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

fn phone_number(text: &str) -> Checked {
    phone::validate(text).map(|()| text.to_owned())
}

fn username(text: &str) -> Checked {
    username::validate(text).map(|()| text.to_owned())
}

#[cfg(test)]
mod tests;
