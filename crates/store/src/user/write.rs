//! Storing, changing and deleting users.

use anteroom_model::{TenantId, Timestamp, User, UserKey};

use super::{activity, attribute, count, find, identifier};
use crate::db::{Connection, Error, Sql, Value};
use crate::json;
use crate::search::tenant_token;

/// Stores a new user with its identity, identifiers and attributes, and gives it its key.
///
/// # Errors
/// [`Error::Duplicate`] when another user has one of its ids or identifiers.
pub async fn insert(connection: &Connection<'_>, tenant: TenantId, user: &mut User) -> Result<(), Error> {
    let values = columns(tenant, user);
    let mut sql = Sql::new("INSERT INTO users (tenant_id, ").push(&FIXED.join(", "));
    for (name, _) in &values {
        sql = sql.push(", ").push(name);
    }
    let values = fixed(tenant, user).into_iter().chain(values.into_iter().map(|(_, value)| value));
    let sql = sql.push(") VALUES (").bind_list(values).push(") RETURNING key");
    user.key = connection.one::<(UserKey,)>(sql).await?.map(|(key,)| key).ok_or(Error::AffectedRows(0))?;
    identifier::insert(connection, tenant, user).await?;
    insert_identities(connection, tenant, user).await?;
    activity::insert(connection, tenant, user.key).await?;
    attribute::insert(connection, tenant, user).await?;
    count::add(connection, tenant, 1).await
}

/// Stores a user's changed fields as its next version, which is `user.version`; neither identifiers nor metadata nor
/// details are among them, see [`replace`].
///
/// # Errors
/// [`Error::AffectedRows`] when the stored version is not the one before.
pub async fn update(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    let mut sql = Sql::new("UPDATE users SET ");
    for (index, (name, value)) in columns(tenant, user).into_iter().enumerate() {
        sql = sql.push(if index == 0 { "" } else { ", " }).push(name).push(" = ").bind(value);
    }
    sql = sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND key = ").bind(user.key);
    connection.execute_one(sql.push(" AND version = ").bind(user.version - 1)).await
}

/// Stores a user in place of what it was before, with the rows of identifiers and leaves that differ.
///
/// # Errors
/// [`Error::Duplicate`] when another user has one of its identifiers; [`Error::AffectedRows`] when the stored version
/// is not the one before.
pub async fn replace(connection: &Connection<'_>, tenant: TenantId, before: &User, user: &User) -> Result<(), Error> {
    update(connection, tenant, user).await?;
    if before.identifiers() != user.identifiers() {
        identifier::replace(connection, tenant, before, user).await?;
    }
    attribute::replace(connection, tenant, before, user).await
}

/// Deletes a user and all rows that hang on it; events stay.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, user: UserKey) -> Result<(), Error> {
    let before = find::by_key(connection, tenant, user).await?.ok_or(Error::AffectedRows(0))?;
    attribute::delete_all(connection, tenant, &before).await?;
    identifier::delete_all(connection, tenant, &before).await?;
    for table in ["identity", "password", "user_activity"] {
        let sql = Sql::new("DELETE FROM ").push(table).push(" WHERE tenant_id = ").bind(tenant);
        connection.execute(sql.push(" AND user_key = ").bind(user)).await?;
    }
    let sql = Sql::new("DELETE FROM users WHERE tenant_id = ").bind(tenant).push(" AND key = ").bind(user);
    connection.execute_one(sql).await?;
    count::add(connection, tenant, -1).await
}

/// Stores the hash of a password; the facts about it are the user's and stored with it.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_password(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    hash: &str,
) -> Result<(), Error> {
    let sql = Sql::new("INSERT INTO password (user_key, tenant_id, hash) VALUES (")
        .bind(user)
        .push(", ")
        .bind(tenant)
        .push(", ")
        .bind(hash)
        .push(") ON CONFLICT (user_key) DO UPDATE SET hash = excluded.hash");
    connection.execute_one(sql).await
}

