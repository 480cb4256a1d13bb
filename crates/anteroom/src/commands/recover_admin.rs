//! `anteroom user recover-admin`

use anteroom_accounts::configuration::OwnOrigins;
use anteroom_accounts::users;
use anteroom_model::tenant::DEFAULT_TENANT;
use anyhow::Context;

use super::{environment, say, services};
use crate::configuration::Configuration;

/// Makes the user of this address an active super administrator with a new password.
pub async fn run(configuration: &Configuration, email: &str, tenant: Option<&str>) -> anyhow::Result<()> {
    let db = services::open_database(configuration).await?;
    let sealer = services::open_sealer(configuration, &db).await?;
    let services = services::open(configuration, db, sealer, OwnOrigins::default()).await?;
    let name = tenant.unwrap_or(DEFAULT_TENANT);
    let found = anteroom_store::tenant::by_name(&services.db.session().await?.connection(), name).await?;
    let tenant = found.with_context(|| format!("there is no tenant {name}"))?;
    let current = services.configuration.current();
    let known = current.tenant(tenant.id).context("the tenant has no configuration")?;
    let context = environment::context(tenant.id, "user recover-admin");
    let users = users::find_users_by_email(&services, &context, email).await?;
    let user = users.first().with_context(|| format!("the tenant {name} has no user with the address {email}"))?;
    let password = users::recover_admin(&services, known, &context, user).await?;
    say(&format!(
        "{} is an active super administrator now.\n  password  {}\nIt must be changed at the next sign-in and is shown only once.",
        user.email.as_deref().unwrap_or(email),
        password.as_str()
    ));
    Ok(())
}
