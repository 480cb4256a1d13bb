//! People who call for themselves, with an access token of their own.

use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::{Actor, Context, PlatformRole, Refusal, Scopes, codes};
use anteroom_signin::bearer;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::caller::{bearer_token, missing, request_origin};
use crate::error::BearerError;
use crate::origin::Arrival;
use crate::public_limit;
use crate::state::App;

/// A person who calls for itself: on its own account alone, whatever it may administer elsewhere
/// (requirement S0.L19.1).
pub struct Person {
    /// What all routes share.
    pub app: App,
    /// The tenant as it is configured now.
    pub tenant: Arc<TenantConfiguration>,
    /// The circumstances; the actor holds no scope of the Management API.
    pub context: Context,
    /// Who, and by which application in which session.
    pub person: bearer::Person,
}

impl Person {
    /// The person whose token the Authorization header holds.
    ///
    /// # Errors
    /// `missing_authentication`, `invalid_token`, `too_many_requests`.
    pub async fn of_header(parts: &Parts, app: &App) -> Result<Self, BearerError> {
        Self::of_token(parts, app, bearer_token(parts)?).await
    }

    /// The person whose token this is.
    ///
    /// # Errors
    /// `invalid_token`, `too_many_requests`.
    pub async fn of_token(parts: &Parts, app: &App, token: &str) -> Result<Self, BearerError> {
        let arrival = parts.extensions.get::<Arrival>().cloned().ok_or_else(missing)?;
        let id = arrival.tenant.tenant.id;
        let person = app.bearers.person(&app.services, id, token, app.clock.now()).await?;
        public_limit::count_person(app, &arrival, &person.user_id)?;
        // The check may have found a newer configuration than the one the request arrived with.
        let current = app.services.configuration.current();
        let tenant = current.tenant(id).cloned().unwrap_or(arrival.tenant);
        let context = Context {
            tenant: id,
            actor: Actor::User {
                key: person.key,
                user_id: person.user_id.clone(),
                name: person.name.clone(),
                role: PlatformRole::User,
                scopes: Scopes::default(),
                client_id: person.client_id.clone(),
            },
            clock: Arc::clone(&app.clock),
            random: Arc::clone(&app.random),
            origin: request_origin(app, parts, arrival.ip)?,
        };
        Ok(Self { app: app.clone(), tenant, context, person })
    }

    /// The same, if one of the tenant's own applications calls: others may ask who somebody is, but change nothing.
    ///
    /// # Errors
    /// `insufficient_scope`.
    pub async fn of_first_party(self) -> Result<Self, BearerError> {
        let is_own =
            anteroom_accounts::clients::is_first_party(&self.app.services, &self.context, &self.person.client_id);
        if is_own.await? {
            return Ok(self);
        }
        let message = "Only the tenant's own applications may do this for their users.";
        Err(Refusal::new(&codes::INSUFFICIENT_SCOPE, message).into())
    }
}

impl FromRequestParts<App> for Person {
    type Rejection = BearerError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, BearerError> {
        Self::of_header(parts, app).await
    }
}
