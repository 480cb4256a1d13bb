//! The requests that everybody's day is made of.

use serde_json::Value;

use super::tenant::Tenant;
use crate::harness::Server;

/// A request, and what it may cost.
#[derive(Clone, Debug)]
pub struct Request {
    /// What it is.
    pub name: &'static str,
    /// Its path with its query.
    pub path: String,
    /// The most rows that a step of a plan may read in a huge tenant.
    pub most: f64,
}

/// More than a page, and all that are sorted where few are found.
pub const FEW: f64 = 2_200.0;

/// A place in the middle of all users, whence nobody knows a shorter way.
const HALF: f64 = 51_000.0;

/// Those who have the large role, who are counted in its index.
const MEMBERS: f64 = 20_500.0;

/// By name; `{…}` are filled in from what is there. Most read no more than a few.
const REQUESTS: [(&str, &str); 85] = [
    ("a user by id", "users/{id}"),
    ("users by e-mail", "users-by-email?email={Prefix}{n}@Example.com"),
    ("by username", "users?q=username:{prefix}{n}"),
    ("by phone number", "users?q=phone_number:%22%2B491000004%22"),
    ("by external id", "users?q=external_id:{prefix}-{n}"),
    ("by public id", "users?q=public_id:{prefix}{n}"),
    ("by user id", "users?q=user_id:%22auth0|{prefix}{n}%22"),
    ("by e-mail", "users?q=email:{prefix}{n}@example.com&include_totals=true"),
    ("the first page", "users"),
    ("the first page with the total", "users?include_totals=true"),
    ("the first page with an estimate", "users?include_totals=estimate"),
    ("the newest first", "users?sort=created_at:-1"),
    ("the last changed first", "users?sort=updated_at:-1"),
    ("by address", "users?sort=email:1"),
    ("by username in order", "users?sort=username:-1"),
    ("by number", "users?sort=phone_number:-1"),
    ("by name", "users?sort=name:1"),
    ("by nickname", "users?sort=nickname:1"),
    ("by given name", "users?sort=given_name:1"),
    ("by family name", "users?sort=family_name:-1"),
    ("by the last sign-in", "users?sort=last_login:-1"),
    ("by the number of sign-ins", "users?sort=logins_count:-1"),
    ("the last page", "users?per_page=100&page={last}&include_totals=true"),
    ("the last page by name", "users?per_page=100&page={last}&sort=name:1"),
    ("the last page by sign-ins", "users?per_page=100&page={last}&sort=last_login:1"),
    ("a page by cursor", "users?take=50&from={cursor}"),
    ("a page by cursor in another order", "users?take=50&sort=name:1&from={cursor by name}"),
    ("a page by cursor by sign-in", "users?take=50&sort=last_login:-1&from={cursor by sign-in}"),
    ("a page by cursor of a status", "users?take=50&status=active&from={cursor of active}"),
    ("the active by name", "users?status=active&sort=name:1"),
    ("the suspended with their number", "users?status=suspended&include_totals=true"),
    ("the archived by name", "users?status=archived&sort=name:1&include_totals=true"),
    ("the active, estimated", "users?status=active&include_totals=estimate"),
    ("the locked", "users?q=locked:true&include_totals=true"),
    (
        "the locked by name, and until when",
        "users?q=locked:true&sort=name:1&include_totals=estimate&fields=name,locked_until",
    ),
    ("the locked by the last sign-in", "users?q=locked:true&sort=last_login:-1"),
    ("the locked of a word that everybody has", "users?q=locked:true%20{prefix}&include_totals=true"),
    ("those who are not locked", "users?q=locked:false&include_totals=true"),
    ("those who are not locked, by name", "users?q=locked:false&sort=name:1&include_totals=estimate"),
    ("until when a user is locked", "users/{id}?fields=locked_until"),
    ("until when those of a page are locked", "users?per_page=100&fields=user_id,locked_until"),
    ("the verified", "users?email_verified=true&sort=created_at:-1"),
    ("those who are not verified", "users?email_verified=false"),
    ("whose number is verified", "users?phone_verified=true&sort=name:1"),
    ("of a connection", "users?connection={connection}&sort=name:1&include_totals=true"),
    ("of a connection, estimated", "users?connection={connection}&include_totals=estimate"),
    ("of a connection and a status", "users?connection={connection}&status=archived&include_totals=true"),
    ("those of a role of many", "users?role={large}&sort=name:1"),
    ("those of a role of few", "users?role={small}&sort=name:1&include_totals=true"),
    ("those of a role and a status", "users?role={large}&status=archived&include_totals=true"),
    ("made between two moments", "users?created_from={made}&created_to={made later}&sort=name:1&include_totals=true"),
    ("made since", "users?created_from={made}&sort=created_at:-1"),
    ("signed in between", "users?last_login_from={made}&last_login_to={made later}&sort=name:1"),
    ("signed in since", "users?last_login_from={made}&sort=last_login:-1"),
    ("a word that few have", "users?q={prefix}{n}"),
    ("a word that few have, by name, counted", "users?q={prefix}{n}&sort=name:1&include_totals=true"),
    ("a word that nobody has", "users?q=zzzqqq&include_totals=true"),
    ("a word that everybody has", "users?q={prefix}"),
    ("a word that everybody has, by name", "users?q={prefix}&sort=name:1"),
    ("a word that everybody has, estimated", "users?q={prefix}&include_totals=estimate"),
    ("two Chinese letters", "users?q=%E5%B0%8F%E6%98%8E&sort=created_at:-1&include_totals=true"),
    ("the beginning of a name", "users?q=name:{prefix}%20{n}*&include_totals=true"),
    ("a city", "users?q=user_metadata.city:%22city%2077%22&sort=name:1&include_totals=true"),
    ("the beginning of a city", "users?q=user_metadata.city:city%5C%204*&sort=name:1"),
    ("a range of numbers", "users?q=app_metadata.seats:[10%20TO%2020]&include_totals=true"),
    ("a range of numbers that many have", "users?q=app_metadata.seats:[10%20TO%20*]&sort=name:1"),
    ("the members of a role", "roles/{large}/users"),
    ("the members of a role by cursor", "roles/{large}/users?take=50&from={cursor of members}"),
    ("a user's roles", "users/{id}/roles?include_totals=true"),
    ("a user's permissions", "users/{id}/permissions?include_totals=true"),
    (
        "what a user may in all",
        "users/{id}/effective-permissions?resource_server_identifier=https%3A%2F%2Forders.example",
    ),
    ("what a user is in all", "users/{id}/effective-roles"),
    ("the newest events", "logs"),
    ("events read on", "logs?take=50&from={event}"),
    ("the first events", "logs?take=50"),
    ("a user's events", "users/{id}/logs"),
    ("a user's events of a type", "users/{id}/logs?q=type:(s%20OR%20fp)"),
    ("a page behind an event", "logs?after={event}&per_page=100"),
    ("events of a type that is rare", "logs?q=type:sdu"),
    ("events of some types", "logs?q=type:(f%20OR%20fp%20OR%20sdu)&include_totals=true"),
    ("events of a type that all have, behind one", "logs?q=description:%22Create%20a%20User%22&after={event}"),
    ("events through an application", "logs?q=client_id:{client}"),
    ("events through an application at a time", "logs?q=client_id:{client}%20AND%20date:[{made}%20TO%20*]"),
    ("figures day by day", "stats/daily"),
    ("active users", "stats/active-users"),
];

