//! `anteroom import`

mod file;
mod outcome;
mod progress;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anteroom_accounts::configuration::{OwnOrigins, TenantConfiguration};
use anteroom_accounts::imports;
use anteroom_accounts::{Error, Services};
use anteroom_model::job::{ImportFormat, ImportRequest, JobStatus, MetadataMode, UpsertBy};
use anteroom_model::tenant::DEFAULT_TENANT;
use anteroom_store::load;
use anyhow::{Context, anyhow, bail};

use super::{environment, say, services};
use crate::command_line::Import;
use crate::configuration::Configuration;
use file::FileSource;
use outcome::Errors;
use progress::Bar;

pub use outcome::SomeFailed;

/// How often the progress is shown.
const SHOWN_EVERY: Duration = Duration::from_millis(200);

/// Makes and changes users as the file says.
pub async fn run(configuration: &Configuration, options: &Import) -> anyhow::Result<()> {
    let path = Path::new(&options.file);
    let (size, fingerprint) = file::fingerprint(path).with_context(|| format!("the file {}", path.display()))?;
    let db = services::open_database(configuration).await?;
    let sealer = services::open_sealer(configuration, &db).await?;
    let services = services::open(configuration, db, sealer, OwnOrigins::default()).await?;
    let name = options.tenant.as_deref().unwrap_or(DEFAULT_TENANT);
    let found = anteroom_store::tenant::by_name(&services.db.session().await?.connection(), name).await?;
    let tenant = found.with_context(|| format!("there is no tenant {name}"))?;
    let current = services.configuration.current();
    let known = current.tenant(tenant.id).context("the tenant has no configuration")?;
    let context = environment::context(tenant.id, "import");
    let request = request(options, known, size, fingerprint)?;
    let mut source = FileSource::open(path).with_context(|| format!("the file {}", path.display()))?;
    if options.dry_run {
        return dry_run(&services, known, &context, request, &mut source, path).await;
    }
    let claim = imports::begin(&services, &context, request).await?;
    let bar = Bar::new(SHOWN_EVERY);
    if let Some(done) = claim.progress["summary"]["total"].as_u64() {
        bar.note(&format!("Going on behind the first {done} entries, which are done."));
    }
    // An empty database that nobody else has open is filled first and its indexes are made at the end.
    let alone = load::begin(&services.db).await?;
    let imported =
        imports::import(&services, known, &context, &claim, &mut source, &|progress| bar.show(progress)).await;
    bar.end();
    if let Some(alone) = alone {
        bar.note("The indexes are being made.");
        load::end(&services.db, alone).await.context("the indexes; the next start of any command makes them")?;
    }
    if let Err(Error::Store(anteroom_store::Error::AffectedRows(0))) = &imported {
        bail!("the import was called off, or the command was run again meanwhile; what it has done stays done");
    }
    let outcome = imported.context("the import broke off; run the command again to go on")?;
    let errors = Errors::of_job(&services, &context, claim.key, path).await?;
    imports::end(&services, &context, &claim, outcome.clone()).await?;
    services.traffic.flush().await;
    let summary = serde_json::from_value(outcome.result["summary"].clone()).unwrap_or_default();
    let broken = (outcome.status == JobStatus::Failed).then(|| outcome.result["status_details"].to_string());
    errors.tell("Imported", summary, broken)
}

async fn dry_run(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &anteroom_model::Context,
    request: ImportRequest,
    source: &mut FileSource,
    path: &Path,
) -> anyhow::Result<()> {
    let bar = Bar::new(SHOWN_EVERY);
    let mut errors = Errors::begin(path);
    let mut written = Ok(());
    let checked = imports::check(services, tenant, context, request, source, &mut |progress, wrong| {
        bar.show(progress);
        if written.is_ok() {
            written = errors.add(&wrong);
        }
    })
    .await;
    bar.end();
    let (summary, broken) = checked?;
    written.context("the file of errors")?;
    say("This was a trial: nothing was stored.");
    errors.tell("Would import", summary, broken)
}

fn request(
    options: &Import,
    tenant: &TenantConfiguration,
    size: u64,
    fingerprint: String,
) -> anyhow::Result<ImportRequest> {
    let connection = match &options.connection {
        Some(name) => tenant.connection(name).with_context(|| format!("there is no connection {name}"))?,
        None => tenant.database().context("the tenant has no connection with passwords; say --connection")?,
    };
    let format = match &options.format {
        Some(name) => ImportFormat::parse(name).with_context(|| format!("{name} is no format: json, ndjson or csv"))?,
        None => file::format_of(&options.file)
            .with_context(|| format!("say --format: {} tells none by its end", options.file))?,
    };
    Ok(ImportRequest {
        connection_id: connection.connection_id.clone(),
        connection: connection.name.clone(),
        format,
        mapping: mapping(&options.columns)?,
        upsert: options.upsert || options.upsert_by.is_some(),
        upsert_by: one_of(
            options.upsert_by.as_deref(),
            UpsertBy::parse,
            "--upsert-by",
            UpsertBy::ALL.map(UpsertBy::name),
        )?,
        metadata: one_of(
            options.metadata.as_deref(),
            MetadataMode::parse,
            "--metadata",
            MetadataMode::ALL.map(MetadataMode::name),
        )?,
        external_id: None,
        size: i64::try_from(size)?,
        dry_run: false,
        fingerprint: Some(fingerprint),
    })
}

fn one_of<T: Default, const N: usize>(
    given: Option<&str>,
    parse: fn(&str) -> Option<T>,
    option: &str,
    names: [&str; N],
) -> anyhow::Result<T> {
    let Some(given) = given else { return Ok(T::default()) };
    parse(given).ok_or_else(|| anyhow!("{option} is one of {}", names.join(", ")))
}

fn mapping(columns: &[String]) -> anyhow::Result<BTreeMap<String, String>> {
    let mut mapping = BTreeMap::new();
    for pair in columns {
        let Some((column, field)) = pair.split_once('=') else { bail!("--column is COLUMN=FIELD, not {pair}") };
        if mapping.insert(column.to_owned(), field.to_owned()).is_some() {
            bail!("--column says twice what {column} is");
        }
    }
    anteroom_model::import::Mapping(mapping.clone()).check()?;
    Ok(mapping)
}
