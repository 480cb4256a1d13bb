//! What is asked of a large directory.

use anyhow::Context;
use serde_json::json;

use super::Door;
use super::sample::Sample;
use crate::client::{Client, encode};

/// Members of the role that is asked for.
const MEMBERS: usize = 20_000;

/// Users given a role at once.
const AT_ONCE: usize = 1000;

/// Pages walked to a place deep in a list.
const DEEP: usize = 1000;

/// Requests of one kind.
pub struct Question {
    /// What it is called in the report.
    pub name: &'static str,
    /// What half of the answers should not exceed, in milliseconds.
    pub aim: f64,
    /// What another server of this kind takes, in milliseconds, where it was measured.
    pub to_beat: Option<f64>,
    /// The requests, to be sent in turn.
    pub paths: Vec<String>,
}

const LOOK_UP: f64 = 1.0;
const SEARCH: f64 = 3.0;
const COUNT: f64 = 60.0;

/// All questions; makes a role for one of them.
pub async fn questions(door: &Door, client: &mut Client, sample: &Sample) -> anyhow::Result<Vec<Question>> {
    let mut all = look_ups(door, client, sample).await?;
    all.extend(pages(door, client, sample).await?);
    all.extend(searches(sample));
    all.extend(totals());
    all.push(members(door, client).await.context("a role with members")?);
    Ok(all)
}

fn question(name: &'static str, aim: f64, to_beat: Option<f64>, paths: Vec<String>) -> Question {
    Question { name, aim, to_beat, paths }
}

fn by_query(queries: impl IntoIterator<Item = String>) -> Vec<String> {
    queries.into_iter().map(|query| format!("/api/v2/users?per_page=25&q={}", encode(&query))).collect()
}

async fn look_ups(door: &Door, client: &mut Client, sample: &Sample) -> anyhow::Result<Vec<Question>> {
    let by_email: Vec<_> = sample
        .texts("/email")
        .into_iter()
        .map(|email| format!("/api/v2/users-by-email?email={}", encode(email)))
        .collect();
    let mut by_id = Vec::new();
    for path in by_email.iter().take(100) {
        let found = client.send_for_json(&door.get(path), 200).await?;
        let id = found[0]["user_id"].as_str().with_context(|| format!("nobody at {path}"))?;
        by_id.push(format!("/api/v2/users/{}", encode(id)));
    }
    let exactly = |field: &str, pointer: &str| {
        by_query(sample.texts(pointer).into_iter().map(|text| format!("{field}:\"{text}\"")))
    };
    Ok(vec![
        question("user by id", LOOK_UP, None, by_id),
        question("users by e-mail", LOOK_UP, Some(490.0), by_email),
        question("q=username exact", LOOK_UP, None, exactly("username", "/username")),
        question("q=phone exact", LOOK_UP, None, exactly("phone_number", "/phone_number")),
    ])
}

async fn pages(door: &Door, client: &mut Client, sample: &Sample) -> anyhow::Result<Vec<Question>> {
    let last = (sample.users / 25 - 1).min(40_000);
    let pages = (0..100).map(|step| last.saturating_sub(step));
    let numbered = pages.map(|page| format!("/api/v2/users?per_page=25&page={page}")).collect();
    Ok(vec![
        question("first page of 50", LOOK_UP, Some(280.0), vec!["/api/v2/users?per_page=50".to_owned()]),
        question("first page by name", LOOK_UP, None, vec!["/api/v2/users?per_page=50&sort=name:1".to_owned()]),
        question("last sign-ins first", LOOK_UP, None, vec!["/api/v2/users?per_page=50&sort=last_login:-1".to_owned()]),
        question("page 40,000", COUNT, Some(2000.0), numbered),
        question("deep cursor", LOOK_UP, None, deep(door, client, sample.users).await?),
    ])
}

/// Places far behind in the list by name.
async fn deep(door: &Door, client: &mut Client, users: usize) -> anyhow::Result<Vec<String>> {
    let mut path = "/api/v2/users?take=100&sort=name:1&fields=user_id".to_owned();
    let mut places = Vec::new();
    let steps = DEEP.min(users / 200);
    for step in 0..steps {
        let page = client.send_for_json(&door.get(&path), 200).await?;
        let next = encode(page["next"].as_str().context("no next page")?);
        path = format!("/api/v2/users?take=100&sort=name:1&fields=user_id&from={next}");
        if step + 100 > steps {
            places.push(format!("/api/v2/users?take=50&sort=name:1&from={next}"));
        }
    }
    Ok(places)
}

