//! Going through the users of an export.

use anteroom_model::job::ExportRequest;
use anteroom_model::query::Query;
use anteroom_model::{Refusal, TenantId, Timestamp, User, UserKey, codes};
use anteroom_store::user;

use super::filter;
use crate::{Error, Services};

/// Users of a batch.
const BATCH: i64 = 1000;

/// The users of an export, batch by batch, in the order they were made.
pub struct ExportUsers {
    query: Query,
    limit: Option<i64>,
    after: UserKey,
    rows: i64,
}

impl ExportUsers {
    /// All users of an export.
    ///
    /// # Errors
    /// `invalid_search_query`.
    pub fn new(request: &ExportRequest) -> Result<Self, Refusal> {
        Self::behind(request, UserKey(0), 0)
    }

    /// The users of an export behind this one, when there were so many before.
    ///
    /// # Errors
    /// `invalid_search_query`.
    pub fn behind(request: &ExportRequest, after: UserKey, rows: i64) -> Result<Self, Refusal> {
        Ok(Self { query: filter(request)?, limit: request.limit, after, rows })
    }

    /// The next ones, of those whom the export's query finds now; none behind the last one.
    ///
    /// # Errors
    /// `invalid_search_query`, or that the database cannot be asked.
    pub async fn next(&mut self, services: &Services, tenant: TenantId, now: Timestamp) -> Result<Vec<User>, Error> {
        let left = self.limit.map_or(BATCH, |limit| (limit - self.rows).min(BATCH));
        if left < 1 {
            return Ok(Vec::new());
        }
        let session = services.db.session().await?;
        let found = user::walk(&session.connection(), tenant, &self.query, now, self.after, left).await?;
        let users = found.map_err(|error| Refusal::new(&codes::INVALID_SEARCH, error.to_string()).field("q"))?;
        self.after = users.last().map_or(self.after, |last| last.key);
        self.rows += i64::try_from(users.len()).unwrap_or(i64::MAX);
        Ok(users)
    }
}
