//! Whether the keys open, sign, and somebody can administer.

use std::io::ErrorKind;
use std::sync::Arc;

use anteroom_accounts::configuration::{ConfigurationCache, OwnOrigins};
use anteroom_crypto::{Error as CryptoError, MasterKey, Sealer, SigningAlgorithm};
use anteroom_model::tenant::DEFAULT_TENANT;
use anteroom_model::{Tenant, UserKey};
use anteroom_store::{Db, Error, tenant, user};

use super::report::{Finding, Report};
use crate::configuration::Configuration;

pub(super) async fn check(configuration: &Configuration, db: &Db, report: &mut Report) -> Result<(), Error> {
    let tenants = tenant::all(&db.session().await?.connection()).await?;
    let path = &configuration.security.master_key_file;
    let subject = format!("master key {}", path.display());
    let key = match MasterKey::load(path) {
        Err(CryptoError::File { source, .. }) if source.kind() == ErrorKind::NotFound && tenants.is_empty() => {
            report.add(subject, Ok("the first start makes it".to_owned()));
            return Ok(());
        }
        Err(error) => {
            report
                .add(subject, Err(format!("{error}; the secrets in the database open with their own master key only")));
            return Ok(());
        }
        Ok(key) => key,
    };
    match open(db, &key).await {
        Err(error) => {
            let what_to_do = "put back the master key that the database was made with";
            report.add(subject, Err(format!("{error}; {what_to_do}")));
        }
        Ok(cache) => {
            report.add(subject, Ok("opens the signing keys".to_owned()));
            report.add("signing keys", signing_keys(&cache, &tenants));
        }
    }
    if !tenants.is_empty() {
        report.add("administrators", administrators(db, &tenants).await?);
    }
    Ok(())
}

async fn open(db: &Db, key: &MasterKey) -> Result<ConfigurationCache, anteroom_accounts::Error> {
    let sealer = Arc::new(Sealer::new(key)?);
    ConfigurationCache::load(db.clone(), sealer, OwnOrigins::default()).await
}

fn signing_keys(cache: &ConfigurationCache, tenants: &[Tenant]) -> Finding {
    let configuration = cache.current();
    let has_keys = |tenant: &&Tenant| {
        let keys = configuration.tenant(tenant.id).map(|known| &known.keys);
        let algorithms = [SigningAlgorithm::RS256, SigningAlgorithm::ES256];
        keys.is_some_and(|keys| algorithms.iter().all(|algorithm| keys.signing(*algorithm).is_some()))
    };
    let without: Vec<_> =
        tenants.iter().filter(|tenant| !has_keys(tenant)).map(|tenant| tenant.name.as_str()).collect();
    match without.is_empty() {
        true => Ok("every tenant has a current RS256 and a current ES256 key".to_owned()),
        false => Err(format!("no current RS256 and ES256 key in {}: restore a backup", without.join(", "))),
    }
}

async fn administrators(db: &Db, tenants: &[Tenant]) -> Result<Finding, Error> {
    let Some(default) = tenants.iter().find(|tenant| tenant.name == DEFAULT_TENANT) else {
        return Ok(Err(format!("there is no tenant {DEFAULT_TENANT}: restore a backup")));
    };
    let nobody = UserKey(0);
    let found = user::active_super_admins(&db.session().await?.connection(), default.id, nobody).await?;
    Ok(match found {
        0 => Err("no active super administrator: `anteroom user recover-admin --email …` makes one".to_owned()),
        found => Ok(format!("active super administrators in the tenant {DEFAULT_TENANT}: {found}")),
    })
}