fn searches(sample: &Sample) -> Vec<Question> {
    let words = |words: &[&str]| by_query(words.iter().map(|word| (*word).to_owned()));
    let locals = sample.texts("/email").into_iter().filter_map(|email| email.split('@').next());
    let few = by_query(locals.filter(|local| local.len() >= 8).map(|local| format!("*{}*", &local[1..])));
    let names = sample.texts("/given_name").into_iter().filter(|name| is_cjk_pair(name)).map(str::to_owned);
    let sorted: Vec<_> = ["mar", "ann", "smith"]
        .iter()
        .map(|word| {
            let query = encode(&format!("{word} AND email_verified:true"));
            format!("/api/v2/users?per_page=25&sort=created_at:-1&q={query}")
        })
        .collect();
    let cities = sample.texts("/user_metadata/city").into_iter().map(|city| format!("user_metadata.city:\"{city}\""));
    let numbers = (0..200_usize).map(|step| 10_000 + step * (sample.users / 250));
    let ranges = numbers.clone().map(|from| format!("app_metadata.employee_number:[{from} TO {}]", from + 20));
    vec![
        question("part, many hits", SEARCH, Some(1700.0), words(&["mar", "ann", "lar", "son", "example"])),
        question("part, few hits", SEARCH, Some(1700.0), few),
        question("part, no hits", SEARCH, Some(1700.0), words(&["zqxjw", "qqqvvv", "xzxzxz1"])),
        question("part, two CJK", SEARCH, Some(1700.0), by_query(names)),
        question("part of a name field", SEARCH, None, words(&["name:*mar*", "family_name:*berg*", "given_name:ann*"])),
        question("search, filter, sort", SEARCH, None, sorted),
        question("metadata, many", SEARCH, None, by_query(cities)),
        question(
            "metadata, one",
            SEARCH,
            None,
            by_query(numbers.map(|number| format!("app_metadata.employee_number:{number}"))),
        ),
        question("metadata range", SEARCH, None, by_query(ranges)),
    ]
}

fn totals() -> Vec<Question> {
    let counted = |queries: &[&str]| {
        let of = |query: &&str| format!("/api/v2/users?per_page=25&include_totals=true&q={}", encode(query));
        queries.iter().map(of).collect::<Vec<_>>()
    };
    let all = vec!["/api/v2/users?per_page=50&include_totals=true".to_owned()];
    vec![
        question("total of all", LOOK_UP, None, all),
        question("total of a flag", COUNT, None, counted(&["email_verified:true", "blocked:true", "blocked:false"])),
        question("total of a part", COUNT, None, counted(&["mar", "name:*mar*"])),
        question("total of metadata", COUNT, None, counted(&["app_metadata.plan:enterprise"])),
    ]
}

async fn members(door: &Door, client: &mut Client) -> anyhow::Result<Question> {
    let role = client.send_for_json(&door.post("/api/v2/roles", &json!({"name": "member"}).to_string()), 200).await?;
    let role = role["id"].as_str().context("no id")?.to_owned();
    let mut path = "/api/v2/users?take=100&fields=user_id".to_owned();
    let mut ids: Vec<String> = Vec::new();
    while ids.len() < MEMBERS {
        let page = client.send_for_json(&door.get(&path), 200).await?;
        let users = page["users"].as_array().context("no users")?;
        ids.extend(users.iter().filter_map(|user| user["user_id"].as_str().map(str::to_owned)));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/api/v2/users?take=100&fields=user_id&from={}", encode(next));
    }
    for some in ids.chunks(AT_ONCE) {
        let body = json!({"users": some}).to_string();
        client.send_for_json(&door.post(&format!("/api/v2/roles/{role}/users"), &body), 200).await?;
    }
    let paths = (0..100).map(|page| format!("/api/v2/roles/{role}/users?per_page=50&page={page}"));
    Ok(question("role members", LOOK_UP, None, paths.collect()))
}

fn is_cjk_pair(name: &str) -> bool {
    name.chars().count() == 2 && name.chars().all(|letter| ('\u{3040}'..='\u{D7A3}').contains(&letter))
}
