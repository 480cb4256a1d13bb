//! Reading users: one row for each identity of a user.

use anteroom_model::status::AccountState;
use anteroom_model::user::{Activity, Details, Identity, PasswordFacts, Profile, Source, User};
use anteroom_model::{PlatformRole, Status, Timestamp};

use crate::db::{Columns, Error, FromRow};
use crate::json;

/// The columns that [`UserRow`] reads, from `users u`, `user_activity a`, `identity i` and `connection c`.
pub(super) const COLUMNS: &str = "u.key, u.user_id, u.public_id, u.external_id, u.connection_id, u.email, \
    u.email_verified, u.username, u.phone_number, u.phone_verified, u.name, u.nickname, u.given_name, u.family_name, \
    u.middle_name, u.preferred_username, u.picture, u.details, u.user_metadata, u.app_metadata, u.status, \
    u.status_before_suspension, u.status_reason, u.status_changed_at, u.platform_role, u.source, u.password_set_at, \
    u.password_reset_at, u.password_must_change, u.password_strength, a.logins_count, a.last_login, a.last_ip, \
    a.last_login_client, a.device, a.browser, a.last_mfa_at, u.created_at, u.updated_at, u.version, u.access_valid_after, c.name, i.provider, \
    i.provider_user_id, i.is_social, i.profile_data";

/// How the other tables join `users u`.
pub(super) const JOINS: &str = " JOIN user_activity a ON a.user_key = u.key AND a.tenant_id = u.tenant_id \
    JOIN identity i ON i.user_key = u.key AND i.tenant_id = u.tenant_id \
    JOIN connection c ON c.id = i.connection_id AND c.tenant_id = u.tenant_id";

/// A user with one of its identities.
pub(super) struct UserRow(User);

/// The users that rows ordered by user and position of the identity make.
pub(super) fn gather(rows: Vec<UserRow>) -> Vec<User> {
    let mut users: Vec<User> = Vec::with_capacity(rows.len());
    for UserRow(user) in rows {
        match users.last_mut() {
            Some(last) if last.key == user.key => last.identities.extend(user.identities),
            _ => users.push(user),
        }
    }
    users
}

impl FromRow for UserRow {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self(User {
            key: columns.take()?,
            user_id: columns.take()?,
            public_id: columns.take()?,
            external_id: columns.take()?,
            connection: columns.take()?,
            email: columns.take()?,
            email_verified: columns.take()?,
            username: columns.take()?,
            phone_number: columns.take()?,
            phone_verified: columns.take()?,
            profile: profile(columns)?,
            details: details(&columns.take::<String>()?)?,
            user_metadata: json::object(&columns.take::<String>()?)?,
            app_metadata: json::object(&columns.take::<String>()?)?,
            state: state(columns)?,
            status_reason: columns.take()?,
            status_changed_at: columns.take()?,
            platform_role: known(columns, PlatformRole::parse)?,
            source: known(columns, Source::parse)?,
            password: PasswordFacts {
                set_at: columns.take()?,
                reset_at: columns.take()?,
                must_change: columns.take()?,
                strength: columns.take()?,
            },
            activity: activity(columns)?,
            created_at: columns.take()?,
            updated_at: columns.take()?,
            version: columns.take()?,
            access_valid_after: columns.take()?,
            identities: vec![identity(columns)?],
        }))
    }
}

fn profile(columns: &mut Columns<'_>) -> Result<Profile, Error> {
    Ok(Profile {
        name: columns.take()?,
        nickname: columns.take()?,
        given_name: columns.take()?,
        family_name: columns.take()?,
        middle_name: columns.take()?,
        preferred_username: columns.take()?,
        picture: columns.take()?,
    })
}

fn details(text: &str) -> Result<Details, Error> {
    // Most users have none, and lists read many users.
    if text == "{}" { Ok(Details::default()) } else { json::value(text) }
}

fn state(columns: &mut Columns<'_>) -> Result<AccountState, Error> {
    let status = known(columns, Status::parse)?;
    let before: Option<String> = columns.take()?;
    Ok(AccountState { status, before_suspension: before.as_deref().and_then(Status::parse) })
}

fn activity(columns: &mut Columns<'_>) -> Result<Activity, Error> {
    Ok(Activity {
        logins_count: columns.take()?,
        last_login: Some(columns.take::<Timestamp>()?).filter(|time| time.0 != 0),
        last_ip: columns.take()?,
        last_login_client: columns.take()?,
        device: columns.take()?,
        browser: columns.take()?,
        last_mfa_at: columns.take()?,
    })
}

fn identity(columns: &mut Columns<'_>) -> Result<Identity, Error> {
    Ok(Identity {
        connection: columns.take()?,
        provider: columns.take()?,
        provider_user_id: columns.take()?,
        is_social: columns.take()?,
        profile_data: columns.take::<Option<String>>()?.map(|text| json::value(&text)).transpose()?,
    })
}

fn known<T>(columns: &mut Columns<'_>, parse: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    let name: String = columns.take()?;
    parse(&name).ok_or(Error::Corrupt(name))
}
