//! Users that come by file.

mod alone;
mod command;
mod entries;
mod formats;
mod goes_on;
mod guards;
mod many;
mod upsert;

use std::sync::Arc;

use anteroom_accounts::imports::{self, Progress, Source, Summary};
use anteroom_accounts::jobs::Outcome;
use anteroom_accounts::{Error, configuration::TenantConfiguration};
use anteroom_crypto::SystemRandom;
use anteroom_model::job::{ImportFormat, ImportRequest, MetadataMode, UpsertBy};
use anteroom_model::{Actor, Context, RequestOrigin};
use anteroom_store::BoxFuture;
use anteroom_store::job::{self, EntryErrors};
use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server};

/// A file in memory, read in pieces; the piece behind `breaks_at` bytes cannot be read.
pub struct Bytes {
    content: Vec<u8>,
    piece: usize,
    offset: usize,
    breaks_at: usize,
}

impl Bytes {
    pub fn new(content: impl Into<Vec<u8>>) -> Self {
        Self { content: content.into(), piece: 1000, offset: 0, breaks_at: usize::MAX }
    }

    pub fn breaking_at(self, breaks_at: usize) -> Self {
        Self { breaks_at, ..self }
    }
}

impl Source for Bytes {
    fn go_to(&mut self, offset: u64) {
        self.offset = usize::try_from(offset).expect("small");
    }

    fn read(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, Error>> {
        let rest = &self.content[self.offset.min(self.content.len())..];
        let piece = rest[..rest.len().min(self.piece)].to_vec();
        self.offset += piece.len();
        let is_broken = self.offset > self.breaks_at;
        Box::pin(async move {
            if is_broken {
                return Err(anteroom_store::Error::Unavailable("the file is gone".to_owned()).into());
            }
            Ok((!piece.is_empty()).then_some(piece))
        })
    }
}

/// What is asked for unless a test says otherwise.
pub fn request(server: &Server, format: ImportFormat) -> ImportRequest {
    let tenant = configuration(server);
    ImportRequest {
        connection_id: tenant.connection(CONNECTION).expect("the connection").connection_id.clone(),
        connection: CONNECTION.to_owned(),
        format,
        mapping: std::collections::BTreeMap::new(),
        upsert: false,
        upsert_by: UpsertBy::Email,
        metadata: MetadataMode::Replace,
        external_id: None,
        size: 0,
        dry_run: false,
        fingerprint: Some("a test".to_owned()),
    }
}

pub fn upserting(server: &Server, by: UpsertBy) -> ImportRequest {
    ImportRequest { upsert: true, upsert_by: by, ..request(server, ImportFormat::Json) }
}

fn configuration(server: &Server) -> Arc<TenantConfiguration> {
    let current = server.services.configuration.current();
    Arc::clone(current.tenant(server.world.tenant).expect("the tenant"))
}

pub fn context(server: &Server, actor: Actor) -> Context {
    Context {
        tenant: server.world.tenant,
        actor,
        clock: Arc::<crate::harness::TestClock>::clone(&server.clock),
        random: Arc::new(SystemRandom),
        origin: RequestOrigin { operation: "anteroom import".to_owned(), ..RequestOrigin::default() },
    }
}

/// What came of a file.
pub struct Told {
    pub outcome: Outcome,
    pub summary: Summary,
    pub errors: Vec<EntryErrors>,
}

impl Told {
    /// Code and path of every error, by the entry's place.
    pub fn codes(&self) -> Vec<(i64, String)> {
        let told = |wrong: &EntryErrors| -> Vec<(i64, String)> {
            let errors = wrong.errors.as_array().expect("a list").iter();
            errors.map(|error| (wrong.position, format!("{} {}", text(&error["code"]), text(&error["path"])))).collect()
        };
        self.errors.iter().flat_map(told).collect()
    }

    pub fn counts(&self) -> [u64; 4] {
        let Summary { inserted, updated, failed, total } = self.summary;
        [inserted, updated, failed, total]
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// Imports a file as the command line does.
pub async fn import(server: &Server, request: ImportRequest, file: impl Into<Vec<u8>>) -> Told {
    import_as(server, Actor::System, request, &mut Bytes::new(file)).await.expect("an import")
}

pub async fn import_as(
    server: &Server,
    actor: Actor,
    request: ImportRequest,
    source: &mut Bytes,
) -> Result<Told, Error> {
    let tenant = configuration(server);
    let context = context(server, actor);
    let claim = imports::begin(&server.services, &context, request).await?;
    let last = std::sync::Mutex::new(None);
    let told = |progress: &Progress| *last.lock().expect("no panic") = Some(progress.clone());
    let outcome = imports::import(&server.services, &tenant, &context, &claim, source, &told).await?;
    imports::end(&server.services, &context, &claim, outcome.clone()).await?;
    let session = server.services.db.session().await?;
    let errors = job::errors(&session.connection(), context.tenant, claim.key, -1, 10_000).await?;
    let summary = serde_json::from_value(outcome.result["summary"].clone()).expect("a summary");
    Ok(Told { outcome, summary, errors })
}

/// The user of this address, as the API shows it.
pub async fn by_email(server: &Server, email: &str) -> Value {
    let found = server.get(&format!("/api/v2/users-by-email?email={email}")).await.expect(200);
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{email}: {found}");
    found[0].clone()
}

/// A JSON array.
pub fn array(entries: &[Value]) -> String {
    json!(entries).to_string()
}
