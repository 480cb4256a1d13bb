//! What a query means, written plainly.

use std::slice::from_ref;

use anteroom_model::query::{Bound, Pattern, Query, Span, times, whole_numbers};
use anteroom_model::text::{fold, search_form};
use anteroom_model::{Timestamp, User};

use super::directory::NOW;
use super::people::{Leaf, leaves, locked_until, roles};

/// Whether the query finds the user.
pub(super) fn finds(query: &Query, user: &User) -> bool {
    match query {
        Query::Everything => true,
        Query::And(parts) => parts.iter().all(|part| finds(part, user)),
        Query::Or(parts) => parts.iter().any(|part| finds(part, user)),
        Query::Not(part) => !finds(part, user),
        Query::Term { field: None, pattern } => by_words(user, pattern),
        Query::Term { field: Some(field), pattern } => by_field(user, field, pattern),
    }
}

fn by_words(user: &User, pattern: &Pattern) -> bool {
    let profile = &user.profile;
    let keys = [
        &user.email,
        &user.username,
        &user.phone_number,
        &profile.name,
        &profile.nickname,
        &profile.given_name,
        &profile.family_name,
    ];
    let keys: Vec<_> = keys.into_iter().flatten().map(|text| fold(text)).collect();
    let ids = [&user.user_id, &user.public_id].into_iter().chain(&user.external_id).map(|text| fold(text));
    let all: Vec<_> = keys.iter().cloned().chain(ids).collect();
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Prefix(text)
            if search_form(text).chars().count() < 3 =>
        {
            keys.iter().any(|key| key.starts_with(&fold(text)))
        }
        Pattern::Exact(text) | Pattern::Phrase(text) => all.iter().any(|value| value.contains(&fold(text))),
        Pattern::Wildcard(pieces) if pieces.iter().all(|piece| search_form(piece).chars().count() < 3) => {
            keys.iter().any(|key| value_matches(key, pattern))
        }
        Pattern::Wildcard(_) => {
            let ids = [fold(&user.user_id), fold(&user.public_id)];
            keys.iter().chain(&ids).any(|value| value_matches(value, pattern))
                || user.external_id.as_ref().is_some_and(|id| parts_match(id, pattern))
        }
        other => all.iter().any(|value| value_matches(value, other)),
    }
}

fn by_field(user: &User, field: &str, pattern: &Pattern) -> bool {
    let profile = &user.profile;
    let own = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    let folded = |value: &Option<String>| {
        value.iter().map(|text| fold(text)).filter(|text| !text.is_empty()).any(|text| value_matches(&text, pattern))
    };
    match field {
        "email" => folded(&user.email),
        "email.domain" => {
            folded(&user.email.as_ref().and_then(|email| email.split('@').next_back().map(str::to_owned)))
        }
        "username" => folded(&user.username),
        "phone_number" => folded(&user.phone_number),
        "name" => folded(&profile.name),
        "nickname" => folded(&profile.nickname),
        "given_name" => folded(&profile.given_name),
        "family_name" => folded(&profile.family_name),
        "public_id" => folded(&Some(user.public_id.clone())),
        "user_id" => stored(from_ref(&user.user_id), pattern),
        "external_id" => stored(&own(&user.external_id), pattern),
        "last_ip" => folded(&user.activity.last_ip),
        "identities.connection" => stored(from_ref(&user.identities[0].connection), pattern),
        "identities.provider" => stored(from_ref(&user.identities[0].provider), pattern),
        "identities.user_id" => stored(from_ref(&user.identities[0].provider_user_id), pattern),
        "logins_count" => is_in(whole_numbers(pattern), pattern, Some(Timestamp(user.activity.logins_count))),
        "created_at" => is_in(times(pattern), pattern, Some(user.created_at)),
        "updated_at" => is_in(times(pattern), pattern, Some(user.last_changed_at())),
        "status_changed_at" => is_in(times(pattern), pattern, Some(user.status_changed_at)),
        "last_password_reset" => is_in(times(pattern), pattern, user.password.reset_at),
        "last_login" => is_in(times(pattern), pattern, user.activity.last_login),
        "source" => stored(&[user.source.name().to_owned()], pattern),
        "roles" => roles(user).iter().any(|(id, name)| match pattern {
            Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Prefix(text) if text.starts_with("rol_") => {
                stored(from_ref(id), pattern)
            }
            Pattern::Wildcard(pieces) if pieces[0].starts_with("rol_") => stored(from_ref(id), pattern),
            _ => value_matches(&fold(name), pattern),
        }),
        "status" => stored(&[user.state.status.name().to_owned()], pattern),
        "platform_role" => stored(&[user.platform_role.name().to_owned()], pattern),
        "blocked" => stored(&[user.state.status.is_blocked().to_string()], pattern),
        "locked" => stored(&[locked_until(user).is_some_and(|until| until > NOW).to_string()], pattern),
        "email_verified" => stored(&[user.email_verified.to_string()], pattern),
        "phone_verified" => stored(&[user.phone_verified.to_string()], pattern),
        path => leaves(user, path).iter().any(|leaf| leaf_matches(leaf, pattern)),
    }
}

