//! The built-in fields of a user: what each is, and how it is shown and offered unless a tenant decides otherwise.

/// A built-in field (requirement S0.L23.20).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UserField {
    /// The name on the wire.
    pub name: &'static str,
    /// What people read beside it unless the tenant has a word of its own.
    pub label: &'static str,
    /// What its values are.
    pub kind: FieldKind,
    /// Whether no two users of a tenant have the same value.
    pub is_unique: bool,
    /// Who can write it at all.
    pub writer: Writer,
    /// Where it is shown and offered unless the tenant decides otherwise.
    pub defaults: FieldFlags,
}

/// Where a field is shown and offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFlags {
    /// Whether users change it themselves.
    pub editable_by_user: bool,
    /// Whether a console shows it to administrators.
    pub visible_in_console: bool,
    /// Whether a personal center shows it to the user.
    pub visible_in_personal_center: bool,
}

/// Who can write a field at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// The server alone.
    Server,
    /// Administrators, never the user.
    Administrator,
    /// Administrators, and the user where the tenant lets.
    User,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal)*) => {
        /// What a field's values are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FieldKind {
            $($(#[$doc])* $variant,)*
        }

        impl FieldKind {
            /// All of them.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];

            /// The name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// A text.
    Text "text"
    /// True or false.
    Flag "flag"
    /// A whole number.
    Number "number"
    /// A moment.
    Time "time"
    /// A day or year.
    Date "date"
    /// An e-mail address.
    Email "email"
    /// A phone number.
    Phone "phone"
    /// The address of a page or picture.
    Url "url"
    /// An object of its own form, or free JSON.
    Object "object"
    /// A list.
    List "list"
}

/// Shown to administrators and users, who change it themselves.
const OWN: FieldFlags =
    FieldFlags { editable_by_user: true, visible_in_console: true, visible_in_personal_center: true };
/// Shown to administrators and users.
const SHOWN: FieldFlags = FieldFlags { editable_by_user: false, ..OWN };
/// Shown to administrators.
const CONSOLE: FieldFlags = FieldFlags { visible_in_personal_center: false, ..SHOWN };

macro_rules! fields {
    ($($name:literal $label:literal $kind:ident $writer:ident $defaults:ident $($unique:ident)?;)*) => {
        /// All built-in fields, in the order in which a user is answered.
        pub static FIELDS: [UserField; [$($name),*].len()] = [$(
            UserField {
                name: $name,
                label: $label,
                kind: FieldKind::$kind,
                is_unique: fields!(@unique $($unique)?),
                writer: Writer::$writer,
                defaults: $defaults,
            }
        ),*];
    };
    (@unique unique) => { true };
    (@unique) => { false };
}

fields! {
    "user_id" "User ID" Text Server SHOWN unique;
    "public_id" "Public ID" Text Server CONSOLE unique;
    "arn" "Resource name" Text Server CONSOLE unique;
    "tenant" "Tenant" Text Server CONSOLE;
    "external_id" "External ID" Text Administrator CONSOLE unique;
    "email" "E-mail" Email User OWN unique;
    "email_verified" "E-mail verified" Flag Administrator SHOWN;
    "username" "Username" Text User OWN unique;
    "phone_number" "Phone number" Phone User OWN unique;
    "phone_country_code" "Phone country code" Text Server CONSOLE;
    "phone_verified" "Phone number verified" Flag Administrator SHOWN;
    "name" "Name" Text User OWN;
    "nickname" "Nickname" Text User OWN;
    "given_name" "Given name" Text User OWN;
    "family_name" "Family name" Text User OWN;
    "middle_name" "Middle name" Text User OWN;
    "preferred_username" "Preferred name" Text User OWN;
    "picture" "Picture" Url User OWN;
    "profile" "Profile page" Url User OWN;
    "website" "Website" Url User OWN;
    "gender" "Gender" Text User OWN;
    "birthdate" "Date of birth" Date User OWN;
    "zoneinfo" "Time zone" Text User OWN;
    "locale" "Language" Text User OWN;
    "company" "Company" Text User OWN;
    "identity_number" "Identity number" Text User CONSOLE;
    "unionid" "Union ID" Text Administrator CONSOLE;
    "openid" "Open ID" Text Administrator CONSOLE;
    "address" "Postal address" Object User OWN;
    "preferences" "Preferences" Object User OWN;
    "user_metadata" "User metadata" Object User CONSOLE;
    "app_metadata" "Application metadata" Object Administrator CONSOLE;
    "identities" "Identities" List Server SHOWN;
    "status" "Status" Text Administrator CONSOLE;
    "status_reason" "Reason for the status" Text Administrator CONSOLE;
    "status_changed_at" "Status changed" Time Server CONSOLE;
    "blocked" "Blocked" Flag Administrator CONSOLE;
    "archived" "Archived" Flag Server CONSOLE;
    "locked_until" "Locked until" Time Server CONSOLE;
    "platform_role" "Platform role" Text Administrator CONSOLE;
    "source" "Source" Text Server CONSOLE;
    "signed_up" "Signed up" Time Server CONSOLE;
    "reset_password_on_next_login" "Password must be changed" Flag Administrator CONSOLE;
    "password_set_at" "Password set" Time Server SHOWN;
    "password_security_level" "Password strength" Number Server CONSOLE;
    "last_password_reset" "Password last changed" Time Server CONSOLE;
    "logins_count" "Sign-ins" Number Server CONSOLE;
    "last_login" "Last sign-in" Time Server SHOWN;
    "last_ip" "Last address" Text Server CONSOLE;
    "last_login_client" "Last application" Text Server CONSOLE;
    "device" "Last device" Text Server CONSOLE;
    "browser" "Last browser" Text Server CONSOLE;
    "last_mfa_at" "Last second factor" Time Server CONSOLE;
    "created_at" "Created" Time Server SHOWN;
    "updated_at" "Updated" Time Server CONSOLE;
}

impl UserField {
    /// The built-in field of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, UserField, Writer};

    #[test]
    fn names_are_told_once_and_nobody_is_offered_what_nobody_may_write() {
        for (index, field) in FIELDS.iter().enumerate() {
            assert_eq!(FIELDS.iter().position(|other| other.name == field.name), Some(index), "{}", field.name);
            assert!(field.writer == Writer::User || !field.defaults.editable_by_user, "{}", field.name);
            assert!(!field.label.is_empty(), "{}", field.name);
        }
        assert!(UserField::named("email").is_some_and(|field| field.is_unique) && UserField::named("e").is_none());
    }
}
