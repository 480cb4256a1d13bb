//! What a query means, written plainly over users as the API shows them.

use anteroom_model::query::{Bound, Pattern, Query, period};
use anteroom_model::text::{fold, search_form};
use serde_json::Value;

/// A user as the API shows it, and what it does not show.
pub struct Person {
    /// The user.
    pub user: Value,
    /// The roles: id, name.
    pub roles: Vec<(String, String)>,
    /// Whether the account is locked.
    pub is_locked: bool,
}

/// Whether the query finds the person.
pub fn finds(query: &Query, person: &Person) -> bool {
    match query {
        Query::Everything => true,
        Query::And(parts) => parts.iter().all(|part| finds(part, person)),
        Query::Or(parts) => parts.iter().any(|part| finds(part, person)),
        Query::Not(part) => !finds(part, person),
        Query::Term { field: None, pattern } => by_words(person, pattern),
        Query::Term { field: Some(field), pattern } => by_field(person, field, pattern),
    }
}

/// The values at a path, those of arrays one by one.
pub fn leaves(person: &Person, path: &str) -> Vec<Value> {
    let mut found = vec![&person.user];
    for name in path.split('.') {
        found = found.into_iter().flat_map(items).filter_map(|value| value.get(name)).collect();
    }
    below(found)
}

fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(inner) => inner.iter().flat_map(items).collect(),
        other => vec![other],
    }
}

fn below(values: Vec<&Value>) -> Vec<Value> {
    let inner = |value: &Value| match value {
        Value::Null => Vec::new(),
        Value::Array(items) => below(items.iter().collect()),
        Value::Object(object) => below(object.values().collect()),
        other => vec![other.clone()],
    };
    values.into_iter().flat_map(inner).collect()
}

/// The texts of a field, as they are shown.
pub fn values(person: &Person, field: &str) -> Vec<String> {
    let shown = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match field {
        "email.domain" => {
            values(person, "email").iter().filter_map(|email| Some(email.split_once('@')?.1.to_owned())).collect()
        }
        "locked" => vec![person.is_locked.to_string()],
        "roles" => person.roles.iter().flat_map(|(id, name)| [id.clone(), name.clone()]).collect(),
        _ => leaves(person, field).into_iter().map(shown).collect(),
    }
}

const NAMED: [&str; 7] = ["email", "username", "phone_number", "name", "nickname", "given_name", "family_name"];

fn by_words(person: &Person, pattern: &Pattern) -> bool {
    let folded = |fields: &[&str]| -> Vec<String> {
        fields.iter().flat_map(|field| values(person, field)).map(|text| fold(&text)).collect()
    };
    let keys = folded(&NAMED);
    let any = |texts: &[String], pattern: &Pattern| texts.iter().any(|text| matches(text, pattern, Form::Folded));
    let is_short = |text: &str| search_form(text).chars().count() < 3;
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) if is_short(text) => any(&keys, &Pattern::Prefix(text.clone())),
        Pattern::Prefix(text) if is_short(text) => any(&keys, pattern),
        Pattern::Wildcard(pieces) if pieces.iter().all(|piece| is_short(piece)) => any(&keys, pattern),
        Pattern::Wildcard(_) => {
            let parts = |text: &String| matches(&text.to_ascii_lowercase(), &lower(pattern), Form::Stored);
            any(&keys, pattern)
                || any(&folded(&["user_id", "public_id"]), pattern)
                || values(person, "external_id").iter().any(parts)
        }
        other => {
            let contained = match other {
                Pattern::Exact(text) | Pattern::Phrase(text) => Pattern::Contains(text.clone()),
                other => other.clone(),
            };
            any(&keys, &contained) || any(&folded(&["user_id", "public_id", "external_id"]), &contained)
        }
    }
}

fn by_field(person: &Person, field: &str, pattern: &Pattern) -> bool {
    let values = || values(person, field);
    match field {
        "email_verified" | "phone_verified" | "blocked" | "locked" | "status" | "platform_role" | "source" => {
            let shown = values().pop().unwrap_or_else(|| "false".to_owned());
            match pattern {
                Pattern::Exact(text) | Pattern::Phrase(text) => shown == fold(text),
                _ => *pattern == Pattern::Any,
            }
        }
        "created_at" | "updated_at" | "last_login" | "status_changed_at" | "last_password_reset" => {
            values().iter().any(|time| time_matches(time, pattern))
        }
        "logins_count" => leaves(person, field).iter().any(|count| number_matches(count, pattern)),
        "user_id" | "external_id" => values().iter().any(|text| matches(text, pattern, Form::Stored)),
        "roles" => person.roles.iter().any(|(id, name)| role_matches(id, name, pattern)),
        _ if field.starts_with("identities.") => values().iter().any(|text| matches(text, pattern, Form::Stored)),
        _ if field.contains("_metadata.") => leaves(person, field).iter().any(|leaf| leaf_matches(leaf, pattern)),
        _ if NAMED.contains(&field) || field == "email.domain" || field == "public_id" || field == "last_ip" => {
            values().iter().map(|text| fold(text)).any(|text| !text.is_empty() && matches(&text, pattern, Form::Folded))
        }
        _ => values().iter().any(|text| matches(&fold(text), pattern, Form::Dated)),
    }
}

