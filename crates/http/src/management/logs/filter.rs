//! The `q` of logs: `field:value` terms joined by AND, compared whole and by case as Auth0 does.

use anteroom_model::query::{self, Pattern, Query};
use anteroom_model::{Refusal, codes};
use anteroom_store::event::EventFilter;

use super::codes::kinds_of;

/// The filter that the query says.
///
/// # Errors
/// `invalid_search_query`.
pub fn filter(text: Option<&str>) -> Result<EventFilter, Refusal> {
    let mut filter = EventFilter::default();
    let Some(text) = text else { return Ok(filter) };
    let parsed =
        query::parse(text).map_err(|error| invalid(format!("{} (at position {})", error.message, error.position)))?;
    narrow(&mut filter, parsed)?;
    Ok(filter)
}

fn narrow(filter: &mut EventFilter, query: Query) -> Result<(), Refusal> {
    let whole = "Logs are searched by whole values joined by AND: type:sapi AND user_id:\"auth0|1\".";
    match query {
        Query::Everything => Ok(()),
        Query::And(terms) => terms.into_iter().try_for_each(|term| narrow(filter, term)),
        Query::Term { field: Some(field), pattern: Pattern::Exact(value) | Pattern::Phrase(value) } => {
            match field.as_str() {
                "type" => {
                    let kinds = kinds_of(&value);
                    let known = filter.kinds.take();
                    filter.kinds = Some(
                        kinds
                            .into_iter()
                            .filter(|kind| known.as_ref().is_none_or(|known| known.contains(kind)))
                            .collect(),
                    );
                }
                "user_id" => filter.user_id = Some(value),
                "client_id" => filter.client_id = Some(value),
                _ => return Err(invalid(format!("Logs are searched by type, user_id and client_id, not by {field}."))),
            }
            Ok(())
        }
        _ => Err(invalid(whole.to_owned())),
    }
}

fn invalid(message: String) -> Refusal {
    Refusal::new(&codes::INVALID_SEARCH, message).field("q")
}
