//! Queries made by chance over people with names in many scripts: each finds what a plain filter over the answers of the
//! API finds, in the same order, on both engines.

mod naive;
mod people;
mod queries;

use anteroom_model::query::parse;
use serde_json::Value;

use crate::harness::{Server, both_engines};
use crate::management::users::tools::{column, search, users_path};
use naive::{Person, finds};
use queries::{Chance, query};

/// How many queries a run asks; each is asked negated too.
const QUERIES: u64 = 300;

/// What the chances begin with: another number gives other queries, as does `ANTEROOM_SEED`.
const SEED: u64 = 20_260_101;

fn ids(people: &[&Person]) -> Vec<String> {
    people.iter().map(|person| person.user["user_id"].as_str().expect("an id").to_owned()).collect()
}

both_engines! {
    // S3.L10, S3.L42.1, S4.L06.1–S4.L06.7, S4.L06.9
    async fn every_query_finds_what_a_plain_filter_finds(server: &Server) {
        let people = people::directory(server).await;
        let (mut asked, mut hits, mut some) = (0, 0, 0);
        let first = std::env::var("ANTEROOM_SEED").map_or(SEED, |text| text.parse().expect("a number"));
        for seed in first..first + QUERIES {
            let text = query(&mut Chance::new(seed), &people);
            let Ok(tree) = parse(&text) else { continue };
            let (found, others): (Vec<_>, Vec<_>) = people.iter().partition(|person| finds(&tree, person));
            let answer = search(server, &text).await.expect(200);
            assert_eq!(column(&answer, "user_id"), ids(&found), "seed {seed}: {text}");
            let negated = search(server, &format!("NOT ({text})")).await.expect(200);
            assert_eq!(column(&negated, "user_id"), ids(&others), "seed {seed}: NOT ({text})");
            let newest = [("q", text.as_str()), ("per_page", "100"), ("sort", "created_at:-1")];
            let newest = server.get(&users_path(&newest)).await.expect(200);
            let reversed: Vec<_> = ids(&found).into_iter().rev().collect();
            assert_eq!(column(&newest, "user_id"), reversed, "seed {seed}: the newest first of {text}");
            (asked, hits, some) = (asked + 1, hits + found.len(), some + usize::from(!found.is_empty()));
        }
        // Not all can be asked: parts of words are too short, or nothing is left of them. Most of the others find somebody.
        assert!(asked > QUERIES / 2, "{asked}");
        assert!(some > 100 && hits > 1000, "{some} queries found {hits}");
    }
}

/// The users as the API gives them, in the order in which they were made.
async fn all(server: &Server) -> Vec<Value> {
    search(server, "").await.expect(200).as_array().expect("users").clone()
}
