//! Where the bytes of a file come from.

use anteroom_model::TenantId;
use anteroom_store::{BoxFuture, Db, job};

use crate::Error;

/// The length of every piece of a stored file but the last, in bytes.
const PIECE: u64 = 256 * 1024;

/// A file that is read from the front, from wherever reading is to go on.
pub trait Source: Send {
    /// Goes on at this byte.
    fn go_to(&mut self, offset: u64);

    /// The next bytes, as many as come together; none at the end.
    fn read(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, Error>>;
}

/// The file that is stored with a job.
pub struct Pieces {
    db: Db,
    tenant: TenantId,
    job: i64,
    position: i64,
    skipped: usize,
}

impl Pieces {
    /// The file of this job.
    #[must_use]
    pub fn new(db: Db, tenant: TenantId, job: i64) -> Self {
        Self { db, tenant, job, position: 0, skipped: 0 }
    }
}

impl Source for Pieces {
    fn go_to(&mut self, offset: u64) {
        self.position = i64::try_from(offset / PIECE).unwrap_or(i64::MAX);
        self.skipped = usize::try_from(offset % PIECE).unwrap_or_default();
    }

    fn read(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, Error>> {
        Box::pin(async {
            let session = self.db.session().await?;
            let piece = job::chunk(&session.connection(), self.tenant, self.job, self.position).await?;
            self.position += 1;
            let skipped = std::mem::take(&mut self.skipped);
            Ok(piece.map(|piece| piece.get(skipped..).unwrap_or_default().to_vec()))
        })
    }
}
