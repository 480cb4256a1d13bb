//! Users on the wire: Auth0's fields, and ours beside them.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::user::Identity;
use anteroom_model::{Status, Timestamp, User, phone};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::address::AddressView;
use crate::management::schema::{List, Listed, Partial, words};

/// A user. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
pub struct UserView<'a> {
    /// The id, `<provider>|<id at the provider>`; never changes and is never given again. It is the `sub` of tokens.
    user_id: &'a str,
    /// A second, opaque id of 32 hexadecimal digits, without meaning and unlike any internal number.
    public_id: &'a str,
    /// The resource name: `arn:anteroom:<tenant>:user:<public_id>`.
    arn: String,
    /// The tenant's name.
    tenant: &'a str,
    /// The id that another system knows the user by; unique in the tenant.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'a str>,
    /// The e-mail address, in lower case; unique without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    /// Whether the user has shown control of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    email_verified: Option<bool>,
    /// The username as typed; unique without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    /// The phone number in E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<&'a str>,
    /// The phone number's country code.
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_country_code: Option<String>,
    /// Whether the user has shown control of the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_verified: Option<bool>,
    /// The full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// The nickname; not unique.
    #[serde(skip_serializing_if = "Option::is_none")]
    nickname: Option<&'a str>,
    /// The given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<&'a str>,
    /// The family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    family_name: Option<&'a str>,
    /// The middle name.
    #[serde(skip_serializing_if = "Option::is_none")]
    middle_name: Option<&'a str>,
    /// The name the user likes to be called by.
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_username: Option<&'a str>,
    /// The picture's URL; Gravatar's for the address if none was set.
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    /// The URL of the page about the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<&'a str>,
    /// The URL of the user's own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<&'a str>,
    /// `female`, `male`, `unknown`, or another word.
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'a str>,
    /// A day as `YYYY-MM-DD`, with the year 0000 where it is not told, or a year as `YYYY`.
    #[serde(skip_serializing_if = "Option::is_none")]
    birthdate: Option<&'a str>,
    /// The time zone by its name in the IANA database; UTC is to be taken where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    zoneinfo: Option<&'a str>,
    /// The language: `de`, with region `de-CH`, with script `zh-Hans-CN`.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    /// Where the user works.
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<&'a str>,
    /// The number of a passport or identity card; never told to applications.
    #[serde(skip_serializing_if = "Option::is_none")]
    identity_number: Option<&'a str>,
    /// The id that a provider gives the user for all applications of one owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    unionid: Option<&'a str>,
    /// The id that a provider gives the user for one application.
    #[serde(skip_serializing_if = "Option::is_none")]
    openid: Option<&'a str>,
    /// The postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = AddressView<'static>)]
    address: Option<AddressView<'a>>,
    /// Free JSON of what the user likes better.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    preferences: &'a Map<String, Value>,
    /// Free JSON the user may edit.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    user_metadata: &'a Map<String, Value>,
    /// Free JSON that only administrators write.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    app_metadata: &'a Map<String, Value>,
    /// The accounts at the connections; the first is the primary one.
    identities: Vec<IdentityView<'a>>,
    /// The status.
    #[schema(value_type = words::AccountStatus)]
    status: &'static str,
    /// Why the status is so.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_reason: Option<&'a str>,
    /// When the status last changed.
    #[schema(value_type = String, format = DateTime)]
    status_changed_at: String,
    /// Whether the account cannot sign in: suspended, deactivated or archived.
    blocked: bool,
    /// Whether the account is kept for the record only.
    archived: bool,
    /// Until when the account is locked after failed sign-ins; absent while it is not. Told by lists and reads of users whose
    /// `fields` names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    locked_until: Option<String>,
    /// What the user may administer.
    #[schema(value_type = words::AccountRole)]
    platform_role: &'static str,
    /// How the account came to be.
    #[schema(value_type = words::AccountSource)]
    source: &'static str,
    /// When the user signed up; absent for accounts that came another way.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    signed_up: Option<String>,
    /// Whether the password must be changed at the next sign-in.
    reset_password_on_next_login: bool,
    /// When the password was last set; absent when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    password_set_at: Option<String>,
    /// How hard the password is to guess, from 0 to 4; absent when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    password_security_level: Option<i64>,
    /// When the password was last set after the account was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    last_password_reset: Option<String>,
    /// How often the user signed in.
    logins_count: i64,
    /// When the user last signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    last_login: Option<String>,
    /// From which address.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_ip: Option<&'a str>,
    /// To which client.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_login_client: Option<&'a str>,
    /// On which kind of device.
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<&'a str>,
    /// With which browser.
    #[serde(skip_serializing_if = "Option::is_none")]
    browser: Option<&'a str>,
    /// When a second factor was last given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    last_mfa_at: Option<String>,
    /// When the account was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: String,
    /// When the profile last changed or the user last signed in, whichever is later.
    #[schema(value_type = String, format = DateTime)]
    updated_at: String,
}