fn is_in(span: Option<Span>, pattern: &Pattern, value: Option<Timestamp>) -> bool {
    value.is_some_and(|value| *pattern == Pattern::Any || span.expect("a span").contains(value.0))
}

fn leaf_matches(leaf: &Leaf, pattern: &Pattern) -> bool {
    let Pattern::Range { from, to } = pattern else { return value_matches(&fold(&leaf.text), pattern) };
    let ends: Vec<&Bound> = [from, to].into_iter().flatten().collect();
    if ends.iter().all(|bound| bound.number().is_some()) {
        let end =
            |bound: &Option<Bound>| bound.as_ref().map(|bound| (bound.number().expect("a number"), bound.is_inclusive));
        return leaf.number.is_some_and(|number| {
            end(from).is_none_or(|(least, with)| number > least || with && number == least)
                && end(to).is_none_or(|(most, with)| number < most || with && number == most)
        });
    }
    leaf.number.is_none() && between(&fold(&leaf.text), from.as_ref(), to.as_ref(), fold, true)
}

/// Whether the text, which has the form, lies between the ends.
fn between(text: &str, from: Option<&Bound>, to: Option<&Bound>, form: fn(&str) -> String, with_dates: bool) -> bool {
    let is_within = |bound: &Bound| with_dates && bound.is_date() && text.starts_with(&form(&bound.text));
    let is_late = from.is_none_or(|bound| {
        let end = form(&bound.text);
        if bound.is_inclusive { *text >= *end } else { *text > *end && !is_within(bound) }
    });
    let is_early = to.is_none_or(|bound| {
        let end = form(&bound.text);
        if bound.is_inclusive { *text <= *end || is_within(bound) } else { *text < *end }
    });
    !text.is_empty() && is_late && is_early
}

/// Whether the value is these parts in this order, with anything between each two.
fn in_order(value: &str, pieces: &[String]) -> bool {
    let [first, middle @ .., last] = pieces else { return false };
    let Some(mut rest) = value.strip_prefix(first.as_str()) else { return false };
    for piece in middle {
        let Some(place) = rest.find(piece.as_str()) else { return false };
        rest = &rest[place + piece.len()..];
    }
    rest.ends_with(last.as_str())
}

fn lower(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.to_ascii_lowercase()).collect()
}

/// Without regard to the case of ASCII letters.
fn parts_match(value: &str, pattern: &Pattern) -> bool {
    let Pattern::Wildcard(pieces) = pattern else { return false };
    in_order(&value.to_ascii_lowercase(), &lower(pieces))
}

/// A folded value.
fn value_matches(value: &str, pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => value == fold(text),
        Pattern::Prefix(text) => value.starts_with(&fold(text)),
        Pattern::Suffix(text) => value.ends_with(&fold(text)),
        Pattern::Contains(text) => value.contains(&fold(text)),
        Pattern::Wildcard(pieces) => in_order(value, &pieces.iter().map(|piece| fold(piece)).collect::<Vec<_>>()),
        Pattern::Range { from, to } => between(value, from.as_ref(), to.as_ref(), fold, false),
        Pattern::Any => true,
    }
}

/// Values as stored.
fn stored(values: &[String], pattern: &Pattern) -> bool {
    values.iter().any(|value| match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => value == text,
        Pattern::Prefix(text) => value.starts_with(text),
        Pattern::Suffix(text) => value.to_ascii_lowercase().ends_with(&text.to_ascii_lowercase()),
        Pattern::Contains(text) => value.to_ascii_lowercase().contains(&text.to_ascii_lowercase()),
        Pattern::Wildcard(pieces) => value.starts_with(&pieces[0]) && parts_match(value, pattern),
        Pattern::Range { from, to } => between(value, from.as_ref(), to.as_ref(), str::to_owned, false),
        Pattern::Any => true,
    })
}
