//! `anteroom copy`

use anteroom_store::{DatabaseUrl, Db};
use anyhow::{Context, anyhow, ensure};

use super::{say, services};
use crate::command_line::Copy;
use crate::configuration::{self, Secret};

/// One to read and one to write; nothing else is asked meanwhile.
const CONNECTIONS: usize = 2;

/// Copies a whole database to an empty one.
pub async fn run(options: &Copy) -> anyhow::Result<()> {
    let (from, to) = (url("--from", &options.from)?, url("--to", &options.to)?);
    if let DatabaseUrl::Sqlite(path) = &from {
        ensure!(path.is_file(), "there is no file {}", path.display());
    }
    let source = Db::open_for_reading(&from, CONNECTIONS).with_context(|| format!("the database {from}"))?;
    let target = Db::open(&to, CONNECTIONS).with_context(|| format!("the database {to}"))?;
    target.migrate().await.with_context(|| format!("the database {to}"))?;
    let told = |table: &str, rows: u64| say(&format!("{table:<16} {rows:>10}"));
    let rows = anteroom_store::copy::copy(&source, &target, told).await.context("nothing was copied")?;
    say(&format!(
        "Copied {rows} rows to {to}; counted again on both sides, they agree.\n\
         The secrets in it stay sealed: start the server with the same master key file."
    ));
    Ok(())
}

fn url(option: &str, text: &Secret) -> anyhow::Result<DatabaseUrl> {
    let url: configuration::DatabaseUrl = text.expose().parse().map_err(|rule| anyhow!("{option} {rule}"))?;
    services::database_url(&url)
}