fn role_matches(id: &str, name: &str, pattern: &Pattern) -> bool {
    let beginning = match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Prefix(text) => text.as_str(),
        Pattern::Wildcard(pieces) => pieces[0].as_str(),
        _ => "",
    };
    if beginning.starts_with("rol_") {
        matches(id, pattern, Form::Stored)
    } else {
        matches(&fold(name), pattern, Form::Folded)
    }
}

fn leaf_matches(leaf: &Value, pattern: &Pattern) -> bool {
    let shown = leaf.as_str().map_or_else(|| leaf.to_string(), str::to_owned);
    match pattern {
        Pattern::Range { from, to } => {
            let ends: Vec<_> = [from, to].into_iter().flatten().collect();
            if ends.iter().all(|bound| !bound.is_quoted && bound.text.parse::<f64>().is_ok()) {
                number_matches(leaf, pattern)
            } else {
                !leaf.is_number() && matches(&fold(&shown), pattern, Form::Dated)
            }
        }
        _ => matches(&fold(&shown), pattern, Form::Folded),
    }
}

fn number_matches(value: &Value, pattern: &Pattern) -> bool {
    let read = |text: &str| text.parse::<f64>().expect("a number");
    let Some(number) = value.as_f64() else { return false };
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => number == read(text),
        Pattern::Range { from, to } => {
            from.as_ref().is_none_or(|end| number > read(&end.text) || end.is_inclusive && number == read(&end.text))
                && to
                    .as_ref()
                    .is_none_or(|end| number < read(&end.text) || end.is_inclusive && number == read(&end.text))
        }
        _ => *pattern == Pattern::Any,
    }
}

/// Times are all shown alike, so that what is written of one is compared with as much of the other.
fn time_matches(time: &str, pattern: &Pattern) -> bool {
    let compared = |text: &str| {
        let end = text.trim_end_matches('Z');
        time[..end.len()].cmp(end)
    };
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => compared(text).is_eq(),
        Pattern::Range { from, to } => {
            from.as_ref()
                .is_none_or(|end| compared(&end.text).is_gt() || end.is_inclusive && compared(&end.text).is_eq())
                && to
                    .as_ref()
                    .is_none_or(|end| compared(&end.text).is_lt() || end.is_inclusive && compared(&end.text).is_eq())
        }
        _ => *pattern == Pattern::Any,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Folded; so are the pattern's texts.
    Folded,
    /// Folded, and an end of a range that is a date holds what begins with it.
    Dated,
    /// As stored; ends and parts without regard to the case of ASCII letters.
    Stored,
}

fn matches(text: &str, pattern: &Pattern, form: Form) -> bool {
    let formed = |part: &str| if form == Form::Stored { part.to_owned() } else { fold(part) };
    let lowered = |part: &str| if form == Form::Stored { part.to_ascii_lowercase() } else { fold(part) };
    let low = lowered(text);
    match pattern {
        Pattern::Exact(part) | Pattern::Phrase(part) => text == formed(part),
        Pattern::Prefix(part) => text.starts_with(&formed(part)),
        Pattern::Suffix(part) => low.ends_with(&lowered(part)),
        Pattern::Contains(part) => low.contains(&lowered(part)),
        Pattern::Wildcard(pieces) => {
            let lowered: Vec<String> = pieces.iter().map(|piece| lowered(piece)).collect();
            text.starts_with(&formed(&pieces[0])) && in_order(&low, &lowered)
        }
        Pattern::Range { from, to } => {
            let begins = |end: &Bound| {
                form == Form::Dated && period(&end.text).is_some() && text.starts_with(&formed(&end.text))
            };
            let is_late = |end: &Bound| match end.is_inclusive {
                true => *text >= *formed(&end.text),
                false => *text > *formed(&end.text) && !begins(end),
            };
            let is_early = |end: &Bound| match end.is_inclusive {
                true => *text <= *formed(&end.text) || begins(end),
                false => *text < *formed(&end.text),
            };
            !text.is_empty() && from.as_ref().is_none_or(is_late) && to.as_ref().is_none_or(is_early)
        }
        Pattern::Any => true,
    }
}

fn lower(pattern: &Pattern) -> Pattern {
    match pattern {
        Pattern::Wildcard(pieces) => Pattern::Wildcard(pieces.iter().map(|piece| piece.to_ascii_lowercase()).collect()),
        other => other.clone(),
    }
}

/// Whether the text is these pieces one behind the other, with anything between.
fn in_order(text: &str, pieces: &[String]) -> bool {
    let [first, middle @ .., last] = pieces else { return false };
    let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
    for piece in middle {
        let Some((_, behind)) = rest.split_once(piece.as_str()) else { return false };
        rest = behind;
    }
    rest.ends_with(last.as_str())
}
