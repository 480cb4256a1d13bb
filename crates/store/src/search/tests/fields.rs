//! Every field with every kind of pattern, made from the values that are there and some that are not.

use anteroom_model::User;
use anteroom_model::query::{Bound, Pattern, Query, parse};
use anteroom_model::text::search_form;

use super::directory::Directory;
use super::naive::finds;
use super::people::{leaves, roles};

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
    if field == "roles" {
        return users.iter().flat_map(roles).flat_map(|(id, name)| [id, name]).take(12).collect();
    }
    if field.contains("_metadata") {
        return users.iter().flat_map(|user| leaves(user, field)).map(|leaf| leaf.text).collect();
    }
    users.iter().filter_map(value).collect()
}

const TEXTS: [&str; 23] = [
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
    "app_metadata.mixed",
    "roles",
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
    let thirds: Vec<String> = (0..3).map(|third| part(third * count / 3, (third + 1) * count / 3)).collect();
    let (first, second, third) = (thirds[0].clone(), thirds[1].clone(), thirds[2].to_uppercase());
    patterns.extend([
        Pattern::Wildcard(vec![first.clone(), third.clone()]),
        Pattern::Wildcard(vec![first.clone(), second.clone(), String::new()]),
        Pattern::Wildcard(vec![String::new(), second.clone(), third.clone()]),
        Pattern::Wildcard(vec![String::new(), first, third, String::new()]),
        Pattern::Wildcard(vec![second, value.to_owned()]),
    ]);
    patterns.retain(can_be_asked);
    patterns
}

/// Whether the parser would let it through.
fn can_be_asked(pattern: &Pattern) -> bool {
    let is_long = |text: &String| search_form(text).chars().count() >= 3;
    match pattern {
        Pattern::Prefix(text) => !search_form(text).is_empty(),
        Pattern::Suffix(text) | Pattern::Contains(text) => is_long(text),
        Pattern::Wildcard(pieces) => {
            let texts = pieces.iter().filter(|piece| !search_form(piece).is_empty()).count();
            let middle = pieces[1..pieces.len() - 1].iter().all(|piece| !search_form(piece).is_empty());
            texts > 1 && middle && (!search_form(&pieces[0]).is_empty() || pieces.iter().any(is_long))
        }
        _ => true,
    }
}

/// Ranges from, to and between the value and the next, with and without them.
fn ranges(value: &str, next: &str) -> Vec<Pattern> {
    let bound = |text: &str, is_inclusive, is_quoted| Some(Bound { text: text.to_owned(), is_inclusive, is_quoted });
    let (value, next) = if value <= next { (value, next) } else { (next, value) };
    vec![
        Pattern::Range { from: bound(value, true, true), to: None },
        Pattern::Range { from: bound(value, false, true), to: None },
        Pattern::Range { from: None, to: bound(next, false, true) },
        Pattern::Range { from: bound(value, true, true), to: bound(next, true, true) },
        Pattern::Range { from: bound(&value.to_uppercase(), false, true), to: bound(next, false, true) },
    ]
}

#[tokio::test]
async fn ranges_of_texts_hold_what_lies_between() {
    let directory = Directory::new().await;
    let mut hits = 0;
    for field in TEXTS.into_iter().filter(|field| *field != "email.domain") {
        let values = values(&directory.users, field);
        for pair in values.windows(2).step_by(3) {
            for pattern in ranges(&pair[0], &pair[1]) {
                hits += check(&directory, term(field, pattern)).await;
            }
        }
    }
    assert!(hits > 1000, "{hits}");
}

