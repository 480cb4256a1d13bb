//! `anteroom doctor`: looks, and changes nothing.

mod accounts;
mod certificates;
mod database;
mod files;
mod locations;
mod mail;
mod report;

use anyhow::ensure;

use super::environment;
use crate::configuration::Configuration;
use report::Report;

/// Checks everything the server stands on, one line each.
///
/// # Errors
/// When a check failed.
pub async fn run(configuration: &Configuration) -> anyhow::Result<()> {
    let mut report = Report::default();
    files::check(configuration, &mut report);
    mail::check(configuration, &mut report);
    locations::check(configuration, &mut report);
    certificates::check(configuration, environment::clock().now(), &mut report);
    if let Some(db) = database::check(configuration, &mut report).await {
        accounts::check(configuration, &db, &mut report).await?;
    }
    let Report { checks, failures } = report;
    ensure!(failures == 0, "{failures} of {checks} checks failed");
    Ok(())
}
