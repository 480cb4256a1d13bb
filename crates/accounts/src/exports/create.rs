//! Asking for an export.

use anteroom_model::ids::new_prefixed_id;
use anteroom_model::job::{Asker, ExportRequest, Job, JobKind, JobStatus, Request};
use anteroom_model::{Context, EventKind, Refusal, Timestamp, codes};
use anteroom_store::{job, user};

use super::filter;
use crate::configuration::TenantConfiguration;
use crate::jobs::job_party;
use crate::{Error, Record, Services};

/// Asks for an export; it is made beside the request. Answers the job and what it is to do.
///
/// # Errors
/// `invalid_body` naming the field; `inexistent_connection`; `invalid_search_query`.
pub async fn create_export(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    mut work: ExportRequest,
) -> Result<(Job, ExportRequest), Error> {
    work.check()?;
    if let Some(id) = &work.connection_id {
        let found = tenant.connections.iter().find(|connection| connection.connection_id == *id);
        let unknown =
            || Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection_id");
        work.connection = Some(found.ok_or_else(unknown)?.name.clone());
    }
    user::check_query(&filter(&work)?, context.tenant, services.db.dialect())
        .map_err(|error| Refusal::new(&codes::INVALID_SEARCH, error.to_string()).field("q"))?;
    let now = context.now();
    let job = Job {
        job_id: new_prefixed_id(&*context.random, "job"),
        kind: JobKind::UsersExport,
        status: JobStatus::Pending,
        created_at: now,
        updated_at: now,
    };
    let request = Request { asker: Asker::of(context), work };
    let stored = serde_json::to_value(&request).map_err(|error| anteroom_store::Error::Corrupt(error.to_string()))?;
    services
        .transact(context, None, (job.clone(), stored), |connection, context, (job, request)| {
            Box::pin(async move {
                job::insert_asked(connection, context.tenant, job, request, Timestamp(0)).await?;
                Record::new(context, EventKind::JobCreated).target(job_party(job)).write(connection).await
            })
        })
        .await?;
    services.jobs.notify_one();
    Ok((job, request.work))
}
