//! The `q` of logs: Auth0's fields, in the search language of users, with groups, `OR`, `NOT`, patterns and times beside
//! the whole values that Auth0 compares.

use anteroom_model::query::{self, Pattern, Query};
use anteroom_model::{EventKind, Refusal, codes};
use anteroom_store::event::{EventFilter, EventText};

use super::codes::auth0;
use super::matching::matches;

/// The filter that the query says.
///
/// # Errors
/// `invalid_search_query`.
pub fn filter(text: Option<&str>) -> Result<EventFilter, Refusal> {
    let Some(text) = text else { return Ok(EventFilter::default()) };
    let parsed =
        query::parse(text).map_err(|error| invalid(format!("{} (at position {})", error.message, error.position)))?;
    condition(parsed)
}

fn condition(query: Query) -> Result<EventFilter, Refusal> {
    let all = |parts: Vec<Query>| parts.into_iter().map(condition).collect::<Result<Vec<_>, _>>();
    Ok(match query {
        Query::Everything => EventFilter::default(),
        Query::And(parts) => EventFilter::All(all(parts)?),
        Query::Or(parts) => any(all(parts)?),
        Query::Not(part) => EventFilter::Not(Box::new(condition(*part)?)),
        Query::Term { field: None, pattern } => words(&pattern),
        Query::Term { field: Some(field), pattern } => of_field(&field, pattern)?,
    })
}

/// One of these; kinds are put together, for together they are found along their index.
fn any(parts: Vec<EventFilter>) -> EventFilter {
    let (mut kinds, mut others) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            EventFilter::Kinds(found) => kinds.extend(found),
            other => others.push(other),
        }
    }
    if !kinds.is_empty() {
        kinds.sort_by_key(|kind| kind.name());
        kinds.dedup();
        others.push(EventFilter::Kinds(kinds));
    }
    match others.len() {
        1 => others.swap_remove(0),
        _ => EventFilter::Any(others),
    }
}

fn of_field(field: &str, pattern: Pattern) -> Result<EventFilter, Refusal> {
    let text = |text| Ok(EventFilter::Text(text, pattern.clone()));
    match field {
        "type" => Ok(kinds(|code, _| matches(&pattern, code))),
        "description" => {
            let folded = lower_case(&pattern);
            Ok(kinds(|_, description| matches(&folded, &description.to_lowercase())))
        }
        "date" if pattern == Pattern::Any => Ok(EventFilter::default()),
        "date" => query::times(&pattern).map(EventFilter::At).ok_or_else(|| {
            invalid("`date` must be a date such as 2026-11 or 2026-11-20T06:32:25Z, or a range of them".to_owned())
        }),
        "user_id" => text(EventText::User),
        "user_name" => text(EventText::UserName),
        "client_id" => text(EventText::Client),
        "client_name" => text(EventText::ClientName),
        "connection" => text(EventText::Connection),
        "ip" => text(EventText::Ip),
        "user_agent" => text(EventText::UserAgent),
        "log_id" => text(EventText::LogId),
        "correlation_id" => text(EventText::CorrelationId),
        _ => Err(invalid(format!(
            "there is no field `{field}` to search log events by; there are type, description, date, user_id, \
             user_name, client_id, client_name, connection, ip, user_agent, correlation_id and log_id"
        ))),
    }
}

/// What a term without a field finds: a part of the description or of a name, or another field's whole value.
fn words(pattern: &Pattern) -> EventFilter {
    let part = match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => Pattern::Contains(text.clone()),
        other => other.clone(),
    };
    let described = lower_case(&part);
    let of_kinds =
        kinds(|code, description| matches(pattern, code) || matches(&described, &description.to_lowercase()));
    let names = [EventText::UserName, EventText::ClientName].map(|text| EventFilter::Text(text, part.clone()));
    let whole = [EventText::User, EventText::Client, EventText::Connection, EventText::Ip, EventText::LogId];
    let whole = whole.map(|text| EventFilter::Text(text, pattern.clone()));
    any([of_kinds].into_iter().chain(names).chain(whole).collect())
}

/// Those whose type code and description are as asked.
fn kinds(fits: impl Fn(&str, &str) -> bool) -> EventFilter {
    let found = EventKind::ALL.iter().copied().filter(|kind| {
        let (code, description) = auth0(*kind);
        fits(code, description)
    });
    EventFilter::Kinds(found.collect())
}

fn lower_case(pattern: &Pattern) -> Pattern {
    let text = |text: &String| text.to_lowercase();
    match pattern {
        Pattern::Exact(one) => Pattern::Exact(text(one)),
        Pattern::Phrase(one) => Pattern::Phrase(text(one)),
        Pattern::Prefix(one) => Pattern::Prefix(text(one)),
        Pattern::Suffix(one) => Pattern::Suffix(text(one)),
        Pattern::Contains(one) => Pattern::Contains(text(one)),
        Pattern::Wildcard(pieces) => Pattern::Wildcard(pieces.iter().map(text).collect()),
        other => other.clone(),
    }
}

fn invalid(message: String) -> Refusal {
    Refusal::new(&codes::INVALID_SEARCH, message).field("q")
}

#[cfg(test)]
mod tests {
    use anteroom_model::EventKind;
    use anteroom_model::query::{Pattern, Span};
    use anteroom_store::event::{EventFilter, EventText};

    use super::filter;

    fn read(text: &str) -> EventFilter {
        filter(Some(text)).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"))
    }

    #[test]
    fn several_types_become_one_list_of_kinds() {
        let kinds = EventFilter::Kinds(vec![EventKind::SignInWrongPassword, EventKind::SignedIn]);
        let EventFilter::Kinds(found) = read("type:(s OR fp)") else { panic!("no kinds") };
        let EventFilter::Kinds(expected) = kinds else { return };
        assert!(found.len() == 2 && expected.iter().all(|kind| found.contains(kind)), "{found:?}");
        assert_eq!(read("type:nonsense"), EventFilter::Kinds(Vec::new()));
        assert_eq!(read("description:\"success login\""), EventFilter::Kinds(vec![EventKind::SignedIn]));
    }

    #[test]
    fn fields_are_joined_and_turned_round() {
        let of_user = EventFilter::of_user("auth0|1");
        assert_eq!(read("user_id:auth0|1"), of_user);
        let span = Span { first: 1_767_225_600_000_000, last: 1_767_311_999_999_999 };
        let both = EventFilter::All(vec![of_user.clone(), EventFilter::At(span)]);
        assert_eq!(read("user_id:auth0|1 date:2026-01-01"), both);
        assert_eq!(read("NOT user_id:auth0|1"), EventFilter::Not(Box::new(of_user)));
        assert_eq!(read("ip:10.*"), EventFilter::Text(EventText::Ip, Pattern::Prefix("10.".into())));
        assert_eq!((read(""), filter(None).ok()), (EventFilter::default(), Some(EventFilter::default())));
    }

    #[test]
    fn what_there_is_not_is_said() {
        for text in ["color:red", "date:soon", "type:", "(type:s"] {
            let refusal = filter(Some(text)).expect_err("is refused");
            assert_eq!((refusal.code.name, refusal.field.as_deref()), ("invalid_search_query", Some("q")), "{text}");
        }
    }
}
