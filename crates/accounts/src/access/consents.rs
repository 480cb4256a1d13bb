//! Consents, Auth0's grants: reading them and taking them back.

use anteroom_model::consent::Consent;
use anteroom_model::{Context, EventKind, Party};
use anteroom_store::authorization::AuthorizationFilter;
use anteroom_store::consent::ConsentFilter;
use anteroom_store::{Connection, authorization, consent, user};

use super::{gone, load};
use crate::{Error, Record, Services};

/// A page of consents.
#[derive(Default)]
pub struct ConsentPage {
    /// The consents.
    pub consents: Vec<Consent>,
    /// How many there are in all, if that was asked for.
    pub total: Option<i64>,
}

/// A page of the tenant's consents, of the user of this id if one is named.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find_consents(
    services: &Services,
    context: &Context,
    user_id: Option<&str>,
    mut filter: ConsentFilter,
    (start, limit, with_total): (i64, i64, bool),
) -> Result<ConsentPage, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    if let Some(user_id) = user_id {
        let Some(found) = user::by_id(&connection, context.tenant, user_id).await? else {
            return Ok(ConsentPage { total: with_total.then_some(0), ..ConsentPage::default() });
        };
        filter.user = Some(found.key);
    }
    let consents = consent::list(&connection, context.tenant, &filter, start, limit).await?;
    let total = match with_total {
        true => Some(consent::total(&connection, context.tenant, &filter).await?),
        false => None,
    };
    Ok(ConsentPage { consents, total })
}

/// Takes a consent back, with all that the user let the application do. Answers whether there was one.
///
/// # Errors
/// The guards' refusals.
pub async fn withdraw_consent(services: &Services, context: &Context, consent_id: String) -> Result<bool, Error> {
    let found = consent::by_id(&services.db.session().await?.connection(), context.tenant, &consent_id).await?;
    let Some(found) = found else { return Ok(false) };
    let target = Party::new("user", &found.user_id, "");
    services
        .transact(context, Some(target), consent_id, |connection, context, consent_id| {
            Box::pin(run_one(connection, context, consent_id))
        })
        .await
}

async fn run_one(connection: &Connection<'_>, context: &Context, consent_id: &str) -> Result<bool, Error> {
    let Some(found) = consent::by_id(connection, context.tenant, consent_id).await? else { return Ok(false) };
    let user = load(connection, context, &found.user_id).await?;
    let filter = ConsentFilter {
        user: Some(user.key),
        client_id: Some(found.client_id.clone()),
        audience: Some(found.audience.clone().unwrap_or_default()),
    };
    if consent::delete_matching(connection, context.tenant, &filter).await? == 0 {
        return Ok(false);
    }
    let given = AuthorizationFilter {
        user: Some(user.key),
        client_id: Some(found.client_id.clone()),
        ..AuthorizationFilter::default()
    };
    authorization::delete_matching(connection, context.tenant, &given).await?;
    let audience = found.audience.into_iter().map(|audience| gone("audience", audience));
    let changes = [gone("client_id", found.client_id)].into_iter().chain(audience).collect();
    Record::new(context, EventKind::ConsentRevoked).user(&user).changes(changes).write(connection).await?;
    Ok(true)
}

/// Takes back all consents of a user, with all that the user let those applications do.
///
/// # Errors
/// `inexistent_user`, the guards' refusals.
pub async fn withdraw_consents_of_user(services: &Services, context: &Context, user_id: String) -> Result<(), Error> {
    let target = Party::new("user", &user_id, "");
    services
        .transact(context, Some(target), user_id, |connection, context, user_id| {
            Box::pin(run_all(connection, context, user_id))
        })
        .await
}

async fn run_all(connection: &Connection<'_>, context: &Context, user_id: &str) -> Result<(), Error> {
    let user = load(connection, context, user_id).await?;
    let filter = ConsentFilter { user: Some(user.key), ..ConsentFilter::default() };
    let consents = consent::list(connection, context.tenant, &filter, 0, i64::MAX).await?;
    if consents.is_empty() {
        return Ok(());
    }
    consent::delete_matching(connection, context.tenant, &filter).await?;
    let mut clients: Vec<String> = consents.into_iter().map(|consent| consent.client_id).collect();
    clients.sort_unstable();
    clients.dedup();
    for client_id in &clients {
        let given = AuthorizationFilter {
            user: Some(user.key),
            client_id: Some(client_id.clone()),
            ..AuthorizationFilter::default()
        };
        authorization::delete_matching(connection, context.tenant, &given).await?;
    }
    let changes = clients.into_iter().map(|client_id| gone("client_id", client_id)).collect();
    Record::new(context, EventKind::ConsentRevoked).user(&user).changes(changes).write(connection).await
}
