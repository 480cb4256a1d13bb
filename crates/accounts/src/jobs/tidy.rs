//! Forgetting what is over, a little at a time.

use anteroom_model::Timestamp;
use anteroom_model::job::{JobKind, LIFETIME};
use anteroom_store::job;

use super::write;
use crate::{Error, Services};

/// Pieces of files that one transaction forgets at most: a quarter or one MiB each.
const CHUNKS: i64 = 32;
/// Other rows that one transaction forgets at most.
const ROWS: i64 = 1000;
/// Transactions that one run spends on one kind of rows at most.
const ROUNDS: usize = 20;

/// Forgets the files of imports that are over, which hold hashes of passwords; a day later everything of all jobs; and
/// files that stopped on their way.
///
/// # Errors
/// When the database cannot be written; what was forgotten before stays forgotten.
pub async fn forget_old_jobs(services: &Services, now: Timestamp) -> Result<(), Error> {
    let old = now.plus_seconds(-LIFETIME);
    let db = &services.db;
    for (kind, before) in [(JobKind::UsersImport, now), (JobKind::UsersExport, old)] {
        for _ in 0..ROUNDS {
            let forgotten = write(db, (kind, before), |connection, (kind, before)| {
                Box::pin(job::delete_chunks_of_old(connection, *kind, *before, CHUNKS))
            });
            if is_last(forgotten.await?, CHUNKS) {
                break;
            }
        }
    }
    for _ in 0..ROUNDS {
        let forgotten =
            write(db, old, |connection, old| Box::pin(job::delete_errors_of_old(connection, *old, ROWS))).await?;
        if is_last(forgotten, ROWS) {
            break;
        }
    }
    for _ in 0..ROUNDS {
        let forgotten = write(db, old, |connection, old| Box::pin(job::delete_old(connection, *old, ROWS))).await?;
        if is_last(forgotten, ROWS) {
            break;
        }
    }
    write(db, now, |connection, now| Box::pin(job::delete_abandoned_uploads(connection, *now, 1))).await?;
    Ok(())
}

fn is_last(forgotten: u64, limit: i64) -> bool {
    i64::try_from(forgotten).is_ok_and(|count| count < limit)
}
