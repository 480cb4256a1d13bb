//! What an application is told of a person: the claims of OpenID Connect (Core §5.1 and §5.4).

use serde_json::{Map, Value, json};

use crate::scope::Scopes;
use crate::user::{Address, User};

/// The claims that each scope asks for.
const CLAIMS: [(&str, &[&str]); 4] = [
    (
        "profile",
        &[
            "name",
            "family_name",
            "given_name",
            "middle_name",
            "nickname",
            "preferred_username",
            "profile",
            "picture",
            "website",
            "gender",
            "birthdate",
            "zoneinfo",
            "locale",
            "updated_at",
        ],
    ),
    ("email", &["email", "email_verified"]),
    ("phone", &["phone_number", "phone_number_verified"]),
    ("address", &["address"]),
];

/// All claims that can be told of a person, for discovery.
#[must_use]
pub fn supported() -> Vec<&'static str> {
    let standard = CLAIMS.iter().flat_map(|(_, claims)| claims.iter().copied());
    ["sub"].into_iter().chain(standard).collect()
}

/// What the scopes let an application know of the user; what the user has no value for is left out
/// (requirement S2.L15.2).
#[must_use]
pub fn of(user: &User, scopes: &Scopes) -> Map<String, Value> {
    let mut claims = Map::new();
    claims.insert("sub".to_owned(), json!(user.user_id));
    for (_, names) in CLAIMS.iter().filter(|(scope, _)| scopes.contains(scope)) {
        let values = names.iter().filter_map(|name| Some(((*name).to_owned(), value(user, name)?)));
        claims.extend(values);
    }
    claims
}

fn value(user: &User, claim: &str) -> Option<Value> {
    let (profile, details) = (&user.profile, &user.details);
    let text = |value: &Option<String>| value.as_ref().map(|text| json!(text));
    match claim {
        "name" => Some(json!(user.display_name())),
        "family_name" => text(&profile.family_name),
        "given_name" => text(&profile.given_name),
        "middle_name" => text(&profile.middle_name),
        "nickname" => text(&profile.nickname),
        "preferred_username" => text(&profile.preferred_username).or_else(|| text(&user.username)),
        "profile" => text(&details.profile),
        "picture" => user.picture().map(|picture| json!(picture)),
        "website" => text(&details.website),
        "gender" => text(&details.gender),
        "birthdate" => text(&details.birthdate),
        "zoneinfo" => text(&details.zoneinfo),
        "locale" => text(&details.locale),
        "address" => address(&details.address),
        "updated_at" => Some(json!(user.updated_at.seconds())),
        "email" => text(&user.email),
        "email_verified" => user.email.as_ref().map(|_| json!(user.email_verified)),
        "phone_number" => text(&user.phone_number),
        "phone_number_verified" => user.phone_number.as_ref().map(|_| json!(user.phone_verified)),
        _ => None,
    }
}

/// The postal address, by the names that the standard has (OpenID Connect Core §5.1.1).
fn address(address: &Address) -> Option<Value> {
    let parts = [
        ("formatted", address.formatted.as_deref()),
        ("street_address", address.street_address.as_deref()),
        ("locality", address.locality()),
        ("region", address.region()),
        ("postal_code", address.postal_code.as_deref()),
        ("country", address.country.as_deref()),
    ];
    let told: Map<_, _> = parts.into_iter().filter_map(|(name, part)| Some((name.to_owned(), json!(part?)))).collect();
    (!told.is_empty()).then_some(Value::Object(told))
}
