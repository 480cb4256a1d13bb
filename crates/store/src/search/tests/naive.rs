//! What a query means, written plainly.

use std::slice::from_ref;

use anteroom_model::User;
use anteroom_model::query::{Pattern, Query};
use anteroom_model::text::{fold, search_form};

use super::people::leaves;

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
        "logins_count" => stored(&[user.activity.logins_count.to_string()], pattern),
        "status" => stored(&[user.state.status.name().to_owned()], pattern),
        "platform_role" => stored(&[user.platform_role.name().to_owned()], pattern),
        "blocked" => stored(&[user.state.status.is_blocked().to_string()], pattern),
        "email_verified" => stored(&[user.email_verified.to_string()], pattern),
        "phone_verified" => stored(&[user.phone_verified.to_string()], pattern),
        path => leaves(user, path).iter().any(|text| value_matches(&fold(text), pattern)),
    }
}

/// A folded value.
fn value_matches(value: &str, pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => value == fold(text),
        Pattern::Prefix(text) => value.starts_with(&fold(text)),
        Pattern::Suffix(text) => value.ends_with(&fold(text)),
        Pattern::Contains(text) => value.contains(&fold(text)),
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
        Pattern::Any => true,
    })
}
