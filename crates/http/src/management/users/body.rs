//! Bodies that make and change users: closed objects, so that a field we keep ourselves is refused by name.

use anteroom_model::user::{DetailChanges, UserChanges};
use anteroom_model::{Change, PlatformRole, Refusal};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::address::{AddressCreate, AddressUpdate};
use super::custom_hash::CustomPasswordHash;
use crate::extract::present;
use crate::management::closed::Closed;
use crate::management::schema::words;

/// The platform role of this name.
///
/// # Errors
/// `invalid_body`.
pub fn platform_role(name: &str) -> Result<PlatformRole, Refusal> {
    PlatformRole::parse(name)
        .ok_or_else(|| Refusal::invalid_field("platform_role", "must be one of user, admin and super_admin"))
}

macro_rules! user_body {
    // `text`, `object` and `address` are the types in the document of fields that may be null in one body and not in the
    // other.
    (
        $(#[$meta:meta])* $name:ident $schema:ident, text: [$($text:tt)+], object: [$($object:tt)+],
        address: $address:ident [$($documented:tt)+] { $($extra:tt)* }
    ) => {
        $(#[$meta])*
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        #[schema(as = $schema)]
        pub struct $name {
            /// The e-mail address.
            #[serde(default)]
            #[schema(value_type = $($text)+, max_length = 254, format = Email)]
            email: Change<String>,
            /// Whether the user has shown control of it; a new address is unverified unless said otherwise.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = bool)]
            email_verified: Option<bool>,
            /// The username: letters, digits and some signs; must not look like an address or a number.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 128)]
            username: Change<String>,
            /// The phone number in E.164.
            #[serde(default)]
            #[schema(value_type = $($text)+, pattern = r"^\+[0-9]{1,15}$")]
            phone_number: Change<String>,
            /// Whether the user has shown control of it.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = bool)]
            phone_verified: Option<bool>,
            /// The id that another system knows the user by.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 255, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            external_id: Change<String>,
            /// The full name.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 300, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            name: Change<String>,
            /// The nickname.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 300, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            nickname: Change<String>,
            /// The given name.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            given_name: Change<String>,
            /// The family name.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            family_name: Change<String>,
            /// The middle name.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            middle_name: Change<String>,
            /// The name the user likes to be called by.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            preferred_username: Change<String>,
            /// The picture's http or https URL.
            #[serde(default)]
            #[schema(value_type = $($text)+, max_length = 2048, format = "uri")]
            picture: Change<String>,
            /// The http or https URL of the page about the user.
            #[serde(default)]
            #[schema(value_type = $($text)+, max_length = 2048, format = "uri")]
            profile: Change<String>,
            /// The http or https URL of the user's own page.
            #[serde(default)]
            #[schema(value_type = $($text)+, max_length = 2048, format = "uri")]
            website: Change<String>,
            /// `female`, `male`, `unknown` or another word; `F`, `M` and `U` are kept as the first three.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 50, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            gender: Change<String>,
            /// A day as `YYYY-MM-DD`, with the year 0000 where it is not told, or a year as `YYYY`.
            #[serde(default)]
            #[schema(value_type = $($text)+, max_length = 10, pattern = "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$", example = "1815-12-10")]
            birthdate: Change<String>,
            /// The time zone by its name in the IANA database.
            #[serde(default)]
            #[schema(value_type = $($text)+, max_length = 64, example = "Europe/Berlin")]
            zoneinfo: Change<String>,
            /// The language: `de`, with region `de-CH`, with script `zh-Hans-CN`.
            #[serde(default)]
            #[schema(value_type = $($text)+, max_length = 11, pattern = "^[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?$", example = "de-CH")]
            locale: Change<String>,
            /// Where the user works.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 300, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            company: Change<String>,
            /// The number of a passport or identity card; never told to applications.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 64, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            identity_number: Change<String>,
            /// The id that a provider gives the user for all applications of one owner.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 255, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            unionid: Change<String>,
            /// The id that a provider gives the user for one application.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 255, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            openid: Change<String>,
            /// The postal address; parts that are left out stay as they are.
            #[serde(default)]
            #[schema(value_type = $($documented)+, inline)]
            address: Change<Closed<$address>>,
            /// Free JSON of what the user likes better; keys without `.` and `$`, 16 KiB at most, merged as metadata is.
            #[serde(default)]
            #[schema(value_type = $($object)+)]
            preferences: Change<Map<String, Value>>,
            /// Free JSON the user may edit; keys without `.` and `$`, 64 KiB at most.
            #[serde(default)]
            #[schema(value_type = $($object)+)]
            user_metadata: Change<Map<String, Value>>,
            /// Free JSON that only administrators write; keys without `.` and `$`, 64 KiB at most.
            #[serde(default)]
            #[schema(value_type = $($object)+)]
            app_metadata: Change<Map<String, Value>>,
            /// Whether the account cannot sign in.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = bool)]
            blocked: Option<bool>,
            /// Whether the password must be changed at the next sign-in.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = bool)]
            reset_password_on_next_login: Option<bool>,
            /// The password: none of the common ones.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = String, min_length = 8, max_length = 256, format = Password, example = "violet harbour lantern 42")]
            pub password: Option<String>,
            /// What the user may administer.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = words::AccountRole)]
            pub platform_role: Option<String>,
            /// Whether to send a mail to verify the address; without it one is sent to new unverified addresses.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = bool)]
            pub verify_email: Option<bool>,
            $($extra)*
        }

        impl $name {
            /// The fields of the profile.
            pub fn changes(&mut self) -> UserChanges {
                use std::mem::take;
                UserChanges {
                    email: take(&mut self.email),
                    email_verified: self.email_verified,
                    username: take(&mut self.username),
                    phone_number: take(&mut self.phone_number),
                    phone_verified: self.phone_verified,
                    external_id: take(&mut self.external_id),
                    name: take(&mut self.name),
                    nickname: take(&mut self.nickname),
                    given_name: take(&mut self.given_name),
                    family_name: take(&mut self.family_name),
                    middle_name: take(&mut self.middle_name),
                    preferred_username: take(&mut self.preferred_username),
                    picture: take(&mut self.picture),
                    details: DetailChanges {
                        profile: take(&mut self.profile),
                        website: take(&mut self.website),
                        gender: take(&mut self.gender),
                        birthdate: take(&mut self.birthdate),
                        zoneinfo: take(&mut self.zoneinfo),
                        locale: take(&mut self.locale),
                        company: take(&mut self.company),
                        identity_number: take(&mut self.identity_number),
                        unionid: take(&mut self.unionid),
                        openid: take(&mut self.openid),
                        address: match take(&mut self.address) {
                            Change::Keep => Change::Keep,
                            Change::Clear => Change::Clear,
                            Change::Set(Closed(address)) => Change::Set(address.changes()),
                        },
                        preferences: take(&mut self.preferences),
                    },
                    user_metadata: take(&mut self.user_metadata),
                    app_metadata: take(&mut self.app_metadata),
                    blocked: self.blocked,
                    must_change_password: self.reset_password_on_next_login,
                }
            }
        }
    };
}

user_body! {
    /// A user to be made. At least one of email, phone_number and username is needed.
    CreateUserBody UserCreate, text: [String], object: [Object], address: AddressCreate [AddressCreate] {
        /// The connection's name.
        #[schema(min_length = 1, example = "Username-Password-Authentication")]
        pub connection: String,
        /// The id at the connection, if not ours to choose; the provider is put before it.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = String, min_length = 1, max_length = 249, pattern = r"^[!-~]*$")]
        pub user_id: Option<String>,
        /// The hash of the password as one text: bcrypt, PHC and crypt formats and others that docs/passwords.md tells. Instead
        /// of `password`; replaced by one of ours at the first sign-in.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = String, min_length = 1, max_length = 8192, example = "$2b$10$QxNPM/NvQBXnEcTDBMf6uegg0sUXjqt1OgYwUtoxxqdYUjxSxdJ8i")]
        pub password_hash: Option<String>,
        /// The hash of the password, with all that tells how it was made. Instead of `password`; replaced by one of ours at
        /// the first sign-in.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = CustomPasswordHash)]
        pub custom_password_hash: Option<Value>,
        /// Whether to make a password, which this answer alone tells and which must be changed at the first sign-in.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = bool)]
        pub generate_password: Option<bool>,
        /// Whether to tell the user by mail, with the way to the sign-in page.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = bool)]
        pub notify: Option<bool>,
        /// The roles to give the user beside the tenant's default ones, by id. Needs the scope update:users as well.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = Vec<String>, min_items = 1, max_items = 50)]
        pub roles: Option<Vec<String>>,
    }
}

user_body! {
    /// What to change. Fields left out stay as they are; null removes.
    UpdateUserBody UserUpdate, text: [Option<String>], object: [Option<Object>],
    address: AddressUpdate [Option<AddressUpdate>] {
        /// The connection's name; one of the user's own.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = String, min_length = 1, example = "Username-Password-Authentication")]
        pub connection: Option<String>,
        /// The client whose name and look a mail about the change has.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = String, min_length = 1)]
        pub client_id: Option<String>,
        /// Whether to tell the user of the new password by mail, which never holds it; only where one is sent.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = bool)]
        pub notify: Option<bool>,
        /// Whether to send a message to verify the number.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = bool)]
        #[expect(dead_code, reason = "taken for compatibility; messages are not sent yet")]
        verify_phone_number: Option<bool>,
    }
}
