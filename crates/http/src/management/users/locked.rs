//! `locked_until`: it costs a statement, so that it is told only where `fields` names it.

use std::collections::HashMap;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::users;
use anteroom_model::{Context, Timestamp, User};

use super::view::UserView;
use crate::error::ApiError;
use crate::extract::Caller;
use crate::management::fields::Fields;

/// Until when users are locked, by their ids; empty where nobody asked.
pub struct Locks(HashMap<String, Timestamp>);

impl Locks {
    /// Those of these users, if the fields name it.
    pub async fn asked(caller: &Caller, context: &Context, fields: &Fields, of: &[User]) -> Result<Self, ApiError> {
        if !fields.name("locked_until") {
            return Ok(Self(HashMap::new()));
        }
        Ok(Self(users::find_locked_until(caller.services(), context, of).await?))
    }

    /// The user with the lock, if there is one.
    pub fn view<'a>(&self, user: &'a User, tenant: &'a TenantConfiguration) -> UserView<'a> {
        UserView::new(user, tenant).locked_until(self.0.get(&user.user_id).copied())
    }
}
