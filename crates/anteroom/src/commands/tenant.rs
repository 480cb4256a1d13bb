//! `anteroom tenant`

use anteroom_accounts::configuration::OwnOrigins;
use anteroom_accounts::tenants;
use anteroom_model::{Origin, TenantId};
use anyhow::Context;

use super::{environment, say, services};
use crate::configuration::Configuration;

/// Makes a tenant.
pub async fn create(configuration: &Configuration, name: &str, origins: &[String]) -> anyhow::Result<()> {
    let parse = |text: &String| Origin::parse(text).map_err(|rule| anyhow::anyhow!("the origin {text} {rule}"));
    let origins = origins.iter().map(parse).collect::<anyhow::Result<Vec<_>>>()?;
    let db = services::open_database(configuration).await?;
    let sealer = services::open_sealer(configuration, &db).await?;
    let services = services::open(configuration, db, sealer, OwnOrigins::default()).await?;
    let context = environment::context(TenantId(0), "tenant create");
    let primary = origins.first().map(ToString::to_string).unwrap_or_default();
    let tenant = tenants::create_tenant(&services, &context, name.to_owned(), origins)
        .await
        .context("the tenant was not made")?;
    say(&format!("Made the tenant {}, reached at {primary}.", tenant.name));
    Ok(())
}

/// Lists the tenants and their origins.
pub async fn list(configuration: &Configuration) -> anyhow::Result<()> {
    let db = services::open_database(configuration).await?;
    let session = db.session().await?;
    let connection = session.connection();
    let origins = anteroom_store::tenant::all_origins(&connection).await?;
    for tenant in anteroom_store::tenant::all(&connection).await? {
        let own: Vec<_> = origins
            .iter()
            .filter(|stored| stored.tenant == tenant.id)
            .map(|stored| stored.origin.to_string())
            .collect();
        say(&format!(
            "{:<24} {}",
            tenant.name,
            if own.is_empty() { "(the listeners' loopback origins)".to_owned() } else { own.join(" ") }
        ));
    }
    Ok(())
}
