//! `anteroom export`

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;

use anteroom_accounts::configuration::OwnOrigins;
use anteroom_accounts::exports::{ExportFile, ExportUsers};
use anteroom_http::UserShape;
use anteroom_model::Clock;
use anteroom_model::job::{ExportField, ExportFormat, ExportRequest};
use anteroom_model::tenant::DEFAULT_TENANT;
use anyhow::Context;

use super::environment::SystemClock;
use super::services;
use crate::command_line::Export;
use crate::configuration::Configuration;

/// Writes users into a file or to where the output goes.
pub async fn run(configuration: &Configuration, asked: &Export) -> anyhow::Result<()> {
    let request = request(asked)?;
    request.check().map_err(|refusal| anyhow::anyhow!(refusal.message.clone()))?;
    let (file, mut users) = (ExportFile::new(&request)?, ExportUsers::new(&request)?);
    let db = services::open_database(configuration).await?;
    let sealer = services::open_sealer(configuration, &db).await?;
    let services = services::open(configuration, db, sealer, OwnOrigins::default()).await?;
    let name = asked.tenant.as_deref().unwrap_or(DEFAULT_TENANT);
    let found = anteroom_store::tenant::by_name(&services.db.session().await?.connection(), name).await?;
    let tenant = found.with_context(|| format!("there is no tenant {name}"))?;
    let current = services.configuration.current();
    let known = current.tenant(tenant.id).context("the tenant has no configuration")?;
    if let Some(connection) = &request.connection {
        known.connection(connection).with_context(|| format!("the tenant {name} has no connection {connection}"))?;
    }
    let mut out = open(asked.output.as_deref())?;
    let mut content = file.head();
    loop {
        let batch = users.next(&services, tenant.id, SystemClock.now()).await?;
        for user in &batch {
            file.add(user, known, &UserShape, &mut content);
        }
        out.write_all(&content).context("cannot write")?;
        content.clear();
        if batch.is_empty() {
            return out.flush().context("cannot write");
        }
    }
}

fn request(asked: &Export) -> anyhow::Result<ExportRequest> {
    let format = ExportFormat::parse(&asked.format).context("--format must be json or csv")?;
    let field = |text: &String| match text.split_once('=') {
        None => ExportField { name: text.clone(), export_as: None },
        Some((name, title)) => ExportField { name: name.to_owned(), export_as: Some(title.to_owned()) },
    };
    Ok(ExportRequest {
        connection_id: None,
        connection: asked.connection.clone(),
        format,
        limit: asked.limit,
        fields: asked.fields.iter().map(field).collect(),
        q: asked.query.clone(),
    })
}

/// The file, for its owner's eyes alone; without one, the output.
fn open(path: Option<&str>) -> anyhow::Result<Box<dyn Write + Send>> {
    let Some(path) = path.filter(|path| *path != "-") else { return Ok(Box::new(BufWriter::new(io::stdout()))) };
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path);
    Ok(Box::new(BufWriter::new(file.with_context(|| format!("cannot write {path}"))?)))
}
