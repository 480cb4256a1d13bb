//! What came of an import, and what was wrong.

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anteroom_accounts::Services;
use anteroom_accounts::imports::Summary;
use anteroom_model::Context as Circumstances;
use anteroom_store::job::{self, EntryErrors};
use anyhow::{Context, bail};
use serde_json::json;

use crate::commands::say;

/// Errors read at once.
const AT_ONCE: i64 = 1000;

/// Everything was looked at, and some entries were wrong.
#[derive(Debug)]
pub struct SomeFailed {
    failed: u64,
    total: u64,
    file: String,
}

impl fmt::Display for SomeFailed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { failed, total, file } = self;
        write!(out, "{failed} of {total} entries were wrong; {file} says why")
    }
}

impl std::error::Error for SomeFailed {}

/// The file that says what was wrong, one entry a line; it is made when there is something to say.
pub struct Errors {
    path: PathBuf,
    file: Option<BufWriter<File>>,
}

impl Errors {
    /// The file beside the import's own, `FILE.errors.ndjson`. One of an earlier run is removed.
    pub fn begin(path: &Path) -> Self {
        let mut name = path.as_os_str().to_owned();
        name.push(".errors.ndjson");
        let path = PathBuf::from(name);
        let _ = std::fs::remove_file(&path);
        Self { path, file: None }
    }

    /// All that was wrong with the entries of this job.
    pub async fn of_job(services: &Services, context: &Circumstances, job: i64, path: &Path) -> anyhow::Result<Self> {
        let mut errors = Self::begin(path);
        let mut after = -1;
        loop {
            let session = services.db.session().await?;
            let found = job::errors(&session.connection(), context.tenant, job, after, AT_ONCE).await?;
            let Some(last) = found.last() else { return Ok(errors) };
            after = last.position;
            errors.add(&found).with_context(|| format!("the file {}", errors.path.display()))?;
        }
    }

    /// Adds what was wrong with these.
    pub fn add(&mut self, found: &[EntryErrors]) -> io::Result<()> {
        for EntryErrors { position, entry, errors } in found {
            let file = match &mut self.file {
                Some(file) => file,
                // It holds what was in the import, which is nobody else's business.
                None => self.file.insert(BufWriter::new(crate::files::create_private(&self.path)?)),
            };
            let line = json!({"entry": position + 1, "user": entry, "errors": errors});
            writeln!(file, "{line}")?;
        }
        Ok(())
    }

    /// Says what came of it.
    pub fn tell(mut self, verb: &str, summary: Summary, broken: Option<String>) -> anyhow::Result<()> {
        if let Some(file) = &mut self.file {
            file.flush().with_context(|| format!("the file {}", self.path.display()))?;
        }
        let Summary { failed, updated, inserted, total } = summary;
        say(&format!("{verb} {total} entries: {inserted} users made, {updated} changed, {failed} entries wrong."));
        if let Some(why) = broken {
            bail!("{}", why.trim_matches('"'));
        }
        if failed > 0 {
            return Err(SomeFailed { failed, total, file: self.path.display().to_string() }.into());
        }
        Ok(())
    }
}
