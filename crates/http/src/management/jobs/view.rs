//! A job on the wire.

use anteroom_model::Timestamp;
use anteroom_model::job::{ExportField, Job, JobKind, JobStatus};
use anteroom_store::job::StoredJob;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::management::schema::words::{JobFileFormat, JobState, JobType};

/// A job. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = Job)]
pub struct JobView {
    /// Its id.
    id: String,
    /// What it does.
    #[schema(value_type = JobType)]
    r#type: &'static str,
    /// How far it is.
    #[schema(value_type = JobState)]
    status: &'static str,
    /// When it was asked for.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it last came further.
    #[schema(format = DateTime)]
    updated_at: String,
    /// Who asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_by: Option<AskerView>,
    /// Whether it only looks at its file and stores nothing; left out where it does not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
    /// The id of the connection whose users it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    connection_id: Option<String>,
    /// That connection's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<String>,
    /// The caller's own name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    /// The form of its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<JobFileFormat>)]
    format: Option<String>,
    /// How many users it exports at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<i64>,
    /// The fields it exports.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldView>,
    /// Which users it exports.
    #[serde(skip_serializing_if = "Option::is_none")]
    q: Option<String>,
    /// Where its finished file is, for a minute; every answer has another link. Only for callers that hold read:users.
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    /// How much of it is done, in hundredths.
    #[serde(skip_serializing_if = "Option::is_none")]
    percentage_done: Option<i64>,
    /// How long it may take from now, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    time_left_seconds: Option<i64>,
    /// Why it ended as it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_details: Option<String>,
    /// What became of the entries of its file so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<SummaryView>,
}

/// Who asked for a job.
#[derive(Deserialize, Serialize, ToSchema)]
#[schema(as = JobAsker)]
pub struct AskerView {
    /// `user`, `client` or `system`.
    #[serde(rename(deserialize = "kind"))]
    r#type: String,
    /// The user's or the client's id.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    id: String,
    /// The name for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
}

/// A field of an export.
#[derive(Deserialize, Serialize, ToSchema)]
#[schema(as = JobExportedField)]
pub struct FieldView {
    /// Where it stands in a user.
    name: String,
    /// What it is called in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    export_as: Option<String>,
}

/// What became of the entries of a file.
#[derive(Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
#[schema(as = JobSummary)]
pub struct SummaryView {
    /// Those that something was wrong with.
    failed: i64,
    /// Those that changed a user.
    updated: i64,
    /// Those that made a user.
    inserted: i64,
    /// All that were read.
    total: i64,
}

/// The parts of a stored job that are told.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Work {
    connection_id: Option<String>,
    connection: Option<String>,
    external_id: Option<String>,
    format: Option<String>,
    limit: Option<i64>,
    fields: Vec<ExportField>,
    q: Option<String>,
    dry_run: bool,
}

impl JobView {
    /// A job that has no more to tell.
    pub fn new(job: &Job) -> Self {
        Self {
            id: job.job_id.clone(),
            r#type: job.kind.name(),
            status: job.status.name(),
            created_at: job.created_at.to_string(),
            updated_at: job.updated_at.to_string(),
            asked_by: None,
            dry_run: false,
            connection_id: None,
            connection: None,
            external_id: None,
            format: None,
            limit: None,
            fields: Vec::new(),
            q: None,
            location: None,
            percentage_done: None,
            time_left_seconds: None,
            status_details: None,
            summary: None,
        }
    }

    /// A job with what was asked for.
    pub fn asked(job: &Job, work: &Value) -> Self {
        let work: Work = Work::deserialize(work).unwrap_or_default();
        let field = |field: ExportField| FieldView { name: field.name, export_as: field.export_as };
        Self {
            connection_id: work.connection_id,
            connection: work.connection,
            external_id: work.external_id,
            format: work.format,
            limit: work.limit,
            fields: work.fields.into_iter().map(field).collect(),
            q: work.q,
            dry_run: work.dry_run,
            ..Self::new(job)
        }
    }

