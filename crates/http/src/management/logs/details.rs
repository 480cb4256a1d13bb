//! The schema of a log event's `details`: our own record.

use serde_json::Value;
use utoipa::ToSchema;

/// What our own record says of an event. Fields without a value are left out.
#[derive(ToSchema)]
#[schema(as = LogDetails)]
#[expect(dead_code, reason = "the details are written one by one")]
pub struct DetailsView {
    /// What happened: an object and a verb, `user.updated`.
    kind: String,
    /// Who did it.
    actor: PartyView,
    /// To whom or what it was done.
    target: Option<PartyView>,
    /// Why: the code of a refusal, or the reason that was given.
    reason: Option<String>,
    /// The request or command by which it was done.
    operation: Option<String>,
    /// What the caller named the request, or the job or bulk change that it belongs to.
    correlation_id: Option<String>,
    /// The device, as far as the user agent says.
    device: Option<String>,
    /// The browser, as far as the user agent says.
    browser: Option<String>,
    /// What changed, field by field.
    changes: Option<Vec<FieldChangeView>>,
}

/// Somebody or something in an event.
#[derive(ToSchema)]
#[schema(as = LogParty)]
#[expect(dead_code, reason = "it describes what is written by itself")]
pub struct PartyView {
    /// `user`, `client`, `tenant`, `system` or another kind of thing.
    kind: String,
    /// Its id.
    id: String,
    /// Its name at that time.
    name: String,
}

/// One field that changed.
#[derive(ToSchema)]
#[schema(as = LogFieldChange)]
#[expect(dead_code, reason = "it describes what is written by itself")]
pub struct FieldChangeView {
    /// The field's name.
    field: String,
    /// What it was; left out where there was nothing.
    from: Option<Value>,
    /// What it became; left out where there is nothing.
    to: Option<Value>,
}