/// Those that read many rows of an index, as many as they pass over or count.
const MORE: [(&str, &str, f64); 6] = [
    ("a page in the middle", "users?per_page=100&page={middle}", HALF),
    ("a page in the middle by name", "users?per_page=100&page={middle}&sort=name:1", HALF),
    ("a page in the middle by sign-ins", "users?per_page=100&page={middle}&sort=last_login:-1", HALF),
    ("those of a role of many, counted", "users?role={large}&include_totals=true", MEMBERS),
    ("the members of a role, counted", "roles/{large}/users?page=100&include_totals=true", MEMBERS),
    ("those who are not verified, counted", "users?email_verified=false&include_totals=true", 5_500.0),
];

/// The requests of a tenant with all blanks filled in.
pub async fn requests(server: &Server, tenant: &Tenant) -> Vec<Request> {
    let blanks = blanks(server, tenant).await;
    let filled = |name, path: &str, most| {
        let path = blanks.iter().fold(path.to_owned(), |path, (blank, value)| path.replace(blank, value));
        assert!(!path.contains('{'), "{path}");
        Request { name, path: format!("/api/v2/{path}"), most }
    };
    let few = REQUESTS.iter().map(|(name, path)| filled(*name, path, FEW));
    few.chain(MORE.iter().map(|(name, path, most)| filled(*name, path, *most))).collect()
}

async fn blanks(server: &Server, tenant: &Tenant) -> Vec<(&'static str, String)> {
    let get = async |path: &str| tenant.get(server, &format!("/api/v2/{path}")).await;
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let (prefix, n) = (tenant.prefix, tenant.somebody);
    let user = get(&format!("users?q=username:{prefix}{n}")).await[0].clone();
    let later = get(&format!("users?q=username:{prefix}{}", n + 20)).await[0].clone();
    let roles = get("roles").await;
    let role = |name: &str| {
        let found = roles.as_array().and_then(|roles| roles.iter().find(|role| role["name"] == name));
        text(&found.expect("a role")["id"])
    };
    let next = |page: &Value, name: &str| {
        // A small tenant may end here: then it is asked again for all.
        page["next"].as_str().map_or_else(|| panic!("no page follows in {name}"), str::to_owned)
    };
    let cursor = async |query: &str| {
        let page = get(&format!("users?take=20{query}")).await;
        next(&page, query)
    };
    let members = get(&format!("roles/{}/users?take=2", role("Large"))).await;
    let events = get("logs?per_page=20").await;
    let total = get("users?include_totals=true&per_page=1").await["total"].as_i64().expect("a number");
    vec![
        ("{id}", text(&user["user_id"]).replace('|', "%7C")),
        ("{connection}", text(&user["identities"][0]["connection"])),
        ("{prefix}", prefix.to_owned()),
        ("{Prefix}", prefix.to_uppercase()),
        ("{n}", n.to_string()),
        ("{last}", ((total - 1) / 100).to_string()),
        ("{middle}", (total / 200 - i64::from(total >= 200)).to_string()),
        ("{large}", role("Large")),
        ("{small}", role("Small")),
        ("{made}", text(&user["created_at"])),
        ("{made later}", text(&later["created_at"])),
        ("{cursor}", cursor("").await),
        ("{cursor by name}", cursor("&sort=name:1").await),
        ("{cursor by sign-in}", cursor("&sort=last_login:-1").await),
        ("{cursor of active}", cursor("&status=active").await),
        ("{cursor of members}", next(&members, "a role")),
        (
            "{client}",
            events
                .as_array()
                .expect("events")
                .iter()
                .find_map(|event| event["client_id"].as_str())
                .expect("a client")
                .to_owned(),
        ),
        ("{event}", text(&events.as_array().and_then(|events| events.last()).expect("events")["log_id"])),
    ]
}
