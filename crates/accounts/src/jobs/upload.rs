//! A job's file on its way: kept piece by piece, and seen by nobody until it is whole.

use std::mem;

use anteroom_model::ids::new_prefixed_id;
use anteroom_model::job::{Asker, ImportRequest, Job, JobKind, JobStatus, Request};
use anteroom_model::{Context, EventKind, TenantId};
use anteroom_store::{Connection, Db, job};
use serde_json::Value;

use super::{job_party, write};
use crate::{Error, Record, Services};

/// The length of a piece, in bytes.
const PIECE: usize = 256 * 1024;
/// Pieces stored by one transaction.
const AT_ONCE: usize = 4;
/// After so many seconds without a word, a file has stopped on its way.
const SILENCE: i64 = 3600;
/// Pieces of an abandoned file that one transaction forgets.
const FORGOTTEN_AT_ONCE: i64 = 32;

/// A file of users on its way. Dropped before its end, it leaves nothing behind.
pub struct Upload {
    services: Services,
    context: Context,
    key: i64,
    job: Job,
    buffer: Vec<u8>,
    position: i64,
    size: usize,
    is_whole: bool,
}

struct Pieces {
    tenant: TenantId,
    key: i64,
    first: i64,
    pieces: Vec<Vec<u8>>,
    until: anteroom_model::Timestamp,
}

impl Upload {
    /// Begins to take the file of an import.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn begin(services: &Services, context: &Context) -> Result<Self, Error> {
        let now = context.now();
        let job = Job {
            job_id: new_prefixed_id(&*context.random, "job"),
            kind: JobKind::UsersImport,
            status: JobStatus::Uploading,
            created_at: now,
            updated_at: now,
        };
        let state = (context.tenant, job.clone(), now.plus_seconds(SILENCE));
        let key = write(&services.db, state, |connection, (tenant, job, until)| {
            Box::pin(async move { job::insert_asked(connection, *tenant, job, &Value::Null, *until).await })
        })
        .await?;
        Ok(Self {
            services: services.clone(),
            context: context.clone(),
            key,
            job,
            buffer: Vec::new(),
            position: 0,
            size: 0,
            is_whole: false,
        })
    }

    /// How many bytes there are so far.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// Adds bytes.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn append(&mut self, mut bytes: &[u8]) -> Result<(), Error> {
        self.size += bytes.len();
        while !bytes.is_empty() {
            let room = PIECE * AT_ONCE - self.buffer.len();
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.buffer.extend_from_slice(now);
            bytes = later;
            if self.buffer.len() == PIECE * AT_ONCE {
                self.store().await?;
            }
        }
        Ok(())
    }

    async fn store(&mut self) -> Result<(), Error> {
        let buffer = mem::take(&mut self.buffer);
        let pieces: Vec<_> = buffer.chunks(PIECE).map(<[u8]>::to_vec).collect();
        let (tenant, key, first) = (self.context.tenant, self.key, self.position);
        self.position += i64::try_from(pieces.len()).unwrap_or(i64::MAX);
        let state = Pieces { tenant, key, first, pieces, until: self.context.now().plus_seconds(SILENCE) };
        write(&self.services.db, state, |connection, state| Box::pin(store(connection, state))).await?;
        Ok(())
    }

    /// Makes a job of the whole file, and answers its id. The request's size is set here.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn finish(mut self, mut work: ImportRequest) -> Result<String, Error> {
        if !self.buffer.is_empty() {
            self.store().await?;
        }
        work.size = i64::try_from(self.size).unwrap_or(i64::MAX);
        let request = Request { asker: Asker::of(&self.context), work };
        let request =
            serde_json::to_value(request).map_err(|error| anteroom_store::Error::Corrupt(error.to_string()))?;
        let state = (self.key, self.job.clone(), request);
        self.services
            .transact(&self.context, None, state, |connection, context, (key, job, request)| {
                Box::pin(async move {
                    job::uploaded(connection, context.tenant, *key, request, context.now()).await?;
                    Record::new(context, EventKind::JobCreated).target(job_party(job)).write(connection).await
                })
            })
            .await?;
        self.is_whole = true;
        self.services.jobs.notify_one();
        Ok(self.job.job_id.clone())
    }
}

async fn store(connection: &Connection<'_>, state: &Pieces) -> Result<(), anteroom_store::Error> {
    for (position, piece) in (state.first..).zip(&state.pieces) {
        job::append_chunk(connection, state.tenant, state.key, position, piece.clone()).await?;
    }
    match job::keep_upload(connection, state.tenant, state.key, state.until).await? {
        true => Ok(()),
        false => Err(anteroom_store::Error::AffectedRows(0)),
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if self.is_whole {
            return;
        }
        // Outside of a runtime the process is at its end; tidying forgets the file later.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (db, tenant, key) = (self.services.db.clone(), self.context.tenant, self.key);
        runtime.spawn(async move {
            if let Err(error) = forget(&db, tenant, key).await {
                tracing::warn!(%error, "half a file could not be removed; it is when an hour is over");
            }
        });
    }
}

async fn forget(db: &Db, tenant: TenantId, key: i64) -> Result<(), anteroom_store::Error> {
    loop {
        let forgotten = write(db, (tenant, key), |connection, (tenant, key)| {
            Box::pin(job::delete_chunks(connection, *tenant, *key, FORGOTTEN_AT_ONCE))
        });
        if forgotten.await? == 0 {
            break;
        }
    }
    write(db, (tenant, key), |connection, (tenant, key)| Box::pin(job::delete_upload(connection, *tenant, *key))).await
}
