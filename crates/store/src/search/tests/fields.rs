//! Every field with every kind of pattern, made from the values that are there and some that are not.

use anteroom_model::User;
use anteroom_model::query::{Pattern, Query};
use anteroom_model::text::search_form;

use super::directory::Directory;
use super::naive::finds;
use super::people::leaves;

fn term(field: &str, pattern: Pattern) -> Query {
    Query::Term { field: Some(field.to_owned()), pattern }
}

/// The field's values among the users.
fn values(users: &[User], field: &str) -> Vec<String> {
    let value = |user: &User| match field {
        "email" => user.email.clone(),
        "email.domain" => {
            user.email.as_ref().and_then(|email| email.split_once('@')).map(|(_, domain)| domain.to_owned())
        }
        "username" => user.username.clone(),
        "phone_number" => user.phone_number.clone(),
        "name" => user.profile.name.clone(),
        "nickname" => user.profile.nickname.clone(),
        "given_name" => user.profile.given_name.clone(),
        "family_name" => user.profile.family_name.clone(),
        "public_id" => Some(user.public_id.clone()),
        "user_id" => Some(user.user_id.clone()),
        "external_id" => user.external_id.clone(),
        "last_ip" => user.activity.last_ip.clone(),
        "identities.connection" => Some(user.identities[0].connection.clone()),
        "identities.provider" => Some(user.identities[0].provider.clone()),
        _ => Some(user.identities[0].provider_user_id.clone()),
    };
    if field.contains("_metadata") {
        return users.iter().flat_map(|user| leaves(user, field)).collect();
    }
    users.iter().filter_map(value).collect()
}

const TEXTS: [&str; 21] = [
    "email",
    "email.domain",
    "username",
    "phone_number",
    "name",
    "nickname",
    "given_name",
    "family_name",
    "public_id",
    "user_id",
    "external_id",
    "last_ip",
    "identities.connection",
    "identities.provider",
    "identities.user_id",
    "user_metadata.city",
    "user_metadata.address.zip",
    "user_metadata.tags",
    "app_metadata.plan",
    "app_metadata.active",
    "app_metadata.note",
];

/// Texts that stand nowhere, or would if a sign were not taken literally.
const STRANGE: [&str; 12] =
    ["", " ", "%", "_", "\\", "'", "\"", "%%%", "100_", "a_b%", "@example", "Person_1.x+y@example.com' OR '1'='1"];

/// The value whole, in both cases, and its parts as each kind of pattern that the parser lets through.
fn patterns(value: &str) -> Vec<Pattern> {
    let characters: Vec<char> = value.chars().collect();
    let part = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
    let (count, half) = (characters.len(), characters.len() / 2);
    let mut patterns = vec![
        Pattern::Any,
        Pattern::Phrase(value.to_owned()),
        Pattern::Exact(value.to_uppercase()),
        Pattern::Exact(part(0, half)),
    ];
    for text in [value.to_owned(), part(0, half), part(0, count.min(1)), value.to_uppercase()] {
        patterns.push(Pattern::Prefix(text));
    }
    for text in
        [value.to_owned(), part(half, count), part(half.saturating_sub(2), (half + 2).min(count)), value.to_lowercase()]
    {
        patterns.push(Pattern::Suffix(text.clone()));
        patterns.push(Pattern::Contains(text));
    }
    patterns.retain(|pattern| match pattern {
        Pattern::Prefix(text) => !search_form(text).is_empty(),
        Pattern::Suffix(text) | Pattern::Contains(text) => search_form(text).chars().count() >= 3,
        _ => true,
    });
    patterns
}

#[tokio::test]
async fn every_pattern_on_every_field_finds_what_a_plain_filter_finds_and_not_the_rest() {
    let directory = Directory::new().await;
    let mut hits = 0;
    for field in TEXTS {
        let values = values(&directory.users, field);
        assert!(!values.is_empty(), "{field}");
        for value in values.iter().map(String::as_str).chain(STRANGE) {
            for query in patterns(value).into_iter().map(|pattern| term(field, pattern)) {
                hits += check(&directory, query).await;
            }
        }
    }
    assert!(hits > 1000, "{hits}");
}

/// Compares the query and its complement with the plain filter.
async fn check(directory: &Directory, query: Query) -> usize {
    let (expected, others): (Vec<_>, Vec<_>) =
        (0..directory.users.len()).partition(|&place| finds(&query, &directory.users[place]));
    assert_eq!(directory.found(&query).await, expected, "{query:?}");
    let complement = Query::Not(Box::new(query));
    assert_eq!(directory.found(&complement).await, others, "{complement:?}");
    expected.len()
}

#[tokio::test]
async fn choices_and_numbers() {
    let directory = Directory::new().await;
    let choices = [
        ("email_verified", &["true", "FALSE"][..]),
        ("phone_verified", &["true", "false"]),
        ("blocked", &["true", "false"]),
        ("status", &["pending_activation", "active", "suspended", "deactivated", "archived"]),
        ("platform_role", &["user", "admin", "super_admin"]),
        ("logins_count", &["0", "1", "-7"]),
    ];
    for (field, values) in choices {
        let mut sum = 0;
        for value in values {
            let lower = Pattern::Exact(value.to_lowercase());
            sum += check(&directory, term(field, lower)).await;
            assert_eq!(
                directory.found(&term(field, Pattern::Phrase((*value).to_owned()))).await,
                directory.found(&term(field, Pattern::Exact(value.to_lowercase()))).await,
            );
        }
        assert_eq!(sum, directory.users.len(), "{field}");
        assert_eq!(check(&directory, term(field, Pattern::Any)).await, directory.users.len(), "{field}");
    }
}

#[tokio::test]
async fn an_object_has_a_value_when_something_below_it_has() {
    let directory = Directory::new().await;
    for (path, is_there) in
        [("user_metadata.address", true), ("app_metadata.empty", false), ("app_metadata.none", false)]
    {
        assert_eq!(check(&directory, term(path, Pattern::Any)).await > 0, is_there, "{path}");
    }
    // Beside `address` stands nothing that merely begins like it.
    assert_eq!(check(&directory, term("user_metadata.addr", Pattern::Any)).await, 0);
}

#[tokio::test]
async fn groups_and_their_complements() {
    let directory = Directory::new().await;
    let queries = [
        "family_name:李 AND given_name:小*",
        "family_name:(李 OR muller) NOT blocked:true",
        "NOT (email:* OR username:*)",
        "NOT external_id:HR*",
        "NOT NOT last_ip:10.*",
        "(name:*hex* OR чех) (status:active OR status:archived)",
        "* NOT platform_role:user",
        "NOT *",
        "app_metadata.active:true NOT user_metadata.city:köln",
    ];
    for text in queries {
        check(&directory, anteroom_model::query::parse(text).expect("a query")).await;
    }
}
