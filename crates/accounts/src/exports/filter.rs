//! Which users an export takes.

use anteroom_model::job::ExportRequest;
use anteroom_model::query::{self, Query};
use anteroom_model::{Refusal, codes};

/// The query of an export: what was asked for, of the connection that was asked for.
///
/// # Errors
/// `invalid_search_query`.
pub fn filter(request: &ExportRequest) -> Result<Query, Refusal> {
    let asked = parse(request.q.as_deref().unwrap_or_default())?;
    let Some(connection) = &request.connection else { return Ok(asked) };
    let quoted = connection.replace('\\', "\\\\").replace('"', "\\\"");
    let of_connection = parse(&format!("identities.connection:\"{quoted}\""))?;
    Ok(if asked == Query::Everything { of_connection } else { Query::And(vec![of_connection, asked]) })
}

fn parse(text: &str) -> Result<Query, Refusal> {
    query::parse(text).map_err(|error| {
        let message = format!("{} (at position {})", error.message, error.position);
        Refusal::new(&codes::INVALID_SEARCH, message).field("q")
    })
}
