//! Sending a mail to prove an address, for an administrator.

use anteroom_model::guard::{Act, may};
use anteroom_model::ids::new_prefixed_id;
use anteroom_model::job::{Job, JobKind, JobStatus};
use anteroom_model::{Context, EventKind, Party, Refusal, codes};
use anteroom_store::{Connection, client, job, user};

use crate::configuration::TenantConfiguration;
use crate::tickets::{Verification, check_identity, language_of, unknown_user};
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct CreateVerificationJob {
    /// The user's id.
    pub user_id: String,
    /// The application the mail is about.
    pub client_id: Option<String>,
    /// The identity meant: provider and id there; it must be one of the user's own.
    pub identity: Option<(String, String)>,
}

struct Create {
    user_id: String,
    email: Option<String>,
    verification: Verification,
    job: Job,
}

/// Sends a mail to prove the user's address again (requirement S2.L17.4). The job is done as soon as the mail is queued.
///
/// # Errors
/// `inexistent_user`; `invalid_body` for a client or an identity that does not fit; `operation_not_supported` for a user
/// without an address; the guards' refusals.
pub async fn create_verification_job(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: CreateVerificationJob,
) -> Result<Job, Error> {
    let session = services.db.session().await?;
    if let Some(id) = &request.client_id {
        let known = client::by_id(&session.connection(), context.tenant, id).await?;
        known.ok_or_else(|| Refusal::invalid_field("client_id", "must be the id of a client"))?;
    }
    let found = user::by_id(&session.connection(), context.tenant, &request.user_id).await?;
    let user = found.ok_or_else(unknown_user)?;
    drop(session);
    if let Some((provider, id)) = &request.identity {
        check_identity(&user, provider, id)?;
    }
    let verification = Verification::prepare(services, context, tenant, language_of(&user), &user, request.client_id)?
        .ok_or_else(|| Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The user does not have an email address."))?;
    let now = context.now();
    let job = Job {
        job_id: new_prefixed_id(&*context.random, "job"),
        kind: JobKind::VerificationEmail,
        status: JobStatus::Completed,
        created_at: now,
        updated_at: now,
    };
    let target = Party::new("user", &user.user_id, user.display_name());
    let create = Create { user_id: user.user_id, email: user.email, verification, job };
    services
        .transact(context, Some(target), create, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<Job, Error> {
    let found = user::by_id_for_change(connection, context.tenant, &create.user_id).await?;
    let user = found.filter(|user| user.email == create.email).ok_or_else(unknown_user)?;
    may(&context.actor, user.key, user.platform_role, Act::Edit)?;
    create.verification.queue(connection, context, user.key).await?;
    job::insert(connection, context.tenant, &create.job).await?;
    Record::new(context, EventKind::VerificationRequested).user(&user).write(connection).await?;
    Ok(create.job.clone())
}
