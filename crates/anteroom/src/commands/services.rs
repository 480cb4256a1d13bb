//! Opening the database and the keys, and putting together what verbs work with.

use std::num::NonZeroUsize;
use std::sync::Arc;

use anteroom_accounts::Services;
use anteroom_accounts::configuration::{ConfigurationCache, OwnOrigins};
use anteroom_accounts::mail::MailSettings;
use anteroom_accounts::traffic::Traffic;
use anteroom_crypto::{HashCost, MasterKey, PasswordPool, Sealer};
use anteroom_model::Locator;
use anteroom_store::{DatabaseUrl, Db};
use anyhow::Context;

use super::environment;
use crate::configuration::{self, Configuration, Security};
use crate::files;

/// The database's URL as the store takes it.
pub fn database_url(url: &configuration::DatabaseUrl) -> anyhow::Result<DatabaseUrl> {
    Ok(match url {
        configuration::DatabaseUrl::Sqlite(path) => DatabaseUrl::Sqlite(path.clone()),
        configuration::DatabaseUrl::Postgres(url) => DatabaseUrl::Postgres(url.expose().to_owned()),
    })
}

/// The database, at this binary's schema.
pub async fn open_database(configuration: &Configuration) -> anyhow::Result<Db> {
    files::make_folder(&configuration.server.data_dir).context("the data folder")?;
    let url = database_url(&configuration.database.url)?;
    let db = Db::open(&url, configuration.database.max_connections).with_context(|| format!("the database {url}"))?;
    db.migrate().await.with_context(|| format!("the database {url}"))?;
    Ok(db)
}

/// What seals secrets. A missing key file is made only for a database that holds nothing sealed yet.
pub async fn open_sealer(configuration: &Configuration, db: &Db) -> anyhow::Result<Arc<Sealer>> {
    let path = &configuration.security.master_key_file;
    let session = db.session().await?;
    let has_keys = !anteroom_store::signing_key::all(&session.connection()).await?.is_empty();
    let key = if has_keys {
        MasterKey::load(path).with_context(|| {
            format!(
                "the database holds secrets that only its master key opens; put that key back at {}",
                path.display()
            )
        })?
    } else {
        MasterKey::load_or_create(path, &*environment::random())
            .with_context(|| format!("the key file {}", path.display()))?
    };
    Ok(Arc::new(Sealer::new(&key)?))
}

/// What hashes passwords.
pub fn password_pool(security: &Security) -> anyhow::Result<Arc<PasswordPool>> {
    let cost = HashCost {
        memory_kib: security.password_memory_kib,
        iterations: security.password_iterations,
        ..HashCost::default()
    };
    let workers = NonZeroUsize::new(security.password_workers).unwrap_or(NonZeroUsize::MIN);
    Ok(Arc::new(PasswordPool::new(cost, workers)?))
}

/// All of it.
pub async fn open(
    configuration: &Configuration,
    db: Db,
    sealer: Arc<Sealer>,
    own: OwnOrigins,
) -> anyhow::Result<Services> {
    let cache = ConfigurationCache::load(db.clone(), Arc::clone(&sealer), own).await?;
    Ok(Services {
        traffic: Traffic::start(db.clone()),
        jobs: Arc::default(),
        locator: Locator::default(),
        db,
        passwords: password_pool(&configuration.security)?,
        sealer,
        configuration: Arc::new(cache),
        mail: MailSettings { from: configuration.mail.from.clone() },
    })
}