/// Ends what the user was given before this time; the profile and its version stay as they are.
///
/// # Errors
/// [`Error::AffectedRows`] when the user is not there.
pub async fn set_access_valid_after(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    valid_after: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE users SET access_valid_after = ").bind(valid_after).push(" WHERE tenant_id = ");
    connection.execute_one(sql.bind(tenant).push(" AND key = ").bind(user)).await
}

async fn insert_identities(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    for (position, identity) in (0_i64..).zip(&user.identities) {
        let sql = Sql::new(
            "INSERT INTO identity (tenant_id, user_key, position, connection_id, provider, provider_user_id, is_social, \
             profile_data) VALUES (",
        )
        .bind(tenant)
        .push(", ")
        .bind(user.key)
        .push(", ")
        .bind(position)
        .push(", ")
        .bind(user.connection)
        .push(", ")
        .bind(&identity.provider)
        .push(", ")
        .bind(&identity.provider_user_id)
        .push(", ")
        .bind(identity.is_social)
        .push(", ")
        .bind(identity.profile_data.as_ref().map(json::text))
        .push(")");
        connection.execute_one(sql).await?;
    }
    Ok(())
}

/// The columns that never change, behind `tenant_id`.
pub(super) const FIXED: [&str; 4] = ["public_id", "created_at", "user_id", "connection_id"];

/// The values of `tenant_id` and those columns.
pub(super) fn fixed(tenant: TenantId, user: &User) -> Vec<Value> {
    vec![
        tenant.into(),
        (&user.public_id).into(),
        user.created_at.into(),
        (&user.user_id).into(),
        user.connection.into(),
    ]
}

/// The columns that may change, with their values.
pub(super) fn columns(tenant: TenantId, user: &User) -> Vec<(&'static str, Value)> {
    let keys = user.search_keys();
    let profile = &user.profile;
    vec![
        ("external_id", user.external_id.as_ref().into()),
        ("email", user.email.as_ref().into()),
        ("email_verified", user.email_verified.into()),
        ("username", user.username.as_ref().into()),
        ("phone_number", user.phone_number.as_ref().into()),
        ("phone_verified", user.phone_verified.into()),
        ("name", profile.name.as_ref().into()),
        ("nickname", profile.nickname.as_ref().into()),
        ("given_name", profile.given_name.as_ref().into()),
        ("family_name", profile.family_name.as_ref().into()),
        ("middle_name", profile.middle_name.as_ref().into()),
        ("preferred_username", profile.preferred_username.as_ref().into()),
        ("picture", profile.picture.as_ref().into()),
        ("details", json::text(&user.details).into()),
        ("user_metadata", json::text(&user.user_metadata).into()),
        ("app_metadata", json::text(&user.app_metadata).into()),
        ("status", user.state.status.name().into()),
        ("status_before_suspension", user.state.before_suspension.map(anteroom_model::Status::name).into()),
        ("status_reason", user.status_reason.as_ref().into()),
        ("status_changed_at", user.status_changed_at.into()),
        ("platform_role", user.platform_role.name().into()),
        ("source", user.source.name().into()),
        ("password_set_at", user.password.set_at.into()),
        ("password_reset_at", user.password.reset_at.into()),
        ("password_must_change", user.password.must_change.into()),
        ("password_strength", user.password.strength.into()),
        ("access_valid_after", user.access_valid_after.into()),
        ("updated_at", user.updated_at.into()),
        ("version", user.version.into()),
        ("email_key", keys.email.into()),
        ("username_key", keys.username.into()),
        ("phone_key", user.phone_number.clone().unwrap_or_default().into()),
        ("name_key", keys.name.into()),
        ("nickname_key", keys.nickname.into()),
        ("given_name_key", keys.given_name.into()),
        ("family_name_key", keys.family_name.into()),
        ("search_text", format!("{}\n{}", tenant_token(tenant), keys.text).into()),
    ]
}