    /// A job with all that is known of it.
    pub fn whole(stored: &StoredJob, now: Timestamp) -> Self {
        let job = &stored.job;
        let details = stored.result.get("status_details").and_then(Value::as_str).map(str::to_owned);
        let summary = stored.result.get("summary").or_else(|| stored.progress.get("summary"));
        let (percentage_done, time_left_seconds) = left(stored, now);
        Self {
            percentage_done,
            time_left_seconds,
            status_details: details,
            summary: summary.and_then(|summary| SummaryView::deserialize(summary).ok()),
            asked_by: stored.request.get("asker").and_then(|asker| AskerView::deserialize(asker).ok()),
            ..Self::asked(job, stored.request.get("work").unwrap_or(&Value::Null))
        }
    }

    /// The same with a link to its file.
    pub fn at(mut self, location: String) -> Self {
        self.location = Some(location);
        self
    }
}

/// How much is done, in hundredths, and how long the rest takes if it goes on so.
fn left(stored: &StoredJob, now: Timestamp) -> (Option<i64>, Option<i64>) {
    match (stored.job.kind, stored.job.status) {
        (JobKind::VerificationEmail, _) => (None, None),
        (_, JobStatus::Completed) => (Some(100), Some(0)),
        (_, JobStatus::Processing) => {
            let number = |name: &str| stored.progress.get(name).and_then(Value::as_i64).unwrap_or(0);
            let (done, whole) = (number("done"), number("whole"));
            if done <= 0 || whole <= 0 {
                return (Some(0), None);
            }
            let taken = (now.seconds() - stored.job.updated_at.seconds()).max(0);
            let rest = i128::from(taken) * i128::from((whole - done).max(0)) / i128::from(done);
            let percentage = i128::from(done) * 100 / i128::from(whole);
            (i64::try_from(percentage.clamp(0, 99)).ok(), i64::try_from(rest).ok())
        }
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use anteroom_model::Timestamp;
    use anteroom_model::job::{Job, JobKind, JobStatus};
    use anteroom_store::job::StoredJob;
    use serde_json::{Value, json};

    use super::JobView;

    fn view(status: JobStatus, progress: Value, result: Value) -> Value {
        let (created_at, updated_at) = (Timestamp::from_seconds(0), Timestamp::from_seconds(100));
        let job = Job { job_id: "job_1".to_owned(), kind: JobKind::UsersImport, status, created_at, updated_at };
        let request = json!({"asker": {"operation": "secret"}, "work": {"connection": "c", "upsert": true}});
        let stored = StoredJob { key: 1, job, request, progress, result };
        json!(JobView::whole(&stored, Timestamp::from_seconds(130)))
    }

    #[test]
    fn what_is_left_is_what_was_taken_for_the_rest() {
        let view = view(JobStatus::Processing, json!({"done": 30, "whole": 90, "place": "secret"}), json!({}));
        assert_eq!((&view["percentage_done"], &view["time_left_seconds"]), (&json!(33), &json!(60)));
        assert!(!view.to_string().contains("secret"));
        assert_eq!(view["connection"], "c");
    }

    #[test]
    fn a_job_tells_of_its_entries_at_any_time() {
        let summary = json!({"failed": 1, "updated": 2, "inserted": 3, "total": 6});
        let running = view(JobStatus::Processing, json!({"summary": summary}), json!({}));
        let done = view(JobStatus::Completed, json!({}), json!({"summary": summary}));
        assert_eq!((&running["summary"], &done["summary"]), (&summary, &summary));
        assert_eq!((&running["percentage_done"], &done["percentage_done"]), (&json!(0), &json!(100)));
        let failed = view(JobStatus::Failed, json!({}), json!({"status_details": "why"}));
        assert_eq!((&failed["status_details"], failed.get("percentage_done")), (&json!("why"), None));
    }
}
