//! The built-in fields of users on the wire.

use anteroom_model::settings::TenantSettings;
use anteroom_model::user::{FieldFlags, UserField};
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::schema::words;

/// A built-in field of users, as this tenant shows and offers it.
#[derive(Serialize, ToSchema)]
#[schema(as = UserField)]
pub struct UserFieldView<'a> {
    /// The field's name in a user.
    name: &'a str,
    /// What people read beside it.
    label: &'a str,
    /// What its values are.
    #[schema(value_type = words::UserFieldType)]
    r#type: &'static str,
    /// Whether no two users of the tenant have the same value.
    unique: bool,
    /// Whether users change it themselves.
    editable_by_user: bool,
    /// Whether a console shows it to administrators.
    visible_in_console: bool,
    /// Whether a personal center shows it to the user.
    visible_in_personal_center: bool,
}

impl<'a> UserFieldView<'a> {
    /// The field as this tenant has it.
    pub fn new(field: &'a UserField, settings: &'a TenantSettings) -> Self {
        let (label, flags) = settings.user_field(field);
        let FieldFlags { editable_by_user, visible_in_console, visible_in_personal_center } = flags;
        Self {
            name: field.name,
            label,
            r#type: field.kind.name(),
            unique: field.is_unique,
            editable_by_user,
            visible_in_console,
            visible_in_personal_center,
        }
    }
}
