//! The file that tells where addresses are.

use std::sync::Arc;
use std::time::Duration;

use anteroom_connect::location::{LocationFile, Refreshed};
use anteroom_model::Locator;
use anyhow::Context;

use crate::configuration::Configuration;

/// How often it is looked whether the file was replaced.
const EVERY: Duration = Duration::from_secs(30);

/// The file, if one is set.
///
/// # Errors
/// When it is not there, broken, or of a type that tells no places.
pub fn open(configuration: &Configuration) -> anyhow::Result<Option<Arc<LocationFile>>> {
    let Some(path) = &configuration.server.geoip_database else { return Ok(None) };
    let (file, told) = LocationFile::open(path).context("geoip_database")?;
    tracing::info!(file = told, "where addresses are is read");
    Ok(Some(Arc::new(file)))
}

/// What verbs ask.
pub fn locator(file: Option<&Arc<LocationFile>>) -> Locator {
    match file {
        Some(file) => Locator::new(Arc::<LocationFile>::clone(file)),
        None => Locator::default(),
    }
}

/// Reads the file anew when it was replaced, until dropped.
pub async fn follow(file: Option<Arc<LocationFile>>) {
    let Some(file) = file else { return };
    let mut interval = tokio::time::interval(EVERY);
    interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut complaint = String::new();
    loop {
        interval.tick().await;
        let looking = Arc::clone(&file);
        match tokio::task::spawn_blocking(move || looking.refresh()).await {
            Ok(Ok(Refreshed::Read(told))) => tracing::info!(file = told, "where addresses are is read anew"),
            Ok(Ok(Refreshed::Unchanged | Refreshed::Changing)) => complaint.clear(),
            // A file that is not there is met at every look, and told of once.
            Ok(Err(error)) if error.to_string() == complaint => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "where addresses are is told by the file that was read before");
                complaint = error.to_string();
            }
            Err(error) => tracing::error!(%error, "the file of places could not be looked at"),
        }
    }
}
