//! `anteroom migrate`

use super::{say, services};
use crate::configuration::Configuration;

/// Brings the database to this version's schema.
pub async fn run(configuration: &Configuration) -> anyhow::Result<()> {
    let db = services::open_database(configuration).await?;
    let schema = db.schema().await?;
    say(&format!(
        "The database is at schema {}; binaries that know schema {} or later can use it.",
        schema.version, schema.oldest_binary
    ));
    Ok(())
}
