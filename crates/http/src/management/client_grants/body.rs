//! Bodies that make and change client grants.

use anteroom_model::Refusal;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::management::schema::words;

/// A client grant to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientGrantCreate)]
pub struct CreateGrantBody {
    /// The client.
    #[schema(min_length = 1, max_length = 64)]
    pub client_id: String,
    /// The API's identifier.
    #[schema(min_length = 1, max_length = 600)]
    pub audience: String,
    /// The scopes; none if it is left out.
    #[serde(default)]
    pub scope: Option<Vec<String>>,
    /// For whom tokens may speak, `client` by default.
    #[serde(default)]
    #[schema(value_type = Option<words::ClientGrantSubject>)]
    pub subject_type: Option<String>,
    /// Only `deny`: there are no organizations.
    #[serde(default)]
    pub organization_usage: Option<String>,
    /// Only false: there are no organizations.
    #[serde(default)]
    pub allow_any_organization: Option<bool>,
    /// Only false: the scopes granted are named.
    #[serde(default)]
    pub allow_all_scopes: Option<bool>,
}

/// What to change of a client grant.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientGrantUpdate)]
pub struct UpdateGrantBody {
    /// The scopes, all of them; those it has stay if it is left out.
    #[serde(default)]
    pub scope: Option<Vec<String>>,
    /// Only `deny`: there are no organizations.
    #[serde(default)]
    pub organization_usage: Option<String>,
    /// Only false: there are no organizations.
    #[serde(default)]
    pub allow_any_organization: Option<bool>,
    /// Only false: the scopes granted are named.
    #[serde(default)]
    pub allow_all_scopes: Option<bool>,
}

/// Refuses what would make another grant of it than the one that is made.
///
/// # Errors
/// `invalid_body` naming the field.
pub fn refuse_others(usage: Option<&str>, any: Option<bool>, all: Option<bool>) -> Result<(), Refusal> {
    let refused = |field, rule| Err(Refusal::invalid_field(field, rule));
    if usage.is_some_and(|usage| usage != "deny") {
        return refused("organization_usage", "must be deny: there are no organizations");
    }
    if any == Some(true) {
        return refused("allow_any_organization", "must be false: there are no organizations");
    }
    if all == Some(true) {
        return refused("allow_all_scopes", "must be false: name the scopes that are granted");
    }
    Ok(())
}
