//! What a token lets an application know of the person (OpenID Connect Core §5.3).

use anteroom_accounts::{Error, Services};
use anteroom_model::{Context, Refusal, claims, codes};
use anteroom_store::user;
use serde_json::{Map, Value};

use crate::bearer::Person;

/// The claims of the person's scopes, as they are at this moment.
///
/// # Errors
/// `insufficient_scope` for a token without `openid`.
pub async fn userinfo(services: &Services, context: &Context, person: &Person) -> Result<Map<String, Value>, Error> {
    if !person.scopes.contains("openid") {
        return Err(Refusal::new(&codes::INSUFFICIENT_SCOPE, "The scope openid is missing.").into());
    }
    let session = services.db.session().await?;
    let found = user::by_key(&session.connection(), context.tenant, person.key).await?;
    let user = found.ok_or_else(|| Refusal::new(&codes::TOKEN_INVALID, "Invalid token"))?;
    Ok(claims::of(&user, &person.scopes))
}