#[tokio::test]
async fn ranges_of_numbers_and_dates_in_metadata() {
    let directory = Directory::new().await;
    for (query, count) in [
        ("app_metadata.level:[-3 TO -1.5]", 2),
        ("app_metadata.level:{-3 TO -1.5]", 1),
        ("app_metadata.level:[* TO 0}", 2),
        ("app_metadata.level:{10.5 TO *]", 1),
        ("user_metadata.address.zip:[10 TO 12]", 2),
        ("user_metadata.address.zip:[\"10\" TO \"12\"]", 0),
        ("app_metadata.mixed:[9 TO 9]", 1),
        ("app_metadata.mixed:[\"09\" TO \"09\"]", 1),
        ("app_metadata.mixed:[2026-04 TO 2026-04]", 4),
        ("app_metadata.mixed:{2026-04 TO *}", 3),
        ("app_metadata.mixed:[* TO 2026-04}", 11),
        ("user_metadata.city:[k TO l]", 17),
    ] {
        assert_eq!(check(&directory, parse(query).expect("a query")).await, count, "{query}");
    }
}

// S4.L06.6
#[tokio::test]
async fn times_numbers_and_roles() {
    let directory = Directory::new().await;
    for (query, is_some) in [
        ("created_at:2025-12", true),
        ("created_at:2025-12-25", true),
        ("created_at:\"2025-12-25T12:00:00.000Z\"", true),
        ("created_at:2025-12-25T13:00+01:00", true),
        ("created_at:2024", false),
        ("created_at:[2025-12-25 TO 2025-12-27]", true),
        ("created_at:{2025-12-25 TO 2025-12-26}", false),
        ("created_at:[2025-12-26 TO 2025-12-25]", false),
        ("created_at:[* TO 2025-12}", false),
        ("created_at:(2025-12-21 OR [2026-01-01 TO 2026-01-02})", true),
        ("updated_at:[2026-01-01 TO *}", true),
        ("updated_at:[* TO 2025-12-24]", true),
        ("updated_at:2025-12-28", true),
        ("updated_at:{2026-01-02 TO 2026-01-01}", false),
        ("updated_at:[1960 TO 2100]", true),
        ("status_changed_at:2025-12-23", true),
        ("status_changed_at:{2025-12-23 TO 2026-01-05]", true),
        ("last_login:[2025-12-01 TO 2025-12-31]", true),
        ("last_login:[* TO 2025-12-31]", true),
        ("last_login:[1960 TO 1980]", false),
        ("NOT _exists_:last_login", true),
        ("last_password_reset:{* TO 2026}", true),
        ("_exists_:last_password_reset", true),
        ("last_password_reset:2023", false),
        ("logins_count:[1 TO 5]", true),
        ("logins_count:{0 TO 1}", false),
        ("logins_count:{* TO 10}", true),
        ("logins_count:[-5 TO 0]", true),
        ("source:import", true),
        ("_exists_:source", true),
        ("roles:rol_abcDEF0123456789", true),
        ("roles:ROL_abcDEF0123456789", false),
        ("roles:editeur", true),
        ("roles:\"reader & writer\"", true),
        ("roles:(editeur AND read*)", true),
        ("roles:rol", true),
        ("roles:rol_abcdef*", true),
        ("roles:rol_*789", true),
        ("roles:*ader*", true),
        ("roles:[a TO f]", true),
        ("roles:nobody", false),
        ("_exists_:roles", true),
        ("NOT roles:*", true),
        ("user_metadata.city:(köln OR [a TO b])", true),
    ] {
        let found = check(&directory, parse(query).expect("a query")).await;
        assert_eq!(found > 0, is_some, "{query}: {found}");
    }
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
        ("locked", &["true", "false"]),
        ("status", &["pending_activation", "active", "suspended", "deactivated", "archived"]),
        ("platform_role", &["user", "admin", "super_admin"]),
        ("logins_count", &["0", "1", "-7"]),
        ("source", &["admin", "register", "import", "sync"]),
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
        "locked:true",
        "locked:true OR blocked:true",
        "locked:false (name:*hex* OR чех OR _exists_:last_login)",
        "app_metadata.active:true NOT user_metadata.city:köln",
    ];
    for text in queries {
        check(&directory, parse(text).expect("a query")).await;
    }
}
