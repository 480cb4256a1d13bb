//! What verbs work with.

use std::sync::Arc;

use anteroom_crypto::{PasswordPool, Sealer};
use anteroom_model::Locator;
use anteroom_store::Db;

use crate::configuration::ConfigurationCache;
use crate::mail::MailSettings;
use crate::traffic::Traffic;

/// What verbs work with: shared by all requests.
#[derive(Clone)]
pub struct Services {
    /// The database.
    pub db: Db,
    /// Hashes passwords, a few at a time.
    pub passwords: Arc<PasswordPool>,
    /// Seals secrets.
    pub sealer: Arc<Sealer>,
    /// Tenants, origins, connections, resource servers and keys.
    pub configuration: Arc<ConfigurationCache>,
    /// What is the same for all mails.
    pub mail: MailSettings,
    /// The queue for records of mere traffic.
    pub traffic: Traffic,
    /// Rung when a job was made in this process, so that it is begun at once.
    pub jobs: Arc<tokio::sync::Notify>,
    /// What tells where the addresses in the record are.
    pub locator: Locator,
}
