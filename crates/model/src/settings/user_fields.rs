//! How a tenant shows and offers the built-in fields of its users.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::TenantSettings;
use super::check::name;
use crate::change::Change;
use crate::codes;
use crate::refusal::Refusal;
use crate::user::{FieldFlags, UserField, Writer};

/// What a tenant decided of its users' built-in fields, by their names.
pub type UserFields = BTreeMap<String, UserFieldSettings>;

/// What a tenant decided of one built-in field. What was never decided is as the field has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserFieldSettings {
    /// What people read beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// See [`FieldFlags::editable_by_user`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editable_by_user: Option<bool>,
    /// See [`FieldFlags::visible_in_console`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visible_in_console: Option<bool>,
    /// See [`FieldFlags::visible_in_personal_center`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visible_in_personal_center: Option<bool>,
}

/// What is asked for of one built-in field; null sets back to what the field has of itself.
#[derive(Clone, Debug, Default)]
pub struct UserFieldChanges {
    /// The field's name.
    pub name: String,
    /// See [`UserFieldSettings::label`]: 1 to 200 characters.
    pub label: Change<String>,
    /// See [`FieldFlags::editable_by_user`].
    pub editable_by_user: Change<bool>,
    /// See [`FieldFlags::visible_in_console`].
    pub visible_in_console: Change<bool>,
    /// See [`FieldFlags::visible_in_personal_center`].
    pub visible_in_personal_center: Change<bool>,
}

impl TenantSettings {
    /// The field's label and flags in this tenant.
    #[must_use]
    pub fn user_field<'a>(&'a self, field: &'a UserField) -> (&'a str, FieldFlags) {
        let (decided, own) = (self.user_fields.get(field.name), field.defaults);
        let flag = |flag: fn(&UserFieldSettings) -> Option<bool>, own: bool| decided.and_then(flag).unwrap_or(own);
        let label = decided.and_then(|decided| decided.label.as_deref()).unwrap_or(field.label);
        let flags = FieldFlags {
            editable_by_user: flag(|decided| decided.editable_by_user, own.editable_by_user),
            visible_in_console: flag(|decided| decided.visible_in_console, own.visible_in_console),
            visible_in_personal_center: flag(
                |decided| decided.visible_in_personal_center,
                own.visible_in_personal_center,
            ),
        };
        (label, flags)
    }
}

impl UserFieldChanges {
    pub(super) fn apply(self, fields: &mut UserFields) -> Result<(), Refusal> {
        let field = UserField::named(&self.name)
            .ok_or_else(|| Refusal::new(&codes::USER_FIELD_UNKNOWN, "There is no such field of a user.").field("id"))?;
        if self.editable_by_user == Change::Set(true) && field.writer != Writer::User {
            let rule = "must be false: this field is never for users to change";
            return Err(Refusal::invalid_field("editable_by_user", rule));
        }
        let mut decided = fields.remove(field.name).unwrap_or_default();
        super::check::text(&mut decided.label, self.label, "label", name)?;
        decided.editable_by_user = self.editable_by_user.apply(decided.editable_by_user);
        decided.visible_in_console = self.visible_in_console.apply(decided.visible_in_console);
        decided.visible_in_personal_center = self.visible_in_personal_center.apply(decided.visible_in_personal_center);
        if decided != UserFieldSettings::default() {
            fields.insert(self.name, decided);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{UserFieldChanges, UserFields};
    use crate::change::Change;
    use crate::settings::{SettingsChange, TenantSettings};
    use crate::user::UserField;

    fn changed(settings: TenantSettings, changes: UserFieldChanges) -> Result<TenantSettings, Option<String>> {
        SettingsChange::UserField(changes).apply(settings).map_err(|refusal| refusal.field)
    }

    fn of(name: &str) -> UserFieldChanges {
        UserFieldChanges { name: name.to_owned(), ..UserFieldChanges::default() }
    }

    // S0.L23.20
    #[test]
    fn what_is_decided_holds_until_it_is_taken_back() {
        let nickname = UserField::named("nickname").expect("a field");
        let label = Change::Set("Spitzname".to_owned());
        let changes = UserFieldChanges { label, editable_by_user: Change::Set(false), ..of("nickname") };
        let settings = changed(TenantSettings::default(), changes).expect("settings");
        let (label, flags) = settings.user_field(nickname);
        assert_eq!((label, flags.editable_by_user, flags.visible_in_console), ("Spitzname", false, true));
        let back = UserFieldChanges { label: Change::Clear, editable_by_user: Change::Clear, ..of("nickname") };
        assert_eq!(changed(settings, back).expect("settings").user_fields, UserFields::new());
    }

    #[test]
    fn what_users_never_change_is_not_offered_to_them() {
        for name in ["app_metadata", "platform_role", "last_login", "email_verified"] {
            let offered = UserFieldChanges { editable_by_user: Change::Set(true), ..of(name) };
            assert_eq!(changed(TenantSettings::default(), offered), Err(Some("editable_by_user".to_owned())), "{name}");
        }
        let unknown = changed(TenantSettings::default(), of("shoe_size"));
        assert_eq!(unknown, Err(Some("id".to_owned())));
        let blank = UserFieldChanges { label: Change::Set(" ".to_owned()), ..of("email") };
        assert_eq!(changed(TenantSettings::default(), blank), Err(Some("label".to_owned())));
    }
}