/// The fields of a user that were asked for.
pub type PartialUser = Partial<UserView<'static>>;

/// Users, or the fields of them that were asked for.
pub type UserList = List<PartialUser>;

impl Listed for UserView<'_> {
    const ROWS: &'static str = "users";
    const HAS_CURSOR: bool = true;
    const HAS_ESTIMATE: bool = true;
}

/// A user's account at one connection.
#[derive(Serialize, ToSchema)]
#[schema(as = Identity)]
pub struct IdentityView<'a> {
    /// The connection's name.
    connection: &'a str,
    /// The provider.
    provider: &'a str,
    /// The id at the provider.
    user_id: &'a str,
    /// Whether the provider is a social network.
    #[serde(rename = "isSocial")]
    is_social: bool,
    /// What the provider said of the user.
    #[serde(rename = "profileData", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    profile_data: Option<&'a Value>,
}

impl<'a> UserView<'a> {
    /// The user as seen in its tenant.
    pub fn new(user: &'a User, tenant: &'a TenantConfiguration) -> Self {
        let time = |time: Option<Timestamp>| time.map(|time| time.to_string());
        let (profile, details, activity) = (&user.profile, &user.details, &user.activity);
        Self {
            user_id: &user.user_id,
            public_id: &user.public_id,
            arn: format!("arn:anteroom:{}:user:{}", tenant.tenant.name, user.public_id),
            tenant: &tenant.tenant.name,
            external_id: user.external_id.as_deref(),
            email: user.email.as_deref(),
            email_verified: user.email.as_ref().map(|_| user.email_verified),
            username: user.username.as_deref(),
            phone_number: user.phone_number.as_deref(),
            phone_country_code: user.phone_number.as_deref().and_then(phone::country_code),
            phone_verified: user.phone_number.as_ref().map(|_| user.phone_verified),
            name: profile.name.as_deref(),
            nickname: profile.nickname.as_deref(),
            given_name: profile.given_name.as_deref(),
            family_name: profile.family_name.as_deref(),
            middle_name: profile.middle_name.as_deref(),
            preferred_username: profile.preferred_username.as_deref(),
            picture: user.picture(),
            profile: details.profile.as_deref(),
            website: details.website.as_deref(),
            gender: details.gender.as_deref(),
            birthdate: details.birthdate.as_deref(),
            zoneinfo: details.zoneinfo.as_deref(),
            locale: details.locale.as_deref(),
            company: details.company.as_deref(),
            identity_number: details.identity_number.as_deref(),
            unionid: details.unionid.as_deref(),
            openid: details.openid.as_deref(),
            address: AddressView::new(&details.address),
            preferences: &details.preferences,
            user_metadata: &user.user_metadata,
            app_metadata: &user.app_metadata,
            identities: user.identities.iter().map(IdentityView::new).collect(),
            status: user.state.status.name(),
            status_reason: user.status_reason.as_deref(),
            status_changed_at: user.status_changed_at.to_string(),
            blocked: user.state.status.is_blocked(),
            archived: user.state.status == Status::Archived,
            locked_until: None,
            platform_role: user.platform_role.name(),
            source: user.source.name(),
            signed_up: (user.source == anteroom_model::user::Source::Register).then(|| user.created_at.to_string()),
            reset_password_on_next_login: user.password.must_change,
            password_set_at: time(user.password.set_at),
            password_security_level: user.password.strength,
            last_password_reset: time(user.password.reset_at),
            logins_count: activity.logins_count,
            last_login: time(activity.last_login),
            last_ip: activity.last_ip.as_deref(),
            last_login_client: activity.last_login_client.as_deref(),
            device: activity.device.as_deref(),
            browser: activity.browser.as_deref(),
            last_mfa_at: time(activity.last_mfa_at),
            created_at: user.created_at.to_string(),
            updated_at: user.last_changed_at().to_string(),
        }
    }

    /// The same, locked until then.
    pub fn locked_until(self, until: Option<Timestamp>) -> Self {
        Self { locked_until: until.map(|until| until.to_string()), ..self }
    }
}

impl<'a> IdentityView<'a> {
    fn new(identity: &'a Identity) -> Self {
        Self {
            connection: &identity.connection,
            provider: &identity.provider,
            user_id: &identity.provider_user_id,
            is_social: identity.is_social,
            profile_data: identity.profile_data.as_ref(),
        }
    }
}
